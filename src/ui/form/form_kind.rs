//! What a form is opened for: a verb and the selection.

pub use crate::edit::Verb;
use crate::edit::{Edit, VerbSubject};
use crate::locale::Locale;
use crate::model::{Date, Id, KeyPath, Portfolio, RecordKind, RecordRef, Review, SavedView};
use crate::rules::{Answers, Occurrence};
use crate::ui::{Data, Effect};

impl Verb {
    /// Returns whether it is applied to startups.
    #[must_use]
    pub fn is_of_startups(self) -> bool {
        self.declaration().subject == VerbSubject::Startup && self != Self::Finish
    }
}

/// The selection for which a form was opened.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FormSubject {
    /// Nothing: the form creates something new.
    Nothing,
    /// A startup: the form offers what the verb applies to, the most urgent first.
    Startup(Id),
    /// A convention: the form offers what the verb applies to, the most urgent first.
    Convention(Id),
    Party(Id),
    /// A contribution, or one of its tranches by number from 1.
    Contribution {
        convention: Id,
        contribution: String,
        tranche: Option<usize>,
    },
    /// An occurrence of an obligation; see [`FormSubject::occurrence`].
    Occurrence {
        convention: Id,
        /// The obligation, as in [`Occurrence::obligation`].
        obligation: String,
        startups: Vec<Id>,
        /// The due day, if it is known.
        due: Option<Date>,
    },
    /// A value of a record, by its path.
    Value(RecordRef, KeyPath),
    /// A view to be saved or removed, with its settings.
    View(SavedView),
    /// A row of Today, by the record that it belongs to and its id.
    TodayRow {
        record: RecordRef,
        item: String,
    },
}

impl FormSubject {
    /// Returns the subject that identifies an occurrence, whatever its state becomes.
    #[must_use]
    pub fn occurrence(occurrence: &Occurrence) -> Self {
        let Some(convention) = occurrence.convention.as_ref().filter(|_| occurrence.is_obligation()) else {
            return Self::Value(occurrence.record.clone(), occurrence.path.clone());
        };
        Self::Occurrence {
            convention: convention.clone(),
            obligation: occurrence.obligation.to_string(),
            startups: occurrence.startups.to_vec(),
            due: occurrence.due,
        }
    }

    /// Returns the id of the record of a kind that it is or belongs to.
    #[must_use]
    pub fn record_of(&self, kind: RecordKind) -> Option<&Id> {
        match self {
            Self::Startup(id) if kind == RecordKind::Startup => Some(id),
            Self::Party(id) if kind == RecordKind::Party => Some(id),
            Self::Convention(id)
            | Self::Contribution { convention: id, .. }
            | Self::Occurrence { convention: id, .. }
                if kind == RecordKind::Convention =>
            {
                Some(id)
            }
            Self::Value(record, _) | Self::TodayRow { record, .. } if record.kind == kind => Some(&record.id),
            _ => None,
        }
    }
}

/// What a form was opened for. There is one draft for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormKind {
    pub verb: Verb,
    /// What it is about; several if several rows were marked.
    pub subjects: Vec<FormSubject>,
}

impl FormKind {
    /// About one thing.
    #[must_use]
    pub fn new(verb: Verb, subject: FormSubject) -> Self {
        Self { verb, subjects: vec![subject] }
    }
}

/// What a form reads besides itself.
#[derive(Clone, Copy, Debug)]
pub struct FormContext<'a> {
    pub portfolio: &'a Portfolio,
    pub answers: &'a Answers,
    pub locale: &'a Locale,
    pub as_of: Date,
    /// The real day, whatever the as-of date: a recorded fact has just happened.
    pub today: Date,
    /// The user's person, if it is known.
    pub me: Option<&'a Id>,
    /// The review that is being held.
    pub review: Option<&'a Review>,
}

impl<'a> FormContext<'a> {
    /// Returns the data of the screen and the real day.
    #[must_use]
    pub fn of(data: &'a Data, locale: &'a Locale, today: Date) -> Self {
        Self {
            portfolio: &data.portfolio,
            answers: &data.answers,
            locale,
            as_of: data.as_of,
            today,
            me: data.me.as_ref(),
            review: None,
        }
    }
}

/// The result of a key.
#[derive(Clone, Debug, PartialEq)]
pub enum FormOutcome {
    /// The form stays open.
    Stay,
    /// The form stays open and requests these effects.
    Ask(Vec<Effect>),
    /// The form closes and becomes a draft if [`super::Form::is_touched`].
    Keep,
    /// The edit is to be committed. The form waits for [`super::Form::failed`] or to be dropped.
    Submit(Box<Edit>),
}
