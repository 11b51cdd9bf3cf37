//! The records that differ between two commits. Equal trees are not read: the cost grows with the number of changes.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use git2::{ErrorCode, ObjectType, Oid, Repository, Tree, TreeEntry};

use crate::model::{Id, RecordKind, RecordRef};
use crate::store::git::discover::RepoError;
use crate::store::git::repository::RepoContext;
use crate::store::git::walk::CommitInfo;
use crate::store::records_dir::RecordsDir;

/// The number of cached trees. Those of a commit are needed again for its child.
const CACHED: usize = 64;

/// The file of a record in one commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileVersion {
    /// The file, below the folder.
    pub path: String,
    pub blob: Oid,
}

/// The file of a record before and after a commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RecordDelta {
    pub before: Option<FileVersion>,
    pub after: Option<FileVersion>,
    /// For a merge, the versions of its other parents.
    pub others: Vec<Option<FileVersion>>,
}

pub(crate) type RecordDeltas = BTreeMap<RecordRef, RecordDelta>;

/// The trees of one folder in the commits of a repository.
pub(crate) struct TreeDiff<'r> {
    repo: &'r Repository,
    dir: &'r RecordsDir,
    ctx: &'r RepoContext,
    /// The folder below the work tree.
    below: PathBuf,
    kept: HashMap<Oid, Tree<'r>>,
}

impl<'r> TreeDiff<'r> {
    pub fn new(ctx: &'r RepoContext, dir: &'r RecordsDir) -> Result<Self, RepoError> {
        let below = dir.real.strip_prefix(&ctx.work).map_err(|_| RepoError::NoRepository)?.to_owned();
        Ok(Self { repo: &ctx.repo, dir, ctx, below, kept: HashMap::new() })
    }

    /// Returns the records of some kinds that a commit changed. For a merge, only those that differ from all its
    /// parents: the rest was changed by the commits that it merges.
    pub fn changed_by(&mut self, commit: &CommitInfo, kinds: &[RecordKind]) -> Result<RecordDeltas, git2::Error> {
        let mut deltas = self.touched_by(commit, kinds)?;
        drop_moved(&mut deltas);
        Ok(deltas)
    }

    /// Returns the same, with the records that a commit only moved.
    pub fn touched_by(&mut self, commit: &CommitInfo, kinds: &[RecordKind]) -> Result<RecordDeltas, git2::Error> {
        let own = self.folder_of(commit)?;
        let mut parents = Vec::new();
        for parent in &commit.parents {
            parents.push(self.folder_of(&self.ctx.commit(*parent)?)?);
        }
        if parents.is_empty() {
            parents.push(None);
        }
        if parents.contains(&own) {
            return Ok(RecordDeltas::new());
        }
        let mut all = parents.into_iter();
        let mut changed = self.between(all.next().flatten(), own, kinds)?;
        for parent in all {
            if changed.is_empty() {
                break;
            }
            let mut other = self.between(parent, own, kinds)?;
            changed.retain(|record, delta| match other.remove(record) {
                Some(before) => {
                    delta.others.push(before.before);
                    true
                }
                None => false,
            });
        }
        Ok(changed)
    }

    /// Returns the records that differ between two commits.
    pub fn between_commits(&mut self, one: Oid, other: Oid) -> Result<Vec<RecordRef>, git2::Error> {
        Ok(self.deltas_between(one, other)?.into_keys().collect())
    }

    /// Returns the records that differ between two commits, with their files.
    pub fn deltas_between(&mut self, one: Oid, other: Oid) -> Result<RecordDeltas, git2::Error> {
        let one = self.folder_of(&self.ctx.commit(one)?)?;
        let other = self.folder_of(&self.ctx.commit(other)?)?;
        let mut deltas = self.between(one, other, &RecordKind::ALL)?;
        drop_moved(&mut deltas);
        Ok(deltas)
    }

