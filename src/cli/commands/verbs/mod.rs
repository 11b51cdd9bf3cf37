//! The verbs on the command line: arguments → one fact or several → one commit; and the undo of a commit.

mod account;
mod done;
mod hold;
mod new_records;
mod read;
mod set;

use super::{CommandOutput, Invocation};
use crate::cli::args::verbs::{WHY, WriteCommand};
use crate::cli::errors::{self, Failure};
use crate::edit::{self, ArgumentValue, ArgumentValues, Edit, Intention, Verb};
use crate::model::{Date, Id, MessageArg, Money, Portfolio, short_commit};
use crate::report::{self, json};
use crate::store::{Folder, Saved};

use clap::ArgMatches;

/// What an answer reports besides the commit.
#[derive(Default)]
struct Remarks {
    /// The day of the fact as it was understood.
    on: Option<Date>,
    more_than_promised: Option<Money>,
}

/// Runs a command that records a fact or takes one back.
pub(super) fn answer(call: &Invocation, command: WriteCommand) -> Result<CommandOutput, Failure> {
    match command {
        WriteCommand::Verb(Verb::Done, matches) => done::done(call, &matches),
        WriteCommand::Verb(Verb::Set, matches) => set::set(call, &matches),
        WriteCommand::Verb(verb, matches) => record_fact(call, verb, &matches),
        WriteCommand::Undo { commit } => undo(call, commit.as_deref()),
        WriteCommand::Redo => redo(call),
    }
}

fn undo(call: &Invocation, commit: Option<&str>) -> Result<CommandOutput, Failure> {
    let saved = call.folder()?.undo(commit).map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved, &Remarks::default())
}

fn redo(call: &Invocation) -> Result<CommandOutput, Failure> {
    let saved = call.folder()?.redo().map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved, &Remarks::default())
}

/// Records the fact of a verb.
fn record_fact(call: &Invocation, verb: Verb, matches: &ArgMatches) -> Result<CommandOutput, Failure> {
    let mut values = read::values(call, verb, matches)?;
    let (folder, portfolio) = call.portfolio()?;
    derive(call, &portfolio, verb, &mut values)?;
    if verb == Verb::Hold {
        hold::tasks(call, matches, &mut values)?;
    }
    let incomplete = || errors::usage(&call.locale, "error-nothing", vec![]);
    let intention = verb.intention(&values).ok_or_else(incomplete)?;
    commit(call, &folder, &portfolio, &[intention], why(matches))
}

/// Adds the values that a verb derives from the others or from the records.
fn derive(call: &Invocation, portfolio: &Portfolio, verb: Verb, values: &mut ArgumentValues) -> Result<(), Failure> {
    match verb {
        Verb::Account => account::complete(portfolio, values),
        Verb::Finish => done::complete_action(call, portfolio, values)?,
        Verb::NewStartup => new_records::startup(portfolio, values),
        Verb::NewParty | Verb::Person => new_records::party(values),
        Verb::NewConvention => new_records::convention(call, portfolio, values)?,
        Verb::Amend => new_records::amendment(call, portfolio, values),
        Verb::Spend if ["committed", "done", "paid"].iter().all(|day| values.date(day).is_none()) => {
            values.set("paid", ArgumentValue::Date(call.today));
        }
        _ => {}
    }
    Ok(())
}

/// The reason given.
fn why(matches: &ArgMatches) -> Option<&str> {
    matches.get_one::<String>(WHY).map(String::as_str)
}

/// Commits facts, all together.
fn commit(
    call: &Invocation,
    folder: &Folder,
    portfolio: &Portfolio,
    intentions: &[Intention],
    why: Option<&str>,
) -> Result<CommandOutput, Failure> {
    let edit = edit::edit(portfolio, intentions, call.today).map_err(|error| call.refused(portfolio, &error))?;
    save(call, folder, &edit.because(why))
}

fn save(call: &Invocation, folder: &Folder, edit: &Edit) -> Result<CommandOutput, Failure> {
    let saved = folder.save(edit, call.hand_edits).map_err(|error| errors::save(&call.locale, &error))?;
    let of_all = call.typed.borrow().iter().find(|(option, _)| option == "--on").map(|(_, day)| *day);
    reply(call, &saved, &Remarks { on: edit.on().or(of_all), more_than_promised: edit.more_than_promised })
}

fn reply(call: &Invocation, saved: &Saved, remarks: &Remarks) -> Result<CommandOutput, Failure> {
    if call.json {
        let of = (saved.commit.as_str(), saved.subject.as_str());
        return call.json(&json::committed(of, &saved.records, remarks.on, remarks.more_than_promised));
    }
    let beyond = remarks.more_than_promised.map(|money| {
        let amount = MessageArg::Text(call.locale.money_short(money));
        call.locale.message("more-than-promised", &[("amount", amount)])
    });
    let remarks: Vec<String> = days(call, remarks.on).into_iter().chain(beyond).collect();
    let remarks = if remarks.is_empty() { String::new() } else { format!(" – {}", remarks.join(" · ")) };
    let commit = short_commit(&saved.commit);
    Ok(CommandOutput::fine(format!("{commit} {}{remarks}\n", report::sanitize(&saved.subject))))
}

/// The day of the fact and every other day that was typed, so that the user sees which day `+14` is.
fn days(call: &Invocation, on: Option<Date>) -> Vec<String> {
    let typed = call.typed.borrow();
    let others = typed.iter().filter(|(_, day)| Some(*day) != on).map(|(option, day)| {
        let day = call.locale.date_long(*day);
        if option.starts_with("--") { format!("{option} {day}") } else { day }
    });
    on.map(|on| call.locale.date_long(on)).into_iter().chain(others).collect()
}

fn id(call: &Invocation, typed: &str) -> Result<Id, Failure> {
    Id::new(typed).map_err(|error| errors::id(&call.locale, typed, &error))
}

/// Splits `RECORD/ENTRY`.
fn pair(call: &Invocation, typed: &str) -> Result<(Id, String), Failure> {
    match typed.split_once('/') {
        Some((record, entry)) if !entry.is_empty() => Ok((id(call, record)?, entry.to_owned())),
        _ => Err(errors::usage(&call.locale, "error-no-pair", vec![("typed", MessageArg::Text(typed.to_owned()))])),
    }
}
