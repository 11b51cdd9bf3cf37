//! Locates findings in files.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::cli::editor::Target;
use crate::model::{Finding, Location, RecordRef};
use crate::parallel::{AllCores, MapChunks};
use crate::record;
use crate::report::Diagnostic;
use crate::rules::check::{self, CheckInput};
use crate::store::Folder;

/// Findings per thread.
const FEW: usize = 64;

/// Runs all checks and locates their findings.
#[must_use]
pub fn check(folder: &Folder, context: &CheckInput<'_>) -> Vec<Diagnostic> {
    let problems = context.portfolio.problems.iter();
    let faulty: HashSet<&RecordRef> = problems.filter_map(|problem| problem.place.record()).collect();
    let findings = check::run(context);
    let places = AllCores.map_chunks(&findings, FEW, |some| placed(folder, &faulty, some));
    places.into_iter().flatten().collect()
}

/// Locates findings, in the given order; reads each file once.
fn placed(folder: &Folder, faulty: &HashSet<&RecordRef>, findings: &[Finding]) -> Vec<Diagnostic> {
    let mut texts: HashMap<String, String> = HashMap::new();
    let mut diagnostics = Vec::with_capacity(findings.len());
    for finding in findings {
        let file = file(folder, &finding.place);
        let text = texts.entry(file.clone()).or_insert_with_key(|file| text(folder, file));
        let bytes = match &finding.place {
            // The fast path, for records that were read completely.
            Location::Value(record, path) if !faulty.contains(record) => record::locate(text, path),
            place => bytes(text, place),
        };
        diagnostics.push(Diagnostic::new(finding.clone(), &file, text, bytes));
    }
    diagnostics
}

/// Rewrites the files of findings relative to the current directory, for a shell or an editor.
pub fn relative_to_current_dir(folder: &Folder, diagnostics: &mut [Diagnostic]) {
    let current = std::env::current_dir().unwrap_or_default();
    for one in diagnostics {
        let path = folder.root().join(&one.file);
        let path = path.strip_prefix(&current).or_else(|_| path.strip_prefix(".")).unwrap_or(&path);
        one.file = path.display().to_string();
    }
}

/// Returns the position of a place for an editor.
#[must_use]
pub fn target(folder: &Folder, place: &Location) -> Target {
    let file = file(folder, place);
    let text = text(folder, &file);
    let start = bytes(&text, place).start;
    let before = &text[..text.floor_char_boundary(start)];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Target { file: folder.root().join(file), line, column }
}

fn bytes(text: &str, place: &Location) -> Range<usize> {
    match place {
        Location::Value(record, path) => record::locate_as_read(record, text, path),
        Location::Text(spot) => spot.bytes.clone(),
    }
}

fn file(folder: &Folder, place: &Location) -> String {
    match place {
        Location::Value(record, _) => folder.file_of(record),
        Location::Text(spot) => spot.file.clone(),
    }
}

/// Returns the text of a file, lossily; empty if it cannot be read, which is a finding of its own.
fn text(folder: &Folder, file: &str) -> String {
    let bytes = folder.bytes_of_file(file).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
