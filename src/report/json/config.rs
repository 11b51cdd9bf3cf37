//! `couveuse config --json`: settings, keys and problems of the configuration.

use serde::Serialize;

use super::FindingJson;
use crate::locale::Locale;
use crate::report::Diagnostic;

/// `{file, exists, language, theme, mouse, watch, ascii, links, me, problems}`; settings that are not made are `null`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConfigJson {
    /// The path, whether or not it exists.
    pub file: Option<String>,
    pub exists: bool,
    /// `fr` or `en`.
    pub language: Option<&'static str>,
    pub theme: Option<String>,
    pub mouse: Option<bool>,
    /// Whether the folder is watched for changes.
    pub watch: Option<bool>,
    /// Whether only ASCII is drawn.
    pub ascii: Option<bool>,
    /// Whether texts are links that the terminal opens.
    pub links: Option<bool>,
    /// The user's person in the portfolio.
    pub me: Option<String>,
    /// As in the answer of `check`.
    pub problems: Vec<FindingJson>,
}

/// `{keys: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeysJson {
    /// In the order of the help.
    pub keys: Vec<KeyJson>,
}

/// A command with its keys in some contexts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyJson {
    pub command: &'static str,
    /// Key sequences as in the configuration; empty if unbound.
    pub keys: Vec<String>,
    /// The contexts in which they apply, named as in the configuration.
    pub places: Vec<&'static str>,
    pub what: String,
}

/// Returns the problems of the configuration.
#[must_use]
pub fn problems(diagnostics: &[Diagnostic], locale: &Locale) -> Vec<FindingJson> {
    diagnostics.iter().map(|one| FindingJson::new(one, locale)).collect()
}
