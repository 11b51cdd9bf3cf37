//! Lists the records of the folder by the names of its files. Nothing is opened here. What cannot be listed becomes a
//! problem, because figures without it would be wrong.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use git2::Oid;

use crate::model::{Id, Location, Problem, ProblemKind, RecordKind, RecordRef, SystemError, TextRange, Unreadable};
use crate::store::dir_entries::{self, DirEntry, EntryKind};

/// The name of the portfolio's own file without `.toml`.
const PORTFOLIO: &str = "portfolio";

/// The records of a folder.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// The folders of records below the root, each with a final `/`. That of the root itself is empty.
    dirs: Vec<String>,
    /// The records of each kind, sorted by id, each id once.
    entries: [Vec<ScannedFile>; RecordKind::ALL.len()],
    /// Problems with names, folders and links.
    pub problems: Vec<Arc<Problem>>,
}

/// The file of a record.
#[derive(Debug)]
pub(super) struct ScannedFile {
    pub id: Id,
    /// Why it cannot be read, if its name or type shows it.
    pub fault: Option<Unreadable>,
    dir: usize,
}

/// A file of records in a commit, and its blob, or why it cannot be read.
#[derive(Debug)]
pub(super) struct FileOfCommit {
    /// The path below the folder.
    pub path: String,
    pub blob: Result<Oid, Unreadable>,
}

impl Scan {
    /// Lists the records of the folder at `root`, whose path without symbolic links is `real`.
    pub fn of(root: &Path, real: &Path) -> Self {
        let mut walk = Scanner { root, real, seen: HashSet::new(), scan: Self::default() };
        walk.portfolio();
        for kind in RecordKind::ALL {
            if let Some(folder) = kind.folder() {
                walk.folder(kind, folder);
            }
        }
        let mut scan = walk.scan;
        for kind in RecordKind::ALL {
            scan.sort(kind);
        }
        scan
    }

    /// Lists the records of a commit.
    pub fn of_commit(files: Vec<FileOfCommit>) -> Self {
        let mut scan = Self::default();
        for FileOfCommit { path, blob } in files {
            let (dir, name) = path.rfind('/').map_or(("", path.as_str()), |slash| path.split_at(slash + 1));
            let top = path.split('/').next().filter(|_| !dir.is_empty());
            let kind = RecordKind::ALL.into_iter().find(|kind| kind.folder() == top);
            let (Some(kind), Some(stem)) = (kind, name.strip_suffix(".toml")) else {
                let why = blob.err().map_or(ProblemKind::BadFileName(name.to_owned()), ProblemKind::Unreadable);
                scan.problem(path, None, why);
                continue;
            };
            if scan.dirs.last().is_none_or(|last| last != dir) {
                scan.dirs.push(dir.to_owned());
            }
            scan.add(kind, stem, blob.err());
        }
        for kind in RecordKind::ALL {
            scan.sort(kind);
        }
        scan
    }

    /// Returns the records of a kind, sorted by id.
    pub fn of_kind(&self, kind: RecordKind) -> &[ScannedFile] {
        &self.entries[kind as usize]
    }

    /// Returns all records, each with the path of its file below the root.
    pub fn all(&self) -> impl Iterator<Item = (RecordRef, String)> {
        let of_kind = move |kind: RecordKind| {
            self.of_kind(kind).iter().map(move |entry| (RecordRef::new(kind, entry.id.clone()), self.file(entry)))
        };
        RecordKind::ALL.into_iter().flat_map(of_kind)
    }

    /// Returns the records of a kind whose ids start with a text.
    pub fn with_prefix(&self, kind: RecordKind, start: &str) -> &[ScannedFile] {
        let all = self.of_kind(kind);
        let from = all.partition_point(|entry| entry.id.as_str() < start);
        let count = all[from..].partition_point(|entry| entry.id.as_str().starts_with(start));
        &all[from..from + count]
    }

