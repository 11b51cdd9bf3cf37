//! `couveuse config --json`: where the configuration is, what holds, the keys, and what is wrong.

use serde::Serialize;

use super::FindingJson;
use crate::locale::Locale;
use crate::report::Diagnostic;

/// `{file, exists, language, theme, mouse, watch, ascii, problems}`; a setting that is not made is `null`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConfigJson {
    /// Where the file is or would be.
    pub file: Option<String>,
    /// Whether it is there.
    pub exists: bool,
    /// `fr` or `en`.
    pub language: Option<&'static str>,
    /// The theme's name.
    pub theme: Option<String>,
    /// Whether the mouse is taken.
    pub mouse: Option<bool>,
    /// Whether changes to the folder are looked at by themselves.
    pub watch: Option<bool>,
    /// Whether lines and charts are drawn with ASCII alone.
    pub ascii: Option<bool>,
    /// What is wrong, as `check` tells findings.
    pub problems: Vec<FindingJson>,
}

/// `{keys: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeysJson {
    /// In the order of the help.
    pub keys: Vec<KeyJson>,
}

/// A command with its keys in some places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyJson {
    /// Its name in the configuration.
    pub command: &'static str,
    /// The sequences, as the configuration writes them; none where it has none.
    pub keys: Vec<String>,
    /// The places where they hold, by their names in the configuration.
    pub places: Vec<&'static str>,
    /// What it does.
    pub what: String,
}

/// What is wrong, in a language.
#[must_use]
pub fn problems(diagnostics: &[Diagnostic], locale: &Locale) -> Vec<FindingJson> {
    diagnostics.iter().map(|one| FindingJson::new(one, locale)).collect()
}
