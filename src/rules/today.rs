//! What needs somebody today, the most urgent first: one row for each thing, with its causes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{
    Answers, ClockReason, Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState, StartupSummary, TrancheState,
    Unknown,
};
use crate::model::{
    CommitteeState, Date, Id, KeyPath, Money, ObligationTopic, Portfolio, RecordKind, RecordRef, Startup,
};

/// Days ahead of the end of the money from which it needs a committee.
const MONEY_DAYS: i64 = 90;
/// Days ahead of a due day from which a row is urgent.
const URGENT_DAYS: i64 = 7;

/// How urgent a row is, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TodayBand {
    /// A record that cannot be read, or that is named and does not exist.
    Broken,
    Late,
    /// Due within a week.
    Urgent,
    /// Due within the days that are "soon" in the portfolio.
    Soon,
    /// Nobody has set a day.
    Undated,
}

impl TodayBand {
    pub const ALL: [Self; 5] = [Self::Broken, Self::Late, Self::Urgent, Self::Soon, Self::Undated];

    /// The name in JSON and in message keys: `today-band-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Late => "late",
            Self::Urgent => "urgent",
            Self::Soon => "soon",
            Self::Undated => "undated",
        }
    }

    /// The band of a due day; `None` if it is too far ahead to need anybody.
    fn of(due: Option<Date>, as_of: Date, soon: i64) -> Option<Self> {
        let Some(due) = due else { return Some(Self::Undated) };
        match (due - as_of).num_days() {
            ..0 => Some(Self::Late),
            0..=URGENT_DAYS => Some(Self::Urgent),
            ahead if ahead <= soon => Some(Self::Soon),
            _ => None,
        }
    }
}

/// What a row is about. Within a band, rows are in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TodayKind {
    Record,
    Committee,
    Tranche,
    Condition,
    /// A statement, a report, or the papers of a committee.
    Report,
    Obligation,
    Action,
    /// A fact that is missing from the records and blocks something.
    Missing,
}

impl TodayKind {
    pub const ALL: [Self; 8] = [
        Self::Record,
        Self::Committee,
        Self::Tranche,
        Self::Condition,
        Self::Report,
        Self::Obligation,
        Self::Action,
        Self::Missing,
    ];

    /// The name in JSON and in message keys: `today-kind-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Committee => "committee",
            Self::Tranche => "tranche",
            Self::Condition => "condition",
            Self::Report => "report",
            Self::Obligation => "obligation",
            Self::Action => "action",
            Self::Missing => "missing",
        }
    }
}

/// Why something is a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TodayCause {
    Unreadable,
    /// The record is named by another one and does not exist.
    NoRecord,
    /// The last decision has run out, or runs out on this day.
    DecisionUntil(Date),
    /// The decision was put off until this day.
    DeferredUntil(Date),
    CommitteeDue(Date),
    /// A committee was planned for this day, and none was recorded.
    PlannedPassed(Date),
    /// The money lasts until this day.
    MoneyUntil(Date),
    /// A payment is due, or late.
    PaymentDue,
    /// A payment is due to the incubator's own party, which has not called for it.
    ToBeCalled,
    PapersDue(Date),
    Due,
    /// Nobody has set a day.
    NoDay,
    Missing(Unknown),
}

impl TodayCause {
    /// The name in JSON and in message keys: `today-cause-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NoRecord => "no-record",
            Self::DecisionUntil(_) => "decision-until",
            Self::DeferredUntil(_) => "deferred-until",
            Self::CommitteeDue(_) => "committee-due",
            Self::PlannedPassed(_) => "planned-passed",
            Self::MoneyUntil(_) => "money-until",
            Self::PaymentDue => "payment-due",
            Self::ToBeCalled => "to-be-called",
            Self::PapersDue(_) => "papers-due",
            Self::Due => "due",
            Self::NoDay => "no-day",
            Self::Missing(_) => "missing",
        }
    }

    /// The day that it names.
    #[must_use]
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::DecisionUntil(day)
            | Self::DeferredUntil(day)
            | Self::CommitteeDue(day)
            | Self::PlannedPassed(day)
            | Self::MoneyUntil(day)
            | Self::PapersDue(day) => Some(day),
            _ => None,
        }
    }
}

