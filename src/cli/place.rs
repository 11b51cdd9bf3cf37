//! Which folder of records is meant.

use std::path::Path;

use clap::CommandFactory;

use crate::cli::args::Args;
use crate::cli::beginning;
use crate::cli::errors::{self, Failure};
use crate::locale::Locale;
use crate::model::Arg;
use crate::store::{Fault, Folder, OpenError};

/// Opens the folder that was named; without a name `portfolio/` below the current one, else the current one.
///
/// # Errors
/// When it is not there or holds no records.
pub fn open(locale: &Locale, named: Option<&Path>) -> Result<Folder, Failure> {
    find(locale, named).map(befallen)
}

fn find(locale: &Locale, named: Option<&Path>) -> Result<Folder, Failure> {
    if let Some(named) = named {
        return Folder::open(named).map_err(|error| misread(locale, named, &error));
    }
    let below = Folder::open(Path::new("portfolio"));
    match below {
        Err(OpenError::NoFolder(_) | OpenError::NotAPortfolio(_)) => {}
        other => return other.map_err(|error| errors::open(locale, &error)),
    }
    Folder::open(Path::new(".")).map_err(|error| match error {
        OpenError::NotAPortfolio(_) => errors::usage(locale, "error-no-portfolio-here", vec![]),
        other => errors::open(locale, &other),
    })
}

/// In a build for tests something may befall the saves of a process: `COUVEUSE_FAULT=kill:7`.
fn befallen(folder: Folder) -> Folder {
    let asked = std::env::var("COUVEUSE_FAULT").ok().filter(|_| cfg!(debug_assertions));
    match asked.as_deref().and_then(Fault::read) {
        Some(fault) => folder.befallen(fault),
        None => folder,
    }
}

/// The same for the screen, which sets up a folder that holds nothing: then with the name that it suggests.
///
/// # Errors
/// When it is not there, or holds other things.
pub fn open_or_begin(locale: &Locale, named: Option<&Path>) -> Result<(Folder, Option<String>), Failure> {
    let failure = match open(locale, named) {
        Ok(folder) => return Ok((folder, None)),
        Err(failure) => failure,
    };
    let root = named.unwrap_or(Path::new("."));
    match Folder::open(root) {
        Err(OpenError::NotAPortfolio(_)) if holds_nothing(root) => {
            let folder = Folder::empty(root).map_err(|error| errors::open(locale, &error))?;
            Ok((folder, Some(beginning::name_of(root))))
        }
        _ => Err(failure),
    }
}

/// Nothing that is seen: a repository may be there already.
fn holds_nothing(root: &Path) -> bool {
    let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
    std::fs::read_dir(root).is_ok_and(|entries| entries.flatten().all(|entry| hidden(&entry.file_name())))
}

/// A folder that is not there may be a command misspelt: then the command is what to offer.
fn misread(locale: &Locale, named: &Path, error: &OpenError) -> Failure {
    let word = named.to_string_lossy();
    match (error, nearest_command(&word)) {
        (OpenError::NoFolder(_), Some(command)) => {
            let args = vec![("word", Arg::Text(word.into_owned())), ("command", Arg::Text(command))];
            errors::usage(locale, "error-no-command", args)
        }
        _ => errors::open(locale, error),
    }
}

fn nearest_command(word: &str) -> Option<String> {
    let near = |name: &str| strsim::damerau_levenshtein(word, name);
    let command = Args::command();
    let names = command.get_subcommands().filter(|command| !command.is_hide_set()).map(clap::Command::get_name);
    let nearest = names.min_by_key(|name| near(name))?;
    (near(nearest) * 3 <= nearest.len()).then(|| nearest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_command_is_recognised_and_a_folder_is_not_taken_for_one() {
        assert_eq!(nearest_command("chekc").as_deref(), Some("check"));
        assert_eq!(nearest_command("comittees").as_deref(), Some("committees"));
        assert_eq!(nearest_command("portfolio"), None);
        assert_eq!(nearest_command("demos").as_deref(), Some("demo"));
        assert_eq!(nearest_command("records"), None);
    }
}
