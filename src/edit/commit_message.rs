//! The message of a commit: a subject as a person writes it, the detail, and trailers for this program.

use std::fmt;

use crate::locale::{Language, Locale};
use crate::model::{Id, Incubator, MessageArg, Portfolio, RecordKind, RecordRef};

/// The trailer that names the verb; `undo` reverts no commit without it.
pub const VERB: &str = "Couveuse-Edit";
/// The trailer that names a record; there is one for each.
pub const RECORD: &str = "Couveuse-Record";
/// The trailer of an undo that names the reverted commit.
pub const UNDOES: &str = "Couveuse-Undoes";
/// The trailer of a redo that names the reverted undo.
pub const REDOES: &str = "Couveuse-Redoes";
/// The trailer of a merge by `sync`: how many commits it received. A merge is no edit, so it has no verb.
pub const RECEIVED: &str = "Couveuse-Received";

/// Returns the language of the commits of a portfolio: its own, else English.
#[must_use]
pub fn commit_language(portfolio: &Portfolio) -> Language {
    language_of(&portfolio.incubator)
}

fn language_of(incubator: &Incubator) -> Language {
    incubator.language.as_deref().map_or(Language::English, Language::from_tag)
}

/// The keys of the subjects that quote the subject of another commit.
const QUOTING: [&str; 2] = ["commit-undo", "commit-redo"];

fn quoting(language: Language, key: &str, subject: &str) -> String {
    one_line(&Locale::new(language).message(key, &[("subject", MessageArg::Text(subject.to_owned()))]))
}

/// Returns the subject that an undo or a redo quotes, in any language: repeated undo and redo keep the first subject.
#[must_use]
pub fn quoted_subject(subject: &str) -> &str {
    /// Takes the place of the quoted subject.
    const QUOTED: &str = "\u{fffc}";
    let quoted = |language, key| {
        let pattern = quoting(language, key, QUOTED);
        let (before, after) = pattern.split_once(QUOTED)?;
        subject.strip_prefix(before)?.strip_suffix(after)
    };
    let patterns = Language::ALL.into_iter().flat_map(|language| QUOTING.map(|key| (language, key)));
    patterns.into_iter().find_map(|(language, key)| quoted(language, key)).unwrap_or(subject)
}

/// The message of a commit.
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
    /// Creates the message of a commit that is not an edit, so that `undo` skips it.
    #[must_use]
    pub fn plain(subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), body: String::new(), trailers: Vec::new() }
    }

    /// Creates the message of the first commit of a portfolio.
    #[must_use]
    pub fn first(language: Language, name: &str) -> Self {
        Self::plain(Locale::new(language).message("commit-init", &[("name", MessageArg::Text(name.to_owned()))]))
    }

    /// Creates the message of an undo of the edit that `commit` made under `subject`.
    #[must_use]
    pub fn undo(incubator: &Incubator, records: &[RecordRef], commit: &str, subject: &str) -> Self {
        let subject = quoting(language_of(incubator), "commit-undo", subject);
        Self::of_commit(&subject, "undo", records, (UNDOES, commit))
    }

    /// Creates the message of a redo of the edit with that subject, which the commit `undo` reverted.
    #[must_use]
    pub fn redo(incubator: &Incubator, records: &[RecordRef], undo: &str, subject: &str) -> Self {
        let subject = quoting(language_of(incubator), "commit-redo", subject);
        Self::of_commit(&subject, "redo", records, (REDOES, undo))
    }

    /// Creates the message for changes that the user made to a record with an editor.
    #[must_use]
    pub fn by_hand(incubator: &Incubator, record: &RecordRef) -> Self {
        let args = [("record", MessageArg::Text(record.id.to_string()))];
        let subject = Locale::new(language_of(incubator)).message("commit-by-hand", &args);
        Self::of_records(&subject, "hand", &[record])
    }

    fn of_commit(subject: &str, verb: &str, records: &[RecordRef], commit: (&'static str, &str)) -> Self {
        let records: Vec<&RecordRef> = records.iter().collect();
        let mut message = Self::of_records(subject, verb, &records);
        message.trailers.push((commit.0, commit.1.to_owned()));
        message
    }

    /// Creates the message with the trailers for a verb and records.
    pub(super) fn of_records(subject: &str, verb: &str, records: &[&RecordRef]) -> Self {
        let mut trailers = vec![(VERB, verb.to_owned())];
        trailers.extend(records.iter().map(|record| (RECORD, trailer_of(record))));
        Self { subject: one_line(subject), body: String::new(), trailers }
    }

    /// Inserts the user's reason before the detail, unless it is blank.
    pub(super) fn add_reason(&mut self, why: &str) {
        let lines: Vec<String> = why.lines().map(one_line).collect();
        let why = lines.join("\n");
        let why = why.trim();
        if why.is_empty() {
            return;
        }
        let detail = std::mem::take(&mut self.body);
        self.body = if detail.is_empty() { format!("{why}\n") } else { format!("{why}\n\n{detail}") };
    }
}

/// Formats the message as git expects it.
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

/// Returns the line of a merge's message for a value that both sides had changed: which one was kept. `None` stands for
/// a key that one side removed.
#[must_use]
pub fn merge_answer(incubator: &Incubator, place: &str, [kept, dropped]: [Option<&str>; 2]) -> String {
    let locale = Locale::new(language_of(incubator));
    let shown = |value: Option<&str>| {
        let Some(value) = value else { return locale.text("commit-merge-nothing") };
        let mut lines = value.trim().lines();
        let first = lines.next().unwrap_or_default();
        if lines.next().is_some() { format!("{first} …") } else { first.to_owned() }
    };
    let args = [("place", place.to_owned()), ("kept", shown(kept)), ("dropped", shown(dropped))];
    locale.message("commit-merge-answer", &args.map(|(name, text)| (name, MessageArg::Text(text))))
}

/// Returns the record as trailers name it: `conventions/histologe-pau-anct`.
#[must_use]
pub fn trailer_of(record: &RecordRef) -> String {
    match record.kind.folder() {
        Some(folder) => format!("{folder}/{}", record.id),
        None => record.id.to_string(),
    }
}

/// Returns the record that a trailer names.
#[must_use]
pub fn record_in_trailer(value: &str) -> Option<RecordRef> {
    let (folder, id) = match value.split_once('/') {
        Some((folder, id)) => (Some(folder), id),
        None => (None, value),
    };
    let kind = RecordKind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
    Some(RecordRef::new(kind, Id::new(id).ok()?))
}

/// Returns the text on one line without control characters, so that nothing in it can pass for a trailer or control a
/// terminal.
pub(super) fn one_line(text: &str) -> String {
    text.split(char::is_whitespace)
        .map(|word| word.chars().filter(|c| !c.is_control()).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
