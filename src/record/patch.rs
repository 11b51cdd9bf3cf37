//! Minimal changes of a record's text.

pub(super) mod inline;
mod lines;
mod list_edit;
pub(super) mod outline;
mod render;

use toml_edit::Value;

use super::error::PatchError;
use super::item::Item;
use super::text::BYTE_ORDER_MARK;
use super::{fast_path, nesting_limit};
use crate::model::{KeyPath, PathStep};
use inline::BracketedText;
use lines::NewSection;
use outline::{Outline, OutlineNode, Replacement, inline_pairs};

/// One change of a record's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Sets a key. An existing key keeps its place; a new one follows the other keys of its table.
    Set(KeyPath, Item),
    /// Adds an entry at the end of a list of tables (`[[…]]`), which is created if needed. If the path is that of an
    /// entry, adds the new one before it.
    Insert(KeyPath, Item),
    /// Removes a key or an entry.
    Remove(KeyPath),
}

/// Returns a value as TOML on one line.
#[must_use]
pub fn to_toml(item: &Item) -> String {
    render::value(item)
}

/// Applies changes to a text. Comments, order, spacing and line endings of the rest stay as they are.
///
/// # Errors
/// If the text is not TOML or a path leads nowhere.
pub fn patch(text: &str, ops: &[Op]) -> Result<String, PatchError> {
    let (mark, text) = text.strip_prefix(BYTE_ORDER_MARK).map_or(("", text), |rest| (BYTE_ORDER_MARK, rest));
    let patched = ops.chunk_by(append_to_one_list).try_fold(text.to_owned(), |text, ops| match ops {
        [] => Ok(text),
        // The first one gives the others their layout.
        [first, rest @ ..] => append(&apply(&text, first)?, rest),
    })?;
    // The result is TOML, whatever the changes were.
    if !fast_path::takes(&patched) || nesting_limit::too_deep(&patched).is_some() {
        Outline::of(&patched)?;
    }
    Ok(format!("{mark}{patched}"))
}

/// How to carry out an operation: by replacements, or by smaller operations.
enum PatchPlan {
    Changes(Vec<Replacement>),
    Steps(Vec<Op>),
}

/// Returns whether two changes append tables to the same list.
fn append_to_one_list(one: &Op, next: &Op) -> bool {
    match (one, next) {
        (Op::Insert(list, Item::Table(_)), Op::Insert(other, Item::Table(_))) => {
            list == other && matches!(list.last(), Some(PathStep::Key(_)))
        }
        _ => false,
    }
}

/// Applies insertions into the same list: all at once if it has headers, so that thousands cost as much as one.
fn append(text: &str, ops: &[Op]) -> Result<String, PatchError> {
    let Some(Op::Insert(path, _)) = ops.first() else { return Ok(text.to_owned()) };
    let entries = ops.iter().filter_map(|op| match op {
        Op::Insert(_, Item::Table(pairs)) => Some(pairs.as_slice()),
        _ => None,
    });
    let outline = Outline::of(text)?;
    match end_of_list(&outline, path) {
        Some(block) => Ok(changed(text, vec![block.insert_all(&outline, &entries.collect::<Vec<_>>())])),
        None => ops.iter().try_fold(text.to_owned(), |text, op| apply(&text, op)),
    }
}

/// Returns the place of a new entry at the end of a list with headers.
fn end_of_list<'o>(outline: &'o Outline<'_>, path: &'o KeyPath) -> Option<NewSection<'o>> {
    let Some(OutlineNode::List(list)) = outline.find(path) else { return None };
    let last = path.index(list.len().checked_sub(1)?);
    let at = outline.body_end(outline.sections_below(path).last()?);
    Some(NewSection { at, path, list: true, like: outline.section(&last), parent: None })
}

fn changed(text: &str, mut changes: Vec<Replacement>) -> String {
    changes.sort_by_key(|(range, _)| range.start);
    let mut changed = text.to_owned();
    for (range, written) in changes.into_iter().rev() {
        changed.replace_range(range, &written);
    }
    changed
}

fn apply(text: &str, op: &Op) -> Result<String, PatchError> {
    let outline = Outline::of(text)?;
    let (path, plan) = match op {
        Op::Set(path, item) => (path, set(&outline, path, item)),
        Op::Insert(path, item) => (path, insert(&outline, path, item)),
        Op::Remove(path) => (path, remove(&outline, path)),
    };
    match plan {
        None => Err(PatchError::NoSuchPlace(path.clone())),
        Some(PatchPlan::Steps(steps)) => steps.iter().try_fold(text.to_owned(), |text, step| apply(&text, step)),
        Some(PatchPlan::Changes(changes)) => Ok(changed(text, changes)),
    }
}