/// A row of Today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TodayItem {
    /// Identifies the row within its record, as long as its day stays.
    pub id: String,
    pub band: TodayBand,
    pub kind: TodayKind,
    /// The record that the row belongs to.
    pub record: RecordRef,
    /// Where the fact is recorded in it.
    pub path: KeyPath,
    pub startups: Vec<Id>,
    pub convention: Option<Id>,
    /// The owner, a person's id or any text; without one, the coaches of the startup.
    pub who: Vec<String>,
    /// Whether `who` is an owner.
    pub is_owned: bool,
    pub due: Option<Date>,
    /// The days since the due day; negative if it is ahead.
    pub days: Option<i64>,
    pub amount: Option<Money>,
    /// The text of an action, a condition or an obligation.
    pub what: String,
    /// Why it is a row, the earliest cause first; never empty.
    pub causes: Vec<TodayCause>,
    /// The day of a committee that is planned ahead.
    pub planned: Option<Date>,
    /// The position in [`Answers::occurrences`], if it is one.
    pub occurrence: Option<usize>,
}

/// What needs somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// The most urgent first.
    pub items: Vec<TodayItem>,
    /// How many rows are put off.
    pub snoozed: usize,
}

impl Today {
    /// How many rows are late or broken.
    #[must_use]
    pub fn late(&self) -> usize {
        self.items.partition_point(|item| item.band <= TodayBand::Late)
    }
}

impl TodayItem {
    /// Whether the row is a person's: its owner, or if it has none, a coach of its startup.
    #[must_use]
    pub fn is_of(&self, person: &Id) -> bool {
        self.who.iter().any(|who| who == person.as_str())
    }
}

/// What needs somebody on a day, from the answers of that day.
#[must_use]
pub fn today(portfolio: &Portfolio, answers: &Answers, as_of: Date) -> Today {
    let rows = Rows { portfolio, answers, as_of, soon: i64::from(portfolio.incubator.habits.due_soon_days) };
    let mut items: Vec<TodayItem> = rows.broken().collect();
    for summary in &answers.startups {
        let Some(startup) = portfolio.startups.get(&summary.startup) else { continue };
        items.extend(rows.committee(startup, summary));
    }
    items.extend(answers.occurrences.iter().enumerate().filter_map(|(n, one)| rows.occurrence(n, one)));
    items.extend(rows.missing());
    let before = items.len();
    items.retain(|item| !is_snoozed(portfolio, item, as_of));
    let snoozed = before - items.len();
    items.sort_by_cached_key(|item| order(portfolio, item));
    Today { items, snoozed }
}

/// What rows are ordered by: unknown days and amounts come last.
fn order(portfolio: &Portfolio, item: &TodayItem) -> impl Ord + use<> {
    let name = item.startups.first().map(|id| portfolio.startups.get(id).map_or(id.as_str(), |one| &one.name));
    (
        item.band,
        item.kind,
        item.planned.is_some(),
        (item.due.is_none(), item.due),
        Reverse(item.amount),
        name.map(str::to_owned),
        item.id.clone(),
    )
}

fn is_snoozed(portfolio: &Portfolio, item: &TodayItem, as_of: Date) -> bool {
    let startups = item.startups.iter().filter_map(|id| portfolio.startups.get(id));
    startups.flat_map(|startup| &startup.snoozes).any(|snooze| snooze.item == item.id && snooze.until > as_of)
}

struct Rows<'a> {
    portfolio: &'a Portfolio,
    answers: &'a Answers,
    as_of: Date,
    soon: i64,
}

