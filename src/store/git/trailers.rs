//! What the trailers of this program say in a commit's message.

use git2::{Commit, Oid};

use crate::edit;
use crate::model::RecordRef;

/// The trailers of a commit; all empty where it is none of ours.
#[derive(Debug, Default)]
pub(crate) struct Trailers {
    /// The verb, as its command is called.
    pub verb: Option<String>,
    /// The records.
    pub records: Vec<RecordRef>,
    /// The commit taken back.
    pub undoes: Option<Oid>,
    /// The taking back that is itself taken back.
    pub redoes: Option<Oid>,
}

impl Trailers {
    /// Of a commit.
    pub fn of(commit: &Commit<'_>) -> Self {
        let mut found = Self::default();
        // Most commits of a long history are not ours; the parser is asked for those that may be.
        let Some(message) = commit.message().ok().filter(|message| message.contains(edit::VERB)) else { return found };
        let Ok(trailers) = git2::message_trailers_strs(message) else { return found };
        for (name, value) in trailers.iter() {
            match name {
                edit::VERB => found.verb = Some(edit::verb_in_trailer(value).to_owned()),
                edit::RECORD => found.records.extend(edit::record_in_trailer(value)),
                edit::UNDOES => found.undoes = Oid::from_str(value).ok(),
                edit::REDOES => found.redoes = Oid::from_str(value).ok(),
                _ => {}
            }
        }
        found
    }

    /// Whether the commit is an edit, or an edit made again: what an undo may take back.
    pub fn is_edit(&self) -> bool {
        self.verb.as_deref().is_some_and(|verb| verb != "undo") && !self.records.is_empty()
    }
}

/// A message without its subject and without the paragraph of our trailers.
pub(crate) fn detail(message: &str) -> &str {
    let message = message.trim_end();
    let rest = message.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    if !message.contains(edit::VERB) {
        return rest;
    }
    match rest.rsplit_once("\n\n") {
        Some((detail, trailers)) if trailers.contains(edit::VERB) => detail.trim_end(),
        None if rest.contains(edit::VERB) => "",
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_detail_stands_between_the_subject_and_our_trailers() {
        let ours = "x: paid\n\nContribution pau.\nOn a day.\n\nCouveuse-Edit: pay\nCouveuse-Record: startups/x\n";
        assert_eq!(detail(ours), "Contribution pau.\nOn a day.");
        assert_eq!(detail("x: paid\n\nCouveuse-Edit: pay\n"), "");
        assert_eq!(detail("By hand\n\nOne.\n\nTwo.\n"), "One.\n\nTwo.");
        assert_eq!(detail("By hand"), "");
    }
}
