//! The history: the commits that changed records, a page at a time, and what each changed.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use chrono::Timelike;

use crate::edit::{self, ChangeKind, CommitDiff, LineKind, RecordDiff};
use crate::model::{Commit, History, RecordKind, RecordRef};
use crate::store::git::discover::RepoError;
use crate::store::git::repository::RepoContext;
use crate::store::git::trailers::{Trailers, detail};
use crate::store::git::tree_diff::{FileVersion, TreeDiff};
use crate::store::git::walk::{CommitInfo, parse_id};
use crate::store::reading::commit_stream::CommitStream;
use crate::store::records_dir::RecordsDir;

/// The most commits that one page examines, so that the history of a record that rarely changes comes soon.
const MAX_EXAMINED: usize = 500;
/// The most records listed for a commit.
const MAX_RECORDS: usize = 50;
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
    /// There is no such commit.
    #[error("no commit {0}")]
    NoCommit(String),
    /// libgit2 refused.
    #[error(transparent)]
    Git(#[from] git2::Error),
    /// The git program refused: its messages.
    #[error("{0}")]
    Program(String),
    /// The operating system refused.
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

impl From<RepoError> for HistoryError {
    fn from(error: RepoError) -> Self {
        match error {
            RepoError::NoRepository => Self::NoRepository,
            RepoError::Git(error) => Self::Git(error),
            RepoError::Program(messages) => Self::Program(messages),
            RepoError::Refused(path, error) => Self::Refused(path, error),
        }
    }
}

/// The commit of HEAD; `None` before the first commit.
pub(crate) fn head(dir: &RecordsDir) -> Result<Option<String>, HistoryError> {
    Ok(RepoContext::open(dir)?.tip()?.map(|tip| tip.to_string()))
}

/// At most `count` commits that changed one of the records, or any record if none is given.
pub(crate) fn history(
    dir: &RecordsDir,
    stream: &Mutex<Option<CommitStream>>,
    records: &[RecordRef],
    after: Option<&str>,
    count: usize,
) -> Result<History, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let Some(head) = ctx.tip()? else { return Ok(History::default()) };
    let no_commit = |name: &str| HistoryError::NoCommit(name.to_owned());
    let after = after.map(|name| parse_id(name).map_err(|_| no_commit(name))).transpose()?;
    let kinds: Vec<RecordKind> = RecordKind::ALL
        .into_iter()
        .filter(|kind| records.is_empty() || records.iter().any(|record| record.kind == *kind))
        .collect();
    let wanted: HashSet<&RecordRef> = records.iter().collect();
    let files: Vec<String> = records.iter().map(|record| dir.file_of(record)).collect();
    let mut trees = TreeDiff::new(&ctx, dir)?;
    let mut history = History::default();
    let mut place = stream.lock().unwrap_or_else(PoisonError::into_inner);
    let mut commits = CommitStream::after(place.take(), (&ctx, dir), (head, records), after)?;
    let mut examined = 0;
    while let Some(id) = commits.next_commit()? {
        let commit = ctx.commit(id)?;
        let is_kept = !files.is_empty() && trees.keeps(&commit, &files)?;
        let changed = if is_kept { Vec::new() } else { changed_records(&mut trees, &commit, &kinds, &wanted)? };
        if !changed.is_empty() {
            history.commits.push(summary(commit, changed));
        }
        examined += 1;
        if history.commits.len() >= count || examined >= MAX_EXAMINED {
            history.next = Some(id.to_string());
            *place = Some(commits);
            break;
        }
    }
    Ok(history)
}

/// The records that a commit changed, if any of the wanted ones is among them.
fn changed_records(
    trees: &mut TreeDiff<'_>,
    commit: &CommitInfo,
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

fn summary(commit: CommitInfo, mut records: Vec<RecordRef>) -> Commit {
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
    }
}

/// What a commit changed in the records.
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

/// The text of a version: empty if there is none, and `None` if it is not UTF-8 or too large to compare.
fn text(ctx: &RepoContext, version: Option<&FileVersion>) -> Result<Option<String>, git2::Error> {
    let Some(version) = version else { return Ok(Some(String::new())) };
    let blob = ctx.repo.find_blob(version.blob)?;
    if blob.size() > MAX_COMPARED {
        return Ok(None);
    }
    Ok(std::str::from_utf8(blob.content()).ok().map(str::to_owned))
}
