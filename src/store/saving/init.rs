//! Creating a folder of records: in a repository with a first commit, or with a whole generated history.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use git2::build::{CheckoutBuilder, TreeUpdateBuilder};
use git2::{FileMode, Oid, Repository, RepositoryInitOptions, Signature, Time};

use crate::edit::CommitMessage;
use crate::model::RecordKind;
use crate::store::dir_entries;
use crate::store::error::{SaveError, refused};
use crate::store::git::command;
use crate::store::git::discover::RepoError;
use crate::store::git::identity::Identity;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::plain_file::{self, Links};
use crate::store::process::is_running;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::atomic_write::{is_temporary, temporary};

/// Longer than any file of a new portfolio.
const LONGEST: u64 = 1024 * 1024;

/// A new repository that is written commit by commit, directly from trees. It has no files before
/// [`HistoryBuilder::finish`].
pub struct HistoryBuilder {
    repo: Repository,
    root: PathBuf,
    /// The folder in which a new root is built; `None` if the root existed.
    staged: Option<StagedFolder>,
    last: Option<Oid>,
}

/// A folder that is built under a temporary name. It is removed on drop unless it was renamed; if the process was
/// killed, the next one removes it.
struct StagedFolder {
    path: PathBuf,
    is_moved: bool,
}

impl StagedFolder {
    /// Stages a folder that does not exist yet.
    fn beside(target: &Path) -> Result<Self, SaveError> {
        let path = temporary(target);
        let parent = path.parent().unwrap_or(Path::new("."));
        let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
        fs::create_dir_all(parent).map_err(|error| refused(parent, error))?;
        for entry in dir_entries::list(parent).into_iter().flatten().flatten() {
            if is_left_over(target, Path::new(&entry.name)) {
                let _ = fs::remove_dir_all(parent.join(entry.name));
            }
        }
        Ok(Self { path, is_moved: false })
    }

    /// Moves the folder to its place, in one step.
    fn move_to(mut self, target: &Path) -> Result<(), SaveError> {
        fs::rename(&self.path, target).map_err(|error| refused(target, error))?;
        self.is_moved = true;
        Ok(())
    }
}

