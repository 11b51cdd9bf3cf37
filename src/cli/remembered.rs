//! What the screen remembers, on disk: one small file for each folder of records. A file that cannot be read or
//! written is ignored: nothing depends on it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::cli::config::Config;
use crate::cli::user_dirs;
use crate::ui::Remembered;

/// Where what is remembered of a folder of records lies.
#[derive(Clone, Debug)]
pub struct Memory {
    file: Option<PathBuf>,
    folder: PathBuf,
    configured: Configured,
}

/// What the file holds: what is remembered, and the configuration that a choice went before.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Left {
    configured: Configured,
    #[serde(flatten)]
    remembered: Remembered,
}

/// What the configuration says of all that can be chosen on the screen too.
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

impl Memory {
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

    /// What was left; nothing where that is gone, broken or of a later version. Of a choice and the configuration the
    /// later holds: what was configured otherwise since then goes before what had been chosen.
    #[must_use]
    pub fn read(&self) -> Remembered {
        let text = self.file.as_ref().and_then(|file| fs::read_to_string(file).ok());
        let Left { configured: before, mut remembered } =
            text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default();
        let now = &self.configured;
        remembered.language = remembered.language.filter(|_| holds(&before.language, &now.language));
        remembered.theme = remembered.theme.filter(|_| holds(&before.theme, &now.theme));
        remembered.mouse = remembered.mouse.filter(|_| holds(&before.mouse, &now.mouse));
        remembered
    }

    /// Leaves it for the next start; the file is never seen half written.
    ///
    /// # Errors
    /// When the folder of state cannot be written.
    pub fn write(&self, remembered: &Remembered) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let left = Left { configured: self.configured.clone(), remembered: remembered.clone() };
        let text = toml::to_string(&left).map_err(io::Error::other)?;
        user_dirs::replace(file, &user_dirs::headed(&self.folder, &text))
    }
}

/// Whether a choice still holds: the configuration says what it said, or nothing.
fn holds<T: PartialEq>(before: &Option<T>, now: &Option<T>) -> bool {
    now.is_none() || now == before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_found_again_and_anything_else_is_nothing() {
        let state = tempfile::tempdir().expect("a folder");
        let below = state.path().join("not/yet/there");
        let memory = Memory::within(Some(&below), Path::new("/home/ada/portfolio"), Configured::default());
        assert_eq!(memory.read(), Remembered::default());
        let left = Remembered { screen: Some("findings".to_owned()), mouse: Some(false), ..Remembered::default() };
        memory.write(&left).expect("written");
        assert_eq!(memory.read(), left);
        let other = Memory::within(Some(&below), Path::new("/home/ada/other"), Configured::default());
        assert_eq!(other.read(), Remembered::default(), "each folder has its own");
        assert_eq!(fs::read_dir(&below).expect("read").count(), 1, "nothing is left beside it");
        let file = memory.file.as_ref().expect("a file");
        for broken in ["screen = 5", "[[[", "\u{0}", "screen = \"findings\"\nmouse = \"maybe\""] {
            fs::write(file, broken).expect("written");
            assert_eq!(memory.read(), Remembered::default(), "{broken}");
        }
        fs::write(file, "screen = \"findings\"\nlater = { version = 9 }").expect("written");
        assert_eq!(memory.read().screen.as_deref(), Some("findings"), "what a later version adds is passed over");
        let nowhere = Memory::within(None, Path::new("/"), Configured::default());
        assert_eq!(nowhere.write(&left).ok(), Some(()), "without a home nothing is left");
    }

    #[test]
    fn of_a_choice_and_the_configuration_the_later_holds() {
        let state = tempfile::tempdir().expect("a folder");
        let memory = |theme: Option<&str>, mouse| {
            let configured = Configured { theme: theme.map(str::to_owned), mouse, language: None };
            Memory::within(Some(state.path()), Path::new("/home/ada/portfolio"), configured)
        };
        let chosen = Remembered { theme: Some("light".to_owned()), mouse: Some(false), ..Remembered::default() };
        memory(Some("dark"), Some(true)).write(&chosen).expect("written");
        assert_eq!(memory(Some("dark"), Some(true)).read(), chosen, "chosen on the screen after it was configured");
        let since = memory(Some("tritanopia"), Some(true)).read();
        assert_eq!((since.theme, since.mouse), (None, Some(false)), "configured otherwise since");
        assert_eq!(memory(None, None).read(), chosen, "a setting that was taken out says nothing");
    }
}
