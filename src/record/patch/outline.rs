//! The positions of headers, keys and values in a text.
//!
//! `toml_edit` would reformat the text around a change. With the outline a patch replaces a few bytes, so nothing else
//! can change.

use std::ops::Range;

use toml_edit::{ArrayOfTables, Document, InlineTable, Item, Table, Value};

use crate::model::{KeyPath, PathStep};
use crate::record::error::PatchError;
use crate::record::nesting_limit;

/// Bytes of a text and their replacement.
pub(in crate::record) type Replacement = (Range<usize>, String);

/// A text and its parts.
pub(in crate::record) struct Outline<'a> {
    pub text: &'a str,
    document: Document<&'a str>,
    /// In document order; the first one is the root, which has no header.
    pub sections: Vec<OutlineSection>,
}

/// A header and its keys.
#[derive(Debug)]
pub(in crate::record) struct OutlineSection {
    pub path: KeyPath,
    /// The header from its first bracket to its last; empty for the root.
    pub header: Range<usize>,
    /// In document order.
    pub pairs: Vec<KeyValue>,
}

/// A `key = value` line.
#[derive(Debug)]
pub(in crate::record) struct KeyValue {
    pub path: KeyPath,
    /// Range of the last part of the key.
    pub key: Range<usize>,
    pub value: Range<usize>,
}

/// What a path refers to.
#[derive(Clone, Copy)]
pub(in crate::record) enum OutlineNode<'o> {
    Table(&'o Table),
    List(&'o ArrayOfTables),
    Value(&'o Value),
}

impl<'a> Outline<'a> {
    pub fn of(text: &'a str) -> Result<Self, PatchError> {
        if nesting_limit::too_deep(text).is_some() {
            return Err(PatchError::Syntax("nested too deep".to_owned()));
        }
        let document = Document::parse(text).map_err(|error| PatchError::Syntax(error.message().to_owned()))?;
        let mut sections = vec![OutlineSection { path: KeyPath::top(), header: 0..0, pairs: Vec::new() }];
        collect(document.as_table(), &KeyPath::top(), 0, &mut sections);
        sections.sort_by_key(|section| section.header.start);
        for section in &mut sections {
            section.pairs.sort_by_key(|pair| pair.key.start);
        }
        Ok(Self { text, document, sections })
    }

    /// Returns what a path refers to.
    pub fn find(&self, path: &KeyPath) -> Option<OutlineNode<'_>> {
        let mut found = OutlineNode::Table(self.document.as_table());
        for step in path {
            found = match (found, step) {
                (OutlineNode::Table(table), PathStep::Key(key)) => match table.get(key)? {
                    Item::Table(table) => OutlineNode::Table(table),
                    Item::ArrayOfTables(list) => OutlineNode::List(list),
                    Item::Value(value) => OutlineNode::Value(value),
                    Item::None => return None,
                },
                (OutlineNode::List(list), PathStep::Index(index)) => OutlineNode::Table(list.get(*index)?),
                (OutlineNode::Value(Value::InlineTable(table)), PathStep::Key(key)) => {
                    OutlineNode::Value(table.get(key)?)
                }
                (OutlineNode::Value(Value::Array(array)), PathStep::Index(index)) => {
                    OutlineNode::Value(array.get(*index)?)
                }
                _ => return None,
            };
        }
        Some(found)
    }

    /// Returns the section with exactly this path.
    pub fn section(&self, path: &KeyPath) -> Option<&OutlineSection> {
        self.sections.iter().find(|section| section.path == *path)
    }

    /// Returns the sections of a table or list and of all its descendants.
    pub fn sections_below<'s>(&'s self, path: &'s KeyPath) -> impl DoubleEndedIterator<Item = &'s OutlineSection> {
        self.sections.iter().filter(move |section| section.path.starts_with(path))
    }

    /// Returns the `key = value` lines at this path or below.
    pub fn pairs_below<'s>(&'s self, path: &'s KeyPath) -> impl DoubleEndedIterator<Item = &'s KeyValue> {
        self.sections.iter().flat_map(|section| &section.pairs).filter(move |pair| pair.path.starts_with(path))
    }

    /// Returns the end of a section: the line of the next header, or the end of the text.
    pub fn region_end(&self, section: &OutlineSection) -> usize {
        let next = self.sections.iter().filter(|other| !other.header.is_empty());
        let next = next.map(|other| other.header.start).find(|start| *start > section.header.start);
        next.map_or(self.text.len(), |start| self.line_start(start))
    }

    /// Returns the position after the last key of a section and the comments directly below it, unless these are
    /// directly above the next header.
    pub fn body_end(&self, section: &OutlineSection) -> usize {
        let last = section.pairs.last().map_or(section.header.end, |pair| pair.value.end);
        let end = self.line_end(last);
        let mut at = end;
        let region_end = self.region_end(section);
        while at < region_end && self.line(at).trim_start().starts_with('#') {
            at = self.line_end(at);
        }
        if at == region_end && at < self.text.len() { end } else { at }
    }

    /// Returns the start of the line that contains a byte.
    pub fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// Returns the start of the next line, or the end of the text.
    pub fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline + 1)
    }

    /// Returns the line that starts at a byte, without its line ending.
    pub fn line(&self, start: usize) -> &'a str {
        self.text[start..self.line_end(start)].trim_end_matches(['\n', '\r'])
    }

    /// Returns the indentation of the line that contains a byte.
    pub fn indent(&self, at: usize) -> &'a str {
        let line = self.line(self.line_start(at));
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// Returns the line ending used near a byte.
    pub fn newline(&self, at: usize) -> &'static str {
        let newline = self.text[..at].rfind('\n').or_else(|| self.text.find('\n'));
        match newline {
            Some(newline) if self.text[..newline].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }
}

