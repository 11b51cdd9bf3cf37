//! Compares a tree of TOML with a JSON Schema, reports what does not fit and removes it.

use std::collections::HashSet;
use std::ops::Range;

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::scalar;
use crate::model::{Problem, ProblemKind, nearest};
use crate::record::decode::RecordText;

pub(super) struct SchemaWalk<'a> {
    source: &'a RecordText<'a>,
    schema: &'static Value,
    pub problems: Vec<Problem>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Keep,
    Drop,
}

impl<'a> SchemaWalk<'a> {
    pub fn new(source: &'a RecordText<'a>, schema: &'static Value) -> Self {
        Self { source, schema, problems: Vec::new() }
    }

    /// Walks the document. Returns the required keys that are missing in the end.
    pub fn top(&mut self, document: &mut DeTable<'_>) -> Vec<String> {
        self.table(self.schema, document, 0..0)
    }

    fn note(&mut self, bytes: Range<usize>, kind: ProblemKind) {
        self.problems.push(self.source.problem(bytes, kind));
    }

    /// Removes from a table what does not fit. Returns the required keys that are missing in the end.
    fn table(&mut self, schema: &Value, table: &mut DeTable<'_>, span: Range<usize>) -> Vec<String> {
        let none = Map::new();
        let known = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let others = schema.get("additionalProperties");
        let required = strings(schema.get("required"));
        for key in required.iter().filter(|key| !table.contains_key(**key)) {
            self.note(span.clone(), ProblemKind::MissingKey((*key).to_owned()));
        }
        let mut drop = HashSet::new();
        for (key, value) in table.iter_mut() {
            let name: &str = key.get_ref();
            let verdict = match (known.get(name), others) {
                (Some(schema), _) | (None, Some(schema @ Value::Object(_))) => self.value(schema, value),
                (None, None | Some(Value::Bool(true))) => Verdict::Keep,
                (None, Some(_)) => {
                    let nearest = nearest(name, known.keys().map(String::as_str)).map(str::to_owned);
                    self.note(key.span(), ProblemKind::UnknownKey { key: scalar::short(name), nearest });
                    Verdict::Drop
                }
            };
            if verdict == Verdict::Drop {
                drop.insert(name.to_owned());
            }
        }
        if !drop.is_empty() {
            // Removing the keys one by one would move the rest of the table each time.
            let all = std::mem::take(table);
            *table = all.into_iter().filter(|(key, _)| !drop.contains(&**key.get_ref())).collect();
        }
        let mut lost: Vec<String> =
            required.into_iter().filter(|key| !table.contains_key(*key)).map(str::to_owned).collect();
        if let Some(key) = missing_alternative(schema, table) {
            // If a key was removed, the alternative may only be missing because of that.
            if drop.is_empty() {
                self.note(span, ProblemKind::MissingKey(key.to_owned()));
            }
            lost.push(key.to_owned());
        }
        lost
    }

    fn value(&mut self, schema: &Value, value: &mut Spanned<DeValue<'_>>) -> Verdict {
        let span = value.span();
        let written = self.source.text.get(span.clone()).unwrap_or_default();
        let (name, schema) = self.resolve(schema);
        if let Some(checked) = name.and_then(|name| scalar::check(name, value.get_ref(), written)) {
            return self.verdict_of(checked, span);
        }
        let choices = schema.get("anyOf").and_then(Value::as_array).filter(|_| schema.get("type").is_none());
        if let Some(choices) = choices {
            let shape = shape(value.get_ref());
            let choice = choices.iter().find(|choice| shape_of_type(self.resolve(choice).1) == shape);
            return choice.or(choices.first()).map_or(Verdict::Keep, |choice| self.value(choice, value));
        }
        match (schema.get("type").and_then(Value::as_str), value.get_mut()) {
            (Some("object"), DeValue::Table(table)) => {
                if self.table(schema, table, span).is_empty() {
                    Verdict::Keep
                } else {
                    Verdict::Drop
                }
            }
            (Some("array"), DeValue::Array(array)) => {
                self.array(schema, array);
                Verdict::Keep
            }
            (Some("string"), DeValue::String(_)) | (Some("boolean"), DeValue::Boolean(_)) => Verdict::Keep,
            (expected, _) => {
                let expected = match expected {
                    Some("object") => "table",
                    Some("array") => "list",
                    Some("boolean") => "yes-no",
                    _ => "text",
                };
                self.verdict_of(Err(scalar::wrong_type(expected, written)), span)
            }
        }
    }

    fn array(&mut self, schema: &Value, array: &mut DeArray<'_>) {
        let Some(entry) = schema.get("items") else { return };
        let entries = std::mem::replace(array, std::iter::empty().collect());
        *array = entries
            .into_iter()
            .filter_map(|mut value| (self.value(entry, &mut value) == Verdict::Keep).then_some(value))
            .collect();
    }

    fn verdict_of(&mut self, checked: Result<(), ProblemKind>, span: Range<usize>) -> Verdict {
        match checked {
            Ok(()) => Verdict::Keep,
            Err(kind) => {
                self.note(span, kind);
                Verdict::Drop
            }
        }
    }

    /// Returns the schema that a schema refers to, with its name, or the schema itself.
    fn resolve<'s>(&self, schema: &'s Value) -> (Option<&'s str>, &'s Value)
    where
        'a: 's,
    {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/"));
        let named = name.and_then(|name| self.schema.get("$defs")?.get(name));
        (name, named.unwrap_or(schema))
    }
}

/// The shapes of values: choices of the schemas differ in them.
#[derive(PartialEq, Eq)]
enum ValueShape {
    Table,
    List,
    Scalar,
}

fn shape(value: &DeValue<'_>) -> ValueShape {
    match value {
        DeValue::Table(_) => ValueShape::Table,
        DeValue::Array(_) => ValueShape::List,
        _ => ValueShape::Scalar,
    }
}

fn shape_of_type(schema: &Value) -> ValueShape {
    match schema.get("type").and_then(Value::as_str) {
        Some("object") => ValueShape::Table,
        Some("array") => ValueShape::List,
        _ => ValueShape::Scalar,
    }
}

/// Returns the first key of the first alternative, if a table has all keys of none of the alternatives.
fn missing_alternative<'s>(schema: &'s Value, table: &DeTable<'_>) -> Option<&'s str> {
    let alternatives = schema.get("anyOf")?.as_array()?;
    let keys = || alternatives.iter().map(|alternative| strings(alternative.get("required")));
    let is_complete = keys().any(|keys| keys.iter().all(|key| table.contains_key(*key)));
    if is_complete { None } else { keys().next()?.first().copied() }
}

fn strings(list: Option<&Value>) -> Vec<&str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}
