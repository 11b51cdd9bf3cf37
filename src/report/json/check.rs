//! `couveuse check --json`: findings.

use serde::Serialize;

use super::Rows;
use crate::locale::Locale;
use crate::report::Diagnostic;

/// `{findings: […]}`
#[derive(Serialize)]
struct CheckJson<S> {
    /// By file, then by severity, the highest first.
    findings: S,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingJson {
    /// The check; `couveuse check --explain NAME` explains it.
    pub check: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// Such as `convention/histologe-pau-anct`; `null` for a file that is not a record.
    pub record: Option<String>,
    /// Relative to the folder of records.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub message: String,
    pub help: String,
}

impl FindingJson {
    pub(super) fn new(diagnostic: &Diagnostic, locale: &Locale) -> Self {
        Self {
            check: diagnostic.finding.check,
            severity: diagnostic.finding.severity.name(),
            record: diagnostic.finding.record().map(ToString::to_string),
            file: diagnostic.file.clone(),
            line: diagnostic.line,
            column: diagnostic.column,
            message: diagnostic.message(locale),
            help: diagnostic.help(locale),
        }
    }
}

/// Returns the answer of `check --json`.
#[must_use]
pub fn check(diagnostics: &[Diagnostic], locale: &Locale) -> impl Serialize {
    CheckJson { findings: Rows(|| diagnostics.iter().map(|one| FindingJson::new(one, locale))) }
}

/// The answer of `check --explain NAME --json`: `{check, severity, page}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckPageJson {
    pub check: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// What it finds, the remedy, and an example.
    pub page: String,
}
