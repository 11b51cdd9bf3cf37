//! The only room that touches git and the folder of records: finding records, loading, saving, undoing.

mod apart;
mod beginning;
mod branch;
mod by_git;
mod by_hand;
mod commit;
mod dirty;
mod driven;
mod error;
mod git;
mod history;
mod index;
mod journal;
mod listing;
mod objects;
mod patience;
mod plan;
mod reading;
mod recover;
mod register;
mod repository;
mod steps;
mod sync;
mod trailers;
mod trees;
mod turn;
mod undo;
mod watch;
mod workfile;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::edit::{self, ChangedLine, Changes, Edit, HandEdits};
use crate::model::{Answer, History, Portfolio, Question, RecordKind, RecordRef, Refusal, Unreadable};

pub use beginning::{Author, Beginning, begin};
pub use driven::{Driven, drive};
pub use error::{OpenError, SaveError};
pub use history::HistoryError;
use listing::{Entry, Listing};
use patience::LONGEST;
use reading::{Job, Known};
pub use register::Registered;
use repository::{Ground, GroundError};
pub use steps::Fault;
use steps::Steps;
pub use sync::{Prompts, SyncError, SyncStep, Synced};
pub use watch::{WatchError, Watched};

/// An open folder of records and what has been read of it.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// The root without links: what every link in the folder must stay below.
    real: PathBuf,
    listing: Listing,
    /// Whether the listing was made since the last load.
    listed: bool,
    /// What was read.
    read: Vec<Job>,
    /// What the last load gave.
    portfolio: Option<Arc<Portfolio>>,
    /// The questions of the last sync: an answer counts only for a question that was asked.
    asked: Mutex<Option<Vec<Question>>>,
    /// How long an operation waits for another process before it gives up.
    patience: Duration,
    steps: Arc<Steps>,
}

/// How far loading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Records read.
    pub read: usize,
    /// Records there are.
    pub total: usize,
}

/// What a saved edit or an undo left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The commit, in full.
    pub commit: String,
    /// Its subject.
    pub subject: String,
    /// The records that changed.
    pub records: Vec<RecordRef>,
}

/// What was done about a save that was cut short, by a process that was killed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// The subject of its commit.
    pub subject: String,
    /// The records that it was to change.
    pub records: Vec<RecordRef>,
    /// Whether it was finished, because the commit was made; it was taken back otherwise.
    pub is_finished: bool,
}

impl Folder {
    /// Opens a folder: lists its files, reads none.
    ///
    /// # Errors
    /// When it is not there or holds no records.
    pub fn open(root: &Path) -> Result<Self, OpenError> {
        let empty = Self::empty(root)?;
        let holds = |name: &str| fs::symlink_metadata(empty.real.join(name)).is_ok();
        if !holds("portfolio.toml") && !RecordKind::ALL.into_iter().filter_map(RecordKind::folder).any(holds) {
            return Err(OpenError::NotAPortfolio(root.to_owned()));
        }
        Ok(empty)
    }

    /// Opens a folder in which nothing may be yet.
    ///
    /// # Errors
    /// When it is not there.
    pub fn empty(root: &Path) -> Result<Self, OpenError> {
        let real = match fs::canonicalize(root) {
            Ok(real) if real.is_dir() => real,
            Ok(_) => return Err(OpenError::NotAFolder(root.to_owned())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(OpenError::NoFolder(root.to_owned()));
            }
            Err(error) => return Err(OpenError::Refused(root.to_owned(), error)),
        };
        fs::read_dir(&real).map_err(|error| OpenError::Refused(root.to_owned(), error))?;
        let listing = Listing::of(root, &real);
        let root = root.to_owned();
        Ok(Self {
            root,
            real,
            listing,
            listed: true,
            read: Vec::new(),
            portfolio: None,
            asked: Mutex::default(),
            patience: LONGEST,
            steps: Arc::default(),
        })
    }

