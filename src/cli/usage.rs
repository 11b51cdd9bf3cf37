//! Translates clap's errors into one line: what is wrong, what was expected, and a suggestion.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::args;
use super::errors::{self, Failure};
use super::suggest;
use crate::locale::{Language, Locale};
use crate::model::{MessageArg, MessageArgs};

/// What clap returned instead of arguments.
pub enum UsageOutcome {
    /// Help or version, for standard output.
    Help(String),
    Error(Failure),
}

/// Translates clap's error for a command line.
#[must_use]
pub fn usage(error: &Error, words: &[OsString], locale: &Locale, colour: bool) -> UsageOutcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render();
            let text = if colour { text.ansi().to_string() } else { text.to_string() };
            UsageOutcome::Help(format!("{}\n", text.trim_end()))
        }
        kind => {
            let other = || message(kind, error, ("help", MessageArg::Text(help(words))));
            let (key, arguments) = misspelt(kind, error, words).unwrap_or_else(other);
            UsageOutcome::Error(errors::usage(locale, key, arguments))
        }
    }
}

/// Rewrites `help` and `help COMMAND` as `--help`. Leaves `help TOPIC`, which is a command.
#[must_use]
pub fn expand_help(mut words: Vec<OsString>) -> Vec<OsString> {
    let is_command = |word: &OsString| args::command().find_subcommand(word).is_some();
    if words.get(1).is_some_and(|word| word == "help") && words.len() <= 3 && words.get(2).is_none_or(is_command) {
        words.remove(1);
        words.push("--help".into());
    }
    words
}

/// Returns the language of `--lang` in a command line that could not be parsed.
#[must_use]
pub fn language(words: &[OsString]) -> Option<Language> {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let apart = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let tag = apart.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")))?;
    Language::ALL.into_iter().find(|language| language.tag() == tag)
}

/// Returns a misspelt command, which clap takes for the folder or for a stray word.
fn misspelt(kind: ErrorKind, error: &Error, words: &[OsString]) -> Option<(&'static str, MessageArgs)> {
    let program = args::command();
    let plain = suggest::positional_words(&program, words);
    let mut plain =
        plain.into_iter().skip_while(|word| program.find_subcommand(word).is_none() && Path::new(word).is_dir());
    let word = plain.next().filter(|word| program.find_subcommand(word).is_none())?;
    let value = ("value", MessageArg::Text(word.to_owned()));
    if let Some(nearest) = suggest::command(word) {
        return Some(("usage-unknown-command-near", vec![value, ("nearest", MessageArg::Text(nearest))]));
    }
    let is_word = kind == ErrorKind::UnknownArgument && !first(error, ContextKind::InvalidArg).starts_with('-');
    let help = ("help", MessageArg::Text(help(words)));
    (is_word || kind == ErrorKind::InvalidSubcommand).then(|| ("usage-unknown-command", vec![value, help]))
}

