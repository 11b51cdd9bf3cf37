//! What an edit changes, line by line, for the form that shows it before it is made.

use diffy::{DiffOptions, Line};

use crate::model::RecordRef;

/// One line of what an edit changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedLine {
    /// Its number in the new text (in the old one where it goes away), from 1.
    pub number: usize,
    /// Comes, goes or stays as context.
    pub sign: Sign,
    /// The line without its end.
    pub text: String,
}

/// What happens to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It comes.
    Added,
    /// It goes.
    Removed,
    /// It is near one that does.
    Context,
}

/// What a commit changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The records, in their order; the first of them where there are very many.
    pub records: Vec<ChangedRecord>,
    /// How many records it changed besides.
    pub more: usize,
}

/// What a commit changed in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedRecord {
    /// The record.
    pub record: RecordRef,
    /// What became of it.
    pub fate: Fate,
    /// The lines that came and went; `None` of what is no text, or too much of it.
    pub lines: Option<Vec<ChangedLine>>,
    /// How many lines came and went besides.
    pub more: usize,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was not there before.
    Created,
    /// It says something else.
    Changed,
    /// It is no longer there.
    Removed,
}

/// The lines that differ between two texts, with a line of context around them.
#[must_use]
pub fn changed_lines(before: &str, after: &str) -> Vec<ChangedLine> {
    let mut options = DiffOptions::new();
    options.set_context_len(1);
    let patch = options.create_patch(before, after);
    let mut changed = Vec::new();
    for hunk in patch.hunks() {
        let (mut old, mut new) = (hunk.old_range().start(), hunk.new_range().start());
        for line in hunk.lines() {
            let (number, sign, text) = match line {
                Line::Context(text) => (new, Sign::Context, text),
                Line::Delete(text) => (old, Sign::Removed, text),
                Line::Insert(text) => (new, Sign::Added, text),
            };
            old += usize::from(sign != Sign::Added);
            new += usize::from(sign != Sign::Removed);
            let text = text.trim_end_matches('\n').trim_end_matches('\r').to_owned();
            changed.push(ChangedLine { number, sign, text });
        }
    }
    changed
}
