//! The values of a row that filters test.

use std::borrow::Cow;

use crate::model::{Date, Money};

/// The part before the colon: `owes:pau`, `due:<30d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilterKey {
    Due,
    /// The debtor or payer.
    Owes,
    /// The creditor or payee.
    To,
    Amount,
    Startup,
    Convention,
    /// Any party involved, including debtor and creditor.
    Party,
    /// The phase of a startup.
    Phase,
    /// The incubator of a startup.
    Incubator,
    /// A coach of the startup.
    Coach,
    /// The owner of an action or a condition.
    Owner,
    /// The state of the row.
    State,
    /// The state of a startup's committee.
    Committee,
    /// The status of a convention.
    Status,
    /// The kind of row.
    Kind,
    /// The verb of a commit.
    Verb,
    Article,
    /// The severity of a finding.
    Severity,
    /// The check that raised a finding.
    Check,
    /// The record that the row is about.
    Record,
    /// The author of a commit.
    Author,
    /// The day of the fact.
    On,
    /// The day on which a convention ends.
    Ends,
}

impl FilterKey {
    /// All keys, in the order of the help.
    pub const ALL: [Self; 23] = [
        Self::Due,
        Self::Owes,
        Self::To,
        Self::Amount,
        Self::Startup,
        Self::Convention,
        Self::Party,
        Self::Phase,
        Self::Incubator,
        Self::Coach,
        Self::Owner,
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
        Self::Ends,
    ];

    /// Returns the canonical (English) spelling.
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
            Self::Coach => "coach",
            Self::Owner => "owner",
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
            Self::Ends => "ends",
        }
    }
}

/// The values of a row: ids, and the names that enumerations have in JSON. Filters may use the words of either language
/// for them.
#[derive(Clone, Debug, Default)]
pub struct RowFacts<'a> {
    pub(super) words: Vec<(FilterKey, Cow<'a, str>)>,
    pub(super) due: Option<Date>,
    pub(super) on: Option<Date>,
    pub(super) ends: Option<Date>,
    pub(super) amount: Option<Money>,
}

impl<'a> RowFacts<'a> {
    /// Adds a value. A row may have several values of a key.
    #[must_use]
    pub fn with(mut self, key: FilterKey, value: impl Into<Cow<'a, str>>) -> Self {
        self.words.push((key, value.into()));
        self
    }

    /// Adds values of a key.
    #[must_use]
    pub fn with_all(mut self, key: FilterKey, values: impl IntoIterator<Item = impl Into<Cow<'a, str>>>) -> Self {
        self.words.extend(values.into_iter().map(|value| (key, value.into())));
        self
    }

    /// Sets the due day.
    #[must_use]
    pub fn due(self, due: Option<Date>) -> Self {
        Self { due, ..self }
    }

    /// Sets the day of the fact.
    #[must_use]
    pub fn on(self, on: Option<Date>) -> Self {
        Self { on, ..self }
    }

    /// Sets the day on which the convention ends.
    #[must_use]
    pub fn ends(self, ends: Option<Date>) -> Self {
        Self { ends, ..self }
    }

    #[must_use]
    pub fn amount(self, amount: Option<Money>) -> Self {
        Self { amount, ..self }
    }
}
