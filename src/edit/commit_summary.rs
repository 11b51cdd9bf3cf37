//! What a verb contributes to the message of its commit, in the language of the portfolio.

use super::commit_message::{CommitMessage, one_line};
use super::edit_context::EditContext;
use crate::model::{Contribution, Convention, MessageArg, RecordRef};

/// The subject and the detail of one fact.
#[derive(Clone, Debug)]
pub(super) struct CommitSummary {
    /// The record that it is recorded in.
    pub record: RecordRef,
    /// `histologe: statistics page published`
    pub subject: String,
    /// The lines of the detail.
    pub body: Vec<String>,
}

impl CommitSummary {
    /// Creates a subject without detail.
    pub fn new(record: RecordRef, subject: String) -> Self {
        Self { record, subject, body: Vec::new() }
    }

    /// Adds a line of detail.
    pub fn line(mut self, line: String) -> Self {
        self.body.push(line);
        self
    }

    /// Adds the whole text, each of its lines as one, if [`short`] cuts it in the subject.
    pub fn whole(mut self, text: &str) -> Self {
        if short(text) != text {
            self.body.extend(text.lines().map(str::to_owned));
        }
        self
    }

    /// Adds the line of a message with one argument, if the argument has a value.
    pub fn maybe(
        mut self,
        context: &EditContext<'_>,
        key: &str,
        name: &'static str,
        fact: Option<impl Into<MessageArg>>,
    ) -> Self {
        self.body.extend(fact.map(|fact| context.text(key, &[(name, fact.into())])));
        self
    }

    /// Adds the number of a transfer, a call or an invoice.
    pub fn reference(self, context: &EditContext<'_>, reference: Option<&str>) -> Self {
        self.maybe(context, "commit-reference", "reference", reference.map(|text| MessageArg::Text(text.to_owned())))
    }
}

/// The longest text that a subject contains in full.
const SHORT: usize = 50;

/// Cuts a text to its first line and to the length of a subject.
pub(super) fn short(text: &str) -> String {
    let first = text.lines().next().unwrap_or_default();
    if first.len() == text.len() && text.chars().count() <= SHORT {
        return text.to_owned();
    }
    let begin: String = first.chars().take(SHORT - 1).collect();
    format!("{}…", begin.trim_end())
}

/// Returns the startup that a contribution is for, else as [`owner`].
pub(super) fn owner_of(contribution: &Contribution, convention: &Convention) -> String {
    contribution.startup.as_ref().map_or_else(|| owner(convention), ToString::to_string)
}

/// Returns the startup of a convention, or the convention if it funds several.
pub(super) fn owner(convention: &Convention) -> String {
    match convention.startups.as_slice() {
        [startup] => startup.to_string(),
        _ => convention.id.to_string(),
    }
}

/// Returns the message of the commit that records facts, each given by its verb and its summary.
pub(super) fn message_of(facts: &[(&'static str, CommitSummary)], context: &EditContext<'_>) -> CommitMessage {
    let mut records: Vec<&RecordRef> = Vec::new();
    for (_, summary) in facts {
        if !records.contains(&&summary.record) {
            records.push(&summary.record);
        }
    }
    let lines = |body: &[String], indent: &str| -> String {
        body.iter().map(|line| format!("{indent}{}\n", one_line(line))).collect()
    };
    let Some((verb, first)) = facts.first() else { return CommitMessage::plain(String::new()) };
    if facts.len() == 1 {
        let message = CommitMessage::of_records(&first.subject, verb, &records);
        return CommitMessage { body: lines(&first.body, ""), ..message };
    }
    let is_one_verb = facts.iter().all(|(other, _)| other == verb);
    let key = if is_one_verb { format!("commit-several-{verb}") } else { "commit-several".to_owned() };
    let what = context.text(&key, &[("count", MessageArg::count(facts.len()))]);
    let what = ("what", MessageArg::Text(what));
    let subject = match records.as_slice() {
        [record] => context.text("commit-of-record", &[("record", MessageArg::Text(record.id.to_string())), what]),
        several => context.text("commit-of-records", &[("count", MessageArg::count(several.len())), what]),
    };
    let of_one =
        |(_, summary): &(_, CommitSummary)| format!("- {}\n{}", one_line(&summary.subject), lines(&summary.body, "  "));
    let body = facts.iter().map(of_one).collect();
    let verb = if is_one_verb { verb } else { "several" };
    CommitMessage { body, ..CommitMessage::of_records(&subject, verb, &records) }
}
