//! `VERB … --plain`: the arguments that were not given, as numbered questions.

use std::ffi::OsString;

use clap::ArgMatches;
use clap::parser::ValueSource;

use super::super::{CommandOutput, Invocation};
use super::dialogue::{Dialogue, Stop};
use crate::cli::accessible;
use crate::cli::args::verbs::{PLAIN, WriteCommand};
use crate::cli::args::{self, CliCommand};
use crate::cli::errors::{self, Failure};
use crate::cli::usage::{self, UsageOutcome};
use crate::edit::{Argument, ArgumentDefault, ArgumentKind, Verb};
use crate::model::MessageArg;

/// Returns whether the arguments are asked for: with `--plain`, and with `ACCESSIBLE=1` in a terminal if none was
/// given.
pub(in super::super) fn is_form(call: &Invocation, verb: Verb, matches: &ArgMatches) -> bool {
    let is_given = |argument: &Argument| matches.value_source(argument.name) == Some(ValueSource::CommandLine);
    let is_bare = || !call.json && !verb.declaration().arguments.iter().any(is_given);
    matches.get_flag(PLAIN) || (is_bare() && accessible::is_asked_for())
}

/// Asks for the arguments of a verb, and runs it with the answers.
pub(in super::super) fn run(call: &Invocation, verb: Verb, matches: &ArgMatches) -> Result<CommandOutput, Failure> {
    call.no_json("--plain")?;
    let plain = format!("--{PLAIN}");
    let mut words: Vec<OsString> = std::env::args_os().filter(|word| *word != *plain).collect();
    Dialogue::new(call, "plain-nothing-recorded").end(|dialogue| {
        let is_given = |argument: &Argument| matches.value_source(argument.name) == Some(ValueSource::CommandLine);
        // The options of a condition or an action would need to follow it.
        let of_task = |argument: &Argument| verb == Verb::Hold && ["owner", "due", "proof"].contains(&argument.name);
        for argument in verb.declaration().arguments {
            if !argument.is_command_only && !is_given(argument) && !of_task(argument) {
                answer(dialogue, verb, argument, &mut words)?;
            }
        }
        let command = match args::parse(&words) {
            Ok(parsed) => parsed.command,
            Err(error) => match usage::usage(&error, &words, &call.locale, false) {
                UsageOutcome::Help(text) => return Ok(CommandOutput::fine(text)),
                UsageOutcome::Error(failure) => return Err(failure.into()),
            },
        };
        match command {
            Some(CliCommand::Write(WriteCommand::Verb(verb, matches))) => {
                Ok(super::super::answer_verb(call, verb, &matches)?)
            }
            _ => Err(errors::usage(&call.locale, "error-nothing", vec![]).into()),
        }
    })
}

/// Asks for an argument until the answer is understood, and adds it to the words of the command line.
fn answer(dialogue: &mut Dialogue<'_>, verb: Verb, argument: &Argument, words: &mut Vec<OsString>) -> Result<(), Stop> {
    let question = question(dialogue.call, verb, argument);
    loop {
        let typed = match argument.kind {
            ArgumentKind::Flag => {
                if dialogue.confirms_question(&question)? {
                    words.push(format!("--{}", argument.name).into());
                }
                return Ok(());
            }
            ArgumentKind::PastDay => {
                dialogue.checked(&question, |call, typed| call.past_date("1", Some(typed)).map(drop))
            }
            ArgumentKind::Day => dialogue.checked(&question, |call, typed| call.date("1", Some(typed)).map(drop)),
            ArgumentKind::Amount | ArgumentKind::AmountOrZero => {
                dialogue.checked(&question, |call, typed| call.amount("1", typed).map(drop))
            }
            ArgumentKind::Decimal => dialogue.checked(&question, |call, typed| call.number("1", typed).map(drop)),
            _ => dialogue.question(&question),
        }?;
        let is_blank = typed.is_empty();
        if !is_blank {
            match argument.position {
                Some(_) => words.push(typed.into()),
                None => words.push(format!("--{}={typed}", argument.name).into()),
            }
        }
        match (is_blank, argument.is_repeated, argument.is_required) {
            (true, _, false) | (false, false, _) => return Ok(()),
            (true, true, true) => return Ok(()),
            (true, false, true) if argument.default != ArgumentDefault::None => return Ok(()),
            (true, false, true) => dialogue.again()?,
            (false, true, _) => {}
        }
    }
}

/// Returns the label of the field in a form, with the words that an argument may have.
fn question(call: &Invocation, verb: Verb, argument: &Argument) -> String {
    let locale = &call.locale;
    let of_verb = format!("field-{}-{}", argument.name, verb.name());
    let key = if locale.has(&of_verb) { of_verb } else { format!("field-{}", argument.name) };
    let label = if locale.has(&key) { locale.text(&key) } else { argument.about.to_owned() };
    let label = match argument.kind {
        ArgumentKind::Word { names, .. } => format!("{label} ({})", names().join(", ")),
        _ => label,
    };
    let key = match (argument.kind, argument.is_repeated) {
        (ArgumentKind::Flag, _) => "plain-field-flag",
        (_, true) => "plain-field-repeated",
        _ if argument.is_required => "plain-field-required",
        _ => "plain-field",
    };
    locale.message(key, &[("label", MessageArg::Text(label))])
}
