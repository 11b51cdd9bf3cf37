//! Reviews: meetings in which several startups are decided on, one after the other.

use super::{Action, Attendee, Committee, CommitteeState, Date, DateTime, Decision, Id, Startup, Time};

/// A review, from `reviews/<id>.toml`. Its decisions about a startup are in the startup's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Its day, or its day and a name: `2026-11-20`, `2026-11-20-lyon`.
    pub id: Id,
    pub kind: ReviewKind,
    /// The day of all its entries, even after midnight.
    pub on: Date,
    /// The time at which it starts.
    pub start: Option<Time>,
    /// The id of a person, or any text.
    pub chair: Option<String>,
    /// The id of a person, or any text.
    pub secretary: Option<String>,
    /// A room, or the address of a video conference.
    pub place: Option<String>,
    /// The minutes planned for each startup.
    pub minutes_each: Option<u32>,
    /// Those who were invited.
    pub members: Vec<Attendee>,
    /// The day on which the papers were sent.
    pub papers_sent: Option<Date>,
    /// The parties that get the minutes.
    pub distribution: Vec<Id>,
    /// The time at which it was closed; `None` while it is open.
    pub closed: Option<DateTime>,
    /// The day on which the minutes were approved.
    pub approved: Option<Date>,
    /// In the order of the file. See [`Self::ordered_agenda`].
    pub agenda: Vec<AgendaItem>,
    /// Actions that concern no startup.
    pub actions: Vec<Action>,
    /// The keys of other systems and their values as text.
    pub extra: Vec<(String, String)>,
}

/// A startup on the agenda of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    pub startup: Id,
    /// Its position, from 1.
    pub no: Option<u32>,
    /// Recorded when the review is closed.
    pub outcome: Option<ReviewOutcome>,
    /// The number of the decision within the review, such as `D01`.
    pub number: Option<String>,
}

impl AgendaItem {
    /// Creates a startup without an outcome.
    #[must_use]
    pub const fn new(startup: Id) -> Self {
        Self { startup, no: None, outcome: None, number: None }
    }
}

/// The kinds of review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReviewKind {
    /// Each startup gets a decision or a deferral.
    Committee,
    /// A short look at each startup, with or without a decision.
    Portfolio,
}

impl ReviewKind {
    /// All values.
    pub const ALL: [Self; 2] = [Self::Committee, Self::Portfolio];

    /// Returns the word in records and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Committee => "committee",
            Self::Portfolio => "portfolio",
        }
    }

    /// Returns the minutes for each startup if the review doesn't say.
    #[must_use]
    pub const fn usual_minutes(self) -> u32 {
        match self {
            Self::Committee => 50,
            Self::Portfolio => 3,
        }
    }
}

/// How a review ended for a startup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReviewOutcome {
    /// A decision was taken.
    Decided,
    /// The decision was deferred.
    Deferred,
    /// Nothing needed a decision.
    Noted,
    /// A committee was planned.
    Convene,
}

impl ReviewOutcome {
    /// All values.
    pub const ALL: [Self; 4] = [Self::Decided, Self::Deferred, Self::Noted, Self::Convene];

    /// Returns the word in records and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Decided => "decided",
            Self::Deferred => "deferred",
            Self::Noted => "noted",
            Self::Convene => "convene",
        }
    }
}

/// How far a review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewState {
    Open,
    Closed,
    /// Closed, and its minutes approved.
    Approved,
}

impl ReviewState {
    /// All values.
    pub const ALL: [Self; 3] = [Self::Open, Self::Closed, Self::Approved];

    /// Returns the word in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Approved => "approved",
        }
    }
}

impl Review {
    /// Creates an open review without an agenda.
    #[must_use]
    pub const fn new(id: Id, kind: ReviewKind, on: Date) -> Self {
        Self {
            id,
            kind,
            on,
            start: None,
            chair: None,
            secretary: None,
            place: None,
            minutes_each: None,
            members: Vec::new(),
            papers_sent: None,
            distribution: Vec::new(),
            closed: None,
            approved: None,
            agenda: Vec::new(),
            actions: Vec::new(),
            extra: Vec::new(),
        }
    }

    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.closed.is_some()
    }

    #[must_use]
    pub const fn state(&self) -> ReviewState {
        match (self.closed, self.approved) {
            (None, _) => ReviewState::Open,
            (Some(_), None) => ReviewState::Closed,
            (Some(_), Some(_)) => ReviewState::Approved,
        }
    }

    /// Returns the minutes for each startup.
    #[must_use]
    pub fn minutes_each(&self) -> u32 {
        self.minutes_each.unwrap_or_else(|| self.kind.usual_minutes())
    }

    /// Returns the agenda in the order of its numbers; entries without one come last, in the order of the file.
    #[must_use]
    pub fn ordered_agenda(&self) -> Vec<&AgendaItem> {
        let mut agenda: Vec<&AgendaItem> = self.agenda.iter().collect();
        agenda.sort_by_key(|item| item.no.unwrap_or(u32::MAX));
        agenda
    }

    /// Returns the agenda's entry of a startup.
    #[must_use]
    pub fn agenda_item(&self, startup: &Id) -> Option<&AgendaItem> {
        self.agenda.iter().find(|item| item.startup == *startup)
    }

    /// Returns the committee of a startup that was held in this review: that of its day. A withdrawn one doesn't count.
    #[must_use]
    pub fn committee_of<'a>(&self, startup: &'a Startup) -> Option<&'a Committee> {
        let is_its =
            |one: &&Committee| one.on == self.on && one.state == CommitteeState::Held && one.withdrawn.is_none();
        let mut held = startup.committees.iter().filter(is_its);
        held.clone().find(|one| one.review.as_deref() == Some(self.id.as_str())).or_else(|| {
            // One that names another review was held in that one.
            held.find(|one| one.review.is_none())
        })
    }

    /// Returns the outcome for a startup that its record gives. A committee held without a decision gives none, except
    /// in a portfolio review, in which a committee planned for later gives one, too.
    #[must_use]
    pub fn outcome_of(&self, startup: &Startup) -> Option<ReviewOutcome> {
        let is_portfolio = self.kind == ReviewKind::Portfolio;
        match self.committee_of(startup).map(|held| held.decision) {
            Some(Some(Decision::Defer)) => Some(ReviewOutcome::Deferred),
            Some(Some(_)) => Some(ReviewOutcome::Decided),
            Some(None) => is_portfolio.then_some(ReviewOutcome::Noted),
            None => {
                let is_convened = |one: &Committee| {
                    one.state == CommitteeState::Planned
                        && one.on > self.on
                        && one.review.as_deref() == Some(self.id.as_str())
                };
                (is_portfolio && startup.committees.iter().any(is_convened)).then_some(ReviewOutcome::Convene)
            }
        }
    }

    /// Returns the full number of a decision: `2026-11-20-D01`.
    #[must_use]
    pub fn decision_number(&self, item: &AgendaItem) -> Option<String> {
        item.number.as_ref().map(|number| format!("{}-{number}", self.id))
    }
}