/// Returns the message for a kind of error, with its arguments.
fn message(kind: ErrorKind, error: &Error, help: (&'static str, MessageArg)) -> (&'static str, MessageArgs) {
    let option = || ("option", MessageArg::Text(plain(&first(error, ContextKind::InvalidArg))));
    let value = first(error, ContextKind::InvalidValue);
    match kind {
        ErrorKind::UnknownArgument => unknown(error, help),
        ErrorKind::InvalidValue => {
            let known = ("known", MessageArg::List(all(error, ContextKind::ValidValue)));
            let nearest = first(error, ContextKind::SuggestedValue);
            let typed = ("value", MessageArg::Text(value.clone()));
            match (value.is_empty(), nearest.is_empty()) {
                (true, _) => ("usage-no-value", vec![option(), known, help]),
                (false, true) => ("usage-unknown-value", vec![option(), typed, known]),
                (false, false) => {
                    ("usage-unknown-value-near", vec![option(), typed, ("nearest", MessageArg::Text(nearest))])
                }
            }
        }
        ErrorKind::InvalidSubcommand => {
            let typed = ("value", MessageArg::Text(first(error, ContextKind::InvalidSubcommand)));
            match first(error, ContextKind::SuggestedSubcommand) {
                nearest if nearest.is_empty() => ("usage-not-understood", vec![help]),
                nearest => ("usage-unknown-command-near", vec![typed, ("nearest", MessageArg::Text(nearest))]),
            }
        }
        ErrorKind::ValueValidation => ("usage-bad-value", vec![option(), ("value", MessageArg::Text(value)), help]),
        ErrorKind::MissingRequiredArgument => {
            let missing: Vec<String> = all(error, ContextKind::InvalidArg).iter().map(|name| plain(name)).collect();
            let count = ("count", MessageArg::Count(i64::try_from(missing.len()).unwrap_or(i64::MAX)));
            ("usage-missing", vec![("missing", MessageArg::List(missing)), count, help])
        }
        ErrorKind::ArgumentConflict => {
            let other = plain(&first(error, ContextKind::PriorArg));
            let named = plain(&first(error, ContextKind::InvalidArg));
            // clap reports a repeated option as a conflict with itself.
            if other.is_empty() || other == named {
                ("usage-twice", vec![option(), help])
            } else {
                ("usage-together", vec![option(), ("other", MessageArg::Text(other)), help])
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => ("usage-takes-none", vec![option(), help]),
        _ => ("usage-not-understood", vec![help]),
    }
}

/// Returns an unknown option or a stray word.
fn unknown(error: &Error, help: (&'static str, MessageArg)) -> (&'static str, MessageArgs) {
    let word = first(error, ContextKind::InvalidArg);
    let nearest = first(error, ContextKind::SuggestedArg);
    let is_option = word.starts_with('-');
    let word = ("word", MessageArg::Text(word));
    match (is_option, nearest.is_empty()) {
        (true, false) => ("usage-unknown-option-near", vec![word, ("nearest", MessageArg::Text(nearest))]),
        (true, true) => ("usage-unknown-option", vec![word, help]),
        (false, _) => ("usage-stray-word", vec![word]),
    }
}

/// Returns how to get help of the typed command: `couveuse new startup --help`.
fn help(words: &[OsString]) -> String {
    let program = args::command();
    let (mut command, mut named) = (&program, "couveuse".to_owned());
    for word in words.iter().skip(1) {
        if let Some(within) = command.find_subcommand(word) {
            command = within;
            named = format!("{named} {}", within.get_name());
        }
    }
    format!("{named} --help")
}

/// Strips the decoration of `--lang <LANG>`, `<AMOUNT>` or `<OBLIGATION>...`.
fn plain(name: &str) -> String {
    let name = name.split(" <").next().unwrap_or_default();
    name.trim_end_matches('.').trim_matches(['<', '>', '[', ']']).to_owned()
}

fn first(error: &Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &[&str], language: Language) -> String {
        let words: Vec<OsString> = std::iter::once(&"couveuse").chain(words).map(OsString::from).collect();
        let error = args::parse(&words).expect_err("not understood");
        match usage(&error, &words, &Locale::new(language), false) {
            UsageOutcome::Help(text) => text,
            UsageOutcome::Error(failure) => failure.line(),
        }
    }

    #[test]
    fn errors_say_what_was_expected() {
        for (words, line) in [
            (&["--asof", "1/2"][..], "unknown option --asof – did you mean --as-of?"),
            (&["due", "--frob"], "unknown option --frob – see couveuse due --help"),
            (&["--frob"], "unknown option --frob – see couveuse --help"),
            (&["due", "--lang", "de"], "invalid value de for --lang – known values: fr and en"),
            (&["pay", "histologe/pau"], "missing AMOUNT – see couveuse pay --help"),
            (&["done"], "missing OBLIGATION – see couveuse done --help"),
            (&["pay"], "missing CONTRIBUTION and AMOUNT – see couveuse pay --help"),
            (&["new", "startup"], "missing ID – see couveuse new startup --help"),
            (&["check", "--fail-on"], "--fail-on needs a value – see couveuse check --help"),
            (&["schema", "startups"], "invalid value startups for KIND – did you mean startup?"),
            (&["lst", "p"], "unknown command lst – did you mean list?"),
            (&["lst", "--filter", "-late"], "unknown command lst – did you mean list?"),
            (&["--lang", "en", "histoyr", "x"], "unknown command histoyr – did you mean log?"),
            (&["foo", "p"], "unknown command foo – see couveuse --help"),
            (&["src", "chekc"], "unknown command chekc – did you mean check?"),
            (&["check", "extra"], "unexpected argument extra – to name a folder, use --folder extra"),
            (&["list", "--json", "--json"], "--json is given twice – see couveuse list --help"),
            (&["pay", "a/b", "5", "--tranche", "0"], "invalid value 0 for --tranche – see couveuse pay --help"),
            (&["due", "--json=x"], "--json takes no value – see couveuse due --help"),
        ] {
            assert_eq!(said(words, Language::English), line, "{words:?}");
        }
    }

    #[test]
    fn errors_are_in_the_language_of_lang() {
        assert_eq!(said(&["due", "--frob"], Language::French), "option --frob inconnue – voir couveuse due --help");
        let words = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language(&words(&["couveuse", "--lang", "fr", "--frob"])), Some(Language::French));
        assert_eq!(language(&words(&["couveuse", "--frob", "--lang=en"])), Some(Language::English));
        assert_eq!(language(&words(&["couveuse", "--lang"])), None);
    }

    #[test]
    fn help_is_also_a_command() {
        let out = |words: &[&str]| {
            let spelled = expand_help(words.iter().map(OsString::from).collect());
            spelled.iter().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(out(&["couveuse", "help"]), "couveuse --help");
        assert_eq!(out(&["couveuse", "help", "due"]), "couveuse due --help");
        assert_eq!(out(&["couveuse", "due", "help"]), "couveuse due help");
        assert_eq!(out(&["couveuse", "help", "filters"]), "couveuse help filters");
    }

    #[test]
    fn help_ends_with_a_newline() {
        assert!(said(&["check", "-h"], Language::English).ends_with("could not run.\n"));
    }
}
