//! Decodes a parsed document into a record of the model.

use serde::{Deserialize, Deserializer};

use super::raw::{Faults, RawConvention, RawParty, RawPortfolio, RawReview, RawStartup};
use crate::model::{
    Convention, Incubator, Location, Party, Problem, ProblemKind, RecordKind, RecordRef, Review, Startup, TextRange,
};

/// A record of any kind.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "one at a time, moved straight into the portfolio")]
pub enum Record {
    /// `portfolio.toml`.
    Portfolio(Incubator),
    Party(Party),
    Startup(Startup),
    Convention(Convention),
    Review(Review),
}

/// The result of reading a file.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The record without what could not be read; `None` if nothing could.
    pub record: Option<Record>,
    /// In the order of the text.
    pub problems: Vec<Problem>,
}

/// A file being read.
pub(super) struct RecordText<'a> {
    pub record: &'a RecordRef,
    pub file: &'a str,
    pub text: &'a str,
}

impl RecordText<'_> {
    pub fn problem(&self, bytes: std::ops::Range<usize>, kind: ProblemKind) -> Problem {
        let range = TextRange { file: self.file.to_owned(), record: Some(self.record.clone()), bytes };
        Problem { place: Location::Text(range), kind }
    }
}

/// Decodes a document into the raw type of the record's kind, then into the model. Returns `None` if the record cannot
/// exist without an invalid value.
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
        RecordKind::Review => Some(Record::Review(RawReview::deserialize(document)?.build(id, faults))),
    })
}
