//! The command that was probably meant by a word that is none.

use std::ffi::OsString;

use clap::Command;

use super::args;
use crate::locale::{Language, Locale, fold};
use crate::model::nearest;

/// What answers on the command line as a screen does, where it is not called as that.
const SCREENS: [(&str, &str); 5] = [
    ("screen-obligations", "due"),
    ("screen-funding", "funding"),
    ("screen-committees", "committees"),
    ("screen-findings", "check"),
    ("screen-history", "log"),
];

/// The command that looks most like a word, or that answers as the screen of that name does, in either language. One
/// that is hidden is nobody's.
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

/// The words typed that are neither the program's name nor options nor what an option takes.
pub fn plain_words<'a>(program: &Command, words: &'a [OsString]) -> Vec<&'a str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_command_is_recognised_and_a_folder_is_not_taken_for_one() {
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
    fn what_an_option_takes_is_no_plain_word() {
        let words = ["couveuse", "--lang", "fr", "--json", "lst", "--as-of=1/2", "p"].map(OsString::from);
        assert_eq!(plain_words(&args::command(), &words), ["lst", "p"]);
    }
}
