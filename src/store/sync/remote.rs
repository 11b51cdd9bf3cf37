//! The other repository: fetching the upstream branch, and pushing ours.

use std::sync::atomic::{AtomicBool, Ordering};

use git2::{ErrorCode, Oid};

use crate::store::error::SaveError;
use crate::store::git::command::{self, GitOutcome};
use crate::store::git::prompts::{Prompts, allow};
use crate::store::git::repository::RepoContext;
use crate::store::git::upstream::{self, RemoteBranch};
use crate::store::git::walk::parse_id;
use crate::store::sync::error::{SyncError, SyncStep};

/// How often a fetch is tried if the remote answers and another git holds a lock here.
const MAX_FETCHES: usize = 4;

/// What the last sync saw of the upstream, in the section of our branch in the configuration: `<commit> <upstream>`. A
/// plain `git fetch` overwrites the tracking branch, and `--prune` removes it. A reference would be pushed by
/// `git push --mirror`, and would keep commits that were removed on purpose.
const SYNCED: &str = "couveuse-synced";

/// The references in which earlier versions recorded the same.
const EARLIER: &str = "refs/couveuse/synced/";

/// The upstream of our branch, and where it is pushed.
pub(crate) struct Remote<'a> {
    ctx: &'a RepoContext,
    prompts: Prompts,
    cancelled: &'a AtomicBool,
    progress: &'a dyn Fn(SyncStep),
    /// The full name of our branch.
    branch: String,
    upstream: RemoteBranch,
    /// `None` if `git push` would push nothing.
    target: Option<RemoteBranch>,
    /// Whether the upstream is configured already.
    is_configured: bool,
}

/// The outcome of a push.
pub(crate) enum PushOutcome {
    Done,
    /// The remote has other commits, or refused: the messages of git and of the remote.
    Refused(String),
}

impl<'a> Remote<'a> {
    /// Returns the upstream of a branch; the branch of that name in the only remote if it has none.
    pub fn of(
        ctx: &'a RepoContext,
        branch: &str,
        prompts: Prompts,
        progress: &'a dyn Fn(SyncStep),
        cancelled: &'a AtomicBool,
    ) -> Result<Self, SyncError> {
        let names = upstream::remotes(ctx)?;
        let short = branch.strip_prefix("refs/heads/").unwrap_or(branch);
        let configured = upstream::upstream(ctx, branch)?;
        let remote = ctx.settings()?.get(&format!("branch.{short}.remote")).map(str::to_owned);
        let is_configured = configured.is_some();
        let upstream = match (configured, remote, &names[..]) {
            (Some(upstream), ..) if names.contains(&upstream.remote) => upstream,
            (None, Some(name), _) if names.contains(&name) => upstream::same_name(ctx, &name, branch)?,
            (None, None, []) => return Err(SyncError::NoRemote),
            (None, None, [only]) => upstream::same_name(ctx, only, branch)?,
            _ => return Err(SyncError::NoUpstream { branch: short.to_owned(), remotes: names }),
        };
        let target = upstream::push_target(ctx, branch, &upstream)?;
        let branch = branch.to_owned();
        Ok(Self { ctx, prompts, cancelled, progress, branch, upstream, target, is_configured })
    }

    /// Returns the name of the remote that is fetched from.
    pub fn name(&self) -> &str {
        &self.upstream.remote
    }

    /// `origin/main`
    pub fn short(&self) -> &str {
        self.upstream.short()
    }

    /// Returns the branch that is pushed to; `None` if `git push` would push nothing.
    pub const fn target(&self) -> Option<&RemoteBranch> {
        self.target.as_ref()
    }

    /// Fails if the remote does not answer. Nothing is fetched.
    pub fn check_reachable(&self) -> Result<(), SyncError> {
        let remote = self.upstream.remote.as_str();
        let listed = self
            .run(&["ls-remote", "--quiet", "--end-of-options", remote, &self.upstream.branch], &SyncStep::Fetching)?;
        if listed.is_success() {
            return Ok(());
        }
        Err(SyncError::Unreachable { remote: remote.to_owned(), words: listed.messages, prompts: self.prompts })
    }

