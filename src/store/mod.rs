//! The only module that touches git and the folder of records: loading, saving, undo, history, sync.
//!
//! [`Folder`] is the interface. `reading` loads records and the history and writes nothing; `saving` commits edits and
//! undoes them, and recovers the saves of killed processes; `sync` fetches, merges and pushes; `doctor` examines the
//! set-up. All of them are built on `git`: the repository, its locks and the user's own git.

mod backoff;
mod dir_entries;
mod doctor;
mod error;
mod failpoints;
mod git;
mod past_commit;
mod plain_file;
mod process;
mod reading;
mod records_dir;
mod repository_views;
mod saving;
mod scan;
mod sync;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::edit::{CommitDiff, DiffLine, Edit, HandEditPolicy};
use crate::model::{
    Commit, CommitFacts, GitOperation, History, MergeAnswer, MergeQuestion, Portfolio, RecordKind, RecordRef,
    SystemError, Unreadable,
};

pub use doctor::{DoctorLine, DoctorResult, examine, is_installed};
pub use error::{DamagedBranch, OpenError, SaveError};
use failpoints::Failpoints;
pub use failpoints::InjectedFault;
use git::ahead_behind;
pub use git::command::{DETACHED, detach_from_terminal};
pub use git::prompts::Prompts;
use git::repository::RepoContext;
pub use plain_file::read_file;
pub use process::is_running;
pub use reading::blame::LineOrigins;
use reading::blame::{self, BlameCache};
use reading::commit_stream::CommitStream;
pub use reading::history::{HistoryError, HistoryQuery, Wording};
pub use reading::loader::Progress;
use reading::loader::{self, Loader};
pub use reading::watch::{FolderWatch, WatchError};
use reading::{dirty, history, past};
use records_dir::RecordsDir;
pub use saving::init::{CommitAuthor, HistoryBuilder, init, was_interrupted};
pub use saving::install_merge_driver::MergeDriverInstall;
pub use saving::merge_driver::{MergeOutcome, merge_file};
pub use saving::plan::Saved;
pub use saving::recover::Recovered;
use saving::{commit, install_merge_driver, manual_edits, undo};
pub use sync::FetchedRecord;
pub use sync::error::{SyncError, SyncReport, SyncStep};

/// An open folder of records, with what was loaded from it.
#[derive(Debug)]
pub struct Folder {
    dir: RecordsDir,
    loader: Loader,
    /// The questions of the last sync: answers count only for questions that were asked.
    asked: Mutex<Option<Vec<MergeQuestion>>>,
    /// Where the history was left off.
    history: Mutex<Option<CommitStream>>,
    blames: Mutex<BlameCache>,
}

impl Folder {
    /// Opens a folder. Lists its files and reads none.
    ///
    /// # Errors
    /// If the folder does not exist or contains no records.
    pub fn open(root: &Path) -> Result<Self, OpenError> {
        let folder = Self::open_empty(root)?;
        let contains = |name: &str| fs::symlink_metadata(folder.dir.real.join(name)).is_ok();
        if !contains("portfolio.toml") && !RecordKind::ALL.into_iter().filter_map(RecordKind::folder).any(contains) {
            return Err(OpenError::NotAPortfolio(root.to_owned()));
        }
        Ok(folder)
    }

    /// Opens a folder that may contain no records yet.
    ///
    /// # Errors
    /// If the folder does not exist.
    pub fn open_empty(root: &Path) -> Result<Self, OpenError> {
        Ok(Self::of(RecordsDir::open(root)?))
    }

    fn of(dir: RecordsDir) -> Self {
        Self {
            dir,
            loader: Loader::default(),
            asked: Mutex::default(),
            history: Mutex::default(),
            blames: Mutex::default(),
        }
    }

    /// Reads the records of a commit from now on, given by its id, instead of the files. Nothing can be saved then; the
    /// work tree and its index are not read.
    ///
    /// # Errors
    /// If there is no repository or no such commit, or it contains no records of this folder.
    pub fn at(mut self, commit: &str) -> Result<Self, HistoryError> {
        let (past, scan) = past::open(&self.dir, commit)?;
        (self.dir.past, self.dir.scan) = (Some(past), scan);
        Ok(self)
    }

