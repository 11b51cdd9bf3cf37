//! The answers of `init` and `demo`.

use std::path::Path;

use serde::Serialize;

/// The answer of `init`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InitJson {
    pub folder: String,
    /// The files created, relative to the folder.
    pub files: Vec<String>,
    /// Whether the merge driver was installed.
    pub merge_driver: bool,
    /// The pipeline that was written, relative to the top of the repository; `null` without `--ci`.
    pub pipeline: Option<&'static str>,
}

/// Builds the answer of `init`.
#[must_use]
pub fn set_up(folder: &Path, files: Vec<String>, merge_driver: bool, pipeline: Option<&'static str>) -> InitJson {
    InitJson { folder: folder.display().to_string(), files, merge_driver, pipeline }
}

/// The answer of `demo`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DemoJson {
    pub folder: String,
    /// The number of commits.
    pub commits: usize,
}

/// Builds the answer of `demo`.
#[must_use]
pub fn demo(folder: &Path, commits: usize) -> DemoJson {
    DemoJson { folder: folder.display().to_string(), commits }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn folder_names_that_are_not_utf8_are_replaced_lossily() {
        let folder = Path::new(OsStr::from_bytes(b"d\xe9pot"));
        let text = super::super::text(&demo(folder, 1)).unwrap();
        assert!(text.contains("d\u{fffd}pot"), "{text}");
        assert!(super::super::text(&set_up(folder, Vec::new(), false, None)).is_ok());
    }
}
