//! Writes papers to files, and commits them if asked to.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::errors::{self, Failure};
use crate::edit;
use crate::locale::Locale;
use crate::model::{MessageArg, Portfolio, short_commit};
use crate::papers::{Document, PaperFormat};
use crate::store::Folder;

/// A paper that is to be written.
pub struct PaperFile {
    pub path: PathBuf,
    pub text: String,
}

/// Returns the files of papers: one paper has the path itself unless that is a folder, several are files in it.
#[must_use]
pub fn files(out: &Path, documents: &[Document], rendered: Vec<String>, format: PaperFormat) -> Vec<PaperFile> {
    let is_folder = documents.len() != 1 || out.is_dir() || out.as_os_str().to_string_lossy().ends_with('/');
    let path = |document: &Document| {
        if is_folder { out.join(format!("{}.{}", document.file_name, format.extension())) } else { out.to_owned() }
    };
    documents.iter().zip(rendered).map(|(document, text)| PaperFile { path: path(document), text }).collect()
}

/// Returns whether a file is there and has another content.
#[must_use]
pub fn differs(file: &PaperFile) -> bool {
    file.path.exists() && fs::read(&file.path).map_or(true, |bytes| bytes != file.text.as_bytes())
}

/// Writes files, with the folders that they need.
///
/// # Errors
/// If one cannot be written. Those before it are.
pub fn save(locale: &Locale, files: &[PaperFile]) -> Result<(), Failure> {
    for file in files {
        let folder = file.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let made = folder.map_or(Ok(()), fs::create_dir_all);
        let written = made.and_then(|()| fs::write(&file.path, &file.text));
        written.map_err(|error| errors::unwritable(locale, &file.path, &error))?;
    }
    Ok(())
}

/// Commits files that were written, all in one commit, and returns its short name; `None` if they are committed
/// already.
///
/// # Errors
/// If one is outside the repository or ignored, or git refuses the commit.
pub fn commit(
    locale: &Locale,
    folder: &Folder,
    portfolio: &Portfolio,
    files: &[PaperFile],
) -> Result<Option<String>, Failure> {
    let mut paths = Vec::new();
    for file in files {
        let real = fs::canonicalize(&file.path).map_err(|error| errors::unreadable(locale, &file.path, &error))?;
        if folder.path_of_evidence(&real).map_err(|error| errors::save(locale, &error))?.is_none() {
            let file = MessageArg::Text(file.path.display().to_string());
            return Err(errors::refused(locale, "error-paper-not-committed", vec![("file", file)]));
        }
        paths.push(real);
    }
    let words = Locale::new(edit::commit_language(portfolio));
    let names: Vec<String> =
        files.iter().filter_map(|file| Some(file.path.file_name()?.to_str()?.to_owned())).collect();
    let facts = [("count", MessageArg::count(names.len())), ("file", MessageArg::Text(names.join(", ")))];
    let subject = words.message("commit-written-papers", &facts);
    let commit = folder.commit_files(&paths, &subject).map_err(|error| errors::save(locale, &error))?;
    Ok(commit.map(|commit| short_commit(&commit).to_owned()))
}
