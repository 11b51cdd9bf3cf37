//! The history: the commits that changed records, a page at a time, and what each changed.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use chrono::{NaiveDateTime, Timelike};
use git2::{ErrorCode, Oid};

use crate::edit::{self, ChangeKind, CommitDiff, LineKind, RecordDiff};
use crate::model::{Commit, CommitFacts, Date, Fact, History, RecordComparison, RecordKind, RecordRef};
use crate::store::error::DamagedBranch;
use crate::store::git::discover::RepoError;
use crate::store::git::repository::RepoContext;
use crate::store::git::trailers::{Trailers, detail};
use crate::store::git::tree_diff::{self, FileVersion, RecordDelta, RecordDeltas, TreeDiff};
use crate::store::git::walk::{CommitInfo, parse_id};
use crate::store::reading::commit_stream::{CommitStream, StreamQuery};
use crate::store::reading::comparisons::VersionReader;
use crate::store::records_dir::RecordsDir;

/// The most commits that one page examines, so that the history of a record that rarely changes comes soon.
const MAX_EXAMINED: usize = 500;
/// The most records listed for a commit.
const MAX_RECORDS: usize = 50;
/// The most facts listed for a commit.
const MAX_FACTS: usize = 200;
/// The most lines shown of a record.
const MAX_LINES: usize = 200;
/// The size in bytes above which a text is not compared line by line.
const MAX_COMPARED: usize = 256 * 1024;
/// The most characters of a subject or a name.
const MAX_SUBJECT: usize = 400;
/// The most characters of a message.
const MAX_DETAIL: usize = 4_000;

/// Why the history cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// The folder is in no git repository.
    #[error("not in a git repository")]
    NoRepository,
    /// The repository around this folder belongs to another user, and `safe.directory` does not name it.
    #[error("the repository around {0} belongs to another user")]
    OtherOwner(PathBuf),
    /// There is no such commit.
    #[error("no commit {0}")]
    NoCommit(String),
    /// The history begins after a day; in a shallow clone there may be older commits elsewhere.
    #[error("no commit up to {day}")]
    BeginsLater { day: Date, begins: Option<Date>, is_shallow: bool },
    /// The commit contains no records of this folder.
    #[error("no records in {}", .0.name)]
    NoRecords(Box<Commit>),
    /// Git cannot read the tree of a commit.
    #[error("{commit} is damaged: {why}")]
    Damaged { commit: String, why: git2::Error },
    /// The commit of the branch cannot be read, as after a power failure.
    #[error("{} is damaged", .0.branch)]
    DamagedBranch(Box<DamagedBranch>),
    /// libgit2 refused.
    #[error(transparent)]
    Git(#[from] git2::Error),
    /// The git program refused: its messages.
    #[error("{0}")]
    Program(String),
    /// The messages of the git program, which needs objects that a partial clone has not fetched.
    #[error("{0}")]
    NotFetched(String),
    /// The operating system refused.
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

impl From<RepoError> for HistoryError {
    fn from(error: RepoError) -> Self {
        match error {
            RepoError::NoRepository => Self::NoRepository,
            RepoError::OtherOwner(folder) => Self::OtherOwner(folder),
            RepoError::Git(error) => Self::Git(error),
            RepoError::Program(messages) => Self::Program(messages),
            RepoError::NotFetched(messages) => Self::NotFetched(messages),
            RepoError::DamagedBranch(branch) => Self::DamagedBranch(branch),
            RepoError::Refused(path, error) => Self::Refused(path, error),
        }
    }
}

/// Returns the commit at which the records are read; `None` before the first commit.
pub(crate) fn head(dir: &RecordsDir) -> Result<Option<String>, HistoryError> {
    Ok(tip(&RepoContext::open(dir)?, dir)?.map(|tip| tip.to_string()))
}

/// Returns the commit at which the records are read: that of HEAD, unless the folder shows an earlier one.
pub(super) fn tip(ctx: &RepoContext, dir: &RecordsDir) -> Result<Option<Oid>, RepoError> {
    dir.past.as_ref().map_or_else(|| ctx.tip(), |past| Ok(Some(past.id)))
}

/// Returns the time of the commit at which the records are read, in UTC.
pub(crate) fn head_time(dir: &RecordsDir) -> Result<Option<NaiveDateTime>, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let Some(tip) = tip(&ctx, dir)? else { return Ok(None) };
    Ok(Some(ctx.commit(tip)?.time.naive_utc()))
}

