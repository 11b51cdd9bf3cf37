//! Files as evidence: the path in the repository, else the name and SHA-256.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::errors::{self, Failure};
use crate::locale::Locale;
use crate::model::MessageArg;
use crate::store::Folder;

/// A file that proves something.
pub struct FileEvidence {
    /// The evidence as records write it.
    pub text: String,
    /// The file without symbolic links, if it belongs to the repository: it is committed with what it proves.
    pub in_repository: Option<PathBuf>,
}

impl FileEvidence {
    /// Reads a file. One that git leaves out of the repository counts as one elsewhere: no clone will have it.
    ///
    /// # Errors
    /// If it cannot be read, is not a plain file, or is a record.
    pub fn of(locale: &Locale, folder: &Folder, path: &Path) -> Result<Self, Failure> {
        let failed = |error| errors::unreadable(locale, path, &error);
        let refused = |key| {
            let file = MessageArg::Text(path.display().to_string());
            errors::usage(locale, key, vec![("file", file)])
        };
        let real = fs::canonicalize(path).map_err(failed)?;
        // Reading a pipe would block.
        if !fs::metadata(&real).map_err(failed)?.is_file() {
            return Err(refused("error-evidence-not-a-file"));
        }
        if folder.is_record_file(&real) {
            return Err(refused("error-evidence-is-a-record"));
        }
        if let Some(below) = folder.path_of_evidence(&real).map_err(|error| errors::save(locale, &error))? {
            let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
            return Ok(Self { text: names.join("/"), in_repository: Some(real) });
        }
        let hash = Sha256::digest(fs::read(&real).map_err(failed)?);
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let name = real.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { text: format!("{name} (SHA-256 {hex})"), in_repository: None })
    }
}
