//! A lossless tree of a TOML text: sections with their comments and keys, and bracketed values with their elements.
//! Concatenating the parts gives the text byte for byte.

use std::ops::Range;

use toml::Value;
use toml_edit::Value as Written;

use super::canonical;
use crate::model::{KeyPath, PathStep};
use crate::record::patch::inline::comma;
use crate::record::patch::outline::{KeyValue, Outline, OutlineNode, OutlineSection, inline_pairs};
use crate::record::text::table;

/// A valid TOML text with its parsed value.
pub(super) struct ParsedText<'t> {
    outline: Outline<'t>,
    pub value: Value,
}

/// All sections of a text, and what follows the last one.
pub(super) struct DocumentText<'a> {
    pub top: SectionText<'a>,
    pub close: &'a str,
}

/// A header, its keys, and its child sections.
pub(super) struct SectionText<'a> {
    /// Comments and empty lines above it.
    pub lead: &'a str,
    /// From the header to the end of the last child section.
    pub body: &'a str,
    /// The header line; empty for the root.
    pub header: &'a str,
    /// Its keys, relative to the parent section.
    pub names: Vec<String>,
    pub list: bool,
    pub path: KeyPath,
    pub value: &'a Value,
    pub pairs: Vec<ItemText<'a>>,
    /// Comments directly below the last key.
    pub tail: &'a str,
    pub blocks: Vec<SectionText<'a>>,
}

/// A `key = value` line, or an element of a bracketed value with or without a key.
pub(super) struct ItemText<'a> {
    /// Comment lines or spaces before it.
    pub lead: &'a str,
    /// Everything except `lead`.
    pub body: &'a str,
    /// The keys of `key = value`; empty for list elements.
    pub names: Vec<String>,
    pub path: KeyPath,
    pub before: &'a str,
    pub held: ValueText<'a>,
    /// In brackets: text between value and comma.
    pub pre: &'a str,
    /// The rest of the line if it contains a comment, with the line end if the item has its own line.
    pub post: &'a str,
}

pub(super) struct ValueText<'a> {
    pub text: &'a str,
    pub value: &'a Value,
    pub brackets: Option<BracketParts<'a>>,
}

/// The contents of `[…]` or `{…}`.
pub(super) struct BracketParts<'a> {
    pub parts: Vec<ItemText<'a>>,
    /// Whether a comma follows the last element.
    pub trailing: bool,
    /// Text before the closing bracket.
    pub close: &'a str,
}

impl<'t> ParsedText<'t> {
    /// Parses a text; returns `None` if it isn't TOML.
    pub fn of(text: &'t str) -> Option<Self> {
        let outline = Outline::of(text).ok()?;
        let value = Value::Table(table(text).ok()?);
        Some(Self { outline, value })
    }

