//! The user's configuration: `config.toml` in their folder of configuration. A setting that is wrong is told with its
//! place and never keeps another from holding; without a file everything holds as built in.

mod default;
mod keys;
mod read;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::cli::user_dirs;
use crate::locale::Language;
use crate::model::{Finding, Location, MessageArg, MessageArgs, Severity, SystemError, TextRange};
use crate::report::Diagnostic;
use crate::ui::{self, Keymap};

pub use default::text as default_text;

/// A larger file is refused: it is no configuration.
const LARGEST: u64 = 1024 * 1024;

/// What the user's file says.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Where it is or would be; `None` for a user without a home.
    pub file: Option<PathBuf>,
    /// Whether it is there.
    pub exists: bool,
    /// The language of words, dates and amounts.
    pub language: Option<Language>,
    /// The theme, by its name.
    pub theme: Option<String>,
    /// Whether the mouse is taken.
    pub mouse: Option<bool>,
    /// Whether changes to the folder are looked at by themselves.
    pub watch: Option<bool>,
    /// Whether lines and charts are drawn with ASCII alone.
    pub ascii: Option<bool>,
    /// The keys, built in and own.
    pub keymap: Keymap,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
    text: String,
    /// The place of the theme's name in the text, to report an unknown theme once the themes are read.
    theme_at: Range<usize>,
}

/// Finds and reads the file. `variable` gives the environment's.
#[must_use]
pub fn load(variable: impl Fn(&str) -> Option<OsString>) -> Config {
    let Some(file) = user_dirs::configuration(variable).map(|folder| folder.join("config.toml")) else {
        return Config::default();
    };
    match text(&file) {
        Ok(Some(text)) => Config { exists: true, ..parse(file, text) },
        Ok(None) => Config { file: Some(file), ..Config::default() },
        Err(why) => {
            let mut config = Config { file: Some(file), exists: true, ..Config::default() };
            config.complain(Severity::Error, 0..0, "config-unreadable", vec![("why", why)]);
            config
        }
    }
}

/// The text of the file; `None` where it is not there.
fn text(file: &Path) -> Result<Option<String>, MessageArg> {
    let size = match std::fs::metadata(file) {
        Ok(found) => found.len(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(refused(&error)),
    };
    if size > LARGEST {
        return Err(MessageArg::Text(format!("{size} B")));
    }
    std::fs::read_to_string(file).map(Some).map_err(|error| refused(&error))
}

fn refused(error: &std::io::Error) -> MessageArg {
    MessageArg::System(SystemError::from(error))
}

/// Reads a text that stands in a file.
#[must_use]
pub fn parse(file: PathBuf, text: String) -> Config {
    let mut config = Config { file: Some(file), text, ..Config::default() };
    read::read(&mut config);
    config
}

impl Config {
    /// As the screen tells of it.
    #[must_use]
    pub fn told(&self) -> ui::ConfigStatus {
        ui::ConfigStatus { file: self.file_name(), problems: self.problems.clone() }
    }

    /// The name of the file; nothing where there is no place for one.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default()
    }

    /// Adds a problem with the theme, which is found after the configuration was read.
    pub fn complain_of_theme(&mut self, message: &'static str, args: MessageArgs) {
        let at = self.theme_at.clone();
        self.complain(Severity::Error, at, message, args);
    }

    fn complain(&mut self, severity: Severity, bytes: Range<usize>, message: &'static str, args: MessageArgs) {
        let file = self.file_name();
        let place = Location::Text(TextRange { file: file.clone(), record: None, bytes: bytes.clone() });
        let finding = Finding { check: "configuration", severity, place, message, args };
        self.problems.push(Diagnostic::new(finding, &file, &self.text, bytes));
    }
}

#[cfg(test)]
mod tests;
