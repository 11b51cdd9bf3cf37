//! The past of the records: the commits that touched them.

use super::{Date, RecordRef};

/// What the commits of this program say that they did: each as its command is called, facts of several kinds at once,
/// and what somebody wrote with an editor.
pub const VERBS: [&str; 23] = [
    "done",
    "pay",
    "sign",
    "hold",
    "plan",
    "phase",
    "indicator",
    "note",
    "action",
    "finish",
    "call",
    "spend",
    "resource",
    "amend",
    "account",
    "new-startup",
    "new-convention",
    "new-party",
    "set",
    "several",
    "undo",
    "redo",
    "hand",
];

/// A commit that touched records of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its name, in full.
    pub name: String,
    /// Who wrote it.
    pub author: String,
    /// The day, as the author's own clock had it.
    pub on: Date,
    /// The minute of that day, from 0.
    pub minute: u16,
    /// The first line of its message.
    pub subject: String,
    /// The rest of its message, without the trailers of this program.
    pub detail: String,
    /// The verb, where this program made it: one of [`VERBS`], or of a later version another.
    pub verb: Option<String>,
    /// The records that it touched; the first of them where there are very many.
    pub records: Vec<RecordRef>,
    /// How many records it touched besides.
    pub more: usize,
    /// The commit that it takes back.
    pub undoes: Option<String>,
}

impl Commit {
    /// The time of day: `09:05`.
    #[must_use]
    pub fn time(&self) -> String {
        format!("{:02}:{:02}", self.minute / 60, self.minute % 60)
    }

    /// The first characters of its name, enough to tell it from others.
    #[must_use]
    pub fn short(&self) -> &str {
        short_commit(&self.name)
    }
}

/// The first characters of a commit's name, enough to tell it from others.
#[must_use]
pub fn short_commit(name: &str) -> &str {
    name.get(..7).unwrap_or(name)
}

/// The past as far as it has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The commits, newest first.
    pub commits: Vec<Commit>,
    /// The commit to read on after; `None` where all was read.
    pub next: Option<String>,
}
