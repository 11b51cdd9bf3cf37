//! The history of the records: the commits that changed them.

use super::{Date, RecordRef};

/// The verbs in commits of this program: one per command, one for edits of several kinds, and one for manual edits.
pub const VERBS: [&str; 30] = [
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
    "condition",
    "coach",
    "postpone",
    "refund",
    "terminate",
    "person",
    "import",
    "several",
    "undo",
    "redo",
    "hand",
];

/// A commit that changed records of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The verb, if this program made the commit. Later versions may add verbs to [`VERBS`].
    pub verb: Option<String>,
    /// The records that it changed; only the first ones if there are very many.
    pub records: Vec<RecordRef>,
    /// Number of further records.
    pub more: usize,
    /// The commit that it undoes.
    pub undoes: Option<String>,
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

/// The history read so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The commits, newest first.
    pub commits: Vec<Commit>,
    /// The commit after which reading continues; `None` if everything was read.
    pub next: Option<String>,
}
