//! Which days are those of facts. A fact without a year is in the past; a plan or a deadline lies ahead.

use crate::model::{KeyPath, PathStep};

/// Returns whether the day at a path is that of a fact. `is_planned` tells whether the committee that the path leads
/// into is planned.
#[must_use]
pub fn is_fact(path: &KeyPath, is_planned: bool) -> bool {
    let mut keys = path.iter().rev().filter_map(|step| match step {
        PathStep::Key(key) => Some(key.as_str()),
        PathStep::Index(_) => None,
    });
    let (key, of) = (keys.next().unwrap_or_default(), keys.next());
    match key {
        "signed" | "decided" | "not_before" | "from" | "committed" | "done" | "paid" | "met" | "not_met"
        | "papers_sent" | "notice" | "approved" | "statistics_seen" | "repository_seen" => true,
        "on" if of == Some("committees") => !is_planned,
        // A termination takes effect on a day ahead; a review is planned for one.
        "on" => !matches!(of, Some("terminated") | None),
        "until" => matches!(of, Some("incubators" | "coaches")),
        _ => false,
    }
}
