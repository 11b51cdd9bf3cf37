//! Answers → text, JSON and what other programs read. No terminal.

use crate::model::Finding;

/// A finding with its place in the text, and the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What was found.
    pub finding: Finding,
    /// The file, below the folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The bytes meant, within `excerpt`.
    pub bytes: std::ops::Range<usize>,
    /// The lines around it, made safe for a terminal; `excerpt_line` is the number of the first.
    pub excerpt: String,
    /// The number of the excerpt's first line, from 1.
    pub excerpt_line: usize,
}
