//! The merge commit, made by the user's git: signed if configured, and with the hooks of a merge.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;

use git2::Oid;

use crate::store::dir_entries;
use crate::store::error::{SaveError, refused};
use crate::store::git::command;
use crate::store::git::hooks;
use crate::store::git::prompts::{Prompts, allow};
use crate::store::git::repository::RepoContext;
use crate::store::git::walk::parse_id;
use crate::store::process::is_running;
use crate::store::sync::error::SyncError;
use crate::store::sync::merge::MergeTips;

/// The hooks that run before a merge commit, in their order.
const BEFORE_MESSAGE: &str = "pre-merge-commit";
const MESSAGE: [&str; 2] = ["prepare-commit-msg", "commit-msg"];

/// The prefix of our files in the git directory. Their names end with the process id.
const PREFIX: &str = "couveuse-merge-";

/// Removes the files of processes that were killed.
pub(crate) fn sweep(ctx: &RepoContext) {
    let Ok(entries) = dir_entries::list(ctx.git_dir()) else { return };
    for entry in entries.flatten() {
        let process = entry.name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.split('.').nth(1)?.parse().ok());
        if process.is_some_and(|process| !is_running(process)) {
            // Another sync may have been faster.
            let _ = fs::remove_file(ctx.git_dir().join(entry.name));
        }
    }
}

/// Creates a merge commit. Its files are removed when it is dropped.
pub(crate) struct MergeCommit<'a> {
    ctx: &'a RepoContext,
    prompts: Prompts,
    cancelled: &'a AtomicBool,
    files: Vec<PathBuf>,
}

impl<'a> MergeCommit<'a> {
    /// `prompts` says whether a signing key may ask for its passphrase.
    pub const fn new(ctx: &'a RepoContext, prompts: Prompts, cancelled: &'a AtomicBool) -> Self {
        Self { ctx, prompts, cancelled, files: Vec::new() }
    }

    /// Commits a merged tree. No branch points to the commit yet.
    pub fn commit(mut self, tips: &MergeTips, tree: Oid, message: &str) -> Result<Oid, SyncError> {
        let (tree, message) = if hooks::any(self.ctx, &[BEFORE_MESSAGE, MESSAGE[0], MESSAGE[1]])? {
            self.hooks(tree, message)?
        } else {
            (tree.to_string(), message.to_owned())
        };
        let text = self.file("message", &message)?;
        let mut command = self.command();
        command.arg("commit-tree");
        if self.ctx.settings()?.flag("commit.gpgsign") == Some(true) {
            command.arg("-S");
        }
        command.args(["-p", &tips.ours.to_string(), "-p", &tips.theirs.to_string()]).arg("-F").arg(text).arg(tree);
        Ok(parse_id(self.run(command)?.trim())?)
    }

    /// Runs the hooks on a temporary index, as in any merge, so that they don't see what the user staged. Returns the
    /// tree and the message as the hooks leave them.
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
        let mut command = self.ctx.git();
        // The settings were read before the merge.
        if let Ok(settings) = self.ctx.settings() {
            allow(&mut command, settings, self.prompts);
        }
        command
    }

    /// Runs git and returns its output.
    fn run(&self, command: Command) -> Result<String, SyncError> {
        let ended = command::stream(command, self.cancelled, &mut |_| {})?;
        match ended.status {
            None => Err(SyncError::Cancelled),
            Some(status) if status.success() => Ok(ended.stdout),
            Some(status) => {
                let said = [ended.messages.trim_end(), ended.stdout.trim_end()];
                let said: Vec<&str> = said.into_iter().filter(|words| !words.is_empty()).collect();
                let words = if said.is_empty() { status.to_string() } else { said.join("\n") };
                Err(SaveError::GitRefused(words).into())
            }
        }
    }

    /// Returns a file in the git directory.
    fn path(&mut self, name: &str) -> PathBuf {
        let path = self.ctx.git_dir().join(format!("{PREFIX}{name}.{}", std::process::id()));
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
            // It may not exist, if something failed before.
            let _ = fs::remove_file(file);
        }
    }
}
