//! A code quality report of GitLab.

use serde::Serialize;

use super::ForgeFinding;
use crate::locale::Locale;
use crate::model::Severity;
use crate::report::json;

#[derive(Serialize)]
struct GitlabIssue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: &'a str,
    severity: &'static str,
    location: GitlabLocation<'a>,
}

#[derive(Serialize)]
struct GitlabLocation<'a> {
    path: &'a str,
    lines: GitlabLines,
}

#[derive(Serialize)]
struct GitlabLines {
    begin: usize,
}

/// Returns a list of findings.
///
/// # Errors
/// If serde_json fails, which doesn't happen with our types.
pub fn gitlab(findings: &[ForgeFinding], locale: &Locale) -> serde_json::Result<String> {
    json::text(&findings.iter().map(|one| issue(one, locale)).collect::<Vec<_>>())
}

fn issue<'a>(one: &'a ForgeFinding, locale: &Locale) -> GitlabIssue<'a> {
    let diagnostic = &one.diagnostic;
    GitlabIssue {
        // On one line, as GitLab shows it.
        description: [diagnostic.message(locale), diagnostic.help(locale)]
            .join(" – ")
            .trim_end_matches(" – ")
            .to_owned(),
        check_name: diagnostic.finding.check,
        fingerprint: &one.fingerprint,
        severity: match diagnostic.finding.severity {
            Severity::Error => "critical",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: GitlabLocation { path: &one.path, lines: GitlabLines { begin: diagnostic.line } },
    }
}
