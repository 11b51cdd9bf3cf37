//! Committees: the clause of a convention that promises them, the meetings and their decisions.

use std::sync::Arc;

use super::{Date, Id, Money, RecurrenceStart, Span, Text};

/// The clause of a convention on its committee: a recurring obligation of the organiser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitteeClause {
    /// The time between two meetings.
    pub every: Span,
    /// What the first meeting is counted from.
    pub from: RecurrenceStart,
    /// The party that convenes it.
    pub organiser: Option<Id>,
    /// The party that presides.
    pub chair: Option<Id>,
    /// The parties that take part.
    pub with: Vec<Id>,
    /// Others who may attend, in words.
    pub guests: Option<String>,
    /// The article that says so.
    pub article: Option<String>,
    /// The keys of this table that were deduced rather than stated.
    pub inferred: Arc<[Text]>,
}

impl CommitteeClause {
    /// Creates a clause that states nothing but its rhythm, counted from the signature.
    #[must_use]
    pub fn new(every: Span) -> Self {
        Self {
            every,
            from: RecurrenceStart::Signature,
            organiser: None,
            chair: None,
            with: Vec::new(),
            guests: None,
            article: None,
            inferred: Arc::default(),
        }
    }
}

/// One meeting of a startup's committee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committee {
    /// Unique within the record. The program gives one to each entry that it writes.
    pub id: Option<String>,
    /// The day of the meeting.
    pub on: Date,
    pub state: CommitteeState,
    /// The id of the review that it was part of.
    pub review: Option<String>,
    /// `None` if it decided nothing.
    pub decision: Option<Decision>,
    /// The amount that the startup asked for.
    pub asked: Option<Money>,
    /// The amount that the decision grants.
    pub envelope: Option<Money>,
    /// The last day that the decision funds.
    pub until: Option<Date>,
    /// The day to which a decision was deferred.
    pub deferred_until: Option<Date>,
    /// Conditions as plain texts, which older records have instead of [`Condition`] entries.
    pub conditions: Vec<String>,
    pub reservations: Option<String>,
    /// The scores of the five headings.
    pub impact: Option<Impact>,
    /// The reason of each score.
    pub reasons: Vec<(Heading, String)>,
    /// Those who attended.
    pub present: Vec<Attendee>,
    /// Those who were excused.
    pub excused: Vec<Attendee>,
    /// Those who were represented by others.
    pub represented: Vec<Attendee>,
    /// The day on which the papers were sent.
    pub papers_sent: Option<Date>,
    /// The questions that a planned committee is to settle.
    pub arbitrations: Vec<String>,
    /// The support that the startup will ask for.
    pub support: Option<String>,
    /// Corrections of the recorded decision.
    pub amended: Vec<DecisionChange>,
    /// The withdrawal of the recorded decision.
    pub withdrawn: Option<DecisionChange>,
    /// Anything else worth keeping.
    pub comment: Option<String>,
    /// Where this is known from.
    pub source: Option<String>,
}

impl Committee {
    /// Creates a meeting without a decision.
    #[must_use]
    pub fn new(on: Date, state: CommitteeState) -> Self {
        Self {
            id: None,
            on,
            state,
            review: None,
            decision: None,
            asked: None,
            envelope: None,
            until: None,
            deferred_until: None,
            conditions: Vec::new(),
            reservations: None,
            impact: None,
            reasons: Vec::new(),
            present: Vec::new(),
            excused: Vec::new(),
            represented: Vec::new(),
            papers_sent: None,
            arbitrations: Vec::new(),
            support: None,
            amended: Vec::new(),
            withdrawn: None,
            comment: None,
            source: None,
        }
    }
}

impl Committee {
    /// Returns whether it shows on a day: a committee held later does not, a planned one does.
    #[must_use]
    pub fn shows_on(&self, day: Date) -> bool {
        self.on <= day || !matches!(self.state, CommitteeState::Held)
    }

    /// Returns whether it was held by a day and its decision was not withdrawn by then.
    #[must_use]
    pub fn is_held_by(&self, day: Date) -> bool {
        let is_withdrawn = self.withdrawn.as_ref().is_some_and(|change| change.on <= day);
        matches!(self.state, CommitteeState::Held) && self.on <= day && !is_withdrawn
    }
}

