//! The evidence that a file gives: its path in the repository, else its name and SHA-256.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::errors::{self, Failure};
use crate::edit;
use crate::locale::Locale;
use crate::model::{MessageArg, Portfolio};
use crate::store::Folder;

/// A file that proves something.
pub struct FileEvidence {
    /// The evidence as records write it.
    pub text: String,
    /// The file without symbolic links, if it is in the work tree.
    in_repository: Option<PathBuf>,
}

impl FileEvidence {
    /// Reads a file.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn of(locale: &Locale, folder: &Folder, path: &Path) -> Result<Self, Failure> {
        let failed = |error| errors::unreadable(locale, path, &error);
        let real = fs::canonicalize(path).map_err(failed)?;
        let top = folder.repository_root();
        if let Some(below) = top.as_ref().and_then(|top| real.strip_prefix(top).ok()) {
            let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
            return Ok(Self { text: names.join("/"), in_repository: Some(real) });
        }
        let hash = Sha256::digest(fs::read(&real).map_err(failed)?);
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let name = real.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { text: format!("{name} (SHA-256 {hex})"), in_repository: None })
    }

    /// Commits the file if it is in the repository and differs from the last commit.
    ///
    /// # Errors
    /// If git refuses.
    pub fn commit(&self, locale: &Locale, folder: &Folder, portfolio: &Portfolio) -> Result<(), Failure> {
        let Some(file) = &self.in_repository else { return Ok(()) };
        let words = Locale::new(edit::commit_language(portfolio));
        let subject = words.message("commit-file", &[("file", MessageArg::Text(self.text.clone()))]);
        folder.commit_file(file, &subject).map_err(|error| errors::save(locale, &error))?;
        Ok(())
    }
}
