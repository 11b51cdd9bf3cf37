//! The remote: whether it answers, where commits are pushed, and who answers when it asks for a password.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::time::Duration;

use crate::model::{MessageArg, MessageArgs};
use crate::store::doctor::{DoctorResult, good, is_installed, settle};
use crate::store::error::SaveError;
use crate::store::git::command;
use crate::store::git::prompts::Prompts;
use crate::store::git::repository::RepoContext;
use crate::store::git::settings::Settings;
use crate::store::sync::error::SyncError;
use crate::store::sync::remote::Remote;

/// How long a remote may take to answer.
const LIMIT: Duration = Duration::from_secs(10);

/// Examines the remote that a branch follows.
pub(super) fn examine(ctx: &RepoContext, branch: &str, add: &mut dyn FnMut(&'static str, DoctorResult)) {
    let cancelled = Arc::new(AtomicBool::new(false));
    let remote = match Remote::of(ctx, branch, Prompts::Never, &|_| {}, &cancelled) {
        Ok(remote) => remote,
        Err(error) => return add("remote", error.into()),
    };
    let address = address(ctx, remote.name());
    let name = ("remote", MessageArg::Text(remote.name().to_owned()));
    add(
        "remote",
        match within_limit(&cancelled, || remote.check_reachable()) {
            Ok(()) => {
                let args = vec![name, ("address", MessageArg::Text(without_user(&address).to_owned()))];
                DoctorResult::Good("doctor-remote", args)
            }
            Err(SyncError::Cancelled) => {
                let args = vec![name, ("seconds", MessageArg::count(10))];
                DoctorResult::Broken("doctor-remote-silent", args)
            }
            Err(error) => error.into(),
        },
    );
    let Some(target) = remote.target() else {
        let short = branch.strip_prefix("refs/heads/").unwrap_or(branch);
        return add("push", SyncError::NothingToPush(short.to_owned()).into());
    };
    let pushed = self::address(ctx, &target.remote);
    add("push", DoctorResult::Good("doctor-push", vec![("target", MessageArg::Text(target.short().to_owned()))]));
    add("credentials", settle(credentials(ctx, &pushed)));
}

/// Runs something that `cancelled` stops, and stops it when it takes too long.
fn within_limit<T>(cancelled: &Arc<AtomicBool>, run: impl FnOnce() -> T) -> T {
    let (done, waiting) = channel::<()>();
    let stop = Arc::clone(cancelled);
    // Without another thread the question has no limit.
    let _ = std::thread::Builder::new().spawn(move || {
        if waiting.recv_timeout(LIMIT) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
            stop.store(true, Ordering::SeqCst);
        }
    });
    let result = run();
    drop(done);
    result
}

/// Returns the address that git pushes to; the name of the remote if it has none.
fn address(ctx: &RepoContext, remote: &str) -> String {
    let setting = |name: &str| {
        let settings = ctx.settings().ok()?;
        settings.get(&format!("remote.{remote}.{name}")).map(str::to_owned)
    };
    setting("pushurl").or_else(|| setting("url")).unwrap_or_else(|| remote.to_owned())
}

/// How the remote of an address is accessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RemoteAccess {
    /// With a name and a password or token.
    Http,
    /// With a key.
    Ssh,
    /// With neither.
    Local,
}

fn access(address: &str) -> RemoteAccess {
    if address.starts_with("http://") || address.starts_with("https://") {
        return RemoteAccess::Http;
    }
    if address.starts_with("ssh://") || address.starts_with("git+ssh://") {
        return RemoteAccess::Ssh;
    }
    // `host:path`, unless it is a path or a drive of Windows.
    match address.split_once(':') {
        Some((host, path)) if !path.starts_with("//") && !host.contains('/') && host.len() > 1 => RemoteAccess::Ssh,
        _ => RemoteAccess::Local,
    }
}

/// Returns an address without the name and password in it.
fn without_user(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    format!("{scheme}://{host}{path}")
}

