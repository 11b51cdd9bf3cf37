//! Builds the rows of Today from the records and the answers.

use std::collections::{BTreeMap, BTreeSet};

use super::{MONEY_DAYS, TodayBand, TodayCause, TodayItem, TodayKind, TodayRemedy};
use crate::model::{
    Date, FUND_REPORT, Id, Ids, KeyPath, Money, Obligation, ObligationTopic, Portfolio, RecordKind, RecordRef,
    RecurrenceStart, Startup, Text, Timing,
};
use crate::rules::people::coaches;
use crate::rules::{
    Answers, ClockReason, Commitment, Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState, StartupSummary,
    TrancheState, Unknown,
};

/// Returns the day by which each startup needs a committee according to its clauses, the habit or its funds. The end of
/// a decision is a cause of its own.
pub(super) fn clauses(answers: &Answers) -> BTreeMap<&Id, Date> {
    let mut clauses = BTreeMap::new();
    for clock in &answers.committees {
        let is_clause = matches!(clock.reason, Some(ClockReason::Clause | ClockReason::Habit | ClockReason::Runway));
        if let Some(due) = clock.next_due.filter(|_| is_clause) {
            clauses.entry(&clock.startup).and_modify(|day: &mut Date| *day = due.min(*day)).or_insert(due);
        }
    }
    clauses
}

/// Returns a row with only its kind, its urgency, its remedy, its record and its causes.
pub(super) fn blank(
    entry: impl Into<Text>,
    (kind, band, remedy): (TodayKind, TodayBand, TodayRemedy),
    record: RecordRef,
    causes: Vec<TodayCause>,
) -> TodayItem {
    TodayItem {
        entry: entry.into(),
        band,
        kind,
        record,
        path: KeyPath::top(),
        startups: Ids::EMPTY,
        convention: None,
        who: Vec::new(),
        is_owned: false,
        due: None,
        days: None,
        amount: None,
        what: Text::default(),
        causes,
        planned: None,
        remedy,
        occurrence: None,
    }
}

pub(super) struct TodayRows<'a> {
    pub portfolio: &'a Portfolio,
    pub answers: &'a Answers,
    pub as_of: Date,
    /// The portfolio's `due_soon_days`.
    pub soon: i64,
    /// The result of [`clauses`].
    pub clauses: BTreeMap<&'a Id, Date>,
}