/// What a page of the history lists.
#[derive(Clone, Copy, Debug, Default)]
pub struct HistoryQuery<'a> {
    /// Only commits that changed one of these records; any record if empty.
    pub of: &'a [RecordRef],
    /// Leaves out this commit and what it contains, by its id.
    pub since: Option<&'a str>,
    /// Begins with this commit instead of the one at which the records are read, by its id.
    pub until: Option<&'a str>,
    /// Continues after this commit.
    pub after: Option<&'a str>,
    /// The most commits listed.
    pub count: usize,
}

/// Puts a comparison into words.
pub type Wording<'a> = &'a dyn Fn(&RecordComparison) -> Vec<Fact>;

/// Returns a page of the history. Renamed records are followed. Without words, the commits have no facts.
pub(crate) fn history(
    dir: &RecordsDir,
    stream: &Mutex<Option<CommitStream>>,
    query: &HistoryQuery<'_>,
    words: Option<Wording<'_>>,
) -> Result<History, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let Some(head) = tip(&ctx, dir)? else { return Ok(History::default()) };
    let id = |name: &str| parse_id(name).map_err(|_| HistoryError::NoCommit(name.to_owned()));
    let after = query.after.map(id).transpose()?;
    let since = query.since.map(id).transpose()?;
    let head = query.until.map(id).transpose()?.unwrap_or(head);
    let asked = StreamQuery { head, since, records: query.of.to_vec() };
    let mut place = stream.lock().unwrap_or_else(PoisonError::into_inner);
    let (commits, mut skipped) = match place.take() {
        Some(known) if after.is_some() && known.last == after && known.query == asked => (known, None),
        _ => (CommitStream::start(&ctx, dir, asked)?, after),
    };
    let mut walk = HistoryWalk::new(&ctx, dir, commits)?;
    let mut history = History::default();
    let mut examined = 0;
    while let Some(id) = walk.commits.next_commit(&ctx)? {
        let found = walk.examine(id, words.filter(|_| skipped.is_none()))?;
        if skipped.is_some() {
            skipped = skipped.filter(|skipped| *skipped != id);
            continue;
        }
        history.commits.extend(found);
        examined += 1;
        if history.commits.len() >= query.count || examined >= MAX_EXAMINED {
            history.next = Some(id.to_string());
            *place = Some(walk.commits);
            return Ok(history);
        }
    }
    history.is_shallow = since.is_none() && ctx.is_shallow();
    Ok(history)
}

/// Goes through commits and finds what they changed in some records.
struct HistoryWalk<'r> {
    ctx: &'r RepoContext,
    dir: &'r RecordsDir,
    trees: TreeDiff<'r>,
    versions: VersionReader<'r>,
    commits: CommitStream,
    /// The records asked for, with their earlier ids. All if empty.
    wanted: HashSet<RecordRef>,
    /// The kinds of the records asked for.
    kinds: Vec<RecordKind>,
    other_kinds: Vec<RecordKind>,
    /// The files of the records asked for; none if one is a link to another file.
    files: Vec<String>,
}

impl<'r> HistoryWalk<'r> {
    fn new(ctx: &'r RepoContext, dir: &'r RecordsDir, commits: CommitStream) -> Result<Self, HistoryError> {
        let records = &commits.query.records;
        let files: Vec<String> = records.iter().map(|record| dir.file_of(record)).collect();
        let is_kind = |kind: &RecordKind| records.is_empty() || records.iter().any(|record| record.kind == *kind);
        let (kinds, other_kinds) = RecordKind::ALL.into_iter().partition(is_kind);
        Ok(Self {
            ctx,
            dir,
            trees: TreeDiff::new(ctx, dir)?,
            versions: VersionReader::new(ctx),
            wanted: records.iter().chain(&commits.followed).cloned().collect(),
            kinds,
            other_kinds,
            files: if files.iter().any(|file| is_link(ctx, dir, file)) { Vec::new() } else { files },
            commits,
        })
    }

    fn is_wanted(&self, record: &RecordRef) -> bool {
        self.wanted.is_empty() || self.wanted.contains(record)
    }

