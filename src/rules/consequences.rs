//! What follows from a decision of a committee: actions, a phase, the next committee, and warnings. Sources: the
//! handbook of the beta.gouv.fr network (orders take a month; stopping), and the end of the budget year.

use chrono::{Datelike, Days, Months};

use super::startup_summary;
use crate::model::{Committee, CommitteeState, Date, DayOff, Decision, Id, Phase, Portfolio};

/// The days that an order takes.
const ORDER_DAYS: u64 = 30;
/// How many days before the money runs out the next committee is held, if the usual day is too soon.
const LATEST_COMMITTEE: u32 = 30;
/// Any span of this many days contains a working day.
const WEEK: u64 = 7;

/// What a committee decides about a startup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProposedDecision {
    pub on: Date,
    pub decision: Decision,
    /// The last day that it funds; of a deferral, the day to which it is deferred.
    pub until: Option<Date>,
}

/// Something that follows from a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consequence {
    pub kind: ConsequenceKind,
    /// The due day of an action, the first day of a phase, the day of the next committee, or the day that a warning is
    /// about; `None` if the decision sets none.
    pub on: Option<Date>,
}

/// The kinds of consequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsequenceKind {
    /// An action, due the same day: an order takes a month.
    InformProcurement,
    /// A warning: an order placed now would be ready after the money ends.
    MoneyEndsFirst,
    /// A warning: an order placed now would be ready after the budget year closes (15 December).
    YearEndsFirst,
    /// The startup enters a phase.
    Phase(Phase),
    /// An action: name the body that takes the service over.
    Recipient,
    /// An action: record what was learnt.
    PostMortem,
    /// An action: send the management report.
    ManagementReport,
    /// An action: return unspent money.
    Refund,
    /// An action: update the public record.
    PublicRecord,
    /// An action: a file with all that a restart needs.
    RestartFile,
    /// The next committee is planned.
    NextCommittee,
}

impl ConsequenceKind {
    /// Returns the word in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InformProcurement => "inform-procurement",
            Self::MoneyEndsFirst => "money-ends-first",
            Self::YearEndsFirst => "year-ends-first",
            Self::Phase(_) => "phase",
            Self::Recipient => "recipient",
            Self::PostMortem => "post-mortem",
            Self::ManagementReport => "management-report",
            Self::Refund => "refund",
            Self::PublicRecord => "public-record",
            Self::RestartFile => "restart-file",
            Self::NextCommittee => "next-committee",
        }
    }

    /// Returns whether it is only reported.
    #[must_use]
    pub const fn is_warning(self) -> bool {
        matches!(self, Self::MoneyEndsFirst | Self::YearEndsFirst)
    }

    /// Returns whether it is an action.
    #[must_use]
    pub const fn is_action(self) -> bool {
        !self.is_warning() && !matches!(self, Self::Phase(_) | Self::NextCommittee)
    }
}

/// Returns what follows from a decision about a startup. Returns nothing for a deferral, which records its own day.
#[must_use]
pub fn consequences(portfolio: &Portfolio, startup: &Id, decided: &ProposedDecision) -> Vec<Consequence> {
    use ConsequenceKind as Kind;
    let Some(record) = portfolio.startups.get(startup) else { return Vec::new() };
    let (on, decision) = (decided.on, decided.decision);
    if decision == Decision::Defer {
        return Vec::new();
    }
    let mut all = vec![Consequence { kind: Kind::InformProcurement, on: Some(on) }];
    let mut add = |kind, on| all.push(Consequence { kind, on });
    let runs_out = startup_summary(portfolio, startup, on).and_then(|summary| summary.runs_out);
    let decided_until = || {
        let before = record.committees.iter().filter(|one| one.is_held_by(on) && one.on < on);
        before.max_by_key(|one| one.on).and_then(|one: &Committee| one.until)
    };
    let ends = runs_out.or_else(decided_until);
    let funds = !matches!(decision, Decision::Stop | Decision::Transfer);
    if let Some(ready) = on.checked_add_days(Days::new(ORDER_DAYS)).filter(|_| funds) {
        if let Some(ends) = ends.filter(|ends| ready > *ends) {
            add(Kind::MoneyEndsFirst, Some(ends));
        }
        if let Some(closes) = Date::from_ymd_opt(on.year(), 12, 15).filter(|closes| ready > *closes) {
            add(Kind::YearEndsFirst, Some(closes));
        }
    }
    let phase = match decision {
        Decision::Construct => Some(Phase::Construction),
        Decision::Accelerate => Some(Phase::Acceleration),
        Decision::Consolidate => Some(Phase::Consolidation),
        _ => None,
    };
    let is_in = |phase| record.phase_on(on).is_some_and(|start| start.phase == phase);
    if let Some(phase) = phase.filter(|phase| !is_in(*phase)) {
        add(Kind::Phase(phase), Some(on));
    }
    match decision {
        Decision::Transfer => add(Kind::Recipient, None),
        Decision::Stop => {
            for kind in [Kind::PostMortem, Kind::ManagementReport, Kind::Refund, Kind::PublicRecord, Kind::RestartFile]
            {
                add(kind, None);
            }
        }
        _ => {}
    }
    if let Some(next) = next_committee(portfolio, startup, decided) {
        add(Kind::NextCommittee, Some(next));
    }
    all
}

