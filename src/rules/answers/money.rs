//! Figures, the lines behind them, and the standing of contributions and tranches.

use std::ops::{AddAssign, SubAssign};

use super::Unknown;
use crate::model::{Date, Id, KeyPath, Money, RecordRef};

/// One line of a sum: how much, from when, and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureLine {
    /// How much it adds.
    pub amount: Money,
    /// The day it counts from, where it has one.
    pub on: Option<Date>,
    /// The record that holds it.
    pub record: RecordRef,
    /// Where in that record.
    pub path: KeyPath,
    /// The article behind it.
    pub article: Option<String>,
}

/// The figures of a contribution, a convention, a startup, a party or the portfolio.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Promised in cash.
    pub committed: Money,
    /// Of that, what has come due (payee contributions only).
    pub due: Money,
    /// Promised to a payee and still to come, at a day that nobody knows yet: no signature, no term.
    pub undetermined: Money,
    /// Asked for.
    pub called: Money,
    /// Come in.
    pub received: Money,
    /// Due and not come in.
    pub outstanding: Money,
    /// Outstanding for longer than the payment habit allows.
    pub late: Money,
    /// Spending engaged (autorisations d'engagement).
    pub ae: Money,
    /// Spending paid (crédits de paiement).
    pub cp: Money,
    /// Received and not spent: received − CP.
    pub left: Money,
    /// To give back: left at the end, less what was given back.
    pub refundable: Money,
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        for figure in Figure::ALL {
            *self.get_mut(figure) += other.get(figure);
        }
    }
}

impl SubAssign for Figures {
    fn sub_assign(&mut self, other: Self) {
        for figure in Figure::ALL {
            *self.get_mut(figure) -= other.get(figure);
        }
    }
}

impl Figures {
    /// One of the figures, to be changed.
    pub const fn get_mut(&mut self, figure: Figure) -> &mut Money {
        match figure {
            Figure::Committed => &mut self.committed,
            Figure::Due => &mut self.due,
            Figure::Undetermined => &mut self.undetermined,
            Figure::Called => &mut self.called,
            Figure::Received => &mut self.received,
            Figure::Outstanding => &mut self.outstanding,
            Figure::Late => &mut self.late,
            Figure::Ae => &mut self.ae,
            Figure::Cp => &mut self.cp,
            Figure::Left => &mut self.left,
            Figure::Refundable => &mut self.refundable,
        }
    }

    /// One of the figures.
    #[must_use]
    pub const fn get(&self, figure: Figure) -> Money {
        match figure {
            Figure::Committed => self.committed,
            Figure::Due => self.due,
            Figure::Undetermined => self.undetermined,
            Figure::Called => self.called,
            Figure::Received => self.received,
            Figure::Outstanding => self.outstanding,
            Figure::Late => self.late,
            Figure::Ae => self.ae,
            Figure::Cp => self.cp,
            Figure::Left => self.left,
            Figure::Refundable => self.refundable,
        }
    }
}

/// Which of the [`Figures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Promised.
    Committed,
    /// Come due.
    Due,
    /// Still to come, at a day that nobody knows yet.
    Undetermined,
    /// Asked for.
    Called,
    /// Come in.
    Received,
    /// Due and not come in.
    Outstanding,
    /// Outstanding too long.
    Late,
    /// Engaged.
    Ae,
    /// Paid out.
    Cp,
    /// Received − CP.
    Left,
    /// To give back.
    Refundable,
}

impl Figure {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Committed,
        Self::Due,
        Self::Undetermined,
        Self::Called,
        Self::Received,
        Self::Outstanding,
        Self::Late,
        Self::Ae,
        Self::Cp,
        Self::Left,
        Self::Refundable,
    ];

    /// The word in JSON, and the end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Committed => "committed",
            Self::Due => "due",
            Self::Undetermined => "undetermined",
            Self::Called => "called",
            Self::Received => "received",
            Self::Outstanding => "outstanding",
            Self::Late => "late",
            Self::Ae => "ae",
            Self::Cp => "cp",
            Self::Left => "left",
            Self::Refundable => "refundable",
        }
    }
}

