//! Insertion and removal of whole lines: keys of a table, and entries with a header.

use super::outline::{KeyValue, Outline, OutlineSection, Replacement};
use super::render;
use crate::model::{KeyPath, PathStep};
use crate::record::item::Item;

/// Inserts a new key after a commented-out line of the same key, else after `last`, else below the header.
pub(super) fn add_key(
    outline: &Outline<'_>,
    section: &OutlineSection,
    last: Option<&KeyValue>,
    name: &str,
    item: &Item,
) -> Replacement {
    let at = match (commented_out(outline, section, name), last) {
        (Some(comment), _) => outline.line_end(comment),
        (None, Some(pair)) => outline.line_end(pair.value.end),
        (None, None) if section.header.is_empty() => below_first_comment(outline),
        (None, None) => outline.line_end(section.header.start),
    };
    let before = outline.indent(last.map_or(section.header.start, |pair| pair.key.start));
    let width = aligned_width(outline, section).unwrap_or(0);
    let line = format!("{before}{name:width$} = {}", render::value(item));
    insert_lines(outline, at, &[line])
}

/// Returns the start of a line `# name = …` or `# name: reason` in a section, outside of multi-line strings.
fn commented_out(outline: &Outline<'_>, section: &OutlineSection, name: &str) -> Option<usize> {
    let end = outline.region_end(section);
    let mut at = if section.header.is_empty() { 0 } else { outline.line_end(section.header.start) };
    while at < end {
        let line = outline.line(at).trim_start();
        let within = section.pairs.iter().any(|pair| pair.value.contains(&at));
        let comment = line.strip_prefix('#').filter(|_| !within);
        let rest = comment.and_then(|comment| comment.trim_start().strip_prefix(name));
        if rest.is_some_and(|rest| rest.trim_start().starts_with(['=', ':'])) {
            return Some(at);
        }
        at = outline.line_end(at);
    }
    None
}

/// Returns the position below the first comment of the file, such as `#:schema …`.
fn below_first_comment(outline: &Outline<'_>) -> usize {
    let mut at = 0;
    while outline.line(at).starts_with('#') {
        at = outline.line_end(at);
    }
    at
}

/// Returns the key width of a section whose `=` signs are aligned.
fn aligned_width(outline: &Outline<'_>, section: &OutlineSection) -> Option<usize> {
    section.pairs.iter().rev().find_map(|pair| {
        let spaces = outline.text[pair.key.end..pair.value.start].split('=').next()?;
        let start = outline.line_start(pair.key.start) + outline.indent(pair.key.start).len();
        let width = outline.text.get(start..pair.key.end)?.chars().count() + spaces.chars().count();
        (spaces.len() > 1).then(|| width - 1)
    })
}

pub(super) struct NewSection<'o> {
    /// Its position: a line start, or the end of the text.
    pub at: usize,
    /// The path of the header.
    pub path: &'o KeyPath,
    /// Whether it is an entry of a list.
    pub list: bool,
    /// An entry of the same list, whose layout it copies.
    pub like: Option<&'o OutlineSection>,
    pub parent: Option<&'o OutlineSection>,
}