    /// The same folder, with another limit to how long an operation waits for another process.
    #[must_use]
    pub fn patient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// The same folder, with a fault in the next save: for tests.
    #[must_use]
    pub fn befallen(mut self, fault: Fault) -> Self {
        self.steps = Arc::new(Steps::befallen(fault));
        self
    }

    /// Whether the save came to the step of that fault.
    #[must_use]
    pub fn was_befallen(&self) -> bool {
        self.steps.befell()
    }

    /// Where it is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// How many records there are, by the names of files alone.
    #[must_use]
    pub fn count(&self) -> usize {
        RecordKind::ALL.into_iter().map(|kind| self.listing.of_kind(kind).len()).sum()
    }

    /// The records that the first screen of `rows` startups needs, and no more: those startups and the
    /// conventions whose names begin with theirs. Rows read so are provisional until [`Folder::load`].
    pub fn load_first(&mut self, rows: usize) -> Portfolio {
        let mut wanted: Vec<(RecordKind, &Entry)> = Vec::new();
        let of_kind = |kind| self.listing.of_kind(kind).iter().map(move |entry| (kind, entry));
        wanted.extend(of_kind(RecordKind::Portfolio));
        let startups: Vec<_> = of_kind(RecordKind::Startup).take(rows).collect();
        for (_, startup) in &startups {
            let theirs = self.listing.beginning_with(RecordKind::Convention, startup.id.as_str());
            wanted.extend(theirs.iter().map(|entry| (RecordKind::Convention, entry)));
        }
        wanted.extend(startups);
        // `a` and `a-b` may both claim `a-b-c`.
        wanted.sort_by(|(kind, entry), (other_kind, other)| (kind, &entry.id).cmp(&(other_kind, &other.id)));
        wanted.dedup_by(|(kind, entry), (other_kind, other)| kind == other_kind && entry.id == other.id);
        let mut jobs = jobs(&self.listing, &mut by_file(std::mem::take(&mut self.read)), wanted);
        reading::look_again(&self.root, &mut jobs, &|_| {});
        let portfolio = reading::assemble(&jobs, &[]);
        self.read = jobs;
        portfolio
    }

    /// Reads all that is new or changed since the last time (size and time of each file), on all cores.
    /// Where nothing changed, it returns the same `Arc` as the last time.
    pub fn load(&mut self, progress: &(dyn Fn(Progress) + Sync)) -> Arc<Portfolio> {
        let mut unchanged = true;
        if !std::mem::take(&mut self.listed) {
            let listing = Listing::of(&self.root, &self.real);
            unchanged = listing.problems == self.listing.problems;
            self.listing = listing;
        }
        let entries = RecordKind::ALL
            .into_iter()
            .flat_map(|kind| self.listing.of_kind(kind).iter().map(move |entry| (kind, entry)))
            .collect();
        let mut known = by_file(std::mem::take(&mut self.read));
        let mut jobs = jobs(&self.listing, &mut known, entries);
        // What no job took is gone from the folder.
        unchanged &= known.is_empty();
        unchanged &= !reading::look_again(&self.root, &mut jobs, progress);
        let portfolio = match self.portfolio.take() {
            Some(last) if unchanged => last,
            _ => Arc::new(reading::assemble(&jobs, &self.listing.problems)),
        };
        self.read = jobs;
        self.portfolio = Some(Arc::clone(&portfolio));
        portfolio
    }

    /// The path of a record's file below the folder, with `/` between its parts; the place for a new one otherwise.
    #[must_use]
    pub fn file_of(&self, record: &RecordRef) -> String {
        self.listing.file_of(record).unwrap_or_else(|| match record.kind.folder() {
            Some(folder) => format!("{folder}/{}.toml", record.id),
            None => format!("{}.toml", record.id),
        })
    }

