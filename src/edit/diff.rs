//! Line diffs: of an edit for the preview of a form, of a commit for the history.

use diffy::{DiffOptions, Line};

use crate::model::RecordRef;

/// A line of a diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffLine {
    /// Its number, from 1: in the old text if the line is removed, else in the new one.
    pub number: usize,
    pub kind: LineKind,
    /// The line without its line break.
    pub text: String,
}

/// The kind of a line of a diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    Added,
    Removed,
    /// An unchanged line next to a changed one.
    Context,
}

/// The changes of a commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitDiff {
    /// The changed records; the first ones if there are very many.
    pub records: Vec<RecordDiff>,
    /// The number of further records.
    pub more: usize,
}

/// The changes of a commit in one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordDiff {
    pub record: RecordRef,
    pub change: ChangeKind,
    /// The changed lines; `None` if the file is not text, or too large.
    pub lines: Option<Vec<DiffLine>>,
    /// The number of further changed lines.
    pub more: usize,
}

/// How a commit changed a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    Created,
    Changed,
    Removed,
}

/// Returns the lines that differ between two texts, with one line of context around them.
#[must_use]
pub fn diff_lines(before: &str, after: &str) -> Vec<DiffLine> {
    let mut options = DiffOptions::new();
    options.set_context_len(1);
    let patch = options.create_patch(before, after);
    let mut changed = Vec::new();
    for hunk in patch.hunks() {
        let (mut old, mut new) = (hunk.old_range().start(), hunk.new_range().start());
        for line in hunk.lines() {
            let (number, kind, text) = match line {
                Line::Context(text) => (new, LineKind::Context, text),
                Line::Delete(text) => (old, LineKind::Removed, text),
                Line::Insert(text) => (new, LineKind::Added, text),
            };
            old += usize::from(kind != LineKind::Added);
            new += usize::from(kind != LineKind::Removed);
            let text = text.trim_end_matches('\n').trim_end_matches('\r').to_owned();
            changed.push(DiffLine { number, kind, text });
        }
    }
    changed
}
