//! Renders findings as compilers do: message, location, source line and help.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, sanitize};
use crate::locale::Locale;
use crate::model::{MessageArg, Severity};

/// The number of findings of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeverityCounts {
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
}

impl SeverityCounts {
    /// Counts findings by severity.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |severity| diagnostics.iter().filter(|one| one.finding.severity == severity).count();
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning), infos: count(Severity::Info) }
    }

    /// Returns a summary such as `3 errors, 1 warning`, or "No findings".
    #[must_use]
    pub fn line(self, locale: &Locale) -> String {
        let parts: Vec<String> =
            [("check-errors", self.errors), ("check-warnings", self.warnings), ("check-infos", self.infos)]
                .into_iter()
                .filter(|(_, count)| *count > 0)
                .map(|(key, count)| locale.message(key, &[("count", MessageArg::count(count))]))
                .collect();
        if parts.is_empty() { locale.text("check-nothing") } else { parts.join(", ") }
    }
}

/// Upper limit of the width, even on wider terminals.
const MAX_WIDTH: usize = 140;

/// Renders findings and a summary line for a terminal of `width` columns.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], locale: &Locale, colour: bool, width: usize) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(width.min(MAX_WIDTH));
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&one(diagnostic, locale, &renderer));
        out.push_str("\n\n");
    }
    out.push_str(&SeverityCounts::of(diagnostics).line(locale));
    out.push('\n');
    out
}

impl Diagnostic {
    /// Returns the message, sanitized.
    #[must_use]
    pub fn message(&self, locale: &Locale) -> String {
        sanitize(&locale.message(self.finding.message, &self.finding.args)).into_owned()
    }

    /// Returns the remedy, sanitized.
    #[must_use]
    pub fn help(&self, locale: &Locale) -> String {
        sanitize(&locale.message(&format!("{}-help", self.finding.message), &self.finding.args)).into_owned()
    }
}

fn one(diagnostic: &Diagnostic, locale: &Locale, renderer: &Renderer) -> String {
    let finding = &diagnostic.finding;
    let severity = locale.text(&format!("severity-{}", finding.severity.name()));
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level.with_name(severity).primary_title(diagnostic.message(locale)).id(finding.check);
    let file = sanitize(&diagnostic.file).into_owned();
    let origin = || Origin::path(file.as_str()).line(diagnostic.line).char_column(diagnostic.column);
    let snippet = Snippet::source(diagnostic.excerpt.as_str())
        .line_start(diagnostic.excerpt_line)
        .annotation(AnnotationKind::Primary.span(diagnostic.bytes.clone()));
    let shown_column = diagnostic.excerpt[..diagnostic.bytes.start].chars().count() + 1;
    let group: Group<'_> = if diagnostic.excerpt.is_empty() {
        title.element(origin())
    } else if shown_column == diagnostic.column {
        title.element(snippet.path(file.as_str()))
    } else {
        // The renderer would count the column from the beginning of the excerpt.
        title.element(origin()).element(snippet)
    };
    let help = Level::HELP.with_name(locale.text("check-help")).message(diagnostic.help(locale));
    let lines = renderer.render(&[group.element(help)]);
    // Without an excerpt the renderer omits the gutter for line numbers.
    let gutter = if diagnostic.excerpt.is_empty() { " " } else { "" };
    let shifted =
        |(n, line): (usize, &str)| if n == 0 { line.to_owned() } else { format!("{gutter}{}", line.trim_end()) };
    lines.lines().enumerate().map(shifted).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use crate::model::{Finding, Location, TextRange};

    fn diagnostic(text: &str, bytes: std::ops::Range<usize>, severity: Severity) -> Diagnostic {
        let place =
            Location::Text(TextRange { file: "startups/a.toml".to_owned(), record: None, bytes: bytes.clone() });
        let finding = Finding {
            check: "unknown-key",
            severity,
            place,
            message: "finding-unknown-key-near",
            args: vec![
                ("key", MessageArg::Text("sponsrs".to_owned())),
                ("nearest", MessageArg::Text("sponsors".to_owned())),
            ],
        };
        Diagnostic::new(finding, "startups/a.toml", text, bytes)
    }

    #[test]
    fn findings_show_location_and_excerpt() {
        let locale = Locale::new(Language::English);
        let text = "name = \"Histologe\"\nsponsrs = [\"dhup\"]\n";
        let shown = render(&[diagnostic(text, 19..26, Severity::Error)], &locale, false, 80);
        let middle: Vec<&str> = shown.lines().skip(1).take(4).collect();
        assert_eq!(middle, [" --> startups/a.toml:2:1", "  |", "2 | sponsrs = [\"dhup\"]", "  | ^^^^^^^"]);
    }

    #[test]
    fn findings_without_an_excerpt_are_aligned_alike() {
        let locale = Locale::new(Language::English);
        let shown = render(&[diagnostic("", 0..0, Severity::Error)], &locale, false, 80);
        let below: Vec<&str> = shown.lines().skip(1).take(2).collect();
        assert_eq!(below, [" --> startups/a.toml:1:1", "  = help: did you mean `sponsors`?"]);
    }

    #[test]
    fn a_long_line_is_cut_and_keeps_its_column() {
        let locale = Locale::new(Language::French);
        let text = format!("mission = \"{}\" + sponsrs", "é".repeat(400));
        let shown = render(&[diagnostic(&text, 815..822, Severity::Warning)], &locale, false, 60);
        assert!(shown.contains("startups/a.toml:1:416"), "{shown}");
        assert!(shown.lines().skip(3).take(3).all(|line| line.chars().count() <= 60), "{shown}");
    }

    #[test]
    fn no_findings_are_one_line() {
        let locale = Locale::new(Language::English);
        assert_eq!(render(&[], &locale, true, 80), format!("{}\n", locale.text("check-nothing")));
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        let locale = Locale::new(Language::English);
        let mut bad = diagnostic("x = \"\u{1b}[2J\u{202e}\"", 4..12, Severity::Info);
        bad.finding.args = vec![
            ("key", MessageArg::Text("\u{1b}]0;x\u{7}".to_owned())),
            ("nearest", MessageArg::Text("a".to_owned())),
        ];
        bad.file = "startups/\u{9b}.toml".to_owned();
        let shown = render(&[bad], &locale, false, 80);
        assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
        assert!(!shown.contains('\u{202e}'));
    }
}
