//! What the commands answer that make a folder of records: `init` and `demo`.

use std::path::Path;

use serde::Serialize;

/// What `init` set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InitJson {
    /// Where.
    pub folder: String,
    /// The files that it made, below the folder.
    pub files: Vec<String>,
    /// Whether git merges records by meaning from now on.
    pub merge_driver: bool,
}

/// A folder that was set up.
#[must_use]
pub fn set_up(folder: &Path, files: Vec<String>, merge_driver: bool) -> InitJson {
    InitJson { folder: folder.display().to_string(), files, merge_driver }
}

/// The demo that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DemoJson {
    /// Where.
    pub folder: String,
    /// How many commits it has.
    pub commits: usize,
}

/// A demo in a folder.
#[must_use]
pub fn demo(folder: &Path, commits: usize) -> DemoJson {
    DemoJson { folder: folder.display().to_string(), commits }
}

#[cfg(all(test, unix))]
mod tests {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn a_folder_whose_name_is_no_text_is_told_as_it_is_shown() {
        let folder = Path::new(OsStr::from_bytes(b"d\xe9pot"));
        let text = super::super::text(&demo(folder, 1)).unwrap();
        assert!(text.contains("d\u{fffd}pot"), "{text}");
        assert!(super::super::text(&set_up(folder, Vec::new(), false)).is_ok());
    }
}
