//! The yearly report on a fonds de concours.
//!
//! Source: decree 2007-44, article 6. The party that received money reports on each budget year in which money was
//! received or carried over, by 31 January, unless the convention says otherwise.

use chrono::Datelike;

use super::{OccurrenceBuilder, set_done};
use crate::model::{Convention, Date, FUND_REPORT, FundReport, KeyPath, Money, Obligation, Payment};
use crate::rules::ledger::ConventionLedger;
use crate::rules::schedule::{Completion, dates_on};
use crate::rules::terms::{RecordedEntry, SignatureState, Terms, entry_path};
use crate::rules::{Occurrence, OccurrenceKind, Unknown};

/// Appends the reports of a convention whose budget line names a fund, unless an obligation of its own is about its
/// management report.
pub(super) fn of_convention(builder: &OccurrenceBuilder<'_>, all: &mut Vec<Occurrence>) {
    let terms = &builder.ledger.terms;
    let Some(document) = asks(terms) else { return };
    let recorded: Vec<RecordedEntry<'_, Obligation>> =
        terms.entries(|document| &document.obligations).filter(|entry| entry.item.id == FUND_REPORT).collect();
    let is_waived = |entry: &RecordedEntry<'_, Obligation>| {
        entry.item.waived.as_ref().is_some_and(|waiver| waiver.on <= builder.as_of)
    };
    let years = years(builder.ledger);
    let (Some(first), false) = (years.first(), recorded.iter().any(is_waived)) else { return };
    let blank = || blank(builder, document, recorded.first());
    if terms.signature == SignatureState::Unsigned {
        all.push(Occurrence { unknown: Some(Unknown::Signature), ..blank() });
        return;
    }
    let completions = recorded.iter().flat_map(|entry| &entry.item.fulfilled).filter(|one| one.on <= builder.as_of);
    let completions: Vec<Completion<'_>> = completions.map(Completion::from).collect();
    let anchor = Date::from_ymd_opt(*first, 1, 1).unwrap_or_default();
    let days = years.iter().filter_map(|year| due_for(*year)).collect();
    all.extend(dates_on(days, anchor, builder.as_of, &completions).iter().map(|date| {
        let mut one = blank();
        builder.set_day(&mut one, Ok(date.due));
        if let Some(completion) = date.met {
            set_done(&mut one, completion.on, completion.evidence.cloned());
        }
        one
    }));
}

/// Returns the document that names the fund, if the decree asks for the report: if no obligation in force is about the
/// management report.
pub(in crate::rules) fn asks<'a>(terms: &Terms<'a>) -> Option<&'a Convention> {
    let names_fund = |document: &&Convention| document.names_fund();
    let document = terms.documents().filter(names_fund).last()?;
    let is_stated = terms.obligations.iter().any(|one| one.repealed.is_none() && one.item.is_management_report());
    (!is_stated).then_some(document)
}

/// Returns the day by which the report on a year is due.
fn due_for(year: i32) -> Option<Date> {
    Date::from_ymd_opt(year + 1, 1, 31)
}

/// Returns the years up to the day in which money was received or carried over from the year before.
fn years(ledger: &ConventionLedger<'_>) -> Vec<i32> {
    let terms = &ledger.terms;
    let payments: Vec<&Payment> = payments(terms).map(|entry| entry.item).collect();
    let Some(first) = payments.iter().map(|payment| payment.on.year()).min() else { return Vec::new() };
    let is_received = |year: i32| payments.iter().any(|one| one.on.year() == year && one.amount > Money::ZERO);
    let is_carried_over = |year: i32| {
        let received: Money = payments.iter().filter(|one| one.on.year() < year).map(|one| one.amount).sum();
        terms.base.payments_recorded && received - used_before(ledger, year) > Money::ZERO
    };
    (first..=terms.as_of.year()).filter(|year| is_received(*year) || is_carried_over(*year)).collect()
}

/// Returns the CP and refunds before a year of the contributions that have a payee.
fn used_before(ledger: &ConventionLedger<'_>, year: i32) -> Money {
    let paid_to = ledger.all().filter(|(terms, _)| terms.provision.item.to.is_some());
    let used = paid_to.flat_map(|(_, money)| {
        let refunds = money.refunds.iter().map(|refund| (refund.item.on, refund.item.amount));
        money.paid.iter().copied().chain(refunds)
    });
    used.filter(|(on, _)| on.year() < year).map(|(_, amount)| amount).sum()
}

/// Returns the payments up to the day of the contributions that have a payee.
pub(in crate::rules) fn payments<'b, 'a>(
    terms: &'b Terms<'a>,
) -> impl Iterator<Item = RecordedEntry<'a, Payment>> + use<'b, 'a> {
    let is_paid_to = |id: &String| {
        let items = terms.contributions.iter().map(|one| one.provision.item);
        items.into_iter().any(|one| one.id == *id && one.to.is_some())
    };
    let entries = terms.entries(|document| &document.payments);
    entries.filter(move |entry| entry.item.on <= terms.as_of && is_paid_to(&entry.item.contribution))
}

fn blank(
    builder: &OccurrenceBuilder<'_>,
    document: &Convention,
    recorded: Option<&RecordedEntry<'_, Obligation>>,
) -> Occurrence {
    let id = if builder.with_words { format!("obligations.{FUND_REPORT}") } else { String::new() };
    let (document, path) = match recorded {
        Some(entry) => (entry.document, entry_path("obligations", entry.index)),
        None => (document, KeyPath::top().key("budget").key("fund")),
    };
    let mut one = builder.blank(&id, FUND_REPORT, document, || path);
    one.kind = OccurrenceKind::Recurring;
    if builder.with_words {
        let contributions = builder.ledger.terms.contributions.iter().map(|one| one.provision.item);
        let report = FundReport::of(contributions.filter_map(|one| Some((&one.from, one.to.as_ref()?))));
        one.article = Some(FundReport::ARTICLE.into());
        one.what = FundReport::WHAT.into();
        (one.debtors, one.creditors) = (report.debtors.into(), report.creditors.into());
    }
    one
}
