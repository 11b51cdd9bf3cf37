//! Reading a record that is not as it should be: everything wrong with it, and all that is good of it.
//!
//! serde stops at the first mistake. Here the text's tree, which knows its places, is held against
//! the JSON Schema of the record; what does not fit is noted and taken out – the key, or the entry
//! that cannot do without it – and what is left is decoded as usual.

mod scalar;
mod walk;

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::decode::{Reading, Record, RecordText, decode};
use super::raw::{FORMAT, Faults};
use super::{locate, nesting_limit, schema};
use crate::model::{KeyPath, Location, Problem, ProblemKind, RecordKind, RecordRef};
use walk::SchemaWalk;

/// Reads thoroughly.
pub(super) fn read(source: &RecordText<'_>) -> Reading {
    let (mut document, errors) = DeTable::parse_recoverable(source.text);
    if let Some(problem) = newer_format(source, document.get_ref()) {
        return Reading { record: None, problems: vec![problem] };
    }
    let mut walk = SchemaWalk::new(source, schema::schema(source.record.kind));
    let lost = walk.top(document.get_mut());
    let mut problems = walk.problems;
    for key in lost {
        stand_in(source, &key, document.get_mut());
    }
    let record = decode_rest(source, document, &mut problems);
    if !errors.is_empty() {
        problems = with_syntax(source, &errors, problems);
    }
    problems.sort_by_key(|problem| spot(problem).start);
    Reading { record, problems }
}

/// Like [`super::locate()`], but counts the entries of lists as the model does, without those that could not be read.
#[must_use]
pub fn locate_as_read(record: &RecordRef, text: &str, path: &KeyPath) -> Range<usize> {
    locate_all_as_read(record, text, &[path]).pop().unwrap_or_default()
}

/// The same for several paths. The text is parsed once.
#[must_use]
pub fn locate_all_as_read(record: &RecordRef, text: &str, paths: &[&KeyPath]) -> Vec<Range<usize>> {
    if nesting_limit::too_deep(text).is_some() {
        return vec![0..0; paths.len()];
    }
    let (mut document, _) = DeTable::parse_recoverable(text);
    let source = RecordText { record, file: "", text };
    SchemaWalk::new(&source, schema::schema(record.kind)).top(document.get_mut());
    paths.iter().map(|path| locate::in_table(document.get_ref(), path)).collect()
}

/// A file of a later format is not for this program to judge.
fn newer_format(source: &RecordText<'_>, document: &DeTable<'_>) -> Option<Problem> {
    let value = document.get("format")?;
    let found = scalar::whole(value.get_ref().as_integer()?)?;
    (found > FORMAT).then(|| source.problem(value.span(), ProblemKind::FormatTooNew { found, known: FORMAT }))
}

/// Puts a value in place of a required one that was lost, so that the record is listed with the rest of it.
fn stand_in(source: &RecordText<'_>, key: &str, document: &mut DeTable<'_>) {
    let value = match key {
        "name" | "title" => source.record.id.as_str(),
        "kind" if document.contains_key("amends") => "amendment",
        "kind" if source.record.kind == RecordKind::Convention && document.contains_key("startups") => "partnership",
        "kind" => "framework",
        _ => return,
    };
    let value = Spanned::new(0..0, DeValue::String(value.to_owned().into()));
    document.insert(Spanned::new(0..0, key.to_owned().into()), value);
}

/// Decodes what is left and places the faults that single values do not show.
fn decode_rest(source: &RecordText<'_>, document: Spanned<DeTable<'_>>, problems: &mut Vec<Problem>) -> Option<Record> {
    let mut faults = Faults::default();
    let places = document.get_ref().clone();
    match decode(source.record, toml::Deserializer::from(document), &mut faults) {
        Ok(record) => {
            for (path, kind) in faults.0 {
                problems.push(source.problem(locate::in_table(&places, &path), kind));
            }
            record
        }
        // Nothing gets here unless a schema and its shape disagree, which a test would show.
        Err(error) => {
            problems
                .push(source.problem(error.span().unwrap_or(0..0), ProblemKind::Syntax(error.message().to_owned())));
            None
        }
    }
}

/// The errors of syntax, one for each line, and of the other problems those that they do not explain.
fn with_syntax(source: &RecordText<'_>, errors: &[toml::de::Error], problems: Vec<Problem>) -> Vec<Problem> {
    let ends: Vec<usize> = source.text.match_indices('\n').map(|(at, _)| at).collect();
    let line = |at: usize| ends.partition_point(|end| *end < at);
    let mut broken = BTreeSet::new();
    let mut all = Vec::new();
    for error in errors {
        let bytes = error.span().unwrap_or(0..0);
        if broken.insert(line(bytes.start)) {
            all.push(source.problem(bytes, ProblemKind::Syntax(error.message().to_owned())));
        }
    }
    // A key may be missing because its line is broken: some line before the next header.
    let next_header = |from: usize| {
        let after = from + source.text[from..].find('\n').unwrap_or(source.text.len() - from);
        let headers = source.text[after..].match_indices("\n[");
        headers.map(|(at, _)| after + at).next().unwrap_or(source.text.len())
    };
    let explained = |problem: &Problem| {
        let at = spot(problem).start;
        match problem.kind {
            ProblemKind::MissingKey(_) => broken.range(line(at)..=line(next_header(at))).next().is_some(),
            _ => broken.contains(&line(at)),
        }
    };
    all.extend(problems.into_iter().filter(|problem| !explained(problem)));
    all
}

/// The bytes that a problem means.
fn spot(problem: &Problem) -> Range<usize> {
    match &problem.place {
        Location::Text(spot) => spot.bytes.clone(),
        Location::Value(..) => 0..0,
    }
}

/// The judgement of a single value, for the test that no type of the schemas is forgotten.
#[cfg(test)]
pub(super) fn leaf_for_tests(name: &str, value: &DeValue<'_>) -> Option<Result<(), ProblemKind>> {
    scalar::check(name, value, "true")
}
