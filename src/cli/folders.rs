//! Where a user's own files lie, as the XDG base directory specification says; on Windows, where programs keep theirs.

use std::ffi::OsString;
use std::path::PathBuf;

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

/// The specification has relative paths ignored.
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
