//! Sharing the folder through its remote: fetch, merge by meaning, push.
//!
//! The user's own `git` talks to the remote, with the user's credentials. Both sides are merged in memory, and only
//! when no question is left does git check the result out, as a fast-forward.

mod authors;
mod changes_since_base;
pub(super) mod error;
mod fast_forward;
mod merge;
mod merge_commit;
mod remote;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use git2::Oid;

use crate::model::{MergeAnswer, MergeQuestion, MergeSide};
use crate::store::backoff::Backoff;
use crate::store::git::prompts::Prompts;
use crate::store::git::repository::{self, Head, RepoContext};
use crate::store::git::tree_diff::TreeDiff;
use crate::store::records_dir::RecordsDir;
use changes_since_base::ChangesSinceBase;
use error::{SyncError, SyncReport, SyncStep};
use merge::{MergePlan, MergeTips};
use merge_commit::MergeCommit;
use remote::{PushOutcome, Remote};

/// How long a sync waits in all when others push first. It is enough for some 250 attempts: among eight clones that
/// push without a pause, one of them is first every eighth time.
const PATIENCE: Duration = Duration::from_secs(60);
/// The longest wait between two attempts.
const LONGEST: Duration = Duration::from_millis(256);

/// Fetches, merges, pushes.
pub(crate) fn sync(
    dir: &RecordsDir,
    asked: &Mutex<Option<Vec<MergeQuestion>>>,
    answers: &[MergeAnswer],
    prompts: Prompts,
    tell: &dyn Fn(SyncStep),
    cancelled: &AtomicBool,
) -> Result<SyncReport, SyncError> {
    let ctx = RepoContext::open(dir)?;
    merge_commit::sweep(&ctx);
    let mut sync = SyncRun { dir, asked, ctx: &ctx, answers, prompts, cancelled, synced: SyncReport::default() };
    let mut refused: Option<(Option<Oid>, String)> = None;
    let mut backoff = Backoff::of(PATIENCE).growing_to(LONGEST);
    loop {
        let head = repository::head(&ctx.repo)?;
        let remote = Remote::of(&ctx, &head.branch, prompts, tell, cancelled)?;
        let theirs = remote.fetch()?;
        if let Some((then, words)) = refused.take()
            && then == theirs
        {
            return Err(SyncError::Refused { remote: remote.name, words });
        }
        tell(SyncStep::Merging);
        if let Some(ours) = sync.bring(&head, remote.shown(), theirs)? {
            if theirs == Some(ours) {
                return Ok(sync.synced);
            }
            sync.synced.sent = count(&ctx, ours, theirs)?;
            match remote.push()? {
                PushOutcome::Done => return Ok(sync.synced),
                PushOutcome::Refused(words) => refused = Some((theirs, words)),
            }
        }
        tell(SyncStep::TryingAgain);
        if !backoff.wait_unless(cancelled) {
            return Err(SyncError::Raced);
        }
        if cancelled.load(Ordering::SeqCst) {
            return Err(SyncError::Cancelled);
        }
    }
}

/// A sync under way.
struct SyncRun<'a> {
    dir: &'a RecordsDir,
    asked: &'a Mutex<Option<Vec<MergeQuestion>>>,
    ctx: &'a RepoContext,
    /// The answers that no merge has used yet.
    answers: &'a [MergeAnswer],
    prompts: Prompts,
    cancelled: &'a AtomicBool,
    synced: SyncReport,
}

