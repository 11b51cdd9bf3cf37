//! The other repository: which it is, what its branch holds, and sending ours there.

use std::sync::atomic::{AtomicBool, Ordering};

use git2::Oid;

use crate::store::git::command::{self, GitOutcome};
use crate::store::git::prompts::{Prompts, allow};
use crate::store::git::repository::RepoContext;
use crate::store::sync::error::{SyncError, SyncStep};

/// How often a fetch is tried where the remote answers and another git holds a lock here.
const FETCHES: usize = 4;

/// The branch of a remote that ours follows.
pub(crate) struct Remote<'a> {
    ctx: &'a RepoContext,
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
pub(crate) enum PushOutcome {
    /// It is there.
    Done,
    /// The other side has it otherwise: the words of git and of the remote.
    Refused(String),
}

impl<'a> Remote<'a> {
    /// The upstream of a branch; the only remote where it has none.
    pub fn of(
        ctx: &'a RepoContext,
        branch: &str,
        prompts: Prompts,
        tell: &'a dyn Fn(SyncStep),
        cancelled: &'a AtomicBool,
    ) -> Result<Self, SyncError> {
        let repo = &ctx.repo;
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
        Ok(Self { ctx, prompts, cancelled, tell, name, branch, there, tracking, is_set })
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
                return Ok(Some(self.ctx.repo.refname_to_id(&self.tracking)?));
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
    pub fn push(&self) -> Result<PushOutcome, SyncError> {
        let refspec = format!("{}:{}", self.branch, self.there);
        let mut arguments = vec!["push", "--progress", "--porcelain"];
        if !self.is_set {
            arguments.push("--set-upstream");
        }
        arguments.extend([self.name.as_str(), refspec.as_str()]);
        let pushed = self.run(&arguments, &SyncStep::Pushing)?;
        Ok(if pushed.is_well() { PushOutcome::Done } else { PushOutcome::Refused(refusal(&pushed)) })
    }

    fn run(&self, arguments: &[&str], step: &dyn Fn(String) -> SyncStep) -> Result<GitOutcome, SyncError> {
        (self.tell)(step(String::new()));
        let mut command = command::git(&self.ctx.work);
        command.args(arguments);
        allow(&mut command, &self.ctx.repo, self.prompts);
        let ended = command::stream(command, self.cancelled, &mut |line| (self.tell)(step(line.to_owned())))?;
        // A git that shares the terminal hears of Ctrl-C itself, and ends before we end it.
        let stopped = ended.status.is_none() || (self.cancelled.load(Ordering::SeqCst) && !ended.is_well());
        if stopped { Err(SyncError::Cancelled) } else { Ok(ended) }
    }
}

/// Why a push did not go through, as the other side and git say it, without the advice that git gives.
fn refusal(pushed: &GitOutcome) -> String {
    let said = pushed.said.lines().filter(|line| !line.starts_with("hint: ") && !line.starts_with("To "));
    // `!	refs/heads/main:refs/heads/main	[remote rejected] (pre-receive hook declined)`
    let refused = pushed.printed.lines().filter(|line| line.starts_with('!'));
    let words: Vec<&str> = said.chain(refused.filter_map(|line| line.rsplit('\t').next())).collect();
    words.join("\n")
}
