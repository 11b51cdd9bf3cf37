//! What the screen remembers, on disk: one small file for each folder of records. Nothing hangs on it: one that
//! cannot be read or written is as good as none.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::folders;
use crate::ui::Remembered;

/// Where what is remembered of a folder of records lies.
#[derive(Clone, Debug)]
pub struct Memory {
    file: Option<PathBuf>,
    folder: PathBuf,
}

impl Memory {
    /// For a folder of records, by its absolute path.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let state = folders::state(|name| std::env::var_os(name));
        Self::within(state.as_deref(), folder)
    }

    fn within(state: Option<&Path>, folder: &Path) -> Self {
        let name = format!("{:016x}.toml", fnv(folder.as_os_str().as_encoded_bytes()));
        Self { file: state.map(|state| state.join(name)), folder: folder.to_owned() }
    }

    /// What was left; nothing where that is gone, broken or of a later version.
    #[must_use]
    pub fn read(&self) -> Remembered {
        let text = self.file.as_ref().and_then(|file| fs::read_to_string(file).ok());
        text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
    }

    /// Leaves it for the next start; the file is never seen half written.
    ///
    /// # Errors
    /// When the folder of state cannot be written.
    pub fn write(&self, remembered: &Remembered) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let text = toml::to_string(remembered).map_err(io::Error::other)?;
        let text = format!("# {}\n{text}", self.folder.display().to_string().replace(char::is_control, "?"));
        if let Some(above) = file.parent() {
            fs::create_dir_all(above)?;
        }
        let beside = file.with_extension(format!("{}.tmp", std::process::id()));
        let written = fs::File::create(&beside).and_then(|mut out| out.write_all(text.as_bytes()));
        let renamed = written.and_then(|()| fs::rename(&beside, file));
        if renamed.is_err() {
            let _ = fs::remove_file(&beside);
        }
        renamed
    }
}

/// FNV-1a: the same for the same path with every version of the program, which the standard hashes do not promise.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_found_again_and_anything_else_is_nothing() {
        let state = tempfile::tempdir().expect("a folder");
        let below = state.path().join("not/yet/there");
        let memory = Memory::within(Some(&below), Path::new("/home/ada/portfolio"));
        assert_eq!(memory.read(), Remembered::default());
        let left = Remembered { screen: Some("findings".to_owned()), mouse: Some(false), ..Remembered::default() };
        memory.write(&left).expect("written");
        assert_eq!(memory.read(), left);
        let other = Memory::within(Some(&below), Path::new("/home/ada/other"));
        assert_eq!(other.read(), Remembered::default(), "each folder has its own");
        assert_eq!(fs::read_dir(&below).expect("read").count(), 1, "nothing is left beside it");
        let file = memory.file.as_ref().expect("a file");
        for broken in ["screen = 5", "[[[", "\u{0}", "screen = \"findings\"\nmouse = \"maybe\""] {
            fs::write(file, broken).expect("written");
            assert_eq!(memory.read(), Remembered::default(), "{broken}");
        }
        fs::write(file, "screen = \"findings\"\nlater = { version = 9 }").expect("written");
        assert_eq!(memory.read().screen.as_deref(), Some("findings"), "what a later version adds is passed over");
        assert_eq!(Memory::within(None, Path::new("/")).write(&left).ok(), Some(()), "without a home nothing is left");
    }
}
