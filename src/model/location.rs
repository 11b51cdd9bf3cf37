//! Where in the folder a fact stands: which record, and which key or bytes of it.

use std::fmt;
use std::ops::Range;

use super::Id;

/// The kinds of record, one folder each, and the file of the portfolio itself.
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
}

impl RecordKind {
    /// All of them, in the order in which people think of them.
    pub const ALL: [Self; 4] = [Self::Portfolio, Self::Party, Self::Startup, Self::Convention];

    /// The word for one of the kind, as the command line and JSON write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Portfolio => "portfolio",
            Self::Party => "party",
            Self::Startup => "startup",
            Self::Convention => "convention",
        }
    }

    /// The folder that holds the kind; `None` for the portfolio itself.
    #[must_use]
    pub const fn folder(self) -> Option<&'static str> {
        match self {
            Self::Portfolio => None,
            Self::Party => Some("parties"),
            Self::Startup => Some("startups"),
            Self::Convention => Some("conventions"),
        }
    }
}

/// One record of the folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordRef {
    /// What it is a record of.
    pub kind: RecordKind,
    /// The file's name without `.toml`; `portfolio` for the portfolio itself.
    pub id: Id,
}

impl RecordRef {
    /// The record of that kind and id.
    #[must_use]
    pub const fn new(kind: RecordKind, id: Id) -> Self {
        Self { kind, id }
    }

    /// The record of the portfolio itself, `portfolio.toml`.
    #[must_use]
    pub fn of_portfolio() -> Self {
        Self::new(RecordKind::Portfolio, Id::of_portfolio())
    }

    /// What is spelled with its kind, or its folder, before it: `startup/comobi`, `startups/comobi`.
    #[must_use]
    pub fn spelled(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('/')?;
        let kind = RecordKind::ALL.into_iter().find(|known| known.name() == kind || known.folder() == Some(kind))?;
        Some(Self::new(kind, Id::new(id).ok()?))
    }
}

/// As JSON and messages name it: `convention/histologe-pau-anct`.
impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.name(), self.id)
    }
}

/// One step into a record: a key of a table or the n-th entry of a list, from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathStep {
    /// A key.
    Key(String),
    /// A position in a list, from 0.
    Index(usize),
}

/// The way from a record's top to a value: `contributions`, 0, `amount`. Empty: the whole record.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPath(pub Vec<PathStep>);

impl KeyPath {
    /// The record itself.
    #[must_use]
    pub const fn top() -> Self {
        Self(Vec::new())
    }

    /// This path and then a key.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.0.push(PathStep::Key(key.to_owned()));
        self
    }

    /// This path and then a position, from 0.
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

/// What a finding points at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// A value of a record, by the way to it. Where it does not exist, its nearest parent stands for it.
    Value(RecordRef, KeyPath),
    /// A part of a file that could not be read as it should.
    Text(TextRange),
}

/// A part of a file's text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextRange {
    /// The file, below the folder, with `/` between its parts.
    pub file: String,
    /// The record that it holds, where its name is one.
    pub record: Option<RecordRef>,
    /// The bytes meant; empty at 0 for the whole file.
    pub bytes: Range<usize>,
}

impl Location {
    /// The record that this place is in.
    #[must_use]
    pub const fn record(&self) -> Option<&RecordRef> {
        match self {
            Self::Value(record, _) => Some(record),
            Self::Text(spot) => spot.record.as_ref(),
        }
    }
}
