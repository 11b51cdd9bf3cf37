//! Setting up a folder of records: the incubator, its own party, schemas for editors, and a first commit.

use std::io::ErrorKind;
use std::path::Path;

use super::errors::{self, Failure};
use super::schemas::schema_files;
use crate::edit::CommitMessage;
use crate::locale::{Language, Locale, slug};
use crate::model::{Id, KeyPath, MessageArg};
use crate::record::{self, Item, Op, PatchError};
use crate::store::{self, Folder};

/// The file that names what git leaves out.
const IGNORE_FILE: &str = ".gitignore";

/// Files that editors and operating systems leave beside the records.
const IGNORED: &str = "*~\n*.swp\n.DS_Store\n";

/// The options of `init`.
#[derive(Clone, Debug, Default)]
pub struct InitOptions {
    /// The name of the incubator; by default that of the folder.
    pub name: Option<String>,
    /// The name of the party that owns the portfolio; by default that of the incubator.
    pub home: Option<String>,
    /// The language of its commits; if none is given, they are in English.
    pub language: Option<Language>,
}

/// Returns the default name for a folder.
#[must_use]
pub fn name_of(root: &Path) -> String {
    let whole = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Sets up a folder and returns the files that it created.
///
/// # Errors
/// If the folder contains records, unless they are left of an interrupted set-up with the same names, a name cannot be
/// an id, or nothing can be committed there. Nothing was changed then.
pub fn set_up(locale: &Locale, root: &Path, asked: &InitOptions) -> Result<Vec<String>, Failure> {
    let given =
        |text: &Option<String>| text.as_ref().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let name = given(&asked.name).unwrap_or_else(|| name_of(root));
    let party = given(&asked.home).unwrap_or_else(|| name.clone());
    let home = Id::new(&slug(&party)).map_err(|error| errors::id(locale, &party, &error));
    let files = home.and_then(|home| files(locale, root, (&name, &party, &home), asked.language));
    let resumes = files.as_ref().is_ok_and(|files| store::was_interrupted(root, files));
    if !resumes && Folder::open(root).is_ok() {
        let args = vec![("folder", MessageArg::Text(root.display().to_string()))];
        return Err(errors::refused(locale, "error-already-a-portfolio", args));
    }
    let mut files = files?;
    if !resumes {
        files.retain(|(file, _)| file != IGNORE_FILE || !root.join(file).exists());
    }
    let message = CommitMessage::first(asked.language.unwrap_or(Language::English), &name);
    store::init(root, &files, &message).map_err(|error| errors::save(locale, &error))?;
    Ok(files.into_iter().map(|(file, _)| file).collect())
}

fn files(
    locale: &Locale,
    root: &Path,
    (name, party, home): (&str, &str, &Id),
    language: Option<Language>,
) -> Result<Vec<(String, String)>, Failure> {
    let table = |schema: &str, pairs: &[(&str, &str)]| {
        table(schema, pairs).map_err(|error| errors::edit(locale, &error.into(), None))
    };
    let mut keys = vec![("name", name), ("home", home.as_str())];
    keys.extend(language.map(|language| ("language", language.tag())));
    let portfolio = table("./schema/portfolio.json", &keys)?;
    let mut files = vec![
        ("portfolio.toml".to_owned(), portfolio),
        (format!("parties/{home}.toml"), table("../schema/party.json", &[("name", party)])?),
    ];
    files.extend(schema_files(locale)?);
    // It may be left of an interrupted `init`.
    let existing = std::fs::read_to_string(root.join(IGNORE_FILE));
    if existing.map_or_else(|error| error.kind() == ErrorKind::NotFound, |text| IGNORED.starts_with(&text)) {
        files.push((IGNORE_FILE.to_owned(), IGNORED.to_owned()));
    }
    Ok(files)
}

fn table(schema: &str, pairs: &[(&str, &str)]) -> Result<String, PatchError> {
    let set = |(key, text): &(&str, &str)| Op::Set(KeyPath::top().key(key), Item::Text((*text).to_owned()));
    let ops: Vec<Op> = pairs.iter().map(set).collect();
    Ok(format!("#:schema {schema}\n{}", record::patch("", &ops)?))
}
