//! The fields of a record: the existing ones and those that the JSON Schema allows.

mod direction;
mod kind;
mod path;
mod value;

use serde_json::Value as Json;
use toml::{Table, Value as Toml};

use super::EditError;
use crate::model::{CommitteeState, KeyPath, PathStep, RecordKind};
use crate::record;

pub use direction::is_fact;
pub use kind::FieldKind;
pub use path::path;
pub use value::{ValueError, value};

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldInfo {
    pub path: KeyPath,
    pub key: String,
    /// The schema's name for the table that it belongs to: `Obligation`, `Startup`.
    pub of: String,
    pub kind: FieldKind,
    /// Its value as people type it; `None` if it is absent.
    pub current: Option<String>,
    /// The texts of a list of texts.
    pub entries: Vec<String>,
    /// Whether the format requires it.
    pub required: bool,
    /// Its description in the schema, in English.
    pub about: String,
}

/// Returns whether the text at a path may have several lines.
#[must_use]
pub fn has_lines(path: &KeyPath) -> bool {
    matches!(path.last(), Some(PathStep::Key(key)) if matches!(key.as_str(), "text" | "comment" | "reservations"))
}

/// Returns the fields of the table at a path, in the order of the text and then of the schema; only the field itself if
/// the path leads to a field. Tables and lists of tables are not fields.
///
/// # Errors
/// Fails with [`EditError::Patch`] if the text is not TOML.
pub fn fields(kind: RecordKind, text: &str, path: &KeyPath) -> Result<Vec<FieldInfo>, EditError> {
    let schema = record::schema(kind);
    let table = record::table(text)?;
    let Some((of, holder)) = walk(schema, path) else { return Ok(Vec::new()) };
    if properties(holder).is_some() {
        let mut all = of_table(schema, of, holder, table_at(&table, path), path);
        let place = |field: &FieldInfo| record::locate(text, &field.path).start;
        all.sort_by_cached_key(|field| field.current.as_ref().map_or(usize::MAX, |_| place(field)));
        return Ok(all);
    }
    let Some((PathStep::Key(key), above)) = path.split_last() else { return Ok(Vec::new()) };
    let above = KeyPath::from(above);
    let Some((of, holder)) = walk(schema, &above) else { return Ok(Vec::new()) };
    let mut all = of_table(schema, of, holder, table_at(&table, &above), &above);
    all.retain(|field| field.key == *key);
    Ok(all)
}

/// Returns the field that a path leads to.
///
/// # Errors
/// Fails with [`EditError::NoField`] and the possible fields if there is none, and with [`EditError::Patch`] if the
/// text is not TOML.
pub fn field(kind: RecordKind, text: &str, path: &KeyPath) -> Result<FieldInfo, EditError> {
    allowed(kind, path)?;
    let mut all = fields(kind, text, path)?;
    match all.iter().position(|field| field.path == *path) {
        Some(at) => Ok(all.swap_remove(at)),
        // A table is not a field, but contains fields.
        None => Err(EditError::NoField(path.clone(), all.into_iter().map(|field| field.key).collect())),
    }
}

/// Fails unless the format has something at a path, whether or not the record does.
pub(super) fn allowed(kind: RecordKind, path: &KeyPath) -> Result<(), EditError> {
    let schema = record::schema(kind);
    if walk(schema, path).is_some() && !path.is_empty() {
        return Ok(());
    }
    let above = path.parent();
    let known = walk(schema, &above).and_then(|(_, holder)| properties(holder));
    let known = known.into_iter().flat_map(|known| known.keys().cloned());
    Err(EditError::NoField(path.clone(), known.collect()))
}

/// Returns the kind of the field at a path; `None` if the path leads to a table, or nowhere.
pub(super) fn kind_at(kind: RecordKind, path: &KeyPath) -> Option<FieldKind> {
    let schema = record::schema(kind);
    let (PathStep::Key(key), above) = path.split_last()? else { return None };
    let (_, holder) = walk(schema, &KeyPath::from(above))?;
    FieldKind::of(schema, key, properties(holder)?.get(key.as_str())?)
}

fn of_table(schema: &Json, of: &str, holder: &Json, current: Option<&Table>, path: &KeyPath) -> Vec<FieldInfo> {
    let required = |key: &str| {
        let keys = holder.get("required").and_then(Json::as_array);
        keys.is_some_and(|keys| keys.iter().any(|required| required == key))
    };
    let is_planned = current.and_then(|table| table.get("state")?.as_str()) == Some(CommitteeState::Planned.name());
    properties(holder)
        .into_iter()
        .flatten()
        // The version of the format is not a fact that users record.
        .filter(|(key, _)| *key != "format")
        .filter_map(|(key, property)| {
            let kind = match FieldKind::of(schema, key, property)? {
                FieldKind::Date if is_fact(&path.key(key), is_planned) => FieldKind::PastDate,
                kind => kind,
            };
            let there = current.and_then(|table| table.get(key));
            // Tables are not fields, and neither are lists that one line can't express.
            if there.is_some_and(Toml::is_table) || there.is_some_and(|there| is_ambiguous(&kind, there)) {
                return None;
            }
            let about = property.get("description").or_else(|| resolve(schema, property).1.get("description"));
            Some(FieldInfo {
                path: path.key(key),
                key: key.clone(),
                of: of.to_owned(),
                current: there.map(|there| value::typed(&kind, there)),
                entries: there.map(texts).unwrap_or_default(),
                kind,
                required: required(key),
                about: about.and_then(Json::as_str).unwrap_or_default().to_owned(),
            })
        })
        .collect()
}

/// Returns the texts of a list.
fn texts(there: &Toml) -> Vec<String> {
    let all = there.as_array().into_iter().flatten();
    all.filter_map(|entry| entry.as_str().map(str::to_owned)).collect()
}

/// Returns whether the texts of a list contain the separator that would join them on one line.
fn is_ambiguous(kind: &FieldKind, there: &Toml) -> bool {
    let holds = |entry: &Toml| entry.as_str().is_some_and(|text| text.contains([';', '\n']));
    *kind == FieldKind::Texts && there.as_array().is_some_and(|entries| entries.iter().any(holds))
}

/// Returns the table at a path.
fn table_at<'a>(table: &'a Table, path: &KeyPath) -> Option<&'a Table> {
    if path.is_empty() { Some(table) } else { record::value_at(table, path)?.as_table() }
}

/// Returns the schema node of the value at a path, with its name in the schema.
fn walk<'s>(schema: &'s Json, path: &KeyPath) -> Option<(&'s str, &'s Json)> {
    let title = schema.get("title").and_then(Json::as_str).unwrap_or_default();
    let mut found = (title, schema);
    for step in path {
        let next = match step {
            PathStep::Key(key) => properties(found.1)?.get(key.as_str())?,
            PathStep::Index(_) => found.1.get("items")?,
        };
        found = resolve(schema, next);
    }
    Some(found)
}

fn properties(node: &Json) -> Option<&serde_json::Map<String, Json>> {
    node.get("properties").and_then(Json::as_object)
}

/// Returns the definition that a node refers to with its name; the node itself, without a name, if it refers to none.
fn resolve<'s>(schema: &'s Json, node: &'s Json) -> (&'s str, &'s Json) {
    let name = node.get("$ref").and_then(Json::as_str).and_then(|name| name.strip_prefix("#/$defs/"));
    let defined = name.and_then(|name| Some((name, schema.get("$defs")?.get(name)?)));
    defined.unwrap_or(("", node))
}
