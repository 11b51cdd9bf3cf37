//! The branch of a remote that a branch follows, and the one that it is pushed to: as `git push` does, from the
//! configuration alone.

use crate::store::error::SaveError;
use crate::store::git::repository::RepoContext;
use crate::store::git::settings::Settings;

/// A branch of a remote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RemoteBranch {
    /// The name of the remote, such as `origin`.
    pub remote: String,
    /// The full name of the branch there, such as `refs/heads/main`.
    pub branch: String,
    /// Where the last fetch recorded it here, such as `refs/remotes/origin/main`.
    pub tracking: String,
}

impl RemoteBranch {
    fn new(settings: &Settings, remote: &str, branch: &str) -> Self {
        let refspecs = settings.all(&format!("remote.{remote}.fetch"));
        let tracking = refspecs.iter().find_map(|refspec| destination(refspec, branch));
        let short = branch.strip_prefix("refs/heads/").unwrap_or(branch);
        let tracking = tracking.unwrap_or_else(|| format!("refs/remotes/{remote}/{short}"));
        Self { remote: remote.to_owned(), branch: branch.to_owned(), tracking }
    }

    /// Returns the short name of the tracking branch, such as `origin/main`.
    pub fn short(&self) -> &str {
        self.tracking.strip_prefix("refs/remotes/").unwrap_or(&self.tracking)
    }
}

/// Returns the names of all remotes.
pub(crate) fn remotes(ctx: &RepoContext) -> Result<Vec<String>, SaveError> {
    Ok(ctx.settings()?.subsections("remote", "url"))
}

/// Returns the upstream of a branch, if it is configured.
pub(crate) fn upstream(ctx: &RepoContext, branch: &str) -> Result<Option<RemoteBranch>, SaveError> {
    let settings = ctx.settings()?;
    let short = short(branch);
    let remote = settings.get(&format!("branch.{short}.remote"));
    let merge = settings.get(&format!("branch.{short}.merge"));
    let (Some(remote), Some(merge)) = (remote, merge) else { return Ok(None) };
    if remote == "." {
        return Ok(Some(RemoteBranch { remote: ".".to_owned(), branch: merge.to_owned(), tracking: merge.to_owned() }));
    }
    Ok(Some(RemoteBranch::new(settings, remote, merge)))
}

/// Returns the branch of a remote with the name of ours.
pub(crate) fn same_name(ctx: &RepoContext, remote: &str, branch: &str) -> Result<RemoteBranch, SaveError> {
    Ok(RemoteBranch::new(ctx.settings()?, remote, branch))
}

/// Returns where `git push` pushes a branch that follows `upstream`; `None` if it pushes nothing.
pub(crate) fn push_target(
    ctx: &RepoContext,
    branch: &str,
    upstream: &RemoteBranch,
) -> Result<Option<RemoteBranch>, SaveError> {
    Ok(push_target_by(ctx.settings()?, branch, upstream))
}

fn push_target_by(settings: &Settings, branch: &str, upstream: &RemoteBranch) -> Option<RemoteBranch> {
    let own = settings.get(&format!("branch.{}.pushremote", short(branch)));
    let remote = own.or_else(|| settings.get("remote.pushdefault")).unwrap_or(&upstream.remote);
    let refspecs = settings.all(&format!("remote.{remote}.push"));
    if !refspecs.is_empty() {
        let target = refspecs.iter().find_map(|refspec| push_destination(refspec, branch))?;
        return Some(RemoteBranch::new(settings, remote, &target));
    }
    let is_elsewhere = remote != upstream.remote;
    match settings.get("push.default") {
        Some("nothing") => None,
        Some("current" | "matching") => Some(RemoteBranch::new(settings, remote, branch)),
        _ if is_elsewhere => Some(RemoteBranch::new(settings, remote, branch)),
        _ => Some(upstream.clone()),
    }
}

fn short(branch: &str) -> &str {
    branch.strip_prefix("refs/heads/").unwrap_or(branch)
}

/// Returns the destination of a reference by a refspec: `+refs/heads/*:refs/remotes/origin/*`.
fn destination(refspec: &str, reference: &str) -> Option<String> {
    let (source, destination) = refspec.trim_start_matches('+').split_once(':')?;
    match (source.split_once('*'), destination.split_once('*')) {
        (Some((start, end)), Some((to_start, to_end))) => {
            let middle = reference.strip_prefix(start)?.strip_suffix(end)?;
            Some(format!("{to_start}{middle}{to_end}"))
        }
        _ => (source == reference).then(|| destination.to_owned()),
    }
}

/// Returns the same for pushing, which allows short names and missing destinations.
fn push_destination(refspec: &str, branch: &str) -> Option<String> {
    let refspec = refspec.trim_start_matches('+');
    let full = |name: &str| {
        let is_full = name.is_empty() || name.starts_with("refs/") || name == "HEAD";
        if is_full { name.to_owned() } else { format!("refs/heads/{name}") }
    };
    let (source, to) = refspec.split_once(':').unwrap_or((refspec, refspec));
    match (source, to) {
        ("", "") => Some(branch.to_owned()),
        ("HEAD", "HEAD" | "") => Some(branch.to_owned()),
        ("HEAD", to) => Some(full(to)),
        (source, to) => destination(&format!("{}:{}", full(source), full(to)), branch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_branch_is_pushed_where_git_pushes_it() {
        let main = "refs/heads/main";
        type Case<'a> = (&'a [(&'a str, &'a str)], Option<(&'a str, &'a str)>);
        let cases: &[Case<'_>] = &[
            (&[], Some(("origin", "refs/heads/main"))),
            (&[("remote.pushdefault", "fork")], Some(("fork", "refs/heads/main"))),
            (&[("remote.pushdefault", "fork"), ("branch.main.pushremote", "mine")], Some(("mine", main))),
            (&[("push.default", "nothing")], None),
            (
                &[("push.default", "nothing"), ("remote.origin.push", "main:review")],
                Some(("origin", "refs/heads/review")),
            ),
            (&[("remote.origin.push", "refs/heads/*:refs/for/*")], Some(("origin", "refs/for/main"))),
            (&[("remote.origin.push", "HEAD")], Some(("origin", main))),
            (&[("remote.origin.push", "refs/heads/other")], None),
        ];
        for (set, expected) in cases {
            let mut settings = Settings::default();
            set.iter().for_each(|(name, value)| settings.add(name, value));
            let upstream = RemoteBranch::new(&settings, "origin", main);
            let target = push_target_by(&settings, main, &upstream);
            let found = target.as_ref().map(|target| (target.remote.as_str(), target.branch.as_str()));
            assert_eq!(found, *expected, "{set:?}");
        }
    }

    #[test]
    fn the_tracking_branch_is_where_fetching_records_it() {
        let mut settings = Settings::default();
        settings.add("remote.hub.fetch", "+refs/heads/*:refs/remotes/mirror/*");
        assert_eq!(RemoteBranch::new(&settings, "hub", "refs/heads/main").tracking, "refs/remotes/mirror/main");
        assert_eq!(RemoteBranch::new(&settings, "other", "refs/heads/main").short(), "other/main");
    }
}
