//! `diff`: what became known between two commits or days.

use super::log::{commits, record_of};
use super::{CommandOutput, Invocation};
use crate::cli::args::history::{Diff, DiffFormat};
use crate::cli::errors::{self, Failure};
use crate::model::{Commit, CommitFacts, Date, MessageArg, Portfolio, RecordKind, RecordRef};
use crate::report::facts::FactWords;
use crate::report::{json, text};
use crate::store::{Folder, HistoryQuery};

pub(super) fn diff(call: &Invocation, typed: &Diff) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let (from, to, of) = match typed.since_committee.as_ref().or(typed.since_review.as_ref()) {
        Some(startup) => {
            let is_committee = typed.since_committee.is_some();
            let (held, of) = last_meeting(call, &folder, &portfolio, (startup, is_committee))?;
            let to = if call.as_of_given { call.revisions(&folder).on(call.as_of)? } else { tip(call, &folder)? };
            (call.revisions(&folder).on(held)?, to, of)
        }
        None => {
            let (from, to) = ends(call, &folder, typed.range.as_deref().unwrap_or_default())?;
            let of = typed.record.as_deref().map(|typed| record_of(call, &folder, typed)).transpose()?;
            (from, to, of.into_iter().collect())
        }
    };
    let words = FactWords { portfolio: &portfolio, locale: &call.locale };
    let found = facts(call, &folder, [&from, &to], &of, &words)?;
    if call.json {
        let query = HistoryQuery { of: &of, since: Some(&from.name), ..HistoryQuery::default() };
        let between = commits_between(call, (&folder, &portfolio), query, &to)?;
        return call.json(&json::diff([&from, &to], &found, &between));
    }
    Ok(call.text(match typed.format {
        DiffFormat::Text => text::diff(&words, [&from, &to], &found, call.width()),
        DiffFormat::Md => text::diff_as_markdown(&words, [&from, &to], &found),
    }))
}

fn facts(
    call: &Invocation,
    folder: &Folder,
    [from, to]: [&Commit; 2],
    of: &[RecordRef],
    words: &FactWords<'_>,
) -> Result<CommitFacts, Failure> {
    let found = folder.facts_between((&from.name, &to.name), of, &|comparison| words.facts(comparison));
    found.map_err(|error| errors::history(&call.locale, &error))
}

/// Returns the commits of `to` that are not in the commit that the query leaves out.
fn commits_between(
    call: &Invocation,
    found_in: (&Folder, &Portfolio),
    query: HistoryQuery<'_>,
    to: &Commit,
) -> Result<Vec<Commit>, Failure> {
    Ok(commits(call, found_in, HistoryQuery { until: Some(&to.name), ..query }, None)?.commits)
}

/// Returns the two ends of a range.
fn ends(call: &Invocation, folder: &Folder, range: &str) -> Result<(Commit, Commit), Failure> {
    let (from, to) = range.split_once("..").unwrap_or((range, ""));
    let end = |typed: &str| if typed.is_empty() { tip(call, folder) } else { call.revisions(folder).commit(typed) };
    Ok((end(from)?, end(to)?))
}

fn tip(call: &Invocation, folder: &Folder) -> Result<Commit, Failure> {
    match call.at_commit.get() {
        Some(commit) => Ok(commit.clone()),
        None => call.revisions(folder).commit("HEAD"),
    }
}

/// Returns the day of the last committee or the last review of a startup, and the records that it is about.
fn last_meeting(
    call: &Invocation,
    folder: &Folder,
    portfolio: &Portfolio,
    (typed, is_committee): (&str, bool),
) -> Result<(Date, Vec<RecordRef>), Failure> {
    let record = record_of(call, folder, typed)?;
    let startup = portfolio.startups.get(&record.id).filter(|_| record.kind == RecordKind::Startup);
    let args = |name: &str| vec![("startup", MessageArg::Text(name.to_owned()))];
    let Some(startup) = startup else { return Err(errors::usage(&call.locale, "error-not-a-startup", args(typed))) };
    let (last, missing) = if is_committee {
        (startup.last_committee(call.as_of).map(|one| one.on), "error-no-committee-held")
    } else {
        (portfolio.last_review(&startup.id, call.as_of).map(|one| one.on), "error-no-review-held")
    };
    let last = last.ok_or_else(|| errors::usage(&call.locale, missing, args(&startup.name)))?;
    Ok((last, portfolio.records_of(&record)))
}
