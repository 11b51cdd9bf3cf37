//! Reads a record: the fast path for valid text, the lenient one for the rest.

use serde::Deserialize;

use super::decode::{Reading, Record, RecordText, decode};
use super::raw::{Faults, RawConvention, RawParty, RawPortfolio, RawReview, RawStartup};
use super::text::LARGEST;
use super::{conflict, fast_path, lenient, nesting_limit};
use crate::model::{Incubator, ProblemKind, RecordKind, RecordRef, Unreadable};

/// Reads a record. Problems are located in `file`, its path below the folder.
#[must_use]
pub fn read(record: &RecordRef, file: &str, bytes: &[u8]) -> Reading {
    let refused = |at: std::ops::Range<usize>, why| {
        let source = RecordText { record, file, text: "" };
        Reading { record: None, problems: vec![source.problem(at, ProblemKind::Unreadable(why))] }
    };
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST {
        return refused(0..0, Unreadable::TooLarge(size));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let from = error.valid_up_to();
            return refused(from..from + error.error_len().unwrap_or(bytes.len() - from), Unreadable::NotUtf8);
        }
    };
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        let mut reading = refused(0..0, Unreadable::Empty);
        if record.kind == RecordKind::Portfolio {
            // All its keys are optional.
            reading.record = Some(Record::Portfolio(Incubator::default()));
        }
        return reading;
    }
    let mut faults = Faults::default();
    if let Some(Some(record)) = fast_path::read(text, |tree| decode(record, tree, &mut faults))
        && faults.0.is_empty()
    {
        return Reading { record: Some(record), problems: Vec::new() };
    }
    if let Some(at) = nesting_limit::too_deep(text) {
        return refused(at..at + 1, Unreadable::TooDeep);
    }
    let conflicts = conflict::conflicts(text);
    let Some(first) = conflicts.first() else { return lenient::read(&RecordText { record, file, text }) };
    let kept = conflict::without(text, &conflicts);
    let source = RecordText { record, file, text: &kept };
    let mut reading = lenient::read(&source);
    // A key may be missing because it is in conflict.
    reading.problems.retain(|problem| !matches!(problem.kind, ProblemKind::MissingKey(_)));
    let [ours, theirs] = first.sides.clone();
    let conflict = ProblemKind::Conflict { ours, theirs, count: conflicts.len() };
    reading.problems.insert(0, source.problem(first.bytes.clone(), conflict));
    reading
}

/// Decodes a text into the shape of its kind and nothing more: the baseline of the benchmark of loading.
#[doc(hidden)]
#[must_use]
pub fn parse_only(kind: RecordKind, text: &str) -> Option<Box<dyn std::any::Any + Send>> {
    Some(match kind {
        RecordKind::Portfolio => Box::new(fast_path::read(text, |tree| RawPortfolio::deserialize(tree))?),
        RecordKind::Party => Box::new(fast_path::read(text, |tree| RawParty::deserialize(tree))?),
        RecordKind::Startup => Box::new(fast_path::read(text, |tree| RawStartup::deserialize(tree))?),
        RecordKind::Convention => Box::new(fast_path::read(text, |tree| RawConvention::deserialize(tree))?),
        RecordKind::Review => Box::new(fast_path::read(text, |tree| RawReview::deserialize(tree))?),
    })
}