    /// Returns the folders of records below the root, with that of the root itself, which is empty.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        std::iter::once("").chain(self.dirs.iter().map(String::as_str))
    }

    /// Returns the path of a file below the root.
    pub fn file(&self, entry: &ScannedFile) -> String {
        format!("{}{}.toml", self.dirs[entry.dir], entry.id)
    }

    /// Returns the path of a record's file below the root; `None` if it has none.
    pub fn file_of(&self, record: &RecordRef) -> Option<String> {
        self.find(record).map(|entry| self.file(entry))
    }

    /// Returns the entry of a record, if it has a file.
    pub fn find(&self, record: &RecordRef) -> Option<&ScannedFile> {
        let all = self.of_kind(record.kind);
        let at = all.binary_search_by(|entry| entry.id.cmp(&record.id)).ok()?;
        all.get(at)
    }

    /// Sorts the records of a kind by id, and keeps the first file of each id.
    fn sort(&mut self, kind: RecordKind) {
        let mut all = std::mem::take(&mut self.entries[kind as usize]);
        let dirs = &self.dirs;
        all.sort_by(|a, b| a.id.cmp(&b.id).then_with(|| dirs[a.dir].cmp(&dirs[b.dir])));
        let mut kept: Vec<ScannedFile> = Vec::with_capacity(all.len());
        let mut twice: Vec<(Id, Vec<String>)> = Vec::new();
        for entry in all {
            match kept.last() {
                Some(first) if first.id == entry.id => match twice.last_mut() {
                    Some((id, files)) if *id == entry.id => files.push(self.file(&entry)),
                    _ => twice.push((entry.id.clone(), vec![self.file(first), self.file(&entry)])),
                },
                _ => kept.push(entry),
            }
        }
        twice.extend(self.case_collisions(&kept));
        self.entries[kind as usize] = kept;
        for (id, files) in twice {
            let file = files.last().cloned().unwrap_or_default();
            self.problem(file, Some(RecordRef::new(kind, id)), ProblemKind::DuplicateId(files));
        }
    }

    /// Returns the ids that differ only in case, which name one file on other systems, with their files.
    fn case_collisions(&self, entries: &[ScannedFile]) -> Vec<(Id, Vec<String>)> {
        let mut by_name: BTreeMap<String, Vec<&ScannedFile>> = BTreeMap::new();
        for entry in entries {
            by_name.entry(entry.id.as_str().to_ascii_lowercase()).or_default().push(entry);
        }
        let alike = by_name.into_values().filter(|entries| entries.len() > 1);
        alike
            .filter_map(|entries| {
                let files = entries.iter().map(|entry| self.file(entry)).collect();
                Some((entries.last()?.id.clone(), files))
            })
            .collect()
    }

    /// Adds a file of the folder listed last.
    fn add(&mut self, kind: RecordKind, stem: &str, fault: Option<Unreadable>) {
        let dir = self.dirs.len() - 1;
        match Id::new(stem) {
            Ok(id) => self.entries[kind as usize].push(ScannedFile { id, fault, dir }),
            Err(_) => {
                let name = format!("{stem}.toml");
                let file = format!("{}{name}", self.dirs[dir]);
                self.problem(file, None, ProblemKind::BadFileName(name));
            }
        }
    }

    fn problem(&mut self, file: String, record: Option<RecordRef>, kind: ProblemKind) {
        let place = Location::Text(TextRange { file, record, bytes: 0..0 });
        self.problems.push(Arc::new(Problem { place, kind }));
    }
}