impl Drop for StagedFolder {
    fn drop(&mut self) {
        if !self.is_moved {
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Returns whether a name is that of a staged folder whose owner has ended.
fn is_left_over(target: &Path, name: &Path) -> bool {
    let owner = name.extension().and_then(|process| process.to_str()?.parse().ok());
    is_temporary(target, name) && owner.is_some_and(|process| !is_running(process))
}

/// The author of a commit, and its time.
#[derive(Clone, Copy, Debug)]
pub struct CommitAuthor {
    pub name: &'static str,
    pub email: &'static str,
    pub on: NaiveDate,
    /// The minute of that day, in the time zone UTC+1.
    pub minute: u32,
}

impl CommitAuthor {
    fn signature(&self) -> Result<Signature<'static>, git2::Error> {
        const EAST: i32 = 60;
        let midnight: NaiveDateTime = self.on.into();
        let minutes = midnight.and_utc().timestamp() / 60 + i64::from(self.minute) - i64::from(EAST);
        Signature::new(self.name, self.email, &Time::new(minutes * 60, EAST))
    }
}

impl HistoryBuilder {
    /// Creates a repository in a folder. Its edits are made by this author, without the hooks and the signing that the
    /// user has configured.
    ///
    /// # Errors
    /// If the repository cannot be created.
    pub fn at(root: &Path, name: &str, email: &str) -> Result<Self, SaveError> {
        let staged = if root.exists() { None } else { Some(StagedFolder::beside(root)?) };
        let repo = new_repository(staged.as_ref().map_or(root, |staged| &staged.path))?;
        let mut config = repo.config()?;
        config.set_str("user.name", name)?;
        config.set_str("user.email", email)?;
        config.set_bool("commit.gpgsign", false)?;
        config.set_str("core.hooksPath", ".git/hooks")?;
        Ok(Self { repo, root: root.to_owned(), staged, last: None })
    }

    /// Commits files on top of the last commit. Returns the commit.
    ///
    /// # Errors
    /// If an object cannot be written.
    pub fn commit(
        &mut self,
        author: CommitAuthor,
        message: &CommitMessage,
        files: &[(String, String)],
    ) -> Result<String, SaveError> {
        let repo = &self.repo;
        let signature = author.signature()?;
        let last = self.last.map(|last| repo.find_commit(last)).transpose()?;
        let tree = tree(repo, last.as_ref(), files)?;
        let parents: Vec<_> = last.iter().collect();
        let commit =
            repo.commit(None, &signature, &signature, &message.to_string(), &repo.find_tree(tree)?, &parents)?;
        drop(parents);
        self.last = Some(commit);
        Ok(commit.to_string())
    }

    /// Moves the branch to the last commit, and checks out its files. A new folder appears only now, with all of them.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn finish(self) -> Result<PathBuf, SaveError> {
        if let Some(last) = self.last {
            self.repo.reference("refs/heads/main", last, false, "the history")?;
            self.repo.checkout_head(Some(CheckoutBuilder::new().force()))?;
        }
        let Self { repo, root, staged, .. } = self;
        // No file may be open while its folder is moved.
        drop(repo);
        if let Some(staged) = staged {
            staged.move_to(&root)?;
        }
        Ok(root)
    }
}

fn new_repository(root: &Path) -> Result<Repository, SaveError> {
    let mut options = RepositoryInitOptions::new();
    // The template of the user's git may contain hooks.
    options.initial_head("main").external_template(false).no_reinit(true).mkpath(true);
    Ok(Repository::init_opts(root, &options)?)
}

fn tree(repo: &Repository, on: Option<&git2::Commit<'_>>, files: &[(String, String)]) -> Result<Oid, git2::Error> {
    let base = match on {
        Some(commit) => commit.tree()?,
        None => repo.find_tree(repo.treebuilder(None)?.write()?)?,
    };
    let mut update = TreeUpdateBuilder::new();
    for (path, text) in files {
        update.upsert(path.as_str(), repo.blob(text.as_bytes())?, FileMode::Blob);
    }
    update.create_updated(repo, &base)
}

/// Creates a folder for each kind of record, writes new files and commits these alone. Creates a repository if the
/// folder is in none. The user's git does it, so that hooks, signing and the name of the first branch are as
/// configured.
///
/// # Errors
/// If a file exists, unless it is left of an interrupted `init` of the same files, or nothing can be committed in the
/// repository now; see [`SaveError`]. Nothing was changed then.
pub fn init(root: &Path, files: &[(String, String)], message: &CommitMessage) -> Result<(), SaveError> {
    let existing = files.iter().find(|(file, _)| root.join(file).symlink_metadata().is_ok());
    if let Some((file, _)) = existing.filter(|_| !was_interrupted(root, files)) {
        return Err(SaveError::AlreadyExists(root.join(file)));
    }
    let repo = around(root)?;
    match &repo {
        Some(repo) => {
            repo.identity()?;
            match repo.head() {
                Ok(_) | Err(SaveError::NoCommitYet) => {}
                Err(error) => return Err(error),
            }
        }
        None => Identity::check_default()?,
    }
    let mut made = CreatedPaths { resumes: existing.is_some(), ..CreatedPaths::default() };
    let begun = made.create_all(root, repo.is_none(), files).and_then(|()| commit_new(root, files, message));
    if begun.is_err() {
        if repo.is_some() {
            let _ = run(root, &["rm", "--quiet", "--cached", "--ignore-unmatch"], files, None);
        }
        made.remove_all();
    }
    begun
}

/// Returns whether an `init` of these files may have been killed midway: each exists as far as it was written or not
/// at all, nothing else is in the folders of records, and none of them is committed.
#[must_use]
pub fn was_interrupted(root: &Path, files: &[(String, String)]) -> bool {
    let existing: Vec<(PathBuf, &String)> = files
        .iter()
        .map(|(file, text)| (root.join(file), text))
        .filter(|(path, _)| path.symlink_metadata().is_ok())
        .collect();
    let is_beginning = |(path, text): &(PathBuf, &String)| {
        plain_file::read(path, LONGEST, Links::Refuse).is_ok_and(|bytes| text.as_bytes().starts_with(&bytes))
    };
    let is_ours = |path: PathBuf| existing.iter().any(|(file, _)| *file == path);
    let in_folder = |folder: &str| {
        let folder = root.join(folder);
        let entries = dir_entries::list(&folder).into_iter().flatten().flatten();
        entries.map(move |entry| folder.join(entry.name))
    };
    let mut folders = RecordKind::ALL.into_iter().filter_map(RecordKind::folder);
    existing.iter().all(is_beginning)
        && folders.all(|folder| in_folder(folder).all(is_ours))
        && !is_any_committed(root, &existing)
}

fn is_any_committed(root: &Path, files: &[(PathBuf, &String)]) -> bool {
    let Ok(repo) = around(root) else { return true };
    let Some(repo) = repo else { return false };
    let Ok(real) = root.canonicalize() else { return true };
    let is_committed = |(file, _): &(PathBuf, &String)| {
        let absolute = file.strip_prefix(root).map(|below| real.join(below)).ok()?;
        let path = absolute.strip_prefix(&repo.work).ok()?.to_owned();
        Some(repo.blob_at_head(&WorkFile { absolute, path }).ok()?.is_some())
    };
    files.iter().any(|file| is_committed(file).unwrap_or(true))
}

/// The files and folders that were created.
#[derive(Default)]
struct CreatedPaths {
    /// In the order of creation.
    paths: Vec<PathBuf>,
    /// The git directory.
    repository: Option<PathBuf>,
    /// Whether an interrupted `init` left some of the files.
    resumes: bool,
}

impl CreatedPaths {
    /// Creates files and folders, and a repository if there is none.
    fn create_all(&mut self, root: &Path, anew: bool, files: &[(String, String)]) -> Result<(), SaveError> {
        self.write(root, files)?;
        if !anew {
            return Ok(());
        }
        let repository = root.join(".git");
        // A `.git` that is not a repository must not be removed.
        self.repository = repository.symlink_metadata().is_err().then_some(repository);
        run(root, &["init", "--quiet"], &[], None)
    }

