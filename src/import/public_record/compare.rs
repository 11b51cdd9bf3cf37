//! Compares a record with the public record, whichever of them changed.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::matching::{Matcher, RecordMatch};
use super::merge::{entries, entry_date, entry_text, toml_of};
use super::published::{KnownIds, PublishedStartup};
use super::{PublicRecord, read, row};
use crate::import::plan::{ImportDifference, ImportReason, ImportRow, ImportState};
use crate::import::records_here::RecordsHere;
use crate::locale::fold;
use crate::model::{MessageArg, RecordKind, RecordRef};
use crate::record;

/// Compares the startups of the source with the records here: a row for each startup that differs, is only in the
/// source, or (if the source is `whole`) is only here, although it has a slug.
#[must_use]
pub fn differences(source: &PublicRecord, here: &RecordsHere<'_>, whole: bool) -> Vec<ImportRow> {
    let ids = KnownIds { known_as: &source.known_as, today: here.today };
    let read: Vec<_> = source.startups.iter().map(|file| (file, read(file, &ids))).collect();
    let matcher =
        Matcher::new(here.portfolio, read.iter().filter_map(|(_, read)| Some(&read.as_ref().ok()?.published)));
    let (mut rows, mut seen) = (Vec::new(), BTreeSet::new());
    for (file, startup) in &read {
        match startup {
            Err(reasons) => rows.push(row(file, None, ImportState::Refused, reasons.clone())),
            Ok(startup) => match matcher.find(&startup.published) {
                Err(reason) => rows.push(row(startup.file, None, ImportState::Refused, vec![reason])),
                Ok(RecordMatch::New(_)) => rows.push(row(startup.file, None, ImportState::New, Vec::new())),
                Ok(RecordMatch::Existing(id)) => {
                    let record = RecordRef::new(RecordKind::Startup, id.clone());
                    seen.insert(id);
                    let table = (here.text)(&record).and_then(|text| record::table(&text).ok());
                    let differences = table.map(|table| compare(&table, &startup.published)).unwrap_or_default();
                    if !differences.is_empty() {
                        let row = row(startup.file, Some(record), ImportState::Differs, Vec::new());
                        rows.push(ImportRow { differences, ..row });
                    }
                }
            },
        }
    }
    // A startup whose file is refused is published all the same.
    let files: BTreeSet<&str> = read.iter().map(|(file, _)| file.stem.as_str()).collect();
    let only_here = here.portfolio.startups.values().filter(|startup| whole && !seen.contains(&startup.id));
    rows.extend(only_here.filter_map(|startup| {
        let slug = startup.slug.clone().filter(|slug| !files.contains(slug.as_str()))?;
        let reason = ImportReason::new("import-not-published", vec![("slug", MessageArg::Text(slug.clone()))]);
        Some(ImportRow {
            name: slug,
            file: String::new(),
            record: Some(RecordRef::new(RecordKind::Startup, startup.id.clone())),
            state: ImportState::Differs,
            differences: Vec::new(),
            reasons: vec![reason],
        })
    }));
    rows
}

/// Returns the values that differ between a record and a startup as published.
fn compare(now: &Table, published: &PublishedStartup) -> Vec<ImportDifference> {
    let mut found = Vec::new();
    let mut add = |field: String, ours: Option<String>, theirs: Option<String>| {
        if ours != theirs {
            found.push(ImportDifference { field, ours, theirs, is_taken: false });
        }
    };
    for (key, item) in published.keys() {
        let theirs = item.as_ref().and_then(toml_of);
        if now.get(key) != theirs.as_ref() {
            add(key.to_owned(), now.get(key).map(ToString::to_string), theirs.map(|value| value.to_string()));
        }
    }
    for (key, theirs) in published.lists() {
        let ours: Vec<&str> = entries(now, key).iter().filter_map(Value::as_str).collect();
        let missing = theirs.iter().filter(|text| !ours.iter().any(|ours| fold(ours) == fold(text)));
        missing.for_each(|text| add(key.to_owned(), None, Some(text.clone())));
        // Other names that people search for are ours alone.
        let more = ours.iter().filter(|ours| key != "also" && !theirs.iter().any(|text| text == *ours));
        more.for_each(|ours| add(key.to_owned(), Some((*ours).to_owned()), None));
    }
    let ours = entries(now, "phases").iter().filter_map(|entry| {
        let (phase, from) = (entry_text(entry, "phase")?, entry_date(entry, "from")?);
        Some((format!("{phase} {from}"), entry_text(entry, "comment").map(str::to_owned)))
    });
    let theirs = published.phases.iter();
    let theirs = theirs.map(|phase| (format!("{} {}", phase.phase.name(), phase.from), phase.comment.clone()));
    compare_entries("phases", ours.collect(), theirs.collect(), &mut add);
    let ours = entries(now, "committees").iter().filter(|entry| entry_text(entry, "state") == Some("held"));
    let ours = ours.filter_map(|entry| {
        Some((entry_date(entry, "on")?.to_string(), entry_text(entry, "comment").map(str::to_owned)))
    });
    let theirs = published.committees.iter().map(|committee| (committee.on.to_string(), committee.comment.clone()));
    compare_entries("committees", ours.collect(), theirs.collect(), &mut add);
    found
}

type ComparedEntries = Vec<(String, Option<String>)>;

/// Compares entries by what identifies them, and their comments.
fn compare_entries(
    list: &str,
    ours: ComparedEntries,
    theirs: ComparedEntries,
    add: &mut impl FnMut(String, Option<String>, Option<String>),
) {
    let with = |entries: &ComparedEntries, name: &str| entries.iter().find(|(other, _)| other == name).cloned();
    for (name, comment) in &theirs {
        match with(&ours, name) {
            None => add(list.to_owned(), None, Some(name.clone())),
            Some((_, ours)) => add(format!("{list}[{name}].comment"), ours, comment.clone()),
        }
    }
    for (name, _) in ours.iter().filter(|(name, _)| with(&theirs, name).is_none()) {
        add(list.to_owned(), Some(name.clone()), None);
    }
}
