//! What is wrong or missing in the records: facts, without words.

use super::{Date, Location, Money, RecordRef, Span, SystemError};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Somebody should look.
    Warning,
    /// A figure cannot be trusted until it is mended.
    Error,
}

impl Severity {
    /// All of them, the mildest first.
    pub const ALL: [Self; 3] = [Self::Info, Self::Warning, Self::Error];

    /// The word in JSON and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing wrong or missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The check that found it.
    pub check: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub place: Location,
    /// The message of the locale that says it; the same with `-help` after it says the remedy.
    pub message: &'static str,
    /// What the message speaks of.
    pub args: MessageArgs,
}

/// The named facts of a message.
pub type MessageArgs = Vec<(&'static str, MessageArg)>;

/// A fact in a message, to be worded by the locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageArg {
    /// A name, an id, a text of the record.
    Text(String),
    /// Several of them.
    List(Vec<String>),
    /// An amount.
    Money(Money),
    /// A day.
    Date(Date),
    /// A length of time.
    Span(Span),
    /// A number of things.
    Count(i64),
    /// What the parser of TOML says, in its own English.
    Parser(String),
    /// Why the operating system refused.
    System(SystemError),
}

impl MessageArg {
    /// A number of things that were counted.
    #[must_use]
    pub fn count(things: usize) -> Self {
        Self::Count(i64::try_from(things).unwrap_or(i64::MAX))
    }
}

/// Something that reading a file came upon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Location,
    /// What.
    pub kind: ProblemKind,
}

/// What reading a file can come upon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Not TOML; the parser's words.
    Syntax(String),
    /// A key that the format does not know.
    UnknownKey {
        /// As written.
        key: String,
        /// The known key that looks most like it.
        nearest: Option<String>,
    },
    /// A key that must be there.
    MissingKey(String),
    /// A value of another type or form than the key takes.
    WrongType {
        /// What was expected: one of `record::EXPECTED`.
        expected: String,
        /// What is there, as written.
        found: String,
    },
    /// A value that is none of those allowed.
    UnknownValue {
        /// As written.
        value: String,
        /// Those allowed.
        allowed: Vec<String>,
        /// The one that looks most like it.
        nearest: Option<String>,
    },
    /// An amount written as a float.
    FloatAmount(String),
    /// A `format` newer than this program reads.
    FormatTooNew {
        /// What the file says.
        found: i64,
        /// What the program reads.
        known: i64,
    },
    /// The same id in two files.
    DuplicateId(Vec<String>),
    /// A file that cannot be read as text at all.
    Unreadable(Unreadable),
    /// A file whose name is no id.
    BadFileName(String),
    /// Two entries of one list with the same id.
    DuplicateEntry(String),
    /// Keys of one table of which only one can stand: `due` beside `every`.
    ConflictingKeys(Vec<String>),
}

impl ProblemKind {
    /// Whether something that the file says is left out because of it, so that figures lack it.
    #[must_use]
    pub const fn loses_facts(&self) -> bool {
        match self {
            Self::Syntax(_)
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

/// Why nothing of a file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Its bytes are not UTF-8, from this one on.
    NotUtf8,
    /// Larger than any record is: its size in bytes.
    TooLarge(u64),
    /// A folder, a device or a pipe.
    NotAFile,
    /// A link that leads out of the folder.
    LinkOut,
    /// Nothing in it.
    Empty,
    /// Tables or lists nested beyond reason.
    TooDeep,
    /// A link to what is not there, or in a circle.
    LinkNowhere,
    /// The system refused.
    Refused(SystemError),
}

impl Finding {
    /// The record it is in.
    #[must_use]
    pub const fn record(&self) -> Option<&RecordRef> {
        self.place.record()
    }
}
