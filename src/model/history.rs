//! The history of the records: the commits that changed them.

use super::{Date, Fact, RecordRef};

/// A commit that changed records of the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commit {
    /// The full id.
    pub name: String,
    pub author: String,
    /// The author date, in the author's time zone.
    pub on: Date,
    /// Minutes since midnight, in the author's time zone.
    pub minute: u16,
    pub subject: String,
    /// The rest of the message, without trailers of this program.
    pub detail: String,
    /// The verb, if this program made the commit: the name of a command, or `several`, `undo`, `redo`, or `hand`. Later
    /// versions may add others.
    pub verb: Option<String>,
    /// The records that it changed; only the first ones if there are very many.
    pub records: Vec<RecordRef>,
    /// Number of further records.
    pub more: usize,
    /// The commit that it undoes.
    pub undoes: Option<String>,
    /// Whether it merges several lines of history.
    pub is_merge: bool,
    /// The number of commits that it received, if `sync` made the merge.
    pub received: Option<usize>,
    /// What became known with it of the records that were asked for; the first ones if there are very many.
    pub facts: Vec<Fact>,
    /// The number of further facts of these records.
    pub more_facts: usize,
    /// The number of records that it changed and whose facts are not listed.
    pub elsewhere: usize,
}

impl Commit {
    /// Formats the time of day: `09:05`.
    #[must_use]
    pub fn time(&self) -> String {
        format!("{:02}:{:02}", self.minute / 60, self.minute % 60)
    }

    /// Returns the abbreviated id.
    #[must_use]
    pub fn short(&self) -> &str {
        short_commit(&self.name)
    }
}

/// Returns the abbreviated id of a commit.
#[must_use]
pub fn short_commit(name: &str) -> &str {
    name.get(..7).unwrap_or(name)
}

/// The commit that wrote a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineOrigin {
    /// The full name of the commit.
    pub commit: String,
    pub author: String,
    /// In the author's time zone.
    pub on: Date,
}

/// Where an entry of a record is written, and by which commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinePlace {
    /// The file, below the folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// `None` if the line is not committed, or git cannot say.
    pub origin: Option<LineOrigin>,
}

/// The history read so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The commits, newest first.
    pub commits: Vec<Commit>,
    /// The commit after which reading continues; `None` if everything was read.
    pub next: Option<String>,
    /// Whether the clone has no older commits although there are some.
    pub is_shallow: bool,
}

/// What became known between two commits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitFacts {
    pub facts: Vec<Fact>,
    /// The number of records that differ and were not asked for.
    pub elsewhere: usize,
}
