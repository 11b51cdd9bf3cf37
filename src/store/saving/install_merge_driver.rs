//! Setting up git so that a plain `git merge`, `rebase` or `cherry-pick` merges records by meaning. `.gitattributes`
//! names the files, and is committed for all; each clone's own configuration names the program, for it runs one.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::edit::CommitMessage;
use crate::model::RecordKind;
use crate::store::error::{SaveError, refused};
use crate::store::git::command;
use crate::store::git::repository::{self, RepoContext};
use crate::store::git::status;
use crate::store::records_dir::RecordsDir;

/// The file that says how files are merged.
const FILE: &str = ".gitattributes";

/// What had to be set up; neither where both were there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergeDriverInstall {
    /// The attributes were written and committed.
    pub attributes: bool,
    /// The program was written into the configuration.
    pub configuration: bool,
}

/// The text of the attributes with what is missing from it.
fn attributes(text: &str) -> String {
    let mut text = text.to_owned();
    for kind in RecordKind::ALL {
        let line = match kind.folder() {
            Some(folder) => format!("/{folder}/**/*.toml merge=couveuse"),
            None => "/portfolio.toml merge=couveuse".to_owned(),
        };
        if text.lines().any(|there| there.trim() == line) {
            continue;
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text += &line;
        text.push('\n');
    }
    text
}

/// Registers the merge of records in a folder that is under git; what is there already is left as it is.
pub(crate) fn install(dir: &RecordsDir) -> Result<MergeDriverInstall, SaveError> {
    let ctx = RepoContext::open(dir)?;
    repository::head(&ctx.repo)?;
    ctx.identity()?;
    let file = dir.real.join(FILE);
    let before = match fs::read_to_string(&file) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(refused(&file, error)),
    };
    let after = attributes(before.as_deref().unwrap_or_default());
    let is_new = before.as_ref() != Some(&after);
    if is_new {
        if !status::status(&dir.real, &[Path::new(FILE)])?.is_empty() {
            return Err(SaveError::Dirty(file, Vec::new()));
        }
        fs::write(&file, &after).map_err(|error| refused(&file, error))?;
        if let Err(why) = commit(dir) {
            take_back(dir, &file, before.as_deref());
            return Err(why);
        }
    }
    Ok(MergeDriverInstall { attributes: is_new, configuration: configure(dir)? })
}

/// Says in the repository's own configuration which program merges records. Tells whether it had to.
fn configure(dir: &RecordsDir) -> Result<bool, SaveError> {
    let settings = [
        ("merge.couveuse.name", "records, merged by meaning"),
        ("merge.couveuse.driver", "couveuse merge-driver %O %A %B %P"),
    ];
    let mut config = repository::open(dir)?.config()?;
    let mut is_new = false;
    for (name, value) in settings {
        if config.get_string(name).is_ok_and(|there| there == value) {
            continue;
        }
        config.set_str(name, value)?;
        is_new = true;
    }
    Ok(is_new)
}

fn commit(dir: &RecordsDir) -> Result<(), SaveError> {
    run(dir, &["add", "--"], None)?;
    let message = CommitMessage::plain("Merge records by meaning").to_string();
    run(dir, &["commit", "--only", "--quiet", "--cleanup=whitespace", "-F", "-", "--"], Some(&message))
}

/// Restores the file and its entry in the index.
fn take_back(dir: &RecordsDir, file: &Path, before: Option<&str>) {
    let _ = match before {
        Some(text) => fs::write(file, text),
        None => fs::remove_file(file),
    };
    let _ = run(dir, &["reset", "--quiet", "--"], None);
}

/// Runs git on the file.
fn run(dir: &RecordsDir, arguments: &[&str], input: Option<&str>) -> Result<(), SaveError> {
    let mut command = command::git(&dir.real);
    command::run(command.args(arguments).arg(FILE), input.map(str::as_bytes)).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_added_and_nothing_twice() {
        let whole = attributes("");
        assert_eq!(whole.lines().count(), 4);
        assert_eq!(attributes(&whole), whole);
        let own = attributes("*.md text");
        assert!(own.starts_with("*.md text\n/portfolio.toml merge=couveuse\n"), "{own}");
    }
}
