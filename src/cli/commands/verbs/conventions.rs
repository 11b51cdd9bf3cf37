//! Facts about a convention.

use super::{Invocation, Reply, day, id, pair, write};
use crate::cli::args::conventions::{CallForFunds, Done, Moved, Pay, Resource, Sign, Spend};
use crate::cli::errors::{self, Failure};
use crate::edit::{self, EditError, Intention, verb};
use crate::model::{self, ConventionKind, Date, Expenditure, Id, MessageArg, Portfolio, Span};
use crate::rules::{self, OccurrenceState};

/// Obligations were met, all in one commit.
pub(super) fn done(call: &Invocation, what: Done) -> Result<Reply, Failure> {
    if what.obligations.len() > 1 && what.due.is_some() {
        return Err(errors::usage(&call.locale, "error-due-of-several", vec![]));
    }
    let on = day(call, what.on.as_deref())?;
    let due = call.date("--due", what.due.as_deref())?;
    let mut intentions: Vec<Intention> = Vec::new();
    for typed in &what.obligations {
        let (convention, obligation) = pair(call, typed)?;
        let evidence = what.evidence.clone();
        intentions.push(verb::DoneVerb { convention, obligation, on, evidence, due }.into());
    }
    let (folder, portfolio) = call.portfolio()?;
    let edit = edit::edit(&portfolio, &intentions, call.today).map_err(|error| match error {
        EditError::OneOf(at, error) => {
            let why = call.refused(&portfolio, &error);
            Failure { what: format!("{}: {}", what.obligations[at], why.what), ..why }
        }
        error => call.refused(&portfolio, &error),
    })?;
    for intention in &intentions {
        if let Intention::Done(verb::DoneVerb { convention, obligation, due: Some(due), .. }) = intention {
            is_due(call, &portfolio, (convention, obligation), *due)?;
        }
    }
    super::save(call, &folder, &edit)
}

/// Refuses a due date that a recurring obligation does not have.
fn is_due(call: &Invocation, portfolio: &Portfolio, named: (&Id, &str), due: Date) -> Result<(), Failure> {
    let (convention, obligation) = named;
    let whole = match portfolio.conventions.get(convention).map(|convention| &convention.kind) {
        Some(ConventionKind::Amendment { amends }) => amends,
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

/// Money came in.
pub(super) fn pay(call: &Invocation, what: Pay) -> Result<Reply, Failure> {
    let Money { contribution: (convention, contribution), amount, on, tranche } = money(call, &what.money)?;
    write(call, verb::PayVerb { convention, contribution, amount, on, tranche, reference: what.money.reference })
}

/// A convention was signed.
pub(super) fn sign(call: &Invocation, what: &Sign) -> Result<Reply, Failure> {
    let convention = id(call, &what.convention)?;
    let on = day(call, what.on.as_deref())?;
    write(call, verb::SignVerb { convention, on })
}

/// Money was asked for.
pub(super) fn call_for_funds(call: &Invocation, what: CallForFunds) -> Result<Reply, Failure> {
    let Money { contribution: (convention, contribution), amount, on, tranche } = money(call, &what.money)?;
    let (with, reference) = (what.with, what.money.reference);
    write(call, verb::CallVerb { convention, contribution, tranche, on, amount, with, reference })
}

/// Money of a contribution, as understood.
struct Money {
    contribution: (Id, String),
    amount: model::Money,
    on: Date,
    tranche: Option<usize>,
}

fn money(call: &Invocation, typed: &Moved) -> Result<Money, Failure> {
    Ok(Money {
        contribution: pair(call, &typed.contribution)?,
        amount: call.amount("AMOUNT", &typed.amount)?,
        on: day(call, typed.on.as_deref())?,
        tranche: typed.tranche.map(usize::from),
    })
}

/// Money was spent.
pub(super) fn spend(call: &Invocation, what: Spend) -> Result<Reply, Failure> {
    let convention = id(call, &what.convention)?;
    let amount = call.amount("AMOUNT", &what.amount)?;
    let committed = call.past_date("--committed", what.committed.as_deref())?;
    let done = call.past_date("--done", what.done.as_deref())?;
    let paid = call.past_date("--paid", what.paid.as_deref())?;
    let paid = paid.or_else(|| committed.or(done).is_none().then_some(call.today));
    let by = what.by.as_deref().map(|typed| id(call, typed)).transpose()?;
    let (contribution, reference) = (what.contribution, what.reference);
    let what = Some(what.what);
    let line = Expenditure { what, by, contribution, committed, done, paid, reference, ..Expenditure::new(amount) };
    write(call, verb::SpendVerb { convention, line })
}

/// A party brings something in kind.
pub(super) fn resource(call: &Invocation, what: Resource) -> Result<Reply, Failure> {
    let convention = id(call, &what.convention)?;
    let from = id(call, &what.from)?;
    let lasts = what.lasts.as_deref().map(|typed| span(call, typed)).transpose()?;
    let (share, article) = (what.share, what.article);
    write(call, verb::ResourceVerb { convention, from, what: what.what, share, lasts, article })
}

/// A length of time, as typed.
fn span(call: &Invocation, typed: &str) -> Result<Span, Failure> {
    let wrong = || errors::usage(&call.locale, "error-span", vec![("typed", MessageArg::Text(typed.to_owned()))]);
    call.locale.typed_span(typed).map_err(|_| wrong())
}
