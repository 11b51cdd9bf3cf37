//! The figures of one portfolio as of two days.

use super::{Answers, Figure, Figures, OccurrenceState, StartupSummary, answers_with};
use crate::model::{Date, Id, Money, Portfolio};
use crate::parallel::MapChunks;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedKind {
    Amount(Figure),
    /// The number of late obligations.
    LateCount,
    /// The number of obligations without a known due date.
    UndeterminedCount,
    /// The day on which the money runs out.
    RunsOut,
}

/// A value as of one of the days; `None` if it is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedValue {
    Amount(Option<Money>),
    Count(i64),
    Day(Option<Date>),
}

/// One figure as of both days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedFigure {
    pub kind: ComparedKind,
    pub was: ComparedValue,
    pub is: ComparedValue,
}

impl ComparedFigure {
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.was != self.is
    }

    /// Returns the second value less the first, in euros, in obligations, or in days. `None` if one of them is unknown.
    #[must_use]
    pub fn difference(&self) -> Option<ComparedDifference> {
        match (self.was, self.is) {
            (ComparedValue::Amount(Some(was)), ComparedValue::Amount(Some(is))) => {
                Some(ComparedDifference::Amount(is - was))
            }
            (ComparedValue::Count(was), ComparedValue::Count(is)) => Some(ComparedDifference::Count(is - was)),
            (ComparedValue::Day(Some(was)), ComparedValue::Day(Some(is))) => {
                Some(ComparedDifference::Days((is - was).num_days()))
            }
            _ => None,
        }
    }
}

/// A difference between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedDifference {
    Amount(Money),
    Count(i64),
    Days(i64),
}

/// The figures of a portfolio as of two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayComparison {
    /// The days, in the order in which they were given.
    pub days: [Date; 2],
    pub total: Vec<ComparedFigure>,
    pub startups: Vec<(Id, Vec<ComparedFigure>)>,
}

impl DayComparison {
    /// Returns whether any figure differs.
    #[must_use]
    pub fn has_changes(&self) -> bool {
        let mut all = self.startups.iter().map(|(_, figures)| figures).chain([&self.total]).flatten();
        all.any(ComparedFigure::is_changed)
    }
}

/// Compares all figures as of two days, the earlier one first.
#[must_use]
pub fn compare_in_order(portfolio: &Portfolio, [one, other]: [Date; 2], threads: &impl MapChunks) -> DayComparison {
    compare_days(portfolio, [one.min(other), one.max(other)], threads)
}

/// Compares all figures as of two days.
#[must_use]
pub fn compare_days(portfolio: &Portfolio, days: [Date; 2], threads: &impl MapChunks) -> DayComparison {
    let [was, is] = days.map(|day| answers_with(portfolio, day, threads));
    let count = |answers: &Answers, state| {
        let its = answers.occurrences.iter().filter(|one| one.state == state && one.is_obligation());
        number(its.count())
    };
    let counts = |state| [count(&was, state), count(&is, state)];
    let mut total = amounts([was.funding.total, is.funding.total]);
    total.push(counted(ComparedKind::LateCount, counts(OccurrenceState::Late)));
    total.push(counted(ComparedKind::UndeterminedCount, counts(OccurrenceState::Undetermined)));
    // Both lists have a row for each startup, sorted by id.
    let startups = was.startups.iter().zip(&is.startups).map(|rows| (rows.0.startup.clone(), of_startup(rows)));
    DayComparison { days, total, startups: startups.collect() }
}

fn of_startup((was, is): (&StartupSummary, &StartupSummary)) -> Vec<ComparedFigure> {
    let mut all = amounts([was.figures, is.figures]);
    all.push(counted(ComparedKind::LateCount, [number(was.late), number(is.late)]));
    all.push(counted(ComparedKind::UndeterminedCount, [number(was.undetermined), number(is.undetermined)]));
    let [was, is] = [was.runs_out, is.runs_out].map(ComparedValue::Day);
    all.push(ComparedFigure { kind: ComparedKind::RunsOut, was, is });
    all
}

fn amounts([was, is]: [Figures; 2]) -> Vec<ComparedFigure> {
    let compared = |figure| {
        let [was, is] = [was, is].map(|figures| ComparedValue::Amount(figures.value(figure)));
        ComparedFigure { kind: ComparedKind::Amount(figure), was, is }
    };
    Figure::ALL.into_iter().map(compared).collect()
}

fn counted(kind: ComparedKind, counts: [i64; 2]) -> ComparedFigure {
    let [was, is] = counts.map(ComparedValue::Count);
    ComparedFigure { kind, was, is }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
