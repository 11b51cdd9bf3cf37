//! The merge commit: made by the user's `git`, signed where it signs, with the hooks of a merge run as it runs them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;

use git2::Oid;

use crate::store::error::{SaveError, refused};
use crate::store::git::command;
use crate::store::git::hooks;
use crate::store::git::prompts::{Prompts, allow};
use crate::store::git::repository::RepoContext;
use crate::store::sync::error::SyncError;
use crate::store::sync::merge::MergeTips;

/// The hooks that stand before a merge commit, in their order.
const BEFORE_MESSAGE: &str = "pre-merge-commit";
const MESSAGE: [&str; 2] = ["prepare-commit-msg", "commit-msg"];

/// The beginning of the names of our files in git's folder; they end with our process id.
const OURS: &str = "couveuse-merge-";

/// Removes the files of processes that were killed.
pub(crate) fn sweep(ctx: &RepoContext) {
    let Ok(entries) = fs::read_dir(ctx.repo.path()) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(OURS)?.split('.').nth(1)?.parse().ok());
        if process.is_some_and(|process| !is_alive(process)) {
            // Another sync may have been faster.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(unix)]
fn is_alive(process: i32) -> bool {
    let process = rustix::process::Pid::from_raw(process);
    process.is_some_and(|process| rustix::process::test_kill_process(process) != Err(rustix::io::Errno::SRCH))
}

/// Nobody can tell.
#[cfg(not(unix))]
fn is_alive(_: i32) -> bool {
    true
}

/// What the making of a merge commit needs. Its files are removed when it is dropped.
pub(crate) struct MergeCommit<'a> {
    ctx: &'a RepoContext,
    prompts: Prompts,
    cancelled: &'a AtomicBool,
    files: Vec<PathBuf>,
}

impl<'a> MergeCommit<'a> {
    /// In a repository; `prompts` says whether a signing key may ask for its passphrase.
    pub const fn new(ctx: &'a RepoContext, prompts: Prompts, cancelled: &'a AtomicBool) -> Self {
        Self { ctx, prompts, cancelled, files: Vec::new() }
    }

    /// Makes the commit of a merged tree; no branch is on it yet.
    pub fn commit(mut self, tips: &MergeTips, tree: Oid, message: &str) -> Result<Oid, SyncError> {
        let (tree, message) = if hooks::any(self.ctx, &[BEFORE_MESSAGE, MESSAGE[0], MESSAGE[1]])? {
            self.hooks(tree, message)?
        } else {
            (tree.to_string(), message.to_owned())
        };
        let text = self.file("message", &message)?;
        let mut command = self.command();
        command.arg("commit-tree");
        if self.ctx.repo.config()?.get_bool("commit.gpgsign").unwrap_or(false) {
            command.arg("-S");
        }
        command.args(["-p", &tips.ours.to_string(), "-p", &tips.theirs.to_string()]).arg("-F").arg(text).arg(tree);
        Ok(Oid::from_str(self.run(command)?.trim())?)
    }

    /// Runs the hooks on an index of their own, which is what they look at in any merge: the user's holds what the user
    /// staged, and no hook has to do with that. Gives the tree and the message as the hooks leave them.
    fn hooks(&mut self, tree: Oid, message: &str) -> Result<(String, String), SyncError> {
        let index = self.path("index");
        let with_index = |mut command: Command| {
            command.env("GIT_INDEX_FILE", &index);
            command
        };
        let mut read = with_index(self.command());
        read.args(["read-tree", &tree.to_string()]);
        self.run(read)?;
        let hook = |name: &str| {
            let mut command = with_index(self.command());
            command.args(["hook", "run", "--ignore-missing", name]);
            command
        };
        self.run(hook(BEFORE_MESSAGE))?;
        let mut write = with_index(self.command());
        write.arg("write-tree");
        let tree = self.run(write)?.trim().to_owned();
        let commands = MESSAGE.map(hook);
        let file = self.file("message", message)?;
        for (n, mut command) in commands.into_iter().enumerate() {
            command.arg("--").arg(&file);
            if n == 0 {
                command.arg("merge");
            }
            self.run(command)?;
        }
        let message = fs::read_to_string(&file).map_err(|error| refused(&file, error))?;
        Ok((tree, format!("{}\n", message.trim())))
    }

    fn command(&self) -> Command {
        let mut command = command::git(&self.ctx.work);
        allow(&mut command, &self.ctx.repo, self.prompts);
        command
    }

    /// Runs it; gives what it prints.
    fn run(&self, command: Command) -> Result<String, SyncError> {
        let ended = command::stream(command, self.cancelled, &mut |_| {})?;
        match ended.status {
            None => Err(SyncError::Cancelled),
            Some(status) if status.success() => Ok(ended.printed),
            Some(status) => {
                let said = [ended.said.trim_end(), ended.printed.trim_end()];
                let said: Vec<&str> = said.into_iter().filter(|words| !words.is_empty()).collect();
                let words = if said.is_empty() { status.to_string() } else { said.join("\n") };
                Err(SaveError::GitRefused(words).into())
            }
        }
    }

    /// A file of ours among git's own.
    fn path(&mut self, name: &str) -> PathBuf {
        let path = self.ctx.repo.path().join(format!("{OURS}{name}.{}", std::process::id()));
        self.files.push(path.clone());
        path
    }

    fn file(&mut self, name: &str, text: &str) -> Result<PathBuf, SyncError> {
        let path = self.path(name);
        write(&path, text)?;
        Ok(path)
    }
}

fn write(path: &Path, text: &str) -> Result<(), SaveError> {
    fs::write(path, text).map_err(|error| refused(path, error))
}

impl Drop for MergeCommit<'_> {
    fn drop(&mut self) {
        for file in &self.files {
            // Not there where something went wrong before.
            let _ = fs::remove_file(file);
        }
    }
}
