//! What the rules answer, for one portfolio as of one day.

use std::ops::AddAssign;

use crate::model::{Date, Id, Money, Path, Phase, RecordRef};

/// One line of a sum: how much, from when, and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How much it adds.
    pub amount: Money,
    /// The day it counts from, where it has one.
    pub on: Option<Date>,
    /// The record that holds it.
    pub record: RecordRef,
    /// Where in that record.
    pub path: Path,
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

/// Which of the [`Figures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Promised.
    Committed,
    /// Come due.
    Due,
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

/// Figures and the lines behind each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The sums.
    pub figures: Figures,
    /// The lines, each under the figure that it is part of.
    pub lines: Vec<(Figure, Line)>,
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

/// A tranche as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrancheStanding {
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
    pub gate: Option<Gate>,
    /// The papers that it needs and that no call brought yet.
    pub missing: Vec<String>,
    /// The article.
    pub article: Option<String>,
    /// The convention's record, or that of the amendment that states it.
    pub record: RecordRef,
    /// Where it is written in that record (`contributions[n].tranches[m]`).
    pub path: Path,
}

/// A contribution as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContributionStanding {
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
    pub path: Path,
}

/// How far spending is from the threshold of a tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Whose spending.
    pub by: Id,
    /// Paid so far (CP).
    pub spent: Money,
    /// The threshold.
    pub threshold: Money,
    /// The day it was reached.
    pub crossed: Option<Date>,
}

/// Where a convention stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConventionStatus {
    /// No signature on or before the day.
    Unsigned,
    /// Signed; its end lies ahead.
    InForce,
    /// Signed; it fixes no day for its end.
    NoTerm,
    /// Ends soon.
    Ending,
    /// Its term has passed.
    Ended,
    /// Ended early.
    Terminated,
}

/// A convention as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionStanding {
    /// The convention.
    pub convention: Id,
    /// Where it stands.
    pub status: ConventionStatus,
    /// The day it was signed, if it was by then.
    pub signed: Option<Date>,
    /// The day it ends or ended, where that is known.
    pub ends: Option<Date>,
    /// What is missing to know that day.
    pub unknown: Option<Unknown>,
    /// Its money.
    pub figures: Figures,
    /// Its contributions.
    pub contributions: Vec<ContributionStanding>,
    /// Its tranches.
    pub tranches: Vec<TrancheStanding>,
}

/// The kind of an occurrence, as JSON words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OccurrenceKind {
    /// All the while.
    Standing,
    /// Once.
    Once,
    /// Again and again.
    Recurring,
}

/// Where an occurrence stands. In the order in which a reader wants them: the late first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OccurrenceState {
    /// Past its due date.
    Late,
    /// Due within the habit's days (30).
    DueSoon,
    /// Due later.
    Open,
    /// Its due date hangs on something unknown.
    Undetermined,
    /// To be kept all the while.
    Standing,
    /// Done.
    Done,
}

/// What settles an occurrence whose due date is unknown: one key on screen goes there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unknown {
    /// The convention's signature.
    Signature,
    /// The convention's term.
    Term,
    /// The spending that opens a tranche.
    Spending,
    /// The document fixes no day.
    NoDay,
    /// The clause is for each team, and the record names none.
    NoStartup,
}

/// One due instance of an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The convention.
    pub convention: Id,
    /// The startups concerned.
    pub startups: Vec<Id>,
    /// The obligation's id; `committee` for the committee clause; `payment-<contribution>` (and `-<n>`
    /// where it has several tranches) for the undertaking to pay.
    pub obligation: String,
    /// What sort of source: tells the screen which form settles it.
    pub source: OccurrenceSource,
    /// The article.
    pub article: Option<String>,
    /// Who must do it.
    pub debtor: Option<Id>,
    /// To whom.
    pub creditor: Option<Id>,
    /// Standing, once or recurring.
    pub kind: OccurrenceKind,
    /// The day, where known.
    pub due: Option<Date>,
    /// What is missing to know the day.
    pub unknown: Option<Unknown>,
    /// Where it stands.
    pub state: OccurrenceState,
    /// Days past due; 0 when not late.
    pub days_late: i64,
    /// What is to be done. Empty for a committee or a payment, which the locale words.
    pub what: String,
    /// For a payment: how much is still to come. For a refund: how much is to be given back.
    pub amount: Option<Money>,
    /// For one done on a known day: the day, and what shows it.
    pub done: Option<(Date, Option<String>)>,
    /// For one done on no known day: what shows it, from the startup's record.
    pub shown_by: Option<String>,
    /// The convention's record, or that of the amendment that states it.
    pub record: RecordRef,
    /// Where it is written in that record.
    pub path: Path,
}

/// Where an occurrence comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OccurrenceSource {
    /// An entry of `obligations`.
    Obligation,
    /// The committee clause, for one startup (`None` for a framework, which names none).
    Committee(Option<Id>),
    /// A tranche: the contribution and the number from 1.
    Payment(String, usize),
}

