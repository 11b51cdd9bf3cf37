//! Holding a tree of TOML against a JSON Schema: noting what does not fit, and taking it out.

use std::ops::Range;

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::scalar;
use crate::model::{Problem, ProblemKind, nearest};
use crate::record::read::RecordText;

/// A walk over one document.
pub(super) struct SchemaWalk<'a> {
    source: &'a RecordText<'a>,
    schema: &'static Value,
    pub problems: Vec<Problem>,
}

/// Whether a value can stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Keep,
    Drop,
}

impl<'a> SchemaWalk<'a> {
    pub fn new(source: &'a RecordText<'a>, schema: &'static Value) -> Self {
        Self { source, schema, problems: Vec::new() }
    }

    /// Walks the document and gives the required keys that it has lost or never had.
    pub fn top(&mut self, document: &mut DeTable<'_>) -> Vec<String> {
        self.table(self.schema, document, 0..0)
    }

    fn note(&mut self, bytes: Range<usize>, kind: ProblemKind) {
        self.problems.push(self.source.problem(bytes, kind));
    }

    /// Takes out of a table what does not fit, and gives the required keys that are not there in the end.
    fn table(&mut self, schema: &Value, table: &mut DeTable<'_>, span: Range<usize>) -> Vec<String> {
        let none = Map::new();
        let known = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let required: Vec<&str> = required.collect();
        for key in &required {
            if !table.contains_key(*key) {
                self.note(span.clone(), ProblemKind::MissingKey((*key).to_owned()));
            }
        }
        let mut drop = Vec::new();
        for (key, value) in table.iter_mut() {
            let name: &str = key.get_ref();
            let verdict = if let Some(schema) = known.get(name) {
                self.value(schema, value)
            } else {
                let nearest = nearest(name, known.keys().map(String::as_str)).map(str::to_owned);
                self.note(key.span(), ProblemKind::UnknownKey { key: scalar::short(name), nearest });
                Verdict::Drop
            };
            if verdict == Verdict::Drop {
                drop.push(name.to_owned());
            }
        }
        for key in drop {
            table.remove(key.as_str());
        }
        required.into_iter().filter(|key| !table.contains_key(*key)).map(str::to_owned).collect()
    }

    fn value(&mut self, schema: &Value, value: &mut Spanned<DeValue<'_>>) -> Verdict {
        let span = value.span();
        let written = self.source.text.get(span.clone()).unwrap_or_default();
        let (name, schema) = self.resolve(schema);
        if let Some(checked) = name.and_then(|name| scalar::check(name, value.get_ref(), written)) {
            return self.judged(checked, span);
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let table = value.get_ref().is_table();
            let choice = choices.iter().find(|choice| is_object(self.resolve(choice).1) == table);
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
                self.judged(Err(scalar::wrong_type(expected, written)), span)
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

    fn judged(&mut self, checked: Result<(), ProblemKind>, span: Range<usize>) -> Verdict {
        match checked {
            Ok(()) => Verdict::Keep,
            Err(kind) => {
                self.note(span, kind);
                Verdict::Drop
            }
        }
    }

    /// The schema that a schema refers to, with its name; itself where it refers to none.
    fn resolve<'s>(&self, schema: &'s Value) -> (Option<&'s str>, &'s Value)
    where
        'a: 's,
    {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/"));
        let named = name.and_then(|name| self.schema.get("$defs")?.get(name));
        (name, named.unwrap_or(schema))
    }
}

fn is_object(schema: &Value) -> bool {
    schema.get("type").is_some_and(|name| name == "object")
}
