//! The user's configuration, `config.toml`. Errors are reported by line; valid settings still apply.

mod default;
mod keys;
mod read;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::cli::user_dirs;
use crate::locale::Language;
use crate::model::{Finding, Id, Location, MessageArg, MessageArgs, Severity, SystemError, TextRange};
use crate::report::Diagnostic;
use crate::store;
use crate::ui::{self, Keymap};

pub use default::text as default_text;

/// Maximum size of the file.
const MAX_SIZE: u64 = 1024 * 1024;

/// The settings, `None` if not set.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The path, whether or not it exists; `None` if the user has no home.
    pub file: Option<PathBuf>,
    /// Whether the file exists.
    pub exists: bool,
    /// The language of words, dates and amounts.
    pub language: Option<Language>,
    /// The name of the theme.
    pub theme: Option<String>,
    /// Whether to capture the mouse.
    pub mouse: Option<bool>,
    /// Whether to watch the folder for changes.
    pub watch: Option<bool>,
    /// Whether to draw with ASCII only.
    pub ascii: Option<bool>,
    /// Whether texts are links that the terminal opens.
    pub links: Option<bool>,
    /// The user's person in the portfolio.
    pub me: Option<Id>,
    pub keymap: Keymap,
    pub problems: Vec<Diagnostic>,
    text: String,
    /// The span of the theme's name, to report an unknown theme.
    theme_at: Range<usize>,
}

/// Finds and reads the file. `variable` reads the environment.
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
            config.add_problem(Severity::Error, 0..0, "config-unreadable", vec![("why", why)]);
            config
        }
    }
}

/// Returns the text of the file, or `None` if it does not exist.
fn text(file: &Path) -> Result<Option<String>, MessageArg> {
    let bytes = match store::read_file(file, MAX_SIZE) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        bytes => bytes.map_err(|error| refused(&error))?,
    };
    String::from_utf8(bytes).map(Some).map_err(|error| refused(&std::io::Error::other(error)))
}

fn refused(error: &std::io::Error) -> MessageArg {
    MessageArg::System(SystemError::from(error))
}

/// Parses the text of a file.
#[must_use]
pub fn parse(file: PathBuf, text: String) -> Config {
    let mut config = Config { file: Some(file), text, ..Config::default() };
    read::read(&mut config);
    config
}

impl Config {
    /// Converts to what the screen shows.
    #[must_use]
    pub fn status(&self) -> ui::ConfigStatus {
        ui::ConfigStatus { file: self.file_name(), problems: self.problems.clone() }
    }

    /// Returns the path as text; empty if there is none.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default()
    }

    /// Adds a problem with the theme, which is only known after the themes were read.
    pub fn add_theme_problem(&mut self, message: &'static str, args: MessageArgs) {
        let at = self.theme_at.clone();
        self.add_problem(Severity::Error, at, message, args);
    }

    fn add_problem(&mut self, severity: Severity, bytes: Range<usize>, message: &'static str, args: MessageArgs) {
        let file = self.file_name();
        let place = Location::Text(TextRange { file: file.clone(), record: None, bytes: bytes.clone() });
        let finding = Finding { check: "configuration", severity, place, message, args };
        self.problems.push(Diagnostic::new(finding, &file, &self.text, bytes));
    }
}

#[cfg(test)]
mod tests;