    pub fn text(&self) -> &'t str {
        self.outline.text
    }

    /// Splits the text into sections, or returns `None` if sections of one table aren't contiguous, which TOML allows.
    pub fn parts(&self) -> Option<DocumentText<'_>> {
        let mut at = 0;
        let top = self.block(&mut at, &KeyPath::top(), 0)?;
        let close = &self.outline.text[top.body.len()..];
        (at == self.outline.sections.len()).then_some(DocumentText { top, close })
    }

    /// Returns the section at `at` with its children. Its lead begins at `start`.
    fn block(&self, at: &mut usize, parent: &KeyPath, start: usize) -> Option<SectionText<'_>> {
        let (outline, text) = (&self.outline, self.outline.text);
        let section = &outline.sections[*at];
        let (names, list) = names(section.path.get(parent.len()..)?)?;
        let top = section.header.is_empty();
        let header = if top { 0..0 } else { lines(outline, &section.header) };
        let (pairs, pairs_end) = self.pairs(section, header.end)?;
        let tail_end = self.tail_end(section, pairs_end);
        let mut end = tail_end;
        *at += 1;
        let mut blocks = Vec::new();
        while outline.sections.get(*at).is_some_and(|next| below(&section.path, &next.path)) {
            let block = self.block(at, &section.path, end)?;
            end += block.lead.len() + block.body.len();
            blocks.push(block);
        }
        Some(SectionText {
            lead: &text[start..header.start.max(start)],
            body: &text[header.start.max(start)..end],
            header: &text[header],
            names,
            list,
            path: section.path.clone(),
            value: canonical::at(&self.value, &section.path)?,
            pairs,
            tail: &text[pairs_end..tail_end],
            blocks,
        })
    }

    /// Returns the end of the comments directly below the last key, unless they are directly above the next header.
    fn tail_end(&self, section: &OutlineSection, from: usize) -> usize {
        let outline = &self.outline;
        let region = outline.region_end(section);
        let mut at = from;
        while at < region && outline.line(at).trim_start().starts_with('#') {
            at = outline.line_end(at);
        }
        if at == region && at < outline.text.len() { from } else { at }
    }

    /// Returns the `key = value` lines of a section, and the end of the last one.
    fn pairs(&self, section: &OutlineSection, from: usize) -> Option<(Vec<ItemText<'_>>, usize)> {
        let (outline, text) = (&self.outline, self.outline.text);
        let mut end = from;
        let mut parts = Vec::with_capacity(section.pairs.len());
        for KeyValue { path, key, value } in &section.pairs {
            let line = lines(outline, &(key.start..value.end));
            let (names, list) = names(path.get(section.path.len()..)?)?;
            let Some(OutlineNode::Value(written)) = outline.find(path).filter(|_| !list) else { return None };
            parts.push(ItemText {
                lead: text.get(end..line.start)?,
                body: &text[line.clone()],
                names,
                path: path.clone(),
                before: text.get(line.start..value.start)?,
                held: self.held(written, path)?,
                pre: "",
                post: &text[value.end..line.end],
            });
            end = line.end;
        }
        Some((parts, end))
    }

    fn held(&self, written: &Written, path: &KeyPath) -> Option<ValueText<'_>> {
        let text = self.outline.text;
        let span = written.span()?;
        let places: Option<Vec<BracketedValue<'_>>> = match written {
            Written::Array(array) => {
                let place = |value| Some(BracketedValue { keys: Vec::new(), range: Written::span(value)?, value });
                Some(array.iter().map(place).collect::<Option<_>>()?)
            }
            Written::InlineTable(table) => {
                let pairs = inline_pairs(text, table).into_iter();
                Some(
                    pairs
                        .map(|pair| BracketedValue { keys: pair.keys, range: pair.range, value: pair.value })
                        .collect(),
                )
            }
            _ => None,
        };
        let brackets = match places {
            Some(places) => Some(self.brackets(&span, &places, path)?),
            None => None,
        };
        Some(ValueText { text: &text[span], value: canonical::at(&self.value, path)?, brackets })
    }

    fn brackets(&self, span: &Range<usize>, places: &[BracketedValue<'_>], path: &KeyPath) -> Option<BracketParts<'_>> {
        let text = self.outline.text;
        let inside_end = span.end.checked_sub(1)?;
        let mut cursor = span.start + 1;
        let mut trailing = false;
        let mut parts = Vec::with_capacity(places.len());
        for (n, BracketedValue { keys, range, value }) in places.iter().enumerate() {
            let next = places.get(n + 1).map_or(inside_end, |next| next.range.start);
            let path = match keys.as_slice() {
                [] => path.index(n),
                keys => keys.iter().fold(path.clone(), |path, key| path.key(key)),
            };
            let after = text.get(range.end..next)?;
            let comma = comma(after);
            trailing = comma.is_some();
            let post_start = comma.map_or(range.end, |at| range.end + at + 1);
            let line = text.get(post_start..next)?.split('\n').next().unwrap_or_default();
            let post = if line.contains('#') { line } else { "" };
            let end = post_start + post.len();
            parts.push(ItemText {
                lead: text.get(cursor..range.start)?,
                body: &text[range.start..end],
                names: keys.clone(),
                before: text.get(range.start..value.span()?.start)?,
                held: self.held(value, &path)?,
                path,
                pre: comma.map_or("", |at| &after[..at]),
                post,
            });
            cursor = end;
        }
        Some(BracketParts { parts, trailing, close: text.get(cursor..inside_end)? })
    }
}

/// A bracketed value, and its range including the key.
struct BracketedValue<'v> {
    keys: Vec<String>,
    range: Range<usize>,
    value: &'v Written,
}

/// Returns the keys of a relative path and whether it ends with an index; `None` if an index precedes a key.
fn names(steps: &[PathStep]) -> Option<(Vec<String>, bool)> {
    let (keys, list) = match steps {
        [keys @ .., PathStep::Index(_)] => (keys, true),
        keys => (keys, false),
    };
    let name = |step: &PathStep| match step {
        PathStep::Key(key) => Some(key.to_string()),
        PathStep::Index(_) => None,
    };
    Some((keys.iter().map(name).collect::<Option<_>>()?, list))
}

/// Returns whether a path is below another.
fn below(path: &KeyPath, other: &KeyPath) -> bool {
    other.len() > path.len() && other.starts_with(path)
}

/// Extends a byte range to whole lines.
fn lines(outline: &Outline<'_>, range: &Range<usize>) -> Range<usize> {
    outline.line_start(range.start)..outline.line_end(range.end)
}
