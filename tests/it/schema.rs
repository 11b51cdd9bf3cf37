//! The schemas on disk are those of the types that read the files.

use std::fs;
use std::path::{Path, PathBuf};

use couveuse::model::{Id, RecordKind, RecordRef};
use couveuse::record;
use serde_json::Value;

/// Renewed with `couveuse schema KIND > portfolio/schema/KIND.json`.
#[test]
fn the_schemas_beside_the_sample_are_current() {
    for kind in RecordKind::ALL {
        let file = sample().join(format!("schema/{}.json", kind.name()));
        let made = serde_json::to_string_pretty(record::schema(kind)).expect("a schema is JSON");
        let renew = format!("couveuse schema {0} > portfolio/schema/{0}.json", kind.name());
        assert!(fs::read_to_string(&file).expect("a schema") == format!("{made}\n"), "not current; renew it: {renew}");
    }
}

#[test]
fn every_key_has_a_description() {
    for kind in RecordKind::ALL {
        let schema = record::schema(kind);
        let top = [(kind.name(), schema)];
        let below = schema["$defs"].as_object().into_iter().flatten().map(|(name, schema)| (name.as_str(), schema));
        for (name, schema) in top.into_iter().chain(below) {
            assert!(schema["description"].is_string(), "{name} has no description");
            for (key, property) in schema["properties"].as_object().into_iter().flatten() {
                assert!(property["description"].is_string(), "{name}.{key} has no description");
            }
            let takes_other_keys = name == "Extra";
            if schema["type"] == "object" && !takes_other_keys {
                assert_eq!(schema["additionalProperties"], Value::Bool(false), "{name} takes any key");
            }
        }
        assert!(!schema.to_string().contains("null"), "TOML has no null");
    }
}

#[test]
fn every_file_of_the_sample_reads_without_a_problem() {
    let mut read = 0;
    for kind in RecordKind::ALL {
        for file in files(kind) {
            let id = file.file_stem().and_then(|stem| stem.to_str()).expect("a name");
            let id = RecordRef::new(kind, Id::new(id).expect("an id"));
            let bytes = fs::read(&file).expect("a record");
            let reading = record::read(&id, "x.toml", &bytes);
            assert!(reading.problems.is_empty(), "{}: {:?}", file.display(), reading.problems);
            assert!(reading.record.is_some(), "{}", file.display());
            let value = toml::from_str(&String::from_utf8_lossy(&bytes)).expect("TOML");
            let schema = record::schema(kind);
            assert!(satisfies(schema, schema, &json(&toml::Value::Table(value))), "{}", file.display());
            let first = String::from_utf8_lossy(&bytes).lines().next().unwrap_or_default().to_owned();
            let up = if kind == RecordKind::Portfolio { "." } else { ".." };
            assert_eq!(first, format!("#:schema {up}/schema/{}.json", kind.name()), "{}", file.display());
            read += 1;
        }
    }
    assert!(read > 10, "the sample is there");
}

/// Returns whether a value satisfies a schema. Knows the keywords that the schemas use, except `pattern`, `format` and
/// `minimum`.
fn satisfies(root: &Value, node: &Value, value: &Value) -> bool {
    let Some(node) = node.as_object() else { return *node != Value::Bool(false) };
    let holds = |schema: &Value| satisfies(root, schema, value);
    let all = |schemas: &Value| schemas.as_array().is_some_and(|all| all.iter().all(&holds));
    let count = |schemas: &Value| schemas.as_array().map_or(0, |all| all.iter().filter(|one| holds(one)).count());
    let has = |key: &Value| key.as_str().is_some_and(|key| value.get(key).is_some());
    node.iter().all(|(keyword, schema)| match keyword.as_str() {
        "$ref" => {
            let definition = schema.as_str().and_then(|path| path.strip_prefix("#/$defs/")).expect("a definition");
            holds(&root["$defs"][definition])
        }
        "type" => match schema.as_str().expect("a type") {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_i64(),
            "boolean" => value.is_boolean(),
            other => panic!("unknown type {other}"),
        },
        "enum" => schema.as_array().is_some_and(|all| all.contains(value)),
        "const" => schema == value,
        "required" => schema.as_array().is_some_and(|keys| keys.iter().all(has)),
        "properties" => schema
            .as_object()
            .into_iter()
            .flatten()
            .all(|(key, schema)| value.get(key).is_none_or(|value| satisfies(root, schema, value))),
        "additionalProperties" => value.as_object().into_iter().flatten().all(|(key, value)| {
            let known = node.get("properties").is_some_and(|known| known.get(key).is_some());
            known || satisfies(root, schema, value)
        }),
        "items" => value.as_array().into_iter().flatten().all(|value| satisfies(root, schema, value)),
        "allOf" => all(schema),
        "anyOf" => count(schema) > 0,
        "oneOf" => count(schema) == 1,
        "not" => !holds(schema),
        "if" => holds(&node[if holds(schema) { "then" } else { "else" }]),
        _ => true,
    })
}

fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
        toml::Value::Array(values) => values.iter().map(json).collect(),
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(whole) => (*whole).into(),
        toml::Value::Float(float) => (*float).into(),
        toml::Value::Boolean(yes) => (*yes).into(),
        toml::Value::Datetime(moment) => moment.to_string().into(),
    }
}

#[test]
fn the_schemas_refuse_what_the_program_refuses() {
    let convention = "title = \"T\"\nkind = \"partnership\"\n";
    let obligation = format!("{convention}[[obligations]]\nid = \"a\"\nwhat = \"w\"\n");
    let contribution = format!("{convention}[[contributions]]\nid = \"a\"\nfrom = \"p\"\n");
    let (startup, review) = ("name = \"A\"\n", "kind = \"committee\"\non = 2026-11-20\n");
    let cases: [(RecordKind, &str, &[&str], &[&str]); 6] = [
        (
            RecordKind::Convention,
            convention,
            &["", "signed = \"undated\"", "term = { covers = \"x\", estimated = true }", "extra = { a = 1 }"],
            &["amends = \"x\"", "term = {}", "term = { months = 1, covers = \"x\" }", "other = 1", "format = 2"],
        ),
        (
            RecordKind::Convention,
            &obligation,
            &["due = \"end\"\nstanding = false", "every = \"1 month\"\nfrom = \"last\"", "debtor = [\"a\", \"b\"]"],
            &[
                "due = \"end\"\nstanding = true",
                "every = \"1 month\"\nstanding = true",
                "due = \"end\"\nevery = \"1 month\"",
                "due = \"end\"\nfrom = \"last\"",
                "from = \"last\"\nstanding = true",
                "proof = \"address\"",
                "debtor = 1",
                "waived = { why = \"x\" }",
            ],
        ),
        (
            RecordKind::Convention,
            &contribution,
            &["amount = 1\nyears = { 2026 = 1 }", "percent = 50\ntotal = { amount = 2, tax = \"excluded\" }"],
            &["", "percent = 50", "amount = 1.5", "amount = 1\n[[contributions.tranches]]\nwhen = \"call\""],
        ),
        (
            RecordKind::Startup,
            startup,
            &[
                "incubators = [{ id = \"a\", from = 2019-09-01 }]",
                "coaches = [{ person = \"a\" }]",
                "statistics = true",
            ],
            &[
                "incubators = [{ from = 2019-09-01 }]",
                "committees = [{ on = 2026-11-20, state = \"past\" }]",
                "slug = 1",
            ],
        ),
        (
            RecordKind::Review,
            review,
            &["start = 14:00:00\nclosed = 2026-11-20T17:05:00", "agenda = [{ startup = \"a\", outcome = \"noted\" }]"],
            &["agenda = [{ no = 1 }]", "place = 1", "closed = true"],
        ),
        (
            RecordKind::Portfolio,
            "",
            &["language = \"fr\"", "views = [{ name = \"a\", screen = \"obligations\" }]"],
            &["language = \"de\"", "people = [{ id = \"a\" }]", "habits = { days = 1 }"],
        ),
    ];
    for (kind, start, accepted, refused) in cases {
        for (text, valid) in accepted.iter().map(|text| (text, true)).chain(refused.iter().map(|text| (text, false))) {
            let text = format!("{start}{text}\n");
            let record = RecordRef::new(kind, Id::new("x").expect("an id"));
            let reading = record::read(&record, "x.toml", text.as_bytes());
            assert_eq!(reading.problems.is_empty(), valid, "{text}: {:?}", reading.problems);
            let schema = record::schema(kind);
            let value = json(&toml::Value::Table(toml::from_str(&text).expect("TOML")));
            assert_eq!(satisfies(schema, schema, &value), valid, "the schema of {kind:?}: {text}");
        }
    }
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolio")
}

fn files(kind: RecordKind) -> Vec<PathBuf> {
    let Some(folder) = kind.folder() else { return vec![sample().join("portfolio.toml")] };
    // The sample has no reviews.
    let entries = fs::read_dir(sample().join(folder)).into_iter().flatten();
    entries.map(|entry| entry.expect("an entry").path()).collect()
}
