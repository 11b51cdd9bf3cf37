//! Sync: fetch, merge by meaning, push.
//!
//! The user's git talks to the remote, with the user's credentials. Both sides are merged in memory. Git checks out the
//! result, as a fast-forward, only when no question is left.

mod authors;
mod changes_since_base;
pub(super) mod conflicts;
pub(super) mod error;
mod fast_forward;
mod merge;
mod merge_commit;
pub(super) mod remote;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use git2::{Mempack, Oid};

use crate::edit;
use crate::model::{Incubator, MergeAnswer, MergeQuestion, MergeSide, RecordRef};
use crate::store::backoff::Backoff;
use crate::store::git::objects;
use crate::store::git::prompts::Prompts;
use crate::store::git::repository::{Head, RepoContext};
use crate::store::git::tree_diff::TreeDiff;
use crate::store::git::walk::tree_of;
use crate::store::reading::incubator::incubator;
use crate::store::records_dir::RecordsDir;
use changes_since_base::ChangesSinceBase;
use error::{SyncError, SyncReport, SyncStep};
use merge::{MergePlan, MergeTips};
use merge_commit::MergeCommit;
use remote::{PushOutcome, Remote};

/// How long a sync keeps trying if others push first. This is enough for some 250 attempts: of eight clones that push
/// without a pause, each succeeds every eighth time.
const WAIT_LIMIT: Duration = Duration::from_secs(60);
/// The longest wait between two attempts.
const LONGEST_WAIT: Duration = Duration::from_millis(256);

/// Fetches, merges, pushes.
pub(crate) fn sync(
    dir: &RecordsDir,
    asked: &Mutex<Option<Vec<MergeQuestion>>>,
    answers: &[MergeAnswer],
    prompts: Prompts,
    progress: &dyn Fn(SyncStep),
    cancelled: &AtomicBool,
) -> Result<SyncReport, SyncError> {
    let mut ctx = RepoContext::open(dir)?;
    merge_commit::sweep(&ctx);
    let settled = conflicts::settle(dir, &ctx, asked, answers)?;
    if !settled.is_empty() {
        // The user's git ends what it began, and the files are not committed yet.
        return Ok(SyncReport { settled, in_progress: ctx.in_progress()?, ..SyncReport::default() });
    }
    if ctx.is_shallow() {
        let head = ctx.head()?;
        let remote = Remote::of(&ctx, &head.branch, prompts, progress, cancelled)?;
        if remote.complete_history(head.commit)? {
            // The library keeps the parents of commits that it has read.
            drop(remote);
            ctx = RepoContext::open(dir)?;
        }
    }
    // The user's git writes what is merged, in any format. If it is killed, `git gc` removes its half-written objects,
    // but not those of libgit2.
    let odb = ctx.repo.odb()?;
    let in_memory = odb.add_new_mempack_backend(objects::PRIORITY)?;
    let report = SyncReport::default();
    let mut sync = SyncRun { dir, asked, ctx: &ctx, in_memory: &in_memory, answers, prompts, cancelled, report };
    let mut refused: Option<(Option<Oid>, String)> = None;
    let mut backoff = Backoff::of(WAIT_LIMIT).growing_to(LONGEST_WAIT);
    loop {
        let head = ctx.head()?;
        let remote = Remote::of(&ctx, &head.branch, prompts, progress, cancelled)?;
        let theirs = remote.fetch(head.commit)?;
        if let Some((then, words)) = refused.take()
            && then == theirs
        {
            return Err(SyncError::Refused { remote: remote.name().to_owned(), words });
        }
        progress(SyncStep::Merging);
        if let Some(ours) = sync.integrate(&head, remote.short(), theirs)? {
            let pushed = if remote.pushes_to_upstream() { theirs } else { remote.pushed()? };
            if pushed == Some(ours) {
                remote.remember(theirs.unwrap_or(ours))?;
                return Ok(sync.report);
            }
            sync.report.sent = count(&ctx, ours, pushed)?;
            match remote.push()? {
                PushOutcome::Done => {
                    let tip = if remote.pushes_to_upstream() { ours } else { theirs.unwrap_or(ours) };
                    remote.remember(tip)?;
                    return Ok(sync.report);
                }
                PushOutcome::Refused(words) => refused = Some((theirs, words)),
            }
        }
        progress(SyncStep::TryingAgain);
        if !backoff.wait_unless(cancelled) {
            return Err(SyncError::Raced);
        }
        if cancelled.load(Ordering::SeqCst) {
            return Err(SyncError::Cancelled);
        }
    }
}

