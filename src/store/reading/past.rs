//! The records of one commit, read from git's objects. Work tree and index are neither read nor written.

use std::collections::HashSet;

use git2::{ErrorCode, ObjectType, Oid, Repository, Tree};

use crate::model::{RecordKind, Unreadable};
use crate::record::LARGEST;
use crate::store::git::repository::RepoContext;
use crate::store::git::walk::parse_id;
use crate::store::past_commit::PastCommit;
use crate::store::reading::history::{HistoryError, summary};
use crate::store::records_dir::RecordsDir;
use crate::store::scan::{FileOfCommit, Scan};

/// The mode of a symbolic link in a tree.
const LINK: i32 = 0o120_000;
/// The most links followed for one file, as circular ones have no end.
const MAX_LINKS: usize = 8;

/// Lists the records of a commit, given by its id. Fails if it has none in this folder.
pub(crate) fn open(dir: &RecordsDir, name: &str) -> Result<(PastCommit, Scan), HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let id = parse_id(name).map_err(|_| HistoryError::NoCommit(name.to_owned()))?;
    let commit = ctx.commit(id)?;
    let damaged = |error: git2::Error| HistoryError::Damaged { commit: name.to_owned(), why: error };
    let below = dir.real.strip_prefix(&ctx.work).map_err(|_| HistoryError::NoRepository)?;
    let mut tree = ctx.repo.find_tree(commit.tree).map_err(damaged)?;
    if !below.as_os_str().is_empty() {
        tree = match tree.get_path(below).and_then(|entry| entry.to_object(&ctx.repo)?.peel_to_tree()) {
            Ok(tree) => tree,
            Err(error) if matches!(error.code(), ErrorCode::NotFound | ErrorCode::InvalidSpec) => {
                return Err(HistoryError::NoRecords(Box::new(summary(commit, Vec::new()))));
            }
            Err(error) => return Err(damaged(error)),
        };
    }
    let mut lister = TreeLister { repo: &ctx.repo, top: &tree, seen: HashSet::new(), files: Vec::new() };
    lister.list().map_err(damaged)?;
    let listed = lister.files;
    let commit = summary(commit, Vec::new());
    if listed.is_empty() {
        return Err(HistoryError::NoRecords(Box::new(commit)));
    }
    let files = listed.iter().filter_map(|file| Some((file.path.clone(), file.blob.as_ref().ok().copied()?)));
    Ok((PastCommit { commit, id, files: files.collect() }, Scan::of_commit(listed)))
}

/// Reads a file of a commit. Never fetches: what a partial clone lacks is unreadable.
pub(crate) fn read(past: &PastCommit, repo: &Repository, file: &str) -> Result<(Oid, Vec<u8>), Unreadable> {
    let id = past.blob(file).ok_or(Unreadable::NotAFile)?;
    let blob = repo.find_blob(id).map_err(|_| Unreadable::NotInClone)?;
    match u64::try_from(blob.size()) {
        Ok(size) if size <= LARGEST => Ok((id, blob.content().to_vec())),
        size => Err(Unreadable::TooLarge(size.unwrap_or(u64::MAX))),
    }
}

/// Lists the files of records in a tree, through links that stay within it.
struct TreeLister<'r> {
    repo: &'r Repository,
    /// The tree of the folder of records.
    top: &'r Tree<'r>,
    /// The folders that links led to. Each is listed once.
    seen: HashSet<Oid>,
    files: Vec<FileOfCommit>,
}

impl TreeLister<'_> {
    fn list(&mut self) -> Result<(), git2::Error> {
        for kind in RecordKind::ALL {
            let name = kind.folder().unwrap_or("portfolio.toml");
            let Some((id, mode)) = self.top.get_name(name).map(|entry| (entry.id(), entry.filemode())) else {
                continue;
            };
            self.entry("", name, (id, mode), kind.folder().is_some())?;
        }
        Ok(())
    }

    fn folder(&mut self, path: &str, tree: Oid) -> Result<(), git2::Error> {
        let tree = self.repo.find_tree(tree)?;
        for entry in &tree {
            let name = String::from_utf8_lossy(entry.name_bytes()).into_owned();
            if !name.starts_with('.') {
                self.entry(path, &name, (entry.id(), entry.filemode()), false)?;
            }
        }
        Ok(())
    }

    /// Lists an entry of the folder at `path`, which ends with `/` unless it is empty.
    fn entry(&mut self, path: &str, name: &str, (id, mode): (Oid, i32), is_folder: bool) -> Result<(), git2::Error> {
        let file = format!("{path}{name}");
        let is_link = mode == LINK;
        let target = if is_link { self.follow(path, id)? } else { Ok((id, kind_of(mode))) };
        let is_record = name.to_ascii_lowercase().ends_with(".toml");
        let blob = match target {
            Ok((tree, ObjectType::Tree)) if !is_record => {
                if !is_link || self.seen.insert(tree) {
                    self.folder(&format!("{file}/"), tree)?;
                }
                return Ok(());
            }
            Ok((blob, ObjectType::Blob)) if !is_folder => Ok(blob),
            Ok(_) => Err(Unreadable::NotAFile),
            Err(why) => Err(why),
        };
        if is_record || is_folder || blob.is_err() && is_link {
            self.files.push(FileOfCommit { path: file, blob });
        }
        Ok(())
    }

    /// Returns what a link in a folder leads to.
    fn follow(&self, folder: &str, link: Oid) -> Result<Result<(Oid, ObjectType), Unreadable>, git2::Error> {
        let (mut folder, mut link) = (folder.to_owned(), link);
        for _ in 0..MAX_LINKS {
            let target = String::from_utf8_lossy(self.repo.find_blob(link)?.content()).into_owned();
            let Some(path) = resolved(&folder, &target) else { return Ok(Err(Unreadable::LinkOut)) };
            let Ok(entry) = self.top.get_path(std::path::Path::new(&path)) else {
                return Ok(Err(Unreadable::LinkNowhere));
            };
            match entry.filemode() {
                LINK => {
                    folder = path.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
                    link = entry.id();
                }
                mode => return Ok(Ok((entry.id(), kind_of(mode)))),
            }
        }
        Ok(Err(Unreadable::LinkNowhere))
    }
}

/// Returns the kind of object that an entry with a mode names. Unlike asking the object, this needs none.
const fn kind_of(mode: i32) -> ObjectType {
    match mode & 0o170_000 {
        0o040_000 => ObjectType::Tree,
        0o100_000 => ObjectType::Blob,
        _ => ObjectType::Commit,
    }
}

/// Returns the path below the folder of records that a link in one of its folders names; `None` if it leads out.
fn resolved(folder: &str, target: &str) -> Option<String> {
    if target.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(target.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_below_the_folder_or_out() {
        assert_eq!(resolved("startups/", "a.toml").as_deref(), Some("startups/a.toml"));
        assert_eq!(resolved("startups/team/", "../../parties/./pau.toml").as_deref(), Some("parties/pau.toml"));
        assert_eq!(resolved("startups/", "../../secret"), None);
        assert_eq!(resolved("startups/", "/etc/passwd"), None);
    }
}
