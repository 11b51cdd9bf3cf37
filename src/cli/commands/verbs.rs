//! The verbs: one fact written down, one commit.

use serde::Serialize;

use super::{Call, Reply};
use crate::cli::errors::{self, Failure};
use crate::edit::{self, Intention, verb};
use crate::model::{Arg, Date, Decision, Id, Kind, Money, Portfolio};
use crate::rules::{self, OccurrenceState};
use crate::store::Saved;

/// What a verb answers as JSON.
#[derive(Serialize)]
struct Committed<'a> {
    commit: &'a str,
    subject: &'a str,
    record: String,
    records: Vec<String>,
    on: Option<String>,
    more_than_promised: Option<String>,
}

/// What an answer tells besides the commit.
#[derive(Default)]
struct Told {
    /// The day as it was understood.
    on: Option<Date>,
    more_than_promised: Option<Money>,
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
    write(call, verb::Fulfil { convention, obligation, on, evidence, due })
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
    write(call, verb::Pay { convention, contribution, amount, on, tranche, reference })
}

/// A convention was signed.
pub(super) fn sign(call: &Call, convention: &str, on: Option<&str>) -> Result<Reply, Failure> {
    let convention = id(call, convention)?;
    let on = day(call, on)?;
    write(call, verb::Sign { convention, on })
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
    write(call, verb::Hold { startup, on, decision, envelope, until })
}

/// An edit is taken back.
pub(super) fn undo(call: &Call, commit: Option<&str>) -> Result<Reply, Failure> {
    let saved = call.folder()?.undo(commit).map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved, &Told::default())
}

/// What was taken back last is made again.
pub(super) fn redo(call: &Call) -> Result<Reply, Failure> {
    let saved = call.folder()?.redo().map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved, &Told::default())
}

fn write(call: &Call, intention: impl Into<Intention>) -> Result<Reply, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let intention = intention.into();
    let edit = edit::edit(&portfolio, std::slice::from_ref(&intention), call.today)
        .map_err(|error| call.refused(&portfolio, &error))?;
    if let Intention::Fulfil(verb::Fulfil { convention, obligation, due: Some(due), .. }) = &intention {
        is_due(call, &portfolio, (convention, obligation), *due)?;
    }
    let saved = folder.save(&edit).map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved, &Told { on: intention.on(), more_than_promised: edit.more_than_promised })
}

/// Refuses a due date that a recurring obligation does not have.
fn is_due(call: &Call, portfolio: &Portfolio, named: (&Id, &str), due: Date) -> Result<(), Failure> {
    let (convention, obligation) = named;
    let whole = match portfolio.conventions.get(convention).map(|convention| &convention.kind) {
        Some(Kind::Amendment { amends }) => amends,
        _ => convention,
    };
    let mut occurrences = rules::convention_occurrences(portfolio, whole, call.today);
    occurrences.retain(|one| one.obligation == obligation);
    if occurrences.iter().any(|one| one.due == Some(due)) {
        return Ok(());
    }
    let open = occurrences.iter().filter(|one| one.state != OccurrenceState::Done).filter_map(|one| one.due);
    Err(errors::not_due(&call.locale, obligation, due, open.collect()))
}

fn reply(call: &Call, saved: &Saved, told: &Told) -> Result<Reply, Failure> {
    if call.json {
        return call.json(&Committed {
            commit: &saved.commit,
            subject: &saved.subject,
            record: saved.records.first().map(ToString::to_string).unwrap_or_default(),
            records: saved.records.iter().map(ToString::to_string).collect(),
            on: told.on.map(|on| on.to_string()),
            more_than_promised: told.more_than_promised.map(|money| money.to_string()),
        });
    }
    let short: String = saved.commit.chars().take(7).collect();
    let day = told.on.map(|on| call.locale.date_long(on));
    let beyond = told.more_than_promised.map(|money| {
        let amount = Arg::Text(call.locale.money_short(money));
        call.locale.message("more-than-promised", &[("amount", amount)])
    });
    let remarks: Vec<String> = day.into_iter().chain(beyond).collect();
    let remarks = if remarks.is_empty() { String::new() } else { format!(" – {}", remarks.join(" · ")) };
    Ok(Reply::fine(format!("{short} {}{remarks}\n", saved.subject)))
}

/// The day of a fact, as typed; today otherwise.
fn day(call: &Call, typed: Option<&str>) -> Result<Date, Failure> {
    let Some(typed) = typed else { return Ok(call.today) };
    let day = call.locale.typed_past_date(typed, call.today);
    day.map_err(|error| errors::date(&call.locale, "--on", typed, error))
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
