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
struct StreamQuery {
    head: Oid,
    records: Vec<RecordRef>,
}

/// A running list of commits, newest first.
#[derive(Debug)]
pub(crate) struct CommitStream {
    query: StreamQuery,
    source: Source,
    /// The last commit that was returned.
    last: Option<Oid>,
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
    /// The commits after `after`, or from `head` on. Continues `previous` if it is at that commit.
    pub fn after(
        previous: Option<Self>,
        (ctx, dir): (&RepoContext, &RecordsDir),
        (head, records): (Oid, &[RecordRef]),
        after: Option<Oid>,
    ) -> Result<Self, RepoError> {
        let query = StreamQuery { head, records: records.to_vec() };
        match previous {
            Some(stream) if after.is_some() && stream.query == query && stream.last == after => Ok(stream),
            _ => {
                let source = Source::start(ctx, dir, head, records)?;
                let mut stream = Self { query, source, last: None };
                if after.is_some() {
                    while stream.last != after && stream.next_commit()?.is_some() {}
                }
                Ok(stream)
            }
        }
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
    fn start(ctx: &RepoContext, dir: &RecordsDir, head: Oid, records: &[RecordRef]) -> Result<Self, RepoError> {
        let mut command = command::reading_patterns(&ctx.paths);
        command.args(["rev-list", "--full-history"]).arg(head.to_string());
        command.arg("--").args(pathspecs(ctx, dir, records));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        if let Ok(mut child) = command.spawn()
            && let Some(stdout) = child.stdout.take()
        {
            return Ok(Self::Git { child, lines: BufReader::new(stdout) });
        }
        let commits = Ancestors::of(ctx, head)?.map(|commit| Ok(commit?.id));
        let mut commits = commits.collect::<Result<Vec<_>, git2::Error>>()?;
        commits.reverse();
        Ok(Self::Listed(commits))
    }
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
