//! Reading the past: the commits that touched records, a page at a time, and what each changed.

use std::collections::HashSet;
use std::path::PathBuf;

use chrono::Timelike;
use git2::{Oid, Repository};

use crate::edit::{self, ChangeKind, CommitDiff, LineKind, RecordDiff};
use crate::model::{Commit, History, RecordKind, RecordRef};
use crate::store::git::repository::{self, RepoContext, RepoError};
use crate::store::git::trailers::{Trailers, detail};
use crate::store::git::tree_diff::{FileVersion, TreeDiff};
use crate::store::git::walk::{moment, newest_first};
use crate::store::records_dir::RecordsDir;

/// Commits looked at in one go at most: a record that changes rarely must not keep anybody waiting.
const LOOKED_AT: usize = 500;
/// Records told of a commit at most.
const RECORDS: usize = 50;
/// Lines told of a record at most.
const LINES: usize = 200;
/// A text larger than this is not compared line by line.
const COMPARED: usize = 256 * 1024;
/// Characters of a subject and of a message at most.
const WORDS: (usize, usize) = (400, 4_000);

/// Why the past cannot be told.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// The folder is in no git repository.
    #[error("not in a git repository")]
    NoRepository,
    /// There is no commit of that name.
    #[error("no commit {0}")]
    NoCommit(String),
    /// git said no.
    #[error(transparent)]
    Git(#[from] git2::Error),
    /// The system refused.
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

impl From<RepoError> for HistoryError {
    fn from(error: RepoError) -> Self {
        match error {
            RepoError::NoRepository => Self::NoRepository,
            RepoError::Git(error) => Self::Git(error),
            RepoError::Refused(path, error) => Self::Refused(path, error),
        }
    }
}

/// Where the branch stands, detached or not; `None` where there is no commit yet.
pub(crate) fn head(dir: &RecordsDir) -> Result<Option<String>, HistoryError> {
    Ok(repository::tip(&repository::open(dir)?)?.map(|tip| tip.to_string()))
}

/// At most `count` commits that touched one of the records, or any record where none is named.
pub(crate) fn history(
    dir: &RecordsDir,
    records: &[RecordRef],
    after: Option<&str>,
    count: usize,
) -> Result<History, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let repo = &ctx.repo;
    let Some(head) = repository::tip(repo)? else { return Ok(History::default()) };
    let mut walk = newest_first(repo, head)?;
    if let Some(after) = after {
        let after = Oid::from_str(after).map_err(|_| HistoryError::NoCommit(after.to_owned()))?;
        // Passing over commits costs little beside looking into them.
        let mut passed = walk.by_ref().take_while(|id| id.as_ref().is_ok_and(|id| *id != after));
        if let Some(Err(error)) = passed.find(Result::is_err) {
            return Err(error.into());
        }
    }
    let kinds: Vec<RecordKind> = RecordKind::ALL
        .into_iter()
        .filter(|kind| records.is_empty() || records.iter().any(|record| record.kind == *kind))
        .collect();
    let wanted: HashSet<&RecordRef> = records.iter().collect();
    let files: Vec<String> = records.iter().map(|record| dir.file_of(record)).collect();
    let mut trees = TreeDiff::new(&ctx, dir)?;
    let mut history = History::default();
    for (looked, id) in walk.enumerate() {
        let id = id?;
        let commit = repo.find_commit(id)?;
        let passed = !files.is_empty() && trees.left_alone(&commit, &files)?;
        let touched = if passed { Vec::new() } else { touched(&mut trees, &commit, &kinds, &wanted)? };
        if !touched.is_empty() {
            history.commits.push(told(&commit, touched));
        }
        if history.commits.len() >= count || looked + 1 >= LOOKED_AT {
            history.next = Some(id.to_string());
            break;
        }
    }
    Ok(history)
}

/// The records that a commit touched, where any of those wanted is among them.
fn touched<'r>(
    trees: &mut TreeDiff<'r>,
    commit: &git2::Commit<'r>,
    kinds: &[RecordKind],
    wanted: &HashSet<&RecordRef>,
) -> Result<Vec<RecordRef>, git2::Error> {
    let is_wanted = |record: &RecordRef| wanted.is_empty() || wanted.contains(record);
    let mut touched: Vec<RecordRef> = trees.changed_by(commit, kinds)?.into_keys().collect();
    if touched.is_empty() {
        let mut named = Trailers::of(commit).records;
        named.retain(is_wanted);
        touched.extend(trees.changed_by_edit(commit, &named)?.into_keys());
    }
    if !touched.iter().any(is_wanted) {
        touched.clear();
    }
    Ok(touched)
}

fn told(commit: &git2::Commit<'_>, mut records: Vec<RecordRef>) -> Commit {
    let more = records.len().saturating_sub(RECORDS);
    records.truncate(RECORDS);
    let trailers = Trailers::of(commit);
    let author = commit.author();
    let moment = moment(author.when());
    let message = String::from_utf8_lossy(commit.message_bytes());
    let subject = message.trim_start().lines().next().unwrap_or_default();
    let short = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    Commit {
        name: commit.id().to_string(),
        author: short(&String::from_utf8_lossy(author.name_bytes()), WORDS.0),
        on: moment.date_naive(),
        minute: u16::try_from(moment.hour() * 60 + moment.minute()).unwrap_or(0),
        subject: short(subject, WORDS.0),
        detail: short(detail(&message), WORDS.1),
        verb: trailers.verb,
        records,
        more,
        undoes: trailers.undoes.map(|commit| commit.to_string()),
    }
}

/// What a commit changed in the records.
pub(crate) fn changes(dir: &RecordsDir, name: &str) -> Result<CommitDiff, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let repo = &ctx.repo;
    let commit = repo.revparse_single(name).and_then(|object| object.peel_to_commit());
    let commit = commit.map_err(|_| HistoryError::NoCommit(name.to_owned()))?;
    let mut trees = TreeDiff::new(&ctx, dir)?;
    let mut deltas = trees.changed_by(&commit, &RecordKind::ALL)?;
    if deltas.is_empty() {
        deltas = trees.changed_by_edit(&commit, &Trailers::of(&commit).records)?;
    }
    let more = deltas.len().saturating_sub(RECORDS);
    let mut records = Vec::new();
    for (record, delta) in deltas.into_iter().take(RECORDS) {
        let change = match (&delta.before, &delta.after) {
            (None, _) => ChangeKind::Created,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        let before = text(repo, delta.before.as_ref())?;
        let after = text(repo, delta.after.as_ref())?;
        let mut lines = before.zip(after).map(|(before, after)| edit::diff_lines(&before, &after));
        let more = lines.as_mut().map_or(0, |lines| {
            let rest = lines.get(LINES..).unwrap_or_default();
            let more = rest.iter().filter(|line| line.kind != LineKind::Context).count();
            lines.truncate(LINES);
            more
        });
        records.push(RecordDiff { record, change, lines, more });
    }
    Ok(CommitDiff { records, more })
}

/// The text of a version: empty where there is no version, `None` where it is not UTF-8 or too large to compare.
fn text(repo: &Repository, version: Option<&FileVersion>) -> Result<Option<String>, git2::Error> {
    let Some(version) = version else { return Ok(Some(String::new())) };
    let blob = repo.find_blob(version.blob)?;
    if blob.size() > COMPARED {
        return Ok(None);
    }
    Ok(std::str::from_utf8(blob.content()).ok().map(str::to_owned))
}
