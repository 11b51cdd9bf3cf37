//! The occurrences of the obligations that a convention states.

use super::{OccurrenceBuilder, set_done};
use crate::model::{
    Date, Fulfilment, Id, Money, Obligation, ObligationCondition, ObligationTopic, Recurrence, RecurrenceStart,
    Startup, Statistics, Timing,
};
use crate::rules::ledger::ConventionLedger;
use crate::rules::schedule::{Completion, Rhythm, ScheduleBounds, ScheduledDate, dates_from_last, fixed_dates};
use crate::rules::terms::{DueDay, Provision, SignatureState, entry_path};
use crate::rules::{Figure, Occurrence, OccurrenceKind, OccurrenceState, Unknown};

/// Appends the occurrences of one obligation.
///
/// An obligation with `if = "terminated"` only exists after a termination, and falls due no earlier than its effect
/// day. With any other condition, a standing obligation stays standing, and a dated one is undetermined until it is
/// fulfilled.
pub(super) fn of_obligation(
    builder: &OccurrenceBuilder<'_>,
    provision: &Provision<'_, Obligation>,
    all: &mut Vec<Occurrence>,
) {
    if exists_after_termination(provision.item) && builder.ledger.terms.terminated().is_none() {
        return;
    }
    let first = all.len();
    match provision.item.timing {
        Timing::Standing => all.extend(standing(builder, provision)),
        Timing::Once(_) => all.push(once(builder, provision)),
        Timing::Recurring(recurrence) => recurring(builder, provision, recurrence, all),
    }
    let is_dropped = |one: &mut Occurrence| one.state != OccurrenceState::Done && !is_owed(builder, provision, one);
    all.extract_if(first.., is_dropped).for_each(drop);
}

/// Returns true unless the obligation was waived, or repealed before this due date.
fn is_owed(builder: &OccurrenceBuilder<'_>, provision: &Provision<'_, Obligation>, one: &Occurrence) -> bool {
    let waived = provision.item.waived.as_ref().map(|waiver| waiver.on).filter(|on| *on <= builder.as_of);
    let is_waived = waived.is_some();
    let fell_due_before = |day: Date| one.unknown.is_none() && one.due.is_some_and(|due| due < day);
    !is_waived && provision.repealed.is_none_or(fell_due_before)
}

fn blank(builder: &OccurrenceBuilder<'_>, provision: &Provision<'_, Obligation>, kind: OccurrenceKind) -> Occurrence {
    let item = provision.item;
    let id = if builder.with_words { format!("obligations.{}", item.id) } else { String::new() };
    let mut one = builder.blank(&id, &item.id, provision.document, || entry_path("obligations", provision.index));
    one.kind = kind;
    if builder.with_words {
        one.article.clone_from(&item.article);
        one.debtors.clone_from(&item.debtors);
        one.creditors.clone_from(&item.creditors);
        one.what.clone_from(&item.what);
        one.inferred.clone_from(&item.inferred);
    }
    one
}

/// Returns the occurrence of a standing obligation. `None` while the convention is unsigned, and after its end.
fn standing(builder: &OccurrenceBuilder<'_>, provision: &Provision<'_, Obligation>) -> Option<Occurrence> {
    let ended = builder.ledger.over && !exists_after_termination(provision.item);
    if ended || provision.signature == SignatureState::Unsigned {
        return None;
    }
    let mut one = blank(builder, provision, OccurrenceKind::Standing);
    one.state = OccurrenceState::Standing;
    settle(builder, &mut one, provision.item);
    Some(one)
}

fn once(builder: &OccurrenceBuilder<'_>, provision: &Provision<'_, Obligation>) -> Occurrence {
    let mut one = blank(builder, provision, OccurrenceKind::Once);
    builder.set_day(&mut one, due_day(builder, provision));
    settle(builder, &mut one, provision.item);
    one
}

fn due_day(builder: &OccurrenceBuilder<'_>, provision: &Provision<'_, Obligation>) -> DueDay {
    let terms = &builder.ledger.terms;
    let day_of = |item: &Obligation| match item.timing {
        Timing::Once(Some(moment)) => terms.day_of(moment, provision.signature),
        _ if provision.signature == SignatureState::Unsigned => Err(Unknown::Signature.into()),
        _ => Err(Unknown::NoDay.into()),
    };
    let day = match provision.fixed_before(|item| day_of(item).ok()) {
        Some(day) => Ok(day),
        None => day_of(provision.item),
    };
    match (&provision.item.condition, terms.terminated()) {
        (Some(ObligationCondition::Terminated), Some(effect)) => day.map(|day| day.max(effect)),
        (Some(ObligationCondition::Terminated) | None, _) => day,
        (Some(_), _) => day.and(Err(Unknown::NoDay.into())),
    }
}

