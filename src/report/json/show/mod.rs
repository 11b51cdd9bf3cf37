//! `couveuse show ID --json`: everything about one record, as written and as computed.
//!
//! Every answer begins with `{as_of, record, id, …}` (`record` such as `convention/histologe-pau-anct`) and ends with
//! `findings` as in `check --json`. In between are the keys of the record, named as in the file, and computed ones. The
//! answer for a record that cannot be read has nothing in between.

mod amendment;
mod convention;
mod incubator;
mod money;
mod party;
mod review;
mod startup;

use std::collections::BTreeMap;

use serde::Serialize;

use super::{FindingJson, OccurrenceJson, iso, iso_or_null};
use crate::locale::Locale;
use crate::model::{Date, Note, Portfolio, RecordKind, RecordRef};
use crate::report::Diagnostic;
use crate::rules::Occurrence;

/// The answer of `show --json`.
#[derive(Serialize)]
#[serde(transparent)]
pub struct ShowJson<'a>(ShowJsonKind<'a>);

#[derive(Serialize)]
#[serde(untagged)]
enum ShowJsonKind<'a> {
    Startup(Box<startup::StartupJson<'a>>),
    Convention(Box<convention::ConventionJson<'a>>),
    Party(Box<party::PartyJson<'a>>),
    Review(Box<review::ReviewJson<'a>>),
    Portfolio(Box<incubator::IncubatorJson>),
    Unreadable(UnreadableRecordJson),
}

/// A record that cannot be read; its findings say why.
#[derive(Serialize)]
struct UnreadableRecordJson {
    as_of: String,
    record: String,
    id: String,
    findings: Vec<FindingJson>,
}

#[derive(Clone, Copy)]
struct ShowContext<'a> {
    portfolio: &'a Portfolio,
    record: &'a RecordRef,
    as_of: Date,
    diagnostics: &'a [Diagnostic],
    locale: &'a Locale,
}

/// Builds the answer for a record, with the diagnostics that concern it; for a startup also those of its conventions.
/// Returns `None` if there is no such record.
#[must_use]
pub fn show<'a>(
    portfolio: &'a Portfolio,
    record: &'a RecordRef,
    as_of: Date,
    diagnostics: &'a [Diagnostic],
    locale: &'a Locale,
) -> Option<ShowJson<'a>> {
    let about = ShowContext { portfolio, record, as_of, diagnostics, locale };
    if portfolio.unreadable.contains(record) {
        let (as_of, record, id) = (iso(as_of), record.to_string(), record.id.to_string());
        return Some(ShowJson(ShowJsonKind::Unreadable(UnreadableRecordJson {
            as_of,
            record,
            id,
            findings: about.findings(),
        })));
    }
    let shown = match record.kind {
        RecordKind::Startup => ShowJsonKind::Startup(Box::new(startup::show(about)?)),
        RecordKind::Convention => ShowJsonKind::Convention(Box::new(convention::show(about)?)),
        RecordKind::Party => ShowJsonKind::Party(Box::new(party::show(about)?)),
        RecordKind::Review => ShowJsonKind::Review(Box::new(review::show(about)?)),
        RecordKind::Portfolio => ShowJsonKind::Portfolio(Box::new(incubator::show(about))),
    };
    Some(ShowJson(shown))
}

#[derive(Serialize)]
struct NoteJson<'a> {
    id: Option<&'a str>,
    on: Option<String>,
    text: &'a str,
    article: Option<&'a str>,
    source: Option<&'a str>,
}

impl<'a> NoteJson<'a> {
    fn new(note: &'a Note) -> Self {
        Self {
            id: note.id.as_deref(),
            on: iso_or_null(note.on),
            text: &note.text,
            article: note.article.as_deref(),
            source: note.source.as_deref(),
        }
    }
}

/// Keys of other systems, with their values as text.
type ExtraJson<'a> = BTreeMap<&'a str, &'a str>;

fn extra(pairs: &[(String, String)]) -> ExtraJson<'_> {
    pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect()
}

impl ShowContext<'_> {
    fn findings(&self) -> Vec<FindingJson> {
        let records = self.portfolio.records_of(self.record);
        let is_its = |one: &&Diagnostic| one.finding.record().is_some_and(|of| records.contains(of));
        let its = self.diagnostics.iter().filter(is_its);
        its.map(|one| FindingJson::new(one, self.locale)).collect()
    }

    fn occurrences<'o>(&self, occurrences: impl IntoIterator<Item = &'o Occurrence>) -> Vec<OccurrenceJson> {
        occurrences.into_iter().map(|one| OccurrenceJson::new(one, self.locale)).collect()
    }
}
