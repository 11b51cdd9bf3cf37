//! Making a folder of records where there was none: a repository with its first commit, or with a whole history.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use git2::build::{CheckoutBuilder, TreeUpdateBuilder};
use git2::{FileMode, Oid, Repository, RepositoryInitOptions, Signature, Time};

use crate::edit::CommitMessage;
use crate::model::RecordKind;
use crate::store::error::{SaveError, refused};
use crate::store::git::identity::{self, Identity};
use crate::store::git::{command, repository};

/// A repository that is being written commit by commit, straight from trees: no file is there before
/// [`HistoryBuilder::finish`].
pub struct HistoryBuilder {
    repo: Repository,
    root: PathBuf,
    last: Option<Oid>,
}

/// Identity made a commit, and when.
#[derive(Clone, Copy, Debug)]
pub struct CommitAuthor {
    /// The name.
    pub name: &'static str,
    /// The address.
    pub email: &'static str,
    /// The day.
    pub on: NaiveDate,
    /// The minute of that day, an hour east of Greenwich.
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
    /// A new repository in a folder, which belongs to nobody's settings but its own: its edits are this author's, and
    /// neither hooks nor signing of the user's have a part in it.
    ///
    /// # Errors
    /// When git or the system refuses.
    pub fn at(root: &Path, name: &str, email: &str) -> Result<Self, SaveError> {
        let repo = new_repository(root)?;
        let mut config = repo.config()?;
        config.set_str("user.name", name)?;
        config.set_str("user.email", email)?;
        config.set_bool("commit.gpgsign", false)?;
        config.set_str("core.hooksPath", ".git/hooks")?;
        Ok(Self { repo, root: root.to_owned(), last: None })
    }

    /// Commits files on top of the last commit; gives the commit.
    ///
    /// # Errors
    /// When git or the system refuses.
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

    /// Puts the branch where the last commit is, and its files into the folder.
    ///
    /// # Errors
    /// When git or the system refuses.
    pub fn finish(self) -> Result<PathBuf, SaveError> {
        if let Some(last) = self.last {
            self.repo.reference("refs/heads/main", last, false, "the history")?;
            self.repo.checkout_head(Some(CheckoutBuilder::new().force()))?;
        }
        Ok(self.root)
    }
}

fn new_repository(root: &Path) -> Result<Repository, SaveError> {
    let mut options = RepositoryInitOptions::new();
    // The template of the user's git may bring hooks along.
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

/// Makes a folder for each kind of record, writes new files and commits these alone, in a new repository where the
/// folder is in none; by the user's own git, so that its hooks, its signing and the name of the first branch are as
/// they are everywhere. A file that is there already, or a repository in which nothing can be committed now, is refused
/// before anything is written.
///
/// # Errors
/// As [`SaveError`] tells; then nothing was changed.
pub fn init(root: &Path, files: &[(String, String)], message: &CommitMessage) -> Result<(), SaveError> {
    if let Some((file, _)) = files.iter().find(|(file, _)| root.join(file).symlink_metadata().is_ok()) {
        return Err(SaveError::InTheWay(root.join(file)));
    }
    let repo = around(root)?;
    match &repo {
        Some(repo) => {
            Identity::of(repo)?;
            match repository::head(repo) {
                Ok(_) | Err(SaveError::NoCommitYet) => {}
                Err(error) => return Err(error),
            }
        }
        None => identity::check_default()?,
    }
    let mut made = CreatedPaths::default();
    let begun = made.all(root, repo.is_none(), files).and_then(|()| commit_new(root, files, message));
    if begun.is_err() {
        if repo.is_some() {
            let _ = run(root, &["rm", "--quiet", "--cached", "--ignore-unmatch"], files, None);
        }
        made.take_back();
    }
    begun
}

/// What is new on disk.
#[derive(Default)]
struct CreatedPaths {
    /// Files and folders, in the order in which they were made.
    paths: Vec<PathBuf>,
    /// The folder of git's own.
    repository: Option<PathBuf>,
}

impl CreatedPaths {
    /// Files and folders, and a repository where there is none.
    fn all(&mut self, root: &Path, anew: bool, files: &[(String, String)]) -> Result<(), SaveError> {
        self.write(root, files)?;
        if !anew {
            return Ok(());
        }
        let repository = root.join(".git");
        // What is there and no repository is not ours to take away.
        self.repository = repository.symlink_metadata().is_err().then_some(repository);
        run(root, &["init", "--quiet"], &[], None)
    }

    /// The files, and a folder for each kind of record.
    fn write(&mut self, root: &Path, files: &[(String, String)]) -> Result<(), SaveError> {
        self.folder(root)?;
        for folder in RecordKind::ALL.into_iter().filter_map(RecordKind::folder) {
            self.folder(&root.join(folder))?;
        }
        for (file, text) in files {
            let path = root.join(file);
            self.folder(path.parent().unwrap_or(root))?;
            let mut new = File::create_new(&path).map_err(|error| match error.kind() {
                ErrorKind::AlreadyExists => SaveError::InTheWay(path.clone()),
                _ => refused(&path, error),
            })?;
            self.paths.push(path.clone());
            new.write_all(text.as_bytes()).map_err(|error| refused(&path, error))?;
        }
        Ok(())
    }

    /// A folder, and those above it that are missing.
    fn folder(&mut self, folder: &Path) -> Result<(), SaveError> {
        let missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.is_dir();
        let missing: Vec<&Path> = folder.ancestors().take_while(missing).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(|error| refused(folder, error))?;
            self.paths.push(folder.to_owned());
        }
        Ok(())
    }

    /// Takes it away again. What somebody put into a folder meanwhile stays, and the folder with it.
    fn take_back(self) {
        if let Some(repository) = self.repository {
            let _ = fs::remove_dir_all(repository);
        }
        for path in self.paths.iter().rev() {
            let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
        }
    }
}

/// The repository that a folder is in, or would be.
fn around(root: &Path) -> Result<Option<Repository>, SaveError> {
    let there = root.ancestors().find(|folder| folder.is_dir());
    match Repository::discover(there.unwrap_or(Path::new("."))) {
        Ok(repo) if repo.workdir().is_some() => Ok(Some(repo)),
        Ok(_) => Err(SaveError::NoRepository),
        Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn commit_new(root: &Path, files: &[(String, String)], message: &CommitMessage) -> Result<(), SaveError> {
    run(root, &["add"], files, None)?;
    let message = message.to_string();
    run(root, &["commit", "--only", "--quiet", "--cleanup=whitespace", "-F", "-"], files, Some(&message))
}

/// Runs the user's git on some files.
fn run(root: &Path, arguments: &[&str], files: &[(String, String)], input: Option<&str>) -> Result<(), SaveError> {
    let mut command = command::git(root);
    command.args(arguments);
    if !files.is_empty() {
        command.arg("--").args(files.iter().map(|(file, _)| file));
    }
    command::run(&mut command, input.map(str::as_bytes)).map(drop)
}