    /// Returns whether the records of a kind are in folders in a commit or one of its parents.
    pub fn has_folders(&mut self, commit: &CommitInfo, kind: RecordKind) -> Result<bool, git2::Error> {
        let Some(name) = kind.folder() else { return Ok(false) };
        let mut folders = vec![self.folder_of(commit)?];
        for parent in &commit.parents {
            folders.push(self.folder_of(&self.ctx.commit(*parent)?)?);
        }
        for folder in folders {
            if let Some((tree, ObjectType::Tree)) = self.entry(folder, name)?
                && self.tree(tree)?.iter().any(|entry| entry.kind() == Some(ObjectType::Tree))
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Returns whether a commit certainly did not change some files, given their paths below the folder: each exists,
    /// and is the same in its first parent. This is cheaper than comparing all files of their kind.
    pub fn keeps(&mut self, commit: &CommitInfo, files: &[String]) -> Result<bool, git2::Error> {
        let own = self.folder_of(commit)?;
        let Some(parent) = commit.parents.first() else { return Ok(false) };
        let before = self.folder_of(&self.ctx.commit(*parent)?)?;
        for file in files {
            let blob = self.file(own, file)?;
            if blob.is_none() || blob != self.file(before, file)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn file(&mut self, folder: Option<Oid>, file: &str) -> Result<Option<Oid>, git2::Error> {
        let mut at = folder.map(|folder| (folder, ObjectType::Tree));
        for part in file.split('/') {
            let Some((tree, ObjectType::Tree)) = at else { return Ok(None) };
            at = self.entry(Some(tree), part)?;
        }
        Ok(at.map(|(blob, _)| blob))
    }

    /// Returns what an edit of this program changed in the records that it names. This includes records that are links
    /// to another file of the folder, whose own tree entries do not change.
    pub fn changed_by_edit(&mut self, commit: &CommitInfo, records: &[RecordRef]) -> Result<RecordDeltas, git2::Error> {
        let mut changed = self.changed_by(commit, &RecordKind::ALL)?;
        changed.retain(|record, _| records.contains(record));
        let Some(parent) = commit.parents.first() else { return Ok(changed) };
        let parent = self.ctx.commit(*parent)?;
        for record in records {
            let Ok(work_file) = self.ctx.work_file(self.dir, &self.dir.file_of(record)) else { continue };
            let Ok(path) = work_file.absolute.strip_prefix(&self.dir.real) else { continue };
            let version = |commit: &CommitInfo| {
                let tree = self.repo.find_tree(commit.tree).ok()?;
                let blob = tree.get_path(&work_file.path).ok()?.id();
                Some(FileVersion { path: path.to_string_lossy().into_owned(), blob })
            };
            let delta = RecordDelta { before: version(&parent), after: version(commit), others: Vec::new() };
            if !changed.contains_key(record) && delta.before != delta.after {
                changed.insert(record.clone(), delta);
            }
        }
        Ok(changed)
    }

    /// Returns the folder's tree in a commit.
    fn folder_of(&self, commit: &CommitInfo) -> Result<Option<Oid>, git2::Error> {
        if self.below.as_os_str().is_empty() {
            return Ok(Some(commit.tree));
        }
        match self.repo.find_tree(commit.tree)?.get_path(&self.below) {
            Ok(entry) => Ok((entry.kind() == Some(ObjectType::Tree)).then(|| entry.id())),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn between(
        &mut self,
        before: Option<Oid>,
        after: Option<Oid>,
        kinds: &[RecordKind],
    ) -> Result<RecordDeltas, git2::Error> {
        let mut deltas = RecordDeltas::new();
        for kind in kinds {
            let name = kind.folder().unwrap_or("portfolio.toml");
            let before = self.entry(before, name)?;
            let after = self.entry(after, name)?;
            if before == after {
                continue;
            }
            if kind.folder().is_none() {
                let version = |entry: Option<(Oid, ObjectType)>| {
                    let blob = entry.filter(|(_, object)| *object == ObjectType::Blob).map(|(blob, _)| blob);
                    blob.map(|blob| FileVersion { path: name.to_owned(), blob })
                };
                let delta = RecordDelta { before: version(before), after: version(after), others: Vec::new() };
                deltas.insert(RecordRef::of_portfolio(), delta);
                continue;
            }
            let tree = |entry: Option<(Oid, ObjectType)>| {
                entry.filter(|(_, object)| *object == ObjectType::Tree).map(|(tree, _)| tree)
            };
            self.walk(*kind, &format!("{name}/"), (tree(before), tree(after)), &mut deltas)?;
        }
        Ok(deltas)
    }

    fn entry(&mut self, tree: Option<Oid>, name: &str) -> Result<Option<(Oid, ObjectType)>, git2::Error> {
        let Some(tree) = tree else { return Ok(None) };
        let tree = self.tree(tree)?;
        Ok(tree.get_name(name).and_then(|entry| Some((entry.id(), entry.kind()?))))
    }

    fn tree(&mut self, id: Oid) -> Result<Tree<'r>, git2::Error> {
        if let Some(tree) = self.kept.get(&id) {
            return Ok(tree.clone());
        }
        if self.kept.len() >= CACHED {
            self.kept.clear();
        }
        let tree = self.repo.find_tree(id)?;
        self.kept.insert(id, tree.clone());
        Ok(tree)
    }

    /// Compares two folders of a kind entry by entry, in the order in which git sorts both.
    fn walk(
        &mut self,
        kind: RecordKind,
        path: &str,
        (before, after): (Option<Oid>, Option<Oid>),
        deltas: &mut RecordDeltas,
    ) -> Result<(), git2::Error> {
        let before = before.map(|tree| self.tree(tree)).transpose()?;
        let after = after.map(|tree| self.tree(tree)).transpose()?;
        let mut olds = before.iter().flat_map(Tree::iter).peekable();
        let mut news = after.iter().flat_map(Tree::iter).peekable();
        loop {
            let order = match (olds.peek(), news.peek()) {
                (None, None) => return Ok(()),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(old), Some(new)) => in_order(old, new),
            };
            let old = if order.is_le() { olds.next() } else { None };
            let new = if order.is_ge() { news.next() } else { None };
            if old.as_ref().map(TreeEntry::id) != new.as_ref().map(TreeEntry::id) {
                self.differ(kind, path, (old.as_ref(), new.as_ref()), deltas)?;
            }
        }
    }

    fn differ(
        &mut self,
        kind: RecordKind,
        path: &str,
        (old, new): (Option<&TreeEntry<'_>>, Option<&TreeEntry<'_>>),
        deltas: &mut RecordDeltas,
    ) -> Result<(), git2::Error> {
        let name = |entry: &TreeEntry<'_>| String::from_utf8_lossy(entry.name_bytes()).into_owned();
        let tree = |entry: Option<&TreeEntry<'_>>| {
            entry.filter(|entry| entry.kind() == Some(ObjectType::Tree)).map(TreeEntry::id)
        };
        let trees = (tree(old), tree(new));
        if trees != (None, None) {
            let name = old.or(new).map(name).unwrap_or_default();
            return self.walk(kind, &format!("{path}{name}/"), trees, deltas);
        }
        for (entry, is_old) in [(old, true), (new, false)] {
            let Some(entry) = entry.filter(|entry| entry.kind() == Some(ObjectType::Blob)) else { continue };
            let name = name(entry);
            let Some(id) = name.strip_suffix(".toml").and_then(|stem| Id::new(stem).ok()) else { continue };
            let version = Some(FileVersion { path: format!("{path}{name}"), blob: entry.id() });
            let delta = deltas.entry(RecordRef::new(kind, id)).or_default();
            if is_old { delta.before = version } else { delta.after = version }
        }
        Ok(())
    }
}

/// Leaves out records that only moved: they did not change.
pub(crate) fn drop_moved(deltas: &mut RecordDeltas) {
    let blob = |version: &Option<FileVersion>| version.as_ref().map(|version| version.blob);
    deltas.retain(|_, delta| {
        let after = blob(&delta.after);
        blob(&delta.before) != after && delta.others.iter().all(|other| blob(other) != after)
    });
}

/// Returns the order of entries in a tree: by bytes, with `/` after the names of folders.
fn in_order(one: &TreeEntry<'_>, other: &TreeEntry<'_>) -> Ordering {
    // The common case.
    if one.name_bytes() == other.name_bytes() && one.kind() == other.kind() {
        return Ordering::Equal;
    }
    fn bytes<'e>(entry: &'e TreeEntry<'_>) -> impl Iterator<Item = &'e u8> {
        let slash: &[u8] = if entry.kind() == Some(ObjectType::Tree) { b"/" } else { b"" };
        entry.name_bytes().iter().chain(slash)
    }
    bytes(one).cmp(bytes(other))
}
