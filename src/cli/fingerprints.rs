//! Fingerprints of findings: stable when the line of a finding changes.

use std::collections::HashMap;

use toml::{Table, Value};

use crate::model::{KeyPath, Location, PathStep, stable_hash};
use crate::report::Diagnostic;
use crate::store::Folder;

/// Returns a fingerprint for each finding, derived from its check, record and entry. Findings that share these are
/// numbered.
#[must_use]
pub fn fingerprints(folder: &Folder, diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut records: HashMap<&str, Option<Table>> = HashMap::new();
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut all = Vec::with_capacity(diagnostics.len());
    for one in diagnostics {
        let file = one.file.as_str();
        let place = match &one.finding.place {
            Location::Value(_, path) => {
                let record = records.entry(file).or_insert_with(|| folder.text_of_file(file).ok()?.parse().ok());
                address(record.as_ref(), path)
            }
            // If the file cannot be read as a record, the text itself is used.
            Location::Text(_) => one.excerpt.trim().to_owned(),
        };
        let of = one.finding.record().map_or_else(|| file.to_owned(), ToString::to_string);
        let key = [one.finding.check, one.finding.message, &of, &place].join("\n");
        let count = counts.entry(key.clone()).or_default();
        *count += 1;
        all.push(format!("{:016x}", stable_hash(format!("{key}\n{count}").bytes())));
    }
    all
}

/// Returns a path in which entries are named by their ids, else by their content, so that it survives an entry added
/// before it.
fn address(record: Option<&Table>, path: &KeyPath) -> String {
    let mut value: Option<&Value> = None;
    let mut address = String::new();
    for (n, step) in path.iter().enumerate() {
        value = match (step, n) {
            (PathStep::Key(key), 0) => record.and_then(|record| record.get(key.as_str())),
            (PathStep::Key(key), _) => value.and_then(|value| value.get(key.as_str())),
            (PathStep::Index(at), _) => value.and_then(|value| value.get(*at)),
        };
        let name = match (step, value) {
            (PathStep::Key(key), _) => key.to_string(),
            (PathStep::Index(at), None) => at.to_string(),
            (PathStep::Index(_), Some(entry)) => match entry.get("id").and_then(Value::as_str) {
                Some(id) => id.to_owned(),
                None => format!("{:016x}", stable_hash(entry.to_string().bytes())),
            },
        };
        address.push('/');
        address.push_str(&name);
    }
    address
}
