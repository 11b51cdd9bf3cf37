//! `log`: the commits that changed records.

use super::filter::RowFilter;
use super::{CommandOutput, Invocation, resolve_id};
use crate::cli::errors::{self, Failure};
use crate::model::{Commit, Date, MessageArg, RecordRef};
use crate::report::{json, text};
use crate::store::Folder;

/// Commits per page.
const PAGE: usize = 200;

pub(super) fn log(
    call: &Invocation,
    since: Option<&str>,
    record: Option<&str>,
    filter: Option<&str>,
) -> Result<CommandOutput, Failure> {
    let since = call.date("--since", since)?;
    let folder = call.folder()?;
    let of: Vec<RecordRef> = record.map(|typed| resolve(call, typed)).transpose()?.into_iter().collect();
    let mut commits = commits(call, &folder, &of, since)?;
    let until = call.as_of_given.then_some(call.as_of);
    let touched = !commits.is_empty();
    commits.retain(|commit| since.is_none_or(|day| commit.on >= day) && until.is_none_or(|day| commit.on <= day));
    let within = !commits.is_empty();
    if let Some(typed) = filter {
        RowFilter { call, portfolio: &call.portfolio()?.1, typed }.commits(&mut commits)?;
    }
    if call.json {
        return call.json(&json::log(&commits));
    }
    if commits.is_empty() {
        let key = match (touched, within, since, until) {
            (_, true, ..) => "report-no-commit-filtered",
            (true, _, None, Some(_)) => "report-no-commit-until",
            (true, _, Some(_), None) => "report-no-commit-since",
            (true, ..) => "report-no-commit-between",
            (false, ..) => "report-no-commit",
        };
        let days = [("since", since), ("until", until)].into_iter();
        let days: Vec<_> = days.filter_map(|(name, day)| Some((name, MessageArg::Date(day?)))).collect();
        return Ok(call.text(format!("{}\n", call.locale.message(key, &days))));
    }
    Ok(call.text(text::log(&commits, &call.locale, call.width())))
}

/// Reads pages until one has only commits before `since`: dates need not be in order.
fn commits(call: &Invocation, folder: &Folder, of: &[RecordRef], since: Option<Date>) -> Result<Vec<Commit>, Failure> {
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = folder.history(of, after.as_deref(), PAGE).map_err(|error| errors::history(&call.locale, &error))?;
        let old = since.is_some_and(|day| !page.commits.is_empty() && page.commits.iter().all(|one| one.on < day));
        all.extend(page.commits);
        match page.next {
            Some(next) if !old => after = Some(next),
            _ => return Ok(all),
        }
    }
}

/// Resolves an id, or `KIND/ID` of a record that may no longer exist.
fn resolve(call: &Invocation, typed: &str) -> Result<RecordRef, Failure> {
    match RecordRef::spelled(typed) {
        Some(record) => Ok(record),
        None => resolve_id::record(call, &call.folder()?, typed),
    }
}
