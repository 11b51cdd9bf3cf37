//! Workflow commands of GitHub Actions, which annotate the lines of a pull request.

use super::ForgeFinding;
use crate::locale::Locale;
use crate::model::Severity;

/// Returns one command per finding and line: `::error file=…,line=…::message`.
#[must_use]
pub fn github(findings: &[ForgeFinding], locale: &Locale) -> String {
    let line = |one: &ForgeFinding| {
        let diagnostic = &one.diagnostic;
        let command = match diagnostic.finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let (path, check) = (property(&one.path), diagnostic.finding.check);
        let place = format!("file={path},line={},col={},title={check}", diagnostic.line, diagnostic.column);
        let message = format!("{}\n{}", diagnostic.message(locale), diagnostic.help(locale));
        format!("::{command} {place}::{}\n", data(message.trim_end()))
    };
    findings.iter().map(line).collect()
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_end_neither_a_property_nor_a_command() {
        assert_eq!(property("a,line=1::b%\n"), "a%2Cline=1%3A%3Ab%25%0A");
        assert_eq!(data("50 %\n::error::x"), "50 %25%0A::error::x");
    }
}
