//! The tour of the demo: seven steps in a line below the screen. A step is done once its effect is committed, whether
//! by the screen, the command line, or an editor.

use super::command::Command;
use super::keymap::KeyContext;
use super::{Data, Screen};
use crate::edit::Verb;
use crate::model::{CommitteeState, Convention, Id, Portfolio};

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourStep {
    Done,
    Pay,
    Sign,
    Hold,
    Action,
    Undo,
    View,
}

impl TourStep {
    pub const ALL: [Self; 7] = [Self::Done, Self::Pay, Self::Sign, Self::Hold, Self::Action, Self::Undo, Self::View];

    /// Returns the name in message keys: `tour-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Pay => "pay",
            Self::Sign => "sign",
            Self::Hold => "hold",
            Self::Action => "action",
            Self::Undo => "undo",
            Self::View => "view",
        }
    }

    /// Returns the commands that do it, each with the context in which its keys are looked up.
    #[must_use]
    pub fn commands(self) -> Vec<(KeyContext, Command)> {
        let on = |command| (KeyContext::Portfolio, command);
        let commit = (KeyContext::Form, Command::Commit);
        let edit = |screen: Screen, verb| vec![on(screen.command()), on(Command::Verb(verb)), commit];
        match self {
            Self::Done => edit(Screen::Obligations, Verb::Done),
            Self::Pay => edit(Screen::Funding, Verb::Pay),
            Self::Sign => edit(Screen::Portfolio, Verb::Sign),
            Self::Hold => edit(Screen::Committees, Verb::Hold),
            Self::Action => vec![on(Command::Verb(Verb::Action)), commit],
            Self::Undo => vec![on(Command::Undo)],
            Self::View => vec![on(Command::Views), (KeyContext::Views, Command::Verb(Verb::View)), commit],
        }
    }
}

/// The facts that the steps record, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct RecordedFacts {
    done: usize,
    payments: usize,
    signed: usize,
    held: usize,
    actions: usize,
    views: usize,
}

impl RecordedFacts {
    fn of(portfolio: &Portfolio) -> Self {
        let mut counts = Self { views: portfolio.incubator.views.len(), ..Self::default() };
        for convention in portfolio.conventions.values() {
            counts.done += convention.obligations.iter().map(|one| one.fulfilled.len()).sum::<usize>();
            counts.payments += convention.payments.len();
            counts.signed += usize::from(convention.signed.is_some());
        }
        for startup in portfolio.startups.values() {
            counts.done += startup.actions.iter().filter(|one| one.done.is_some()).count();
            counts.done += startup.conditions.iter().filter(|one| one.met.or(one.not_met).is_some()).count();
            counts.held += startup.committees.iter().filter(|one| one.state == CommitteeState::Held).count();
            counts.actions += startup.actions.len();
        }
        counts
    }

    const fn all(&self) -> usize {
        self.done + self.payments + self.signed + self.held + self.actions + self.views
    }

    /// Returns whether a step was done since `before`.
    const fn has(&self, step: TourStep, before: &Self) -> bool {
        match step {
            TourStep::Done => self.done > before.done,
            TourStep::Pay => self.payments > before.payments,
            TourStep::Sign => self.signed > before.signed,
            TourStep::Hold => self.held > before.held,
            TourStep::Action => self.actions > before.actions,
            TourStep::Undo => self.all() < before.all(),
            TourStep::View => self.views > before.views,
        }
    }
}

/// Where the tour is.
#[derive(Clone, Debug, Default)]
pub struct Tour {
    /// The index of the step.
    at: usize,
    /// The facts when the step began; `None` before the records have been read.
    before: Option<RecordedFacts>,
}

impl Tour {
    /// Returns the step with its number from 1; `None` after the last one.
    #[must_use]
    pub fn step(&self) -> Option<(usize, TourStep)> {
        TourStep::ALL.get(self.at).map(|step| (self.at + 1, *step))
    }

    /// Continues if the step is done. Uncommitted changes are not in the repository yet.
    pub fn look_at(&mut self, data: &Data) {
        let is_read = data.loading.is_none() && !data.portfolio.startups.is_empty();
        if !is_read || !data.dirty.is_empty() {
            return;
        }
        let now = RecordedFacts::of(&data.portfolio);
        match (self.before, self.step()) {
            (Some(before), Some((_, step))) if now.has(step, &before) => {
                self.at += 1;
                self.before = Some(now);
            }
            _ => self.before = Some(now),
        }
    }

    /// Skips the step.
    pub fn skip(&mut self, data: &Data) {
        self.at += 1;
        self.before = Some(RecordedFacts::of(&data.portfolio));
    }
}

/// Returns the startup of a convention that waits for its signature.
#[must_use]
pub fn unsigned(portfolio: &Portfolio) -> Option<&Id> {
    let waits = |one: &&Convention| one.is_partnership() && one.signed.is_none() && !one.undated;
    portfolio.conventions.values().map(AsRef::as_ref).find(waits)?.startups.first()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Payment, RecordKind, RecordRef};
    use crate::testing::portfolios::{convention, id, payment, portfolio, startup};

    fn data(payments: Vec<Payment>) -> Data {
        let one = Convention { payments, ..convention("c", &["s"], "2020-01-01") };
        Data { portfolio: Arc::new(portfolio(vec![startup("s")], vec![one])), ..Data::default() }
    }

    #[test]
    fn a_step_is_done_when_its_effect_is_committed() {
        let (none, one) = (data(Vec::new()), data(vec![payment("pau", "1", "2020-02-01")]));
        let mut tour = Tour::default();
        tour.look_at(&none);
        assert_eq!(tour.step(), Some((1, TourStep::Done)));
        tour.look_at(&one);
        assert_eq!(tour.step(), Some((1, TourStep::Done)), "a payment is not this step");
        tour.skip(&none);
        assert_eq!(tour.step(), Some((2, TourStep::Pay)));
        let dirty = [RecordRef::new(RecordKind::Convention, id("c"))].into();
        tour.look_at(&Data { dirty: Arc::new(dirty), ..one.clone() });
        assert_eq!(tour.step(), Some((2, TourStep::Pay)), "not committed");
        tour.look_at(&one);
        assert_eq!(tour.step(), Some((3, TourStep::Sign)));
        (0..3).for_each(|_| tour.skip(&one));
        tour.look_at(&one);
        assert_eq!(tour.step(), Some((6, TourStep::Undo)));
        tour.look_at(&none);
        assert_eq!(tour.step(), Some((7, TourStep::View)), "undone");
        tour.skip(&none);
        assert_eq!(tour.step(), None);
    }
}