impl NewSection<'_> {
    pub fn insert(&self, outline: &Outline<'_>, pairs: &[(String, Item)]) -> Replacement {
        self.insert_all(outline, &[pairs])
    }

    /// Inserts several sections with the same header.
    pub fn insert_all(&self, outline: &Outline<'_>, sections: &[&[(String, Item)]]) -> Replacement {
        let model = self.like.or(self.parent);
        let model = model.filter(|section| !section.header.is_empty());
        let indent = model.map_or("", |section| outline.indent(section.header.start));
        let below =
            model.and_then(|section| section.pairs.first()).map_or(indent, |pair| outline.indent(pair.key.start));
        let aligned = match self.like {
            Some(like) => aligned_width(outline, like).is_some(),
            None => outline.sections.iter().any(|section| aligned_width(outline, section).is_some()),
        };
        let apart = match self.like {
            Some(like) => has_blank_line_above(outline, like),
            None => self.parent.is_none_or(|parent| parent.header.is_empty()),
        };
        let name = header_name(self.path);
        let header = if self.list { format!("{indent}[[{name}]]") } else { format!("{indent}[{name}]") };
        let mut lines = Vec::new();
        for pairs in sections {
            if apart && !lines.is_empty() {
                lines.push(String::new());
            }
            lines.push(header.clone());
            let keys: Vec<String> = pairs.iter().map(|(name, _)| render::key(name)).collect();
            let widest = keys.iter().map(|key| key.chars().count()).max().unwrap_or(0);
            let width = if aligned { widest } else { 0 };
            for (key, (_, item)) in keys.iter().zip(*pairs) {
                lines.push(format!("{below}{key:width$} = {}", render::value(item)));
            }
        }
        if apart && !blank_before(outline, self.at) {
            lines.insert(0, String::new());
        }
        if apart && self.at < outline.text.len() && !outline.line(self.at).trim().is_empty() {
            lines.push(String::new());
        }
        insert_lines(outline, self.at, &lines)
    }
}

/// Formats the path for a header, without indices: `obligations.fulfilled`.
fn header_name(path: &KeyPath) -> String {
    let keys = path.iter().filter_map(|step| match step {
        PathStep::Key(key) => Some(render::key(key)),
        PathStep::Index(_) => None,
    });
    keys.collect::<Vec<_>>().join(".")
}

/// Returns whether there is an empty line above a section and its comments.
fn has_blank_line_above(outline: &Outline<'_>, section: &OutlineSection) -> bool {
    blank_before(outline, start_with_comments(outline, section))
}

/// Returns the start of a section including the comments directly above it.
pub(super) fn start_with_comments(outline: &Outline<'_>, section: &OutlineSection) -> usize {
    let mut at = outline.line_start(section.header.start);
    while at > 0 {
        let above = outline.line_start(at - 1);
        if !outline.line(above).trim_start().starts_with('#') {
            break;
        }
        at = above;
    }
    at
}

/// Returns whether a line is the first one or follows an empty line.
fn blank_before(outline: &Outline<'_>, at: usize) -> bool {
    let above = &outline.text[..at];
    if above.is_empty() {
        return true;
    }
    above.ends_with('\n') && outline.line(outline.line_start(at - 1)).trim().is_empty()
}

/// Inserts lines before the line at `at` with the local line ending. A missing final newline stays missing.
fn insert_lines(outline: &Outline<'_>, at: usize, lines: &[String]) -> Replacement {
    let newline = outline.newline(at);
    let joined = lines.join(newline);
    let above = &outline.text[..at];
    let written = if above.is_empty() || above.ends_with('\n') {
        format!("{joined}{newline}")
    } else {
        format!("{newline}{joined}")
    };
    (at..at, written)
}

/// Removes the line of a key, but keeps a comment at its end.
pub(super) fn remove_key(outline: &Outline<'_>, pair: &KeyValue) -> Replacement {
    let line = outline.line_start(pair.key.start)..outline.line_end(pair.value.end);
    let rest = outline.text[pair.value.end..line.end].trim_start_matches([' ', '\t']);
    let kept = if rest.starts_with('#') { format!("{}{rest}", outline.indent(pair.key.start)) } else { String::new() };
    (line, kept)
}

/// Removes a section and the empty lines above it.
pub(super) fn remove_section(outline: &Outline<'_>, section: &OutlineSection) -> Replacement {
    let end = outline.body_end(section);
    let mut start = outline.line_start(section.header.start);
    let follows = end == outline.text.len() || outline.line(end).trim().is_empty();
    while follows && start > 0 && blank_before(outline, start) {
        start = outline.line_start(start - 1);
    }
    (start..end, String::new())
}