    /// A record's text as it stands on disk now.
    ///
    /// # Errors
    /// When the system refuses, or when it is no file of text within the folder.
    pub fn text(&self, record: &RecordRef) -> std::io::Result<String> {
        self.text_of_file(&self.file_of(record))
    }

    /// The text of a file of the folder, by its path below it, for a finding that is in no record.
    ///
    /// # Errors
    /// When the system refuses, or when it is no file of text within the folder.
    pub fn text_of_file(&self, file: &str) -> std::io::Result<String> {
        let not_text = |_| std::io::Error::new(std::io::ErrorKind::InvalidData, "not UTF-8");
        String::from_utf8(self.bytes_of_file(file)?).map_err(not_text)
    }

    /// The bytes of a file of the folder, text or not, by its path below it.
    ///
    /// # Errors
    /// When the system refuses, or when it is no file within the folder, or larger than any record.
    pub fn bytes_of_file(&self, file: &str) -> std::io::Result<Vec<u8>> {
        let refuse = |why: &str| std::io::Error::new(std::io::ErrorKind::InvalidData, why.to_owned());
        let path = fs::canonicalize(self.root.join(file))?;
        if !path.starts_with(&self.real) {
            return Err(refuse("a link that leads out of the folder"));
        }
        // A pipe would never answer: its kind is looked at before it is opened.
        if !fs::metadata(&path)?.is_file() {
            return Err(refuse("not a file"));
        }
        let mut bytes = Vec::new();
        reading::bytes_of(&path, &mut bytes).map_err(|why| match why {
            Unreadable::Refused(Refusal { kind, said }) => std::io::Error::new(kind, said),
            Unreadable::TooLarge(_) => refuse("too large"),
            _ => refuse("not a file"),
        })?;
        Ok(bytes)
    }