    /// Returns the commit, if it changed one of the records.
    fn examine(&mut self, id: Oid, words: Option<Wording<'_>>) -> Result<Option<Commit>, HistoryError> {
        let commit = self.ctx.commit(id)?;
        if !self.files.is_empty() && self.trees.keeps(&commit, &self.files)? {
            return Ok(None);
        }
        let mut deltas = self.trees.touched_by(&commit, &self.kinds)?;
        self.add_files(&deltas)?;
        tree_diff::drop_moved(&mut deltas);
        if deltas.is_empty() {
            let mut named = Trailers::of(&commit).records;
            named.retain(|record| self.is_wanted(record));
            deltas = self.trees.changed_by_edit(&commit, &named)?;
        }
        if !deltas.keys().any(|record| self.is_wanted(record)) {
            return Ok(None);
        }
        let renames = self.versions.renames(&deltas)?;
        self.follow(&commit, &deltas, &renames)?;
        deltas.extend(self.trees.changed_by(&commit, &self.other_kinds)?);
        let mut summary = summary(commit, deltas.keys().cloned().collect());
        if let Some(words) = words {
            self.add_facts(&mut summary, &deltas, &renames, words)?;
        }
        Ok(Some(summary))
    }

    /// Continues with the files in which the requested records were before a commit moved them.
    fn add_files(&mut self, deltas: &RecordDeltas) -> Result<(), HistoryError> {
        for (_, delta) in deltas.iter().filter(|(record, _)| self.wanted.contains(*record)) {
            for version in [&delta.before, &delta.after].into_iter().chain(&delta.others).flatten() {
                self.commits.add_file(self.ctx, self.dir, &version.path)?;
            }
        }
        Ok(())
    }

    /// Continues with what the requested records were before a commit created them: a record with another id, or a
    /// deleted one, perhaps in another place.
    fn follow(
        &mut self,
        commit: &CommitInfo,
        deltas: &RecordDeltas,
        renames: &BTreeMap<RecordRef, RecordRef>,
    ) -> Result<(), HistoryError> {
        for (record, delta) in deltas {
            if !self.wanted.contains(record) || delta.before.is_some() || delta.after.is_none() {
                continue;
            }
            if let Some(earlier) = renames.get(record) {
                if self.wanted.insert(earlier.clone()) {
                    let file = deltas.get(earlier).and_then(|delta| delta.before.as_ref()).map(|file| &*file.path);
                    self.commits.follow(self.ctx, self.dir, (earlier.clone(), file), &commit.parents)?;
                }
            } else if self.trees.has_folders(commit, record.kind)? {
                self.commits.search(self.ctx, self.dir, record, &commit.parents)?;
            }
        }
        Ok(())
    }

    /// Adds the facts of the records asked for.
    fn add_facts(
        &mut self,
        commit: &mut Commit,
        deltas: &RecordDeltas,
        renames: &BTreeMap<RecordRef, RecordRef>,
        words: Wording<'_>,
    ) -> Result<(), HistoryError> {
        let listed = with_facts(deltas, renames, |record| self.is_wanted(record));
        let listed: Vec<RecordRef> = listed.into_iter().take(MAX_RECORDS).cloned().collect();
        commit.elsewhere = (deltas.len() - renames.len()).saturating_sub(listed.len());
        let mut facts = Vec::new();
        for record in listed {
            facts.extend(facts_of(&mut self.versions, &record, deltas, renames, words)?);
        }
        commit.more_facts = facts.len().saturating_sub(MAX_FACTS);
        facts.truncate(MAX_FACTS);
        commit.facts = facts;
        Ok(())
    }
}

/// Returns whether the file of a record is a link to another file of the folder.
fn is_link(ctx: &RepoContext, dir: &RecordsDir, file: &str) -> bool {
    ctx.work_file(dir, file).is_ok_and(|work_file| work_file.absolute != dir.real.join(file))
}

/// Returns the records whose facts are listed: those that are wanted under their id or an earlier one. A renamed record
/// is listed under its later id only.
fn with_facts<'d>(
    deltas: &'d RecordDeltas,
    renames: &BTreeMap<RecordRef, RecordRef>,
    is_wanted: impl Fn(&RecordRef) -> bool,
) -> Vec<&'d RecordRef> {
    let earlier: BTreeSet<&RecordRef> = renames.values().collect();
    let is_listed = |record: &&RecordRef| {
        !earlier.contains(record) && (is_wanted(record) || renames.get(*record).is_some_and(&is_wanted))
    };
    deltas.keys().filter(is_listed).collect()
}

/// Returns the facts of one record. A renamed record has them under its later id.
fn facts_of(
    versions: &mut VersionReader<'_>,
    record: &RecordRef,
    deltas: &RecordDeltas,
    renames: &BTreeMap<RecordRef, RecordRef>,
    words: Wording<'_>,
) -> Result<Vec<Fact>, git2::Error> {
    let delta_of = |record: &RecordRef| deltas.get(record).cloned().unwrap_or_default();
    if let Some(earlier) = renames.get(record) {
        let delta = RecordDelta { before: delta_of(earlier).before, ..delta_of(record) };
        let comparison = versions.compare(record, &RecordDelta { others: Vec::new(), ..delta })?;
        return Ok(words(&RecordComparison { renamed_from: Some(earlier.clone()), ..comparison }));
    }
    Ok(words(&versions.compare(record, &delta_of(record))?))
}