/// Where a startup's committee stands, as JSON words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockState {
    /// The next one is overdue.
    Late,
    /// Due within the habit's days (30).
    DueSoon,
    /// Due later.
    Ok,
    /// Hangs on something unknown.
    Undetermined,
    /// None is due: nothing says so, or the startup is no longer incubated.
    None,
}

/// The committee clock of one startup under one convention (or under the habit, where none says).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitteeClock {
    /// The startup.
    pub startup: Id,
    /// The convention whose clause governs; `None` under the habit of every six months.
    pub convention: Option<Id>,
    /// The article.
    pub article: Option<String>,
    /// The last one held.
    pub last_held: Option<Date>,
    /// The next one set for a day.
    pub planned: Option<Date>,
    /// The day the next is due.
    pub next_due: Option<Date>,
    /// Papers are due on this day, before the planned one or the due one.
    pub papers_due: Option<Date>,
    /// The day the money runs out, if that is what makes it due.
    pub runs_out: Option<Date>,
    /// Where it stands.
    pub state: ClockState,
    /// Days past due; 0 when not late.
    pub days_late: i64,
    /// What is missing to know the day.
    pub unknown: Option<Unknown>,
}

/// One startup in the portfolio's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartupStanding {
    /// The startup.
    pub startup: Id,
    /// Its phase on the day.
    pub phase: Option<(Phase, Date)>,
    /// Its money over all its conventions.
    pub figures: Figures,
    /// Its occurrences that are late, in number.
    pub late: usize,
    /// Its occurrences that are undetermined, in number.
    pub undetermined: usize,
    /// Its next committee: the most urgent of its clocks.
    pub committee: Option<CommitteeClock>,
    /// Its conventions.
    pub conventions: Vec<ConventionBrief>,
    /// The day its money runs out at the rate of the last six months.
    pub runs_out: Option<Date>,
}

/// A convention in a startup's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionBrief {
    /// The convention.
    pub id: Id,
    /// Where it stands.
    pub status: ConventionStatus,
    /// The day it was signed.
    pub signed: Option<Date>,
    /// The day it ends.
    pub ends: Option<Date>,
}

/// The money of the whole portfolio.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundingReport {
    /// Over the startups' conventions, each counted once; frameworks apart.
    pub total: Figures,
    /// By startup. A contribution to several startups at once stands whole in each.
    pub startups: Vec<(Id, Figures)>,
    /// By framework.
    pub frameworks: Vec<(Id, Figures)>,
    /// By contributor, over the startups' conventions.
    pub parties: Vec<(Id, Figures)>,
}

/// Everything that the screens show, computed once per portfolio and day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The startups, in the order of their ids.
    pub startups: Vec<StartupStanding>,
    /// Every occurrence: the late first, then by due date.
    pub occurrences: Vec<Occurrence>,
    /// The committee clocks, in the order of startups.
    pub committees: Vec<CommitteeClock>,
    /// The money.
    pub funding: FundingReport,
}

impl Figure {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Committed,
        Self::Due,
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

impl ConventionStatus {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Unsigned, Self::InForce, Self::NoTerm, Self::Ending, Self::Ended, Self::Terminated];

    /// The word in JSON, and the end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unsigned => "unsigned",
            Self::InForce => "in-force",
            Self::NoTerm => "no-term",
            Self::Ending => "ending",
            Self::Ended => "ended",
            Self::Terminated => "terminated",
        }
    }
}

impl OccurrenceKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Standing, Self::Once, Self::Recurring];

    /// The word in JSON, and the end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Once => "once",
            Self::Recurring => "recurring",
        }
    }
}

impl OccurrenceState {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Late, Self::DueSoon, Self::Open, Self::Undetermined, Self::Standing, Self::Done];

    /// The word in JSON, and the end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::DueSoon => "due-soon",
            Self::Open => "open",
            Self::Undetermined => "undetermined",
            Self::Standing => "standing",
            Self::Done => "done",
        }
    }
}

impl Unknown {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Signature, Self::Term, Self::Spending, Self::NoDay, Self::NoStartup];

    /// The word in JSON, and the end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Term => "term",
            Self::Spending => "spending",
            Self::NoDay => "no-day",
            Self::NoStartup => "no-startup",
        }
    }
}

impl ClockState {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Late, Self::DueSoon, Self::Ok, Self::Undetermined, Self::None];

    /// The word in JSON, and the end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::DueSoon => "due-soon",
            Self::Ok => "ok",
            Self::Undetermined => "undetermined",
            Self::None => "none",
        }
    }
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        for figure in Figure::ALL {
            *self.get_mut(figure) += other.get(figure);
        }
    }
}

impl Figures {
    /// One of the figures, to be changed.
    pub const fn get_mut(&mut self, figure: Figure) -> &mut Money {
        match figure {
            Figure::Committed => &mut self.committed,
            Figure::Due => &mut self.due,
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
