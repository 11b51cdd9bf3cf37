//! Whether the repository has hooks, which only the user's git runs.

use std::path::{Path, PathBuf};

use crate::store::error::SaveError;
use crate::store::git::repository::RepoContext;

/// The hooks that take part in a commit.
const OF_COMMIT: &[&str] = &["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "reference-transaction"];

/// Returns whether a commit runs any hook.
pub(crate) fn any_of_commit(ctx: &RepoContext) -> Result<bool, SaveError> {
    any(ctx, OF_COMMIT)
}

/// Returns whether the repository has one of the named hooks, or any hook in its configuration (`hook.<name>.command`).
pub(crate) fn any(ctx: &RepoContext, names: &[&str]) -> Result<bool, SaveError> {
    let hooks = folder(ctx)?;
    let is_configured = !ctx.settings()?.subsections("hook", "command").is_empty();
    Ok(is_configured || names.iter().any(|name| is_program(&hooks.join(name))))
}

/// Returns the folder that git takes the hooks from.
pub(crate) fn folder(ctx: &RepoContext) -> Result<PathBuf, SaveError> {
    Ok(match ctx.settings()?.get("core.hookspath") {
        Some(path) => match (path.strip_prefix("~/"), std::env::var_os("HOME")) {
            (Some(below), Some(home)) => Path::new(&home).join(below),
            _ => ctx.work.join(path),
        },
        None => ctx.common_dir().join("hooks"),
    })
}

/// Returns whether a file may be executed.
#[cfg(unix)]
pub(crate) fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
pub(crate) fn is_program(path: &Path) -> bool {
    path.is_file()
}
