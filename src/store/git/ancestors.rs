//! The history of a commit, newest first. libgit2 cannot walk past a commit whose author it cannot parse.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use git2::Oid;

use crate::store::git::repository::RepoContext;
use crate::store::git::walk::CommitInfo;

/// How many more commits are read when only hidden ones seem to be left: clocks may disagree. As in git.
const SLOP: usize = 5;

/// A commit and its ancestors, through all parents of merges, in the order of `git log`. Reads no more than is asked
/// for.
pub(crate) struct Ancestors<'a> {
    ctx: &'a RepoContext,
    /// By the time of the commit, and then in the order in which they were found.
    waiting: BTreeMap<(i64, Reverse<usize>), CommitInfo>,
    seen: HashSet<Oid>,
}

impl<'a> Ancestors<'a> {
    pub fn of(ctx: &'a RepoContext, commit: Oid) -> Result<Self, git2::Error> {
        let mut ancestors = Self { ctx, waiting: BTreeMap::new(), seen: HashSet::new() };
        ancestors.add(commit)?;
        Ok(ancestors)
    }

    fn add(&mut self, id: Oid) -> Result<(), git2::Error> {
        if self.seen.insert(id) {
            let commit = self.ctx.commit(id)?;
            self.waiting.insert((commit.committed, Reverse(self.seen.len())), commit);
        }
        Ok(())
    }

    fn pop(&mut self) -> Result<Option<CommitInfo>, git2::Error> {
        let Some((_, commit)) = self.waiting.pop_last() else { return Ok(None) };
        for parent in &commit.parents {
            self.add(*parent)?;
        }
        Ok(Some(commit))
    }
}

impl Iterator for Ancestors<'_> {
    type Item = Result<CommitInfo, git2::Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.pop().transpose()
    }
}

/// Returns the commits of a history that are not in the histories of `hidden`, newest first.
pub(crate) fn since(ctx: &RepoContext, commit: Oid, hidden: &[Oid]) -> Result<Vec<CommitInfo>, git2::Error> {
    let mut ancestors = Ancestors::of(ctx, commit)?;
    for id in hidden {
        ancestors.add(*id)?;
    }
    let mut hidden: HashSet<Oid> = hidden.iter().copied().collect();
    let mut parents: HashMap<Oid, Vec<Oid>> = HashMap::new();
    let mut found = Vec::new();
    let mut left = SLOP;
    while left > 0 {
        let Some(commit) = ancestors.pop()? else { break };
        if hidden.contains(&commit.id) {
            hide(&mut hidden, &parents, &commit.parents);
        }
        parents.insert(commit.id, commit.parents.clone());
        found.push(commit);
        let is_decided = ancestors.waiting.values().all(|commit| hidden.contains(&commit.id));
        left = if is_decided { left - 1 } else { SLOP };
    }
    found.retain(|commit| !hidden.contains(&commit.id));
    Ok(found)
}

/// Hides commits, and those of their ancestors that have been read already.
fn hide(hidden: &mut HashSet<Oid>, parents: &HashMap<Oid, Vec<Oid>>, commits: &[Oid]) {
    let mut waiting = commits.to_vec();
    while let Some(commit) = waiting.pop() {
        if hidden.insert(commit) {
            waiting.extend(parents.get(&commit).into_iter().flatten());
        }
    }
}