/// Returns the day proposed for the next committee: of a deferral the day to which it is deferred; of a provisional
/// decision its own, in one month or two; else as many days before the money ends as the portfolio is used to, or 30
/// if that is too soon. A day off gives way to the last working day before. `None` if no day is known, if the
/// decision ends the startup, or if a committee is planned.
#[must_use]
pub fn next_committee(portfolio: &Portfolio, startup: &Id, decided: &ProposedDecision) -> Option<Date> {
    let on = decided.on;
    let mut committees = portfolio.startups.get(startup)?.committees.iter();
    if committees.any(|one| one.state == CommitteeState::Planned && one.on > on) {
        return None;
    }
    let day = match decided.decision {
        Decision::Stop | Decision::Transfer => None,
        Decision::Defer => decided.until,
        Decision::Provisional => {
            let (soonest, latest) = (on.checked_add_months(Months::new(1))?, on.checked_add_months(Months::new(2))?);
            Some(decided.until.map_or(latest, |until| until.clamp(soonest, latest)))
        }
        _ => {
            let runs_out = || startup_summary(portfolio, startup, on).and_then(|summary| summary.runs_out);
            let ends = decided.until.or_else(runs_out)?;
            let before = |days: u32| ends.checked_sub_days(Days::new(days.into())).filter(|day| *day > on);
            before(portfolio.incubator.habits.committee_before_runout_days).or_else(|| before(LATEST_COMMITTEE))
        }
    };
    day.map(working_day).filter(|day| *day > on)
}

/// Returns the day, or the last working day before it.
fn working_day(day: Date) -> Date {
    let days = (0..WEEK).filter_map(|back| day.checked_sub_days(Days::new(back)));
    days.into_iter().find(|day| DayOff::of(*day).is_none()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{CommitteeState, Startup};
    use crate::testing::portfolios::{committee, day, id, phase, startup};

    fn of(on: &str, decision: Decision, until: Option<&str>) -> Vec<String> {
        let mut portfolio = Portfolio::default();
        let last = Committee { until: Some(day("2026-03-31")), ..committee(CommitteeState::Held, "2025-09-01") };
        let phases = vec![phase(Phase::Construction, "2025-01-01")];
        portfolio.insert_startup(Arc::new(Startup { phases, committees: vec![last], ..startup("s") }));
        let decided = ProposedDecision { on: day(on), decision, until: until.map(day) };
        let named = |one: Consequence| {
            let phase = match one.kind {
                ConsequenceKind::Phase(phase) => format!(" {}", phase.name()),
                _ => String::new(),
            };
            let day = one.on.map(|on| format!(" {on}")).unwrap_or_default();
            format!("{}{phase}{day}", one.kind.name())
        };
        consequences(&portfolio, &id("s"), &decided).into_iter().map(named).collect()
    }

    #[test]
    fn each_decision_has_its_consequences() {
        let inform = "inform-procurement 2026-02-01";
        assert_eq!(
            of("2026-02-01", Decision::Continue, Some("2026-08-31")),
            [inform, "next-committee 2026-07-17"],
            "45 days before the money ends"
        );
        assert_eq!(
            of("2026-02-01", Decision::Continue, Some("2026-03-10")),
            [inform, "next-committee 2026-02-06"],
            "the working day before"
        );
        assert_eq!(of("2026-02-01", Decision::Continue, None), [inform]);
        assert_eq!(of("2026-02-01", Decision::Construct, None), [inform], "it is in construction");
        assert_eq!(of("2026-02-01", Decision::Accelerate, None), [inform, "phase acceleration 2026-02-01"]);
        assert_eq!(of("2026-02-01", Decision::Provisional, None), [inform, "next-committee 2026-04-01"]);
        assert_eq!(of("2026-02-01", Decision::Provisional, Some("2026-02-10")), [inform, "next-committee 2026-02-27"]);
        assert_eq!(of("2026-02-01", Decision::Transfer, None), [inform, "recipient"]);
        assert_eq!(
            of("2026-02-01", Decision::Stop, None),
            [inform, "post-mortem", "management-report", "refund", "public-record", "restart-file"]
        );
        assert_eq!(of("2026-02-01", Decision::Defer, Some("2026-03-01")), [""; 0]);
    }

    #[test]
    fn the_next_committee_follows_the_habit_unless_one_is_planned() {
        let mut portfolio = Portfolio::default();
        let mut incubator = crate::model::Incubator::default();
        incubator.habits.committee_before_runout_days = 60;
        portfolio.incubator = Arc::new(incubator);
        portfolio.insert_startup(Arc::new(startup("s")));
        let until = Some(day("2026-08-31"));
        let next = |portfolio: &Portfolio, decision| {
            next_committee(portfolio, &id("s"), &ProposedDecision { on: day("2026-02-01"), decision, until })
        };
        assert_eq!(next(&portfolio, Decision::Continue), Some(day("2026-07-02")));
        assert_eq!(next(&portfolio, Decision::Defer), until);
        assert_eq!(next(&portfolio, Decision::Stop), None);
        let committees = vec![committee(CommitteeState::Planned, "2026-05-04")];
        portfolio.insert_startup(Arc::new(Startup { committees, ..startup("s") }));
        assert_eq!(next(&portfolio, Decision::Continue), None);
    }

    #[test]
    fn an_order_takes_thirty_days() {
        let late = of("2026-03-02", Decision::Maintain, None);
        assert_eq!(late, ["inform-procurement 2026-03-02", "money-ends-first 2026-03-31"]);
        assert_eq!(of("2026-03-01", Decision::Maintain, None), ["inform-procurement 2026-03-01"]);
        let year = of("2025-11-16", Decision::Maintain, None);
        assert_eq!(year, ["inform-procurement 2025-11-16", "year-ends-first 2025-12-15"]);
        assert_eq!(of("2025-11-15", Decision::Maintain, None), ["inform-procurement 2025-11-15"]);
    }
}
