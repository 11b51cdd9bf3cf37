//! The other repository: which it is, what its branch holds, and sending ours there.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use git2::{Oid, Repository};

use super::{Prompts, SyncError, SyncStep};
use crate::store::git::{self, Ended};
use crate::store::repository::Ground;

/// How often a fetch is tried where the remote answers and another git holds a lock here.
const FETCHES: usize = 4;

/// The branch of a remote that ours follows.
pub(super) struct Remote<'a> {
    ground: &'a Ground,
    prompts: Prompts,
    cancelled: &'a AtomicBool,
    tell: &'a dyn Fn(SyncStep),
    /// `origin`
    pub name: String,
    /// `refs/heads/main`, here.
    branch: String,
    /// `refs/heads/main`, there.
    there: String,
    /// `refs/remotes/origin/main`: where it stood when we last looked.
    tracking: String,
    /// Whether the configuration says so already.
    is_set: bool,
}

/// What became of a push.
pub(super) enum Pushed {
    /// It is there.
    Done,
    /// The other side has it otherwise: the words of git and of the remote.
    Refused(String),
}

impl<'a> Remote<'a> {
    /// The upstream of a branch; the only remote where it has none.
    pub fn of(
        ground: &'a Ground,
        branch: &str,
        prompts: Prompts,
        tell: &'a dyn Fn(SyncStep),
        cancelled: &'a AtomicBool,
    ) -> Result<Self, SyncError> {
        let repo = &ground.repo;
        let short = branch.strip_prefix("refs/heads/").unwrap_or(branch);
        let config = repo.config()?.snapshot()?;
        let setting = |what: &str| config.get_string(&format!("branch.{short}.{what}")).ok();
        let names: Vec<String> = repo.remotes()?.iter().filter_map(|name| Some(name.ok()??.to_owned())).collect();
        let (name, there, is_set) = match (setting("remote"), setting("merge"), &names[..]) {
            (Some(name), Some(there), _) if names.contains(&name) => (name, there, true),
            (Some(name), None, _) if names.contains(&name) => (name, branch.to_owned(), false),
            (None, _, []) => return Err(SyncError::NoRemote),
            (None, _, [only]) => (only.clone(), branch.to_owned(), false),
            _ => return Err(SyncError::NoUpstream { branch: short.to_owned(), remotes: names }),
        };
        let tracking = repo.branch_upstream_name(branch).ok().and_then(|name| Some(name.as_str().ok()?.to_owned()));
        let below = there.strip_prefix("refs/heads/").unwrap_or(&there);
        let tracking = tracking.unwrap_or_else(|| format!("refs/remotes/{name}/{below}"));
        let branch = branch.to_owned();
        Ok(Self { ground, prompts, cancelled, tell, name, branch, there, tracking, is_set })
    }

    /// `origin/main`
    pub fn shown(&self) -> &str {
        self.tracking.strip_prefix("refs/remotes/").unwrap_or(&self.tracking)
    }

    /// Fetches its branch; `None` where it has no such branch yet.
    pub fn fetch(&self) -> Result<Option<Oid>, SyncError> {
        // What fetch says of a branch that is not there, it says in the user's language; ls-remote tells by a number.
        const NOT_THERE: i32 = 2;
        let refspec = format!("+{}:{}", self.there, self.tracking);
        let quiet = |_| SyncStep::Fetching(String::new());
        let mut words = String::new();
        for _ in 0..FETCHES {
            let fetched = self.run(&["fetch", "--progress", &self.name, &refspec], &SyncStep::Fetching)?;
            if fetched.is_well() {
                return Ok(Some(self.ground.repo.refname_to_id(&self.tracking)?));
            }
            words = fetched.said;
            let looked = self.run(&["ls-remote", "--exit-code", &self.name, &self.there], &quiet)?;
            match looked.status.and_then(|status| status.code()) {
                Some(NOT_THERE) => return Ok(None),
                // It answers: another git wrote down at the same moment where it stands.
                Some(0) => {}
                _ => break,
            }
        }
        Err(SyncError::Unreachable { remote: self.name.clone(), words, prompts: self.prompts })
    }

    /// Sends our branch there.
    pub fn push(&self) -> Result<Pushed, SyncError> {
        let refspec = format!("{}:{}", self.branch, self.there);
        let mut arguments = vec!["push", "--progress", "--porcelain"];
        if !self.is_set {
            arguments.push("--set-upstream");
        }
        arguments.extend([self.name.as_str(), refspec.as_str()]);
        let pushed = self.run(&arguments, &SyncStep::Pushing)?;
        Ok(if pushed.is_well() { Pushed::Done } else { Pushed::Refused(refusal(&pushed)) })
    }

    fn run(&self, arguments: &[&str], step: &dyn Fn(String) -> SyncStep) -> Result<Ended, SyncError> {
        (self.tell)(step(String::new()));
        let mut command = git::command(&self.ground.work);
        command.args(arguments);
        allow(&mut command, &self.ground.repo, self.prompts);
        let ended = git::follow(command, self.cancelled, &mut |line| (self.tell)(step(line.to_owned())))?;
        // A git that shares the terminal hears of Ctrl-C itself, and ends before we end it.
        let stopped = ended.status.is_none() || (self.cancelled.load(Ordering::SeqCst) && !ended.is_well());
        if stopped { Err(SyncError::Cancelled) } else { Ok(ended) }
    }
}

/// Why a push did not go through, as the other side and git say it, without the advice that git gives.
fn refusal(pushed: &Ended) -> String {
    let said = pushed.said.lines().filter(|line| !line.starts_with("hint: ") && !line.starts_with("To "));
    // `!	refs/heads/main:refs/heads/main	[remote rejected] (pre-receive hook declined)`
    let refused = pushed.printed.lines().filter(|line| line.starts_with('!'));
    let words: Vec<&str> = said.chain(refused.filter_map(|line| line.rsplit('\t').next())).collect();
    words.join("\n")
}

/// Lets git prompt on the terminal, or keeps it and its children from it.
pub(super) fn allow(command: &mut Command, repo: &Repository, prompts: Prompts) {
    match prompts {
        Prompts::Never => {
            git::apart(command);
            silence_ssh(command, repo);
        }
        Prompts::Terminal => drop(command.env_remove("GIT_TERMINAL_PROMPT")),
    }
}

/// Keeps SSH from prompting on the terminal, unless the user has an askpass window or another SSH program.
fn silence_ssh(command: &mut Command, repo: &Repository) {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if variable("SSH_ASKPASS").is_some() && (variable("DISPLAY").is_some() || variable("WAYLAND_DISPLAY").is_some()) {
        command.env("SSH_ASKPASS_REQUIRE", "force");
        return;
    }
    // A program that answers nothing, asked in place of the terminal: so with the keys that sign commits, too.
    command.env("SSH_ASKPASS", "false").env("SSH_ASKPASS_REQUIRE", "force");
    let setting = || repo.config().and_then(|config| config.get_string("core.sshCommand")).ok().map(OsString::from);
    let mut ssh = match variable("GIT_SSH_COMMAND").or_else(setting) {
        Some(ssh) => ssh,
        None if variable("GIT_SSH").is_some() => return,
        None => "ssh".into(),
    };
    let program = ssh.to_str().and_then(|ssh| ssh.split_whitespace().next()).map(Path::new);
    if program.and_then(Path::file_name).is_some_and(|name| name == "ssh") {
        ssh.push(" -o BatchMode=yes");
        command.env("GIT_SSH_COMMAND", ssh);
    }
}
