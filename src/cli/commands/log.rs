//! `log`: the commits that changed records, and what became known with them.

use super::filter::RowFilter;
use super::{CommandOutput, Invocation, resolve_id};
use crate::cli::args::history::Log;
use crate::cli::errors::{self, Failure};
use crate::cli::revision::TypedRevision;
use crate::model::{Date, History, MessageArg, Portfolio, RecordRef};
use crate::report::facts::FactWords;
use crate::report::{json, text};
use crate::store::{Folder, HistoryQuery};

/// Commits per page.
const PAGE: usize = 200;

pub(super) fn log(call: &Invocation, typed: &Log) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let since = typed.since.as_deref().map(|typed| call.since(&folder, typed)).transpose()?;
    let (day, commit) = match since {
        Some(TypedRevision::Day(day)) => (Some(day), None),
        Some(TypedRevision::Commit(commit)) => (None, Some(commit)),
        None => (None, None),
    };
    let of: Vec<RecordRef> =
        typed.record.as_deref().map(|typed| record_of(call, &folder, typed)).transpose()?.into_iter().collect();
    let since = commit.as_ref().map(|one| one.name.as_str());
    let query = HistoryQuery { of: &of, since, ..HistoryQuery::default() };
    let History { mut commits, is_shallow, .. } = commits(call, (&folder, &portfolio), query, day)?;
    let until = call.as_of_given.then_some(call.as_of);
    let touched = !commits.is_empty();
    commits.retain(|commit| day.is_none_or(|day| commit.on >= day) && until.is_none_or(|day| commit.on <= day));
    let within = !commits.is_empty();
    if let Some(typed) = typed.filtered.filter.as_deref() {
        RowFilter { call, folder: &folder, portfolio: &portfolio, typed }.commits(&mut commits)?;
    }
    if call.json {
        return call.json(&json::log(&commits, is_shallow, call.at_commit.get()));
    }
    let ends = if is_shallow { format!("\n{}\n", call.locale.text("report-history-shallow")) } else { String::new() };
    if commits.is_empty() {
        let key = match (touched, within, day, until) {
            (_, true, ..) => "report-no-commit-filtered",
            (true, _, None, Some(_)) => "report-no-commit-until",
            (true, _, Some(_), None) => "report-no-commit-since",
            (true, ..) => "report-no-commit-between",
            (false, ..) if commit.is_some() => "report-no-commit-after",
            (false, ..) => "report-no-commit",
        };
        let days = [("since", day), ("until", until)].into_iter();
        let days: Vec<_> = days.filter_map(|(name, day)| Some((name, MessageArg::Date(day?)))).collect();
        return Ok(call.answer_text(&format!("{}\n{ends}", call.locale.message(key, &days))));
    }
    Ok(call.answer_text(&(text::log(&commits, &call.locale, call.width()) + &ends)))
}

/// Reads pages until one has only commits before `day`: dates need not be in order.
pub(super) fn commits(
    call: &Invocation,
    (folder, portfolio): (&Folder, &Portfolio),
    query: HistoryQuery<'_>,
    day: Option<Date>,
) -> Result<History, Failure> {
    let words = FactWords { portfolio, locale: &call.locale };
    let mut all = History::default();
    loop {
        let query = HistoryQuery { after: all.next.as_deref(), count: PAGE, ..query };
        let page = folder.history_in_facts(&query, &|comparison| words.facts(comparison));
        let page = page.map_err(|error| errors::history(&call.locale, &error))?;
        let old = day.is_some_and(|day| !page.commits.is_empty() && page.commits.iter().all(|one| one.on < day));
        all.commits.extend(page.commits);
        (all.next, all.is_shallow) = (page.next, page.is_shallow);
        if all.next.is_none() || old {
            return Ok(all);
        }
    }
}

/// Resolves an id, or `KIND/ID` of a record that may no longer exist.
pub(super) fn record_of(call: &Invocation, folder: &Folder, typed: &str) -> Result<RecordRef, Failure> {
    RecordRef::spelled(typed).map_or_else(|| resolve_id::record(call, folder, typed), Ok)
}
