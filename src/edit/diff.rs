//! What an edit changes, line by line, for the form that shows it before it is made.

use diffy::{DiffOptions, Line};

use crate::model::RecordRef;

/// One line of what an edit changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffLine {
    /// Its number in the new text (in the old one where it goes away), from 1.
    pub number: usize,
    /// Comes, goes or stays as context.
    pub kind: LineKind,
    /// The line without its end.
    pub text: String,
}

/// What happens to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// It comes.
    Added,
    /// It goes.
    Removed,
    /// It is near one that does.
    Context,
}

/// What a commit changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitDiff {
    /// The records, in their order; the first of them where there are very many.
    pub records: Vec<RecordDiff>,
    /// How many records it changed besides.
    pub more: usize,
}

/// What a commit changed in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordDiff {
    /// The record.
    pub record: RecordRef,
    /// What became of it.
    pub change: ChangeKind,
    /// The lines that came and went; `None` of what is no text, or too much of it.
    pub lines: Option<Vec<DiffLine>>,
    /// How many lines came and went besides.
    pub more: usize,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was not there before.
    Created,
    /// It says something else.
    Changed,
    /// It is no longer there.
    Removed,
}

/// The lines that differ between two texts, with a line of context around them.
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
