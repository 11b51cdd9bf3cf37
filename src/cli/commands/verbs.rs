//! The verbs: one fact written down, one commit.

use serde::Serialize;

use super::{Call, Reply};
use crate::cli::errors::{self, Failure};
use crate::edit::{self, Intention};
use crate::model::{Arg, Date, Decision, Id};
use crate::store::Saved;

/// What a verb answers as JSON.
#[derive(Serialize)]
struct Committed<'a> {
    commit: &'a str,
    subject: &'a str,
    record: String,
}

/// An obligation was met.
pub(super) fn done(
    call: &Call,
    obligation: &str,
    on: Option<&str>,
    evidence: Option<String>,
    due: Option<&str>,
) -> Result<Reply, Failure> {
    let (convention, obligation) = pair(call, obligation)?;
    let on = day(call, on)?;
    let due = call.date("--due", due)?;
    write(call, &Intention::Fulfil { convention, obligation, on, evidence, due })
}

/// Money came in.
pub(super) fn pay(
    call: &Call,
    contribution: &str,
    amount: &str,
    on: Option<&str>,
    tranche: Option<u16>,
    reference: Option<String>,
) -> Result<Reply, Failure> {
    let (convention, contribution) = pair(call, contribution)?;
    let amount = call.amount("AMOUNT", amount)?;
    let on = day(call, on)?;
    let tranche = tranche.map(usize::from);
    write(call, &Intention::Pay { convention, contribution, amount, on, tranche, reference })
}

/// A convention was signed.
pub(super) fn sign(call: &Call, convention: &str, on: Option<&str>) -> Result<Reply, Failure> {
    let convention = id(call, convention)?;
    let on = day(call, on)?;
    write(call, &Intention::Sign { convention, on })
}

/// A committee was held.
pub(super) fn hold(
    call: &Call,
    startup: &str,
    on: Option<&str>,
    decision: Option<Decision>,
    envelope: Option<&str>,
    until: Option<&str>,
) -> Result<Reply, Failure> {
    let startup = id(call, startup)?;
    let on = day(call, on)?;
    let envelope = envelope.map(|typed| call.amount("--envelope", typed)).transpose()?;
    let until = call.date("--until", until)?;
    write(call, &Intention::Hold { startup, on, decision, envelope, until })
}

/// An edit is taken back.
pub(super) fn undo(call: &Call, commit: Option<&str>) -> Result<Reply, Failure> {
    let saved = call.folder()?.undo(commit).map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved)
}

fn write(call: &Call, intention: &Intention) -> Result<Reply, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let edit = edit::edit(&portfolio, intention, call.today).map_err(|error| call.refused(&portfolio, &error))?;
    let saved = folder.save(&edit).map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved)
}

fn reply(call: &Call, saved: &Saved) -> Result<Reply, Failure> {
    if call.json {
        let record = saved.record.to_string();
        return call.json(&Committed { commit: &saved.commit, subject: &saved.subject, record });
    }
    let short: String = saved.commit.chars().take(7).collect();
    Ok(Reply::fine(format!("{short} {}\n", saved.subject)))
}

fn day(call: &Call, typed: Option<&str>) -> Result<Date, Failure> {
    Ok(call.date("--on", typed)?.unwrap_or(call.today))
}

fn id(call: &Call, typed: &str) -> Result<Id, Failure> {
    Id::new(typed).map_err(|error| errors::id(&call.locale, typed, &error))
}

/// `CONVENTION/ID` in its two parts.
fn pair(call: &Call, typed: &str) -> Result<(Id, String), Failure> {
    match typed.split_once('/') {
        Some((convention, entry)) if !entry.is_empty() => Ok((id(call, convention)?, entry.to_owned())),
        _ => Err(errors::usage(&call.locale, "error-no-pair", vec![("typed", Arg::Text(typed.to_owned()))])),
    }
}