fn collect(table: &Table, path: &KeyPath, section: usize, sections: &mut Vec<OutlineSection>) {
    for (name, item) in table {
        let path = path.key(name);
        match item {
            Item::Table(table) if table.is_implicit() || table.is_dotted() => collect(table, &path, section, sections),
            Item::Table(table) => collect_section(table, path, sections),
            Item::ArrayOfTables(list) => {
                for (n, table) in list.iter().enumerate() {
                    collect_section(table, path.index(n), sections);
                }
            }
            Item::Value(value) => {
                let key = table.key(name).and_then(toml_edit::Key::span);
                if let (Some(key), Some(value)) = (key, value.span()) {
                    sections[section].pairs.push(KeyValue { path, key, value });
                }
            }
            Item::None => {}
        }
    }
}

fn collect_section(table: &Table, path: KeyPath, sections: &mut Vec<OutlineSection>) {
    let header = table.span().unwrap_or(0..0);
    sections.push(OutlineSection { path: path.clone(), header, pairs: Vec::new() });
    collect(table, &path, sections.len() - 1, sections);
}

/// A `key = value` pair of an inline table.
pub(in crate::record) struct InlinePair<'v> {
    pub keys: Vec<String>,
    pub range: Range<usize>,
    pub value: &'v Value,
}

/// Returns the pairs of an inline table in document order, including those with dotted keys.
pub(in crate::record) fn inline_pairs<'v>(text: &str, table: &'v InlineTable) -> Vec<InlinePair<'v>> {
    let mut pairs = Vec::new();
    for (name, value) in table {
        match value {
            Value::InlineTable(below) if below.is_dotted() => {
                // For dotted keys that share their first part, the parser gives only the range of the last part.
                pairs.extend(inline_pairs(text, below).into_iter().map(|mut pair| {
                    let before = text[..pair.range.start].trim_end_matches(|c| !matches!(c, ',' | '{' | '\n'));
                    let spaces = text[before.len()..].len() - text[before.len()..].trim_start().len();
                    pair.range.start = before.len() + spaces;
                    pair.keys.insert(0, name.to_owned());
                    pair
                }));
            }
            value => {
                let key = table.key(name).and_then(toml_edit::Key::span);
                if let (Some(key), Some(span)) = (key, value.span()) {
                    pairs.push(InlinePair { keys: vec![name.to_owned()], range: key.start..span.end, value });
                }
            }
        }
    }
    pairs.sort_by_key(|pair| pair.range.start);
    pairs
}
