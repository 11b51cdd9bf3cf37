//! Taking back an edit of this program, with a commit of its own; and taking that back again.
//!
//! Git's history is the only memory: an undo names the commit that it takes back in a trailer, and a redo the
//! undo, so that what can still be undone and redone is the same after a restart and for a colleague.
//!
//! A redo is an edit like any other: it can be undone, and that redone. As in an editor, a new edit ends what can be
//! redone.

use std::collections::{HashMap, HashSet};

use git2::{Commit, Oid, Repository};

use crate::edit::{self, Baseline, CommitMessage, HandEditPolicy};
use crate::model::RecordRef;
use crate::record;
use crate::store::error::SaveError;
use crate::store::git::filters;
use crate::store::git::repository::{self, RepoContext, WorkFile};
use crate::store::git::trailers::Trailers;
use crate::store::git::tree_diff::{FileVersion, RecordDelta, TreeDiff};
use crate::store::git::walk::newest_first;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::commit::commit;
use crate::store::saving::plan::{RecordChange, Saved, text};

/// A commit of ours in the history, and what it did to the records that it names.
struct OwnCommit {
    commit: Oid,
    /// Of the edit that it made, made again or took back.
    subject: String,
    deltas: Vec<(RecordRef, RecordDelta)>,
}

/// Takes back the latest edit not yet taken back, or the named one.
pub(crate) fn undo(dir: &RecordsDir, named: Option<&str>) -> Result<Saved, SaveError> {
    let repo = repository::open(dir)?;
    let head = repository::head(&repo)?.commit;
    match named {
        Some(name) => undo_named(dir, &repo, head, name),
        None => undo_latest(dir, &repo, head),
    }
}

fn undo_named(dir: &RecordsDir, repo: &Repository, head: Oid, name: &str) -> Result<Saved, SaveError> {
    let commit = repo.revparse_single(name).and_then(|object| object.peel_to_commit());
    let commit = commit.map_err(|_| SaveError::NoCommit(name.to_owned()))?;
    if commit.id() != head && !repo.graph_descendant_of(head, commit.id())? {
        return Err(SaveError::Elsewhere(name.to_owned()));
    }
    let trailers = Trailers::of(&commit);
    let ours = if trailers.is_edit() { made(dir, &commit, &trailers)? } else { None };
    if ours.is_none() {
        return Err(SaveError::NotOurs(name.to_owned()));
    }
    let standing = standing(repo, head, commit.id())?.ok_or_else(|| SaveError::AlreadyUndone(name.to_owned()))?;
    let commit = repo.find_commit(standing)?;
    let made = made(dir, &commit, &Trailers::of(&commit))?;
    take_back(dir, &made.ok_or_else(|| SaveError::NotOurs(name.to_owned()))?, CommitMessage::undo)
}

/// The latest edit by its commit's time, merged branches included.
fn undo_latest(dir: &RecordsDir, repo: &Repository, head: Oid) -> Result<Saved, SaveError> {
    let mut undone = HashSet::new();
    for id in newest_first(repo, head)? {
        let commit = repo.find_commit(id?)?;
        let trailers = Trailers::of(&commit);
        undone.extend(trailers.undoes);
        if !trailers.is_edit() || undone.contains(&commit.id()) {
            continue;
        }
        let Some(made) = made(dir, &commit, &trailers)? else { continue };
        // Where clocks disagree an undo may stand behind what it takes back.
        if RevertedSince::of(repo, head, commit.id())?.undone.contains_key(&commit.id()) {
            continue;
        }
        match take_back(dir, &made, CommitMessage::undo) {
            // It was taken back by hand, or under another name: the one before it is meant.
            Err(SaveError::NothingToChange) => {}
            outcome => return outcome,
        }
    }
    Err(SaveError::NothingToUndo)
}

/// Takes back the latest undo that no edit came after.
pub(crate) fn redo(dir: &RecordsDir) -> Result<Saved, SaveError> {
    let repo = repository::open(dir)?;
    let head = repository::head(&repo)?.commit;
    let mut redone = HashSet::new();
    for id in newest_first(&repo, head)? {
        let commit = repo.find_commit(id?)?;
        let trailers = Trailers::of(&commit);
        redone.extend(trailers.redoes);
        if trailers.is_edit() && trailers.redoes.is_none() {
            break;
        }
        if trailers.undoes.is_none() || redone.contains(&commit.id()) {
            continue;
        }
        let Some(made) = made(dir, &commit, &trailers)? else { continue };
        if RevertedSince::of(&repo, head, commit.id())?.redone.contains_key(&commit.id()) {
            continue;
        }
        match take_back(dir, &made, CommitMessage::redo) {
            // It was made again by hand: the one before it is meant.
            Err(SaveError::NothingToChange) => {}
            outcome => return outcome,
        }
    }
    Err(SaveError::NothingToRedo)
}

