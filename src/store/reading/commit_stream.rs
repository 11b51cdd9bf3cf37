//! The commits that may have changed some records, from the user's git: it knows the commit graph and its path filters,
//! which libgit2 does not. The git waits between two pages of the history, so that no page starts again.
//!
//! The filters answer for one path at a time, and patterns are compared with every file of every commit. So a git lists
//! the commits of the file that a record has now, and further gits those of the files where it was before.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Stdio};

use git2::Oid;

use crate::model::RecordRef;
use crate::store::git::ancestors::Ancestors;
use crate::store::git::command;
use crate::store::git::discover::RepoError;
use crate::store::git::repository::RepoContext;
use crate::store::git::walk::{parse_id, tree_of};
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
    sources: Vec<Source>,
    /// What the sources list.
    listed: HashSet<String>,
    returned: HashSet<Oid>,
    /// The last commit that was returned.
    pub last: Option<Oid>,
}

#[derive(Debug)]
struct Source {
    commits: Commits,
    /// The next commit, and when it was committed, in seconds since 1970.
    next: Option<(i64, Oid)>,
}

#[derive(Debug)]
enum Commits {
    Git {
        child: Child,
        lines: BufReader<ChildStdout>,
        /// Whether older files may not have been fetched.
        is_partial: bool,
    },
    /// Without a git program: all commits, the last one first.
    Listed(Vec<(i64, Oid)>),
    Ended,
}

impl CommitStream {
    /// Returns the commits that a query lists.
    pub fn start(ctx: &RepoContext, dir: &RecordsDir, query: StreamQuery) -> Result<Self, RepoError> {
        let head = [query.head];
        let paths = Pathspecs::new(ctx, dir);
        let mut all: Vec<String> = Vec::new();
        for record in &query.records {
            all.extend(paths.of(record, query.head)?);
        }
        if query.records.is_empty() {
            all.push(paths.all());
        }
        let mut stream = Self {
            query,
            followed: Vec::new(),
            sources: Vec::new(),
            listed: HashSet::new(),
            returned: HashSet::new(),
            last: None,
        };
        stream.list(ctx, &head, all)?;
        Ok(stream)
    }

    /// Also lists the commits of an earlier id of a record: of its file before a commit that has these parents.
    pub fn follow(
        &mut self,
        ctx: &RepoContext,
        dir: &RecordsDir,
        (earlier, file): (RecordRef, Option<&str>),
        parents: &[Oid],
    ) -> Result<(), RepoError> {
        self.followed.push(earlier);
        let paths = Pathspecs::new(ctx, dir);
        self.list(ctx, parents, file.map(|file| paths.literal(file)).into_iter().collect())
    }

    /// Also lists the commits of another file below the folder.
    pub fn add_file(&mut self, ctx: &RepoContext, dir: &RecordsDir, file: &str) -> Result<(), RepoError> {
        self.list(ctx, &[self.query.head], vec![Pathspecs::new(ctx, dir).literal(file)])
    }

    /// Also lists the commits of all files that a record may have had before a commit that has these parents.
    pub fn search(
        &mut self,
        ctx: &RepoContext,
        dir: &RecordsDir,
        record: &RecordRef,
        parents: &[Oid],
    ) -> Result<(), RepoError> {
        self.list(ctx, parents, Pathspecs::new(ctx, dir).anywhere(record).into_iter().collect())
    }

    fn list(&mut self, ctx: &RepoContext, from: &[Oid], mut paths: Vec<String>) -> Result<(), RepoError> {
        paths.retain(|path| self.listed.insert(path.clone()));
        let lists_all = self.sources.iter().any(|source| matches!(source.commits, Commits::Listed(_)));
        if !paths.is_empty() && !from.is_empty() && !lists_all {
            self.sources.push(Source::start(ctx, from, self.query.since, &paths)?);
        }
        Ok(())
    }

    /// Returns the next commit; `None` after the last.
    pub fn next_commit(&mut self, ctx: &RepoContext) -> Result<Option<Oid>, RepoError> {
        loop {
            for source in &mut self.sources {
                source.fill()?;
            }
            let mut newest: Option<usize> = None;
            for (n, source) in self.sources.iter().enumerate() {
                let best = newest.and_then(|best| self.sources[best].next);
                if source.next.is_some_and(|next| best.is_none_or(|best| comes_before(ctx, next, best))) {
                    newest = Some(n);
                }
            }
            let next = newest.and_then(|newest| self.sources.get_mut(newest)?.next.take());
            let Some((_, id)) = next else { return Ok(None) };
            if self.returned.insert(id) {
                self.last = Some(id);
                return Ok(Some(id));
            }
        }
    }
}

/// Returns whether a commit is listed before another one of another list.
fn comes_before(ctx: &RepoContext, (time, id): (i64, Oid), (other_time, other): (i64, Oid)) -> bool {
    let descends = || id != other && ctx.repo.graph_descendant_of(id, other).unwrap_or(false);
    time > other_time || time == other_time && descends()
}

