//! `diff`: what became known between two commits or days.

use super::log::{commits, record_of};
use super::{CommandOutput, Invocation, revision};
use crate::cli::args::history::{Diff, DiffFormat};
use crate::cli::errors::{self, Failure};
use crate::model::{Commit, CommitFacts, Date, MessageArg, Portfolio, RecordKind, RecordRef};
use crate::report::facts::FactWords;
use crate::report::{json, text};
use crate::store::{Folder, HistoryQuery};

pub(super) fn diff(call: &Invocation, typed: &Diff) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let (from, to, of) = match &typed.since_committee {
        Some(startup) => {
            let (held, of) = last_committee(call, &folder, &portfolio, startup)?;
            let to = if call.as_of_given { revision::on(call, &folder, call.as_of)? } else { tip(call, &folder)? };
            (revision::on(call, &folder, held)?, to, of)
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

/// The commits of `to` that are not in the commit that the query leaves out.
fn commits_between(
    call: &Invocation,
    found_in: (&Folder, &Portfolio),
    query: HistoryQuery<'_>,
    to: &Commit,
) -> Result<Vec<Commit>, Failure> {
    Ok(commits(call, found_in, HistoryQuery { until: Some(&to.name), ..query }, None)?.commits)
}

/// The two ends of a range.
fn ends(call: &Invocation, folder: &Folder, range: &str) -> Result<(Commit, Commit), Failure> {
    let (from, to) = range.split_once("..").unwrap_or((range, ""));
    let end = |typed: &str| if typed.is_empty() { tip(call, folder) } else { revision::commit(call, folder, typed) };
    Ok((end(from)?, end(to)?))
}

fn tip(call: &Invocation, folder: &Folder) -> Result<Commit, Failure> {
    match call.at_commit.get() {
        Some(commit) => Ok(commit.clone()),
        None => revision::commit(call, folder, "HEAD"),
    }
}

/// The day of the last committee of a startup, and the records that it is about.
fn last_committee(
    call: &Invocation,
    folder: &Folder,
    portfolio: &Portfolio,
    typed: &str,
) -> Result<(Date, Vec<RecordRef>), Failure> {
    let record = record_of(call, folder, typed)?;
    let startup = portfolio.startups.get(&record.id).filter(|_| record.kind == RecordKind::Startup);
    let args = |name: &str| vec![("startup", MessageArg::Text(name.to_owned()))];
    let Some(startup) = startup else { return Err(errors::usage(&call.locale, "error-not-a-startup", args(typed))) };
    let last = startup.last_committee(call.as_of);
    let last = last.ok_or_else(|| errors::usage(&call.locale, "error-no-committee-held", args(&startup.name)))?;
    Ok((last.on, portfolio.records_of(&record)))
}
