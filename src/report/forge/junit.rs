//! A JUnit report: errors and warnings are failed test cases, infos passed ones.

use super::ForgeFinding;
use crate::locale::Locale;
use crate::model::Severity;
use crate::report::sanitize;

/// Returns a suite with a case per finding, or one passed case if there is none.
#[must_use]
pub fn junit(findings: &[ForgeFinding], locale: &Locale) -> String {
    let is_failure = |one: &&ForgeFinding| one.diagnostic.finding.severity > Severity::Info;
    let failures = findings.iter().filter(is_failure).count();
    let cases: String = if findings.is_empty() {
        format!("    <testcase classname=\"couveuse\" name=\"{}\"/>\n", escape(&locale.text("check-nothing")))
    } else {
        findings.iter().map(|one| case(one, locale, is_failure(&one))).collect()
    };
    let tests = findings.len().max(1);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"couveuse check\" \
         tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n{cases}  </testsuite>\n</testsuites>\n"
    )
}

fn case(one: &ForgeFinding, locale: &Locale, is_failure: bool) -> String {
    let diagnostic = &one.diagnostic;
    let (check, severity) = (diagnostic.finding.check, diagnostic.finding.severity.name());
    let (path, line) = (escape(&one.path), diagnostic.line);
    let (message, help) = (escape(&diagnostic.message(locale)), escape(&diagnostic.help(locale)));
    let body = match is_failure {
        true => format!("<failure type=\"{severity}\" message=\"{message}\">{path}:{line}: {help}</failure>"),
        false => format!("<system-out>{path}:{line}: {message}</system-out>"),
    };
    let name = format!("{check} {path}:{line}");
    format!("    <testcase classname=\"{check}\" name=\"{name}\" file=\"{path}\" line=\"{line}\">{body}</testcase>\n")
}

/// Text without characters that XML forbids, escaped for content and attributes.
fn escape(text: &str) -> String {
    sanitize(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
