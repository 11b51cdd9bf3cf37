//! Builds small records for the tests of the rules.

use std::sync::Arc;

use crate::model::{
    Committee, CommitteeClause, CommitteeState, Contribution, Convention, ConventionKind, Date, Expenditure,
    Fulfilment, Id, Moment, Money, Obligation, Payment, Phase, PhaseStart, Portfolio, Recurrence, RecurrenceStart,
    Span, Startup, Term, TermLength, Timing, Tranche, Trigger,
};

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

pub(crate) fn money(text: &str) -> Money {
    text.parse().expect("an amount")
}

pub(crate) fn at(text: &str) -> Trigger {
    Trigger::At(moment(text))
}

pub(crate) fn moment(text: &str) -> Moment {
    text.parse().expect("a moment")
}

pub(crate) fn span(text: &str) -> Span {
    text.parse().expect("a span")
}

pub(crate) fn spent(amount: &str, by: &str) -> Trigger {
    Trigger::Spent { amount: money(amount), by: id(by) }
}

pub(crate) fn portfolio(startups: Vec<Startup>, conventions: Vec<Convention>) -> Portfolio {
    let mut portfolio = Portfolio::default();
    startups.into_iter().for_each(|startup| portfolio.insert_startup(Arc::new(startup)));
    conventions.into_iter().for_each(|convention| portfolio.insert_convention(Arc::new(convention)));
    portfolio
}

/// A startup in the construction phase since 2019.
pub(crate) fn startup(name: &str) -> Startup {
    Startup { phases: vec![phase(Phase::Construction, "2019-01-01")], ..Startup::new(id(name), name) }
}

pub(crate) fn phase(phase: Phase, from: &str) -> PhaseStart {
    PhaseStart { phase, from: day(from), comment: None }
}

pub(crate) fn committee(state: CommitteeState, on: &str) -> Committee {
    Committee::new(day(on), state)
}

/// An otherwise empty convention, unsigned if `signed` is empty.
pub(crate) fn convention(name: &str, startups: &[&str], signed: &str) -> Convention {
    Convention {
        startups: startups.iter().map(|startup| id(startup)).collect(),
        signed: (!signed.is_empty()).then(|| day(signed)),
        ..Convention::new(id(name), name, ConventionKind::Partnership)
    }
}

/// An otherwise empty amendment, unsigned if `signed` is empty.
pub(crate) fn amendment(name: &str, amends: &str, signed: &str) -> Convention {
    Convention { kind: ConventionKind::Amendment { amends: id(amends) }, ..convention(name, &[], signed) }
}

pub(crate) fn term(length: TermLength) -> Option<Term> {
    Some(Term::new(length))
}

pub(crate) fn months(count: u32) -> Option<Term> {
    term(TermLength::For(Span::months(count)))
}

/// A contribution of `pau` to `anct`, in tranches.
pub(crate) fn contribution(name: &str, tranches: &[(&str, Trigger)]) -> Contribution {
    let tranches: Vec<Tranche> = tranches
        .iter()
        .map(|(amount, when)| Tranche { article: Some("5.2".to_owned()), ..Tranche::new(money(amount), when.clone()) })
        .collect();
    let amount = tranches.iter().map(|tranche| tranche.amount).sum();
    Contribution {
        to: Some(id("anct")),
        tranches,
        article: Some("5.1".to_owned()),
        ..Contribution::new(name, id("pau"), amount)
    }
}

/// A contribution that its contributor spends directly.
pub(crate) fn own_spending(name: &str, from: &str, amount: &str) -> Contribution {
    Contribution { from: id(from), to: None, amount: money(amount), ..contribution(name, &[]) }
}

pub(crate) fn payment(contribution: &str, amount: &str, on: &str) -> Payment {
    Payment::new(day(on), money(amount), contribution)
}

/// A line of spending that is committed and paid on the same day.
pub(crate) fn paid(amount: &str, on: &str) -> Expenditure {
    Expenditure { committed: Some(day(on)), paid: Some(day(on)), ..Expenditure::new(money(amount)) }
}

pub(crate) fn clause(every: &str) -> CommitteeClause {
    CommitteeClause { organiser: Some(id("pau")), article: Some("2".to_owned()), ..CommitteeClause::new(span(every)) }
}

pub(crate) fn obligation(name: &str, timing: Timing) -> Obligation {
    Obligation {
        debtors: vec![id("pau")].into(),
        creditors: vec![id("anct")].into(),
        article: Some("2".into()),
        ..Obligation::new(name, &format!("do {name}"), timing)
    }
}

pub(crate) fn every(text: &str, from: RecurrenceStart) -> Timing {
    Timing::Recurring(Recurrence { every: span(text), from })
}

pub(crate) fn fulfilled(on: &str) -> Fulfilment {
    Fulfilment { on: day(on), evidence: None, due: None }
}
