//! Which folder of records is meant.

use std::path::Path;

use crate::cli::errors::{self, Failure};
use crate::cli::{init, suggest};
use crate::locale::Locale;
use crate::model::MessageArg;
use crate::store::{Fault, Folder, OpenError};

/// Where a repository keeps its records, where they are not all that is in it.
const BELOW: &str = "portfolio";

/// Opens the folder that was named, or `portfolio/` below it where it holds no records itself; without a name
/// `portfolio/` below the current one, else the current one.
///
/// # Errors
/// When it is not there or holds no records.
pub fn open(locale: &Locale, named: Option<&Path>) -> Result<Folder, Failure> {
    find(locale, named).map(with_fault)
}

fn find(locale: &Locale, named: Option<&Path>) -> Result<Folder, Failure> {
    if let Some(named) = named {
        return match Folder::open(named) {
            Err(error @ OpenError::NotAPortfolio(_)) => Folder::open(&named.join(BELOW)).or(Err(error)),
            other => other,
        }
        .map_err(|error| misread(locale, named, &error));
    }
    let below = Folder::open(Path::new(BELOW));
    match below {
        Err(OpenError::NoFolder(_) | OpenError::NotAFolder(_) | OpenError::NotAPortfolio(_)) => {}
        other => return other.map_err(|error| errors::open(locale, &error)),
    }
    Folder::open(Path::new(".")).map_err(|error| match error {
        OpenError::NotAPortfolio(_) => errors::usage(locale, "error-no-portfolio-here", vec![]),
        other => errors::open(locale, &other),
    })
}

/// In a build for tests something may befall the saves of a process: `COUVEUSE_FAULT=kill:7`.
fn with_fault(folder: Folder) -> Folder {
    let asked = std::env::var("COUVEUSE_FAULT").ok().filter(|_| cfg!(debug_assertions));
    match asked.as_deref().and_then(Fault::read) {
        Some(fault) => folder.with_fault(fault),
        None => folder,
    }
}

/// The same for the screen, which sets up a folder that holds nothing: then with the name that it suggests.
///
/// # Errors
/// When it is not there, or holds other things.
pub fn open_or_init(locale: &Locale, named: Option<&Path>) -> Result<(Folder, Option<String>), Failure> {
    let failure = match open(locale, named) {
        Ok(folder) => return Ok((folder, None)),
        Err(failure) => failure,
    };
    let root = named.unwrap_or(Path::new("."));
    match Folder::open(root) {
        Err(OpenError::NotAPortfolio(_)) if holds_nothing(root) => {
            let folder = Folder::open_empty(root).map_err(|error| errors::open(locale, &error))?;
            Ok((folder, Some(init::name_of(root))))
        }
        _ => Err(failure),
    }
}

/// Whether a folder holds only hidden entries, such as a repository's `.git`.
fn holds_nothing(root: &Path) -> bool {
    let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
    std::fs::read_dir(root).is_ok_and(|entries| entries.flatten().all(|entry| hidden(&entry.file_name())))
}

/// A folder that is not there may be a command misspelt: then the command is what to offer.
fn misread(locale: &Locale, named: &Path, error: &OpenError) -> Failure {
    let misspelt = matches!(error, OpenError::NoFolder(_)).then(|| misspelt_command(locale, named)).flatten();
    misspelt.unwrap_or_else(|| errors::open(locale, error))
}

/// The refusal of what is neither a folder nor a command, where there is a command to offer.
pub fn misspelt_command(locale: &Locale, named: &Path) -> Option<Failure> {
    let word = named.to_string_lossy();
    let command = suggest::command(&word).filter(|_| !named.exists())?;
    let args = vec![("word", MessageArg::Text(word.into_owned())), ("command", MessageArg::Text(command))];
    Some(errors::usage(locale, "error-no-command", args))
}