/// Returns the record in a file, given its path below the folder: `startups/anct/histologe.toml`.
pub(crate) fn record_at(path: &Path) -> Option<RecordRef> {
    let parts: Vec<&str> = path
        .components()
        .map(|part| match part {
            Component::Normal(name) => name.to_str().filter(|name| !name.starts_with('.')),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let id = Id::new(parts.last()?.strip_suffix(".toml")?).ok()?;
    let kind = RecordKind::ALL.into_iter().find(|kind| match kind.folder() {
        Some(folder) => parts.len() > 1 && parts[0] == folder,
        None => parts[..] == ["portfolio.toml"],
    })?;
    Some(RecordRef::new(kind, id))
}

/// Walks the folders.
struct Scanner<'a> {
    root: &'a Path,
    real: &'a Path,
    /// The folders that links led to. Each is followed once, so that circular links end.
    seen: HashSet<PathBuf>,
    scan: Scan,
}

/// What an entry of a folder leads to.
enum EntryTarget {
    File,
    Folder,
    Nothing(Unreadable),
}

impl Scanner<'_> {
    fn portfolio(&mut self) {
        let path = self.root.join("portfolio.toml");
        let meta = match fs::symlink_metadata(&path) {
            Ok(meta) => meta,
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            Err(error) => return self.refused("portfolio.toml", &error),
        };
        let fault = match self.target(meta.file_type().into(), &path) {
            EntryTarget::File => None,
            EntryTarget::Folder => Some(Unreadable::NotAFile),
            EntryTarget::Nothing(why) => Some(why),
        };
        self.scan.dirs.push(String::new());
        self.scan.add(RecordKind::Portfolio, PORTFOLIO, fault);
    }

    fn folder(&mut self, kind: RecordKind, folder: &str) {
        let top = self.root.join(folder);
        let meta = match fs::symlink_metadata(&top) {
            Ok(meta) => meta,
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            Err(error) => return self.refused(folder, &error),
        };
        match self.target(meta.file_type().into(), &top) {
            EntryTarget::Folder => {}
            EntryTarget::File => return self.unreadable(folder.to_owned(), Unreadable::NotAFile),
            EntryTarget::Nothing(why) => return self.unreadable(folder.to_owned(), why),
        }
        let real_top = match fs::canonicalize(&top) {
            Ok(real_top) => real_top,
            Err(error) => return self.refused(folder, &error),
        };
        let mut waiting = vec![format!("{folder}/")];
        while let Some(dir) = waiting.pop() {
            match dir_entries::list(&self.root.join(&dir)) {
                Ok(entries) => {
                    self.scan.dirs.push(dir.clone());
                    for entry in entries {
                        match entry {
                            Ok(entry) => self.entry((kind, &real_top), &dir, entry, &mut waiting),
                            Err(error) => self.refused(&dir, &error),
                        }
                    }
                }
                // Removed since it was found.
                Err(error) if error.kind() == ErrorKind::NotFound && !self.root.join(&dir).exists() => {}
                Err(error) => self.refused(&dir, &error),
            }
        }
    }

    fn entry(&mut self, top: (RecordKind, &Path), dir: &str, entry: DirEntry, waiting: &mut Vec<String>) {
        let (kind, real_top) = top;
        let name = entry.name.to_string_lossy();
        if name.starts_with('.') {
            return;
        }
        let entry_kind = match entry.kind {
            Ok(entry_kind) => entry_kind,
            Err(error) => return self.refused(&format!("{dir}{name}"), &error),
        };
        let stem = name.strip_suffix(".toml");
        if stem.is_none() && name.to_ascii_lowercase().ends_with(".toml") {
            self.scan.problem(format!("{dir}{name}"), None, ProblemKind::BadFileName(name.into_owned()));
            return;
        }
        // Most entries are plain files, and cost no system call beyond the listing.
        let root = self.root;
        let path = || root.join(dir).join(&entry.name);
        let target = if entry_kind == EntryKind::File { EntryTarget::File } else { self.target(entry_kind, &path()) };
        match (stem, target) {
            (Some(stem), EntryTarget::File) => self.scan.add(kind, stem, None),
            (Some(stem), EntryTarget::Folder) => self.scan.add(kind, stem, Some(Unreadable::NotAFile)),
            (Some(stem), EntryTarget::Nothing(why)) => self.scan.add(kind, stem, Some(why)),
            (None, EntryTarget::Folder) => {
                let path = path();
                if entry_kind != EntryKind::Link || self.is_new(&path, real_top) {
                    waiting.push(format!("{dir}{name}/"));
                }
            }
            (None, EntryTarget::Nothing(why @ (Unreadable::LinkOut | Unreadable::Refused(_)))) => {
                self.unreadable(format!("{dir}{name}"), why);
            }
            (None, _) => {}
        }
    }

    /// Returns what a path leads to, through links that stay within the folder.
    fn target(&self, kind: EntryKind, path: &Path) -> EntryTarget {
        match kind {
            EntryKind::File => return EntryTarget::File,
            EntryKind::Folder => return EntryTarget::Folder,
            EntryKind::Other => return EntryTarget::Nothing(Unreadable::NotAFile),
            EntryKind::Link => {}
        }
        match fs::canonicalize(path).and_then(|target| fs::metadata(&target).map(|meta| (target, meta))) {
            Ok((target, _)) if !target.starts_with(self.real) => EntryTarget::Nothing(Unreadable::LinkOut),
            Ok((_, meta)) if meta.is_file() => EntryTarget::File,
            Ok((_, meta)) if meta.is_dir() => EntryTarget::Folder,
            Ok(_) => EntryTarget::Nothing(Unreadable::NotAFile),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                EntryTarget::Nothing(Unreadable::Refused(SystemError::from(&error)))
            }
            Err(_) => EntryTarget::Nothing(Unreadable::LinkNowhere),
        }
    }

    /// Returns whether a link leads to a folder that is not listed otherwise: not through another link, not as part of
    /// the folder of the kind, and not as one that contains the link.
    fn is_new(&mut self, link: &Path, real_top: &Path) -> bool {
        let (Ok(target), Some(Ok(here))) = (fs::canonicalize(link), link.parent().map(fs::canonicalize)) else {
            return false;
        };
        !here.starts_with(&target) && !target.starts_with(real_top) && self.seen.insert(target)
    }

    fn refused(&mut self, path: &str, error: &std::io::Error) {
        self.unreadable(path.trim_end_matches('/').to_owned(), Unreadable::Refused(SystemError::from(error)));
    }

    fn unreadable(&mut self, file: String, why: Unreadable) {
        self.scan.problem(file, None, ProblemKind::Unreadable(why));
    }
}
