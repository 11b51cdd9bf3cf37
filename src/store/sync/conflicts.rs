//! Records that git left in conflict, after a merge, a rebase, or `git stash pop`: with its markers, or unmerged in the
//! index. They are settled from their files, value by value, as a sync settles what both sides changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use git2::Oid;
use memchr::memmem;

use crate::model::{GitOperation, MergeAnswer, MergeQuestion, RecordRef};
use crate::record;
use crate::store::error::{SaveError, refused};
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::git::walk::parse_id;
use crate::store::git::{command, filters};
use crate::store::plain_file;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::atomic_write::{DisplacedFile, PendingWrite, ReplaceOutcome, sync_folders};
use crate::store::saving::recover::recover;
use crate::store::scan::record_at;
use crate::store::sync::applicable;
use crate::store::sync::error::SyncError;
use crate::store::sync::fast_forward::stage;
use crate::store::sync::merge::{self, MergeTexts};

/// How a line with git's first marker begins.
const MARKER: &[u8] = b"<<<<<<< ";

/// Returns what git has begun and not ended; `None` if there is nothing, or no repository.
pub(crate) fn operation(dir: &RecordsDir) -> Option<GitOperation> {
    let ctx = RepoContext::open(dir).ok()?;
    let name = ctx.in_progress().ok()??;
    // The operation is named even if git cannot say which files are in conflict.
    let unmerged = unmerged(&ctx).unwrap_or_default();
    let is_record = |path: &&PathBuf| record_of(dir, &ctx, path).is_some();
    let records = unmerged.keys().filter(is_record).count();
    Some(GitOperation { name, records, others: unmerged.len() - records })
}

/// Settles all conflicts in the files of records with the answers given so far, and returns these records.
///
/// # Errors
/// [`SyncError::Questions`] if a value is still open; nothing was written then.
pub(super) fn settle(
    dir: &RecordsDir,
    ctx: &RepoContext,
    asked: &Mutex<Option<Vec<MergeQuestion>>>,
    answers: &[MergeAnswer],
) -> Result<Vec<RecordRef>, SyncError> {
    let conflicts = FileConflict::all(dir, ctx)?;
    if conflicts.is_empty() {
        return Ok(Vec::new());
    }
    let open = conflicts.iter().map(|conflict| conflict.settled(&[])).collect::<Result<Vec<_>, _>>()?;
    let questions: Vec<MergeQuestion> = open.into_iter().filter_map(Result::err).flatten().collect();
    let answers = applicable(asked, answers, &questions);
    let mut questions = Vec::new();
    let mut settled = Vec::new();
    for conflict in &conflicts {
        match conflict.settled(&answers)? {
            Ok(content) => settled.push((conflict, content)),
            Err(open) => questions.extend(open),
        }
    }
    if !questions.is_empty() {
        *asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(questions.clone());
        return Err(SyncError::Questions(questions));
    }
    let save_lock = SaveLock::take(ctx)?;
    recover(dir, ctx, &save_lock)?;
    for (conflict, content) in &settled {
        conflict.write(ctx, &save_lock, content.as_deref())?;
    }
    Ok(settled.into_iter().map(|(conflict, _)| conflict.record.clone()).collect())
}

/// A record that git left in conflict.
struct FileConflict {
    record: RecordRef,
    work_file: WorkFile,
    /// The file as it is; `None` if there is none.
    file: Option<Vec<u8>>,
    texts: MergeTexts,
    /// What the markers call the two versions.
    names: [Option<String>; 2],
    /// Whether git waits for the file to be staged.
    is_unmerged: bool,
}

impl FileConflict {
    fn all(dir: &RecordsDir, ctx: &RepoContext) -> Result<Vec<Self>, SyncError> {
        let unmerged = unmerged(ctx)?;
        let mut files: BTreeSet<(RecordRef, String)> = with_markers(dir).into_iter().collect();
        files.extend(unmerged.keys().filter_map(|path| record_of(dir, ctx, path)));
        let mut conflicts = Vec::new();
        for (record, file) in files {
            let work_file = ctx.work_file(dir, &file)?;
            let sides = unmerged.get(&work_file.path);
            conflicts.extend(Self::of(ctx, record, work_file, sides)?);
        }
        Ok(conflicts)
    }

