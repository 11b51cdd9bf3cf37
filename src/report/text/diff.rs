//! `couveuse diff`: what became known between two commits, by record.

use crate::locale::Locale;
use crate::model::{Commit, CommitFacts, Fact, MessageArg, RecordRef};
use crate::report::facts::FactWords;
use crate::report::sanitize;
use crate::report::table::wrap;

/// Returns the facts as text, by record.
#[must_use]
pub fn diff(words: &FactWords<'_>, ends: [&Commit; 2], found: &CommitFacts, width: usize) -> String {
    let mut text = format!("{}\n", heading(words.locale, ends));
    for (record, facts) in by_record(&found.facts) {
        text += &format!("\n{}\n", sanitize(&title(words, record)));
        for fact in facts {
            for (n, line) in wrap(&sanitize(&fact.text), width.saturating_sub(4)).iter().enumerate() {
                text += &format!("  {} {line}\n", if n == 0 { "·" } else { " " });
            }
        }
    }
    text + &rest(words.locale, found)
}

/// Returns the facts as Markdown, by record.
#[must_use]
pub fn diff_as_markdown(words: &FactWords<'_>, ends: [&Commit; 2], found: &CommitFacts) -> String {
    let mut text = format!("# {}\n", escaped(&heading(words.locale, ends)));
    for (record, facts) in by_record(&found.facts) {
        text += &format!("\n## {}\n\n", escaped(&title(words, record)));
        for fact in facts {
            text += &format!("- {}\n", escaped(&fact.text));
        }
    }
    text + &rest(words.locale, found)
}

/// `From 1 September 2020 (a1b2c3d) to 1 December 2020 (d4e5f6a)`
fn heading(locale: &Locale, [from, to]: [&Commit; 2]) -> String {
    let day = |commit: &Commit| MessageArg::Text(locale.date_in_full(commit.on));
    let name = |commit: &Commit| MessageArg::Text(commit.short().to_owned());
    let args = [("from", day(from)), ("old", name(from)), ("to", day(to)), ("new", name(to))];
    locale.message("diff-heading", &args)
}

fn title(words: &FactWords<'_>, record: &RecordRef) -> String {
    let name = words.record(record);
    if name == record.id.as_str() { record.to_string() } else { format!("{name} ({record})") }
}

fn by_record(facts: &[Fact]) -> Vec<(&RecordRef, Vec<&Fact>)> {
    let mut groups: Vec<(&RecordRef, Vec<&Fact>)> = Vec::new();
    for fact in facts {
        match groups.last_mut() {
            Some((record, facts)) if *record == &fact.record => facts.push(fact),
            _ => groups.push((&fact.record, vec![fact])),
        }
    }
    groups
}

/// Returns what is not listed, or that nothing is.
fn rest(locale: &Locale, found: &CommitFacts) -> String {
    let mut text = String::new();
    if found.facts.is_empty() {
        text += &format!("\n{}\n", locale.text("diff-nothing"));
    }
    if found.elsewhere > 0 {
        let count = [("count", MessageArg::count(found.elsewhere))];
        text += &format!("\n{}\n", locale.message("more-records", &count));
    }
    text
}

/// Text in which Markdown sees no markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (n, c) in sanitize(text).chars().enumerate() {
        let at_start = n == 0 && matches!(c, '-' | '+' | '=' | '~');
        if at_start || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
