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
            let first = String::from_utf8_lossy(&bytes).lines().next().unwrap_or_default().to_owned();
            let up = if kind == RecordKind::Portfolio { "." } else { ".." };
            assert_eq!(first, format!("#:schema {up}/schema/{}.json", kind.name()), "{}", file.display());
            read += 1;
        }
    }
    assert!(read > 10, "the sample is there");
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
