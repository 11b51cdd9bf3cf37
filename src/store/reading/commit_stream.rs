//! The commits that may have changed some records, from the user's git: it knows the commit graph and its path filters,
//! which libgit2 does not. The git waits between two pages of the history, so that no page starts again.

use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Stdio};

use git2::Oid;

use crate::model::RecordRef;
use crate::store::git::ancestors::Ancestors;
use crate::store::git::command;
use crate::store::git::discover::RepoError;
use crate::store::git::repository::RepoContext;
use crate::store::git::walk::parse_id;
use crate::store::records_dir::RecordsDir;

/// What a stream lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StreamQuery {
    pub head: Oid,
    /// Leaves out this commit and what it contains.
    pub since: Option<Oid>,
    /// All records if empty.
    pub records: Vec<RecordRef>,
}

/// A running list of commits, newest first.
#[derive(Debug)]
pub(crate) struct CommitStream {
    pub query: StreamQuery,
    /// The earlier ids of the records, as far as renames have been met.
    pub followed: Vec<RecordRef>,
    source: Source,
    /// The last commit that was returned.
    pub last: Option<Oid>,
}

#[derive(Debug)]
enum Source {
    Git {
        child: Child,
        lines: BufReader<ChildStdout>,
    },
    /// Without a git program: all commits, the last one first.
    Listed(Vec<Oid>),
}

impl CommitStream {
    /// The commits that a query lists.
    pub fn start(ctx: &RepoContext, dir: &RecordsDir, query: StreamQuery) -> Result<Self, RepoError> {
        let source = Source::start(ctx, dir, &query, &query.records)?;
        Ok(Self { query, followed: Vec::new(), source, last: None })
    }

    /// Goes on with an earlier id of a record, too.
    pub fn follow(&mut self, ctx: &RepoContext, dir: &RecordsDir, earlier: RecordRef) -> Result<(), RepoError> {
        self.followed.push(earlier);
        let records: Vec<RecordRef> = self.query.records.iter().chain(&self.followed).cloned().collect();
        self.source = Source::start(ctx, dir, &self.query, &records)?;
        let last = self.last.take();
        while self.last != last && self.next_commit()?.is_some() {}
        Ok(())
    }

    /// The next commit; `None` after the last.
    pub fn next_commit(&mut self) -> Result<Option<Oid>, RepoError> {
        let next = match &mut self.source {
            Source::Listed(commits) => commits.pop(),
            Source::Git { child, lines } => {
                let mut line = String::new();
                lines.read_line(&mut line).map_err(|error| RepoError::Program(error.to_string()))?;
                if line.is_empty() { end_of(child)? } else { Some(parse_id(line.trim_end())?) }
            }
        };
        self.last = next.or(self.last);
        Ok(next)
    }
}

/// Returns `None`, or an error if git has failed rather than come to the end of the list.
fn end_of(child: &mut Child) -> Result<Option<Oid>, RepoError> {
    let status = child.wait().map_err(|error| RepoError::Program(error.to_string()))?;
    if status.success() { Ok(None) } else { Err(RepoError::Program(format!("git rev-list: {status}"))) }
}

impl Source {
    fn start(
        ctx: &RepoContext,
        dir: &RecordsDir,
        query: &StreamQuery,
        records: &[RecordRef],
    ) -> Result<Self, RepoError> {
        let mut command = command::reading_patterns(&ctx.paths);
        command.args(["rev-list", "--full-history"]).arg(query.head.to_string());
        command.args(query.since.map(|since| format!("^{since}")));
        command.arg("--").args(pathspecs(ctx, dir, records));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        if let Ok(mut child) = command.spawn()
            && let Some(stdout) = child.stdout.take()
        {
            return Ok(Self::Git { child, lines: BufReader::new(stdout) });
        }
        let hidden = match query.since {
            Some(since) => ids(ctx, since)?.into_iter().collect(),
            None => HashSet::new(),
        };
        let mut commits = ids(ctx, query.head)?;
        commits.retain(|id| !hidden.contains(id));
        commits.reverse();
        Ok(Self::Listed(commits))
    }
}

fn ids(ctx: &RepoContext, from: Oid) -> Result<Vec<Oid>, RepoError> {
    let ids: Result<Vec<_>, git2::Error> = Ancestors::of(ctx, from)?.map(|commit| Ok(commit?.id)).collect();
    Ok(ids?)
}

impl Drop for Source {
    fn drop(&mut self) {
        if let Self::Git { child, .. } = self {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Where the files of records are and may have been: anywhere below the folder of their kind.
fn pathspecs(ctx: &RepoContext, dir: &RecordsDir, records: &[RecordRef]) -> HashSet<String> {
    let below = dir.real.strip_prefix(&ctx.work).map(|below| below.to_string_lossy().into_owned()).unwrap_or_default();
    if records.is_empty() {
        // Git matches nothing with `:(top,literal).`.
        return HashSet::from([if below.is_empty() { ":(top)".to_owned() } else { format!(":(top,literal){below}") }]);
    }
    let below = if below.is_empty() { below } else { format!("{below}/") };
    let of_record = |record: &RecordRef| {
        let pattern = record.kind.folder().map(|folder| {
            let special = |c: char| if "*?[\\".contains(c) { format!("\\{c}") } else { c.to_string() };
            let below: String = below.chars().map(special).collect();
            format!(":(top,glob){below}{folder}/**/{}.toml", record.id)
        });
        // A record may be a link to another file of the folder.
        let file = ctx.work_file(dir, &dir.file_of(record)).ok();
        let literal = file.map(|file| format!(":(top,literal){}", file.path.to_string_lossy()));
        [pattern, literal]
    };
    records.iter().flat_map(of_record).flatten().collect()
}
