//! Undo and redo, each with a new commit.
//!
//! The history of git is the only memory: an undo names the reverted commit in a trailer, and a redo names the undo. So
//! the same edits can be undone and redone after a restart, and by a colleague.
//!
//! A redo is an edit like any other: it can be undone, and that redone. As in an editor, nothing can be redone after a
//! new edit.

use std::collections::{HashMap, HashSet};

use git2::Oid;

use crate::edit::{self, Baseline, CommitMessage, HandEditPolicy};
use crate::model::{Incubator, RecordRef};
use crate::record;
use crate::store::error::SaveError;
use crate::store::git::ancestors::{self, Ancestors};
use crate::store::git::filters;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::git::trailers::Trailers;
use crate::store::git::tree_diff::{FileVersion, RecordDelta, TreeDiff};
use crate::store::git::walk::CommitInfo;
use crate::store::reading::incubator::incubator;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::commit::commit;
use crate::store::saving::plan::{RecordChange, Saved, text};

/// A commit of this program, and what it changed in the records that it names.
struct OwnCommit {
    commit: Oid,
    /// The subject of the edit that it applied or reverted.
    subject: String,
    deltas: Vec<(RecordRef, RecordDelta)>,
}

/// Undoes the latest edit that is not undone yet, or the given one.
pub(crate) fn undo(dir: &RecordsDir, named: Option<&str>) -> Result<Saved, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let head = ctx.head()?.commit;
    match named {
        Some(name) => undo_named(dir, &ctx, head, name),
        None => undo_latest(dir, &ctx, head),
    }
}

fn undo_named(dir: &RecordsDir, ctx: &RepoContext, head: Oid, name: &str) -> Result<Saved, SaveError> {
    let id = ctx.resolve(name)?.ok_or_else(|| SaveError::NoCommit(name.to_owned()))?;
    let commit = ctx.commit(id)?;
    if id != head && !ctx.repo.graph_descendant_of(head, id)? {
        return Err(SaveError::Elsewhere(name.to_owned()));
    }
    let trailers = Trailers::of(&commit);
    let ours = if trailers.is_edit() { own_commit(dir, &commit, &trailers)? } else { None };
    if ours.is_none() {
        return Err(SaveError::NotOurs(name.to_owned()));
    }
    let standing = current_commit(ctx, head, id)?.ok_or_else(|| SaveError::AlreadyUndone(name.to_owned()))?;
    let commit = ctx.commit(standing)?;
    let made = own_commit(dir, &commit, &Trailers::of(&commit))?;
    revert(dir, &made.ok_or_else(|| SaveError::NotOurs(name.to_owned()))?, CommitMessage::undo)
}

/// Undoes the latest edit by commit time, merged branches included.
fn undo_latest(dir: &RecordsDir, ctx: &RepoContext, head: Oid) -> Result<Saved, SaveError> {
    let mut undone = HashSet::new();
    for commit in Ancestors::of(ctx, head)? {
        let commit = commit?;
        let trailers = Trailers::of(&commit);
        undone.extend(trailers.undoes);
        if !trailers.is_edit() || undone.contains(&commit.id) {
            continue;
        }
        let Some(made) = own_commit(dir, &commit, &trailers)? else { continue };
        // If clocks disagree, an undo may come after the commit that it reverts.
        if RevertedSince::of(ctx, head, commit.id)?.undone.contains_key(&commit.id) {
            continue;
        }
        match revert(dir, &made, CommitMessage::undo) {
            // Somebody has reverted it by hand, so undo the edit before it.
            Err(SaveError::NothingToChange) => {}
            outcome => return outcome,
        }
    }
    Err(SaveError::NothingToUndo)
}

/// Redoes the latest undo, unless an edit came after it.
pub(crate) fn redo(dir: &RecordsDir) -> Result<Saved, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let head = ctx.head()?.commit;
    let mut redone = HashSet::new();
    for commit in Ancestors::of(&ctx, head)? {
        let commit = commit?;
        let trailers = Trailers::of(&commit);
        redone.extend(trailers.redoes);
        if trailers.is_edit() && trailers.redoes.is_none() {
            break;
        }
        if trailers.undoes.is_none() || redone.contains(&commit.id) {
            continue;
        }
        let Some(made) = own_commit(dir, &commit, &trailers)? else { continue };
        if RevertedSince::of(&ctx, head, commit.id)?.redone.contains_key(&commit.id) {
            continue;
        }
        match revert(dir, &made, CommitMessage::redo) {
            // Somebody has redone it by hand, so redo the undo before it.
            Err(SaveError::NothingToChange) => {}
            outcome => return outcome,
        }
    }
    Err(SaveError::NothingToRedo)
}

/// The commits undone and redone since a commit, each with the commit that did it.
#[derive(Default)]
struct RevertedSince {
    undone: HashMap<Oid, Oid>,
    redone: HashMap<Oid, Oid>,
}

impl RevertedSince {
    fn of(ctx: &RepoContext, head: Oid, commit: Oid) -> Result<Self, SaveError> {
        let mut since = Self::default();
        for later in ancestors::since(ctx, head, &[commit])? {
            let trailers = Trailers::of(&later);
            since.undone.extend(trailers.undoes.map(|undone| (undone, later.id)));
            since.redone.extend(trailers.redoes.map(|redone| (redone, later.id)));
        }
        Ok(since)
    }
}

