//! Converts the words of a command line to the values of a verb's arguments.

use clap::ArgMatches;

use super::super::Invocation;
use super::{id, pair};
use crate::cli::args::verbs::SUBJECT;
use crate::cli::errors::{self, Failure};
use crate::edit::{Argument, ArgumentDefault, ArgumentKind, ArgumentValue, ArgumentValues, Verb, VerbSubject};
use crate::model::{MessageArg, Span};

/// Reads the arguments of a verb, with their defaults. The subjects of `done` and `set` are not among them.
pub(super) fn values(call: &Invocation, verb: Verb, matches: &ArgMatches) -> Result<ArgumentValues, Failure> {
    let mut values = ArgumentValues::default();
    let declaration = verb.declaration();
    subject(call, declaration.subject, matches, &mut values)?;
    for argument in declaration.arguments {
        if let Some(value) = value(call, argument, matches)? {
            values.set(argument.name, value);
        }
    }
    Ok(values)
}

/// Reads what the verb is applied to.
fn subject(
    call: &Invocation,
    subject: VerbSubject,
    matches: &ArgMatches,
    values: &mut ArgumentValues,
) -> Result<(), Failure> {
    let name = match subject {
        VerbSubject::Startup => "startup",
        VerbSubject::Convention | VerbSubject::Contribution => "convention",
        VerbSubject::Party => "party",
        VerbSubject::NewRecord(_) => "id",
        VerbSubject::Review if matches.contains_id(SUBJECT) => "review",
        VerbSubject::Occurrence
        | VerbSubject::Record
        | VerbSubject::Field
        | VerbSubject::Portfolio
        | VerbSubject::Review
        | VerbSubject::NewReview => return Ok(()),
    };
    let typed = matches.get_one::<String>(SUBJECT).map_or("", String::as_str);
    let id = if subject == VerbSubject::Contribution {
        let (convention, contribution) = pair(call, typed)?;
        values.set("contribution", ArgumentValue::Text(contribution));
        convention
    } else {
        id(call, typed)?
    };
    values.set(name, ArgumentValue::Text(id.to_string()));
    Ok(())
}

/// Reads an argument; its default if it is not given.
fn value(call: &Invocation, argument: &Argument, matches: &ArgMatches) -> Result<Option<ArgumentValue>, Failure> {
    let name = match argument.position {
        Some(_) => argument.value_name.to_owned(),
        None => format!("--{}", argument.name),
    };
    if let ArgumentKind::Flag = argument.kind {
        return Ok(matches.get_flag(argument.name).then_some(ArgumentValue::Flag));
    }
    if let ArgumentKind::Whole(..) = argument.kind {
        return Ok(matches.get_one::<u32>(argument.name).copied().map(ArgumentValue::Whole));
    }
    let typed: Vec<&String> = matches.get_many::<String>(argument.name).into_iter().flatten().collect();
    if argument.is_repeated {
        let is_id = matches!(argument.kind, ArgumentKind::Id);
        let word =
            |typed: &&String| if is_id { id(call, typed).map(|id| id.to_string()) } else { Ok((*typed).clone()) };
        let words: Vec<String> = typed.iter().map(word).collect::<Result<_, _>>()?;
        return Ok((!words.is_empty()).then_some(ArgumentValue::Words(words)));
    }
    let Some(typed) = typed.first() else {
        let is_today = matches!(argument.default, ArgumentDefault::Today | ArgumentDefault::TodayOnCommandLine);
        return Ok(is_today.then_some(ArgumentValue::Date(call.today)));
    };
    Ok(Some(match argument.kind {
        ArgumentKind::PastDay => ArgumentValue::Date(call.past_date(&name, Some(typed))?.unwrap_or(call.today)),
        ArgumentKind::Day => ArgumentValue::Date(call.date(&name, Some(typed))?.unwrap_or(call.today)),
        ArgumentKind::Amount | ArgumentKind::AmountOrZero => ArgumentValue::Amount(call.amount(&name, typed)?),
        ArgumentKind::Decimal => ArgumentValue::Decimal(call.number(&name, typed)?),
        ArgumentKind::Span => ArgumentValue::Span(span(call, typed)?),
        ArgumentKind::Id | ArgumentKind::Person => ArgumentValue::Text(id(call, typed)?.to_string()),
        ArgumentKind::Text
        | ArgumentKind::Lines
        | ArgumentKind::Word { .. }
        | ArgumentKind::Whole(..)
        | ArgumentKind::Flag => ArgumentValue::Text((*typed).clone()),
    }))
}

/// Reads a length of time.
fn span(call: &Invocation, typed: &str) -> Result<Span, Failure> {
    let wrong = || errors::usage(&call.locale, "error-span", vec![("typed", MessageArg::Text(typed.to_owned()))]);
    call.locale.typed_span(typed).map_err(|_| wrong())
}
