//! The author and the day of a value that a question is about, from the commits since the merge base.

use std::path::PathBuf;

use git2::{ErrorCode, Oid};

use crate::model::{KeyPath, MergeQuestion, MergeVersion, PathStep};
use crate::store::git::ancestors;
use crate::store::git::repository::RepoContext;
use crate::store::git::walk::CommitInfo;
use crate::store::sync::error::SyncError;

/// The most commits that are searched for a name.
const MAX_SEARCHED: usize = 1_000;

/// One side of a question, and the commits to search for its author.
pub(crate) struct AuthorSearch<'a> {
    pub ctx: &'a RepoContext,
    /// The commit of that side.
    pub tip: Oid,
    /// The merge bases.
    pub bases: &'a [Oid],
    /// The paths of the record's file.
    pub paths: &'a [PathBuf],
}

impl AuthorSearch<'_> {
    /// Sets author and day of a version to those of the commit that wrote its value.
    pub fn find_author(&self, question: &MergeQuestion, version: &mut MergeVersion) -> Result<(), SyncError> {
        let mark = ValuePattern { path: &question.path, value: version.value.as_deref(), was: question.was.as_deref() };
        let mut newest = None;
        for commit in ancestors::since(self.ctx, self.tip, self.bases)?.into_iter().take(MAX_SEARCHED) {
            let text = self.text(&commit)?;
            let parents = commit.parents.iter();
            let before = parents.map(|parent| self.text(&self.ctx.commit(*parent)?));
            let before = before.collect::<Result<Vec<_>, _>>()?;
            if before.contains(&text) {
                continue;
            }
            if before.iter().all(|before| mark.is_new(before.as_deref(), text.as_deref())) {
                newest = Some(commit);
                break;
            }
            newest = newest.or(Some(commit));
        }
        let Some(commit) = newest else { return Ok(()) };
        version.on = Some(commit.time.date_naive());
        version.by = Some(commit.author);
        Ok(())
    }

    /// Returns the text of the record in a commit.
    fn text(&self, commit: &CommitInfo) -> Result<Option<String>, git2::Error> {
        let tree = self.ctx.repo.find_tree(commit.tree)?;
        for path in self.paths {
            match tree.get_path(path) {
                Ok(entry) => {
                    let Ok(blob) = self.ctx.repo.find_blob(entry.id()) else { continue };
                    return Ok(Some(String::from_utf8_lossy(blob.content()).into_owned()));
                }
                Err(error) if error.code() == ErrorCode::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }
}

/// Finds a value in a text, wherever its entry has moved since.
struct ValuePattern<'a> {
    path: &'a KeyPath,
    value: Option<&'a str>,
    was: Option<&'a str>,
}

impl ValuePattern<'_> {
    /// Returns whether a commit added the value, or removed it if there is none.
    fn is_new(&self, before: Option<&str>, after: Option<&str>) -> bool {
        if self.path.is_empty() {
            return after == self.value;
        }
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        match (self.value, self.was) {
            (Some(value), _) => self.count(after, value) > self.count(before, value),
            (None, Some(was)) => self.count(after, was) < self.count(before, was),
            (None, None) => false,
        }
    }

    fn count(&self, text: &str, value: &str) -> usize {
        match self.path.last() {
            Some(PathStep::Key(key)) if !value.contains('\n') => {
                let is_it = |line: &&str| {
                    let rest = line.trim_start().strip_prefix(key.as_str()).map(str::trim_start);
                    rest.and_then(|rest| rest.strip_prefix('='))
                        .is_some_and(|rest| rest.trim_start().starts_with(value))
                };
                text.lines().filter(is_it).count()
            }
            _ => text.matches(value.trim()).count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_key_in_a_moved_entry() {
        let path = KeyPath::entry("contributions", 1).key("amount");
        let mark = ValuePattern { path: &path, value: Some("5"), was: Some("4") };
        let (before, after) = ("amount = 4\nother = 5\n", "# moved\namount   = 5\nother = 5\n");
        assert!(mark.is_new(Some(before), Some(after)));
        assert!(!mark.is_new(Some(after), Some(after)));
        let gone = ValuePattern { value: None, ..mark };
        assert!(gone.is_new(Some(before), Some("other = 5\n")));
    }

    #[test]
    fn an_entry_is_found_by_its_lines() {
        let path = KeyPath::entry("payments", 0);
        let entry = "[[payments]]\non = 2020-12-01\namount = 5\n";
        let mark = ValuePattern { path: &path, value: Some(entry), was: None };
        assert!(mark.is_new(Some("title = \"x\"\n"), Some(&format!("title = \"x\"\n\n{entry}"))));
        assert!(!mark.is_new(None, Some("title = \"x\"\n")));
    }
}
