//! `couveuse log`: who changed which record, when.

use super::heading;
use crate::locale::Locale;
use crate::model::Commit;
use crate::report::sanitize;
use crate::report::table::{Column, Table};

/// Records named in a row at most.
const NAMED: usize = 3;

/// A line for each commit, the newest first.
#[must_use]
pub fn log(commits: &[Commit], locale: &Locale, width: usize) -> String {
    let mut table = Table::new(vec![
        Column::whole(heading(locale, "commit")).rank(2),
        Column::whole(heading(locale, "date")),
        Column::whole(heading(locale, "time")).rank(5),
        Column::words(heading(locale, "author")).rank(1),
        Column::whole(heading(locale, "verb")).rank(3),
        Column::words(heading(locale, "change")).least(36),
        Column::words(heading(locale, "records")).rank(4),
    ]);
    for commit in commits {
        table.row([
            commit.short().to_owned(),
            locale.date(commit.on),
            commit.time(),
            commit.author.clone(),
            verb(locale, commit),
            commit.subject.clone(),
            records(commit),
        ]);
    }
    table.render(width)
}

/// What was done, in a word; nothing where this program did not do it.
fn verb(locale: &Locale, commit: &Commit) -> String {
    let Some(verb) = &commit.verb else { return String::new() };
    let key = format!("verb-{verb}");
    if locale.has(&key) { locale.text(&key) } else { sanitize(verb).into_owned() }
}

fn records(commit: &Commit) -> String {
    let named: Vec<&str> = commit.records.iter().take(NAMED).map(|record| record.id.as_str()).collect();
    let more = commit.records.len().saturating_sub(NAMED) + commit.more;
    if more == 0 { named.join(", ") } else { format!("{} +{more}", named.join(", ")) }
}
