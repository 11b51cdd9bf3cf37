//! The verbs: facts written down, one commit, and the commit taken back.

mod conventions;
mod fields;
mod new;
mod startups;

use super::{Invocation, Reply};
use crate::cli::args::verbs::Verb;
use crate::cli::errors::{self, Failure};
use crate::edit::{self, Edit, Intention};
use crate::model::{Date, Id, MessageArg, Money, Portfolio, short_commit};
use crate::report::{self, json};
use crate::store::{Folder, Saved};

/// What an answer tells besides the commit.
#[derive(Default)]
struct Told {
    /// The day as it was understood.
    on: Option<Date>,
    more_than_promised: Option<Money>,
}

/// Does what a verb says.
pub(super) fn answer(call: &Invocation, verb: Verb) -> Result<Reply, Failure> {
    match verb {
        Verb::Done(what) => conventions::done(call, what),
        Verb::Pay(what) => conventions::pay(call, what),
        Verb::Sign(what) => conventions::sign(call, &what),
        Verb::Hold(what) => startups::hold(call, &what),
        Verb::Plan(what) => startups::plan(call, &what),
        Verb::Phase(what) => startups::phase(call, &what),
        Verb::Indicator(what) => startups::indicator(call, what),
        Verb::Note(what) => startups::note(call, what),
        Verb::Action(what) => startups::action(call, what),
        Verb::Finish(what) => startups::finish(call, &what),
        Verb::Call(what) => conventions::call_for_funds(call, what),
        Verb::Spend(what) => conventions::spend(call, what),
        Verb::Resource(what) => conventions::resource(call, what),
        Verb::Amend(what) => new::amend(call, what),
        Verb::Account(what) => fields::account(call, what),
        Verb::New(what) => new::new(call, what),
        Verb::Set(what) => fields::set(call, &what),
        Verb::Undo { commit } => undo(call, commit.as_deref()),
        Verb::Redo => redo(call),
    }
}

/// An edit is taken back.
fn undo(call: &Invocation, commit: Option<&str>) -> Result<Reply, Failure> {
    let saved = call.folder()?.undo(commit).map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved, &Told::default())
}

/// What was taken back last is made again.
fn redo(call: &Invocation) -> Result<Reply, Failure> {
    let saved = call.folder()?.redo().map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved, &Told::default())
}

/// Writes one fact down.
fn write(call: &Invocation, intention: impl Into<Intention>) -> Result<Reply, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    write_all(call, &folder, &portfolio, &[intention.into()])
}

/// Writes facts down, all in one commit.
fn write_all(
    call: &Invocation,
    folder: &Folder,
    portfolio: &Portfolio,
    intentions: &[Intention],
) -> Result<Reply, Failure> {
    let edit = edit::edit(portfolio, intentions, call.today).map_err(|error| call.refused(portfolio, &error))?;
    save(call, folder, &edit)
}

fn save(call: &Invocation, folder: &Folder, edit: &Edit) -> Result<Reply, Failure> {
    let saved = folder.save(edit, call.hand_edits).map_err(|error| errors::save(&call.locale, &error))?;
    let of_all = call.typed.borrow().iter().find(|(option, _)| option == "--on").map(|(_, day)| *day);
    reply(call, &saved, &Told { on: edit.on().or(of_all), more_than_promised: edit.more_than_promised })
}

fn reply(call: &Invocation, saved: &Saved, told: &Told) -> Result<Reply, Failure> {
    if call.json {
        let of = (saved.commit.as_str(), saved.subject.as_str());
        return call.json(&json::committed(of, &saved.records, told.on, told.more_than_promised));
    }
    let beyond = told.more_than_promised.map(|money| {
        let amount = MessageArg::Text(call.locale.money_short(money));
        call.locale.message("more-than-promised", &[("amount", amount)])
    });
    let remarks: Vec<String> = days(call, told.on).into_iter().chain(beyond).collect();
    let remarks = if remarks.is_empty() { String::new() } else { format!(" – {}", remarks.join(" · ")) };
    let commit = short_commit(&saved.commit);
    Ok(Reply::fine(format!("{commit} {}{remarks}\n", report::sanitize(&saved.subject))))
}

/// The day of the facts, and every other one that was typed, so that whoever typed `+14` sees which day that is.
fn days(call: &Invocation, on: Option<Date>) -> Vec<String> {
    let typed = call.typed.borrow();
    let others = typed.iter().filter(|(_, day)| Some(*day) != on).map(|(option, day)| {
        let day = call.locale.date_long(*day);
        if option.starts_with("--") { format!("{option} {day}") } else { day }
    });
    on.map(|on| call.locale.date_long(on)).into_iter().chain(others).collect()
}

/// The day of a fact, as typed; today otherwise.
fn day(call: &Invocation, typed: Option<&str>) -> Result<Date, Failure> {
    Ok(call.past_date("--on", typed)?.unwrap_or(call.today))
}

fn id(call: &Invocation, typed: &str) -> Result<Id, Failure> {
    Id::new(typed).map_err(|error| errors::id(&call.locale, typed, &error))
}

fn ids(call: &Invocation, typed: &[String]) -> Result<Vec<Id>, Failure> {
    typed.iter().map(|typed| id(call, typed)).collect()
}

/// `CONVENTION/ID` in its two parts.
fn pair(call: &Invocation, typed: &str) -> Result<(Id, String), Failure> {
    match typed.split_once('/') {
        Some((convention, entry)) if !entry.is_empty() => Ok((id(call, convention)?, entry.to_owned())),
        _ => Err(errors::usage(&call.locale, "error-no-pair", vec![("typed", MessageArg::Text(typed.to_owned()))])),
    }
}