impl Source {
    fn start(ctx: &RepoContext, from: &[Oid], since: Option<Oid>, paths: &[String]) -> Result<Self, RepoError> {
        let is_partial = ctx.is_partial().unwrap_or(false);
        let mut command = command::reading_patterns(&ctx.paths);
        command.args(["rev-list", "--full-history", "--timestamp"]).args(from.iter().map(Oid::to_string));
        command.args(since.map(|since| format!("^{since}")));
        command.arg("--").args(paths);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Ok(mut child) = command.spawn()
            && let Some(stdout) = child.stdout.take()
        {
            return Ok(Self { commits: Commits::Git { child, lines: BufReader::new(stdout), is_partial }, next: None });
        }
        let hidden = match since {
            Some(since) => ids(ctx, since)?.into_iter().map(|(_, id)| id).collect(),
            None => HashSet::new(),
        };
        let mut commits = Vec::new();
        for from in from {
            commits.extend(ids(ctx, *from)?);
        }
        commits.retain(|(_, id)| !hidden.contains(id));
        commits.reverse();
        Ok(Self { commits: Commits::Listed(commits), next: None })
    }

    /// Reads the next commit unless it is known.
    fn fill(&mut self) -> Result<(), RepoError> {
        if self.next.is_some() {
            return Ok(());
        }
        self.next = match &mut self.commits {
            Commits::Ended => None,
            Commits::Listed(commits) => commits.pop(),
            Commits::Git { child, lines, is_partial } => {
                let mut line = String::new();
                lines.read_line(&mut line).map_err(|error| RepoError::Program(error.to_string()))?;
                match line.trim_end().split_once(' ') {
                    Some((time, id)) => Some((time.parse().unwrap_or(0), parse_id(id)?)),
                    None => {
                        end(child, *is_partial)?;
                        None
                    }
                }
            }
        };
        if self.next.is_none() {
            self.commits = Commits::Ended;
        }
        Ok(())
    }
}

/// Waits for a git that has listed everything; an error if it has failed instead.
fn end(child: &mut Child, is_partial: bool) -> Result<(), RepoError> {
    let failed = |error: std::io::Error| RepoError::Program(error.to_string());
    let mut messages = Vec::new();
    if let Some(stderr) = &mut child.stderr {
        stderr.read_to_end(&mut messages).map_err(failed)?;
    }
    let status = child.wait().map_err(failed)?;
    if status.success() {
        return Ok(());
    }
    let messages = String::from_utf8_lossy(&messages);
    let lines: Vec<&str> = messages.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let why = if lines.is_empty() { status.to_string() } else { lines.join("; ") };
    let why = format!("rev-list: {why}");
    Err(if is_partial { RepoError::NotFetched(why) } else { RepoError::Program(why) })
}

fn ids(ctx: &RepoContext, from: Oid) -> Result<Vec<(i64, Oid)>, RepoError> {
    let ids: Result<Vec<_>, git2::Error> =
        Ancestors::of(ctx, from)?.map(|commit| commit.map(|commit| (commit.committed, commit.id))).collect();
    Ok(ids?)
}

impl Drop for Commits {
    fn drop(&mut self) {
        if let Self::Git { child, .. } = self {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Where the files of records are and may have been.
struct Pathspecs<'a> {
    ctx: &'a RepoContext,
    dir: &'a RecordsDir,
    /// The folder below the work tree: empty, or with a `/` at its end.
    below: String,
}

impl<'a> Pathspecs<'a> {
    fn new(ctx: &'a RepoContext, dir: &'a RecordsDir) -> Self {
        let below = dir.real.strip_prefix(&ctx.work).ok().map(|below| below.to_string_lossy());
        let below = below.filter(|below| !below.is_empty()).map(|below| format!("{below}/")).unwrap_or_default();
        Self { ctx, dir, below }
    }

    fn literal(&self, file: &str) -> String {
        format!(":(top,literal){}{file}", self.below)
    }

    fn all(&self) -> String {
        // Git matches nothing with `:(top,literal).`.
        if self.below.is_empty() { ":(top)".to_owned() } else { self.literal("").trim_end_matches('/').to_owned() }
    }

    /// Everywhere below the folder of its kind.
    fn anywhere(&self, record: &RecordRef) -> Option<String> {
        let special = |c: char| if "*?[\\".contains(c) { format!("\\{c}") } else { c.to_string() };
        let below: String = self.below.chars().map(special).collect();
        record.kind.folder().map(|folder| format!(":(top,glob){below}{folder}/**/{}.toml", record.id))
    }

    /// Returns the file that a record has in a commit. If there is none, it may have been anywhere.
    fn of(&self, record: &RecordRef, head: Oid) -> Result<Vec<String>, RepoError> {
        let file = self.dir.file_of(record);
        let in_tree = format!("{}{file}", self.below);
        let is_committed = tree_of(&self.ctx.repo, head)?.get_path(in_tree.as_ref()).is_ok();
        let anywhere = self.anywhere(record).filter(|_| !is_committed);
        // A record may be a link to another file of the folder.
        let target = self.ctx.work_file(self.dir, &file).ok();
        let target = target.map(|target| format!(":(top,literal){}", target.path.to_string_lossy()));
        let mut paths: Vec<String> = [Some(self.literal(&file)), target, anywhere].into_iter().flatten().collect();
        paths.dedup();
        Ok(paths)
    }
}