impl Rows<'_> {
    fn band(&self, due: Option<Date>) -> Option<TodayBand> {
        TodayBand::of(due, self.as_of, self.soon)
    }

    /// A row with only its urgency, its record and its causes.
    fn item(id: String, kind: TodayKind, band: TodayBand, record: RecordRef, causes: Vec<TodayCause>) -> TodayItem {
        TodayItem {
            id,
            band,
            kind,
            record,
            path: KeyPath::top(),
            startups: Vec::new(),
            convention: None,
            who: Vec::new(),
            is_owned: false,
            due: None,
            days: None,
            amount: None,
            what: String::new(),
            causes,
            planned: None,
            occurrence: None,
        }
    }

    fn dated(&self, item: TodayItem, due: Option<Date>) -> TodayItem {
        TodayItem { due, days: due.map(|due| (self.as_of - due).num_days()), ..item }
    }

    /// The coaches of several startups.
    fn coaches_of(&self, startups: &[Id]) -> Vec<String> {
        let startups = startups.iter().filter_map(|id| self.portfolio.startups.get(id));
        startups.flat_map(|startup| self.coaches(startup)).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The people who coach a startup on the day.
    fn coaches(&self, startup: &Startup) -> Vec<String> {
        let is_coach = |from: Option<Date>, until: Option<Date>| {
            from.is_none_or(|from| from <= self.as_of) && until.is_none_or(|until| self.as_of <= until)
        };
        let coaches = startup.coaches.iter().filter(|coach| is_coach(coach.from, coach.until));
        coaches.map(|coach| coach.person.to_string()).collect()
    }

    /// The records that cannot be read, and those that conventions name and that do not exist.
    fn broken(&self) -> impl Iterator<Item = TodayItem> {
        let unreadable: BTreeSet<&RecordRef> = self.portfolio.unreadable.iter().collect();
        let row = |record: RecordRef, cause| {
            let id = format!("record-{}-{}", record.kind.name(), record.id);
            let startups = match record.kind {
                RecordKind::Startup => vec![record.id.clone()],
                _ => Vec::new(),
            };
            let item = Self::item(id, TodayKind::Record, TodayBand::Broken, record, vec![cause]);
            TodayItem { startups, ..item }
        };
        let named = self.portfolio.conventions.values().flat_map(|convention| &convention.startups);
        let missing: BTreeSet<RecordRef> = named
            .filter(|id| !self.portfolio.startups.contains_key(*id))
            .map(|id| RecordRef::new(RecordKind::Startup, id.clone()))
            .filter(|record| !unreadable.contains(record))
            .collect();
        let unreadable: Vec<TodayItem> =
            unreadable.into_iter().map(|record| row(record.clone(), TodayCause::Unreadable)).collect();
        unreadable.into_iter().chain(missing.into_iter().map(move |record| row(record, TodayCause::NoRecord)))
    }

    /// The one row of a startup that is incubated: everything that asks for a committee, dated by the earliest.
    fn committee(&self, startup: &Startup, summary: &StartupSummary) -> Option<TodayItem> {
        if !startup.phase_on(self.as_of).is_some_and(|start| start.phase.is_active()) {
            return None;
        }
        let clock = summary.committee.as_ref();
        let planned = clock.and_then(|clock| clock.planned).filter(|day| *day >= self.as_of);
        // A decision is a cause of its own.
        let is_decision = |reason| matches!(reason, Some(ClockReason::Decision | ClockReason::Deferred));
        let clause = clock.filter(|clock| !is_decision(clock.reason)).and_then(|clock| clock.next_due);
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
        let item = Self::item("committee".to_owned(), TodayKind::Committee, band, record, causes);
        let amount = money.map(|_| summary.figures.left);
        let startups = vec![startup.id.clone()];
        Some(self.dated(TodayItem { who: self.coaches(startup), startups, planned, amount, ..item }, due))
    }

    /// How long the last decision holds.
    fn decision(&self, startup: &Startup) -> Option<TodayCause> {
        let held = startup.committees.iter().filter(|one| one.state == CommitteeState::Held && one.on <= self.as_of);
        let last = held.max_by_key(|one| one.on)?;
        let deferred = last.deferred_until.map(TodayCause::DeferredUntil);
        deferred.or_else(|| last.until.map(TodayCause::DecisionUntil))
    }

    /// Anything else that is due: payments, reports, papers, obligations, conditions and actions.
    fn occurrence(&self, n: usize, one: &Occurrence) -> Option<TodayItem> {
        let kind = self.kind_of(one)?;
        let (cause, amount) = match &one.source {
            OccurrenceSource::Payment(contribution, number) => self.payment(one, contribution, *number)?,
            OccurrenceSource::Papers(_) => (TodayCause::PapersDue(one.due?), one.amount),
            _ if one.due.is_none() => (TodayCause::NoDay, one.amount),
            _ => (TodayCause::Due, one.amount),
        };
        let band = match one.state {
            OccurrenceState::Late => TodayBand::Late,
            // A payment is late only once its delay has passed.
            OccurrenceState::Due => TodayBand::Urgent,
            OccurrenceState::DueSoon => self.band(one.due)?.max(TodayBand::Urgent),
            // Without a day, only what somebody promised to do needs one.
            OccurrenceState::Open if one.due.is_none() && !one.is_obligation() => TodayBand::Undated,
            _ => return None,
        };
        let id = match (&one.convention, one.due) {
            (Some(convention), Some(due)) => format!("{convention}/{}@{due}", one.id),
            (Some(convention), None) => format!("{convention}/{}", one.id),
            (None, _) => one.id.clone(),
        };
        let who = one.owner.clone().map_or_else(|| self.coaches_of(&one.startups), |owner| vec![owner]);
        let item = TodayItem {
            path: one.path.clone(),
            startups: one.startups.clone(),
            convention: one.convention.clone(),
            who,
            is_owned: one.owner.is_some(),
            amount,
            what: one.what.clone(),
            occurrence: Some(n),
            ..Self::item(id, kind, band, one.record.clone(), vec![cause])
        };
        Some(self.dated(item, one.due))
    }

    /// The kind of an occurrence; `None` for committees, which the row of the startup shows.
    fn kind_of(&self, one: &Occurrence) -> Option<TodayKind> {
        Some(match (&one.source, one.kind) {
            (OccurrenceSource::Committee(_), _) => return None,
            (OccurrenceSource::Payment(..), _) => TodayKind::Tranche,
            (_, OccurrenceKind::Action) => TodayKind::Action,
            (_, OccurrenceKind::Condition) => TodayKind::Condition,
            (_, OccurrenceKind::Papers) => TodayKind::Report,
            _ if self.is_report(one) => TodayKind::Report,
            _ => TodayKind::Obligation,
        })
    }

    /// Why a payment is a row, and what is outstanding. The incubator's own party calls for what is due to it and pays
    /// what it owes; the payments of others are rows once they are late. Payments that are not followed are no rows.
    fn payment(&self, one: &Occurrence, contribution: &str, number: usize) -> Option<(TodayCause, Option<Money>)> {
        if !one.payments_recorded {
            return None;
        }
        let commitments = self.answers.commitments.iter().map(|one| (&one.contribution, &one.tranches));
        let mut own =
            commitments.filter(|(of, _)| Some(&of.convention) == one.convention.as_ref() && of.id == contribution);
        let tranche = own.find_map(|(_, tranches)| tranches.iter().find(|tranche| tranche.number == number));
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

    fn is_report(&self, one: &Occurrence) -> bool {
        let convention = self.portfolio.conventions.get(&one.record.id);
        let obligations = convention.into_iter().flat_map(|convention| &convention.obligations);
        let mut own = obligations.filter(|obligation| obligation.id == one.obligation);
        let topic = own.find_map(|obligation| obligation.about);
        matches!(topic, Some(ObligationTopic::ManagementReport | ObligationTopic::StatementOfExpenditure))
    }

    /// The facts that are missing, one row each, with the money that they block.
    fn missing(&self) -> Vec<TodayItem> {
        let mut blocked: BTreeMap<(&Id, &'static str), (Unknown, Money, &[Id])> = BTreeMap::new();
        for one in self.answers.occurrences.iter().filter(|one| one.state == OccurrenceState::Undetermined) {
            let Some(unknown @ (Unknown::Signature | Unknown::Term | Unknown::NoDay)) = one.unknown else { continue };
            let Some(convention) = &one.convention else { continue };
            let known = blocked.entry((convention, unknown.name())).or_insert((unknown, Money::ZERO, &one.startups));
            known.1 += one.amount.unwrap_or(Money::ZERO);
        }
        let row = |((convention, name), (unknown, amount, startups)): ((&Id, &str), (Unknown, Money, &[Id]))| {
            let record = RecordRef::new(RecordKind::Convention, convention.clone());
            let (id, causes) = (format!("{convention}/missing-{name}"), vec![TodayCause::Missing(unknown)]);
            TodayItem {
                startups: startups.to_vec(),
                convention: Some(convention.clone()),
                who: self.coaches_of(startups),
                amount: (amount > Money::ZERO).then_some(amount),
                ..Self::item(id, TodayKind::Missing, TodayBand::Undated, record, causes)
            }
        };
        blocked.into_iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Action, Coach, Committee, Decision, Snooze};
    use crate::rules::answers;
    use crate::rules::testing::{at, contribution, convention, day, id, money, portfolio, startup};

    fn held(on: &str, until: Option<&str>) -> Committee {
        Committee {
            decision: Some(Decision::Continue),
            until: until.map(day),
            ..Committee::new(day(on), CommitteeState::Held)
        }
    }

    fn action(what: &str, due: Option<&str>) -> Action {
        Action { due: due.map(day), ..Action::new(what) }
    }

    /// The kind, the band and the first cause of each row.
    fn rows(portfolio: &Portfolio, as_of: &str) -> Vec<(TodayKind, TodayBand, TodayCause)> {
        let as_of = day(as_of);
        let today = today(portfolio, &answers(portfolio, as_of), as_of);
        today.items.iter().map(|item| (item.kind, item.band, item.causes[0])).collect()
    }

    #[test]
    fn one_committee_row_has_all_causes_and_the_earliest_day() {
        let mut one = startup("comobi");
        one.committees =
            vec![held("2020-06-01", Some("2020-10-31")), Committee::new(day("2020-11-15"), CommitteeState::Planned)];
        let portfolio = portfolio(vec![one], vec![]);
        let as_of = day("2020-12-15");
        let found = today(&portfolio, &answers(&portfolio, as_of), as_of);
        let [row] = &found.items[..] else { panic!("{found:?}") };
        let names: Vec<_> = row.causes.iter().map(|cause| cause.name()).collect();
        assert_eq!(names, ["decision-until", "planned-passed", "committee-due"]);
        assert_eq!((row.band, row.due, row.days), (TodayBand::Late, Some(day("2020-10-31")), Some(45)));
    }

    #[test]
    fn a_startup_that_has_left_needs_no_committee() {
        let mut one = startup("comobi");
        one.committees = vec![held("2020-06-01", Some("2020-10-31"))];
        one.phases.push(crate::rules::testing::phase(crate::model::Phase::Transferred, "2020-11-01"));
        assert_eq!(rows(&portfolio(vec![one], vec![]), "2020-12-01"), []);
    }

    #[test]
    fn actions_are_rows_by_their_day_until_they_are_done() {
        let mut one = startup("comobi");
        one.committees = vec![held("2020-11-01", None)];
        let done = Action { done: Some(day("2020-11-20")), ..action("done", Some("2020-11-01")) };
        one.actions = vec![
            action("undated", None),
            action("far", Some("2021-03-01")),
            action("soon", Some("2020-12-20")),
            action("urgent", Some("2020-12-08")),
            action("late", Some("2020-11-30")),
            done,
        ];
        let portfolio = portfolio(vec![one], vec![]);
        let as_of = day("2020-12-01");
        let found = today(&portfolio, &answers(&portfolio, as_of), as_of);
        let shown: Vec<_> = found.items.iter().map(|item| (item.what.as_str(), item.band, item.days)).collect();
        let expected = [
            ("late", TodayBand::Late, Some(1)),
            ("urgent", TodayBand::Urgent, Some(-7)),
            ("soon", TodayBand::Soon, Some(-19)),
            ("undated", TodayBand::Undated, None),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_late_tranche_comes_after_a_late_committee_with_what_is_outstanding() {
        let mut agreement = convention("agreement", &["comobi"], "2020-01-01");
        agreement.contributions = vec![contribution("pau", &[("17500", at("signature"))])];
        let mut one = startup("comobi");
        one.committees = vec![held("2020-02-01", Some("2020-10-31"))];
        let portfolio = portfolio(vec![one], vec![agreement]);
        let as_of = day("2020-12-01");
        let found = today(&portfolio, &answers(&portfolio, as_of), as_of);
        let kinds: Vec<_> = found.items.iter().map(|item| (item.kind, item.band)).collect();
        assert_eq!(kinds, [(TodayKind::Committee, TodayBand::Late), (TodayKind::Tranche, TodayBand::Late)]);
        assert_eq!(found.items[1].amount, Some(money("17500")));
    }

    #[test]
    fn a_snooze_hides_its_row_until_its_day() {
        let mut one = startup("comobi");
        one.committees = vec![held("2020-06-01", Some("2020-10-31"))];
        let until = day("2020-12-10");
        one.snoozes = vec![Snooze { item: "committee".to_owned(), until, reason: None, by: None }];
        let portfolio = portfolio(vec![one], vec![]);
        assert_eq!(rows(&portfolio, "2020-12-09"), []);
        let snoozed = today(&portfolio, &answers(&portfolio, day("2020-12-09")), day("2020-12-09")).snoozed;
        assert_eq!(snoozed, 1);
        assert_eq!(rows(&portfolio, "2020-12-10").len(), 1, "it ends on its day");
    }

    #[test]
    fn a_row_is_its_owners_and_without_one_its_coachs() {
        let mut one = startup("comobi");
        one.coaches = vec![
            Coach { person: id("coach-a"), from: None, until: Some(day("2020-06-30")) },
            Coach { person: id("coach-b"), from: Some(day("2020-07-01")), until: None },
        ];
        one.committees = vec![held("2020-11-01", None)];
        let owned = Action { owner: Some("coach-a".to_owned()), ..action("owned", Some("2020-11-30")) };
        one.actions = vec![owned, action("free", Some("2020-11-30"))];
        let portfolio = portfolio(vec![one], vec![]);
        let found = today(&portfolio, &answers(&portfolio, day("2020-12-01")), day("2020-12-01"));
        let of = |person: &str| -> Vec<&str> {
            found.items.iter().filter(|item| item.is_of(&id(person))).map(|item| item.what.as_str()).collect()
        };
        assert_eq!(of("coach-a"), ["owned"]);
        assert_eq!(of("coach-b"), ["free"]);
    }
}
