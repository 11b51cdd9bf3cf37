//! What the commit of an edit says: a subject as a person writes it, the detail, and trailers for this program.

use std::fmt;

use super::Intention;
use crate::model::{Contribution, Convention, Money, RecordKind, RecordRef};

/// The trailer that says which verb made the commit; no commit without it is taken back by `undo`.
pub const VERB: &str = "Couveuse-Edit";
/// The trailer that names a record; there is one for each.
pub const RECORD: &str = "Couveuse-Record";
/// The trailer of an undo that names the commit taken back.
pub const UNDOES: &str = "Couveuse-Undoes";
/// The trailer of a redo that names the undo taken back.
pub const REDOES: &str = "Couveuse-Redoes";

/// A commit's message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitMessage {
    /// `histologe: statistics page published`
    pub subject: String,
    /// The detail; may be empty.
    pub body: String,
    /// `Couveuse-Edit: pay`, and others.
    pub trailers: Vec<(&'static str, String)>,
}

impl CommitMessage {
    /// Of a commit that is no edit, and that `undo` therefore leaves alone.
    #[must_use]
    pub fn plain(subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), body: String::new(), trailers: Vec::new() }
    }

    /// The message that takes back the edit of records, made by `commit` under `subject`.
    #[must_use]
    pub fn undo(records: &[RecordRef], commit: &str, subject: &str) -> Self {
        Self::again(format!("Undo \"{subject}\""), "undo", records, (UNDOES, commit))
    }

    /// The message that makes an edit of records again, where `undo` took it back; `subject` is the edit's.
    #[must_use]
    pub fn redo(records: &[RecordRef], undo: &str, subject: &str) -> Self {
        Self::again(format!("Redo \"{subject}\""), "redo", records, (REDOES, undo))
    }

    /// The message for what somebody wrote into a record with an editor.
    #[must_use]
    pub fn by_hand(record: &RecordRef) -> Self {
        Self::new(format!("{}: edited by hand", record.id), "hand", &[record])
    }

    fn again(subject: String, verb: &str, records: &[RecordRef], commit: (&'static str, &str)) -> Self {
        let records: Vec<&RecordRef> = records.iter().collect();
        let mut message = Self::new(subject, verb, &records);
        message.trailers.push((commit.0, commit.1.to_owned()));
        message
    }

    fn new(subject: String, verb: &str, records: &[&RecordRef]) -> Self {
        let mut trailers = vec![(VERB, trailer_of_verb(verb).to_owned())];
        trailers.extend(records.iter().map(|record| (RECORD, trailer_of(record))));
        Self { subject: one_line(&subject), body: String::new(), trailers }
    }
}

/// The lines of a detail.
fn lines(body: &[String]) -> String {
    body.iter().map(|line| one_line(line) + "\n").collect()
}

/// As git takes it.
impl fmt::Display for CommitMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.subject)?;
        if !self.body.is_empty() {
            write!(f, "\n{}\n", self.body.trim_end())?;
        }
        if !self.trailers.is_empty() {
            writeln!(f)?;
        }
        for (name, value) in &self.trailers {
            writeln!(f, "{name}: {value}")?;
        }
        Ok(())
    }
}

/// The verb whose trailer is called otherwise than its command, as histories and other tools know it; and that trailer.
const OTHERWISE: (&str, &str) = ("done", "fulfil");

/// The verb as trailers of ours name it.
#[must_use]
pub fn trailer_of_verb(verb: &str) -> &str {
    if verb == OTHERWISE.0 { OTHERWISE.1 } else { verb }
}

/// The verb that a trailer of ours names; of a later version of the program, one that this one does not know.
#[must_use]
pub fn verb_in_trailer(value: &str) -> &str {
    if value == OTHERWISE.1 { OTHERWISE.0 } else { value }
}

/// The record as trailers of ours name it: `conventions/histologe-pau-anct`.
#[must_use]
pub fn trailer_of(record: &RecordRef) -> String {
    match record.kind.folder() {
        Some(folder) => format!("{folder}/{}", record.id),
        None => record.id.to_string(),
    }
}

