//! Selects the files that an answer about one record needs. Files are scanned for ids, not parsed.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use std::thread::Builder;

use memchr::memmem;

use super::loader::{cores, read_bounded};
use crate::model::{Id, RecordKind, RecordRef};
use crate::store::records_dir::RecordsDir;
use crate::store::scan::ScannedFile;

/// Files per portion of work of a thread.
const PORTION: usize = 64;

/// What a scan found in a convention.
#[derive(Debug, Default)]
struct Mentions {
    id: String,
    /// Whether it names the record, or has escapes that may hide a name.
    names_target: bool,
    /// Whether it is a framework that names an incubator or another party of the startup, and so may bind it.
    may_bind: bool,
    amends: Option<String>,
}

/// Returns the records that an answer about a startup or a convention depends on: itself, the conventions that name it,
/// their amendments, the frameworks that may bind it, and the startups and parties that these refer to. Returns `None`
/// if the answer depends on all records.
pub(super) fn related(dir: &RecordsDir, target: &RecordRef) -> Option<BTreeSet<RecordRef>> {
    dir.scan.find(target)?;
    let own = strings(dir, target);
    let conventions = match target.kind {
        RecordKind::Startup => {
            // Its incubators are among these.
            let mut ids = own;
            ids.extend(strings(dir, &RecordRef::of_portfolio()));
            ids.retain(|text| Id::new(text).is_ok());
            scan_conventions(dir, target.id.as_str(), Some(&ids))
        }
        // A framework concerns every startup of its incubator.
        RecordKind::Convention if !own.contains("framework") => scan_conventions(dir, target.id.as_str(), Some(&own)),
        _ => return None,
    };
    let conventions = with_amendments(target, &conventions);
    let mut related = BTreeSet::from([target.clone(), RecordRef::of_portfolio()]);
    related.extend(conventions.iter().filter_map(|id| find(dir, RecordKind::Convention, id)));
    let mut named = BTreeSet::new();
    for record in &related {
        let strings = strings(dir, record);
        // A framework may name many startups, which don't matter here.
        let kinds: &[RecordKind] = match strings.contains("framework") {
            true => &[RecordKind::Party],
            false => &[RecordKind::Party, RecordKind::Startup],
        };
        named.extend(kinds.iter().flat_map(|kind| strings.iter().filter_map(|text| find(dir, *kind, text))));
    }
    related.extend(named);
    Some(related)
}

/// Returns the records that an edit of a record depends on: itself, the portfolio's own record, the parties and
/// startups that it names, and, of a convention, what it amends and its amendments. Returns `None` if the edit depends
/// on all records.
pub(super) fn related_to_edit(dir: &RecordsDir, target: &RecordRef) -> Option<BTreeSet<RecordRef>> {
    let own = strings(dir, target);
    let mut related = BTreeSet::from([target.clone(), RecordRef::of_portfolio()]);
    if target.kind == RecordKind::Convention {
        // The occurrences of a framework are those of every startup of its incubator.
        if own.contains("framework") {
            return None;
        }
        let conventions = with_amendments(target, &scan_conventions(dir, target.id.as_str(), None));
        related.extend(conventions.iter().filter_map(|id| find(dir, RecordKind::Convention, id)));
    }
    let named: BTreeSet<String> = related.iter().flat_map(|record| strings(dir, record)).collect();
    let kinds = [RecordKind::Party, RecordKind::Startup];
    related.extend(kinds.iter().flat_map(|kind| named.iter().filter_map(|text| find(dir, *kind, text))));
    Some(related)
}

/// Adds what the conventions that name the target amend, and all amendments of these.
fn with_amendments(target: &RecordRef, scanned: &[Mentions]) -> BTreeSet<String> {
    let mut selected: BTreeSet<String> =
        scanned.iter().filter(|one| one.names_target || one.may_bind).map(|one| one.id.clone()).collect();
    if target.kind == RecordKind::Convention {
        selected.insert(target.id.to_string());
    }
    let amended = scanned.iter().filter(|one| selected.contains(&one.id)).filter_map(|one| one.amends.clone());
    let amended: Vec<String> = amended.collect();
    selected.extend(amended);
    let is_of_selected = |one: &&Mentions| one.amends.as_ref().is_some_and(|amends| selected.contains(amends));
    let amendments: Vec<String> = scanned.iter().filter(is_of_selected).map(|one| one.id.clone()).collect();
    selected.extend(amendments);
    selected
}

