//! Merging both sides in memory: records by meaning, other files by lines. This writes blobs and trees only, to which
//! no branch points.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use git2::build::TreeUpdateBuilder;
use git2::{ErrorCode, FileFavor, FileMode, MergeFileInput, MergeFileOptions, ObjectType, Oid, Tree};

use crate::edit::{self, Baseline};
use crate::model::{self, MergeAnswer, MergeQuestion, MergeSide, MergeVersion, RecordRef};
use crate::record::{self, MergeError};
use crate::store::git::filters;
use crate::store::git::repository::RepoContext;
use crate::store::git::walk::tree_of;
use crate::store::sync::authors::AuthorSearch;
use crate::store::sync::changes_since_base::{FilePair, TreeFile};
use crate::store::sync::error::SyncError;

/// The commits that are merged.
#[derive(Clone, Debug)]
pub(crate) struct MergeTips {
    /// The merge bases.
    pub bases: Vec<Oid>,
    pub ours: Oid,
    pub theirs: Oid,
}

/// The result of a merge, before it is committed.
#[derive(Debug, Default)]
pub(crate) struct MergePlan {
    /// Our files that change: the new blob, or `None` if the file is removed.
    updates: BTreeMap<PathBuf, Option<(Oid, FileMode)>>,
    /// The paths of new files. A file of ours at such a path is another one.
    arrivals: BTreeSet<PathBuf>,
    /// What a person must decide, with the paths of the record's file.
    questions: Vec<(MergeQuestion, Vec<PathBuf>)>,
    /// Other files that both sides changed in the same lines.
    conflicts: BTreeSet<PathBuf>,
}

/// The result for a file that both sides changed.
enum MergedContents {
    Merged(Oid, FileMode),
    /// Somebody must decide first.
    Open,
}

impl MergePlan {
    /// Merges all files that the other side changed, with the answers given so far.
    pub fn of(ctx: &RepoContext, pairs: &[FilePair], answers: &[MergeAnswer]) -> Result<Self, SyncError> {
        let mut merging = Merger { ctx, answers, plan: Self::default() };
        for pair in pairs {
            merging.pair(pair)?;
        }
        Ok(merging.plan)
    }

    pub fn questions(&self) -> impl Iterator<Item = &MergeQuestion> {
        self.questions.iter().map(|(question, _)| question)
    }

    /// Returns whether a person must decide something.
    pub fn is_open(&self) -> bool {
        !self.questions.is_empty()
    }

    /// Fails if files cannot be merged.
    pub fn refuse_conflicts(&self) -> Result<(), SyncError> {
        if self.conflicts.is_empty() {
            return Ok(());
        }
        Err(SyncError::Conflicts(self.conflicts.iter().cloned().collect()))
    }

    /// Returns the questions, with the author and the day of each side.
    pub fn into_questions(self, ctx: &RepoContext, tips: &MergeTips) -> Result<Vec<MergeQuestion>, SyncError> {
        let explained = |(question, paths): (MergeQuestion, Vec<PathBuf>)| {
            let mut explained = question.clone();
            for (tip, version) in [(tips.ours, &mut explained.ours), (tips.theirs, &mut explained.theirs)] {
                AuthorSearch { ctx, tip, bases: &tips.bases, paths: &paths }.find_author(&question, version)?;
            }
            Ok(explained)
        };
        self.questions.into_iter().map(explained).collect()
    }

    /// Writes the merged tree.
    ///
    /// # Errors
    /// If files cannot be merged.
    pub fn tree(mut self, ctx: &RepoContext, ours: Oid) -> Result<Oid, SyncError> {
        let repo = &ctx.repo;
        let tree = tree_of(repo, ours)?;
        let blocked: Vec<PathBuf> = self
            .updates
            .iter()
            .filter(|(_, update)| update.is_some())
            .filter_map(|(path, _)| self.obstacle_to_writing(&tree, path).transpose())
            .collect::<Result<_, _>>()?;
        self.conflicts.extend(blocked);
        self.refuse_conflicts()?;
        let mut builder = TreeUpdateBuilder::new();
        for (path, update) in &self.updates {
            match update {
                Some((blob, mode)) => {
                    ctx.fetch_blob(*blob)?;
                    builder.upsert(path, *blob, *mode)
                }
                None => builder.remove(path),
            };
        }
        Ok(builder.create_updated(repo, &tree)?)
    }