fn recurring(
    builder: &OccurrenceBuilder<'_>,
    provision: &Provision<'_, Obligation>,
    recurrence: Recurrence,
    all: &mut Vec<Occurrence>,
) {
    match dates(builder, provision, recurrence) {
        Ok(dates) => all.extend(dates.iter().map(|date| {
            let mut one = blank(builder, provision, OccurrenceKind::Recurring);
            builder.set_day(&mut one, Ok(date.due));
            if let Some(completion) = date.met {
                set_done(&mut one, completion.on, completion.evidence.cloned());
            }
            one
        })),
        Err(_) if builder.ledger.over => {}
        Err(unknown) => {
            let blank = blank(builder, provision, OccurrenceKind::Recurring);
            let mut one = Occurrence { unknown: Some(unknown), ..blank };
            if is_conditional(provision.item) {
                settle(builder, &mut one, provision.item);
            }
            all.push(one);
        }
    }
}

fn exists_after_termination(obligation: &Obligation) -> bool {
    obligation.condition == Some(ObligationCondition::Terminated)
}

/// Returns whether an obligation depends on a condition other than a termination, which the records do not settle.
fn is_conditional(obligation: &Obligation) -> bool {
    obligation.condition.as_ref().is_some_and(|condition| *condition != ObligationCondition::Terminated)
}

fn dates<'b>(
    builder: &'b OccurrenceBuilder<'_>,
    provision: &'b Provision<'_, Obligation>,
    recurrence: Recurrence,
) -> Result<Vec<ScheduledDate<'b>>, Unknown> {
    let signature = provision.signature;
    if signature == SignatureState::Unsigned {
        return Err(Unknown::Signature);
    }
    if is_conditional(provision.item) {
        return Err(Unknown::NoDay);
    }
    let completions: Vec<Completion<'_>> = fulfilments(builder, provision.item).map(Completion::from).collect();
    // A duty that only exists after a termination begins on its effect day, which ends all others.
    let begins = builder.ledger.terms.terminated().filter(|_| exists_after_termination(provision.item));
    let until = builder.ledger.terms.firm_end().filter(|_| begins.is_none());
    let bounds = ScheduleBounds { until, as_of: builder.as_of };
    let anchor = |start: RecurrenceStart| match start {
        RecurrenceStart::On(day) => signature.bind(day).ok_or(Unknown::Signature),
        RecurrenceStart::Signature => signature.day().ok_or(Unknown::Signature),
        RecurrenceStart::Last => {
            let last = completions.iter().map(|completion| completion.on).min();
            signature.day().or(last).ok_or(Unknown::Signature)
        }
    };
    if recurrence.from == RecurrenceStart::Last {
        let start = anchor(RecurrenceStart::Last)?;
        let start = begins.map_or(start, |begins| start.max(begins));
        return Ok(dates_from_last(recurrence.every, start, bounds, &completions));
    }
    let mut rhythms = rhythms(provision, recurrence, anchor(recurrence.from)?);
    for rhythm in &mut rhythms {
        rhythm.from = rhythm.from.max(begins);
    }
    Ok(fixed_dates(&rhythms, bounds, &completions))
}

/// Returns the rhythms of a recurring obligation: those that amendments replaced, and the current one.
fn rhythms(provision: &Provision<'_, Obligation>, recurrence: Recurrence, anchor: Date) -> Vec<Rhythm> {
    let mut rhythms = Vec::new();
    let mut from = provision.since;
    for version in &provision.earlier {
        if let Timing::Recurring(old) = version.item.timing {
            rhythms.push(Rhythm { every: old.every, anchor, from, until: Some(version.until) });
        }
        from = Some(version.until);
    }
    rhythms.push(Rhythm { every: recurrence.every, anchor, from, until: provision.repealed });
    rhythms
}

/// Returns the fulfilments of a convention that name a due date on which nothing is due, as the indices of the
/// obligation and of the fulfilment, and that date. Skips obligations whose due dates are unknown.
pub(in crate::rules) fn unmatched(ledger: &ConventionLedger<'_>) -> Vec<(usize, usize, Date)> {
    let terms = &ledger.terms;
    let mut unmatched = Vec::new();
    for provision in terms.obligations.iter().filter(|one| std::ptr::eq(one.document, terms.base)) {
        for (n, fulfilment) in provision.item.fulfilled.iter().enumerate() {
            let Some(due) = fulfilment.due else { continue };
            if is_due_date(ledger, provision, due) == Some(false) {
                unmatched.push((provision.index, n, due));
            }
        }
    }
    unmatched
}

