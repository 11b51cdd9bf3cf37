//! Contributions and their tranches as of a day.

use super::{Figures, Unknown};
use crate::model::{Date, Id, KeyPath, Money, RecordRef};

/// How far spending is from the threshold of a tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpendingGate {
    /// Whose spending.
    pub by: Id,
    /// Paid so far (CP).
    pub spent: Money,
    pub threshold: Money,
    /// The day on which the threshold was reached.
    pub crossed: Option<Date>,
}

/// The state of a tranche.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrancheState {
    /// Its day is unknown: no signature, no term.
    Undetermined,
    /// Its day lies ahead, or papers, spending or an event are awaited.
    Waiting,
    /// Due, nothing paid, nothing called.
    Due,
    /// Called, nothing paid.
    Called,
    /// Paid in part, and not late.
    PartPaid,
    Paid,
    /// Due for longer than the payment delay.
    Late,
}

impl TrancheState {
    pub const ALL: [Self; 7] =
        [Self::Undetermined, Self::Waiting, Self::Due, Self::Called, Self::PartPaid, Self::Paid, Self::Late];

    /// The word in JSON, and the end of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Undetermined => "undetermined",
            Self::Waiting => "waiting",
            Self::Due => "due",
            Self::Called => "called",
            Self::PartPaid => "part-paid",
            Self::Paid => "paid",
            Self::Late => "late",
        }
    }
}

/// A tranche as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrancheSummary {
    pub convention: Id,
    pub contribution: String,
    /// Its number within the contribution, from 1.
    pub number: usize,
    pub from: Id,
    pub to: Option<Id>,
    pub amount: Money,
    pub paid: Money,
    pub called: Money,
    /// The day on which it fell or falls due, if that is known; an estimated one if it depends on an estimated end.
    pub due: Option<Date>,
    /// What is missing to know the day.
    pub unknown: Option<Unknown>,
    /// Late after this day.
    pub late_after: Option<Date>,
    pub state: TrancheState,
    /// If it depends on spending: how far that is.
    pub gate: Option<SpendingGate>,
    /// The papers that it needs and that nothing recorded brought yet.
    pub missing: Vec<String>,
    pub article: Option<String>,
    /// The convention's record, or that of the amendment that states it.
    pub record: RecordRef,
    /// Its entry in that record (`contributions[n].tranches[m]`).
    pub path: KeyPath,
}

/// A contribution as of a day, with its tranches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    pub contribution: ContributionSummary,
    /// Whether it is a framework's: its money is never added to the startups'.
    pub framework: bool,
    /// The startups that it is for.
    pub startups: Vec<Id>,
    /// Its tranches, in written order; none if the contributor spends the money itself.
    pub tranches: Vec<TrancheSummary>,
}

/// A contribution as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContributionSummary {
    pub convention: Id,
    /// Its id within the convention.
    pub id: String,
    pub from: Id,
    /// Who receives it; `None` if the contributor spends it itself.
    pub to: Option<Id>,
    /// The one startup it is for, if the convention has several.
    pub startup: Option<Id>,
    /// The startups that share it without `shares`; empty if it is for one startup.
    pub shared_with: Vec<Id>,
    pub figures: Figures,
    pub article: Option<String>,
    /// The convention's record, or that of the amendment that states it.
    pub record: RecordRef,
    /// Its entry in that record (`contributions[n]`).
    pub path: KeyPath,
}