/// What was undone and redone since a commit: each by which commit.
#[derive(Default)]
struct RevertedSince {
    undone: HashMap<Oid, Oid>,
    redone: HashMap<Oid, Oid>,
}

impl RevertedSince {
    fn of(repo: &Repository, head: Oid, commit: Oid) -> Result<Self, SaveError> {
        let mut since = Self::default();
        let mut walk = newest_first(repo, head)?;
        walk.hide(commit)?;
        for id in walk {
            let id = id?;
            let trailers = Trailers::of(&repo.find_commit(id)?);
            since.undone.extend(trailers.undoes.map(|undone| (undone, id)));
            since.redone.extend(trailers.redoes.map(|redone| (redone, id)));
        }
        Ok(since)
    }
}

/// The commit that an edit comes from now: its own, or the redo; `None` where it is undone.
fn standing(repo: &Repository, head: Oid, edit: Oid) -> Result<Option<Oid>, SaveError> {
    let RevertedSince { mut undone, redone } = RevertedSince::of(repo, head, edit)?;
    let mut standing = edit;
    // Each is taken out as it is passed, so that trailers that name each other come to an end.
    while let Some(undo) = undone.remove(&standing) {
        match redone.get(&undo) {
            Some(again) => standing = *again,
            None => return Ok(None),
        }
    }
    Ok(Some(standing))
}

/// What a commit of ours did to the records of this folder that it names; `None` where it did nothing to them.
fn made(dir: &RecordsDir, commit: &Commit<'_>, trailers: &Trailers) -> Result<Option<OwnCommit>, SaveError> {
    if commit.parent_count() != 1 {
        return Ok(None);
    }
    let ctx = RepoContext::open(dir)?;
    let deltas = TreeDiff::new(&ctx, dir)?.changed_by_edit(&ctx.repo.find_commit(commit.id())?, &trailers.records)?;
    if deltas.is_empty() {
        return Ok(None);
    }
    let subject = commit.summary().ok().flatten().unwrap_or_default();
    let subject = match (trailers.undoes, trailers.redoes) {
        (Some(_), _) => quoted(subject, "Undo"),
        (_, Some(_)) => quoted(subject, "Redo"),
        _ => subject,
    };
    Ok(Some(OwnCommit { commit: commit.id(), subject: subject.to_owned(), deltas: deltas.into_iter().collect() }))
}

/// The subject within `Undo "…"`, so that what is undone and redone again and again is named as it was.
fn quoted<'a>(subject: &'a str, verb: &str) -> &'a str {
    let rest = subject.strip_prefix(verb).and_then(|rest| rest.strip_prefix(" \""));
    rest.and_then(|rest| rest.strip_suffix('"')).unwrap_or(subject)
}

fn take_back(
    dir: &RecordsDir,
    made: &OwnCommit,
    message: fn(&[RecordRef], &str, &str) -> CommitMessage,
) -> Result<Saved, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let head = repository::head(&ctx.repo)?.commit;
    let mut changes = Vec::with_capacity(made.deltas.len());
    for (record, delta) in &made.deltas {
        let (file, work_file) = whereabouts(&ctx, dir, record, delta)?;
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
    commit(dir, &changes, &message(&records, &made.commit.to_string(), &made.subject))
}

/// A record's file where it is today, or else where it was then.
fn whereabouts(
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

/// One record of what is taken back.
struct Reversal<'a> {
    ctx: &'a RepoContext,
    head: Oid,
    work_file: WorkFile,
    record: &'a RecordRef,
    delta: &'a RecordDelta,
    commit: Oid,
}

impl Reversal<'_> {
    /// The text without the edit: as it was before where nothing came after, else with the edit's lines taken out.
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
        // The edit's own change backwards, beside all that came since: what was changed again is no edit's alone.
        let merged = record::merge(self.record, Some(&after), now, &before, &[]).map_err(|_| conflict())?;
        if !merged.questions.is_empty() {
            return Err(conflict());
        }
        let sides = Baseline::Two { base: Some(&after), sides: [now, &before] };
        edit::validate(self.record, &sides, &merged.text).map_err(|_| conflict())?;
        Ok(Some(merged.text))
    }

    /// The record's text in a commit, in the form that the work tree has.
    fn version(&self, version: Option<&FileVersion>, now: Option<&str>) -> Result<Option<String>, SaveError> {
        let Some(version) = version else { return Ok(None) };
        let repo = &self.ctx.repo;
        // Where the work file is not what git stores, filters stand between them, and git knows them.
        let filtered = match (now, self.ctx.committed(&self.work_file, self.head)?) {
            (Some(now), Some((blob, _))) => repo.find_blob(blob)?.content() != now.as_bytes(),
            _ => filters::converts(self.ctx, &self.work_file)?,
        };
        let bytes = if filtered {
            filters::checked_out_by_git(self.ctx, &self.work_file, version.blob)?
        } else {
            repo.find_blob(version.blob)?.content().to_vec()
        };
        text(&bytes).map(|text| Some(text.to_owned()))
    }
}
