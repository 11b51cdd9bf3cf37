//! `couveuse log`: who changed which record, when, and what became known.

use super::heading;
use crate::locale::Locale;
use crate::model::{Commit, MessageArg};
use crate::report::table::{Table, TableColumn};
use crate::report::words;

/// Maximum number of records shown in a row.
const MAX_RECORDS: usize = 3;
/// Maximum number of facts shown of a commit.
const MAX_FACTS: usize = 8;

/// Returns one line per fact, the newest commit first. A commit without facts has its subject instead.
#[must_use]
pub fn log(commits: &[Commit], locale: &Locale, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "commit")).rank(2),
        TableColumn::whole(heading(locale, "date")),
        TableColumn::whole(heading(locale, "time")).rank(5),
        TableColumn::words(heading(locale, "author")).rank(1),
        TableColumn::whole(heading(locale, "verb")).rank(3),
        TableColumn::words(heading(locale, "change")).min_width(36),
        TableColumn::words(heading(locale, "records")).rank(4),
    ]);
    for commit in commits {
        let mut lines = lines(commit, locale).into_iter();
        let (change, records) = lines.next().unwrap_or_default();
        table.row([
            commit.short().to_owned(),
            locale.date(commit.on),
            commit.time(),
            commit.author.clone(),
            words::of_commit(commit, locale),
            change,
            records,
        ]);
        for (change, records) in lines {
            table.row([vec![String::new(); 5], vec![change, records]].concat());
        }
    }
    table.render(width)
}

/// Returns the facts of a commit, each with its record; and how many more there are.
fn lines(commit: &Commit, locale: &Locale) -> Vec<(String, String)> {
    if commit.facts.is_empty() {
        return vec![(commit.subject.clone(), records(commit))];
    }
    let facts = commit.facts.iter().take(MAX_FACTS);
    let mut lines: Vec<_> = facts.map(|fact| (fact.text.clone(), fact.record.id.to_string())).collect();
    let more = commit.facts.len().saturating_sub(MAX_FACTS) + commit.more_facts;
    let counted = |key, count: usize| {
        (count > 0).then(|| (locale.message(key, &[("count", MessageArg::count(count))]), String::new()))
    };
    lines.extend(counted("more-facts", more));
    lines.extend(counted("more-records", commit.elsewhere));
    lines
}

fn records(commit: &Commit) -> String {
    let named: Vec<&str> = commit.records.iter().take(MAX_RECORDS).map(|record| record.id.as_str()).collect();
    let more = commit.records.len().saturating_sub(MAX_RECORDS) + commit.more;
    if more == 0 { named.join(", ") } else { format!("{} +{more}", named.join(", ")) }
}