/// Returns the commit that an edit is in now: its own, or the last redo. `None` if it is undone.
fn current_commit(ctx: &RepoContext, head: Oid, edit: Oid) -> Result<Option<Oid>, SaveError> {
    let RevertedSince { mut undone, redone } = RevertedSince::of(ctx, head, edit)?;
    let mut standing = edit;
    // Removes each visited one, so that trailers that name each other cause no endless loop.
    while let Some(undo) = undone.remove(&standing) {
        match redone.get(&undo) {
            Some(again) => standing = *again,
            None => return Ok(None),
        }
    }
    Ok(Some(standing))
}

/// Returns what a commit of this program changed in the records of this folder; `None` if it changed none.
fn own_commit(dir: &RecordsDir, commit: &CommitInfo, trailers: &Trailers) -> Result<Option<OwnCommit>, SaveError> {
    let &[parent] = commit.parents.as_slice() else { return Ok(None) };
    let ctx = RepoContext::open(dir)?;
    ctx.fetch_trees(&[commit.id, parent])?;
    let deltas = TreeDiff::new(&ctx, dir)?.changed_by_edit(commit, &trailers.records)?;
    if deltas.is_empty() {
        return Ok(None);
    }
    let mut subject = commit.subject();
    if trailers.undoes.is_some() || trailers.redoes.is_some() {
        subject = edit::quoted_subject(subject);
    }
    Ok(Some(OwnCommit { commit: commit.id, subject: subject.to_owned(), deltas: deltas.into_iter().collect() }))
}

fn revert(
    dir: &RecordsDir,
    made: &OwnCommit,
    message: fn(&Incubator, &[RecordRef], &str, &str) -> CommitMessage,
) -> Result<Saved, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let head = ctx.head()?.commit;
    let mut changes = Vec::with_capacity(made.deltas.len());
    for (record, delta) in &made.deltas {
        let (file, work_file) = current_file(&ctx, dir, record, delta)?;
        let is_new = delta.after.is_none() && !work_file.absolute.exists();
        let back = Reversal { ctx: &ctx, head, work_file, record, delta, commit: made.commit };
        let make = Box::new(move |now: Option<&str>| back.without(now));
        changes.push(RecordChange {
            record: record.clone(),
            file,
            make,
            is_new,
            by_hand: false,
            hand_edits: HandEditPolicy::Refuse,
        });
    }
    let records: Vec<RecordRef> = made.deltas.iter().map(|(record, _)| record.clone()).collect();
    let message = message(&incubator(dir), &records, &made.commit.to_string(), &made.subject);
    commit(dir, &changes, &message)
}

/// Returns the file of a record today, or where it was then if it does not exist.
fn current_file(
    ctx: &RepoContext,
    dir: &RecordsDir,
    record: &RecordRef,
    delta: &RecordDelta,
) -> Result<(String, WorkFile), SaveError> {
    let today = dir.file_of(record);
    let work_file = ctx.work_file(dir, &today)?;
    match delta.before.as_ref().or(delta.after.as_ref()) {
        Some(then) if !work_file.absolute.exists() => Ok((then.path.clone(), ctx.work_file(dir, &then.path)?)),
        _ => Ok((today, work_file)),
    }
}

/// The reversal of an edit in one record.
struct Reversal<'a> {
    ctx: &'a RepoContext,
    head: Oid,
    work_file: WorkFile,
    record: &'a RecordRef,
    delta: &'a RecordDelta,
    commit: Oid,
}

impl Reversal<'_> {
    /// Returns the text without the edit: the one before it if nothing came after, else with the edit merged out.
    fn without(&self, now: Option<&str>) -> Result<Option<String>, SaveError> {
        let before = self.version(self.delta.before.as_ref(), now)?;
        let after = self.version(self.delta.after.as_ref(), now)?;
        if now == after.as_deref() {
            return Ok(before);
        }
        if now == before.as_deref() {
            return Ok(before);
        }
        let conflict = || SaveError::UndoConflict(self.commit.to_string());
        let (Some(before), Some(after), Some(now)) = (before, after, now) else { return Err(conflict()) };
        // Merges the reversed edit with everything that came since. What was changed again is a conflict.
        let merged = record::merge(self.record, Some(&after), now, &before, &[]).map_err(|_| conflict())?;
        if !merged.questions.is_empty() {
            return Err(conflict());
        }
        let sides = Baseline::Two { base: Some(&after), sides: [now, &before] };
        edit::validate(self.record, &sides, &merged.text).map_err(|_| conflict())?;
        Ok(Some(merged.text))
    }

    /// Returns the text of the record in a commit, in the form of the work tree.
    fn version(&self, version: Option<&FileVersion>, now: Option<&str>) -> Result<Option<String>, SaveError> {
        let Some(version) = version else { return Ok(None) };
        // If the work file differs from its blob, only git knows the filters between them.
        let filtered = match (now, self.ctx.committed(&self.work_file, self.head)?) {
            (Some(now), Some((blob, _))) => self.ctx.blob(blob)? != now.as_bytes(),
            _ => filters::converts(self.ctx, &self.work_file)?,
        };
        let bytes = if filtered {
            filters::checked_out_by_git(self.ctx, &self.work_file, version.blob)?
        } else {
            self.ctx.blob(version.blob)?
        };
        text(&bytes).map(|text| Some(text.to_owned()))
    }
}
