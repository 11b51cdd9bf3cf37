//! A folder as its repository has it: in a bare repository, in the index, by its path and time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use chrono::NaiveDateTime;

use super::Folder;
use super::error::SaveError;
use super::git::discover::RepoError;
use super::git::lock::SaveLock;
use super::git::repository::RepoContext;
use super::git::settings::Settings;
use super::reading::history::{self, HistoryError};
use super::reading::loader::Loader;
use super::reading::{changed_since, past, revision, staged};
use super::records_dir::RecordsDir;
use super::saving::plan::Saved;
use super::saving::recover::{self, Recovered};
use super::saving::{commit, commit_files, evidence, manual_edits};
use crate::edit::{DiffLine, Edit, HandEditPolicy};
use crate::model::{Commit, Date, RecordRef};

impl Folder {
    /// Returns the commit that a revision names: an id, a branch, a tag, `HEAD~2`. `None` if there is none.
    ///
    /// # Errors
    /// If there is no repository, or git cannot read it.
    pub fn revision(&self, name: &str) -> Result<Option<Commit>, HistoryError> {
        revision::named(&self.dir, name)
    }

    /// Returns the last commit of this branch up to the end of a day.
    ///
    /// # Errors
    /// If the history begins later, there is no repository, or git cannot read it.
    pub fn revision_on(&self, day: Date) -> Result<Commit, HistoryError> {
        revision::on(&self.dir, day)
    }

    /// Returns, of the records given for each day, those whose facts differ between the end of that day and the end of
    /// `until`, by default the head. Skips days before the history begins.
    ///
    /// # Errors
    /// If there is no repository, or git cannot read it.
    pub fn changed_since_days(
        &self,
        days: &BTreeMap<Date, BTreeSet<RecordRef>>,
        until: Option<Date>,
    ) -> Result<BTreeMap<Date, BTreeSet<RecordRef>>, HistoryError> {
        changed_since::days(&self.dir, days, until)
    }

    /// Returns the records whose facts differ between a commit, given by its id, and the head.
    ///
    /// # Errors
    /// If there is no repository or no such commit, or git cannot read it.
    pub fn changed_since(&self, commit: &str) -> Result<BTreeSet<RecordRef>, HistoryError> {
        changed_since::commit(&self.dir, commit)
    }

    /// Opens this folder a second time, at the records of a commit as with [`Folder::at`].
    ///
    /// # Errors
    /// As [`Folder::at`].
    pub fn beside_at(&self, commit: &str) -> Result<Self, HistoryError> {
        let (past, scan) = past::open(&self.dir, commit)?;
        Ok(Self::of(self.dir.at(past, scan)))
    }

    /// Completes the save of a killed process if its commit was made, and rolls it back otherwise. Returns `None` if
    /// there is no such save. Every save does this first.
    ///
    /// # Errors
    /// If the repository or a file cannot be read or written.
    pub fn recover(&self) -> Result<Option<Recovered>, SaveError> {
        if self.dir.past.is_some() {
            return Ok(None);
        }
        let ctx = match RepoContext::open(&self.dir) {
            Err(RepoError::NoRepository) => return Ok(None),
            ctx => ctx?,
        };
        recover::recover_if_idle(&self.dir, &ctx)
    }

    /// Returns whether a process was killed while it saved, or is saving now.
    #[must_use]
    pub fn has_interrupted_save(&self) -> bool {
        RepoContext::open(&self.dir).is_ok_and(|ctx| SaveLock::has_journal(&ctx))
    }

    /// Opens a folder of a bare repository, which has no files: `below` is its path in the repository. Its records are
    /// read at a commit, with [`Folder::at`].
    ///
    /// # Errors
    /// If there is no bare repository.
    pub fn open_bare(git_dir: &Path, below: &str) -> Result<Self, HistoryError> {
        let dir = RecordsDir::in_bare_repository(git_dir, below)
            .map_err(|error| HistoryError::Refused(git_dir.to_owned(), error))?;
        RepoContext::open(&dir)?;
        Ok(Self {
            dir,
            loader: Loader::default(),
            asked: Mutex::default(),
            history: Mutex::default(),
            blames: Mutex::default(),
        })
    }

    /// Writes the staged records as a commit that no reference leads to, and returns its id, for [`Folder::at`].
    ///
    /// # Errors
    /// If there is no repository, or the index has conflicts.
    pub fn staged(&self) -> Result<String, SaveError> {
        staged::commit(&self.dir)
    }