/// The record that a trailer of ours names.
#[must_use]
pub fn record_in_trailer(value: &str) -> Option<RecordRef> {
    let (folder, id) = match value.split_once('/') {
        Some((folder, id)) => (Some(folder), id),
        None => (None, value),
    };
    let kind = RecordKind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
    Some(RecordRef::new(kind, crate::model::Id::new(id).ok()?))
}

/// What a verb tells of itself for the commit: the subject as a person writes it, and the detail.
#[derive(Clone, Debug)]
pub(super) struct CommitSummary {
    /// The record that it is written in.
    pub record: RecordRef,
    /// `histologe: statistics page published`
    pub subject: String,
    /// The lines of the detail.
    pub body: Vec<String>,
}

/// The message of facts that are written down together, each with what it tells.
pub(super) fn of(facts: &[(&Intention, CommitSummary)]) -> CommitMessage {
    let mut records: Vec<&RecordRef> = Vec::new();
    for (_, told) in facts {
        if !records.contains(&&told.record) {
            records.push(&told.record);
        }
    }
    let [(first, told), others @ ..] = facts else { return CommitMessage::new(String::new(), "edit", &records) };
    if others.is_empty() {
        return CommitMessage {
            body: lines(&told.body),
            ..CommitMessage::new(told.subject.clone(), first.name(), &records)
        };
    }
    let alike = others.iter().all(|(other, _)| other.name() == first.name());
    let what = if alike { first.verb().several(facts.len()) } else { format!("{} changes", facts.len()) };
    let subject = match records.as_slice() {
        [record] => format!("{}: {what}", record.id),
        several => format!("{what} in {} records", several.len()),
    };
    let mut body = String::new();
    for (_, told) in facts {
        body.push_str(&format!("- {}\n", one_line(&told.subject)));
        body.extend(told.body.iter().map(|line| format!("  {}\n", one_line(line))));
    }
    CommitMessage { body, ..CommitMessage::new(subject, if alike { first.name() } else { "several" }, &records) }
}

/// Of what money moves or was asked for: `Contribution pau of histologe-pau-anct, article 5.1, tranche 2`.
pub(super) fn contribution(contribution: &Contribution, convention: &Convention, tranche: Option<usize>) -> String {
    let article = article(contribution.article.as_deref());
    let tranche = tranche.map(|tranche| format!(", tranche {tranche}")).unwrap_or_default();
    format!("Contribution {} of {}{article}{tranche}", contribution.id, convention.id)
}

/// Whose money it is: one convention may fund several startups, and say for which.
pub(super) fn owner_of(contribution: &Contribution, convention: &Convention) -> String {
    contribution.startup.as_ref().map_or_else(|| owner(convention), ToString::to_string)
}

/// The longest text that a subject holds whole.
const SHORT: usize = 50;

/// A text short enough for a subject.
pub(super) fn short(text: &str) -> String {
    if text.chars().count() <= SHORT {
        return text.to_owned();
    }
    let begin: String = text.chars().take(SHORT - 1).collect();
    format!("{}…", begin.trim_end())
}

/// The text for the detail, where the subject has cut it.
pub(super) fn whole(text: &str) -> Option<String> {
    (text.chars().count() > SHORT).then(|| text.to_owned())
}

/// Whose fact it is: the one startup, or else the convention.
pub(super) fn owner(convention: &Convention) -> String {
    match convention.startups.as_slice() {
        [startup] => startup.to_string(),
        _ => convention.id.to_string(),
    }
}

pub(super) fn article(article: Option<&str>) -> String {
    article.map(|article| format!(", article {article}")).unwrap_or_default()
}

/// `€35,000`, `€17,500.50`: commits are in English whatever the screen speaks, for all who read the history.
pub(super) fn euros(money: Money) -> String {
    let plain = money.to_string();
    let (whole, cents) = plain.split_once('.').unwrap_or((&plain, "00"));
    let mut grouped = String::new();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n) % 3 == 0 && grouped != "-" {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if cents == "00" { format!("€{grouped}") } else { format!("€{grouped}.{cents}") }
}

/// A text on one line, so that nothing in it can pass for a trailer or reach a terminal as an order.
fn one_line(text: &str) -> String {
    text.split(char::is_whitespace)
        .map(|word| word.chars().filter(|c| !c.is_control()).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
