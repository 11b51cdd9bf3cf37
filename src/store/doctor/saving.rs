//! What takes part in a save: signing, hooks, the index, the journal of an interrupted save, and the merge driver.

use std::path::Path;

use crate::model::{MessageArg, MessageArgs, RecordKind};
use crate::store::doctor::records::is_writable;
use crate::store::doctor::{DoctorResult, good, is_installed};
use crate::store::error::SaveError;
use crate::store::git::index::{IndexView, lock_path};
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::RepoContext;
use crate::store::git::{filters, hooks};
use crate::store::records_dir::RecordsDir;
use crate::store::saving::journal::Journal;

/// The hooks that an edit or a sync runs.
const HOOKS: [&str; 8] = [
    "pre-commit",
    "prepare-commit-msg",
    "commit-msg",
    "post-commit",
    "reference-transaction",
    "pre-merge-commit",
    "post-merge",
    "pre-push",
];

/// Returns the program that signs commits, if they are signed.
pub(super) fn signing(ctx: &RepoContext) -> Result<DoctorResult, SaveError> {
    let settings = ctx.settings()?;
    if settings.flag("commit.gpgsign") != Some(true) {
        return Ok(good("doctor-signing-off"));
    }
    let format = settings.get("gpg.format").unwrap_or("openpgp");
    let usual = match format {
        "ssh" => "ssh-keygen",
        "x509" => "gpgsm",
        _ => "gpg",
    };
    let set = settings.get(&format!("gpg.{format}.program"));
    let program = set.or_else(|| settings.get("gpg.program").filter(|_| format == "openpgp")).unwrap_or(usual);
    let args = vec![("program", MessageArg::Text(program.to_owned()))];
    let has_key = settings.get("user.signingkey").or_else(|| settings.get("gpg.ssh.defaultkeycommand")).is_some();
    Ok(match () {
        () if !is_installed(program) => DoctorResult::Broken("doctor-signing-no-program", args),
        () if format == "ssh" && !has_key => DoctorResult::Broken("doctor-signing-no-key", args),
        () => DoctorResult::Good("doctor-signing", args),
    })
}

/// Returns the hooks that run, and those that git ignores because they cannot be executed.
pub(super) fn hooks(ctx: &RepoContext) -> Result<DoctorResult, SaveError> {
    let folder = hooks::folder(ctx)?;
    let named = |names: Vec<&str>| MessageArg::List(names.into_iter().map(str::to_owned).collect());
    let is_usual = folder == ctx.git_dir().join("hooks");
    let is_named = ctx.settings()?.get("core.hookspath").is_some_and(|path| path != "/dev/null");
    if is_named && !is_usual && !folder.is_dir() {
        let args = vec![("folder", MessageArg::Text(folder.display().to_string()))];
        return Ok(DoctorResult::Warning("doctor-hooks-no-folder", args));
    }
    let (run, ignored): (Vec<_>, Vec<_>) = HOOKS
        .into_iter()
        .filter(|name| folder.join(name).is_file())
        .partition(|name| hooks::is_program(&folder.join(name)));
    if let Some(first) = ignored.first() {
        let file = ("file", MessageArg::Text(folder.join(first).display().to_string()));
        return Ok(DoctorResult::Warning("doctor-hooks-ignored", vec![("names", named(ignored)), file]));
    }
    if !run.is_empty() && !is_installed("git") {
        return Err(SaveError::NoGit);
    }
    Ok(if run.is_empty() {
        good("doctor-hooks-none")
    } else {
        DoctorResult::Good("doctor-hooks", vec![("names", named(run))])
    })
}

/// Returns whether the index can be read and written.
pub(super) fn index(ctx: &RepoContext) -> Result<DoctorResult, SaveError> {
    IndexView::of(ctx)?;
    if !is_writable(ctx.git_dir()) {
        let args = vec![("folder", MessageArg::Text(ctx.git_dir().display().to_string()))];
        return Ok(DoctorResult::Broken("doctor-folder-read-only", args));
    }
    // After an interrupted save the lock may be ours, and the next edit removes it.
    let lock = lock_path(ctx);
    if lock.exists() && !SaveLock::is_in_use(ctx) {
        return Err(SaveError::Locked(lock));
    }
    Ok(good("doctor-index"))
}

/// Returns what a killed process left.
pub(super) fn journal(dir: &RecordsDir, ctx: &RepoContext) -> Result<DoctorResult, SaveError> {
    let Some(staging_dir) = SaveLock::left_behind(ctx)? else { return Ok(good("doctor-journal")) };
    Ok(match Journal::read(dir, ctx, &staging_dir)? {
        Some(journal) => {
            DoctorResult::Warning("doctor-journal-left", vec![("subject", MessageArg::Text(journal.subject))])
        }
        None => good("doctor-journal"),
    })
}

/// Returns whether a plain `git merge` merges records by meaning. Syncs do so in any case.
pub(super) fn merge_driver(dir: &RecordsDir, ctx: &RepoContext) -> Result<DoctorResult, SaveError> {
    let warning = |key| Ok(DoctorResult::Warning(key, MessageArgs::new()));
    let below = dir.real.strip_prefix(&ctx.work).unwrap_or(Path::new(""));
    let record = below.join(RecordKind::Startup.folder().unwrap_or_default()).join("x.toml");
    if filters::attribute(ctx, &record, "merge")?.as_deref() != Some("couveuse") {
        return warning("doctor-merge-driver-none");
    }
    let Some(driver) = ctx.settings()?.get("merge.couveuse.driver") else {
        return warning("doctor-merge-driver-unregistered");
    };
    let quoted = driver.strip_prefix("program='").and_then(|rest| rest.split_once("';")).map(|(program, _)| program);
    let program = quoted.or_else(|| driver.split_whitespace().next()).unwrap_or_default().replace(r"'\''", "'");
    if is_installed(&program) {
        return Ok(good("doctor-merge-driver"));
    }
    Ok(DoctorResult::Warning("doctor-merge-driver-gone", vec![("program", MessageArg::Text(program))]))
}
