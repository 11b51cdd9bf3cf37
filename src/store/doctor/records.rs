//! The folder of records: whether its files can be read and written.

use std::fs::{self, File};
use std::path::Path;

use crate::model::{Location, MessageArg, ProblemKind, RecordKind};
use crate::store::doctor::DoctorResult;
use crate::store::records_dir::RecordsDir;

/// Returns whether every record can be read, and every folder of records written.
pub(super) fn folder(dir: &RecordsDir) -> DoctorResult {
    let unreadable = unreadable(dir);
    if let Some(first) = unreadable.first() {
        let args = vec![("count", MessageArg::count(unreadable.len())), ("file", MessageArg::Text(first.clone()))];
        return DoctorResult::Broken("doctor-folder-unreadable", args);
    }
    let below = RecordKind::ALL.into_iter().filter_map(RecordKind::folder).map(|name| dir.real.join(name));
    let folders = std::iter::once(dir.real.clone()).chain(below.filter(|folder| folder.is_dir()));
    if let Some(folder) = folders.into_iter().find(|folder| !is_writable(folder)) {
        let args = vec![("folder", MessageArg::Text(folder.display().to_string()))];
        return DoctorResult::Broken("doctor-folder-read-only", args);
    }
    let count = RecordKind::ALL.into_iter().map(|kind| dir.scan.of_kind(kind).len()).sum();
    let args = vec![
        ("count", MessageArg::count(count)),
        ("folder", MessageArg::Text(std::path::absolute(&dir.root).unwrap_or_default().display().to_string())),
    ];
    DoctorResult::Good("doctor-folder", args)
}

/// Returns the files and folders below the folder that cannot be read.
fn unreadable(dir: &RecordsDir) -> Vec<String> {
    let listed = dir.scan.problems.iter().filter(|problem| matches!(problem.kind, ProblemKind::Unreadable(_)));
    let listed = listed.filter_map(|problem| match &problem.place {
        Location::Text(range) => Some(range.file.clone()),
        _ => None,
    });
    let is_refused = |file: &String| fs::metadata(dir.root.join(file)).map_or(true, |meta| !meta.is_file());
    let refused = dir.scan.all().map(|(_, file)| file);
    let refused = refused.filter(|file| is_refused(file) || File::open(dir.root.join(file)).is_err());
    listed.chain(refused).collect()
}

/// Returns whether files can be created in a folder.
#[cfg(unix)]
pub(super) fn is_writable(folder: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
pub(super) fn is_writable(folder: &Path) -> bool {
    fs::metadata(folder).is_ok_and(|meta| !meta.permissions().readonly())
}