    /// Returns the conflict in a file, given its versions in the index. `None` if the user has already settled it in an
    /// editor.
    fn of(
        ctx: &RepoContext,
        record: RecordRef,
        work_file: WorkFile,
        sides: Option<&Stages>,
    ) -> Result<Option<Self>, SyncError> {
        let file = work_file.bytes()?;
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).ok();
        let here = file.clone().and_then(text);
        let stage = |n: usize| -> Result<Option<String>, SaveError> {
            let Some(blob) = sides.and_then(|sides| sides[n]) else { return Ok(None) };
            Ok(text(filters::checked_out(ctx, &work_file, blob)?))
        };
        let (base, ours, theirs) = (stage(0)?, stage(1)?, stage(2)?);
        if let Some(versions) = here.as_deref().and_then(record::conflict_versions) {
            let texts =
                MergeTexts { base: base.or(versions.base), ours: Some(versions.ours), theirs: Some(versions.theirs) };
            let names = versions.names.map(Some);
            return Ok(Some(Self { record, work_file, file, texts, names, is_unmerged: sides.is_some() }));
        }
        // Without markers, the file is as a merge driver or git left it, or as the user settled it.
        let texts = MergeTexts { base, ours, theirs };
        let left = match (&texts.ours, &texts.theirs) {
            (Some(ours), Some(theirs)) => {
                let merged = record::merge(&record, texts.base.as_deref(), ours, theirs, &[]);
                [merged.ok().map(|merged| merged.text), texts.ours.clone()]
            }
            _ => [texts.ours.clone(), texts.theirs.clone()],
        };
        let is_open = sides.is_some() && here.is_some() && left.contains(&here);
        let names = [None, None];
        Ok(is_open.then_some(Self { record, work_file, file, texts, names, is_unmerged: true }))
    }

    /// Returns the text that settles the conflict, `None` if the record is to be removed; else what must be decided.
    fn settled(&self, answers: &[MergeAnswer]) -> Result<Result<Option<String>, Vec<MergeQuestion>>, SyncError> {
        // A version that is too large for a record is left to git.
        let too_large = |_| SyncError::Conflicts(vec![self.work_file.path.clone()]);
        let settled = merge::settled(&self.record, &self.texts, answers).map_err(too_large)?;
        Ok(settled.map_err(|mut questions| {
            for MergeQuestion { ours, theirs, .. } in &mut questions {
                let [our_name, their_name] = self.names.clone();
                (ours.by, theirs.by) = (our_name, their_name);
            }
            questions
        }))
    }

    fn is_changed(&self) -> SaveError {
        SaveError::Dirty(self.work_file.path.clone(), vec![self.record.clone()])
    }

    /// Replaces the file, unless somebody has saved it meanwhile, and tells git that the conflict is settled.
    fn write(&self, ctx: &RepoContext, save_lock: &SaveLock, content: Option<&str>) -> Result<(), SyncError> {
        let path = &self.work_file.absolute;
        let failed = |error| refused(path, error);
        match content {
            Some(content) => {
                let pending = PendingWrite::new(path, content.as_bytes()).map_err(failed)?;
                match pending.put(self.file.as_deref()).map_err(failed)? {
                    ReplaceOutcome::Done(displaced) => displaced.into_iter().for_each(DisplacedFile::release),
                    ReplaceOutcome::Changed => return Err(self.is_changed().into()),
                }
            }
            None if self.work_file.bytes()? != self.file => return Err(self.is_changed().into()),
            None => fs::remove_file(path).map_err(failed)?,
        }
        sync_folders(std::iter::once(path.as_path())).map_err(failed)?;
        if self.is_unmerged {
            stage(ctx, save_lock, &self.work_file.path)?;
        }
        Ok(())
    }
}

/// The blobs of a file in conflict: base, ours, theirs.
type Stages = [Option<Oid>; 3];

/// Returns the files that are unmerged in the index, below the work tree.
fn unmerged(ctx: &RepoContext) -> Result<BTreeMap<PathBuf, Stages>, SaveError> {
    let listed = command::run(ctx.safe_git().args(["ls-files", "--unmerged", "-z", "--full-name"]), None)?;
    let listed = String::from_utf8_lossy(&listed);
    let mut files: BTreeMap<PathBuf, Stages> = BTreeMap::new();
    for entry in listed.split('\0') {
        // Mode, blob, stage, then the path.
        let Some((details, path)) = entry.split_once('\t') else { continue };
        let mut details = details.split(' ').skip(1);
        let (Some(Ok(blob)), Some(stage)) = (details.next().map(parse_id), details.next()) else { continue };
        let stage: usize = stage.parse().unwrap_or_default();
        if let Some(side) = files.entry(path.into()).or_default().get_mut(stage.wrapping_sub(1)) {
            *side = Some(blob);
        }
    }
    Ok(files)
}

/// The record in a file below the work tree, with the path of the file below the folder.
fn record_of(dir: &RecordsDir, ctx: &RepoContext, path: &Path) -> Option<(RecordRef, String)> {
    let below = dir.real.strip_prefix(&ctx.work).ok()?;
    let file = path.strip_prefix(below).ok()?;
    Some((record_at(file)?, file.to_str()?.to_owned()))
}

/// Returns the records whose files contain a marker.
fn with_markers(dir: &RecordsDir) -> Vec<(RecordRef, String)> {
    let marker = memmem::Finder::new(MARKER);
    let has_marker = |(_, file): &(RecordRef, String)| {
        let bytes = plain_file::read_file(&dir.root.join(file), record::LARGEST);
        bytes.is_ok_and(|bytes| marker.find_iter(&bytes).any(|at| at == 0 || bytes[at - 1] == b'\n'))
    };
    dir.scan.all().filter(has_marker).collect()
}