/// Returns who answers when the remote asks for a password or a key.
fn credentials(ctx: &RepoContext, address: &str) -> Result<DoctorResult, SaveError> {
    let settings = ctx.settings()?;
    match access(address) {
        RemoteAccess::Local => Ok(good("doctor-credentials-local")),
        RemoteAccess::Ssh => {
            let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
            let is_own = settings.get("core.sshcommand").is_some() || is_set("GIT_SSH_COMMAND") || is_set("GIT_SSH");
            Ok(if is_own || is_installed("ssh") {
                good("doctor-credentials-ssh")
            } else {
                DoctorResult::Broken("doctor-credentials-no-ssh", MessageArgs::new())
            })
        }
        RemoteAccess::Http => Ok(helper(settings)),
    }
}

fn helper(settings: &Settings) -> DoctorResult {
    let for_addresses = settings.subsections("credential", "helper");
    let names = for_addresses.iter().map(|address| format!("credential.{address}.helper"));
    let all: Vec<&String> = std::iter::once("credential.helper".to_owned())
        .chain(names)
        .flat_map(|name| {
            let set = settings.all(&name);
            // An empty value drops those before it.
            let from = set.iter().rposition(String::is_empty).map_or(0, |at| at + 1);
            &set[from..]
        })
        .collect();
    if let Some(missing) = all.iter().find(|helper| !has_helper(helper)) {
        let args = vec![("helper", MessageArg::Text((*missing).clone()))];
        return DoctorResult::Broken("doctor-credentials-no-program", args);
    }
    let asks = ["GIT_ASKPASS", "SSH_ASKPASS"].iter().any(|name| std::env::var_os(name).is_some());
    match all.first() {
        Some(helper) => DoctorResult::Good("doctor-credentials", vec![("helper", MessageArg::Text((*helper).clone()))]),
        None if asks || settings.get("core.askpass").is_some() => good("doctor-credentials-asked"),
        None => DoctorResult::Warning("doctor-credentials-none", MessageArgs::new()),
    }
}

/// Returns whether git finds the program of a helper: a shell command, a path, or `git credential-NAME`.
fn has_helper(helper: &str) -> bool {
    let Some(program) = helper.split_whitespace().next() else { return true };
    if program.starts_with('!') {
        return true;
    }
    if Path::new(program).is_absolute() {
        return is_installed(program);
    }
    let name = format!("git-credential-{program}");
    let own = command::run(command::git_here().arg("--exec-path"), None).unwrap_or_default();
    let own = String::from_utf8_lossy(&own).trim().to_owned();
    is_installed(&name) || is_installed(&format!("{own}/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_how_the_remote_is_accessed() {
        for (address, expected) in [
            ("https://example.org/x.git", RemoteAccess::Http),
            ("git@example.org:x.git", RemoteAccess::Ssh),
            ("ssh://git@example.org/x.git", RemoteAccess::Ssh),
            ("/srv/x.git", RemoteAccess::Local),
            ("../x:y.git", RemoteAccess::Local),
            ("C:/x.git", RemoteAccess::Local),
            ("file:///srv/x.git", RemoteAccess::Local),
        ] {
            assert_eq!(access(address), expected, "{address}");
        }
    }

    #[test]
    fn names_and_passwords_are_removed_from_addresses() {
        assert_eq!(without_user("https://ada:s3cret@example.org/x@y.git"), "https://example.org/x@y.git");
        assert_eq!(without_user("https://example.org"), "https://example.org");
        assert_eq!(without_user("/srv/x.git"), "/srv/x.git");
    }

    #[test]
    fn a_helper_is_a_program_of_git_a_path_or_a_command() {
        assert!(has_helper("!f() { echo; }; f") && has_helper(""));
        assert!(!has_helper("surely-not-installed --timeout 3") && !has_helper("/nowhere/helper"));
    }
}
