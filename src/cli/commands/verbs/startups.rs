//! Facts about a startup.

use super::{Invocation, Reply, day, id, write};
use crate::cli::args::startups::{Action, Finish, Hold, Indicator, Move, Note, Plan};
use crate::cli::errors::{self, Failure};
use crate::edit::verb;

/// A committee was held.
pub(super) fn hold(call: &Invocation, what: &Hold) -> Result<Reply, Failure> {
    let startup = id(call, &what.startup)?;
    let on = day(call, what.on.as_deref())?;
    let envelope = what.envelope.as_deref().map(|typed| call.amount("--envelope", typed)).transpose()?;
    let until = call.date("--until", what.until.as_deref())?;
    write(call, verb::HoldVerb { startup, on, decision: what.decision, envelope, until })
}

/// A committee is set for a day.
pub(super) fn plan(call: &Invocation, what: &Plan) -> Result<Reply, Failure> {
    let startup = id(call, &what.startup)?;
    let on = call.date("--on", Some(&what.on))?.unwrap_or(call.today);
    write(call, verb::PlanVerb { startup, on })
}

/// A startup enters a phase.
pub(super) fn phase(call: &Invocation, what: &Move) -> Result<Reply, Failure> {
    let startup = id(call, &what.startup)?;
    let from = call.date("--from", what.from.as_deref())?.unwrap_or(call.today);
    write(call, verb::PhaseVerb { startup, phase: what.phase, from })
}

/// An indicator has a value.
pub(super) fn indicator(call: &Invocation, what: Indicator) -> Result<Reply, Failure> {
    let startup = id(call, &what.startup)?;
    let value = call.number("VALUE", &what.value)?;
    let on = day(call, what.on.as_deref())?;
    write(call, verb::IndicatorVerb { startup, indicator: what.name, unit: what.unit, on, value })
}

/// A remark.
pub(super) fn note(call: &Invocation, what: Note) -> Result<Reply, Failure> {
    let startup = id(call, &what.startup)?;
    let on = day(call, what.on.as_deref())?;
    write(call, verb::NoteVerb { startup, on, text: what.text, source: what.source })
}

/// Somebody agreed to do something.
pub(super) fn action(call: &Invocation, what: Action) -> Result<Reply, Failure> {
    let startup = id(call, &what.startup)?;
    let due = call.date("--due", what.due.as_deref())?;
    write(call, verb::ActionVerb { startup, what: what.what, owner: what.owner, due })
}

/// What was agreed is done. Its beginning is enough, where only one action that is not done begins so.
pub(super) fn finish(call: &Invocation, what: &Finish) -> Result<Reply, Failure> {
    let startup = id(call, &what.startup)?;
    let on = day(call, what.on.as_deref())?;
    let (folder, portfolio) = call.portfolio()?;
    let open = portfolio.startups.get(&startup).into_iter().flat_map(|startup| &startup.actions);
    let open = open.filter(|action| action.done.is_none()).map(|action| action.what.as_str());
    let typed = what.what.trim();
    let begin: Vec<&str> = open.filter(|action| !typed.is_empty() && action.starts_with(typed)).collect();
    let action = match begin.as_slice() {
        [one] => *one,
        several if several.contains(&typed) || several.is_empty() => typed,
        several => return Err(errors::many_actions(&call.locale, typed, several)),
    };
    let intention = verb::FinishVerb { startup, action: action.to_owned(), on };
    super::write_all(call, &folder, &portfolio, &[intention.into()])
}