impl TodayRows<'_> {
    fn band(&self, due: Option<Date>) -> Option<TodayBand> {
        TodayBand::of(due, self.as_of, self.soon)
    }

    fn dated(&self, item: TodayItem, due: Option<Date>) -> TodayItem {
        TodayItem { due, days: due.map(|due| (self.as_of - due).num_days()), ..item }
    }

    /// Returns the people who coach any of the startups on the day.
    fn coaches_of(&self, startups: &[Id]) -> Vec<String> {
        coaches(self.portfolio, startups, self.as_of).into_iter().map(ToString::to_string).collect()
    }

    /// Returns a row for each record that cannot be read completely, and for each missing record that a convention
    /// names.
    pub fn broken(&self) -> impl Iterator<Item = TodayItem> {
        let unread = self.portfolio.unread();
        let row = |record: RecordRef, cause, remedy| {
            let startups = match record.kind {
                RecordKind::Startup => Ids::from(&record.id),
                _ => Ids::EMPTY,
            };
            let row = (TodayKind::Record, TodayBand::Broken, remedy);
            TodayItem { startups, ..blank("record", row, record, vec![cause]) }
        };
        let named = self.portfolio.conventions.values().flat_map(|convention| &convention.startups);
        let missing: BTreeSet<RecordRef> = named
            .filter(|id| !self.portfolio.startups.contains_key(*id))
            .map(|id| RecordRef::new(RecordKind::Startup, id.clone()))
            .filter(|record| !unread.contains(record))
            .collect();
        let cause = |record: &RecordRef| match self.portfolio.unreadable.contains(record) {
            true => TodayCause::Unreadable,
            false => TodayCause::Incomplete,
        };
        let unread: Vec<TodayItem> =
            unread.into_iter().map(|one| row(one.clone(), cause(one), TodayRemedy::Repair)).collect();
        let missing = missing.into_iter().map(move |one| row(one, TodayCause::NoRecord, TodayRemedy::Create));
        unread.into_iter().chain(missing)
    }

    /// Returns the row of an incubated startup that needs a committee, with all causes. The earliest one gives the day.
    pub fn committee(&self, startup: &Startup, summary: &StartupSummary) -> Option<TodayItem> {
        if !startup.phase_on(self.as_of).is_some_and(|start| start.phase.is_active()) {
            return None;
        }
        let clock = summary.committee.as_ref();
        let planned = clock.and_then(|clock| clock.planned).filter(|day| *day >= self.as_of);
        let clause = self.clauses.get(&startup.id).copied();
        let passed = clock.and_then(|clock| clock.planned_passed);
        let dated =
            [self.decision(startup), clause.map(TodayCause::CommitteeDue), passed.map(TodayCause::PlannedPassed)];
        let mut causes: Vec<TodayCause> =
            dated.into_iter().flatten().filter(|cause| self.band(cause.day()).is_some()).collect();
        let money = summary.runs_out.filter(|day| (*day - self.as_of).num_days() <= MONEY_DAYS);
        causes.extend(money.map(TodayCause::MoneyUntil));
        causes.sort_by_key(|cause| cause.day());
        let due = causes.first()?.day();
        let band = self.band(due).unwrap_or(TodayBand::Soon);
        let record = RecordRef::new(RecordKind::Startup, startup.id.clone());
        let remedy = match (planned, passed) {
            (None, Some(day)) => TodayRemedy::Hold(Some(day)),
            (Some(_), _) => TodayRemedy::Hold(None),
            (None, None) => TodayRemedy::Plan,
        };
        let item = blank("committee", (TodayKind::Committee, band, remedy), record, causes);
        let amount = money.map(|_| summary.figures.left);
        let startups = Ids::from(&startup.id);
        let who = self.coaches_of(&startups);
        Some(self.dated(TodayItem { who, startups, planned, amount, ..item }, due))
    }

    /// Returns the day on which the last decision expires, or until which it was deferred.
    fn decision(&self, startup: &Startup) -> Option<TodayCause> {
        let held = startup.committees.iter().filter(|one| one.is_held_by(self.as_of));
        let last = held.max_by_key(|one| one.on)?;
        let deferred = last.deferred_until.map(TodayCause::DeferredUntil);
        deferred.or_else(|| last.until.map(TodayCause::DecisionUntil))
    }

    /// Returns the row of an occurrence: a payment, a report, papers, an obligation, a condition or an action.
    pub fn occurrence(&self, n: usize, one: &Occurrence) -> Option<TodayItem> {
        let band = match one.state {
            OccurrenceState::Late => TodayBand::Late,
            // A payment is late only after the payment delay.
            OccurrenceState::Due => TodayBand::Urgent,
            OccurrenceState::DueSoon => self.band(one.due)?.max(TodayBand::Urgent),
            // Without a due date, only actions and conditions need attention: somebody agreed to do them.
            OccurrenceState::Open if one.due.is_none() && !one.is_obligation() => TodayBand::Undated,
            _ => return None,
        };
        let obligation = self.obligation(one);
        let kind = kind_of(one, obligation)?;
        let (cause, amount) = match &one.source {
            OccurrenceSource::Payment(contribution, number) => self.payment(one, contribution, *number)?,
            OccurrenceSource::Papers(_) => (TodayCause::PapersDue(one.due?), one.amount),
            _ if one.due.is_none() => (TodayCause::NoDay, one.amount),
            _ => (TodayCause::Due, one.amount),
        };
        let remedy = remedy(one, obligation, cause);
        let who = one.owner.as_ref().map_or_else(|| self.coaches_of(&one.startups), |owner| vec![owner.to_string()]);
        let item = TodayItem {
            path: one.path.clone(),
            startups: one.startups.clone(),
            convention: one.convention.clone(),
            who,
            is_owned: one.owner.is_some(),
            amount,
            what: one.what.clone(),
            occurrence: Some(n),
            ..blank(one.id.clone(), (kind, band, remedy), one.record.clone(), vec![cause])
        };
        Some(self.dated(item, one.due))
    }

    /// Returns the obligation of an occurrence, if a convention states it.
    fn obligation(&self, one: &Occurrence) -> Option<&Obligation> {
        let convention = self.portfolio.conventions.get(&one.record.id)?;
        convention.obligations.iter().find(|obligation| obligation.id == one.obligation)
    }

    /// Returns why a payment needs attention, and the outstanding amount. The incubator's own party calls for what is
    /// due to it and pays what it owes. The payments of others need attention only once they are late. Skips payments
    /// that are not recorded.
    fn payment(&self, one: &Occurrence, contribution: &str, number: usize) -> Option<(TodayCause, Option<Money>)> {
        if !one.payments_recorded {
            return None;
        }
        let own = one.convention.iter().flat_map(|convention| self.commitments_of(convention));
        let mut own = own.filter(|own| own.contribution.id == contribution);
        let tranche = own.find_map(|own| own.tranches.iter().find(|tranche| tranche.number == number));
        let outstanding = tranche.map(|tranche| (tranche.amount - tranche.paid).at_least_zero()).or(one.amount);
        let home = self.portfolio.incubator.home.as_ref();
        let is_uncalled =
            tranche.is_some_and(|tranche| tranche.state == TrancheState::Due && tranche.called == Money::ZERO);
        let cause = match one.state {
            _ if home.is_some() && one.creditor() == home && is_uncalled => TodayCause::ToBeCalled,
            OccurrenceState::Late => TodayCause::PaymentDue,
            _ if home.is_none() || one.debtor() == home => TodayCause::PaymentDue,
            _ => return None,
        };
        Some((cause, outstanding))
    }

    /// Returns the commitments of a convention, found among all, which are sorted by convention.
    fn commitments_of<'b>(&'b self, convention: &'b Id) -> impl Iterator<Item = &'b Commitment> {
        let all = &self.answers.commitments;
        let first = all.partition_point(|one| one.contribution.convention < *convention);
        all[first..].iter().take_while(move |one| one.contribution.convention == *convention)
    }

    /// Returns one row per missing fact, with the amount that it blocks.
    pub fn missing(&self) -> Vec<TodayItem> {
        let mut rows: BTreeMap<(&Id, &'static str), TodayItem> = BTreeMap::new();
        for one in self.answers.occurrences.iter().filter(|one| one.state == OccurrenceState::Undetermined) {
            let Some(unknown @ (Unknown::Signature | Unknown::Term | Unknown::NoDay)) = one.unknown else { continue };
            let Some(convention) = &one.convention else { continue };
            let row = rows.entry((convention, unknown.name()));
            let row = row.or_insert_with(|| self.missing_fact(convention, unknown, &one.startups));
            if let [TodayCause::Missing(_, count)] = row.causes.as_mut_slice() {
                *count += 1;
            }
            row.amount = one.amount.map_or(row.amount, |amount| Some(amount + row.amount.unwrap_or(Money::ZERO)));
        }
        rows.into_values().collect()
    }

    fn missing_fact(&self, convention: &Id, unknown: Unknown, startups: &[Id]) -> TodayItem {
        let remedy = if unknown == Unknown::Signature { TodayRemedy::Sign } else { TodayRemedy::LookUp };
        let row = (TodayKind::Missing, TodayBand::Undated, remedy);
        let record = RecordRef::new(RecordKind::Convention, convention.clone());
        TodayItem {
            startups: startups.into(),
            convention: Some(convention.clone()),
            who: self.coaches_of(startups),
            ..blank(format!("missing-{}", unknown.name()), row, record, vec![TodayCause::Missing(unknown, 0)])
        }
    }
}

