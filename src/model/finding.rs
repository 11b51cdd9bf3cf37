//! Findings: what is wrong or missing in the records, as data for messages.

use super::{Date, Location, Money, RecordRef, Span, SystemError};

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// For information.
    Info,
    /// Probably a mistake.
    Warning,
    /// A figure is unreliable until this is fixed.
    Error,
}

impl Severity {
    /// All values, mildest first.
    pub const ALL: [Self; 3] = [Self::Info, Self::Warning, Self::Error];

    /// Returns the word in JSON and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Something wrong or missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The name of the check.
    pub check: &'static str,
    pub severity: Severity,
    pub place: Location,
    /// The key of its message. The key with the suffix `-help` is that of the remedy.
    pub message: &'static str,
    /// The arguments of the message.
    pub args: MessageArgs,
}

/// The named arguments of a message.
pub type MessageArgs = Vec<(&'static str, MessageArg)>;

/// An argument of a message, formatted by the locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageArg {
    /// A name, an id, or a text from the record.
    Text(String),
    List(Vec<String>),
    Money(Money),
    Date(Date),
    Span(Span),
    Count(i64),
    /// An error message of the TOML parser, in English.
    Parser(String),
    /// An error of the operating system.
    System(SystemError),
}

impl MessageArg {
    /// Converts a count.
    #[must_use]
    pub fn count(things: usize) -> Self {
        Self::Count(i64::try_from(things).unwrap_or(i64::MAX))
    }
}

/// A problem found while reading a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Location,
    pub kind: ProblemKind,
}

/// The kinds of problems with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Not TOML; contains the parser's message.
    Syntax(String),
    /// Conflict markers of git; neither version is read.
    Conflict {
        /// The name that the first marker gives to our version.
        ours: String,
        /// The name that the last marker gives to their version.
        theirs: String,
        /// The number of conflicts in the file.
        count: usize,
    },
    UnknownKey {
        key: String,
        /// The most similar known key.
        nearest: Option<String>,
    },
    /// A missing mandatory key.
    MissingKey(String),
    /// A value of the wrong type or form.
    WrongType {
        /// The expected form: one of `record::EXPECTED`.
        expected: String,
        /// The actual value, as written.
        found: String,
    },
    /// A value that isn't one of the allowed ones.
    UnknownValue {
        value: String,
        /// The allowed values.
        allowed: Vec<String>,
        /// The most similar allowed value.
        nearest: Option<String>,
    },
    FloatAmount(String),
    /// A `format` newer than this program supports.
    FormatTooNew {
        /// The format of the file.
        found: i64,
        /// The latest supported format.
        known: i64,
    },
    /// An id used by two files.
    DuplicateId(Vec<String>),
    /// A file that can't be read as text.
    Unreadable(Unreadable),
    /// A file whose name isn't an id.
    BadFileName(String),
    DuplicateEntry(String),
    /// Mutually exclusive keys in one table, such as `due` and `every`.
    ConflictingKeys(Vec<String>),
}

impl ProblemKind {
    /// Returns whether part of the file is ignored because of the problem, so that figures may be incomplete.
    #[must_use]
    pub const fn loses_facts(&self) -> bool {
        match self {
            Self::Syntax(_)
            | Self::Conflict { .. }
            | Self::MissingKey(_)
            | Self::WrongType { .. }
            | Self::UnknownValue { .. }
            | Self::FloatAmount(_)
            | Self::FormatTooNew { .. }
            | Self::DuplicateId(_)
            | Self::Unreadable(_)
            | Self::ConflictingKeys(_) => true,
            Self::UnknownKey { .. } | Self::BadFileName(_) | Self::DuplicateEntry(_) => false,
        }
    }
}

/// Why a file wasn't read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not UTF-8 from this byte on.
    NotUtf8,
    /// Larger than the limit; contains the size in bytes.
    TooLarge(u64),
    NotAFile,
    /// A link to a file outside of the folder.
    LinkOut,
    Empty,
    /// Tables or lists are nested too deeply.
    TooDeep,
    /// A link whose target doesn't exist, or that is circular.
    LinkNowhere,
    /// A version that a partial clone has not fetched, or that git cannot read.
    NotInClone,
    /// An error of the operating system.
    Refused(SystemError),
}

impl Finding {
    /// Returns the record that contains it.
    #[must_use]
    pub const fn record(&self) -> Option<&RecordRef> {
        self.place.record()
    }
}