    /// Returns `path` if something that the merge keeps prevents writing it: another file, a folder, or a file with the
    /// name of its folder.
    fn obstacle_to_writing(&self, tree: &Tree<'_>, path: &Path) -> Result<Option<PathBuf>, SyncError> {
        for above in path.ancestors().take_while(|above| !above.as_os_str().is_empty()) {
            let kind = match tree.get_path(above) {
                Ok(entry) => entry.kind(),
                Err(error) if error.code() == ErrorCode::NotFound => continue,
                Err(error) => return Err(error.into()),
            };
            let is_folder = kind == Some(ObjectType::Tree);
            let is_other = above == path && self.arrivals.contains(path);
            let makes_room = is_folder != (above == path) || matches!(self.updates.get(above), Some(None));
            let makes_room = makes_room && !is_other;
            if !makes_room {
                return Ok(Some(path.to_owned()));
            }
        }
        Ok(None)
    }
}

/// The texts of a record; `None` where there is no file.
#[derive(Clone, Debug, Default)]
pub(crate) struct MergeTexts {
    pub base: Option<String>,
    pub ours: Option<String>,
    pub theirs: Option<String>,
}

/// Returns the merged text of a record, `None` if the answer removes it; else the questions that must be answered
/// first.
///
/// # Errors
/// If a text is too large.
pub(super) fn settled(
    record: &RecordRef,
    texts: &MergeTexts,
    answers: &[MergeAnswer],
) -> Result<Result<Option<String>, Vec<MergeQuestion>>, MergeError> {
    if let (Some(ours), Some(theirs)) = (&texts.ours, &texts.theirs) {
        let merged = merged(record, (texts.base.as_deref(), ours, theirs), answers)?;
        return Ok(merged.map(Some));
    }
    Ok(match answer_to_whole(record, answers) {
        Some(MergeSide::Ours) => Ok(texts.ours.clone()),
        Some(MergeSide::Theirs) => Ok(texts.theirs.clone()),
        None => Err(vec![of_whole(record, texts.clone())]),
    })
}

/// Merges the texts of a record by meaning. If the result is not valid, one question is about the whole record.
fn merged(
    record: &RecordRef,
    (base, ours, theirs): (Option<&str>, &str, &str),
    answers: &[MergeAnswer],
) -> Result<Result<String, Vec<MergeQuestion>>, MergeError> {
    let merged = record::merge(record, base, ours, theirs, answers)?;
    if !merged.questions.is_empty() {
        return Ok(Err(merged.questions));
    }
    if edit::validate(record, &Baseline::Two { base, sides: [ours, theirs] }, &merged.text).is_ok() {
        return Ok(Ok(merged.text));
    }
    Ok(match answer_to_whole(record, answers) {
        Some(MergeSide::Ours) => Ok(ours.to_owned()),
        Some(MergeSide::Theirs) => Ok(theirs.to_owned()),
        None => {
            let [base, ours, theirs] = [base, Some(ours), Some(theirs)].map(|text| text.map(str::to_owned));
            Err(vec![of_whole(record, MergeTexts { base, ours, theirs })])
        }
    })
}

/// Returns the question about a whole record.
fn of_whole(record: &RecordRef, MergeTexts { base, ours, theirs }: MergeTexts) -> MergeQuestion {
    let [ours, theirs] = [ours, theirs].map(|value| MergeVersion { value, by: None, on: None });
    MergeQuestion { record: record.clone(), path: model::KeyPath::top(), was: base, ours, theirs }
}

/// Returns the answer about a whole record.
fn answer_to_whole(record: &RecordRef, answers: &[MergeAnswer]) -> Option<MergeSide> {
    let is_it = |answer: &&MergeAnswer| answer.record == *record && answer.path.is_empty();
    answers.iter().find(is_it).map(|answer| answer.side)
}

