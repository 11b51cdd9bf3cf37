//! Messages for failed syncs.

use std::path::PathBuf;

use super::{Code, Failure, save, text};
use crate::locale::Locale;
use crate::model::{MessageArg, MessageArgs, short_commit};
use crate::store::{Prompts, SaveError, SyncError};

/// Returns the failure shown if a sync failed. Local commits are kept.
#[must_use]
pub fn sync(locale: &Locale, error: &SyncError) -> Failure {
    let refused = |key: &str, args: MessageArgs| Failure::new(locale, Code::Refused, key, args);
    match error {
        SyncError::Save(SaveError::NoGit) => refused("error-sync-no-git", MessageArgs::new()),
        SyncError::Save(error) => save(locale, error),
        SyncError::NoRemote => refused("error-no-remote", MessageArgs::new()),
        SyncError::NoUpstream { branch, remotes } => {
            let remote = remotes.first().map_or("origin", String::as_str);
            refused("error-no-upstream", vec![text("branch", branch), text("remote", remote)])
        }
        SyncError::Unreachable { remote, words, prompts } => {
            let key = match prompts {
                Prompts::Never => "error-unreachable",
                Prompts::Terminal => "error-unreachable-from-shell",
            };
            refused(key, vec![text("remote", remote), text("why", words)])
        }
        SyncError::FetchRefused { remote, words } => {
            refused("error-fetch-refused", vec![text("remote", remote), text("why", words)])
        }
        SyncError::Unrelated(remote) => refused("error-unrelated", vec![text("remote", remote)]),
        SyncError::Questions(questions) => {
            refused("error-questions", vec![("count", MessageArg::count(questions.len()))])
        }
        SyncError::Conflicts(files) => refused("error-conflicts", vec![named(files)]),
        SyncError::WouldOverwrite(files) => refused("error-in-the-way-of-sync", vec![named(files)]),
        SyncError::Refused { remote, words } => {
            refused("error-push-refused", vec![text("remote", remote), text("why", words)])
        }
        SyncError::Rewritten { name, removed, seen } => {
            let args =
                vec![("count", MessageArg::count(*removed)), text("remote", name), text("seen", short_commit(seen))];
            refused("error-rewritten", args)
        }
        SyncError::BranchGone(name) => refused("error-branch-gone", vec![text("remote", name)]),
        SyncError::NothingToPush(branch) => refused("error-nothing-to-push", vec![text("branch", branch)]),
        SyncError::Raced => refused("error-raced", MessageArgs::new()),
        SyncError::Cancelled => refused("error-cancelled", MessageArgs::new()),
    }
}

fn named(files: &[PathBuf]) -> (&'static str, MessageArg) {
    ("files", MessageArg::List(files.iter().map(|file| file.display().to_string()).collect()))
}
