//! Reads a record that has errors: reports all of them and keeps everything valid.
//!
//! serde stops at the first error. Here the tree of the text, which has spans, is compared with the JSON Schema of the
//! record. What does not fit is reported and removed: the key, or the entry that requires it. The rest is decoded as
//! usual.

mod scalar;
mod walk;

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::decode::{Reading, Record, RecordText, decode};
use super::raw::{FORMAT, Faults};
use super::recovery::recover;
use super::{locate, nesting_limit, schema};
use crate::model::{KeyPath, Location, Problem, ProblemKind, RecordKind, RecordRef};
use walk::SchemaWalk;

/// Reads a record and reports every error.
pub(super) fn read(source: &RecordText<'_>) -> Reading {
    let recovered = recover(source.text);
    let (mut document, errors) = DeTable::parse_recoverable(&recovered.text);
    if let Some(problem) = newer_format(source, document.get_ref()) {
        return Reading { record: None, problems: vec![problem] };
    }
    let mut walk = SchemaWalk::new(source, schema::schema(source.record.kind));
    let lost = walk.top(document.get_mut());
    let mut problems = walk.problems;
    for key in lost {
        replace_lost_value(source, &key, document.get_mut());
    }
    let record = decode_rest(source, document, &mut problems);
    let parser = errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message().to_owned()));
    let unclosed = recovered.unclosed.iter().map(|(opening, message)| (opening.clone(), (*message).to_owned()));
    let syntax: Vec<(Range<usize>, String)> = unclosed.chain(parser).collect();
    if !syntax.is_empty() {
        problems = with_syntax(source, syntax, problems);
    }
    problems.sort_by_key(|problem| spot(problem).start);
    Reading { record, problems }
}

/// Like [`super::locate()`], but counts the entries of lists as the model does, without those that could not be read.
#[must_use]
pub fn locate_as_read(record: &RecordRef, text: &str, path: &KeyPath) -> Range<usize> {
    locate_all_as_read(record, text, &[path]).pop().unwrap_or_default()
}

/// Returns the same for several paths. The text is parsed once.
#[must_use]
pub fn locate_all_as_read(record: &RecordRef, text: &str, paths: &[&KeyPath]) -> Vec<Range<usize>> {
    if nesting_limit::too_deep(text).is_some() {
        return vec![0..0; paths.len()];
    }
    let recovered = recover(text);
    let (mut document, _) = DeTable::parse_recoverable(&recovered.text);
    let source = RecordText { record, file: "", text };
    SchemaWalk::new(&source, schema::schema(record.kind)).top(document.get_mut());
    paths.iter().map(|path| locate::in_table(document.get_ref(), path)).collect()
}

/// Returns the problem of a file whose format is newer than this program.
fn newer_format(source: &RecordText<'_>, document: &DeTable<'_>) -> Option<Problem> {
    let value = document.get("format")?;
    let found = scalar::whole(value.get_ref().as_integer()?)?;
    (found > FORMAT).then(|| source.problem(value.span(), ProblemKind::FormatTooNew { found, known: FORMAT }))
}

/// Replaces a required value that was lost, so that the record is listed with the rest of its content.
fn replace_lost_value(source: &RecordText<'_>, key: &str, document: &mut DeTable<'_>) {
    let value = match key {
        "kind" if source.record.kind == RecordKind::Review => "committee",
        "on" => return replace_lost_day(source, document),
        "name" | "title" => source.record.id.as_str(),
        "kind" if document.contains_key("amends") => "amendment",
        "kind" if source.record.kind == RecordKind::Convention && document.contains_key("startups") => "partnership",
        "kind" => "framework",
        _ => return,
    };
    let value = Spanned::new(0..0, DeValue::String(value.to_owned().into()));
    document.insert(Spanned::new(0..0, key.to_owned().into()), value);
}

/// Replaces a lost day of a review by the one that its id begins with.
fn replace_lost_day(source: &RecordText<'_>, document: &mut DeTable<'_>) {
    let day = source.record.id.as_str().get(..10).and_then(|day| day.parse::<Datetime>().ok());
    if let Some(day) = day {
        document.insert(Spanned::new(0..0, "on".into()), Spanned::new(0..0, DeValue::Datetime(day)));
    }
}

/// Decodes the rest, and locates the faults that concern several values.
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
        // A required value was lost, and is reported.
        Err(_) if problems.iter().any(|problem| problem.kind.loses_facts()) => None,
        // Only happens if a schema and its type disagree, which a test would show.
        Err(error) => {
            problems
                .push(source.problem(error.span().unwrap_or(0..0), ProblemKind::Syntax(error.message().to_owned())));
            None
        }
    }
}

/// Returns the syntax errors, at most one for each line, and the other problems that they do not explain.
fn with_syntax(source: &RecordText<'_>, errors: Vec<(Range<usize>, String)>, problems: Vec<Problem>) -> Vec<Problem> {
    let ends: Vec<usize> = source.text.match_indices('\n').map(|(at, _)| at).collect();
    let line = |at: usize| ends.partition_point(|end| *end < at);
    let mut broken = BTreeSet::new();
    let mut all = Vec::new();
    for (bytes, message) in errors {
        if broken.insert(line(bytes.start)) {
            all.push(source.problem(bytes, ProblemKind::Syntax(message)));
        }
    }
    // A key may be missing because its line is broken: any line before the next header.
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

/// Returns the bytes that a problem points at.
fn spot(problem: &Problem) -> Range<usize> {
    match &problem.place {
        Location::Text(spot) => spot.bytes.clone(),
        Location::Value(..) => 0..0,
    }
}

/// Checks a scalar, for the test that no type of the schemas is forgotten.
#[cfg(test)]
pub(super) fn check_scalar(name: &str, value: &DeValue<'_>) -> Option<Result<(), ProblemKind>> {
    scalar::check(name, value, "true")
}