struct Merger<'a> {
    ctx: &'a RepoContext,
    answers: &'a [MergeAnswer],
    plan: MergePlan,
}

impl Merger<'_> {
    fn pair(&mut self, pair: &FilePair) -> Result<(), SyncError> {
        let FilePair { base, ours, theirs, .. } = pair;
        match (ours, theirs) {
            (ours, theirs) if ours == theirs => Ok(()),
            (Some(ours), None) if base.as_ref() == Some(ours) => {
                self.remove(&ours.path);
                Ok(())
            }
            (None, Some(theirs)) if base.is_none() && !pair.is_doubtful => {
                self.put(pair, &theirs.path, (theirs.blob, theirs.mode));
                Ok(())
            }
            // Removed here, and at most moved there.
            (None, Some(theirs)) if base.as_ref().is_some_and(|base| base.holds_what(theirs)) => Ok(()),
            (Some(ours), Some(theirs)) => self.both(pair, ours, theirs),
            _ => self.gone(pair),
        }
    }

    /// Merges a file that both sides have.
    fn both(&mut self, pair: &FilePair, ours: &TreeFile, theirs: &TreeFile) -> Result<(), SyncError> {
        let is_base = |file: &TreeFile| pair.base.as_ref().is_some_and(|base| base.holds_what(file));
        let contents = if is_base(theirs) {
            MergedContents::Merged(ours.blob, ours.mode)
        } else if is_base(ours) || ours.holds_what(theirs) {
            MergedContents::Merged(theirs.blob, theirs.mode)
        } else {
            self.contents(pair, ours, theirs)?
        };
        // If both sides moved the file, it goes where the others see it already.
        let stayed = pair.base.as_ref().is_some_and(|base| base.path == theirs.path);
        let path = if stayed { &ours.path } else { &theirs.path };
        if let MergedContents::Merged(blob, mode) = contents {
            if *path != ours.path {
                self.remove(&ours.path);
            }
            if (path, blob, mode) != (&ours.path, ours.blob, ours.mode) {
                self.put(pair, path, (blob, mode));
            }
        }
        Ok(())
    }

    /// Merges a file that one side changed and the other removed.
    fn gone(&mut self, pair: &FilePair) -> Result<(), SyncError> {
        let Some(record) = &pair.record else { return self.conflict(pair) };
        match self.answer(record) {
            Some(MergeSide::Ours) => {}
            Some(MergeSide::Theirs) => {
                if let Some(ours) = &pair.ours {
                    self.remove(&ours.path);
                }
                if let Some(theirs) = &pair.theirs {
                    self.put(pair, &theirs.path, (theirs.blob, theirs.mode));
                }
            }
            None => return self.ask_of_all(pair, record),
        }
        Ok(())
    }

    /// Merges the contents of a file that both sides changed.
    fn contents(&mut self, pair: &FilePair, ours: &TreeFile, theirs: &TreeFile) -> Result<MergedContents, SyncError> {
        let base = pair.base.as_ref();
        let is_plain = ours.is_plain() && theirs.is_plain() && base.is_none_or(TreeFile::is_plain);
        let mode = if base.is_some_and(|base| base.mode != theirs.mode) { theirs.mode } else { ours.mode };
        if ours.blob == theirs.blob {
            return Ok(MergedContents::Merged(ours.blob, mode));
        }
        if let (true, Some(record)) = (is_plain, &pair.record) {
            let texts = (base.map(|base| self.text(base)).transpose()?, self.text(ours)?, self.text(theirs)?);
            match &texts {
                (Some(None), _, _) => {}
                (base, Some(ours), Some(theirs)) => {
                    let base = base.as_ref().and_then(Option::as_deref);
                    return self.record(pair, record, (base, ours, theirs), mode);
                }
                _ => {}
            }
        } else if is_plain && let Some(bytes) = self.lines(base, ours, theirs)? {
            return Ok(MergedContents::Merged(self.ctx.repo.blob(&bytes)?, mode));
        }
        self.conflict(pair)?;
        Ok(MergedContents::Open)
    }

    /// Merges a record by meaning.
    fn record(
        &mut self,
        pair: &FilePair,
        record: &RecordRef,
        (base, ours, theirs): (Option<&str>, &str, &str),
        mode: FileMode,
    ) -> Result<MergedContents, SyncError> {
        match merged(record, (base, ours, theirs), self.answers) {
            Ok(Ok(text)) => return Ok(MergedContents::Merged(self.ctx.repo.blob(text.as_bytes())?, mode)),
            Ok(Err(questions)) => {
                let paths = paths(pair);
                self.plan.questions.extend(questions.into_iter().map(|question| (question, paths.clone())));
            }
            Err(_) => self.conflict(pair)?,
        }
        Ok(MergedContents::Open)
    }

    /// Merges another file by lines. Returns `None` if both sides changed the same lines, or an attribute says
    /// otherwise.
    fn lines(&self, base: Option<&TreeFile>, ours: &TreeFile, theirs: &TreeFile) -> Result<Option<Vec<u8>>, SyncError> {
        let mut options = MergeFileOptions::new();
        match filters::attribute(self.ctx, &ours.path, "merge")?.as_deref() {
            None | Some("set" | "text") => {}
            Some("union") => drop(options.favor(FileFavor::Union)),
            // It is not text, or a program of the user merges it.
            Some(_) => return Ok(None),
        }
        let mut contents = [Vec::new(), Vec::new(), Vec::new()];
        for (content, file) in contents.iter_mut().zip([base, Some(ours), Some(theirs)]) {
            let Some(file) = file else { continue };
            *content = self.ctx.blob(file.blob)?;
            // As git decides it.
            if content.iter().take(8_000).any(|byte| *byte == 0) {
                return Ok(None);
            }
        }
        let [base, ours, theirs] = contents.each_ref().map(|content| {
            let mut input = MergeFileInput::new();
            input.content(content);
            input
        });
        let merged = git2::merge_file(&base, &ours, &theirs, Some(&mut options))?;
        Ok(merged.is_automergeable().then(|| merged.content().to_vec()))
    }

    /// Asks one question about the whole record.
    fn ask_of_all(&mut self, pair: &FilePair, record: &RecordRef) -> Result<(), SyncError> {
        let text = |file: &Option<TreeFile>| match file {
            Some(file) => self.text(file),
            None => Ok(None),
        };
        let texts = MergeTexts { base: text(&pair.base)?, ours: text(&pair.ours)?, theirs: text(&pair.theirs)? };
        self.plan.questions.push((of_whole(record, texts), paths(pair)));
        Ok(())
    }

    /// Returns the answer about the whole record.
    fn answer(&self, record: &RecordRef) -> Option<MergeSide> {
        answer_to_whole(record, self.answers)
    }

    fn conflict(&mut self, pair: &FilePair) -> Result<(), SyncError> {
        let file = pair.ours.as_ref().or(pair.theirs.as_ref());
        self.plan.conflicts.extend(file.map(|file| file.path.clone()));
        Ok(())
    }

    fn remove(&mut self, path: &Path) {
        self.plan.updates.entry(path.to_owned()).or_insert(None);
    }

    fn put(&mut self, pair: &FilePair, path: &Path, file: (Oid, FileMode)) {
        if pair.ours.as_ref().is_none_or(|ours| ours.path != path) {
            self.plan.arrivals.insert(path.to_owned());
        }
        let before = self.plan.updates.insert(path.to_owned(), Some(file));
        if before.flatten().is_some_and(|before| before != file) {
            self.plan.conflicts.insert(path.to_owned());
        }
    }

    /// Returns the content of a file; `None` if it is not UTF-8.
    fn text(&self, file: &TreeFile) -> Result<Option<String>, SyncError> {
        Ok(String::from_utf8(self.ctx.blob(file.blob)?).ok())
    }
}

fn paths(pair: &FilePair) -> Vec<PathBuf> {
    let files = [&pair.ours, &pair.theirs, &pair.base].into_iter().flatten();
    files.map(|file| file.path.clone()).collect()
}