/// The version of a record at the remote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetchedRecord {
    pub bytes: Vec<u8>,
    /// The author of the last commit that changed it.
    pub author: String,
}

/// Fetches, and returns the version of a record there; `None` if there is none. Nothing is merged.
pub(crate) fn fetch_record(
    dir: &RecordsDir,
    record: &RecordRef,
    prompts: Prompts,
    cancelled: &AtomicBool,
) -> Result<Option<FetchedRecord>, SyncError> {
    let ctx = RepoContext::open(dir)?;
    let head = ctx.head()?;
    let remote = Remote::of(&ctx, &head.branch, prompts, &|_| {}, cancelled)?;
    let Some(theirs) = remote.fetch(head.commit)? else { return Ok(None) };
    let Ok(below) = dir.real.strip_prefix(&ctx.work) else { return Ok(None) };
    let path = below.join(dir.file_of(record));
    let blob_in = |commit: Oid| -> Result<Option<Oid>, SyncError> {
        Ok(tree_of(&ctx.repo, commit)?.get_path(&path).ok().map(|entry| entry.id()))
    };
    let Some(blob) = blob_in(theirs)? else { return Ok(None) };
    let mut walk = ctx.repo.revwalk()?;
    walk.push(theirs)?;
    let mut last = theirs;
    for commit in walk {
        let commit = commit?;
        if blob_in(commit)? != Some(blob) {
            break;
        }
        last = commit;
    }
    let author = ctx.repo.find_commit(last)?.author().name().unwrap_or_default().to_owned();
    Ok(Some(FetchedRecord { bytes: ctx.blob(blob)?, author }))
}

/// A running sync.
struct SyncRun<'a> {
    dir: &'a RecordsDir,
    asked: &'a Mutex<Option<Vec<MergeQuestion>>>,
    ctx: &'a RepoContext,
    /// The new objects of a merge.
    in_memory: &'a Mempack<'a>,
    /// The answers that no merge has used yet.
    answers: &'a [MergeAnswer],
    prompts: Prompts,
    cancelled: &'a AtomicBool,
    report: SyncReport,
}

impl SyncRun<'_> {
    /// Merges the fetched commits into the branch and the folder. Returns the new commit of the branch; `None` if
    /// another process has moved the branch meanwhile.
    fn integrate(&mut self, head: &Head, name: &str, theirs: Option<Oid>) -> Result<Option<Oid>, SyncError> {
        let ours = head.commit;
        let repo = &self.ctx.repo;
        let Some(theirs) = theirs else { return Ok(Some(ours)) };
        let (ahead, behind) = repo.graph_ahead_behind(ours, theirs)?;
        if behind == 0 {
            return Ok(Some(ours));
        }
        self.ctx.fetch_trees(&[ours, theirs])?;
        let commit = if ahead == 0 { theirs } else { self.merge(head, name, theirs, behind)? };
        if self.cancelled.load(Ordering::SeqCst) {
            return Err(SyncError::Cancelled);
        }
        if !fast_forward::fast_forward(self.dir, self.ctx, ours, commit)? {
            return Ok(None);
        }
        if commit != theirs {
            self.report.merged = Some(commit.to_string());
            // The answers belong to this merge: the next one has its own questions.
            self.answers = &[];
        }
        self.report.received += behind;
        self.report.records.extend(TreeDiff::new(self.ctx, self.dir)?.between_commits(ours, commit)?);
        self.report.records.sort();
        self.report.records.dedup();
        Ok(Some(commit))
    }

    /// Creates the merge commit, by which `received` commits arrive. No branch points to it yet.
    fn merge(&self, head: &Head, name: &str, theirs: Oid, received: usize) -> Result<Oid, SyncError> {
        let (ctx, repo, ours) = (self.ctx, &self.ctx.repo, head.commit);
        let bases: Vec<Oid> = match repo.merge_bases(ours, theirs) {
            Ok(bases) => bases.iter().copied().collect(),
            Err(error) if error.code() == git2::ErrorCode::NotFound => Vec::new(),
            Err(error) => return Err(error.into()),
        };
        if bases.is_empty() {
            return Err(SyncError::Unrelated(name.to_owned()));
        }
        self.ctx.fetch_trees(&bases)?;
        let tips = MergeTips { bases, ours, theirs };
        let pairs = ChangesSinceBase::new(self.dir, ctx)?.pairs(&tips.bases, ours, theirs)?;
        let open = MergePlan::of(ctx, &pairs, &[])?;
        let asked: Vec<MergeQuestion> = open.questions().cloned().collect();
        let answers = applicable(self.asked, self.answers, &asked);
        let plan = if answers.is_empty() { open } else { MergePlan::of(ctx, &pairs, &answers)? };
        let tree = if plan.is_open() {
            // Don't ask if another file cannot be merged anyway.
            plan.refuse_conflicts()?;
            let questions = plan.into_questions(ctx, &tips)?;
            *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(questions.clone());
            return Err(SyncError::Questions(questions));
        } else {
            plan.tree(ctx, ours)?
        };
        objects::store_by_git(ctx, self.in_memory, tree)?;
        let message = message(&incubator(self.dir), &head.branch, name, &asked, &answers);
        let message = format!("{message}\n{}: {received}\n", edit::RECEIVED);
        MergeCommit::new(ctx, self.prompts, self.cancelled).commit(&tips, tree, &message)
    }
}

