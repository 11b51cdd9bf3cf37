//! Hides common options in the help of commands that ignore them.

use std::ffi::OsString;

use clap::error::Error;
use clap::{Arg, Command, CommandFactory, FromArgMatches, Subcommand};

use super::Args;
use super::verbs::WriteCommand;

/// The commands that answer from the records.
const READING: [&str; 12] =
    ["check", "list", "show", "due", "funding", "today", "committees", "report", "log", "diff", "explain", "export"];

/// Returns the declaration of the program with all its commands.
#[must_use]
pub fn command() -> Command {
    with_options_of_commands(Args::command())
}

/// Parses a command line.
///
/// # Errors
/// If it is not understood, or asks for help or the version.
pub fn parse(words: &[OsString]) -> Result<Args, Error> {
    // Declaring the options of all commands takes a millisecond. Help and errors need them, because they suggest names.
    let matches = with_options_of_commands(named_in(words)).try_get_matches_from(words);
    Args::from_arg_matches(&matches.or_else(|_| command().try_get_matches_from(words))?)
}

/// Returns the declaration with only those commands whose names are among the words.
fn named_in(words: &[OsString]) -> Command {
    let program = Args::command();
    let commands = program.get_subcommands().filter(|command| words.iter().any(|word| word == command.get_name()));
    Command::new("couveuse").args(program.get_arguments().cloned()).subcommands(commands.cloned())
}

/// Hides common options in the commands that ignore them.
fn with_options_of_commands(mut program: Command) -> Command {
    let option = |name: &str| program.get_arguments().find(|option| option.get_id() == name).cloned();
    if let (Some(theme), Some(hand_edits), Some(at)) = (option("theme"), option("hand_edits"), option("at")) {
        for command in program.get_subcommands_mut() {
            override_option(command, &at, reads);
            override_option(command, &theme, draws);
            override_option(command, &hand_edits, may_meet_hand_edits);
        }
        program = program.mut_arg("hand_edits", |option| option.hide(true)).mut_arg("at", |option| option.hide(true));
    }
    program
}

/// Overrides a global option in a command, which hides it unless `in_which` accepts the command.
fn override_option(command: &mut Command, option: &Arg, in_which: fn(&str) -> bool) {
    let is_hidden = !in_which(command.get_name());
    *command = std::mem::take(command).arg(option.clone().hide(is_hidden));
}

/// Returns whether the command opens the screen.
fn draws(name: &str) -> bool {
    name == "demo"
}

/// Returns whether the command answers from the records.
fn reads(name: &str) -> bool {
    READING.contains(&name)
}

/// Returns whether the command accepts records with manual edits.
fn may_meet_hand_edits(name: &str) -> bool {
    name == "import" || WriteCommand::has_subcommand(name) && !matches!(name, "undo" | "redo")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(option: &str) -> Vec<String> {
        let mut program = command();
        program.build();
        let is_shown = |command: &&Command| {
            command.get_arguments().any(|one| one.get_long() == Some(option) && !one.is_hide_set())
        };
        let commands = std::iter::once(&program).chain(program.get_subcommands());
        commands.filter(is_shown).map(|command| command.get_name().to_owned()).collect()
    }

    #[test]
    fn options_are_accepted_everywhere_but_shown_only_if_they_apply() {
        assert_eq!(shows("theme"), ["couveuse", "demo"]);
        let at = shows("at");
        assert!(at.len() == READING.len() && at.iter().all(|name| reads(name)), "{at:?}");
        let with_hand_edits = shows("hand-edits");
        assert!(with_hand_edits.contains(&"pay".to_owned()) && with_hand_edits.contains(&"new".to_owned()));
        assert!(!with_hand_edits.iter().any(|name| ["couveuse", "list", "sync", "undo"].contains(&name.as_str())));
        let words = ["couveuse", "new", "party", "x", "--theme", "dark", "--hand-edits", "leave"].map(OsString::from);
        let args = parse(&words).expect("understood");
        assert_eq!(args.common.theme.as_deref(), Some("dark"));
        assert_eq!(args.common.hand_edits, Some(crate::edit::HandEditPolicy::Leave));
        assert!(parse(&["couveuse", "list", "--hand-edits", "leave"].map(OsString::from)).is_ok());
    }

    #[test]
    fn a_command_line_means_the_same_without_the_commands_that_it_does_not_name() {
        for line in [
            "couveuse",
            "couveuse portfolio --as-of 1/12/2020",
            "couveuse --folder due list --json --filter late",
            "couveuse pay histologe-pau-anct/pau 17500 --on 4/3/2021 --why demo",
            "couveuse new startup ma-cantine --name review",
            "couveuse review open 20/11/2026 --chair lead-a",
            "couveuse undo 3f2a91c",
        ] {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let all = command().try_get_matches_from(&words).and_then(|matches| Args::from_arg_matches(&matches));
            assert_eq!(format!("{:?}", parse(&words).expect(line)), format!("{:?}", all.expect(line)), "{line}");
        }
    }
}
