//! `couveuse check --json`: what is wrong or missing in the records.

use serde::Serialize;

use crate::locale::Locale;
use crate::report::Diagnostic;

/// `{findings: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckJson {
    /// In the order of the files; within a file the worst first.
    pub findings: Vec<FindingJson>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingJson {
    /// The check's name: `couveuse check --explain NAME` explains it.
    pub check: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// The record, as `convention/histologe-pau-anct`; `null` for a file that is none.
    pub record: Option<String>,
    /// The file, below the folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What was found.
    pub message: String,
    /// The remedy.
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

/// The answer of `check --json`.
#[must_use]
pub fn check(diagnostics: &[Diagnostic], locale: &Locale) -> CheckJson {
    CheckJson { findings: diagnostics.iter().map(|one| FindingJson::new(one, locale)).collect() }
}

/// The answer of `check --explain NAME --json`: `{check, severity, page}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckPageJson {
    /// The check's name.
    pub check: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// Its page: what it finds, the remedy, an example.
    pub page: String,
}
