//! Listing directories. The standard library panics if the system fails to close one, which network file systems do.

use std::ffi::OsString;
use std::fs::FileType;
use std::io;
use std::path::Path;

/// What an entry of a directory is; links are not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    File,
    Folder,
    Link,
    Other,
}

impl From<FileType> for EntryKind {
    fn from(kind: FileType) -> Self {
        match () {
            () if kind.is_file() => Self::File,
            () if kind.is_dir() => Self::Folder,
            () if kind.is_symlink() => Self::Link,
            () => Self::Other,
        }
    }
}

/// An entry of a directory.
#[derive(Debug)]
pub(super) struct DirEntry {
    pub name: OsString,
    pub kind: io::Result<EntryKind>,
}

/// Opens a directory and lists its entries, in the order of the system.
#[cfg(unix)]
pub(super) fn list(path: &Path) -> io::Result<impl Iterator<Item = io::Result<DirEntry>> + use<>> {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use rustix::fs::{Dir, FileType, Mode, OFlags};

    let opened = rustix::fs::open(path, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
    let path = path.to_owned();
    Ok(Dir::new(opened)?.filter_map(move |entry| {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return Some(Err(error.into())),
        };
        let name = OsStr::from_bytes(entry.file_name().to_bytes()).to_owned();
        if name == "." || name == ".." {
            return None;
        }
        let kind = match entry.file_type() {
            FileType::RegularFile => Ok(EntryKind::File),
            FileType::Directory => Ok(EntryKind::Folder),
            FileType::Symlink => Ok(EntryKind::Link),
            // Some file systems don't say.
            FileType::Unknown => std::fs::symlink_metadata(path.join(&name)).map(|meta| meta.file_type().into()),
            _ => Ok(EntryKind::Other),
        };
        Some(Ok(DirEntry { name, kind }))
    }))
}

#[cfg(not(unix))]
pub(super) fn list(path: &Path) -> io::Result<impl Iterator<Item = io::Result<DirEntry>> + use<>> {
    let entry =
        |entry: std::fs::DirEntry| DirEntry { name: entry.file_name(), kind: entry.file_type().map(Into::into) };
    Ok(std::fs::read_dir(path)?.map(move |found| found.map(entry)))
}

/// Removes a directory that contains only files. A link is removed and not followed.
pub(super) fn remove_with_files(dir: &Path) -> io::Result<()> {
    for entry in list(dir)? {
        std::fs::remove_file(dir.join(entry?.name))?;
    }
    std::fs::remove_dir(dir)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_listed_with_their_kinds_and_removed_with_their_directory() {
        let dir = tempfile::tempdir().unwrap();
        let staged = dir.path().join("staged");
        std::fs::create_dir_all(staged.join("folder")).unwrap();
        std::fs::write(staged.join("file"), "").unwrap();
        let found = |name: &str| {
            let entry = list(&staged).unwrap().map(Result::unwrap).find(|entry| entry.name == name).unwrap();
            entry.kind.unwrap()
        };
        assert_eq!(
            (found("file"), found("folder"), list(&staged).unwrap().count()),
            (EntryKind::File, EntryKind::Folder, 2)
        );
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(dir.path(), staged.join("link")).unwrap();
            assert_eq!(found("link"), EntryKind::Link);
        }
        assert!(remove_with_files(&staged).is_err(), "it contains a folder");
        std::fs::remove_dir(staged.join("folder")).unwrap();
        remove_with_files(&staged).unwrap();
        assert!(!staged.exists() && dir.path().exists());
        assert!(list(&staged).is_err());
    }
}
