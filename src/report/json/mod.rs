//! The JSON that the commands print: a contract for scripts.
//!
//! Amounts are strings with two decimals and a point (`"17500.00"`), dates are ISO 8601 (`"2020-12-01"`), unknown
//! values are `null`, and no key is ever left out. Names of states, kinds and phases are English in every language;
//! `what`, `message`, `help` and `page` are in the language of the screen. New keys and words may be added; none is
//! removed or changes its meaning. Control characters are escaped (`\u009b`), so output is safe to show and loses
//! nothing.

mod cash;
mod check;
mod committed;
mod committees;
mod compared;
mod config;
mod doctor;
mod due;
mod explain;
mod funding;
mod import;
mod list;
mod log;
mod made;
mod reviews;
mod safe_formatter;
mod show;
mod sync;
mod today;
mod whoami;

pub use cash::{BurnJson, CashJson, ExpectedTrancheJson, ForecastJson, ForecastMonthJson, PastMonthJson, cash};
pub use check::{CheckPageJson, FindingJson, check};
pub use committed::{CommitJson, ProposedJson, committed};
pub use committees::{ClockJson, CommitteesJson, committees};
pub use compared::{ComparedFigureJson, ComparedJson, ComparedStartupJson, ComparisonJson, compared};
pub use config::{ConfigJson, KeyJson, KeysJson, problems};
pub use doctor::{DoctorJson, DoctorLineJson};
pub use due::{OccurrenceJson, due};
pub use explain::{ExplanationJson, ExplanationLineJson, TopicJson, TopicsJson, explanation, topics};
pub use funding::{
    BudgetYearJson, ConventionBudgetJson, FiguresJson, FundingRowJson, PartyFiguresJson, PartyFundingJson,
    StartupFundingJson, UnallocatedJson, YearJson, funding,
};
pub use import::{ImportCountsJson, ImportDifferenceJson, ImportJson, ImportReasonJson, ImportRowJson};
pub use list::{
    CommitteeBriefJson, ConventionBriefJson, IndicatorBriefJson, IndicatorPointJson, LastCommitteeJson,
    StartupSummaryJson, list,
};
pub use log::{DiffJson, FactJson, LogCommitJson, LogJson, RevisionJson, diff, log, revision};
pub use made::{DemoJson, InitJson, demo, set_up};
pub use reviews::{ReviewBriefJson, ReviewsJson, reviews};
pub use show::{ShowJson, show};
pub use sync::{QuestionJson, SyncJson, VersionJson, questions as sync_questions, settled as sync_settled, synced};
pub use today::{CauseJson, RemedyJson, TodayItemJson, TodayJson, today};
pub use whoami::{WhoamiJson, whoami};

use std::io::Write;

use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use self::safe_formatter::SafeFormatter;
use crate::model::{Commit, Date, Id, Portfolio};

/// An answer from the records, with `at`, the commit that they are as of, and `unreadable`, the records that could not
/// be read, wholly or in part, and that it therefore lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FromRecords<T> {
    #[serde(flatten)]
    answer: T,
    at: Option<AtJson>,
    unreadable: Vec<String>,
}

/// The commit that the records are as of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AtJson {
    /// The full name of the commit.
    pub commit: String,
    /// In the author's time zone.
    pub date: String,
}

fn at_json(commit: &Commit) -> AtJson {
    AtJson { commit: commit.name.clone(), date: iso(commit.on) }
}

/// Adds the commit that the records are as of, if it is not the work tree, and the unreadable records to an answer.
#[must_use]
pub fn from_records<T>(portfolio: &Portfolio, at: Option<&Commit>, answer: T) -> FromRecords<T> {
    let records = portfolio.unread().into_iter().map(ToString::to_string);
    let files = portfolio.unread_files().into_iter().map(ToOwned::to_owned);
    FromRecords { answer, at: at.map(at_json), unreadable: records.chain(files).collect() }
}

/// Serializes an answer, indented, with a line end.
///
/// # Errors
/// If serde_json fails, which doesn't happen with our types.
pub fn text(answer: &impl Serialize) -> serde_json::Result<String> {
    let mut bytes = Vec::new();
    write(answer, &mut bytes)?;
    String::from_utf8(bytes).map_err(serde_json::Error::custom)
}

/// Writes an answer as [`text`] returns it, while it is built.
///
/// # Errors
/// If writing fails.
pub fn write(answer: &impl Serialize, mut to: impl Write) -> serde_json::Result<()> {
    answer.serialize(&mut serde_json::Serializer::with_formatter(&mut to, SafeFormatter::default()))?;
    to.write_all(b"\n").map_err(serde_json::Error::io)
}

/// A list whose entries are built one at a time while it is serialized.
struct Rows<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Rows<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

fn iso(date: Date) -> String {
    date.to_string()
}

fn iso_or_null(date: Option<Date>) -> Option<String> {
    date.map(iso)
}

fn id_or_null(id: Option<&Id>) -> Option<String> {
    id.map(ToString::to_string)
}

fn ids(ids: &[Id]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped_without_loss() {
        let name = "c1 \u{9b}31m \u{7f} \u{202e} \u{1b}[2J\ttab\nline é \u{e0041}";
        let said = text(&[name]).expect("JSON");
        assert!(said.contains(r"c1 \u009b31m \u007f \u202e \u001b[2J\ttab\nline é \udb40\udc41"), "{said}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&said).expect("JSON"), [name]);
    }
}
