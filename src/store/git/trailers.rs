//! The trailers that this program writes into its commits.

use git2::Oid;

use crate::edit;
use crate::model::RecordRef;
use crate::store::git::walk::{CommitInfo, parse_id};

/// The trailers of a commit. All are empty if another program made it.
#[derive(Debug, Default)]
pub(crate) struct Trailers {
    /// The verb, which is the name of its command.
    pub verb: Option<String>,
    pub records: Vec<RecordRef>,
    /// The commit that this one undoes.
    pub undoes: Option<Oid>,
    /// The undo that this commit reverts.
    pub redoes: Option<Oid>,
    /// The number of commits that a merge by `sync` received.
    pub received: Option<usize>,
}

/// Returns whether a text has a trailer of ours.
fn has_ours(text: &str) -> bool {
    text.contains(edit::VERB) || text.contains(edit::RECEIVED)
}

impl Trailers {
    pub fn of(commit: &CommitInfo) -> Self {
        let mut found = Self::default();
        let message = commit.message.as_str();
        // Most commits of a long history have none.
        if !has_ours(message) {
            return found;
        }
        let Ok(trailers) = git2::message_trailers_strs(message) else { return found };
        for (name, value) in trailers.iter() {
            match name {
                edit::VERB => found.verb = Some(edit::verb_in_trailer(value).to_owned()),
                edit::RECORD => found.records.extend(edit::record_in_trailer(value)),
                edit::UNDOES => found.undoes = parse_id(value).ok(),
                edit::REDOES => found.redoes = parse_id(value).ok(),
                edit::RECEIVED => found.received = value.parse().ok(),
                _ => {}
            }
        }
        found
    }

    /// Returns whether the commit is an edit or a redo, which can be undone.
    pub fn is_edit(&self) -> bool {
        self.verb.as_deref().is_some_and(|verb| verb != "undo") && !self.records.is_empty()
    }
}

/// Returns a message without its subject and without our trailers.
pub(crate) fn detail(message: &str) -> &str {
    let message = message.trim_end();
    let rest = message.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    if !has_ours(message) {
        return rest;
    }
    match rest.rsplit_once("\n\n") {
        Some((detail, trailers)) if has_ours(trailers) => detail.trim_end(),
        None if has_ours(rest) => "",
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_detail_is_between_the_subject_and_our_trailers() {
        let ours = "x: paid\n\nContribution pau.\nOn a day.\n\nCouveuse-Edit: pay\nCouveuse-Record: startups/x\n";
        assert_eq!(detail(ours), "Contribution pau.\nOn a day.");
        assert_eq!(detail("x: paid\n\nCouveuse-Edit: pay\n"), "");
        assert_eq!(detail("Merge\n\nx: 1, not 2\n\nCouveuse-Received: 3\n"), "x: 1, not 2");
        assert_eq!(detail("By hand\n\nOne.\n\nTwo.\n"), "One.\n\nTwo.");
        assert_eq!(detail("By hand"), "");
    }
}