/// Figures and the lines behind each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExplainedFigures {
    /// The sums.
    pub figures: Figures,
    /// The lines, each under the figure that it is part of.
    pub lines: Vec<(Figure, FigureLine)>,
}

/// The money of the whole portfolio.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundingTotals {
    /// Over the startups' conventions, each counted once; frameworks apart.
    pub total: Figures,
    /// By startup. A contribution to several startups at once stands whole in each.
    pub startups: Vec<(Id, Figures)>,
    /// By framework.
    pub frameworks: Vec<(Id, Figures)>,
    /// By contributor, over the startups' conventions.
    pub parties: Vec<(Id, Figures)>,
}

/// How far spending is from the threshold of a tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpendingGate {
    /// Whose spending.
    pub by: Id,
    /// Paid so far (CP).
    pub spent: Money,
    /// The threshold.
    pub threshold: Money,
    /// The day it was reached.
    pub crossed: Option<Date>,
}

/// Where a tranche stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrancheState {
    /// What triggers it is unknown: no signature, no term.
    Undetermined,
    /// Its trigger lies ahead.
    Waiting,
    /// Due, nothing paid, nothing called.
    Due,
    /// Due or not, asked for, nothing paid.
    Called,
    /// Paid in part, and not late.
    PartPaid,
    /// Paid in full.
    Paid,
    /// Due for longer than the payment habit allows.
    Late,
}

impl TrancheState {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Undetermined, Self::Waiting, Self::Due, Self::Called, Self::PartPaid, Self::Paid, Self::Late];

    /// The word in JSON, and the end of the locale's key.
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
    /// The convention.
    pub convention: Id,
    /// The contribution.
    pub contribution: String,
    /// Its number within the contribution, from 1.
    pub number: usize,
    /// Who pays.
    pub from: Id,
    /// Who receives.
    pub to: Option<Id>,
    /// How much.
    pub amount: Money,
    /// How much of it has come in.
    pub paid: Money,
    /// How much of it was asked for.
    pub called: Money,
    /// The day it came or comes due, where that is known.
    pub due: Option<Date>,
    /// What is missing to know the day.
    pub unknown: Option<Unknown>,
    /// Late after this day.
    pub late_after: Option<Date>,
    /// Where it stands.
    pub state: TrancheState,
    /// For one gated on spending: how far spending is.
    pub gate: Option<SpendingGate>,
    /// The papers that it needs and that no call brought yet.
    pub missing: Vec<String>,
    /// The article.
    pub article: Option<String>,
    /// The convention's record, or that of the amendment that states it.
    pub record: RecordRef,
    /// Where it is written in that record (`contributions[n].tranches[m]`).
    pub path: KeyPath,
}

/// A contribution as of a day, whose it is, and its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The contribution.
    pub contribution: ContributionSummary,
    /// Whether it is a framework's: its money is never added to the startups'.
    pub framework: bool,
    /// The startups that it is for.
    pub startups: Vec<Id>,
    /// Its tranches, in the order of the document; none where the contributor spends it itself.
    pub tranches: Vec<TrancheSummary>,
}

/// A contribution as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContributionSummary {
    /// The convention.
    pub convention: Id,
    /// Its name within the convention.
    pub id: String,
    /// Who pays.
    pub from: Id,
    /// Who receives; `None` where the contributor spends it itself.
    pub to: Option<Id>,
    /// The one startup it is for, where the convention has several.
    pub startup: Option<Id>,
    /// Its money.
    pub figures: Figures,
    /// The article.
    pub article: Option<String>,
    /// The convention's record, or that of the amendment that states it.
    pub record: RecordRef,
    /// Where it is written in that record (`contributions[n]`).
    pub path: KeyPath,
}
