//! Where a user's own files lie, as the XDG base directory specification says; on Windows, where programs keep theirs.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::model::stable_hash;

/// The program's folder in each.
const NAME: &str = "couveuse";

/// The folder of configuration and themes; `None` where the user has no home.
#[must_use]
pub fn configuration(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    of(variable, "XDG_CONFIG_HOME", "APPDATA", ".config")
}

/// The folder of what is restored at the next start.
#[must_use]
pub fn state(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    of(variable, "XDG_STATE_HOME", "LOCALAPPDATA", ".local/state")
}

/// A folder of records by its absolute path, without links where they can be followed.
#[must_use]
pub fn real(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

/// How the files of state of a folder of records begin, by its absolute path.
#[must_use]
pub fn name_of(folder: &Path) -> String {
    format!("{:016x}", stable_hash(folder.as_os_str().as_encoded_bytes().iter().copied()))
}

/// A text of state, with the folder that it is about in its first line.
#[must_use]
pub fn headed(folder: &Path, text: &str) -> String {
    format!("# {}\n{text}", folder.display().to_string().replace(char::is_control, "?"))
}

/// Writes a file of state; it is never seen half written, and its folder is made where it is not there.
///
/// # Errors
/// When the system refuses; then the file is as it was.
pub fn replace(file: &Path, text: &str) -> io::Result<()> {
    if let Some(above) = file.parent() {
        fs::create_dir_all(above)?;
    }
    let beside = file.with_extension(format!("{}.tmp", std::process::id()));
    let written =
        File::create(&beside).and_then(|mut out| out.write_all(text.as_bytes()).and_then(|()| out.sync_data()));
    let renamed = written.and_then(|()| fs::rename(&beside, file));
    if renamed.is_err() {
        let _ = fs::remove_file(&beside);
    }
    renamed
}

/// The specification says to ignore relative paths.
fn of(variable: impl Fn(&str) -> Option<OsString>, xdg: &str, windows: &str, below_home: &str) -> Option<PathBuf> {
    let absolute = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let named = absolute(xdg).or_else(|| if cfg!(windows) { absolute(windows) } else { None });
    named.or_else(|| absolute("HOME").map(|home| home.join(below_home))).map(|folder| folder.join(NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_specification_says_where() {
        let with = |pairs: &'static [(&str, &str)]| {
            move |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value))
        };
        let home = with(&[("HOME", "/home/ada"), ("XDG_STATE_HOME", "state")]);
        assert_eq!(state(home), Some("/home/ada/.local/state/couveuse".into()), "a relative path is ignored");
        assert_eq!(configuration(home), Some("/home/ada/.config/couveuse".into()));
        let named = with(&[("HOME", "/home/ada"), ("XDG_CONFIG_HOME", "/etc/ada")]);
        assert_eq!(configuration(named), Some("/etc/ada/couveuse".into()));
        assert_eq!(state(with(&[])), None);
    }
}
