//! A text taken apart into what people see in it: headers with the keys below them and the comments above, values in
//! brackets and what they hold. The parts, put together again, are the text byte for byte.

use std::ops::Range;

use toml::Value;
use toml_edit::Value as Written;

use super::canonical;
use crate::model::{KeyPath, PathStep};
use crate::record::patch::inline::comma;
use crate::record::patch::outline::{KeyValue, Outline, OutlineNode, OutlineSection, inline_pairs};
use crate::record::read::table;

/// A text that is TOML, and what it says.
pub(super) struct ParsedText<'t> {
    outline: Outline<'t>,
    pub value: Value,
}

/// A text's headers and keys, and what stands below all of them.
pub(super) struct DocumentText<'a> {
    pub top: SectionText<'a>,
    pub close: &'a str,
}

/// A header, the keys below it, and the headers that belong to it.
pub(super) struct SectionText<'a> {
    /// The comments and empty lines above.
    pub lead: &'a str,
    /// From the header to the end of all that belongs to it.
    pub body: &'a str,
    /// The header's line; empty for the top.
    pub header: &'a str,
    /// Its keys, from the block that it belongs to.
    pub names: Vec<String>,
    /// Whether it is an entry of a list.
    pub list: bool,
    pub path: KeyPath,
    pub value: &'a Value,
    pub pairs: Vec<ItemText<'a>>,
    /// The comments right below the last key.
    pub tail: &'a str,
    pub blocks: Vec<SectionText<'a>>,
}

/// A line `key = value`, or a value in brackets with its key or without.
pub(super) struct ItemText<'a> {
    /// What stands before it: lines of comments, or spaces.
    pub lead: &'a str,
    /// The whole of it but for its lead.
    pub body: &'a str,
    /// The keys of `key = value`; none in a list.
    pub names: Vec<String>,
    pub path: KeyPath,
    /// The key and the `=`.
    pub before: &'a str,
    pub held: ValueText<'a>,
    /// In brackets: up to the comma.
    pub pre: &'a str,
    /// Up to the end of the line where a comment stands there; of a line of its own, its end too.
    pub post: &'a str,
}

/// A value as written.
pub(super) struct ValueText<'a> {
    pub text: &'a str,
    pub value: &'a Value,
    pub brackets: Option<BracketParts<'a>>,
}

/// What `[…]` and `{…}` hold.
pub(super) struct BracketParts<'a> {
    pub parts: Vec<ItemText<'a>>,
    /// Whether a comma follows the last part.
    pub trailing: bool,
    /// What stands before the last bracket.
    pub close: &'a str,
}

impl<'t> ParsedText<'t> {
    /// The text, if it is TOML.
    pub fn of(text: &'t str) -> Option<Self> {
        let outline = Outline::of(text).ok()?;
        let value = Value::Table(table(text).ok()?);
        Some(Self { outline, value })
    }

    pub fn text(&self) -> &'t str {
        self.outline.text
    }

    /// Its parts; `None` where what belongs together stands apart, which TOML allows.
    pub fn parts(&self) -> Option<DocumentText<'_>> {
        let mut at = 0;
        let top = self.block(&mut at, &KeyPath::top(), 0)?;
        let close = &self.outline.text[top.body.len()..];
        (at == self.outline.sections.len()).then_some(DocumentText { top, close })
    }

    /// The block that begins with the section at `at`, whose lead begins at `start`.
    fn block(&self, at: &mut usize, parent: &KeyPath, start: usize) -> Option<SectionText<'_>> {
        let (outline, text) = (&self.outline, self.outline.text);
        let section = &outline.sections[*at];
        let (names, list) = names(section.path.0.get(parent.0.len()..)?)?;
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

    /// Where the comments right below a section's last key end, unless they stand right above the next header.
    fn tail_end(&self, section: &OutlineSection, from: usize) -> usize {
        let outline = &self.outline;
        let region = outline.region_end(section);
        let mut at = from;
        while at < region && outline.line(at).trim_start().starts_with('#') {
            at = outline.line_end(at);
        }
        if at == region && at < outline.text.len() { from } else { at }
    }

    /// The lines `key = value` of a section, and where the last of them ends.
    fn pairs(&self, section: &OutlineSection, from: usize) -> Option<(Vec<ItemText<'_>>, usize)> {
        let (outline, text) = (&self.outline, self.outline.text);
        let mut end = from;
        let mut parts = Vec::with_capacity(section.pairs.len());
        for KeyValue { path, key, value } in &section.pairs {
            let line = lines(outline, &(key.start..value.end));
            let (names, list) = names(path.0.get(section.path.0.len()..)?)?;
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
                [] => path.clone().index(n),
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

/// A value in brackets, and where it stands with its key.
struct BracketedValue<'v> {
    keys: Vec<String>,
    range: Range<usize>,
    value: &'v Written,
}

/// The keys of a relative path and whether an entry's position ends it; `None` where a position comes before.
fn names(steps: &[PathStep]) -> Option<(Vec<String>, bool)> {
    let (keys, list) = match steps {
        [keys @ .., PathStep::Index(_)] => (keys, true),
        keys => (keys, false),
    };
    let name = |step: &PathStep| match step {
        PathStep::Key(key) => Some(key.clone()),
        PathStep::Index(_) => None,
    };
    Some((keys.iter().map(name).collect::<Option<_>>()?, list))
}

/// Whether a path leads below another.
fn below(path: &KeyPath, other: &KeyPath) -> bool {
    other.0.len() > path.0.len() && other.0.starts_with(&path.0)
}

/// The whole lines that some bytes are in.
fn lines(outline: &Outline<'_>, range: &Range<usize>) -> Range<usize> {
    outline.line_start(range.start)..outline.line_end(range.end)
}
