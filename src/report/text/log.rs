//! `couveuse log`: who changed which record, when.

use super::heading;
use crate::locale::Locale;
use crate::model::Commit;
use crate::report::table::{Table, TableColumn};
use crate::report::words;

/// Maximum number of records shown in a row.
const MAX_RECORDS: usize = 3;

/// One line per commit, the newest first.
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
        table.row([
            commit.short().to_owned(),
            locale.date(commit.on),
            commit.time(),
            commit.author.clone(),
            words::of_verb(commit.verb.as_deref(), locale),
            commit.subject.clone(),
            records(commit),
        ]);
    }
    table.render(width)
}

fn records(commit: &Commit) -> String {
    let named: Vec<&str> = commit.records.iter().take(MAX_RECORDS).map(|record| record.id.as_str()).collect();
    let more = commit.records.len().saturating_sub(MAX_RECORDS) + commit.more;
    if more == 0 { named.join(", ") } else { format!("{} +{more}", named.join(", ")) }
}
