//! Figures of money, and the lines that each is added up from.

use std::ops::{AddAssign, SubAssign};

use crate::model::{Date, Id, KeyPath, Money, RecordRef};

/// Which of the [`Figures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    Committed,
    Payable,
    Due,
    Undetermined,
    Unscheduled,
    Called,
    Received,
    Outstanding,
    Late,
    Ae,
    Cp,
    Left,
    Refundable,
    RefundableCommitted,
}

impl Figure {
    pub const ALL: [Self; 14] = [
        Self::Committed,
        Self::Payable,
        Self::Due,
        Self::Undetermined,
        Self::Unscheduled,
        Self::Called,
        Self::Received,
        Self::Outstanding,
        Self::Late,
        Self::Ae,
        Self::Cp,
        Self::Left,
        Self::Refundable,
        Self::RefundableCommitted,
    ];

    /// The key in JSON, and the end of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Committed => "committed",
            Self::Payable => "payable",
            Self::Due => "due",
            Self::Undetermined => "undetermined",
            Self::Unscheduled => "unscheduled",
            Self::Called => "called",
            Self::Received => "received",
            Self::Outstanding => "outstanding",
            Self::Late => "late",
            Self::Ae => "ae",
            Self::Cp => "cp",
            Self::Left => "left",
            Self::Refundable => "refundable",
            Self::RefundableCommitted => "refundable_committed",
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The figures of a contribution, a convention, a startup, a party or the portfolio. The fields hold the known part of
/// each figure; [`Figures::value`] says whether that is all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Promised in cash.
    pub committed: Money,
    /// Of that, what is promised to a payee. What a contributor spends itself is never payable.
    pub payable: Money,
    /// Of what is payable, what has fallen due.
    pub due: Money,
    /// Payable and still to come, on a day that nobody knows yet.
    pub undetermined: Money,
    /// Of what is undetermined, what no tranche schedules.
    pub unscheduled: Money,
    /// Requested.
    pub called: Money,
    pub received: Money,
    /// Due and not received.
    pub outstanding: Money,
    /// Outstanding after the payment delay.
    pub late: Money,
    /// Spending engaged (autorisations d'engagement).
    pub ae: Money,
    /// Spending paid (crédits de paiement).
    pub cp: Money,
    /// Received − CP − refunds.
    pub left: Money,
    /// To be paid back after the end.
    pub refundable: Money,
    /// Of what is refundable, what is engaged and not paid yet.
    pub refundable_committed: Money,
    /// Money of entries that name an unknown contribution. It is in no other figure.
    pub unallocated: Unallocated,
    /// Whether the payments of some contribution are not recorded.
    unfollowed: bool,
    /// The figures of which a part is unknown, as bits.
    unknown: u16,
}

/// Money of entries that name a contribution that the convention does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unallocated {
    pub payments: Money,
    pub spending: Money,
}

impl Unallocated {
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.payments.is_zero() && self.spending.is_zero()
    }
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        for figure in Figure::ALL {
            *self.get_mut(figure) += other.get(figure);
        }
        self.unallocated.payments += other.unallocated.payments;
        self.unallocated.spending += other.unallocated.spending;
        self.unfollowed |= other.unfollowed;
        self.unknown |= other.unknown;
    }
}

/// Subtracts the known parts. What is unknown stays unknown.
impl SubAssign for Figures {
    fn sub_assign(&mut self, other: Self) {
        for figure in Figure::ALL {
            *self.get_mut(figure) -= other.get(figure);
        }
        self.unallocated.payments -= other.unallocated.payments;
        self.unallocated.spending -= other.unallocated.spending;
    }
}