    /// Returns whether pushing sends our commits to the upstream branch itself.
    pub fn pushes_to_upstream(&self) -> bool {
        self.target.as_ref() == Some(&self.upstream)
    }

    /// Returns the commit of the branch that is pushed to, as of the last fetch or push.
    pub fn pushed(&self) -> Result<Option<Oid>, SyncError> {
        Ok(self.target.as_ref().map(|target| self.ctx.commit_of_ref(&target.tracking)).transpose()?.flatten())
    }

    /// Fetches the upstream branch. Returns `None` if it does not exist there.
    ///
    /// # Errors
    /// If commits that we have were removed there since the last sync: pushing would bring them back.
    pub fn fetch(&self, ours: Oid) -> Result<Option<Oid>, SyncError> {
        let (synced, tracking) = (self.last_synced()?, self.ctx.commit_of_ref(&self.upstream.tracking)?);
        let was_there = synced.is_some() || tracking.is_some();
        let odb = self.ctx.repo.odb()?;
        let seen = synced.filter(|id| odb.exists(*id)).or(tracking);
        let theirs = self.fetch_branch()?;
        match (seen, theirs) {
            (Some(seen), Some(theirs)) if seen != theirs => self.check_not_rewritten(seen, theirs, ours)?,
            (_, None) if was_there => return Err(SyncError::BranchGone(self.short().to_owned())),
            _ => {}
        }
        Ok(theirs)
    }

    fn fetch_branch(&self) -> Result<Option<Oid>, SyncError> {
        // The exit code of `ls-remote` if there is no such branch. `fetch` says so in the user's language.
        const NOT_THERE: i32 = 2;
        let refspec = format!("+{}:{}", self.upstream.branch, self.upstream.tracking);
        let remote = self.upstream.remote.as_str();
        let quiet = |_| SyncStep::Fetching(String::new());
        let mut messages = String::new();
        for _ in 0..MAX_FETCHES {
            let arguments = ["fetch", "--progress", "--end-of-options", remote, &refspec];
            let fetched = self.run(&arguments, &SyncStep::Fetching)?;
            if fetched.is_success() {
                return Ok(self.ctx.commit_of_ref(&self.upstream.tracking)?);
            }
            messages = fetched.messages;
            let arguments = ["ls-remote", "--exit-code", "--end-of-options", remote, &self.upstream.branch];
            let listed = self.run(&arguments, &quiet)?;
            match listed.status.and_then(|status| status.code()) {
                Some(NOT_THERE) => return Ok(None),
                // The remote answers: another git updated the tracking branch at the same moment.
                Some(0) => {}
                _ => {
                    let remote = remote.to_owned();
                    return Err(SyncError::Unreachable { remote, words: messages, prompts: self.prompts });
                }
            }
        }
        Err(SyncError::FetchRefused { remote: remote.to_owned(), words: messages })
    }

    /// Fetches the older commits that a shallow clone lacks, if the two branches have none in common without them.
    /// Returns true if it did: the repository must be opened again then.
    pub fn complete_history(&self, ours: Oid) -> Result<bool, SyncError> {
        let is_related = |theirs: &Oid| !self.are_unrelated(ours, *theirs);
        if !self.ctx.is_shallow() || self.fetch_branch()?.as_ref().is_none_or(is_related) {
            return Ok(false);
        }
        // Without refspecs, so that the history of our branch is fetched as well.
        let arguments = ["fetch", "--progress", "--unshallow", "--end-of-options", self.upstream.remote.as_str()];
        self.run(&arguments, &SyncStep::Fetching)?;
        Ok(true)
    }

    fn are_unrelated(&self, ours: Oid, theirs: Oid) -> bool {
        self.ctx.repo.merge_base(ours, theirs).is_err_and(|error| error.code() == ErrorCode::NotFound)
    }

    /// Fails if commits that were seen there are gone, and our branch still has some of them.
    fn check_not_rewritten(&self, seen: Oid, theirs: Oid, ours: Oid) -> Result<(), SyncError> {
        let repo = &self.ctx.repo;
        if theirs == ours || repo.graph_descendant_of(theirs, seen)? {
            return Ok(());
        }
        // Another history altogether, which the merge refuses.
        if self.are_unrelated(ours, theirs) {
            return Ok(());
        }
        let mut removed = repo.revwalk()?;
        removed.push(seen)?;
        removed.hide(theirs)?;
        let mut kept = 0;
        for commit in removed {
            let commit = commit?;
            kept += usize::from(commit == ours || repo.graph_descendant_of(ours, commit)?);
        }
        if kept == 0 {
            return Ok(());
        }
        Err(SyncError::Rewritten { name: self.short().to_owned(), removed: kept, seen: seen.to_string() })
    }

