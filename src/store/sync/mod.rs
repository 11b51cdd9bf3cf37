//! Bringing this folder and the one that it is shared through together: fetch, merge by meaning, push.
//!
//! The network is the user's own `git`, with the user's credentials. What two sides did is brought together in memory,
//! and only when all of it is decided does git put the outcome in place, as it does any fast-forward.

mod error;
mod remote;

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use git2::Oid;

use super::repository::{self, Ground, Head};
use super::trees::Trees;
use super::{Folder, SaveError, git};
use crate::model::Answer;
pub use error::{Prompts, SyncError, SyncStep, Synced};
use remote::{Pushed, Remote};

/// So often we begin anew when others push first: a team that pushes all day long loses to nobody so often in a row.
const ATTEMPTS: u32 = 40;
/// How long to wait before the next attempt: twice as long each time, up to this many milliseconds.
const LONGEST: u64 = 2_000;

/// Fetches, merges, pushes.
pub(super) fn sync(
    folder: &Folder,
    _answers: &[Answer],
    prompts: Prompts,
    tell: &dyn Fn(SyncStep),
    cancelled: &AtomicBool,
) -> Result<Synced, SyncError> {
    let ground = Ground::of(folder)?;
    let mut synced = Synced::default();
    let mut refused: Option<(Option<Oid>, String)> = None;
    for attempt in 0..ATTEMPTS {
        if attempt > 0 {
            tell(SyncStep::TryingAgain);
            pause(attempt, cancelled)?;
        }
        let head = repository::head(&ground.repo)?;
        let remote = Remote::of(&ground, &head.branch, prompts, tell, cancelled)?;
        let theirs = remote.fetch()?;
        if let Some((then, words)) = refused.take()
            && then == theirs
        {
            return Err(SyncError::Refused { remote: remote.name, words });
        }
        tell(SyncStep::Merging);
        let Some(ours) = bring(folder, &ground, &head, theirs, &mut synced)? else { continue };
        if theirs == Some(ours) {
            return Ok(synced);
        }
        synced.sent = between(&ground, ours, theirs)?;
        match remote.push()? {
            Pushed::Done => return Ok(synced),
            Pushed::Refused(words) => refused = Some((theirs, words)),
        }
    }
    Err(SyncError::Raced)
}

/// Brings what came into the branch and the folder; gives where the branch stands then, `None` where somebody moved it
/// meanwhile.
fn bring(
    folder: &Folder,
    ground: &Ground,
    head: &Head,
    theirs: Option<Oid>,
    synced: &mut Synced,
) -> Result<Option<Oid>, SyncError> {
    let ours = head.commit;
    let Some(theirs) = theirs.filter(|theirs| *theirs != ours) else { return Ok(Some(ours)) };
    match ground.repo.graph_ahead_behind(ours, theirs)? {
        (_, 0) => Ok(Some(ours)),
        (0, _) => put(folder, ground, head, (theirs, theirs), synced),
        _ => Err(SyncError::Conflicts(Vec::new())),
    }
}

/// Has git put a commit that is ahead of ours in place.
fn put(
    folder: &Folder,
    ground: &Ground,
    head: &Head,
    (commit, theirs): (Oid, Oid),
    synced: &mut Synced,
) -> Result<Option<Oid>, SyncError> {
    let mut command = git::command(&ground.work);
    git::apart(&mut command);
    command.args(["-c", "merge.autoStash=false", "merge", "--ff-only", "--quiet", "--no-stat"]).arg(commit.to_string());
    let output = git::output(command, None)?;
    if repository::head(&ground.repo)?.commit == commit {
        synced.received += between(ground, theirs, Some(head.commit))?;
        let changed = Trees::new(ground, folder)?.between_commits(head.commit, commit)?;
        synced.records.extend(changed);
        synced.records.sort();
        synced.records.dedup();
        return Ok(Some(commit));
    }
    if repository::head(&ground.repo)?.commit != head.commit {
        return Ok(None);
    }
    Err(SaveError::GitRefused(git::words(&output)).into())
}

/// How many commits one has that the other has not.
fn between(ground: &Ground, one: Oid, other: Option<Oid>) -> Result<usize, SyncError> {
    let mut walk = ground.repo.revwalk()?;
    walk.push(one)?;
    if let Some(other) = other {
        walk.hide(other)?;
    }
    Ok(walk.count())
}

/// Waits before another attempt, not as long as the others that lost: else all of them would meet again.
fn pause(attempt: u32, cancelled: &AtomicBool) -> Result<(), SyncError> {
    const SLICE: u64 = 20;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let most = (SLICE << attempt.min(16)).min(LONGEST);
    let wait = u64::from(now.subsec_nanos() / 1_000) % most;
    for _ in 0..=wait / SLICE {
        if cancelled.load(Ordering::SeqCst) {
            return Err(SyncError::Cancelled);
        }
        std::thread::sleep(Duration::from_millis(SLICE));
    }
    Ok(())
}
