//! The session file: what the screen restores at the next start, one small file per folder of records. A file that
//! cannot be read or written is ignored.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::cli::config::Config;
use crate::cli::user_dirs;
use crate::store;
use crate::ui::Session;

/// Larger than any session file.
const LARGEST: u64 = 1024 * 1024;

/// The session file of a folder of records.
#[derive(Clone, Debug)]
pub struct SessionFile {
    file: Option<PathBuf>,
    folder: PathBuf,
    configured: Configured,
}

/// The content of the file: the session, and the configuration that the user's choices overrode.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct StoredSession {
    configured: Configured,
    #[serde(flatten)]
    session: Session,
}

/// The settings that can also be chosen on the screen.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Configured {
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mouse: Option<bool>,
}

impl Configured {
    fn of(config: &Config) -> Self {
        Self {
            language: config.language.map(|language| language.tag().to_owned()),
            theme: config.theme.clone(),
            mouse: config.mouse,
        }
    }
}

impl SessionFile {
    /// For a folder of records.
    #[must_use]
    pub fn of(folder: &Path, config: &Config) -> Self {
        let state = user_dirs::state(|name| std::env::var_os(name));
        Self::within(state.as_deref(), &user_dirs::real(folder), Configured::of(config))
    }

    fn within(state: Option<&Path>, folder: &Path, configured: Configured) -> Self {
        let name = format!("{}.toml", user_dirs::name_of(folder));
        Self { file: state.map(|state| state.join(name)), folder: folder.to_owned(), configured }
    }

    /// Reads the session; the default if the file is missing, broken or of a later version. If a setting was configured
    /// differently since, the choice made on the screen is dropped.
    #[must_use]
    pub fn read(&self) -> Session {
        let text = self.file.as_ref().and_then(|file| store::read_file(file, LARGEST).ok());
        let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
        let StoredSession { configured: before, mut session } =
            text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default();
        let now = &self.configured;
        session.language = session.language.filter(|_| holds(&before.language, &now.language));
        session.theme = session.theme.filter(|_| holds(&before.theme, &now.theme));
        session.mouse = session.mouse.filter(|_| holds(&before.mouse, &now.mouse));
        session
    }

    /// Writes the session atomically.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self, session: &Session) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let left = StoredSession { configured: self.configured.clone(), session: session.clone() };
        let text = toml::to_string(&left).map_err(io::Error::other)?;
        user_dirs::replace(file, &user_dirs::headed(&self.folder, &text))
    }
}

/// Returns whether a choice still applies: the setting is the same as before, or is not configured any more.
fn holds<T: PartialEq>(before: &Option<T>, now: &Option<T>) -> bool {
    now.is_none() || now == before
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_saved_session_is_restored_and_anything_else_ignored() {
        let state = tempfile::tempdir().expect("a folder");
        let below = state.path().join("not/yet/there");
        let file = SessionFile::within(Some(&below), Path::new("/home/ada/portfolio"), Configured::default());
        assert_eq!(file.read(), Session::default());
        let left = Session { screen: Some("findings".to_owned()), mouse: Some(false), ..Session::default() };
        file.write(&left).expect("written");
        assert_eq!(file.read(), left);
        let other = SessionFile::within(Some(&below), Path::new("/home/ada/other"), Configured::default());
        assert_eq!(other.read(), Session::default(), "each folder has its own");
        assert_eq!(fs::read_dir(&below).expect("read").count(), 1, "nothing is left beside it");
        let path = file.file.as_ref().expect("a file");
        for broken in ["screen = 5", "[[[", "\u{0}", "screen = \"findings\"\nmouse = \"maybe\""] {
            fs::write(path, broken).expect("written");
            assert_eq!(file.read(), Session::default(), "{broken}");
        }
        fs::write(path, "screen = \"findings\"\nlater = { version = 9 }").expect("written");
        assert_eq!(file.read().screen.as_deref(), Some("findings"), "keys of later versions are skipped");
        let nowhere = SessionFile::within(None, Path::new("/"), Configured::default());
        assert_eq!(nowhere.write(&left).ok(), Some(()), "without a home nothing is left");
    }

    #[test]
    fn the_later_of_choice_and_configuration_applies() {
        let state = tempfile::tempdir().expect("a folder");
        let file = |theme: Option<&str>, mouse| {
            let configured = Configured { theme: theme.map(str::to_owned), mouse, language: None };
            SessionFile::within(Some(state.path()), Path::new("/home/ada/portfolio"), configured)
        };
        let chosen = Session { theme: Some("light".to_owned()), mouse: Some(false), ..Session::default() };
        file(Some("dark"), Some(true)).write(&chosen).expect("written");
        assert_eq!(file(Some("dark"), Some(true)).read(), chosen, "chosen on the screen after it was configured");
        let since = file(Some("tritanopia"), Some(true)).read();
        assert_eq!((since.theme, since.mouse), (None, Some(false)), "configured otherwise since");
        assert_eq!(file(None, None).read(), chosen, "a setting that was taken out says nothing");
    }
}
