//! The merge driver of git: git writes three versions of a file, and the result replaces ours.

use std::path::Path;

use crate::edit::{self, Baseline};
use crate::model::{self, Id, MergeQuestion, MergeVersion, RecordKind, RecordRef};
use crate::record::{self, RecordMerge};
use crate::store::error::SaveError;
use crate::store::git::command;

/// How a file was merged.
#[derive(Debug)]
pub enum MergeOutcome {
    /// By meaning. The file has our values for the open questions.
    ByMeaning(Vec<MergeQuestion>),
    /// By lines, because it is not a record or cannot be read. `true` if there was no conflict.
    ByGit(bool),
}

/// Merges base, ours and theirs, and writes the result into ours. `path` is the path of the file in the repository,
/// which says which record it is.
///
/// # Errors
/// If a file cannot be read or written, or git cannot be run.
pub fn merge_file([base, ours, theirs]: [&Path; 3], path: &str) -> Result<MergeOutcome, SaveError> {
    let read = |file: &Path| std::fs::read(file).map_err(|error| SaveError::Refused(file.to_owned(), error));
    let write = |bytes: &[u8]| std::fs::write(ours, bytes).map_err(|error| SaveError::Refused(ours.to_owned(), error));
    let Some(record) = record_at(path) else { return by_git([base, ours, theirs]) };
    let here = read(ours)?;
    if let [Ok(was), Ok(here), Ok(there)] = [read(base)?, here.clone(), read(theirs)?].map(String::from_utf8) {
        // The base is empty if both sides added the record.
        let was = Some(was.as_str()).filter(|was| !was.is_empty());
        if let Ok(RecordMerge { text, mut questions }) = record::merge(&record, was, &here, &there, &[]) {
            let before = Baseline::Two { base: was, sides: [&here, &there] };
            if !questions.is_empty() || edit::validate(&record, &before, &text).is_ok() {
                write(text.as_bytes())?;
            } else {
                let version = |text: &str| MergeVersion { value: Some(text.to_owned()), ..MergeVersion::default() };
                let (was, path) = (was.map(str::to_owned), model::KeyPath::top());
                let (ours, theirs) = (version(&here), version(&there));
                questions.push(MergeQuestion { record, path, was, ours, theirs });
            }
            return Ok(MergeOutcome::ByMeaning(questions));
        }
    }
    let driven = by_git([base, ours, theirs])?;
    if matches!(driven, MergeOutcome::ByGit(false)) {
        // A record must not contain the conflict markers of git.
        write(&here)?;
    }
    Ok(driven)
}

/// Merges by lines, as git does without a driver.
fn by_git([base, ours, theirs]: [&Path; 3]) -> Result<MergeOutcome, SaveError> {
    let mut command = command::git_here();
    command.args(["merge-file", "--quiet", "-L", "ours", "-L", "base", "-L", "theirs"]).args([ours, base, theirs]);
    Ok(MergeOutcome::ByGit(command::output(&mut command, None)?.status.success()))
}

/// Returns the record in a file of a repository, by the nearest folder above it that is one of a kind of record.
fn record_at(path: &str) -> Option<RecordRef> {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let id = Id::new(file.strip_suffix(".toml")?).ok()?;
    let of_kind = |folder| RecordKind::ALL.into_iter().find(|kind| kind.folder() == Some(folder));
    let kind = folders.rsplit('/').find_map(of_kind);
    let kind = kind.or_else(|| (id.as_str() == RecordKind::Portfolio.name()).then_some(RecordKind::Portfolio));
    Some(RecordRef::new(kind?, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_recognised_by_their_path() {
        let name = |path| record_at(path).map(|record| record.to_string());
        for (path, record) in [
            ("conventions/pau.toml", "convention/pau"),
            ("books/portfolio/startups/anct/histologe.toml", "startup/histologe"),
            ("startups/portfolio.toml", "startup/portfolio"),
            ("books/portfolio.toml", "portfolio/portfolio"),
            ("parties/pau.toml", "party/pau"),
        ] {
            assert_eq!(name(path).as_deref(), Some(record));
        }
        for path in ["Cargo.toml", "conventions/Mes notes.toml", "conventions/pau.txt", "startups.toml", ""] {
            assert_eq!(name(path), None, "{path}");
        }
    }
}
