//! Suggestions for misspelt commands and names.

use std::ffi::OsString;

use clap::Command;

use super::args;
use crate::edit::EditError;
use crate::locale::{Language, Locale, fold};
use crate::model::{Id, PathStep, Portfolio, nearest};

/// Titles of screens whose command has another name.
const SCREENS: [(&str, &str); 5] = [
    ("screen-obligations", "due"),
    ("screen-funding", "funding"),
    ("screen-committees", "committees"),
    ("screen-findings", "check"),
    ("screen-history", "log"),
];

/// Returns the visible command whose name, or whose screen's title in either language, is most similar to `word`.
pub fn command(word: &str) -> Option<String> {
    let program = args::command();
    let shown = program.get_subcommands().filter(|command| !command.is_hide_set());
    let mut names: Vec<(String, &str)> = shown.map(|one| (one.get_name().to_owned(), one.get_name())).collect();
    for locale in Language::ALL.map(Locale::new) {
        names.extend(SCREENS.map(|(key, command)| (fold(&locale.text(key)), command)));
    }
    let word = fold(word);
    let near = nearest(&word, names.iter().map(|(name, _)| name.as_str()))?;
    names.iter().find(|(name, _)| name == near).map(|(_, command)| (*command).to_owned())
}

/// Returns the typed words that are neither options nor values of options, without the program's name.
pub fn positional_words<'a>(program: &Command, words: &'a [OsString]) -> Vec<&'a str> {
    let takes_value = |word: &str| {
        let options = program.get_arguments().filter(|arg| arg.get_action().takes_values());
        options.filter_map(clap::Arg::get_long).any(|long| word.strip_prefix("--") == Some(long))
    };
    let mut plain = Vec::new();
    let mut words = words.iter().skip(1).filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if takes_value(word) {
            words.next();
        } else if !word.starts_with('-') {
            plain.push(word);
        }
    }
    plain
}

/// Returns the known name that is most similar to the unknown one in a refused edit: an id of the same kind, an entry
/// of the same record, or a field.
#[must_use]
pub fn name_for(error: &EditError, portfolio: &Portfolio) -> Option<String> {
    match error {
        EditError::NoRecord(record) => {
            nearest(record.id.as_str(), portfolio.ids(record.kind).map(Id::as_str)).map(str::to_owned)
        }
        EditError::OneOf(_, error) => name_for(error, portfolio),
        EditError::NoField(path, known) => match path.last() {
            Some(PathStep::Key(key)) => nearest(key, known.iter().map(String::as_str)).map(str::to_owned),
            _ => None,
        },
        EditError::NoEntry(entry, known) | EditError::NoPerson(entry, known) => {
            nearest(entry, known.iter().map(String::as_str)).map(str::to_owned)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_commands_get_a_suggestion_and_folders_do_not() {
        for (word, meant) in [
            ("chekc", Some("check")),
            ("comittees", Some("committees")),
            ("lst", Some("list")),
            ("demos", Some("demo")),
            ("fund", Some("funding")),
            ("history", Some("log")),
            ("Historique", Some("log")),
            ("echeances", Some("due")),
            ("constats", Some("check")),
            ("pictur", None),
            ("merge-drive", None),
            ("portfolio", None),
            ("records", None),
            ("p", None),
        ] {
            assert_eq!(command(word).as_deref(), meant, "{word}");
        }
    }

    #[test]
    fn values_of_options_are_not_positional() {
        let words = ["couveuse", "--lang", "fr", "--json", "lst", "--as-of=1/2", "p"].map(OsString::from);
        assert_eq!(positional_words(&args::command(), &words), ["lst", "p"]);
    }
}