impl SyncRun<'_> {
    /// Merges what was fetched into the branch and the dir. Returns where the branch stands then; `None` where
    /// another process moved it meanwhile.
    fn bring(&mut self, head: &Head, name: &str, theirs: Option<Oid>) -> Result<Option<Oid>, SyncError> {
        let ours = head.commit;
        let repo = &self.ctx.repo;
        let Some(theirs) = theirs else { return Ok(Some(ours)) };
        let (ahead, behind) = repo.graph_ahead_behind(ours, theirs)?;
        if behind == 0 {
            return Ok(Some(ours));
        }
        let commit = if ahead == 0 { theirs } else { self.merge(head, name, theirs)? };
        if self.cancelled.load(Ordering::SeqCst) {
            return Err(SyncError::Cancelled);
        }
        if !fast_forward::fast_forward(self.ctx, ours, commit)? {
            return Ok(None);
        }
        if commit != theirs {
            self.synced.merged = Some(commit.to_string());
            // The answers belong to this merge: the next one has questions of its own.
            self.answers = &[];
        }
        self.synced.received += behind;
        self.synced.records.extend(TreeDiff::new(self.ctx, self.dir)?.between_commits(ours, commit)?);
        self.synced.records.sort();
        self.synced.records.dedup();
        Ok(Some(commit))
    }

    /// The merge commit, which no branch points to yet.
    fn merge(&self, head: &Head, name: &str, theirs: Oid) -> Result<Oid, SyncError> {
        let (ctx, repo, ours) = (self.ctx, &self.ctx.repo, head.commit);
        let bases: Vec<Oid> = match repo.merge_bases(ours, theirs) {
            Ok(bases) => bases.iter().copied().collect(),
            Err(error) if error.code() == git2::ErrorCode::NotFound => Vec::new(),
            Err(error) => return Err(error.into()),
        };
        if bases.is_empty() {
            return Err(SyncError::Unrelated(name.to_owned()));
        }
        let tips = MergeTips { bases, ours, theirs };
        let pairs = ChangesSinceBase::new(self.dir, ctx)?.pairs(&tips.bases, ours, theirs)?;
        let open = MergePlan::of(repo, &pairs, &[])?;
        let asked: Vec<MergeQuestion> = open.questions().cloned().collect();
        let answers = self.meant(&asked);
        let plan = if answers.is_empty() { open } else { MergePlan::of(repo, &pairs, &answers)? };
        let tree = if plan.is_open() {
            // Nobody need answer where another file cannot be merged.
            plan.refuse_conflicts()?;
            let questions = plan.told(repo, &tips)?;
            *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(questions.clone());
            return Err(SyncError::Questions(questions));
        } else {
            plan.tree(repo, ours)?
        };
        let message = message(&head.branch, name, &asked, &answers);
        MergeCommit::new(ctx, self.prompts, self.cancelled).commit(&tips, tree, &message)
    }

    /// The answers to the questions of this merge, and of these only to those that the last sync asked in the same way.
    fn meant(&self, asked: &[MergeQuestion]) -> Vec<MergeAnswer> {
        let before = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let is_meant = |answer: &&MergeAnswer| {
            asked.iter().find(|question| is_to(answer, question)).is_some_and(|question| {
                before.as_ref().is_none_or(|before| before.iter().any(|before| is_same(before, question)))
            })
        };
        self.answers.iter().filter(is_meant).cloned().collect()
    }
}

fn is_to(answer: &MergeAnswer, question: &MergeQuestion) -> bool {
    (&answer.record, &answer.path) == (&question.record, &question.path)
}

/// Whether two questions ask the same, whoever wrote the values.
fn is_same(one: &MergeQuestion, other: &MergeQuestion) -> bool {
    let asks = |question: &MergeQuestion| {
        let values = (question.ours.value.clone(), question.theirs.value.clone());
        (question.record.clone(), question.path.clone(), values)
    };
    asks(one) == asks(other)
}

/// The message that git would write, and the answers.
fn message(branch: &str, name: &str, asked: &[MergeQuestion], answers: &[MergeAnswer]) -> String {
    let short = branch.strip_prefix("refs/heads/").unwrap_or(branch);
    let into = if matches!(short, "main" | "master") { String::new() } else { format!(" into {short}") };
    let mut message = format!("Merge remote-tracking branch '{name}'{into}\n");
    for (n, answer) in answers.iter().enumerate() {
        let Some(question) = asked.iter().find(|question| is_to(answer, question)) else { continue };
        let (kept, not) = match answer.side {
            MergeSide::Ours => (&question.ours, &question.theirs),
            MergeSide::Theirs => (&question.theirs, &question.ours),
        };
        let shown = |value: &Option<String>| {
            let mut lines = value.as_deref().unwrap_or("nothing").trim().lines();
            let first = lines.next().unwrap_or_default();
            if lines.next().is_some() { format!("{first} …") } else { first.to_owned() }
        };
        let gap = if n == 0 { "\n" } else { "" };
        let work_file = if question.path.0.is_empty() { String::new() } else { format!(" {}", question.path) };
        message += &format!("{gap}{}{work_file}: {}, not {}\n", question.record, shown(&kept.value), shown(&not.value));
    }
    message
}

/// How many commits `one` has that `other` lacks.
fn count(ctx: &RepoContext, one: Oid, other: Option<Oid>) -> Result<usize, SyncError> {
    let mut walk = ctx.repo.revwalk()?;
    walk.push(one)?;
    if let Some(other) = other {
        walk.hide(other)?;
    }
    Ok(walk.count())
}