/// Scans all conventions on all cores. Without `ids`, looks for amendments only.
fn scan_conventions(dir: &RecordsDir, id: &str, ids: Option<&BTreeSet<String>>) -> Vec<Mentions> {
    let portions = Mutex::new(dir.scan.of_kind(RecordKind::Convention).chunks(PORTION));
    let next = || portions.lock().unwrap_or_else(PoisonError::into_inner).next();
    let found = Mutex::new(Vec::new());
    let work = || {
        let mut buffer = Vec::new();
        while let Some(portion) = next() {
            let some = portion.iter().filter_map(|file| scan_convention(dir, file, id, ids, &mut buffer));
            let some: Vec<Mentions> = some.collect();
            found.lock().unwrap_or_else(PoisonError::into_inner).extend(some);
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..cores() {
            // Without another thread, this one does all the work.
            let _ = Builder::new().spawn_scoped(scope, work);
        }
        work();
    });
    found.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Returns what a convention mentions, or `None` if it is irrelevant.
fn scan_convention(
    dir: &RecordsDir,
    file: &ScannedFile,
    id: &str,
    ids: Option<&BTreeSet<String>>,
    buffer: &mut Vec<u8>,
) -> Option<Mentions> {
    read_bounded(&dir.root.join(dir.scan.file(file)), buffer).ok()?;
    let has_escapes = [b"\\u", b"\\U"].iter().any(|escape| memmem::find(buffer, *escape).is_some());
    let names_target = has_escapes || (ids.is_some() && names(buffer, id));
    let may_bind = ids.is_some_and(|ids| names(buffer, "framework") && ids.iter().any(|id| names(buffer, id)));
    let amends = memmem::find(buffer, b"amends").and_then(|at| quoted(&buffer[at..]).into_iter().next());
    let is_relevant = names_target || may_bind || amends.is_some();
    is_relevant.then(|| Mentions { id: file.id.to_string(), names_target, may_bind, amends })
}

/// Returns whether a text contains an id as a quoted string.
fn names(text: &[u8], id: &str) -> bool {
    memmem::find_iter(text, id).any(|at| {
        let before = at.checked_sub(1).and_then(|at| text.get(at));
        matches!(before, Some(b'"' | b'\'')) && before == text.get(at + id.len())
    })
}

/// Returns the quoted strings of a record; none if it cannot be read.
fn strings(dir: &RecordsDir, record: &RecordRef) -> BTreeSet<String> {
    let Some(file) = dir.scan.file_of(record) else { return BTreeSet::new() };
    let mut buffer = Vec::new();
    match read_bounded(&dir.root.join(file), &mut buffer) {
        Ok(_) => quoted(&buffer).into_iter().collect(),
        Err(_) => BTreeSet::new(),
    }
}

/// Returns the quoted strings within each line. Text in comments and in multi-line strings may give others as well.
fn quoted(text: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.split(|byte| *byte == b'\n') {
        let mut open: Option<(u8, usize)> = None;
        let mut at = 0;
        while let Some(byte) = line.get(at) {
            match (open, byte) {
                (None, b'"' | b'\'') => open = Some((*byte, at + 1)),
                (Some((b'"', _)), b'\\') => at += 1,
                (Some((quote, from)), byte) if *byte == quote => {
                    found.extend(line.get(from..at).and_then(|text| std::str::from_utf8(text).ok()).map(str::to_owned));
                    open = None;
                }
                _ => {}
            }
            at += 1;
        }
    }
    found
}

fn find(dir: &RecordsDir, kind: RecordKind, id: &str) -> Option<RecordRef> {
    let record = RecordRef::new(kind, Id::new(id).ok()?);
    dir.scan.find(&record).map(|_| record)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_as_quoted_strings_only() {
        let text = br#"startups = ["histologe", 'comobi'] # "pau" is not one of l'Oise"#;
        assert!(names(text, "histologe") && names(text, "comobi") && names(text, "pau"));
        assert!(!names(text, "histo") && !names(text, "startups") && !names(text, "Oise"));
        assert_eq!(quoted(br#"what = "say \"a\", b" to = "pau""#), [r#"say \"a\", b"#, "pau"]);
        assert_eq!(quoted(b"# it's\nfrom = \"oise\"\n"), ["oise"]);
    }
}