    /// Returns the commit whose records are read instead of the files.
    #[must_use]
    pub fn past(&self) -> Option<&Commit> {
        self.dir.past.as_ref().map(|past| &past.commit)
    }

    /// Sets how long an operation waits for another process.
    #[must_use]
    pub fn with_wait_limit(mut self, limit: Duration) -> Self {
        self.dir.wait_limit = limit;
        self
    }

    /// Stops the git that commits an edit, with its hooks, as soon as `stops` is set.
    #[must_use]
    pub fn stopped_by(mut self, stops: Arc<AtomicBool>) -> Self {
        self.dir.stops_commit = stops;
        self
    }

    /// Injects a fault into the next save, for tests.
    #[must_use]
    pub fn with_fault(mut self, fault: InjectedFault) -> Self {
        self.dir.failpoints = Arc::new(Failpoints::with_fault(fault));
        self
    }

    /// Returns whether the save reached the injected fault.
    #[must_use]
    pub fn hit_fault(&self) -> bool {
        self.dir.failpoints.hit()
    }

    /// Returns the path of the folder as it was given.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.dir.root
    }

    /// Returns the number of records, counted by file names.
    #[must_use]
    pub fn count(&self) -> usize {
        RecordKind::ALL.into_iter().map(|kind| self.dir.scan.of_kind(kind).len()).sum()
    }

    /// Loads only what the first screen of `rows` startups needs: those startups, and the conventions whose names start
    /// with theirs. Rows computed from these are provisional until [`Folder::load`].
    pub fn load_first(&mut self, rows: usize) -> Portfolio {
        self.loader.load_first(&self.dir, rows)
    }

    /// Reads all files that are new or have changed since the last load, on all cores. Returns the same `Arc` as the
    /// last time if nothing changed.
    pub fn load(&mut self, progress: &(dyn Fn(Progress) + Sync)) -> Arc<Portfolio> {
        self.loader.load(&mut self.dir, progress)
    }

    /// Loads what an answer about one record depends on: the conventions that name it with their amendments, the
    /// frameworks that may bind it, and the records that these refer to; everything for a party or a framework.
    pub fn load_related(&mut self, record: &RecordRef) -> Arc<Portfolio> {
        self.loader.load_related(&mut self.dir, record)
    }

    /// Loads what edits of these records depend on: the records, those that they name, and the amendments of
    /// conventions. Returns `None` if an edit depends on all records.
    pub fn load_for_edit(&mut self, records: &[RecordRef]) -> Option<Arc<Portfolio>> {
        self.loader.load_for_edit(&mut self.dir, records)
    }

    /// Returns all records, including those that cannot be read, by the names of their files.
    pub fn records(&self) -> impl Iterator<Item = RecordRef> {
        self.dir.scan.all().map(|(record, _)| record)
    }

    /// Returns whether a record has a file. The portfolio itself always exists.
    #[must_use]
    pub fn has(&self, record: &RecordRef) -> bool {
        *record == RecordRef::of_portfolio() || self.dir.scan.find(record).is_some()
    }

    /// Returns the path of a record's file below the folder, with `/` as separator; the default path if it has no file
    /// yet.
    #[must_use]
    pub fn file_of(&self, record: &RecordRef) -> String {
        self.dir.file_of(record)
    }

    /// Reads the text of a record from disk.
    ///
    /// # Errors
    /// If the file cannot be read, is not UTF-8, or is not below the folder.
    pub fn text(&self, record: &RecordRef) -> std::io::Result<String> {
        self.text_of_file(&self.file_of(record))
    }

    /// Reads the text of a file, given its path below the folder.
    ///
    /// # Errors
    /// If the file cannot be read, is not UTF-8, or is not below the folder.
    pub fn text_of_file(&self, file: &str) -> std::io::Result<String> {
        let not_text = |_| std::io::Error::new(std::io::ErrorKind::InvalidData, "not UTF-8");
        String::from_utf8(self.bytes_of_file(file)?).map_err(not_text)
    }

    /// Reads a file, given its path below the folder.
    ///
    /// # Errors
    /// If the file cannot be read, is larger than any record may be, or is not below the folder.
    pub fn bytes_of_file(&self, file: &str) -> std::io::Result<Vec<u8>> {
        let refuse = |why: &str| std::io::Error::new(std::io::ErrorKind::InvalidData, why.to_owned());
        if let Some(past) = &self.dir.past {
            let ctx = RepoContext::open(&self.dir).map_err(|error| std::io::Error::other(error.to_string()))?;
            let read = past::read(past, &ctx.repo, file);
            return read.map(|(_, bytes)| bytes).map_err(|_| std::io::ErrorKind::NotFound.into());
        }
        let path = fs::canonicalize(self.dir.root.join(file))?;
        if !path.starts_with(&self.dir.real) {
            return Err(refuse("a link that leads out of the folder"));
        }
        // Opening a pipe would block.
        if !fs::metadata(&path)?.is_file() {
            return Err(refuse("not a file"));
        }
        let mut bytes = Vec::new();
        loader::read_bounded(&path, &mut bytes).map_err(|why| match why {
            Unreadable::Refused(SystemError { kind, said }) => std::io::Error::new(kind, said),
            Unreadable::TooLarge(_) => refuse("too large"),
            _ => refuse("not a file"),
        })?;
        Ok(bytes)
    }

    /// Returns what to watch in order to see changes to the records and the branch.
    #[must_use]
    pub fn watch(&self) -> FolderWatch {
        FolderWatch::of(&self.dir)
    }

    /// Returns the records whose file or index entry differs from the last commit, and those that are untracked. Empty
    /// if there is no repository or no commit, or if the records of a commit are read. Costs one `stat` for each file.
    #[must_use]
    pub fn dirty(&self) -> BTreeSet<RecordRef> {
        if self.dir.past.is_some() {
            return BTreeSet::new();
        }
        dirty::dirty(&self.dir).unwrap_or_default()
    }

    /// Applies an edit to the files on disk and commits these records, and nothing else: all of them, or none.
    ///
    /// # Errors
    /// See [`SaveError`]. Nothing was changed then.
    pub fn save(&self, edit: &Edit, hand_edits: HandEditPolicy) -> Result<Saved, SaveError> {
        self.refuse_in_the_past()?;
        commit::save(&self.dir, edit, hand_edits, None)
    }

    /// Commits a record as the user wrote it with an editor.
    ///
    /// # Errors
    /// See [`SaveError`], in particular if the file has more errors than the committed version. Nothing was changed
    /// then.
    pub fn commit_manual_edits(&self, record: &RecordRef) -> Result<Saved, SaveError> {
        self.refuse_in_the_past()?;
        manual_edits::commit(&self.dir, record)
    }

    /// Returns the lines of a record's file that differ from the last commit.
    ///
    /// # Errors
    /// See [`SaveError`], in particular if the file has more errors than the committed version.
    pub fn manual_changes(&self, record: &RecordRef) -> Result<Vec<DiffLine>, SaveError> {
        manual_edits::diff_lines(&self.dir, record)
    }

    /// Reverts an edit of this program with a new commit: the given one, or the latest that is not reverted yet.
    ///
    /// # Errors
    /// See [`SaveError`]. Nothing was changed then.
    pub fn undo(&self, commit: Option<&str>) -> Result<Saved, SaveError> {
        self.refuse_in_the_past()?;
        undo::undo(&self.dir, commit)
    }

    /// Applies the edit again that was undone last, with a new commit. After a new edit there is nothing to redo.
    ///
    /// # Errors
    /// See [`SaveError`]. Nothing was changed then.
    pub fn redo(&self) -> Result<Saved, SaveError> {
        self.refuse_in_the_past()?;
        undo::redo(&self.dir)
    }

    /// Returns the number of commits that this branch is ahead of its upstream and behind it, as of the last fetch.
    /// `None` if it has no upstream.
    #[must_use]
    pub fn ahead_behind(&self) -> Option<(usize, usize)> {
        ahead_behind::ahead_behind(&self.dir)
    }

    /// Returns a merge, a rebase, or another operation that git has begun and not ended. `None` if there is no
    /// repository, or if the records of a commit are read.
    #[must_use]
    pub fn operation(&self) -> Option<GitOperation> {
        if self.dir.past.is_some() { None } else { sync::conflicts::operation(&self.dir) }
    }

    /// Returns the e-mail address of the author of the next commit, after `.mailmap`. `None` if git knows no author.
    #[must_use]
    pub fn author_email(&self) -> Option<String> {
        git::identity::author_email(&self.dir)
    }

    /// Fetches, merges and pushes with the user's git. Calls `progress` meanwhile. `cancelled` stops it at any moment
    /// before the merge is checked out.
    ///
    /// If git has left records in conflict, they are settled first, and nothing is fetched.
    ///
    /// If two people set a field to different values, this fails with [`SyncError::Questions`] before anything is
    /// written. Call it again with the answers. An answer applies only to the values shown: if another value arrives
    /// meanwhile, the question is asked again.
    ///
    /// # Errors
    /// See [`SyncError`]. Local commits are kept, and no file is half written.
    pub fn sync(
        &self,
        answers: &[MergeAnswer],
        prompts: Prompts,
        progress: &dyn Fn(SyncStep),
        cancelled: &AtomicBool,
    ) -> Result<SyncReport, SyncError> {
        self.refuse_in_the_past()?;
        sync::sync(&self.dir, &self.asked, answers, prompts, progress, cancelled)
    }

    /// Fetches with the user's git, and returns the version of a record at the remote; `None` if it has none. Nothing
    /// is merged.
    ///
    /// # Errors
    /// See [`SyncError`].
    pub fn fetch_record(
        &self,
        record: &RecordRef,
        prompts: Prompts,
        cancelled: &AtomicBool,
    ) -> Result<Option<FetchedRecord>, SyncError> {
        sync::fetch_record(&self.dir, record, prompts, cancelled)
    }

    /// Makes a plain `git merge` merge records by meaning, too: commits the attributes of this folder and names the
    /// program in the configuration of the repository. Existing settings are kept.
    ///
    /// # Errors
    /// See [`SaveError`]. Nothing was changed then.
    pub fn install_merge_driver(&self) -> Result<MergeDriverInstall, SaveError> {
        self.refuse_in_the_past()?;
        install_merge_driver::install(&self.dir)
    }

    /// Returns the commits that changed one of the records in `of`, or any record if `of` is empty: at most `count`,
    /// newest first, starting after the commit `after`.
    ///
    /// # Errors
    /// If there is no repository, or git cannot read it.
    pub fn history(&self, of: &[RecordRef], after: Option<&str>, count: usize) -> Result<History, HistoryError> {
        history::history(&self.dir, &self.history, &HistoryQuery { of, after, count, ..HistoryQuery::default() }, None)
    }

    /// Returns the same, each commit with its facts.
    ///
    /// # Errors
    /// If there is no repository, or git cannot read it.
    pub fn history_in_facts(&self, query: &HistoryQuery<'_>, words: Wording<'_>) -> Result<History, HistoryError> {
        history::history(&self.dir, &self.history, query, Some(words))
    }

    /// Everything that differs between two commits, given by their ids, in the records in `of`, or in all if `of` is
    /// empty.
    ///
    /// # Errors
    /// If there is no repository or no such commit, or git cannot read it.
    pub fn facts_between(
        &self,
        commits: (&str, &str),
        of: &[RecordRef],
        words: Wording<'_>,
    ) -> Result<CommitFacts, HistoryError> {
        history::facts_between(&self.dir, commits, of, words)
    }

    /// Returns who wrote each line of a record's file, given its text. Kept while the file is unchanged.
    ///
    /// # Errors
    /// If there is no repository, or git cannot read it.
    pub fn blame(&self, record: &RecordRef, text: &str) -> Result<LineOrigins, HistoryError> {
        blame::blame(&self.dir, &self.blames, &self.file_of(record), text)
    }

    /// Returns what a commit changed in the records. For a merge, these are the records that differ from all its
    /// parents.
    ///
    /// # Errors
    /// If there is no repository or no such commit, or git cannot read it.
    pub fn changes(&self, commit: &str) -> Result<CommitDiff, HistoryError> {
        history::changes(&self.dir, commit)
    }

    /// Returns the commit at which the records are read, usually that of HEAD; `None` before the first commit.
    ///
    /// # Errors
    /// If there is no repository, or git cannot read it.
    pub fn head(&self) -> Result<Option<String>, HistoryError> {
        history::head(&self.dir)
    }

    fn refuse_in_the_past(&self) -> Result<(), SaveError> {
        match &self.dir.past {
            Some(past) => Err(SaveError::InThePast(past.commit.name.clone())),
            None => Ok(()),
        }
    }
}
