//! Reading files that anybody may have put in the folder: only plain files, and never more bytes than asked for.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Whether a symbolic link at the end of the path is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Links {
    Follow,
    Refuse,
}

/// Opens a file. Fails if it is not a plain file: opening a pipe would wait for a writer, and a device has no end.
pub(crate) fn open(path: &Path, links: Links) -> io::Result<(File, Metadata)> {
    let before = match links {
        Links::Follow => fs::metadata(path)?,
        Links::Refuse => fs::symlink_metadata(path)?,
    };
    if !before.is_file() {
        return Err(not_plain());
    }
    // Another kind of file may have taken its place since.
    let file = options(links).open(path)?;
    let meta = file.metadata()?;
    if meta.is_file() { Ok((file, meta)) } else { Err(not_plain()) }
}

/// Reads a file of at most `limit` bytes.
pub(crate) fn read(path: &Path, limit: u64, links: Links) -> io::Result<Vec<u8>> {
    let (file, meta) = open(path, links)?;
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len().min(limit)).unwrap_or_default());
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) {
        Ok(bytes)
    } else {
        Err(io::Error::new(ErrorKind::FileTooLarge, "too large"))
    }
}

/// Reads a file of the user, such as the configuration: at most `limit` bytes of a plain file, through links.
///
/// # Errors
/// If it is not a plain file, larger, or cannot be read.
pub fn read_file(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    read(path, limit, Links::Follow)
}

fn not_plain() -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, "not a plain file")
}

#[cfg(unix)]
fn options(links: Links) -> fs::OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;

    let mut flags = OFlags::NONBLOCK;
    if links == Links::Refuse {
        flags |= OFlags::NOFOLLOW;
    }
    let mut options = File::options();
    options.read(true).custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    options
}

#[cfg(not(unix))]
fn options(_: Links) -> fs::OpenOptions {
    let mut options = File::options();
    options.read(true);
    options
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pipes_links_and_large_files_are_refused_at_once() {
        let dir = tempfile::tempdir().unwrap();
        let pipe = dir.path().join("pipe");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RWXU).unwrap();
        assert!(read(&pipe, 10, Links::Follow).is_err());
        let device = dir.path().join("device");
        std::os::unix::fs::symlink("/dev/zero", &device).unwrap();
        assert!(read(&device, 10, Links::Follow).is_err());
        let file = dir.path().join("file");
        fs::write(&file, "0123456789").unwrap();
        assert_eq!(read(&file, 10, Links::Refuse).unwrap(), b"0123456789");
        assert_eq!(read(&file, 9, Links::Refuse).unwrap_err().kind(), ErrorKind::FileTooLarge);
        let link = dir.path().join("link");
        std::os::unix::fs::symlink("file", &link).unwrap();
        assert!(read(&link, 10, Links::Refuse).is_err());
        assert!(read(&link, 10, Links::Follow).is_ok());
    }
}