    /// Finishes what a killed process began and committed, or takes back what it did not commit; `None` where there is
    /// nothing of the kind. Every save does it by itself.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn recover(&self) -> Result<Option<Recovered>, SaveError> {
        let ground = match Ground::of(self) {
            Err(GroundError::NoRepository) => return Ok(None),
            ground => ground?,
        };
        recover::recover_alone(&ground)
    }

    /// The records whose file or index entry is not as the last commit has it, and those that git does not know yet;
    /// none where there is no repository or no commit. Cost grows with a look at each file's size and time.
    #[must_use]
    pub fn dirty(&self) -> BTreeSet<RecordRef> {
        dirty::dirty(self).unwrap_or_default()
    }

    /// Makes an edit to the texts on disk and commits those records alone: all of them, or none.
    ///
    /// # Errors
    /// As [`SaveError`] tells; then nothing was changed.
    pub fn save(&self, edit: &Edit, hand_edits: HandEdits) -> Result<Saved, SaveError> {
        let change = |change: &'_ edit::Change| {
            let file = self.file_of(&change.record);
            let (is_new, path) = (change.creates(), self.root.join(&file));
            let (change, insists) = (change.clone(), edit.insists);
            let record = change.record.clone();
            let make = move |text: Option<&str>| match text {
                None if !is_new => Err(SaveError::Refused(path.clone(), std::io::ErrorKind::NotFound.into())),
                text => Ok(Some(edit::apply(text.unwrap_or_default(), &change, insists)?)),
            };
            plan::Change { record, file, make: Box::new(make), is_new, by_hand: false, hand_edits }
        };
        let changes: Vec<_> = edit.changes.iter().map(change).collect();
        commit::commit(self, &changes, &edit.message)
    }

    /// Commits what a record's file holds, as somebody wrote it with an editor.
    ///
    /// # Errors
    /// As [`SaveError`] tells, most of all when the record loads worse than the one committed; nothing was changed.
    pub fn commit_by_hand(&self, record: &RecordRef) -> Result<Saved, SaveError> {
        by_hand::commit(self, record)
    }

    /// The lines that a record's file holds otherwise than the commit; none where it holds what was committed.
    ///
    /// # Errors
    /// As [`SaveError`] tells, most of all when the record loads worse than the one committed.
    pub fn changed_by_hand(&self, record: &RecordRef) -> Result<Vec<ChangedLine>, SaveError> {
        by_hand::changed(self, record)
    }

    /// Takes back an edit of this program (the latest not yet taken back, or the named one) with a commit of its own.
    ///
    /// # Errors
    /// As [`SaveError`] tells; then nothing was changed.
    pub fn undo(&self, commit: Option<&str>) -> Result<Saved, SaveError> {
        undo::undo(self, commit)
    }

    /// Makes the edit again that was taken back last, with a commit of its own; a new edit ends what can be redone.
    ///
    /// # Errors
    /// As [`SaveError`] tells; then nothing was changed.
    pub fn redo(&self) -> Result<Saved, SaveError> {
        undo::redo(self)
    }

    /// How many commits this branch is ahead of its upstream and behind it, by the last fetch; `None` without an
    /// upstream.
    #[must_use]
    pub fn apart(&self) -> Option<(usize, usize)> {
        apart::apart(self)
    }

    /// Brings this branch and its upstream together with the user's own git: fetches, merges, pushes. `tell` is called
    /// with its progress; `cancelled` stops it at any moment before the merge is checked out.
    ///
    /// Where two people set the same field to two values, it stops with [`SyncError::Questions`] before it writes
    /// anything; call it again with the answers. An answer counts for the values that were told: if another value has
    /// come since, the question is asked again.
    ///
    /// # Errors
    /// As [`SyncError`] tells; what is committed here stays, and no file is touched by half.
    pub fn sync(
        &self,
        answers: &[Answer],
        prompts: Prompts,
        tell: &dyn Fn(SyncStep),
        cancelled: &AtomicBool,
    ) -> Result<Synced, SyncError> {
        sync::sync(self, answers, prompts, tell, cancelled)
    }

    /// Has a plain `git merge` merge the records of this folder by meaning as well: says so in the attributes, commits
    /// those, and names the program in the repository's configuration. What is there already stays.
    ///
    /// # Errors
    /// As [`SaveError`] tells; then nothing was changed.
    pub fn register_merge(&self) -> Result<Registered, SaveError> {
        register::register(self)
    }

    /// At most `count` commits that touched one of the records in `of` (any record where it is empty), newest first,
    /// starting behind the commit `after`. Cost grows with the commits, and not with the records.
    ///
    /// # Errors
    /// When there is no repository, or git cannot read it.
    pub fn history(&self, of: &[RecordRef], after: Option<&str>, count: usize) -> Result<History, HistoryError> {
        history::history(self, of, after, count)
    }

    /// What a commit changed in the records. For a merge, these are the records that differ from all its parents.
    ///
    /// # Errors
    /// When there is no repository or no such commit, or git cannot read it.
    pub fn changes(&self, commit: &str) -> Result<Changes, HistoryError> {
        history::changes(self, commit)
    }

    /// The commit that the repository stands at; `None` before the first.
    ///
    /// # Errors
    /// When there is no repository, or git cannot read it.
    pub fn head(&self) -> Result<Option<String>, HistoryError> {
        history::head(self)
    }
}

/// What is known, by file.
fn by_file(jobs: Vec<Job>) -> HashMap<String, Known> {
    jobs.into_iter().filter_map(|job| Some((job.file, job.known?))).collect()
}

/// What is to be looked at, each with what is known of it.
fn jobs(listing: &Listing, known: &mut HashMap<String, Known>, entries: Vec<(RecordKind, &Entry)>) -> Vec<Job> {
    entries
        .into_iter()
        .map(|(kind, entry)| {
            let file = listing.file(entry);
            let known = known.remove(&file);
            Job { record: RecordRef::new(kind, entry.id.clone()), file, fault: entry.fault.clone(), known }
        })
        .collect()
}

#[cfg(test)]
mod tests;
