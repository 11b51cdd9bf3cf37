//! Whether the repository has hooks, which only the user's git runs.

use std::path::Path;

use git2::Config;

use crate::store::error::SaveError;
use crate::store::git::repository::RepoContext;

/// The hooks that take part in a commit.
const OF_COMMIT: &[&str] = &["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "reference-transaction"];

/// Whether a commit runs any hook.
pub(crate) fn any_of_commit(ctx: &RepoContext) -> Result<bool, SaveError> {
    any(ctx, OF_COMMIT)
}

/// Whether the repository has one of the named hooks, or any hook in its configuration (`hook.<name>.command`).
pub(crate) fn any(ctx: &RepoContext, names: &[&str]) -> Result<bool, SaveError> {
    let config = ctx.repo.config()?.snapshot()?;
    let hooks = match config.get_path("core.hooksPath") {
        Ok(path) => ctx.work.join(path),
        Err(_) => ctx.repo.commondir().join("hooks"),
    };
    Ok(any_configured(&config) || names.iter().any(|name| is_program(&hooks.join(name))))
}

fn any_configured(config: &Config) -> bool {
    let Ok(mut entries) = config.entries(Some(r"^hook\..*\.command$")) else { return false };
    entries.next().is_some()
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}
