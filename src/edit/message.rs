//! What the commit of an edit says: a subject as a person writes it, the detail, and trailers for this program.

use std::fmt;

use super::Intention;
use crate::model::{Contribution, Convention, Matter, Money, Obligation, RecordKind, RecordRef};

/// The trailer that says which verb made the commit; no commit without it is taken back by `undo`.
pub const VERB: &str = "Couveuse-Edit";
/// The trailer that names the record.
pub const RECORD: &str = "Couveuse-Record";
/// The trailer of an undo that names the commit taken back.
pub const UNDOES: &str = "Couveuse-Undoes";
/// The trailer of a redo that names the undo taken back.
pub const REDOES: &str = "Couveuse-Redoes";

/// A commit's message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// `histologe: statistics page published`
    pub subject: String,
    /// The detail; may be empty.
    pub body: String,
    /// `Couveuse-Edit: fulfil`, and others.
    pub trailers: Vec<(&'static str, String)>,
}

impl Message {
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
        Self::new(format!("{}: edited by hand", record.id), &[], "hand", record)
    }

    fn again(subject: String, verb: &str, records: &[RecordRef], commit: (&'static str, &str)) -> Self {
        let mut trailers = vec![(VERB, verb.to_owned())];
        trailers.extend(records.iter().map(|record| (RECORD, trailer_of(record))));
        trailers.push((commit.0, commit.1.to_owned()));
        Self { subject: one_line(&subject), body: String::new(), trailers }
    }

    fn new(subject: String, body: &[String], verb: &str, record: &RecordRef) -> Self {
        let trailers = vec![(VERB, verb.to_owned()), (RECORD, trailer_of(record))];
        Self { subject: one_line(&subject), body: body.iter().map(|line| one_line(line) + "\n").collect(), trailers }
    }
}

/// As git takes it.
impl fmt::Display for Message {
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

/// `conventions/histologe-pau-anct`
fn trailer_of(record: &RecordRef) -> String {
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

/// An obligation met.
pub(super) fn fulfilled(
    intention: &Intention,
    record: &RecordRef,
    convention: &Convention,
    obligation: &Obligation,
) -> Message {
    let mut body = vec![obligation.what.clone()];
    let article = article(obligation.article.as_deref());
    let debtor = obligation.debtor.as_ref().map(|debtor| format!(", owed by {debtor}")).unwrap_or_default();
    body.push(format!("Obligation {} of {}{article}{debtor}.", obligation.id, convention.id));
    if let Intention::Fulfil { on, evidence, due, .. } = intention {
        let due = due.map(|due| format!(", for what was due on {due}")).unwrap_or_default();
        body.push(format!("Done on {on}{due}."));
        body.extend(evidence.iter().map(|evidence| format!("Evidence: {evidence}")));
    }
    let done = match obligation.about {
        Some(Matter::ManagementReport) => "management report sent".to_owned(),
        Some(Matter::StatementOfExpenditure) => "statement of expenditure sent".to_owned(),
        Some(Matter::Refund) => "unspent money returned".to_owned(),
        Some(Matter::SourceCode) => "source code published".to_owned(),
        Some(Matter::StatisticsPage) => "statistics page published".to_owned(),
        Some(Matter::Publication) => "convention published".to_owned(),
        None => format!("{} done", obligation.id.replace('-', " ")),
    };
    Message::new(format!("{}: {done}", owner(convention)), &body, "fulfil", record)
}

/// Money received.
pub(super) fn paid(
    intention: &Intention,
    record: &RecordRef,
    convention: &Convention,
    contribution: &Contribution,
) -> Message {
    let mut body = Vec::new();
    let mut received = String::new();
    if let Intention::Pay { amount, on, tranche, reference, .. } = intention {
        received = format!("{} received", euros(*amount));
        let article = article(contribution.article.as_deref());
        let tranche = tranche.map(|tranche| format!(", tranche {tranche}")).unwrap_or_default();
        body.push(format!("Contribution {} of {}{article}{tranche}; on {on}.", contribution.id, convention.id));
        body.extend(reference.iter().map(|reference| format!("Reference: {reference}")));
    }
    // One convention may fund several startups, and say for which this money is.
    let owner = contribution.startup.as_ref().map_or_else(|| owner(convention), ToString::to_string);
    Message::new(format!("{owner}: {received} from {}", contribution.from), &body, "pay", record)
}

/// A signature or a committee: all that is to be said is in the intention.
pub(super) fn of(intention: &Intention, record: &RecordRef) -> Message {
    match intention {
        Intention::Hold { startup, on, decision, envelope, until } => {
            let decided = decision.map(|decision| format!(", {}", decision.name())).unwrap_or_default();
            let mut body = Vec::new();
            body.extend(envelope.map(|envelope| format!("Envelope: {}", euros(envelope))));
            body.extend(until.map(|until| format!("Funded until {until}")));
            Message::new(format!("{startup}: committee held on {on}{decided}"), &body, "hold", record)
        }
        Intention::Sign { convention, on } => {
            Message::new(format!("{convention}: signed on {on}"), &[], "sign", record)
        }
        Intention::Fulfil { convention, .. } | Intention::Pay { convention, .. } => {
            Message::new(convention.to_string(), &[], "edit", record)
        }
    }
}

/// Whose fact it is: the one startup, or else the convention.
fn owner(convention: &Convention) -> String {
    match convention.startups.as_slice() {
        [startup] => startup.to_string(),
        _ => convention.id.to_string(),
    }
}

fn article(article: Option<&str>) -> String {
    article.map(|article| format!(", article {article}")).unwrap_or_default()
}

/// `€35,000`, `€17,500.50`: commits are in English whatever the screen speaks, for all who read the history.
fn euros(money: Money) -> String {
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
