//! `couveuse show ID`: everything about one record, in sections.

mod amendment;
mod convention;
mod document;
mod incubator;
mod money;
mod party;
mod review;
mod startup;

use unicode_width::UnicodeWidthStr;

use super::{as_of_line, due, heading};
use crate::locale::Locale;
use crate::model::{Date, Portfolio, RecordKind, RecordRef};
use crate::report::table::wrap;
use crate::report::{Diagnostic, sanitize};
use crate::rules::Occurrence;

/// Maximum width of a paragraph.
const PARAGRAPH: usize = 100;

/// Renders a record, with the diagnostics that concern it; for a startup also those of its conventions. Returns `None`
/// if there is no such record.
#[must_use]
pub fn show(
    portfolio: &Portfolio,
    record: &RecordRef,
    as_of: Date,
    diagnostics: &[Diagnostic],
    locale: &Locale,
    width: usize,
) -> Option<String> {
    let mut page = RecordPage { portfolio, locale, width, text: String::new() };
    if portfolio.unreadable.contains(record) {
        page.title(record.id.as_str());
        page.text.push_str(&format!("{}\n", locale.text("report-cannot-be-read")));
    } else {
        match record.kind {
            RecordKind::Startup => startup::show(&mut page, portfolio, &record.id, as_of)?,
            RecordKind::Convention => convention::show(&mut page, portfolio, &record.id, as_of)?,
            RecordKind::Party => party::show(&mut page, portfolio, &record.id, as_of)?,
            RecordKind::Review => review::show(&mut page, portfolio, &record.id, as_of)?,
            RecordKind::Portfolio => incubator::show(&mut page, portfolio, as_of),
        }
    }
    page.findings(&portfolio.records_of(record), diagnostics);
    Some(page.text + &as_of_line(locale, as_of))
}

struct RecordPage<'a> {
    portfolio: &'a Portfolio,
    locale: &'a Locale,
    width: usize,
    text: String,
}

impl RecordPage<'_> {
    /// Adds the name, underlined.
    fn title(&mut self, title: &str) {
        let title = sanitize(title);
        let rule = "=".repeat(title.width().min(self.width));
        self.text.push_str(&format!("{title}\n{rule}\n"));
    }

    /// Adds `label  value` for each non-empty value, aligned and wrapped.
    fn fields(&mut self, fields: &[(&str, String)]) {
        let lines = self.field_lines(fields);
        self.text.push_str(&lines);
    }

    /// Returns `label  value` for each non-empty value, aligned and wrapped.
    fn field_lines(&self, fields: &[(&str, String)]) -> String {
        let fields: Vec<(String, &String)> = fields
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| (heading(self.locale, key), value))
            .collect();
        let label = fields.iter().map(|(label, _)| label.width()).max().unwrap_or_default() + 2;
        let room = self.width.min(PARAGRAPH).saturating_sub(label).max(20);
        let mut text = String::new();
        for (name, value) in &fields {
            for (n, line) in wrap(&sanitize(value), room).iter().enumerate() {
                let before = if n == 0 { name.as_str() } else { "" };
                let gap = " ".repeat(label.saturating_sub(before.width()));
                text.push_str(&format!("{before}{gap}{line}\n"));
            }
        }
        text
    }

    /// Adds a section with its heading, unless it is empty.
    fn section(&mut self, key: &str, body: &str) {
        if !body.is_empty() {
            let title = self.locale.text(&format!("report-section-{key}"));
            let rule = "-".repeat(title.width());
            self.text.push_str(&format!("\n{title}\n{rule}\n{body}"));
        }
    }

    fn occurrences<'o>(&mut self, key: &str, occurrences: impl Iterator<Item = &'o Occurrence>, with_startups: bool) {
        let table = due::table(self.portfolio, occurrences, with_startups, self.locale, self.width).unwrap_or_default();
        self.section(key, &table);
    }

    fn findings(&mut self, records: &[RecordRef], diagnostics: &[Diagnostic]) {
        let mut body = String::new();
        for one in diagnostics.iter().filter(|one| one.finding.record().is_some_and(|of| records.contains(of))) {
            let severity = self.locale.text(&format!("severity-{}", one.finding.severity.name()));
            let said = format!("{severity}: {}", one.message(self.locale));
            let place = format!("{}:{}:{}", sanitize(&one.file), one.line, one.column);
            for (indent, paragraph) in [("", said), ("  ", one.help(self.locale)), ("  ", place)] {
                for line in wrap(&paragraph, self.width.min(PARAGRAPH).saturating_sub(indent.len()).max(20)) {
                    body.push_str(&format!("{indent}{line}\n"));
                }
            }
        }
        self.section("findings", &body);
    }
}