impl Figures {
    /// The known part of a figure, to be changed.
    pub const fn get_mut(&mut self, figure: Figure) -> &mut Money {
        match figure {
            Figure::Committed => &mut self.committed,
            Figure::Payable => &mut self.payable,
            Figure::Due => &mut self.due,
            Figure::Undetermined => &mut self.undetermined,
            Figure::Unscheduled => &mut self.unscheduled,
            Figure::Called => &mut self.called,
            Figure::Received => &mut self.received,
            Figure::Outstanding => &mut self.outstanding,
            Figure::Late => &mut self.late,
            Figure::Ae => &mut self.ae,
            Figure::Cp => &mut self.cp,
            Figure::Left => &mut self.left,
            Figure::Refundable => &mut self.refundable,
            Figure::RefundableCommitted => &mut self.refundable_committed,
        }
    }

    /// The known part of a figure.
    #[must_use]
    pub const fn get(&self, figure: Figure) -> Money {
        let mut copy = *self;
        *copy.get_mut(figure)
    }

    /// A figure, if all its parts are known.
    #[must_use]
    pub const fn value(&self, figure: Figure) -> Option<Money> {
        if self.is_unknown(figure) { None } else { Some(self.get(figure)) }
    }

    /// Whether a part of a figure is unknown.
    #[must_use]
    pub const fn is_unknown(&self, figure: Figure) -> bool {
        self.unknown & figure.bit() != 0
    }

    /// Whether the payments of every contribution in it are recorded.
    #[must_use]
    pub const fn payments_recorded(&self) -> bool {
        !self.unfollowed
    }

    /// Drops the known part of a figure and marks it as unknown.
    pub(in crate::rules) const fn set_unknown(&mut self, figure: Figure) {
        *self.get_mut(figure) = Money::ZERO;
        self.unknown |= figure.bit();
    }

    /// Marks the payments as not recorded: nothing is late for lack of them, and what depends on them is unknown.
    pub(in crate::rules) const fn set_unfollowed(&mut self) {
        self.unfollowed = true;
        self.late = Money::ZERO;
        self.set_unknown(Figure::Outstanding);
        self.set_unknown(Figure::Left);
        self.set_unknown(Figure::Refundable);
        self.set_unknown(Figure::RefundableCommitted);
    }
}

/// One line of a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureLine {
    /// How much it adds.
    pub amount: Money,
    /// The day it counts from, if it has one.
    pub on: Option<Date>,
    /// The record that contains it.
    pub record: RecordRef,
    pub path: KeyPath,
    pub article: Option<String>,
}

/// Figures and the lines behind each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExplainedFigures {
    pub figures: Figures,
    /// The lines, each with the figure that it is part of.
    pub lines: Vec<(Figure, FigureLine)>,
}

/// The money of the whole portfolio.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundingTotals {
    /// Over the startups' conventions, each contribution counted once; frameworks apart.
    pub total: Figures,
    pub startups: Vec<StartupFunding>,
    pub frameworks: Vec<(Id, Figures)>,
    /// Whoever gives or receives.
    pub parties: Vec<PartyFunding>,
    /// By budget year and nature, over the startups' conventions.
    pub years: Vec<YearFunding>,
}

/// The money of one startup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartupFunding {
    pub startup: Id,
    /// A contribution that is shared without `shares` counts in full.
    pub figures: Figures,
    /// The other startups of such contributions.
    pub shared_with: Vec<Id>,
}

/// The money of one party, as contributor and as payee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyFunding {
    pub party: Id,
    /// What it gives under the startups' conventions.
    pub figures: Figures,
    /// What it gives under frameworks.
    pub frameworks: Figures,
    /// What it receives under the startups' conventions.
    pub receives: Figures,
    /// What it receives under frameworks.
    pub receives_frameworks: Figures,
}

/// The money of one budget year and nature of spending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearFunding {
    pub year: i32,
    /// The stage of expenditure as worded in its lines; `None` for other lines.
    pub nature: Option<String>,
    /// As the contributions' `years` promise it.
    pub promised: Money,
    pub payments: Money,
    pub ae: Money,
    /// Service done (service fait).
    pub service_done: Money,
    pub cp: Money,
}