    /// Returns the editor that git's `core.editor` names, in the repository or else for the user; `None` if it is not
    /// set.
    #[must_use]
    pub fn editor(&self) -> Option<String> {
        let name = "core.editor";
        let Ok(ctx) = RepoContext::open(&self.dir) else {
            return Settings::of_user().ok()?.get(name).map(str::to_owned);
        };
        ctx.settings().ok()?.get(name).map(str::to_owned)
    }

    /// Returns the lines of a record's file that restoring it from the last commit discards and brings back, however
    /// broken it is; none if the commit does not have the record.
    ///
    /// # Errors
    /// If the repository or the file cannot be read.
    pub fn lost_lines(&self, record: &RecordRef) -> Result<Vec<DiffLine>, SaveError> {
        manual_edits::lost_lines(&self.dir, record)
    }

    /// Restores the file of a record from the last commit, if `shown` are still the lines of [`Folder::lost_lines`].
    ///
    /// # Errors
    /// [`SaveError::Dirty`] if anything else would be lost, and if a file or the index cannot be written.
    pub fn restore(&self, record: &RecordRef, shown: &[DiffLine]) -> Result<(), SaveError> {
        self.refuse_in_the_past()?;
        manual_edits::restore(&self.dir, record, shown)
    }

    /// Returns whether a file, given by its path below the folder, was that of a record when the folder was listed.
    #[must_use]
    pub fn is_listed(&self, file: &str) -> bool {
        self.dir.past.is_none() && self.dir.scan.all().any(|(_, name)| name == file)
    }

    /// Returns whether a file, given by its path without symbolic links, is that of a record.
    #[must_use]
    pub fn is_record_file(&self, file: &Path) -> bool {
        let is_it = |name: String| fs::canonicalize(self.dir.real.join(name)).is_ok_and(|real| real == file);
        self.dir.scan.all().any(|(_, name)| is_it(name))
    }

    /// The path below the work tree of a file that is committed or that git would commit, given by its path without
    /// symbolic links. `None` outside the repository, and for files that git leaves out of it, such as ignored ones.
    ///
    /// # Errors
    /// If the repository cannot be read.
    pub fn path_of_evidence(&self, file: &Path) -> Result<Option<PathBuf>, SaveError> {
        evidence::path_of(&self.dir, file)
    }

    /// Saves an edit with the file that proves it, given without symbolic links, in one commit. The file is committed
    /// as it is.
    ///
    /// # Errors
    /// See [`SaveError`]. Nothing was changed then.
    pub fn save_proving(&self, edit: &Edit, hand_edits: HandEditPolicy, evidence: &Path) -> Result<Saved, SaveError> {
        self.refuse_in_the_past()?;
        commit::save(&self.dir, edit, hand_edits, Some(evidence))
    }

    /// Commits files that are not records, given by their paths without symbolic links, and returns the name of the
    /// commit; `None` if all are committed already.
    ///
    /// # Errors
    /// See [`SaveError`]. Nothing was committed then.
    pub fn commit_files(&self, files: &[PathBuf], subject: &str) -> Result<Option<String>, SaveError> {
        self.refuse_in_the_past()?;
        commit_files::commit_files(&self.dir, files, subject)
    }

    /// Returns the address of `origin`, else of the first remote. `None` outside a repository, and without a remote.
    #[must_use]
    pub fn remote_address(&self) -> Option<String> {
        let ctx = RepoContext::open(&self.dir).ok()?;
        let settings = ctx.settings().ok()?;
        let remotes = settings.subsections("remote", "url");
        let remote = remotes.iter().find(|name| *name == "origin").or(remotes.first())?;
        settings.get(&format!("remote.{remote}.url")).map(str::to_owned)
    }

    /// The top of the work tree; `None` outside a repository, and in a bare one.
    #[must_use]
    pub fn repository_root(&self) -> Option<PathBuf> {
        RepoContext::open(&self.dir).ok().filter(|_| !self.dir.is_bare).map(|ctx| ctx.work)
    }

    /// Returns the path of the folder in its repository, with `/` as separator and at its end unless it is empty. Empty
    /// outside a repository.
    #[must_use]
    pub fn path_in_repository(&self) -> String {
        let ctx = RepoContext::open(&self.dir).ok();
        let below = ctx.as_ref().and_then(|ctx| self.dir.real.strip_prefix(&ctx.work).ok());
        let names = below.into_iter().flat_map(Path::iter).map(|name| format!("{}/", name.to_string_lossy()));
        names.collect()
    }

    /// Returns the time of the commit at which the records are read, in UTC; `None` before the first commit.
    ///
    /// # Errors
    /// If there is no repository, or git cannot read it.
    pub fn head_time(&self) -> Result<Option<NaiveDateTime>, HistoryError> {
        history::head_time(&self.dir)
    }
}
