//! What a form is opened for: a verb, and what was selected when it was asked for.

use crate::edit::Edit;
use crate::locale::Locale;
use crate::model::{Date, Id, KeyPath, Portfolio, RecordKind, RecordRef};
use crate::rules::{Answers, Occurrence};
use crate::ui::{Data, Effect};

/// Declares [`Verb`], the list of all and their names.
macro_rules! verbs {
    ($($(#[doc = $words:literal])+ $verb:ident => $name:literal,)+) => {
        /// What a form writes down.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Verb {
            $($(#[doc = $words])+ $verb,)+
        }

        impl Verb {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$verb),+];

            /// Its name, and the end of its locale keys.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$verb => $name,)+
                }
            }
        }
    };
}

verbs! {
    /// An obligation was met; of a tranche, a committee or an action, the form that settles it.
    Done => "done",
    /// Money came in.
    Pay => "pay",
    /// A convention was signed.
    Sign => "sign",
    /// A committee was held.
    Hold => "hold",
    /// A startup enters a phase.
    Phase => "phase",
    /// An indicator has a new value.
    Indicator => "indicator",
    /// A remark.
    Note => "note",
    /// Somebody agreed to do something.
    Action => "action",
    /// What somebody agreed to do is done.
    Finish => "finish",
    /// Money was asked for.
    Call => "call",
    /// Money was spent.
    Spend => "spend",
    /// A committee is set for a day.
    Plan => "plan",
    /// A party brings something in kind.
    Resource => "resource",
    /// An amendment to a convention.
    Amend => "amend",
    /// A party's bank account.
    Account => "account",
    /// A new startup.
    NewStartup => "new-startup",
    /// A new convention.
    NewConvention => "new-convention",
    /// Any single field.
    Set => "set",
}

impl Verb {
    /// Whether it is said of startups.
    #[must_use]
    pub const fn is_of_startups(self) -> bool {
        matches!(self, Self::Hold | Self::Phase | Self::Indicator | Self::Note | Self::Action | Self::Plan)
    }
}

/// What was selected when the form was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FormSubject {
    /// Nothing: what is to be written down is new.
    Nothing,
    /// A startup: the form offers what the verb can be said of, the most urgent first.
    Startup(Id),
    /// A convention: the form offers what the verb can be said of, the most urgent first.
    Convention(Id),
    /// A party.
    Party(Id),
    /// A contribution, or one of its tranches by number from 1.
    Contribution {
        /// The convention.
        convention: Id,
        /// Its id there.
        contribution: String,
        /// The tranche.
        tranche: Option<usize>,
    },
    /// An occurrence of an obligation; [`FormSubject::occurrence`] makes it.
    Occurrence {
        /// The convention.
        convention: Id,
        /// The obligation, as [`Occurrence::obligation`] names it.
        obligation: String,
        /// The startups concerned.
        startups: Vec<Id>,
        /// The day, where known.
        due: Option<Date>,
    },
    /// What is written at a place of a record.
    Value(RecordRef, KeyPath),
}

impl FormSubject {
    /// The occurrence as a subject: what tells it from others, whatever its state becomes.
    #[must_use]
    pub fn occurrence(occurrence: &Occurrence) -> Self {
        Self::Occurrence {
            convention: occurrence.convention.clone(),
            obligation: occurrence.obligation.clone(),
            startups: occurrence.startups.clone(),
            due: occurrence.due,
        }
    }

    /// The record of a kind that it is, or that it is written in.
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
            Self::Value(record, _) if record.kind == kind => Some(&record.id),
            _ => None,
        }
    }
}

/// What a form was opened for. One draft is kept for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormKind {
    /// What is to be written down.
    pub verb: Verb,
    /// About what; of several, about each of them.
    pub subjects: Vec<FormSubject>,
}

impl FormKind {
    /// About one thing.
    #[must_use]
    pub fn new(verb: Verb, subject: FormSubject) -> Self {
        Self { verb, subjects: vec![subject] }
    }
}

/// What a form looks at besides itself.
#[derive(Clone, Copy, Debug)]
pub struct FormContext<'a> {
    /// The records.
    pub portfolio: &'a Portfolio,
    /// What the rules say of them.
    pub answers: &'a Answers,
    /// The words.
    pub locale: &'a Locale,
    /// The day of the answers.
    pub as_of: Date,
    /// The real day, whatever the day of the answers: what is written down has just happened.
    pub today: Date,
}

impl<'a> FormContext<'a> {
    /// What the screen shows, and the real day.
    #[must_use]
    pub fn of(data: &'a Data, locale: &'a Locale, today: Date) -> Self {
        Self { portfolio: &data.portfolio, answers: &data.answers, locale, as_of: data.as_of, today }
    }
}

/// What a key led to.
#[derive(Clone, Debug, PartialEq)]
pub enum FormOutcome {
    /// The form goes on.
    Stay,
    /// The form goes on and needs something from outside.
    Ask(Vec<Effect>),
    /// The form closes; it is to be kept as a draft where [`super::Form::is_touched`].
    Keep,
    /// The edit is to be committed. The form waits: [`super::Form::failed`], or it is dropped.
    Submit(Box<Edit>),
}