fn is_due_date(ledger: &ConventionLedger<'_>, provision: &Provision<'_, Obligation>, due: Date) -> Option<bool> {
    let signature = provision.signature;
    let begins = ledger.terms.terminated().filter(|_| exists_after_termination(provision.item));
    match provision.item.timing {
        Timing::Standing | Timing::Once(None) => None,
        Timing::Once(Some(moment)) => {
            let day = ledger.terms.day_of(moment, signature).ok()?;
            Some(begins.map_or(day, |begins| day.max(begins)) == due)
        }
        Timing::Recurring(recurrence) => {
            let anchor = match recurrence.from {
                RecurrenceStart::Last => return None,
                RecurrenceStart::Signature => signature.day()?,
                RecurrenceStart::On(day) => signature.bind(day)?,
            };
            let rhythms = rhythms(provision, recurrence, anchor);
            let end = ledger.terms.firm_end().filter(|_| begins.is_none());
            Some(rhythms.iter().any(|rhythm| rhythm.contains(due, end)))
        }
    }
}

/// Yields the fulfilments of an obligation up to the day, from the convention and from its amendments.
fn fulfilments<'b>(
    builder: &'b OccurrenceBuilder<'_>,
    obligation: &'b Obligation,
) -> impl Iterator<Item = &'b Fulfilment> {
    let terms = &builder.ledger.terms;
    let elsewhere = terms.documents().filter(|_| !terms.amendments.is_empty());
    let others = elsewhere
        .flat_map(|document| &document.obligations)
        .filter(|other| other.id == obligation.id && !std::ptr::eq(*other, obligation));
    let as_of = builder.as_of;
    std::iter::once(obligation)
        .chain(others)
        .flat_map(|one| &one.fulfilled)
        .filter(move |fulfilment| fulfilment.on <= as_of)
}

/// Marks an obligation that doesn't recur as done, if a fulfilment or another recorded fact shows it.
fn settle(builder: &OccurrenceBuilder<'_>, one: &mut Occurrence, obligation: &Obligation) {
    if let Some(last) = fulfilments(builder, obligation).max_by_key(|fulfilment| fulfilment.on) {
        set_done(one, last.on, last.evidence.clone());
        return;
    }
    match obligation.about {
        Some(ObligationTopic::Refund) => settle_refund(builder, one, obligation),
        Some(topic @ (ObligationTopic::StatisticsPage | ObligationTopic::SourceCode))
            if !obligation.proof_by_record =>
        {
            if let Some((day, addresses)) = seen(builder, topic) {
                set_done(one, day, Some(addresses.into()));
            }
        }
        _ => {}
    }
}

/// Marks an obligation to refund as done if a refund of zero is recorded, or if the refunds from its debtor to its
/// creditor leave nothing refundable after the end. A partial refund doesn't fulfil it, and neither does a missing
/// record.
///
/// Source: the clauses on « restitution des fonds » (article 5.4 or 5.5).
fn settle_refund(builder: &OccurrenceBuilder<'_>, one: &mut Occurrence, obligation: &Obligation) {
    let is_meant = |ids: &[Id], id: &Id| ids.is_empty() || ids.contains(id);
    let meant = builder.ledger.all().filter(|(terms, _)| {
        let item = terms.provision.item;
        item.to.as_ref().is_some_and(|to| is_meant(&obligation.debtors, to))
            && is_meant(&obligation.creditors, &item.from)
    });
    let (mut owed, mut is_settled, mut last) = (Money::ZERO, true, None);
    for (_, ledger) in meant {
        let is_zero_recorded = ledger.refunds.iter().any(|refund| refund.item.amount.is_zero());
        let refundable = ledger.sums.figures.value(Figure::Refundable);
        owed += refundable.unwrap_or_default();
        is_settled &= is_zero_recorded || (builder.ledger.over && refundable == Some(Money::ZERO));
        last = last.max(ledger.refunds.iter().map(|refund| refund.item.on).max());
    }
    match last {
        Some(day) if is_settled => set_done(one, day, None),
        _ if !owed.is_zero() => one.amount = Some(owed),
        _ => {}
    }
}

/// Returns the day on which the records of all startups show that the page or the repository was seen, and the
/// addresses. An address without such a day proves nothing.
fn seen(builder: &OccurrenceBuilder<'_>, topic: ObligationTopic) -> Option<(Date, String)> {
    let mut last = None;
    let mut addresses = Vec::new();
    for id in &builder.ledger.terms.base.startups {
        let startup = builder.portfolio.startups.get(id)?;
        let (day, address) = seen_of(startup, topic)?;
        if day > builder.as_of {
            return None;
        }
        last = last.max(Some(day));
        addresses.extend(address);
    }
    Some((last?, addresses.join(", ")))
}

fn seen_of(startup: &Startup, topic: ObligationTopic) -> Option<(Date, Option<String>)> {
    if topic == ObligationTopic::SourceCode {
        return Some((startup.repository_seen?, startup.repository.clone()));
    }
    let address = match startup.statistics.as_ref()? {
        Statistics::At(address) => Some(address.clone()),
        Statistics::Declared(true) => None,
        Statistics::Declared(false) => return None,
    };
    Some((startup.statistics_seen?, address))
}