    /// Writes the files, and creates a folder for each kind of record.
    fn write(&mut self, root: &Path, files: &[(String, String)]) -> Result<(), SaveError> {
        self.folder(root)?;
        for folder in RecordKind::ALL.into_iter().filter_map(RecordKind::folder) {
            self.folder(&root.join(folder))?;
        }
        for (file, text) in files {
            let path = root.join(file);
            self.folder(path.parent().unwrap_or(root))?;
            let mut new = self.file(&path)?;
            self.paths.push(path.clone());
            new.write_all(text.as_bytes()).map_err(|error| refused(&path, error))?;
        }
        Ok(())
    }

    /// Creates a file, or empties one that an interrupted `init` left.
    fn file(&self, path: &Path) -> Result<File, SaveError> {
        let made = if self.resumes { File::create(path) } else { File::create_new(path) };
        made.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => SaveError::AlreadyExists(path.to_owned()),
            _ => refused(path, error),
        })
    }

    /// Creates a folder, and those above it that are missing.
    fn folder(&mut self, folder: &Path) -> Result<(), SaveError> {
        let missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.is_dir();
        let missing: Vec<&Path> = folder.ancestors().take_while(missing).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(|error| refused(folder, error))?;
            self.paths.push(folder.to_owned());
        }
        Ok(())
    }

    /// Removes everything again. A folder in which somebody has created a file meanwhile stays.
    fn remove_all(self) {
        if let Some(repository) = self.repository {
            let _ = fs::remove_dir_all(repository);
        }
        for path in self.paths.iter().rev() {
            let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
        }
    }
}

/// Returns the repository that a folder is in, or would be in.
fn around(root: &Path) -> Result<Option<RepoContext>, SaveError> {
    let existing = root.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    let dir = RecordsDir::bare(existing).map_err(|error| refused(existing, error))?;
    match RepoContext::open(&dir) {
        Ok(repo) => Ok(Some(repo)),
        Err(RepoError::NoRepository) if !is_in_bare_repository(existing) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Returns whether a folder is in a repository that has no work tree.
fn is_in_bare_repository(folder: &Path) -> bool {
    Repository::discover(folder).is_ok_and(|repo| repo.workdir().is_none())
}

fn commit_new(root: &Path, files: &[(String, String)], message: &CommitMessage) -> Result<(), SaveError> {
    run(root, &["add"], files, None)?;
    let message = message.to_string();
    run(root, &["commit", "--only", "--quiet", "--cleanup=whitespace", "-F", "-"], files, Some(&message))
}

/// Runs git on some files.
fn run(root: &Path, arguments: &[&str], files: &[(String, String)], input: Option<&str>) -> Result<(), SaveError> {
    let mut command = command::git_in(root);
    command.args(arguments);
    if !files.is_empty() {
        command.arg("--").args(files.iter().map(|(file, _)| file));
    }
    command::run(&mut command, input.map(str::as_bytes)).map(drop)
}