fn set(outline: &Outline<'_>, path: &KeyPath, item: &Item) -> Option<PatchPlan> {
    let (parent, last) = split(path)?;
    match (outline.find(path), last, item) {
        (Some(OutlineNode::Value(Value::Array(array))), _, Item::List(items)) if list_edit::applies(array, items) => {
            Some(PatchPlan::Steps(list_edit::steps(path, array, items)))
        }
        (Some(OutlineNode::Value(value)), _, _) if !is_dotted(value) => {
            Some(PatchPlan::Changes(vec![(value.span()?, render::value(item))]))
        }
        (Some(OutlineNode::Table(_) | OutlineNode::Value(_)), _, Item::Table(pairs)) => {
            Some(PatchPlan::Steps(reset(outline, path, pairs)))
        }
        (Some(_), PathStep::Key(_), _) => {
            Some(PatchPlan::Steps(vec![Op::Remove(path.clone()), Op::Set(path.clone(), item.clone())]))
        }
        (None, PathStep::Key(key), _) => add(outline, &parent, key, item),
        (None, PathStep::Index(index), _) => match outline.find(&parent)? {
            OutlineNode::Value(Value::Array(array)) if array.len() == *index => insert(outline, &parent, item),
            _ => None,
        },
        (Some(_), PathStep::Index(_), _) => None,
    }
}

/// Replaces a table that spans several lines key by key.
fn reset(outline: &Outline<'_>, path: &KeyPath, pairs: &[(String, Item)]) -> Vec<Op> {
    let keys: Vec<String> = match outline.find(path) {
        Some(OutlineNode::Table(table)) => table.iter().map(|(key, _)| key.to_owned()).collect(),
        Some(OutlineNode::Value(Value::InlineTable(table))) => table.iter().map(|(key, _)| key.to_owned()).collect(),
        _ => Vec::new(),
    };
    let sets = pairs.iter().map(|(key, item)| Op::Set(path.key(key), item.clone()));
    let gone = keys.iter().filter(|key| pairs.iter().all(|(kept, _)| kept != *key));
    sets.chain(gone.map(|key| Op::Remove(path.key(key)))).collect()
}

/// Adds a key to a table.
fn add(outline: &Outline<'_>, parent: &KeyPath, key: &str, item: &Item) -> Option<PatchPlan> {
    match outline.find(parent) {
        Some(OutlineNode::Value(Value::InlineTable(table))) if table.is_dotted() => {
            let (holder, name) = undotted(outline, parent, render::key(key))?;
            let Some(OutlineNode::Value(value)) = outline.find(&holder) else { return None };
            Some(PatchPlan::Changes(brackets(outline, value)?.push(&format!("{name} = {}", render::value(item)))))
        }
        Some(OutlineNode::Value(value @ Value::InlineTable(_))) => {
            let written = format!("{} = {}", render::key(key), render::value(item));
            Some(PatchPlan::Changes(brackets(outline, value)?.push(&written)))
        }
        Some(OutlineNode::Table(table)) => {
            if let Some(section) = outline.section(parent) {
                let change = lines::add_key(outline, section, section.pairs.last(), &render::key(key), item);
                return Some(PatchPlan::Changes(vec![change]));
            }
            if table.is_dotted() {
                let (holder, name) = undotted(outline, parent, render::key(key))?;
                let last = outline.pairs_below(parent).max_by_key(|pair| pair.key.start);
                let change = lines::add_key(outline, outline.section(&holder)?, last, &name, item);
                return Some(PatchPlan::Changes(vec![change]));
            }
            Some(PatchPlan::Changes(vec![add_header(outline, parent, key, item)?]))
        }
        Some(_) => None,
        None => match split(parent)? {
            (_, PathStep::Key(_)) => {
                Some(PatchPlan::Steps(vec![Op::Set(parent.clone(), Item::Table(vec![(key.to_owned(), item.clone())]))]))
            }
            _ => None,
        },
    }
}

/// Adds a key to a table that exists only through the headers of its children, by adding its own header.
fn add_header(outline: &Outline<'_>, parent: &KeyPath, key: &str, item: &Item) -> Option<Replacement> {
    let like = outline.sections_below(parent).last()?;
    let own = parent.key(key);
    let single = [(key.to_owned(), item.clone())];
    let (path, pairs) = match item {
        Item::Table(pairs) => (&own, pairs.as_slice()),
        _ => (parent, single.as_slice()),
    };
    let block = NewSection { at: outline.body_end(like), path, list: false, like: Some(like), parent: None };
    Some(block.insert(outline, pairs))
}

/// Returns the nearest ancestor table that isn't defined by dotted keys, and the dotted key from there.
fn undotted(outline: &Outline<'_>, path: &KeyPath, mut name: String) -> Option<(KeyPath, String)> {
    let mut path = path.clone();
    loop {
        let dotted = match outline.find(&path)? {
            OutlineNode::Table(table) => table.is_dotted(),
            OutlineNode::Value(value) => is_dotted(value),
            OutlineNode::List(_) => false,
        };
        if !dotted {
            return Some((path, name));
        }
        let PathStep::Key(key) = path.last()? else { return None };
        name = format!("{}.{name}", render::key(key));
        path = path.parent();
    }
}

