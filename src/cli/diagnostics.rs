//! Locates findings in files.

use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use crate::cli::editor::EditorTarget;
use crate::model::{Finding, KeyPath, LinePlace, Location, RecordRef, SystemError};
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
    let places = AllCores.map_chunks(&findings, FEW, |some| located(folder, &faulty, some));
    places.into_iter().flatten().collect()
}

/// Locates some findings, in the order given. Each file is read and parsed once. A file that cannot be read again is a
/// finding of its own: the lines of the others in it are unknown then.
fn located(folder: &Folder, faulty: &HashSet<&RecordRef>, findings: &[Finding]) -> Vec<Diagnostic> {
    let mut by_file: HashMap<String, Vec<usize>> = HashMap::new();
    for (n, finding) in findings.iter().enumerate() {
        by_file.entry(file(folder, &finding.place)).or_default().push(n);
    }
    let mut diagnostics: Vec<(usize, Diagnostic)> = Vec::with_capacity(findings.len());
    for (file, numbers) in by_file {
        let read = folder.bytes_of_file(&file);
        let unread = read.as_ref().err().filter(|error| {
            let is_known = numbers.iter().any(|n| findings[*n].check == check::UNREADABLE_FILE);
            !is_known && (error.kind() != ErrorKind::NotFound || folder.is_listed(&file))
        });
        if let Some(error) = unread {
            let finding = check::unreadable_file(&file, SystemError::from(error));
            diagnostics.push((findings.len(), Diagnostic::new(finding, &file, "", 0..0)));
        }
        let text = lossy(read.unwrap_or_default());
        let bytes = all_bytes(&text, faulty, numbers.iter().map(|n| &findings[*n].place));
        let in_file = numbers.into_iter().zip(bytes);
        diagnostics.extend(in_file.map(|(n, bytes)| (n, Diagnostic::new(findings[n].clone(), &file, &text, bytes))));
    }
    diagnostics.sort_by_key(|(n, _)| *n);
    diagnostics.into_iter().map(|(_, diagnostic)| diagnostic).collect()
}

/// Returns the bytes of some places of one file.
fn all_bytes<'a>(
    text: &str,
    faulty: &HashSet<&RecordRef>,
    places: impl Iterator<Item = &'a Location>,
) -> Vec<Range<usize>> {
    let (mut all, mut paths, mut of_paths, mut record) = (Vec::new(), Vec::new(), Vec::new(), None);
    for (n, place) in places.enumerate() {
        match place {
            Location::Text(range) => all.push(range.bytes.clone()),
            Location::Value(of, path) => {
                all.push(0..0);
                of_paths.push(n);
                paths.push(path);
                record = Some(of);
            }
        }
    }
    // If nothing was left out in reading, the text can be searched as it is.
    let ranges = match record.filter(|record| faulty.contains(record)) {
        Some(record) => record::locate_all_as_read(record, text, &paths),
        None => record::locate_all(text, &paths),
    };
    for (n, range) in of_paths.into_iter().zip(ranges) {
        all[n] = range;
    }
    all
}

/// Rewrites the files of findings relative to the current directory, for a shell or an editor.
pub fn relative_to_current_dir(folder: &Folder, diagnostics: &mut [Diagnostic]) {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let root = match folder.root() {
        root if root.is_absolute() => relative(&real(&std::env::current_dir().unwrap_or_default()), &real(root)),
        root => root.strip_prefix(".").unwrap_or(root).to_owned(),
    };
    for one in diagnostics {
        one.file = root.join(&one.file).display().to_string();
    }
}

/// Returns an absolute path relative to a directory, or unchanged if they have only the root in common.
fn relative(from: &Path, path: &Path) -> PathBuf {
    let common = from.components().zip(path.components()).take_while(|(one, other)| one == other).count();
    let is_name = |component: &Component<'_>| matches!(component, Component::Normal(_));
    if !path.components().take(common).any(|component| is_name(&component)) {
        return path.to_owned();
    }
    let up = from.components().skip(common).map(|_| Component::ParentDir);
    up.chain(path.components().skip(common)).collect()
}

