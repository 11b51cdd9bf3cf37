//! Reading a record: what cannot be read at all, the fast way for what is right, the thorough way for the rest.

use serde::{Deserialize, Deserializer};
use toml::Table;

use super::patch::BYTE_ORDER_MARK;
use super::raw::{Faults, RawConvention, RawParty, RawPortfolio, RawStartup};
use super::{PatchError, Reading, Record, fast_path, lenient, nesting_limit};
use crate::model::{Incubator, Location, Problem, ProblemKind, RecordKind, RecordRef, TextRange, Unreadable};

/// No record is larger: a convention of twenty obligations has 7 kB.
pub const LARGEST: u64 = 1024 * 1024;

/// A file being read.
pub(super) struct RecordText<'a> {
    pub record: &'a RecordRef,
    pub file: &'a str,
    pub text: &'a str,
}

impl RecordText<'_> {
    pub fn problem(&self, bytes: std::ops::Range<usize>, kind: ProblemKind) -> Problem {
        let spot = TextRange { file: self.file.to_owned(), record: Some(self.record.clone()), bytes };
        Problem { place: Location::Text(spot), kind }
    }
}

/// See [`super::read`].
pub(super) fn read(record: &RecordRef, file: &str, bytes: &[u8]) -> Reading {
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
            // Every key of it may be absent.
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
    lenient::read(&RecordText { record, file, text })
}

/// Decodes a document into the record's shape and that into the model.
pub(super) fn decode<'de, D: Deserializer<'de>>(
    record: &RecordRef,
    document: D,
    faults: &mut Faults,
) -> Result<Option<Record>, D::Error> {
    let id = &record.id;
    Ok(match record.kind {
        RecordKind::Portfolio => Some(Record::Portfolio(RawPortfolio::deserialize(document)?.build(faults))),
        RecordKind::Party => Some(Record::Party(RawParty::deserialize(document)?.build(id, faults))),
        RecordKind::Startup => Some(Record::Startup(RawStartup::deserialize(document)?.build(id, faults))),
        RecordKind::Convention => RawConvention::deserialize(document)?.build(id, faults).map(Record::Convention),
    })
}

/// See [`super::table`].
pub(super) fn table(text: &str) -> Result<Table, PatchError> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    match fast_path::read(text, |tree| Table::deserialize(tree)) {
        Some(table) => Ok(table),
        None => text.parse().map_err(|error: toml::de::Error| PatchError::Syntax(error.message().to_owned())),
    }
}

/// See [`super::parse_only`].
pub(super) fn parse_only(kind: RecordKind, text: &str) -> Option<Box<dyn std::any::Any + Send>> {
    Some(match kind {
        RecordKind::Portfolio => Box::new(fast_path::read(text, |tree| RawPortfolio::deserialize(tree))?),
        RecordKind::Party => Box::new(fast_path::read(text, |tree| RawParty::deserialize(tree))?),
        RecordKind::Startup => Box::new(fast_path::read(text, |tree| RawStartup::deserialize(tree))?),
        RecordKind::Convention => Box::new(fast_path::read(text, |tree| RawConvention::deserialize(tree))?),
    })
}
