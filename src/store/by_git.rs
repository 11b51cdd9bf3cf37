//! Committing with the user's own `git`, where the repository has hooks, signing or filters that libgit2 knows nothing of.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::process::{Command, Output, Stdio};

use super::commit::{Change, refused, text};
use super::index::Lock;
use super::repository::{self, Place};
use super::workfile::Prepared;
use super::{SaveError, Saved};
use crate::edit::Message;
use crate::model::RecordRef;

/// Changes a record's text and commits it alone; what git refuses leaves everything as it was.
pub(super) fn commit(
    place: &Place,
    record: &RecordRef,
    message: &Message,
    change: Change<'_>,
) -> Result<Saved, SaveError> {
    let head = repository::head(&place.repo)?;
    // Only to see that no other git is at work: ours will take it itself.
    drop(Lock::take(&place.repo)?);
    if place.committed(head.commit)?.is_none() {
        return Err(SaveError::Untracked(place.path.clone()));
    }
    let status = run(place, &["status", "--porcelain=v1", "--ignore-submodules", "--"], None)?;
    if !status.status.success() {
        return Err(SaveError::GitRefused(words(&status)));
    }
    if !status.stdout.is_empty() {
        return Err(SaveError::Dirty(place.path.clone()));
    }
    let before = place.bytes()?;
    let modified = std::fs::metadata(&place.file).and_then(|meta| meta.modified()).ok();
    let after = change(text(&before)?)?;
    if after.as_bytes() == before {
        return Err(SaveError::NothingToChange);
    }
    let prepared = Prepared::new(&place.file, after.as_bytes()).map_err(|error| refused(&place.file, error))?;
    if place.bytes()? != before {
        return Err(SaveError::Dirty(place.path.clone()));
    }
    prepared.put().map_err(|error| refused(&place.file, error))?;
    let arguments = ["commit", "--only", "--quiet", "--cleanup=whitespace", "-F", "-", "--"];
    let outcome = run(place, &arguments, Some(&message.to_string()));
    let made = repository::head(&place.repo).map(|now| now.commit).unwrap_or(head.commit);
    let why = match outcome {
        // A hook that runs after the commit may fail without taking it back.
        Ok(output) if output.status.success() || made != head.commit => {
            let subject = message.subject.clone();
            return Ok(Saved { commit: made.to_string(), subject, record: record.clone() });
        }
        Ok(output) => SaveError::GitRefused(words(&output)),
        Err(error) => error,
    };
    let back = Prepared::new(&place.file, &before).and_then(Prepared::put);
    back.map_err(|error| refused(&place.file, error))?;
    if let (Some(modified), Ok(file)) = (modified, File::options().write(true).open(&place.file)) {
        // So that neither git nor a reload takes it for changed. No harm where the system refuses.
        let _ = file.set_modified(modified);
    }
    Err(why)
}

/// The bytes of the file in a commit as they would stand in the work tree, filters applied.
pub(super) fn checked_out(place: &Place, revision: &str) -> Result<Vec<u8>, SaveError> {
    let output = spawn(place, &[OsStr::new("cat-file"), OsStr::new("--filters"), OsStr::new(revision)], None)?;
    if output.status.success() { Ok(output.stdout) } else { Err(SaveError::GitRefused(words(&output))) }
}

/// Runs git on the one file.
fn run(place: &Place, arguments: &[&str], input: Option<&str>) -> Result<Output, SaveError> {
    let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).chain([place.path.as_os_str()]).collect();
    spawn(place, &arguments, input)
}

fn spawn(place: &Place, arguments: &[&OsStr], input: Option<&str>) -> Result<Output, SaveError> {
    let mut command = Command::new("git");
    // The file's name means itself, and the repository is the one that we looked at.
    command.arg("--literal-pathspecs").args(arguments).current_dir(&place.work);
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    // Nothing may ask for an answer on a terminal that the screen has taken.
    command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_EDITOR", "true");
    let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
    command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => SaveError::NoGit,
        _ => SaveError::GitRefused(error.to_string()),
    };
    let mut child = command.spawn().map_err(failed)?;
    if let (Some(input), Some(mut stdin)) = (input, child.stdin.take()) {
        // A git that gives up before it has read all says why itself.
        let _ = stdin.write_all(input.as_bytes());
    }
    child.wait_with_output().map_err(failed)
}

/// What git and its hooks said.
fn words(output: &Output) -> String {
    let said: Vec<_> = [&output.stderr, &output.stdout]
        .into_iter()
        .map(|bytes| without_status(&String::from_utf8_lossy(bytes)))
        .filter(|words| !words.is_empty())
        .collect();
    if said.is_empty() { output.status.to_string() } else { said.join("\n") }
}

/// Without the lines by which gpg tells its state to programs: they say nothing to people.
fn without_status(said: &str) -> String {
    let for_people = |line: &&str| !line.trim().is_empty() && !line.contains("[GNUPG:]");
    said.lines().map(str::trim_end).filter(for_people).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_gpg_tells_programs_is_not_told_to_people() {
        let said = "[GNUPG:] KEY_CONSIDERED 0123 2\n[GNUPG:] INV_SGNR 9 Camille\n\ngpg: signing failed: No secret key\r\n\
                    error: gpg failed to sign the data:\n[GNUPG:] FAILURE sign 17\nfatal: failed to write commit object\n";
        let told = "gpg: signing failed: No secret key\nerror: gpg failed to sign the data:\n\
                    fatal: failed to write commit object";
        assert_eq!(without_status(said), told);
        assert_eq!(without_status("\n"), "");
    }
}