/// Returns what settles an occurrence.
fn remedy(one: &Occurrence, obligation: Option<&Obligation>, cause: TodayCause) -> TodayRemedy {
    match &one.source {
        OccurrenceSource::Payment(contribution, number) if cause == TodayCause::ToBeCalled => {
            TodayRemedy::Call(contribution.clone(), *number)
        }
        OccurrenceSource::Payment(contribution, number) => TodayRemedy::Pay(contribution.clone(), *number),
        OccurrenceSource::Obligation => {
            let names_day = match obligation.map(|obligation| &obligation.timing) {
                Some(Timing::Recurring(recurrence)) => recurrence.from != RecurrenceStart::Last,
                _ => one.obligation == FUND_REPORT,
            };
            TodayRemedy::Done(one.obligation.clone(), one.due.filter(|_| names_day))
        }
        _ => TodayRemedy::Done(one.id.clone(), None),
    }
}

/// Returns the kind of an occurrence; `None` for committees, which the row of the startup covers.
fn kind_of(one: &Occurrence, obligation: Option<&Obligation>) -> Option<TodayKind> {
    let topic = obligation.and_then(|obligation| obligation.about);
    let is_report = one.obligation == FUND_REPORT
        || matches!(topic, Some(ObligationTopic::ManagementReport | ObligationTopic::StatementOfExpenditure));
    Some(match (&one.source, one.kind) {
        (OccurrenceSource::Committee(_), _) => return None,
        (OccurrenceSource::Payment(..), _) => TodayKind::Tranche,
        (_, OccurrenceKind::Action) => TodayKind::Action,
        (_, OccurrenceKind::Condition) => TodayKind::Condition,
        (_, OccurrenceKind::Papers) => TodayKind::Report,
        _ if is_report => TodayKind::Report,
        _ => TodayKind::Obligation,
    })
}
