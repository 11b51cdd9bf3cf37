//! The user's directories for configuration and state, following the XDG base directory specification or Windows.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::model::stable_hash;

/// The name of the program's own directory.
const NAME: &str = "couveuse";

/// Returns the directory of configuration and themes, or `None` if the user has no home.
#[must_use]
pub fn configuration(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    of(variable, "XDG_CONFIG_HOME", "APPDATA", ".config")
}

/// Returns the directory of session state.
#[must_use]
pub fn state(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    of(variable, "XDG_STATE_HOME", "LOCALAPPDATA", ".local/state")
}

/// Returns the absolute path of a folder, with links resolved if possible.
#[must_use]
pub fn real(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

/// Returns the prefix of the state files of a folder of records.
#[must_use]
pub fn name_of(folder: &Path) -> String {
    format!("{:016x}", stable_hash(folder.as_os_str().as_encoded_bytes().iter().copied()))
}

/// Adds a first line that names the folder to the text of a state file.
#[must_use]
pub fn headed(folder: &Path, text: &str) -> String {
    format!("# {}\n{text}", folder.display().to_string().replace(char::is_control, "?"))
}

/// Writes a state file atomically; creates its directory.
///
/// # Errors
/// If writing fails; the file is unchanged.
pub fn replace(file: &Path, text: &str) -> io::Result<()> {
    if let Some(above) = file.parent() {
        fs::create_dir_all(above)?;
    }
    let beside = file.with_extension(format!("{}.tmp", std::process::id()));
    let written =
        private().open(&beside).and_then(|mut out| out.write_all(text.as_bytes()).and_then(|()| out.sync_data()));
    let renamed = written.and_then(|()| fs::rename(&beside, file));
    if renamed.is_err() {
        let _ = fs::remove_file(&beside);
    }
    renamed
}

/// Returns how files of state are created: nobody else may read drafts.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Ignores relative paths, as the specification requires.
fn of(variable: impl Fn(&str) -> Option<OsString>, xdg: &str, windows: &str, below_home: &str) -> Option<PathBuf> {
    let absolute = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let named = absolute(xdg).or_else(|| if cfg!(windows) { absolute(windows) } else { None });
    named.or_else(|| absolute("HOME").map(|home| home.join(below_home))).map(|folder| folder.join(NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_a_state_file() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().expect("a directory");
        let file = dir.path().join("state/couveuse/drafts.toml");
        replace(&file, "text").expect("written");
        assert_eq!(fs::metadata(&file).expect("metadata").permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn directories_follow_the_specification() {
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
