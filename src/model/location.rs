//! Locations of facts: the record, and a key or byte range in it.

use std::fmt;
use std::ops::Range;

use super::{Id, Text};

/// The kinds of records: one folder each, and `portfolio.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// `portfolio.toml`.
    Portfolio,
    /// `parties/<id>.toml`.
    Party,
    /// `startups/<id>.toml`.
    Startup,
    /// `conventions/<id>.toml`.
    Convention,
    /// `reviews/<id>.toml`.
    Review,
}

impl RecordKind {
    /// All values, in display order.
    pub const ALL: [Self; 5] = [Self::Portfolio, Self::Party, Self::Startup, Self::Convention, Self::Review];

    /// Returns the singular word used on the command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Portfolio => "portfolio",
            Self::Party => "party",
            Self::Startup => "startup",
            Self::Convention => "convention",
            Self::Review => "review",
        }
    }

    /// Returns the folder of this kind; `None` for the portfolio itself.
    #[must_use]
    pub const fn folder(self) -> Option<&'static str> {
        match self {
            Self::Portfolio => None,
            Self::Party => Some("parties"),
            Self::Startup => Some("startups"),
            Self::Convention => Some("conventions"),
            Self::Review => Some("reviews"),
        }
    }
}

/// One record of the folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordRef {
    pub kind: RecordKind,
    /// The file name without `.toml`.
    pub id: Id,
}

impl RecordRef {
    #[must_use]
    pub const fn new(kind: RecordKind, id: Id) -> Self {
        Self { kind, id }
    }

    /// Returns the record `portfolio.toml`.
    #[must_use]
    pub fn of_portfolio() -> Self {
        Self::new(RecordKind::Portfolio, Id::of_portfolio())
    }

    /// Parses `startup/comobi` or `startups/comobi`.
    #[must_use]
    pub fn spelled(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('/')?;
        let kind = RecordKind::ALL.into_iter().find(|known| known.name() == kind || known.folder() == Some(kind))?;
        Some(Self::new(kind, Id::new(id).ok()?))
    }
}

/// Formats as in JSON and messages: `convention/histologe-pau-anct`.
impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.name(), self.id)
    }
}

/// A step of a path: a key of a table, or an index of a list from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathStep {
    Key(Text),
    /// An index from 0.
    Index(usize),
}

/// The path from the root of a record to a value: `contributions`, 0, `amount`. Empty for the whole record.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPath(pub Vec<PathStep>);

/// Most paths have as many steps: a list and an index.
const FIRST_STEPS: usize = 2;

impl KeyPath {
    /// Returns the path of the record itself.
    #[must_use]
    pub const fn top() -> Self {
        Self(Vec::new())
    }

    /// Appends a key.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.0.reserve_exact(FIRST_STEPS.saturating_sub(self.0.len()).max(1));
        self.0.push(PathStep::Key(key.into()));
        self
    }

    /// Appends an index from 0.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.0.push(PathStep::Index(index));
        self
    }
}

/// `contributions[0].amount`
impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, step) in self.0.iter().enumerate() {
            match step {
                PathStep::Key(key) if n == 0 => f.write_str(key)?,
                PathStep::Key(key) => write!(f, ".{key}")?,
                PathStep::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// The location of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// A value of a record. If it doesn't exist, its nearest parent is meant.
    Value(RecordRef, KeyPath),
    /// A part of a file that couldn't be read.
    Text(TextRange),
}

/// A byte range of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextRange {
    /// The path below the folder, with `/` as separator.
    pub file: String,
    /// The record, if the file name is valid.
    pub record: Option<RecordRef>,
    /// The bytes; `0..0` for the whole file.
    pub bytes: Range<usize>,
}

impl Location {
    /// Returns the record that contains it.
    #[must_use]
    pub const fn record(&self) -> Option<&RecordRef> {
        match self {
            Self::Value(record, _) => Some(record),
            Self::Text(spot) => spot.record.as_ref(),
        }
    }
}
