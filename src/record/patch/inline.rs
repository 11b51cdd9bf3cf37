//! Insertion into and removal from bracketed values: `[…]` and `{…}`.

use std::ops::Range;

use super::outline::{Outline, Replacement};

/// A bracketed value and the ranges of its elements, in document order.
pub(super) struct BracketedText<'o> {
    pub outline: &'o Outline<'o>,
    pub span: Range<usize>,
    pub items: Vec<Range<usize>>,
}

impl BracketedText<'_> {
    /// Appends an element, on its own line if the others have one.
    pub fn push(&self, written: &str) -> Vec<Replacement> {
        let text = self.outline.text;
        let close = self.span.end - 1;
        let Some(last) = self.items.last() else { return vec![self.push_first(written)] };
        let tail = &text[last.end..close];
        if !tail.contains('\n') {
            return vec![(last.end..last.end, format!(", {written}"))];
        }
        let has_comma = tail.trim_start_matches([' ', '\t']).starts_with(',');
        if !has_comma && comma(tail).is_some() {
            return vec![(last.end..last.end, format!(", {written}"))];
        }
        let below = self.outline.line_end(last.end);
        let indent = self.outline.indent(last.start);
        let newline = self.outline.newline(below);
        let line = format!("{indent}{written}{}{newline}", if has_comma { "," } else { "" });
        let mut changes = Vec::new();
        if !has_comma {
            changes.push((last.end..last.end, ",".to_owned()));
        }
        changes.push((below..below, line));
        changes
    }

    fn push_first(&self, written: &str) -> Replacement {
        let text = self.outline.text;
        let (open, close) = (self.span.start + 1, self.span.end - 1);
        if !text[open..close].contains('\n') {
            let space = if text[self.span.clone()].starts_with('{') { " " } else { "" };
            return (open..close, format!("{space}{written}{space}"));
        }
        // Below the comments, if there is nothing else.
        let line = self.outline.line_start(close);
        let indent = self.outline.indent(self.span.start);
        (line..line, format!("{indent}  {written}{}", self.outline.newline(line)))
    }

    /// Inserts an element before the n-th, on its own line if that has one.
    pub fn insert(&self, n: usize, written: &str) -> Option<Replacement> {
        let item = self.items.get(n)?;
        let line = self.outline.line_start(item.start);
        if line > self.span.start && self.outline.text[line..item.start].trim().is_empty() {
            let (indent, newline) = (self.outline.indent(item.start), self.outline.newline(line));
            return Some((line..line, format!("{indent}{written},{newline}")));
        }
        Some((item.start..item.start, format!("{written}, ")))
    }

    /// Removes the n-th element with its comma, but no comments.
    pub fn remove(&self, n: usize) -> Vec<Replacement> {
        let text = self.outline.text;
        let item = &self.items[n];
        let gap = match (self.items.get(n + 1), n.checked_sub(1).and_then(|before| self.items.get(before))) {
            (Some(next), _) => item.end..next.start,
            (None, Some(previous)) => previous.end..item.start,
            (None, None) => item.end..self.span.end - 1,
        };
        let inside = self.span.start + 1..self.span.end - 1;
        if self.items.len() == 1 && !text[inside.clone()].contains('\n') {
            return vec![(inside, String::new())];
        }
        if !text[gap.clone()].contains('#') {
            return vec![(gap.start.min(item.start)..gap.end.max(item.end), String::new())];
        }
        let mut changes = vec![(item.clone(), String::new())];
        let after = item.end..self.items.get(n + 1).map_or(self.span.end - 1, |next| next.start);
        let own = comma(&text[after.clone()]).map(|at| after.start + at);
        let commas = own.or_else(|| comma(&text[gap.clone()]).map(|at| gap.start + at));
        changes.extend(commas.map(|at| (at..at + 1, String::new())));
        changes
    }
}

/// Returns the first comma between two elements outside of comments.
pub(in crate::record) fn comma(gap: &str) -> Option<usize> {
    let mut start = 0;
    for line in gap.split_inclusive('\n') {
        let code = line.split('#').next().unwrap_or_default();
        if let Some(at) = code.find(',') {
            return Some(start + at);
        }
        start += line.len();
    }
    None
}
