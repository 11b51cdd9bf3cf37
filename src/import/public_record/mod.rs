//! The public record of beta.gouv.fr: a file of YAML front matter for each startup, organisation and incubator.
//!
//! What was imported last is kept in the record under `[extra.public-record]`, as published. It shows which values
//! changed in the public record since, so that a value edited here stays unless it changed there.

mod compare;
mod front_matter;
mod ids;
mod matching;
mod merge;
mod parties;
mod published;
mod record;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use crate::edit::ImportedRecord;
use crate::import::plan::{ImportPlan, ImportReason, ImportRow, ImportState};
use crate::import::records_here::RecordsHere;
use crate::model::{Id, MessageArg, RecordKind, RecordRef};
use crate::record::table as record_table;
use matching::{Matcher, RecordMatch};
use parties::PartyNames;
use published::{KnownIds, PublishedStartup};
use value::YamlNode;

pub use compare::differences;

/// The table of a record that holds the front matter as it was imported last.
const KEPT: &str = "public-record";

/// A file of the public record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicFile {
    /// The name without `.md`: the slug as published.
    pub stem: String,
    /// The path, for messages.
    pub path: String,
    /// The text; `Err` with the reason if it could not be read.
    pub text: Result<String, String>,
}

/// The files of the public record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicRecord {
    pub startups: Vec<PublicFile>,
    pub organisations: Vec<PublicFile>,
    pub incubators: Vec<PublicFile>,
    /// The ids that parties have here, by their ids there, where these differ.
    pub known_as: BTreeMap<String, Id>,
}

/// Reads `[parties]` of the mapping: our ids of parties, by their ids there.
///
/// # Errors
/// With the reason, if it is no TOML or names what cannot be an id.
pub fn mapping(text: &str) -> Result<BTreeMap<String, Id>, String> {
    let table = record_table(text).map_err(|error| error.to_string())?;
    let mut known_as = BTreeMap::new();
    for (published, ours) in table.get("parties").and_then(toml::Value::as_table).into_iter().flatten() {
        let id = ours.as_str().ok_or_else(|| format!("parties.{published}"))?;
        known_as.insert(published.clone(), Id::new(id).map_err(|error| format!("parties.{published}: {error}"))?);
    }
    Ok(known_as)
}

/// A startup as published, with its front matter.
struct PublicStartup<'a> {
    file: &'a PublicFile,
    front_matter: YamlNode,
    published: PublishedStartup,
}

/// Plans the import.
#[must_use]
pub fn plan(source: &PublicRecord, here: &RecordsHere<'_>) -> ImportPlan {
    let ids = KnownIds { known_as: &source.known_as, today: here.today };
    let read: Vec<_> = source.startups.iter().map(|file| (file, read(file, &ids))).collect();
    let matcher =
        Matcher::new(here.portfolio, read.iter().filter_map(|(_, read)| Some(&read.as_ref().ok()?.published)));
    let names = PartyNames::new(source, &ids);
    let (mut plan, mut named) = (ImportPlan::default(), BTreeSet::new());
    for (file, startup) in &read {
        let startup = match startup {
            Ok(startup) => startup,
            Err(reasons) => {
                plan.rows.push(row(file, None, ImportState::Refused, reasons.clone()));
                continue;
            }
        };
        let (row, change) = plan_one(startup, (&matcher, &ids), here);
        if change.is_some() {
            named.extend(startup.published.parties().cloned());
        }
        plan.records.extend(change);
        plan.rows.push(row);
    }
    let new = named.into_iter().filter(|id| {
        let record = RecordRef::new(RecordKind::Party, id.clone());
        !here.portfolio.has(&record) && !here.portfolio.unreadable.contains(&record)
    });
    plan.parties = new.collect();
    let created = plan.parties.iter().map(|id| names.record(id)).collect::<Vec<_>>();
    plan.records.splice(0..0, created);
    plan
}

/// Reads a file. Fails with the reasons if it cannot be imported.
fn read<'a>(file: &'a PublicFile, ids: &KnownIds<'_>) -> Result<PublicStartup<'a>, Vec<ImportReason>> {
    let found = file
        .text
        .as_ref()
        .map_err(|why| vec![ImportReason::new("import-unreadable", vec![("why", MessageArg::Text(why.clone()))])]);
    let front_matter = found.and_then(|text| front_matter::read(text).map_err(|reason| vec![reason]));
    let front_matter = front_matter?;
    let published = PublishedStartup::read(&file.stem, &front_matter, ids)?;
    Ok(PublicStartup { file, front_matter, published })
}

fn row(file: &PublicFile, record: Option<RecordRef>, state: ImportState, reasons: Vec<ImportReason>) -> ImportRow {
    let (name, file) = (file.stem.clone(), file.path.clone());
    ImportRow { name, file, record, state, differences: Vec::new(), reasons }
}

/// Plans what happens to one startup.
fn plan_one(
    startup: &PublicStartup<'_>,
    (matcher, ids): (&Matcher<'_>, &KnownIds<'_>),
    here: &RecordsHere<'_>,
) -> (ImportRow, Option<ImportedRecord>) {
    let refused = |record, reason| (row(startup.file, record, ImportState::Refused, vec![reason]), None);
    let record = |id: &Id| RecordRef::new(RecordKind::Startup, id.clone());
    match matcher.find(&startup.published) {
        Err(reason) => refused(None, reason),
        Ok(RecordMatch::New(id)) => {
            let change = record::create(record(&id), &startup.published, &startup.front_matter);
            (row(startup.file, Some(record(&id)), ImportState::New, Vec::new()), Some(change))
        }
        Ok(RecordMatch::Existing(id)) => {
            let record = record(&id);
            let unreadable = || ImportReason::new("import-broken-record", vec![("record", text(&record))]);
            // Entries that could not be read would look absent.
            if here.portfolio.half_read.contains(&record) {
                return refused(Some(record.clone()), unreadable());
            }
            let Some(now) = (here.text)(&record) else { return refused(Some(record.clone()), unreadable()) };
            let Ok(table) = record_table(&now) else { return refused(Some(record.clone()), unreadable()) };
            let merged = merge::merge(&table, startup, ids);
            let state = merged.state();
            let mut row = row(startup.file, Some(record.clone()), state, Vec::new());
            let change = merged.change(record, now);
            row.differences = merged.differences;
            (row, change)
        }
    }
}

fn text(value: impl ToString) -> MessageArg {
    MessageArg::Text(value.to_string())
}
