//! Amounts of money per contribution, convention, startup, party and portfolio, and the lines that they add up.

use std::ops::{AddAssign, SubAssign};

use crate::model::{Date, Id, KeyPath, Money, RecordRef};

/// Names one amount of [`Figures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    Committed,
    Payable,
    Due,
    Undetermined,
    Unscheduled,
    Called,
    Uncalled,
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
    pub const ALL: [Self; 15] = [
        Self::Committed,
        Self::Payable,
        Self::Due,
        Self::Undetermined,
        Self::Unscheduled,
        Self::Called,
        Self::Uncalled,
        Self::Received,
        Self::Outstanding,
        Self::Late,
        Self::Ae,
        Self::Cp,
        Self::Left,
        Self::Refundable,
        Self::RefundableCommitted,
    ];

    /// Returns the JSON key, which is also the suffix of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Committed => "committed",
            Self::Payable => "payable",
            Self::Due => "due",
            Self::Undetermined => "undetermined",
            Self::Unscheduled => "unscheduled",
            Self::Called => "called",
            Self::Uncalled => "uncalled",
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

/// The amounts of a contribution, a convention, a startup, a party or the portfolio. Each field holds the part that is
/// known; [`Figures::value`] returns `None` if a part is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Promised, either as cash or as direct spending by the contributor.
    pub committed: Money,
    /// The part of `committed` that is promised to a payee. What a contributor spends directly is never payable.
    pub payable: Money,
    /// The part of `payable` that has fallen due.
    pub due: Money,
    /// The part of `payable` that is still to come, on a day that no record gives yet.
    pub undetermined: Money,
    /// The part of `undetermined` that no tranche schedules.
    pub unscheduled: Money,
    /// Requested by calls for funds.
    pub called: Money,
    /// The part of `payable` that was neither called nor received.
    pub uncalled: Money,
    pub received: Money,
    /// Due but not received.
    pub outstanding: Money,
    /// Outstanding for longer than the payment delay.
    pub late: Money,
    /// Spending committed (autorisations d'engagement).
    pub ae: Money,
    /// Spending paid (crédits de paiement).
    pub cp: Money,
    /// Received, less CP and refunds.
    pub left: Money,
    /// What the payee must refund after the end. Source: the clauses on « restitution des fonds » (article 5.4 or 5.5).
    pub refundable: Money,
    /// The part of `refundable` that is committed but not paid yet: at most AE − CP.
    pub refundable_committed: Money,
    /// Payments and spending whose entries name an unknown contribution. No other amount includes them.
    pub unallocated: Unallocated,
    /// Set if the payments of at least one contribution are not recorded (`payments_recorded = false`).
    unfollowed: bool,
    /// A bit for each amount of which a part is unknown.
    unknown: u16,
}

/// Payments and spending whose entries name a contribution that the convention doesn't have.
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

/// Subtracts the known parts. An unknown amount stays unknown.
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
    /// Returns the known part of an amount, mutably.
    pub const fn get_mut(&mut self, figure: Figure) -> &mut Money {
        match figure {
            Figure::Committed => &mut self.committed,
            Figure::Payable => &mut self.payable,
            Figure::Due => &mut self.due,
            Figure::Undetermined => &mut self.undetermined,
            Figure::Unscheduled => &mut self.unscheduled,
            Figure::Called => &mut self.called,
            Figure::Uncalled => &mut self.uncalled,
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

    /// Returns the known part of an amount.
    #[must_use]
    pub const fn get(&self, figure: Figure) -> Money {
        let mut copy = *self;
        *copy.get_mut(figure)
    }

    /// Returns an amount if all its parts are known.
    #[must_use]
    pub const fn value(&self, figure: Figure) -> Option<Money> {
        if self.is_unknown(figure) { None } else { Some(self.get(figure)) }
    }

    /// Returns true if a part of an amount is unknown.
    #[must_use]
    pub const fn is_unknown(&self, figure: Figure) -> bool {
        self.unknown & figure.bit() != 0
    }

    /// Returns true if the payments of all contributions are recorded.
    #[must_use]
    pub const fn payments_recorded(&self) -> bool {
        !self.unfollowed
    }

    /// Resets an amount to zero and marks it as unknown.
    pub(in crate::rules) const fn set_unknown(&mut self, figure: Figure) {
        *self.get_mut(figure) = Money::ZERO;
        self.unknown |= figure.bit();
    }

    /// Marks the payments as not recorded: nothing is late, and the amounts that depend on payments are unknown.
    pub(in crate::rules) const fn set_unfollowed(&mut self) {
        self.unfollowed = true;
        self.late = Money::ZERO;
        self.set_unknown(Figure::Uncalled);
        self.set_unknown(Figure::Outstanding);
        self.set_unknown(Figure::Left);
        self.set_unknown(Figure::Refundable);
        self.set_unknown(Figure::RefundableCommitted);
    }
}

/// One entry of a record that an amount adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureLine {
    pub amount: Money,
    /// The day from which the entry counts, if it has one.
    pub on: Option<Date>,
    /// The record with the entry.
    pub record: RecordRef,
    pub path: KeyPath,
    pub article: Option<String>,
}

/// Amounts, and the entries that each of them adds up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExplainedFigures {
    pub figures: Figures,
    /// The entries, each with the amount that it belongs to.
    pub lines: Vec<(Figure, FigureLine)>,
}

/// The amounts of the whole portfolio.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundingTotals {
    /// The sum over the startups' conventions. Counts each contribution once and leaves out frameworks.
    pub total: Figures,
    pub startups: Vec<StartupFunding>,
    pub frameworks: Vec<(Id, Figures)>,
    /// Every party that gives or receives money.
    pub parties: Vec<PartyFunding>,
    /// By budget year and nature, for the startups' conventions and what frameworks spend for startups.
    pub years: Vec<YearFunding>,
}

/// The amounts of one startup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartupFunding {
    pub startup: Id,
    /// Includes a contribution that is shared without `shares` in full.
    pub figures: Figures,
    /// The other startups of contributions that are shared without `shares`.
    pub shared_with: Vec<Id>,
}

/// The amounts of one party, as contributor and as payee.
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

/// The amounts of one budget year and one nature of expenditure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearFunding {
    pub year: i32,
    /// The nature, as worded in the `nature` key of the lines; `None` for lines without one.
    pub nature: Option<String>,
    /// What the `years` of the contributions promise for that budget year.
    pub promised: Money,
    pub payments: Money,
    pub ae: Money,
    /// The amount of the lines whose service is done (« service fait »).
    pub service_done: Money,
    pub cp: Money,
}
