//! Errors of reading the history.

use super::{Failure, damaged, file, reason, text, usage};
use crate::locale::Locale;
use crate::model::{MessageArg, MessageArgs, short_commit};
use crate::store::HistoryError;

/// Returns the failure shown if history cannot be read.
#[must_use]
pub fn history(locale: &Locale, error: &HistoryError) -> Failure {
    match error {
        HistoryError::NoRepository => usage(locale, "error-no-repository", MessageArgs::new()),
        HistoryError::NoCommit(name) => usage(locale, "error-no-commit", vec![text("commit", name)]),
        HistoryError::BeginsLater { day, begins: Some(begins), is_shallow } => {
            let key = if *is_shallow { "error-history-shallow" } else { "error-history-begins" };
            usage(locale, key, vec![("day", MessageArg::Date(*day)), ("begins", MessageArg::Date(*begins))])
        }
        HistoryError::BeginsLater { begins: None, .. } => usage(locale, "error-no-commit-yet", MessageArgs::new()),
        HistoryError::NoRecords(commit) => {
            let args = vec![text("commit", short_commit(&commit.name)), ("on", MessageArg::Date(commit.on))];
            usage(locale, "error-no-records-then", args)
        }
        HistoryError::Damaged { commit, why } => {
            let args = vec![text("commit", short_commit(commit)), text("why", why.message())];
            usage(locale, "error-damaged-commit", args)
        }
        HistoryError::OtherOwner(folder) => {
            usage(locale, "error-other-owner", vec![("folder", MessageArg::Text(folder.display().to_string()))])
        }
        HistoryError::DamagedBranch(branch) => usage(locale, "error-damaged-branch", damaged(branch)),
        HistoryError::Git(error) => usage(locale, "error-git", vec![text("why", error.message())]),
        HistoryError::Program(why) => usage(locale, "error-git", vec![text("why", why)]),
        HistoryError::NotFetched(why) => usage(locale, "error-not-fetched", vec![text("why", why)]),
        HistoryError::Refused(path, error) => usage(locale, "error-refused", vec![file(path), reason(error)]),
    }
}
