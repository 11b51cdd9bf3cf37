//! Finds the folder of records.

use std::path::Path;

use crate::cli::errors::{self, Failure};
use crate::cli::{init, suggest};
use crate::locale::Locale;
use crate::model::MessageArg;
use crate::store::{Folder, InjectedFault, OpenError};

/// The folder of records within a larger repository.
const SUBFOLDER: &str = "portfolio";

/// Opens the named folder, or its `portfolio/` if it has no records itself. Without a name, opens `portfolio/` in the
/// current directory, else the current directory.
///
/// # Errors
/// If the folder does not exist or has no records.
pub fn open(locale: &Locale, named: Option<&Path>) -> Result<Folder, Failure> {
    find(locale, named).map(with_fault)
}

fn find(locale: &Locale, named: Option<&Path>) -> Result<Folder, Failure> {
    if let Some(named) = named {
        return match Folder::open(named) {
            Err(error @ OpenError::NotAPortfolio(_)) => Folder::open(&named.join(SUBFOLDER)).or(Err(error)),
            other => other,
        }
        .map_err(|error| misread(locale, named, &error));
    }
    let below = Folder::open(Path::new(SUBFOLDER));
    match below {
        Err(OpenError::NoFolder(_) | OpenError::NotAFolder(_) | OpenError::NotAPortfolio(_)) => {}
        other => return other.map_err(|error| errors::open(locale, &error)),
    }
    Folder::open(Path::new(".")).map_err(|error| match error {
        OpenError::NotAPortfolio(_) => errors::usage(locale, "error-no-portfolio-here", vec![]),
        other => errors::open(locale, &other),
    })
}

/// Injects a failure into saves in debug builds, for tests: `COUVEUSE_FAULT=kill:7`.
fn with_fault(folder: Folder) -> Folder {
    let asked = std::env::var("COUVEUSE_FAULT").ok().filter(|_| cfg!(debug_assertions));
    match asked.as_deref().and_then(InjectedFault::read) {
        Some(fault) => folder.with_fault(fault),
        None => folder,
    }
}

/// Returns the same for the screen, which offers to set up an empty folder: then with a suggested name.
///
/// # Errors
/// If the folder does not exist, or has other content.
pub fn open_or_init(locale: &Locale, named: Option<&Path>) -> Result<(Folder, Option<String>), Failure> {
    let failure = match open(locale, named) {
        Ok(folder) => return Ok((folder, None)),
        Err(failure) => failure,
    };
    let root = named.unwrap_or(Path::new("."));
    match Folder::open(root) {
        Err(OpenError::NotAPortfolio(_)) if is_empty(root) => {
            let folder = Folder::open_empty(root).map_err(|error| errors::open(locale, &error))?;
            Ok((folder, Some(init::name_of(root))))
        }
        _ => Err(failure),
    }
}

/// Returns whether a folder has only hidden entries, such as `.git`.
fn is_empty(root: &Path) -> bool {
    let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
    std::fs::read_dir(root).is_ok_and(|entries| entries.flatten().all(|entry| hidden(&entry.file_name())))
}

/// Explains why a folder cannot be opened. If it does not exist, it may be a misspelt command.
fn misread(locale: &Locale, named: &Path, error: &OpenError) -> Failure {
    let misspelt = matches!(error, OpenError::NoFolder(_)).then(|| misspelt_command(locale, named)).flatten();
    misspelt.unwrap_or_else(|| errors::open(locale, error))
}

/// Returns a failure that suggests a command, if the word is similar to one and no such folder exists.
pub fn misspelt_command(locale: &Locale, named: &Path) -> Option<Failure> {
    let word = named.to_string_lossy();
    let command = suggest::command(&word).filter(|_| !named.exists())?;
    let args = vec![("word", MessageArg::Text(word.into_owned())), ("command", MessageArg::Text(command))];
    Some(errors::usage(locale, "error-no-command", args))
}