/// Everything that differs between two commits, by their ids, in some records, or in all if none is given.
pub(crate) fn facts_between(
    dir: &RecordsDir,
    (from, to): (&str, &str),
    of: &[RecordRef],
    words: Wording<'_>,
) -> Result<CommitFacts, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let id = |name: &str| parse_id(name).map_err(|_| HistoryError::NoCommit(name.to_owned()));
    let mut versions = VersionReader::new(&ctx);
    let deltas = TreeDiff::new(&ctx, dir)?.deltas_between(id(from)?, id(to)?)?;
    let renames = versions.renames(&deltas)?;
    let listed = with_facts(&deltas, &renames, |record| of.is_empty() || of.contains(record));
    let elsewhere = (deltas.len() - renames.len()).saturating_sub(listed.len());
    let mut found = CommitFacts { facts: Vec::new(), elsewhere };
    for record in listed {
        found.facts.extend(facts_of(&mut versions, record, &deltas, &renames, words)?);
    }
    Ok(found)
}

pub(super) fn summary(commit: CommitInfo, mut records: Vec<RecordRef>) -> Commit {
    let more = records.len().saturating_sub(MAX_RECORDS);
    records.truncate(MAX_RECORDS);
    let trailers = Trailers::of(&commit);
    let short = |text: &str, limit: usize| text.chars().take(limit).collect::<String>();
    Commit {
        name: commit.id.to_string(),
        author: short(&commit.author, MAX_SUBJECT),
        on: commit.time.date_naive(),
        minute: u16::try_from(commit.time.hour() * 60 + commit.time.minute()).unwrap_or(0),
        subject: short(commit.subject(), MAX_SUBJECT),
        detail: short(detail(&commit.message), MAX_DETAIL),
        verb: trailers.verb,
        records,
        more,
        undoes: trailers.undoes.map(|commit| commit.to_string()),
        is_merge: commit.parents.len() > 1,
        received: trailers.received.filter(|_| commit.parents.len() > 1),
        facts: Vec::new(),
        more_facts: 0,
        elsewhere: 0,
    }
}

/// Returns what a commit changed in the records.
pub(crate) fn changes(dir: &RecordsDir, name: &str) -> Result<CommitDiff, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let id = ctx.resolve(name)?.ok_or_else(|| HistoryError::NoCommit(name.to_owned()))?;
    let commit = ctx.commit(id)?;
    let mut trees = TreeDiff::new(&ctx, dir)?;
    let mut deltas = trees.changed_by(&commit, &RecordKind::ALL)?;
    if deltas.is_empty() {
        deltas = trees.changed_by_edit(&commit, &Trailers::of(&commit).records)?;
    }
    let more = deltas.len().saturating_sub(MAX_RECORDS);
    let mut records = Vec::new();
    for (record, delta) in deltas.into_iter().take(MAX_RECORDS) {
        let change = match (&delta.before, &delta.after) {
            (None, _) => ChangeKind::Created,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        let before = text(&ctx, delta.before.as_ref())?;
        let after = text(&ctx, delta.after.as_ref())?;
        let mut lines = before.zip(after).map(|(before, after)| edit::diff_lines(&before, &after));
        let more = lines.as_mut().map_or(0, |lines| {
            let rest = lines.get(MAX_LINES..).unwrap_or_default();
            let more = rest.iter().filter(|line| line.kind != LineKind::Context).count();
            lines.truncate(MAX_LINES);
            more
        });
        records.push(RecordDiff { record, change, lines, more });
    }
    Ok(CommitDiff { records, more })
}

/// Returns the text of a version: empty if there is none, and `None` if it is missing, not UTF-8, or too large to
/// compare.
fn text(ctx: &RepoContext, version: Option<&FileVersion>) -> Result<Option<String>, git2::Error> {
    let Some(version) = version else { return Ok(Some(String::new())) };
    let blob = match ctx.repo.find_blob(version.blob) {
        // Reading history never fetches.
        Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
        blob => blob?,
    };
    if blob.size() > MAX_COMPARED {
        return Ok(None);
    }
    Ok(std::str::from_utf8(blob.content()).ok().map(str::to_owned))
}