/// Returns the position of a place for an editor.
#[must_use]
pub fn target(folder: &Folder, place: &Location) -> EditorTarget {
    let file = file(folder, place);
    let text = text(folder, &file);
    let start = bytes(&text, place).start;
    let before = &text[..text.floor_char_boundary(start)];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    EditorTarget { file: folder.root().join(file), line, column }
}

/// Returns a function that says where an entry is recorded: `conventions/x.toml:12`.
pub fn place_of(folder: &Folder) -> impl Fn(&RecordRef, &KeyPath) -> String {
    |record, path| {
        let target = target(folder, &Location::Value(record.clone(), path.clone()));
        format!("{}:{}", folder.file_of(record), target.line)
    }
}

/// Returns where some entries are written, and by which commit. Each file is read, parsed and blamed once.
#[must_use]
pub fn places(folder: &Folder, entries: &[(RecordRef, KeyPath)]) -> Vec<LinePlace> {
    let mut by_record: HashMap<&RecordRef, Vec<usize>> = HashMap::new();
    for (n, (record, _)) in entries.iter().enumerate() {
        by_record.entry(record).or_default().push(n);
    }
    let mut places = vec![LinePlace::default(); entries.len()];
    for (record, numbers) in by_record {
        let file = folder.file_of(record);
        let text = text(folder, &file);
        // Without a repository, or without git, a place still has its file and line.
        let origins = folder.blame(record, &text).unwrap_or_default();
        let paths: Vec<&KeyPath> = numbers.iter().map(|n| &entries[*n].1).collect();
        let ranges = record::locate_all_as_read(record, &text, &paths);
        for (n, range) in numbers.into_iter().zip(ranges) {
            let before = &text[..text.floor_char_boundary(range.start)];
            let index = before.matches('\n').count();
            let origin = origins.get(index).cloned().flatten();
            places[n] = LinePlace { file: file.clone(), line: index + 1, origin };
        }
    }
    places
}

/// Returns what is written at a place; `None` if nothing is.
#[must_use]
pub fn written(folder: &Folder, record: &RecordRef, path: &KeyPath) -> Option<String> {
    let text = text(folder, &folder.file_of(record));
    let whole = record::locate_as_read(record, &text, &path.split_last()?.1.into());
    let own = record::locate_as_read(record, &text, path);
    text.get(own.clone()).filter(|words| own != whole && !words.is_empty()).map(str::to_owned)
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
    lossy(folder.bytes_of_file(file).unwrap_or_default())
}

fn lossy(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_read_again_is_a_finding() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("startups/comobi.toml");
        std::fs::create_dir(file.parent().unwrap()).unwrap();
        std::fs::write(&file, "\nname = \"Comobi\"\nunknown = 1\n").unwrap();
        let mut folder = Folder::open(dir.path()).unwrap();
        let portfolio = folder.load(&|_| {});
        let day = "2026-01-01".parse().unwrap();
        let found = || {
            let found = check(&folder, &CheckInput { portfolio: &portfolio, as_of: day, today: day });
            found.into_iter().map(|one| (one.finding.check, one.file, one.line)).collect::<Vec<_>>()
        };
        let whole = found();
        assert!(whole.contains(&("unknown-key", "startups/comobi.toml".to_owned(), 3)), "{whole:?}");
        std::fs::remove_file(&file).unwrap();
        let unread = found();
        assert_eq!(unread.len(), whole.len() + 1);
        assert_eq!(unread.last(), Some(&(check::UNREADABLE_FILE, "startups/comobi.toml".to_owned(), 1)));
    }

    #[test]
    fn paths_are_relative_to_the_current_directory() {
        for (from, path, expected) in [
            ("/r", "/r/startups/x.toml", "startups/x.toml"),
            ("/r", "/r/portfolio/startups/x.toml", "portfolio/startups/x.toml"),
            ("/r/sub/deep", "/r/startups/x.toml", "../../startups/x.toml"),
            ("/r/startups", "/r/startups/x.toml", "x.toml"),
            ("/home/u", "/data/startups/x.toml", "/data/startups/x.toml"),
        ] {
            assert_eq!(relative(Path::new(from), Path::new(path)), Path::new(expected), "{from} {path}");
        }
    }
}
