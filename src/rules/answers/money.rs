//! Contributions and their tranches as of one day.

use super::{Figures, Unknown};
use crate::model::{Date, Id, KeyPath, Money, RecordRef};

/// How far the spending of a party is from the threshold of a tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpendingGate {
    /// The party whose spending counts.
    pub by: Id,
    /// What it has paid so far (CP).
    pub spent: Money,
    pub threshold: Money,
    /// The day on which it reached the threshold.
    pub crossed: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrancheState {
    /// The due date is unknown: the convention has no signature or no term.
    Undetermined,
    /// Not due yet, or waiting for papers, spending or an event.
    Waiting,
    /// Due, with nothing called or paid.
    Due,
    /// Called, with nothing paid.
    Called,
    /// Partly paid, and not late.
    PartPaid,
    Paid,
    /// Not fully paid when the payment delay had passed.
    Late,
    /// Never due: the convention was terminated before.
    Lapsed,
}

impl TrancheState {
    pub const ALL: [Self; 8] = [
        Self::Undetermined,
        Self::Waiting,
        Self::Due,
        Self::Called,
        Self::PartPaid,
        Self::Paid,
        Self::Late,
        Self::Lapsed,
    ];

    /// Returns the word in JSON, which is also the suffix of the message key.
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
            Self::Lapsed => "lapsed",
        }
    }
}

/// A tranche as of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrancheSummary {
    pub convention: Id,
    pub contribution: String,
    /// The number within the contribution, from 1.
    pub number: usize,
    pub from: Id,
    pub to: Option<Id>,
    pub amount: Money,
    pub paid: Money,
    pub called: Money,
    /// The due date, if it is known. If it depends on an estimated end, the estimate.
    pub due: Option<Date>,
    /// What is missing to compute the due date.
    pub unknown: Option<Unknown>,
    /// The last day of the payment delay: the tranche is late from the next day on.
    pub late_after: Option<Date>,
    pub state: TrancheState,
    /// The progress toward the spending threshold, if the tranche has one.
    pub gate: Option<SpendingGate>,
    /// The papers that the tranche needs and that no call or fulfilment brought yet.
    pub missing: Vec<String>,
    pub article: Option<String>,
    /// The record of the convention, or of the amendment that states the tranche.
    pub record: RecordRef,
    /// The path of the tranche in that record (`contributions[n].tranches[m]`).
    pub path: KeyPath,
}

/// A contribution as of one day, with its tranches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    pub contribution: ContributionSummary,
    /// Whether the convention is a framework: its money is never added to that of the startups.
    pub framework: bool,
    /// The startups that the contribution is for.
    pub startups: Vec<Id>,
    /// The tranches, in written order. Empty if the contributor spends the money directly.
    pub tranches: Vec<TrancheSummary>,
}

/// A contribution as of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContributionSummary {
    pub convention: Id,
    /// The id within the convention.
    pub id: String,
    pub from: Id,
    /// The payee; `None` if the contributor spends the money directly.
    pub to: Option<Id>,
    /// The only startup that the contribution is for, if the convention has several.
    pub startup: Option<Id>,
    /// The startups that share the contribution without `shares`. Empty if it is for one startup.
    pub shared_with: Vec<Id>,
    pub figures: Figures,
    pub article: Option<String>,
    /// The record of the convention, or of the amendment that states the contribution.
    pub record: RecordRef,
    /// The path of the contribution in that record (`contributions[n]`).
    pub path: KeyPath,
}
