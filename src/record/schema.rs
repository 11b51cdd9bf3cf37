//! The JSON Schemas of the records, derived from the types that read them.

use std::sync::OnceLock;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::raw::{RawConvention, RawParty, RawPortfolio, RawReview, RawStartup};
use crate::model::RecordKind;

/// Returns the JSON Schema of a kind of record.
#[must_use]
pub fn schema(kind: RecordKind) -> &'static Value {
    static SCHEMAS: [OnceLock<Value>; RecordKind::ALL.len()] = [const { OnceLock::new() }; RecordKind::ALL.len()];
    let (slot, make): (usize, fn() -> Value) = match kind {
        RecordKind::Portfolio => (0, make::<RawPortfolio>),
        RecordKind::Party => (1, make::<RawParty>),
        RecordKind::Startup => (2, make::<RawStartup>),
        RecordKind::Convention => (3, make::<RawConvention>),
        RecordKind::Review => (4, make::<RawReview>),
    };
    SCHEMAS[slot].get_or_init(make)
}

fn make<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(without_null));
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// TOML has no null. The description of a key says what its absence means.
fn without_null(schema: &mut Schema) {
    schema.remove("default");
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            for (key, value) in only {
                schema.insert(key, value);
            }
        }
    }
}
