//! The six-monthly committee: the clause of a convention that promises it, and the meetings.

use super::{Date, Id, Money, RecurrenceStart, Span};

/// What a convention says of its committee. A recurring obligation of its organiser, called `committee`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitteeClause {
    /// How often.
    pub every: Span,
    /// What the first is counted from.
    pub from: RecurrenceStart,
    /// Who must call it, where the document says.
    pub organiser: Option<Id>,
    /// Who presides.
    pub chair: Option<Id>,
    /// The parties that take part.
    pub with: Vec<Id>,
    /// Who else may be there, in words.
    pub guests: Option<String>,
    /// The article.
    pub article: Option<String>,
}

/// One meeting of a startup's committee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committee {
    /// Its name within the record, where it has one: the program gives one to what it writes.
    pub id: Option<String>,
    /// The day.
    pub on: Date,
    /// Whether it took place.
    pub state: CommitteeState,
    /// What it decided; `None` is a meeting without a decision.
    pub decision: Option<Decision>,
    /// The money that the decision gives.
    pub envelope: Option<Money>,
    /// Until when it funds.
    pub until: Option<Date>,
    /// On what conditions.
    pub conditions: Vec<String>,
    /// How it saw the product, 0 to 4.
    pub impact: Option<Impact>,
    /// Anything else worth keeping.
    pub comment: Option<String>,
    /// Where this is known from.
    pub source: Option<String>,
}

/// Whether a meeting took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommitteeState {
    /// Set for a day.
    Planned,
    /// Took place.
    Held,
    /// Called off.
    Cancelled,
}

impl CommitteeState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Held, Self::Cancelled];

    /// The word in files and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What a committee decides (handbook: convinced, uncertain, not convinced, and the ways on).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// Convinced: a six-month budget.
    Continue,
    /// Uncertain: a month or two, pending proof.
    Provisional,
    /// On to acceleration.
    Accelerate,
    /// On to consolidation.
    Consolidate,
    /// Handed over to another body.
    Transfer,
    /// Not convinced.
    Stop,
}

impl Decision {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Continue, Self::Provisional, Self::Accelerate, Self::Consolidate, Self::Transfer, Self::Stop];

    /// The word in files and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::Provisional => "provisional",
            Self::Accelerate => "accelerate",
            Self::Consolidate => "consolidate",
            Self::Transfer => "transfer",
            Self::Stop => "stop",
        }
    }
}

/// The five headings that a committee looks at, each from 0 to 4 where it was judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Impact {
    /// Can it be used.
    pub usable: Option<u8>,
    /// Is it used.
    pub used: Option<u8>,
    /// Does it help those who use it.
    pub useful: Option<u8>,
    /// Does it change what it set out to change.
    pub impactful: Option<u8>,
    /// At what cost.
    pub efficient: Option<u8>,
}
