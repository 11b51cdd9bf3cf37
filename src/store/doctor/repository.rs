//! The repository around the folder: work tree, format, checkout and identity.

use git2::Repository;

use crate::model::{MessageArg, MessageArgs};
use crate::store::doctor::{DoctorResult, good};
use crate::store::error::SaveError;
use crate::store::git::discover::{Backend, RepoError};
use crate::store::git::repository::RepoContext;
use crate::store::reading::{dirty, sparse};
use crate::store::records_dir::RecordsDir;

/// Returns why no repository could be opened, and the line that says so.
pub(super) fn not_opened(dir: &RecordsDir, error: RepoError) -> (&'static str, DoctorResult) {
    match error {
        RepoError::NoRepository if Repository::discover(&dir.real).is_ok_and(|found| found.is_bare()) => {
            ("work-tree", DoctorResult::Broken("doctor-bare", MessageArgs::new()))
        }
        RepoError::OtherOwner(folder) => {
            let folder = ("folder", MessageArg::Text(folder.display().to_string()));
            ("work-tree", DoctorResult::Broken("error-other-owner", vec![folder]))
        }
        // Neither libgit2 nor git understands the repository.
        RepoError::Program(said) => {
            ("format", DoctorResult::Broken("doctor-format-unknown", vec![("why", MessageArg::Text(said))]))
        }
        error => ("work-tree", SaveError::from(error).into()),
    }
}

/// Returns the branch, and what keeps it from receiving commits.
pub(super) fn work_tree(dir: &RecordsDir, ctx: &RepoContext) -> Result<DoctorResult, SaveError> {
    let head = ctx.head()?;
    let branch = head.branch.strip_prefix("refs/heads/").unwrap_or(&head.branch);
    let mut args = vec![("branch", MessageArg::Text(branch.to_owned()))];
    let changed = dirty::dirty(dir)?;
    let Some(first) = changed.first() else { return Ok(DoctorResult::Good("doctor-work-tree", args)) };
    args.extend([("count", MessageArg::count(changed.len())), ("record", MessageArg::Text(first.to_string()))]);
    Ok(DoctorResult::Warning("doctor-work-tree-changed", args))
}

/// Returns who writes the commits.
pub(super) fn format(ctx: &RepoContext) -> DoctorResult {
    good(match ctx.backend {
        Backend::InProcess => "doctor-format",
        Backend::GitProgram => "doctor-format-by-git",
    })
}

/// Returns what a sparse, partial or shallow clone lacks.
pub(super) fn checkout(dir: &RecordsDir, ctx: &RepoContext) -> Result<DoctorResult, SaveError> {
    let settings = ctx.settings()?;
    if settings.flag("core.sparsecheckout") == Some(true) {
        let left_out = sparse::left_out_records(dir);
        if let Some(first) = left_out.first() {
            let args =
                vec![("count", MessageArg::count(left_out.len())), ("file", MessageArg::Text(first.file.clone()))];
            return Ok(DoctorResult::Broken("doctor-sparse", args));
        }
    }
    if std::fs::metadata(ctx.common_dir().join("shallow")).is_ok_and(|meta| meta.len() > 0) {
        return Ok(DoctorResult::Warning("doctor-shallow", MessageArgs::new()));
    }
    Ok(good(if ctx.is_partial()? { "doctor-partial" } else { "doctor-checkout" }))
}

/// Returns the name in commits. The address is shown nowhere.
pub(super) fn identity(ctx: &RepoContext) -> Result<DoctorResult, SaveError> {
    let name = ctx.identity()?.author.name().unwrap_or_default().to_owned();
    Ok(DoctorResult::Good("doctor-identity", vec![("name", MessageArg::Text(name))]))
}