    /// Pushes our branch where `git push` would.
    pub fn push(&self) -> Result<PushOutcome, SyncError> {
        let Some(target) = &self.target else { return Err(SyncError::NothingToPush(self.branch.clone())) };
        let refspec = format!("{}:{}", self.branch, target.branch);
        let mut arguments = vec!["push", "--progress", "--porcelain"];
        if !self.is_configured {
            arguments.push("--set-upstream");
        }
        arguments.extend(["--end-of-options", target.remote.as_str(), refspec.as_str()]);
        let pushed = self.run(&arguments, &SyncStep::Pushing)?;
        Ok(if pushed.is_success() { PushOutcome::Done } else { PushOutcome::Refused(refusal(&pushed)) })
    }

    /// Records where the upstream branch is now, for the next sync.
    pub fn remember(&self, tip: Oid) -> Result<(), SaveError> {
        let value = format!("{tip} {}", self.upstream_name());
        if self.ctx.settings()?.get(&self.synced_key()) != Some(&value) {
            command::run(self.ctx.git().args(["config", "--local", &self.synced_key(), &value]), None)?;
        }
        let earlier = format!("{EARLIER}{}", self.upstream_name());
        if self.ctx.commit_of_ref(&earlier)?.is_some() {
            command::run(self.ctx.git().args(["update-ref", "-d", &earlier]), None)?;
        }
        Ok(())
    }

    /// Returns the commit of the upstream branch at the end of the last sync, if it is known. Git may not have it any
    /// more.
    fn last_synced(&self) -> Result<Option<Oid>, SyncError> {
        let recorded = self.ctx.settings()?.get(&self.synced_key()).and_then(|value| value.split_once(' '));
        match recorded {
            Some((commit, name)) if name == self.upstream_name() => Ok(parse_id(commit).ok()),
            _ => Ok(self.ctx.commit_of_ref(&format!("{EARLIER}{}", self.upstream_name()))?),
        }
    }

    fn synced_key(&self) -> String {
        format!("branch.{}.{SYNCED}", self.branch.strip_prefix("refs/heads/").unwrap_or(&self.branch))
    }

    /// Returns the remote and the name of the branch there.
    fn upstream_name(&self) -> String {
        let RemoteBranch { remote, branch, .. } = &self.upstream;
        format!("{remote}/{}", branch.strip_prefix("refs/heads/").unwrap_or(branch))
    }

    fn run(&self, arguments: &[&str], step: &dyn Fn(String) -> SyncStep) -> Result<GitOutcome, SyncError> {
        (self.progress)(step(String::new()));
        let mut command = self.ctx.git();
        command.args(arguments);
        allow(&mut command, self.ctx.settings()?, self.prompts);
        let progress = &mut |line: &str| (self.progress)(step(line.to_owned()));
        let outcome = command::stream(command, self.cancelled, progress)?;
        // A git that shares the terminal receives Ctrl-C itself, and ends before we stop it.
        let is_stopped = outcome.status.is_none() || (self.cancelled.load(Ordering::SeqCst) && !outcome.is_success());
        if is_stopped { Err(SyncError::Cancelled) } else { Ok(outcome) }
    }
}

/// Returns why a push failed, in the words of the remote and of git, without the advice of git.
fn refusal(pushed: &GitOutcome) -> String {
    let messages = pushed.messages.lines().filter(|line| !line.starts_with("hint: ") && !line.starts_with("To "));
    // `!	refs/heads/main:refs/heads/main	[remote rejected] (pre-receive hook declined)`
    let refused = pushed.stdout.lines().filter(|line| line.starts_with('!'));
    let words: Vec<&str> = messages.chain(refused.filter_map(|line| line.rsplit('\t').next())).collect();
    words.join("\n")
}