/// Returns the answers to the questions of a merge, unless the last sync asked them with other values.
fn applicable(
    asked_before: &Mutex<Option<Vec<MergeQuestion>>>,
    answers: &[MergeAnswer],
    asked: &[MergeQuestion],
) -> Vec<MergeAnswer> {
    let before = asked_before.lock().unwrap_or_else(PoisonError::into_inner);
    let is_applicable = |answer: &&MergeAnswer| {
        asked.iter().find(|question| answers_question(answer, question)).is_some_and(|question| {
            before.as_ref().is_none_or(|before| before.iter().any(|before| is_same(before, question)))
        })
    };
    answers.iter().filter(is_applicable).cloned().collect()
}

fn answers_question(answer: &MergeAnswer, question: &MergeQuestion) -> bool {
    (&answer.record, &answer.path) == (&question.record, &question.path)
}

/// Returns whether two questions are about the same values, regardless of their authors.
fn is_same(one: &MergeQuestion, other: &MergeQuestion) -> bool {
    let asks = |question: &MergeQuestion| {
        let values = (question.ours.value.clone(), question.theirs.value.clone());
        (question.record.clone(), question.path.clone(), values)
    };
    asks(one) == asks(other)
}

/// Returns the message of git for a merge, and the answers.
fn message(
    incubator: &Incubator,
    branch: &str,
    name: &str,
    asked: &[MergeQuestion],
    answers: &[MergeAnswer],
) -> String {
    let short = branch.strip_prefix("refs/heads/").unwrap_or(branch);
    let into = if matches!(short, "main" | "master") { String::new() } else { format!(" into {short}") };
    let mut message = format!("Merge remote-tracking branch '{name}'{into}\n");
    for (n, answer) in answers.iter().enumerate() {
        let Some(question) = asked.iter().find(|question| answers_question(answer, question)) else { continue };
        let (kept, not) = match answer.side {
            MergeSide::Ours => (&question.ours, &question.theirs),
            MergeSide::Theirs => (&question.theirs, &question.ours),
        };
        let gap = if n == 0 { "\n" } else { "" };
        let work_file = if question.path.is_empty() { String::new() } else { format!(" {}", question.path) };
        let values = [kept, not].map(|side| side.value.as_deref());
        let line = edit::merge_answer(incubator, &format!("{}{work_file}", question.record), values);
        message += &format!("{gap}{line}\n");
    }
    message
}

/// Returns how many commits `one` has that `other` lacks.
fn count(ctx: &RepoContext, one: Oid, other: Option<Oid>) -> Result<usize, SyncError> {
    let mut walk = ctx.repo.revwalk()?;
    walk.push(one)?;
    if let Some(other) = other {
        walk.hide(other)?;
    }
    Ok(walk.count())
}
