//! Translates the common errors of the operating system.

use std::io::ErrorKind;

use super::Language;
use super::messages;
use crate::model::SystemError;

/// Returns the translation of an error, or the system's own message if there is none.
pub(super) fn words(language: Language, refusal: &SystemError) -> String {
    let key = match refusal.kind {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-permission-denied",
        ErrorKind::AlreadyExists => "system-already-exists",
        ErrorKind::IsADirectory => "system-is-a-directory",
        ErrorKind::NotADirectory => "system-not-a-directory",
        ErrorKind::DirectoryNotEmpty => "system-directory-not-empty",
        ErrorKind::StorageFull => "system-storage-full",
        ErrorKind::QuotaExceeded => "system-quota-exceeded",
        ErrorKind::FileTooLarge => "system-file-too-large",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::InvalidFilename => "system-invalid-filename",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "system-busy",
        ErrorKind::BrokenPipe => "system-broken-pipe",
        ErrorKind::TimedOut => "system-timed-out",
        ErrorKind::OutOfMemory => "system-out-of-memory",
        _ => return refusal.said.clone(),
    };
    messages::text(language, key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_errors_are_translated() {
        for (number, in_french, in_english) in [
            (2, "fichier ou dossier introuvable", "no such file or folder"),
            (13, "accès refusé", "permission denied"),
            (21, "c’est un dossier", "is a folder"),
            (28, "plus de place sur le disque", "no space left on the disk"),
            (30, "système de fichiers en lecture seule", "read-only file system"),
            (5, "Input/output error", "Input/output error"),
        ] {
            let refusal = SystemError::from(&std::io::Error::from_raw_os_error(number));
            assert_eq!(words(Language::French, &refusal), in_french);
            assert_eq!(words(Language::English, &refusal), in_english);
        }
    }
}
