//! `couveuse doctor --json`: the lines of the report.

use serde::Serialize;

use crate::model::Severity;

/// `{working, lines}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DoctorJson {
    /// Whether edits and syncs work.
    pub working: bool,
    pub lines: Vec<DoctorLineJson>,
}

/// What one examination found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DoctorLineJson {
    pub check: &'static str,
    /// `good`, `warning` or `error`.
    pub state: &'static str,
    pub message: String,
    /// The remedy; `None` if the state is good.
    pub help: Option<String>,
    #[serde(skip)]
    pub severity: Option<Severity>,
}

impl DoctorLineJson {
    /// Creates a line; `severity` is `None` if everything is good.
    #[must_use]
    pub fn new(check: &'static str, severity: Option<Severity>, message: String, help: String) -> Self {
        let state = severity.map_or("good", Severity::name);
        Self { check, state, message, help: Some(help).filter(|_| severity.is_some()), severity }
    }
}