fn insert(outline: &Outline<'_>, path: &KeyPath, item: &Item) -> Option<PatchPlan> {
    if let (list, PathStep::Index(n)) = split(path)? {
        return insert_before(outline, &list, *n, item);
    }
    match (outline.find(path), item) {
        (Some(OutlineNode::List(_)), Item::Table(pairs)) => {
            Some(PatchPlan::Changes(vec![end_of_list(outline, path)?.insert(outline, pairs)]))
        }
        (Some(OutlineNode::Value(value @ Value::Array(_))), _) => {
            Some(PatchPlan::Changes(brackets(outline, value)?.push(&render::value(item))))
        }
        (Some(_), _) => None,
        (None, _) => {
            let (parent, _) = split(path)?;
            match (outline.find(&parent), item) {
                (Some(OutlineNode::Table(table)), Item::Table(pairs)) if !table.is_dotted() => {
                    let at = if parent.is_empty() {
                        outline.text.len()
                    } else {
                        outline.body_end(outline.sections_below(&parent).last()?)
                    };
                    let block = NewSection { at, path, list: true, like: None, parent: outline.section(&parent) };
                    Some(PatchPlan::Changes(vec![block.insert(outline, pairs)]))
                }
                (Some(OutlineNode::List(_)), _) => None,
                _ => Some(PatchPlan::Steps(vec![Op::Set(path.clone(), Item::List(vec![item.clone()]))])),
            }
        }
    }
}

fn insert_before(outline: &Outline<'_>, list: &KeyPath, n: usize, item: &Item) -> Option<PatchPlan> {
    match (outline.find(list)?, item) {
        (OutlineNode::Value(value @ Value::Array(_)), _) => {
            Some(PatchPlan::Changes(vec![brackets(outline, value)?.insert(n, &render::value(item))?]))
        }
        (OutlineNode::List(_), Item::Table(pairs)) => {
            let entry = list.index(n);
            let like = outline.section(&entry)?;
            let at = lines::start_with_comments(outline, like);
            let block = NewSection { at, path: list, list: true, like: Some(like), parent: None };
            Some(PatchPlan::Changes(vec![block.insert(outline, pairs)]))
        }
        _ => None,
    }
}

fn remove(outline: &Outline<'_>, path: &KeyPath) -> Option<PatchPlan> {
    let (parent, _) = split(path)?;
    if let OutlineNode::Value(value) = outline.find(path)? {
        if let Some(pair) = outline.pairs_below(path).find(|pair| pair.path == *path) {
            return Some(PatchPlan::Changes(vec![lines::remove_key(outline, pair)]));
        }
        if is_dotted(value) {
            return Some(PatchPlan::Steps(reset(outline, path, &[])));
        }
        let (holder, _) = undotted(outline, &parent, String::new())?;
        let Some(OutlineNode::Value(holder)) = outline.find(&holder) else { return None };
        let brackets = brackets(outline, holder)?;
        let end = value.span()?.end;
        let n = brackets.items.iter().position(|item| item.end == end)?;
        return Some(PatchPlan::Changes(brackets.remove(n)));
    }
    let mut changes: Vec<Replacement> =
        outline.sections_below(path).map(|section| lines::remove_section(outline, section)).collect();
    let dotted = outline.sections.iter().filter(|section| !section.path.starts_with(path));
    let dotted = dotted.flat_map(|section| &section.pairs).filter(|pair| pair.path.starts_with(path));
    changes.extend(dotted.map(|pair| lines::remove_key(outline, pair)));
    Some(PatchPlan::Changes(changes))
}

/// Returns the ranges of the elements of a bracketed value.
fn brackets<'o>(outline: &'o Outline<'_>, value: &Value) -> Option<BracketedText<'o>> {
    let items = match value {
        Value::Array(array) => array.iter().map(Value::span).collect::<Option<_>>()?,
        Value::InlineTable(table) => inline_pairs(outline.text, table).into_iter().map(|pair| pair.range).collect(),
        _ => return None,
    };
    Some(BracketedText { outline, span: value.span()?, items })
}

fn is_dotted(value: &Value) -> bool {
    value.as_inline_table().is_some_and(toml_edit::InlineTable::is_dotted)
}

/// Splits a path into its parent and last step; returns `None` for the root.
fn split(path: &KeyPath) -> Option<(KeyPath, &PathStep)> {
    let (last, parent) = path.split_last()?;
    Some((KeyPath::from(parent), last))
}

#[cfg(test)]
mod anything;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