/// Somebody on the attendance list of a committee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// The id of a person of the portfolio.
    pub person: Option<Id>,
    /// The name of anybody else.
    pub name: Option<String>,
    /// The party that the person belongs to.
    pub party: Option<Id>,
    /// The capacity in which the person attends.
    pub capacity: Option<String>,
    /// Who represents the person.
    pub by: Option<String>,
}

/// A later correction or withdrawal of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionChange {
    /// The day of the change.
    pub on: Date,
    pub why: Option<String>,
}

/// A condition that a committee attached to its decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Unique within the record. The program gives one to each entry that it writes.
    pub id: Option<String>,
    /// The id of the committee.
    pub committee: Option<String>,
    /// The condition, verbatim.
    pub what: String,
    /// The id of a person, or any text.
    pub owner: Option<String>,
    /// The day by which it is to be met.
    pub due: Option<Date>,
    /// What is to prove it.
    pub proof: Option<String>,
    /// The day on which it was met.
    pub met: Option<Date>,
    /// The day on which it was found not to be met.
    pub not_met: Option<Date>,
    /// An address, a reference or a sentence.
    pub evidence: Option<String>,
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
    /// All values.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Held, Self::Cancelled];

    /// Returns the word in records and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What a committee can decide (handbook of the beta.gouv.fr network).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// Convinced: a six-month budget.
    Continue,
    /// Uncertain: a month or two, pending proof.
    Provisional,
    /// Move on to construction.
    Construct,
    /// Move on to acceleration.
    Accelerate,
    /// Move on to consolidation.
    Consolidate,
    /// Hand over to another body.
    Transfer,
    /// Keep running as it is.
    Maintain,
    /// Change the problem or the product.
    Pivot,
    /// Not convinced.
    Stop,
    /// Decide later.
    Defer,
}

impl Decision {
    /// All values.
    pub const ALL: [Self; 10] = [
        Self::Continue,
        Self::Provisional,
        Self::Construct,
        Self::Accelerate,
        Self::Consolidate,
        Self::Transfer,
        Self::Maintain,
        Self::Pivot,
        Self::Stop,
        Self::Defer,
    ];

    /// Returns the word in records and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::Provisional => "provisional",
            Self::Construct => "construct",
            Self::Accelerate => "accelerate",
            Self::Consolidate => "consolidate",
            Self::Transfer => "transfer",
            Self::Maintain => "maintain",
            Self::Pivot => "pivot",
            Self::Stop => "stop",
            Self::Defer => "defer",
        }
    }
}

/// The five headings under which a committee looks at a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// Can it be used?
    Usable,
    /// Is it used?
    Used,
    /// Does it help those who use it?
    Useful,
    /// Does it change what it set out to change?
    Impactful,
    /// At what cost?
    Efficient,
}

impl Heading {
    /// All values.
    pub const ALL: [Self; 5] = [Self::Usable, Self::Used, Self::Useful, Self::Impactful, Self::Efficient];

    /// Returns the word in records and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Usable => "usable",
            Self::Used => "used",
            Self::Useful => "useful",
            Self::Impactful => "impactful",
            Self::Efficient => "efficient",
        }
    }
}

/// The scores of the five headings, each from 0 to 4 if it was judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Impact {
    /// Can it be used?
    pub usable: Option<u8>,
    /// Is it used?
    pub used: Option<u8>,
    /// Does it help those who use it?
    pub useful: Option<u8>,
    /// Does it change what it set out to change?
    pub impactful: Option<u8>,
    /// At what cost?
    pub efficient: Option<u8>,
}

impl Impact {
    /// Returns the score of a heading; `None` if it was not judged.
    #[must_use]
    pub const fn score(&self, heading: Heading) -> Option<u8> {
        match heading {
            Heading::Usable => self.usable,
            Heading::Used => self.used,
            Heading::Useful => self.useful,
            Heading::Impactful => self.impactful,
            Heading::Efficient => self.efficient,
        }
    }
}
