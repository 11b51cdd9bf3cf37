//! Merge conflicts: both values, with author and day.

use crate::locale::Locale;
use crate::model::{MergeQuestion, MergeSide, MergeVersion, MessageArg};
use crate::report::sanitize;

/// Maximum number of lines shown of a value.
const MAX_LINES: usize = 12;

#[must_use]
pub fn question(question: &MergeQuestion, locale: &Locale) -> String {
    let place = if question.path.is_empty() { String::new() } else { format!(" {}", question.path) };
    let mut text = format!("{}{}\n", question.record, sanitize(&place));
    if question.was.is_some() {
        text += &value_lines(&locale.text("question-was"), "", question.was.as_deref(), locale);
    }
    for (side, version) in [(MergeSide::Ours, &question.ours), (MergeSide::Theirs, &question.theirs)] {
        let key = match side {
            MergeSide::Ours => "question-ours",
            MergeSide::Theirs => "question-theirs",
        };
        text += &value_lines(&locale.text(key), &by(version, locale), version.value.as_deref(), locale);
    }
    text
}

/// `Coaching Office, 1 Dec 2020`
fn by(version: &MergeVersion, locale: &Locale) -> String {
    let Some(by) = &version.by else { return String::new() };
    match version.on {
        Some(on) => {
            locale.message("question-by-on", &[("by", MessageArg::Text(by.clone())), ("on", MessageArg::Date(on))])
        }
        None => by.clone(),
    }
}

fn value_lines(name: &str, by: &str, value: Option<&str>, locale: &Locale) -> String {
    let mut lines: Vec<String> = match value {
        Some(value) => value.trim().lines().map(|line| sanitize(line).into_owned()).collect(),
        None => vec![locale.text("question-nothing")],
    };
    if lines.len() > MAX_LINES {
        lines.truncate(MAX_LINES - 1);
        lines.push("…".to_owned());
    }
    let by = if by.is_empty() { String::new() } else { format!(" ({})", sanitize(by)) };
    match &lines[..] {
        [one] => format!("  {name}{by}: {one}\n"),
        lines => {
            let lines: String = lines.iter().map(|line| format!("    {line}\n")).collect();
            format!("  {name}{by}:\n{lines}")
        }
    }
}
