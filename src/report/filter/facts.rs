//! What a filter may ask of a row.

use std::borrow::Cow;

use crate::model::{Date, Money};

/// What can be asked for by name: `owes:pau`, `due:<30d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilterKey {
    /// The day by which.
    Due,
    /// Who must do it, or pay it.
    Owes,
    /// To whom.
    To,
    /// How much.
    Amount,
    /// A startup.
    Startup,
    /// A convention.
    Convention,
    /// Anybody concerned, the two before among them.
    Party,
    /// The phase of a startup.
    Phase,
    /// The incubator of a startup.
    Incubator,
    /// Where it stands: late, done…
    State,
    /// Where the committee of a startup stands.
    Committee,
    /// Where a convention stands.
    Status,
    /// What sort of thing it is.
    Kind,
    /// What a commit did.
    Verb,
    /// The article.
    Article,
    /// How bad a finding is.
    Severity,
    /// The check that found it.
    Check,
    /// The record that it is written in.
    Record,
    /// Who wrote it.
    Author,
    /// The day on which.
    On,
}

impl FilterKey {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 20] = [
        Self::Due,
        Self::Owes,
        Self::To,
        Self::Amount,
        Self::Startup,
        Self::Convention,
        Self::Party,
        Self::Phase,
        Self::Incubator,
        Self::State,
        Self::Committee,
        Self::Status,
        Self::Kind,
        Self::Verb,
        Self::Article,
        Self::Severity,
        Self::Check,
        Self::Record,
        Self::Author,
        Self::On,
    ];

    /// The word before the colon.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Due => "due",
            Self::Owes => "owes",
            Self::To => "to",
            Self::Party => "party",
            Self::Startup => "startup",
            Self::Convention => "convention",
            Self::Incubator => "incubator",
            Self::Phase => "phase",
            Self::Committee => "committee",
            Self::Status => "status",
            Self::Kind => "kind",
            Self::Verb => "verb",
            Self::Article => "article",
            Self::Amount => "amount",
            Self::Severity => "severity",
            Self::Check => "check",
            Self::Record => "record",
            Self::Author => "author",
            Self::On => "on",
        }
    }
}

/// A row's answers. Values are ids, and the names that enumerations have in JSON; whoever writes a filter may use
/// the words of either language for them.
#[derive(Clone, Debug, Default)]
pub struct RowFacts<'a> {
    pub(super) words: Vec<(FilterKey, Cow<'a, str>)>,
    pub(super) due: Option<Date>,
    pub(super) on: Option<Date>,
    pub(super) amount: Option<Money>,
}

impl<'a> RowFacts<'a> {
    /// Adds a value of a key; a row may have several of one.
    #[must_use]
    pub fn with(mut self, key: FilterKey, value: impl Into<Cow<'a, str>>) -> Self {
        self.words.push((key, value.into()));
        self
    }

    /// Adds several values of a key.
    #[must_use]
    pub fn with_all(mut self, key: FilterKey, values: impl IntoIterator<Item = impl Into<Cow<'a, str>>>) -> Self {
        self.words.extend(values.into_iter().map(|value| (key, value.into())));
        self
    }

    /// The day by which, where it is known.
    #[must_use]
    pub fn due(self, due: Option<Date>) -> Self {
        Self { due, ..self }
    }

    /// The day on which, where it is known.
    #[must_use]
    pub fn on(self, on: Option<Date>) -> Self {
        Self { on, ..self }
    }

    /// How much, where that is known.
    #[must_use]
    pub fn amount(self, amount: Option<Money>) -> Self {
        Self { amount, ..self }
    }
}
