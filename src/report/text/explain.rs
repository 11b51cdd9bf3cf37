//! `explain`: the rule, then the entries that it applied to.

use super::as_of_line;
use crate::locale::Locale;
use crate::model::{Date, LinePlace, MessageArg, RecordRef, short_commit};
use crate::report::explain::{Explanation, ExplanationLine};
use crate::report::sanitize;
use crate::report::table::wrap;
use crate::report::width::width;

/// Writes one explanation; `places` are those of its lines.
#[must_use]
pub fn explanation(
    record: &RecordRef,
    explanation: &Explanation,
    places: &[LinePlace],
    as_of: Date,
    locale: &Locale,
    columns: usize,
) -> String {
    let mut text = format!("{record} · {}\n", sanitize(&explanation.name));
    if !explanation.value.is_empty() {
        text.push_str(&format!("{}\n", sanitize(&explanation.value)));
    }
    text.push('\n');
    for words in [&explanation.rule, &source(locale, explanation)].into_iter().filter(|words| !words.is_empty()) {
        wrap(words, columns).iter().for_each(|line| text.push_str(&format!("{line}\n")));
    }
    let amounts: Vec<String> = explanation
        .lines
        .iter()
        .map(|line| line.amount.map_or_else(String::new, |amount| locale.money(amount)))
        .collect();
    let widest = amounts.iter().map(|amount| width(amount)).max().unwrap_or(0);
    let dated = explanation.lines.iter().any(|line| line.on.is_some());
    for ((line, amount), place) in explanation.lines.iter().zip(&amounts).zip(places) {
        let gap = " ".repeat(widest - width(amount));
        let lead = if widest > 0 { format!("{gap}{amount}  ") } else { String::new() };
        let day = line.on.map_or_else(String::new, |day| locale.date(day));
        let blank = width(&locale.date(as_of));
        let day =
            if dated { format!("{}{day}  ", " ".repeat(blank.saturating_sub(width(&day)))) } else { String::new() };
        text.push_str(&format!("\n  {lead}{day}{}\n", sanitize(&entry(locale, line))));
        let indent = " ".repeat(2 + width(&lead) + width(&day));
        text.push_str(&format!("{indent}{}\n", sanitize(&written(locale, place))));
    }
    text + &as_of_line(locale, as_of)
}

/// Writes what can be explained, with the values.
#[must_use]
pub fn topics(record: &RecordRef, all: &[Explanation], as_of: Date, locale: &Locale, columns: usize) -> String {
    let widest = all.iter().map(|one| width(&one.what)).max().unwrap_or(0);
    let mut text = format!("{record}\n\n");
    for one in all {
        let gap = " ".repeat(widest - width(&one.what));
        let about = if one.name == one.what { one.value.clone() } else { format!("{}: {}", one.name, one.value) };
        let room = columns.saturating_sub(widest + 4).max(20);
        let mut words = wrap(&about, room).into_iter();
        text.push_str(&format!("  {}{gap}  {}\n", one.what, sanitize(&words.next().unwrap_or_default())));
        words.for_each(|line| text.push_str(&format!("{}{}\n", " ".repeat(widest + 4), sanitize(&line))));
    }
    text + &as_of_line(locale, as_of)
}

/// Returns the source of a rule in a sentence; empty if it has none.
#[must_use]
pub fn source(locale: &Locale, explanation: &Explanation) -> String {
    if explanation.source.is_empty() {
        return String::new();
    }
    locale.message("topic-source", &[("source", MessageArg::Text(explanation.source.clone()))])
}

fn entry(locale: &Locale, line: &ExplanationLine) -> String {
    match line.article.as_deref() {
        Some(article) => format!("{} · {}", line.text, locale.article(article)),
        None => line.text.clone(),
    }
}

/// File and line, and the commit, author and day of the line.
#[must_use]
pub fn written(locale: &Locale, place: &LinePlace) -> String {
    let at = format!("{}:{}", place.file, place.line);
    match &place.origin {
        Some(origin) => {
            format!("{at} · {} · {} · {}", short_commit(&origin.commit), origin.author, locale.date(origin.on).trim())
        }
        None => format!("{at} · {}", locale.text("topic-uncommitted")),
    }
}
