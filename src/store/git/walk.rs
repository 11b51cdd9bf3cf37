//! Reading commits.

use chrono::{DateTime, FixedOffset};
use git2::{ObjectFormat, ObjectType, Oid, Repository, Tree};

/// A commit. Unlike libgit2, this reads commits that other programs wrote with odd authors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CommitInfo {
    pub id: Oid,
    pub tree: Oid,
    pub parents: Vec<Oid>,
    pub author: String,
    /// When the author wrote it, in the author's time zone.
    pub time: DateTime<FixedOffset>,
    /// When it was committed, in seconds since 1970.
    pub committed: i64,
    pub message: String,
}

impl CommitInfo {
    /// Reads a commit as it was written. See [`super::repository::RepoContext::commit`] for shallow clones.
    pub fn read(repo: &Repository, id: Oid) -> Result<Self, git2::Error> {
        let odb = repo.odb()?;
        let object = odb.read(id)?;
        let refuse = || git2::Error::from_str(&format!("{id} is not a commit"));
        if object.kind() != ObjectType::Commit {
            return Err(refuse());
        }
        let text = String::from_utf8_lossy(object.data());
        let (head, message) = text.split_once("\n\n").unwrap_or((&text, ""));
        let mut commit = Self {
            id,
            tree: id,
            parents: Vec::new(),
            author: String::new(),
            time: DateTime::default(),
            committed: 0,
            message: message.to_owned(),
        };
        let mut has_tree = false;
        for line in head.lines() {
            match line.split_once(' ') {
                Some(("tree", tree)) => (commit.tree, has_tree) = (parse_id(tree)?, true),
                Some(("parent", parent)) => commit.parents.push(parse_id(parent)?),
                Some(("author", author)) => (commit.author, commit.time) = person(author),
                Some(("committer", committer)) => commit.committed = person(committer).1.timestamp(),
                _ => {}
            }
        }
        if !has_tree {
            return Err(refuse());
        }
        Ok(commit)
    }

    /// Returns the first line of the message.
    pub fn subject(&self) -> &str {
        self.message.trim_start().lines().next().unwrap_or_default()
    }
}

/// Returns the tree of a commit. Its author may be odd.
pub(crate) fn tree_of(repo: &Repository, commit: Oid) -> Result<Tree<'_>, git2::Error> {
    repo.find_tree(CommitInfo::read(repo, commit)?.tree)
}

/// `Name <address> 1606780800 +0100`, of which any part may be missing.
fn person(text: &str) -> (String, DateTime<FixedOffset>) {
    let mut words = text.rsplitn(3, ' ');
    let (zone, seconds, rest) = (words.next(), words.next(), words.next().unwrap_or(text));
    let name = rest.split(" <").next().unwrap_or_default().trim();
    let zone: i32 = zone.and_then(|zone| zone.parse().ok()).unwrap_or_default();
    let offset = FixedOffset::east_opt((zone / 100 * 60 + zone % 100).saturating_mul(60));
    let utc = seconds.and_then(|seconds| seconds.parse().ok()).and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    let utc = utc.unwrap_or_default();
    (name.to_owned(), offset.map_or_else(|| utc.fixed_offset(), |offset| utc.with_timezone(&offset)))
}

/// Reads the id of an object, in either format of git.
pub(crate) fn parse_id(text: &str) -> Result<Oid, git2::Error> {
    const SHA1_DIGITS: usize = 40;
    Oid::from_str_ext(text, if text.len() > SHA1_DIGITS { ObjectFormat::Sha256 } else { ObjectFormat::Sha1 })
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_authors_are_read_as_far_as_possible() {
        let of = |text: &str| {
            let (name, time) = person(text);
            (name, time.to_rfc3339())
        };
        assert_eq!(of("Ada <a@b.c> 1606780800 -0330"), ("Ada".to_owned(), "2020-11-30T20:30:00-03:30".to_owned()));
        assert_eq!(of("Nobody 1600000000 +0000"), ("Nobody".to_owned(), "2020-09-13T12:26:40+00:00".to_owned()));
        assert_eq!(of("Ada <a@b.c>").0, "Ada");
    }
}
