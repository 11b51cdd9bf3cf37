//! Setting up git so that a plain `git merge`, `rebase` or `cherry-pick` merges records by meaning. `.gitattributes`
//! names the files, and is committed for all; each clone's own configuration names the program, for it runs one.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::commit::refused;
use super::repository::{self, Ground};
use super::{Folder, SaveError, git};
use crate::edit::Message;
use crate::model::RecordKind;

/// The file that says how files are merged.
const FILE: &str = ".gitattributes";

/// What had to be set up; neither where both were there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
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
pub(super) fn register(folder: &Folder) -> Result<Registered, SaveError> {
    let ground = Ground::of(folder)?;
    repository::head(&ground.repo)?;
    repository::identity(&ground.repo)?;
    let file = folder.real.join(FILE);
    let before = match fs::read_to_string(&file) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(refused(&file, error)),
    };
    let after = attributes(before.as_deref().unwrap_or_default());
    let is_new = before.as_ref() != Some(&after);
    if is_new {
        if !git::status(&folder.real, &[Path::new(FILE)])?.is_empty() {
            return Err(SaveError::Dirty(file, Vec::new()));
        }
        fs::write(&file, &after).map_err(|error| refused(&file, error))?;
        if let Err(why) = commit(folder) {
            take_back(folder, &file, before.as_deref());
            return Err(why);
        }
    }
    Ok(Registered { attributes: is_new, configuration: configure(folder)? })
}

/// Says in the repository's own configuration which program merges records. Tells whether it had to.
fn configure(folder: &Folder) -> Result<bool, SaveError> {
    let settings = [
        ("merge.couveuse.name", "records, merged by meaning"),
        ("merge.couveuse.driver", "couveuse merge-driver %O %A %B %P"),
    ];
    let mut config = repository::open(folder)?.config()?;
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

fn commit(folder: &Folder) -> Result<(), SaveError> {
    run(folder, &["add", "--"], None)?;
    let message = Message::plain("Merge records by meaning").to_string();
    run(folder, &["commit", "--only", "--quiet", "--cleanup=whitespace", "-F", "-", "--"], Some(&message))
}

/// Restores the file and its entry in the index.
fn take_back(folder: &Folder, file: &Path, before: Option<&str>) {
    let _ = match before {
        Some(text) => fs::write(file, text),
        None => fs::remove_file(file),
    };
    let _ = run(folder, &["reset", "--quiet", "--"], None);
}

/// Runs git on the file.
fn run(folder: &Folder, arguments: &[&str], input: Option<&str>) -> Result<(), SaveError> {
    let mut command = git::command(&folder.real);
    git::done(command.args(arguments).arg(FILE), input.map(str::as_bytes)).map(drop)
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
