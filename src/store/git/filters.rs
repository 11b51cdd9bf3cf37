//! The conversions between a work file and its blob: line ends, encodings, `$Id$` and filter programs.

use std::ffi::OsString;
use std::io::Write;

use git2::{AttrCheckFlags, ObjectType, Oid};

use crate::store::error::{SaveError, refused};
use crate::store::git::command;
use crate::store::git::repository::{RepoContext, WorkFile};

/// Attributes by which a work file may differ from its blob.
const CONVERTING: &[&str] = &["filter", "working-tree-encoding", "text", "eol", "crlf", "ident"];

/// Those for which git runs a program or converts an encoding, which libgit2 does not do.
const BY_PROGRAM: &[&str] = &["filter", "working-tree-encoding"];

/// Whether the work file may differ from its blob by line ends, filters or encodings.
pub(crate) fn converts(ctx: &RepoContext, work_file: &WorkFile) -> Result<bool, SaveError> {
    let line_ends = ctx.repo.config()?.snapshot()?.get_string("core.autocrlf").is_ok_and(|value| value == "true");
    Ok(line_ends || has_attribute(ctx, work_file, CONVERTING)?)
}

/// Whether only the user's git can convert between the work file and its blob.
pub(crate) fn needs_git(ctx: &RepoContext, work_file: &WorkFile) -> Result<bool, SaveError> {
    has_attribute(ctx, work_file, BY_PROGRAM)
}

fn has_attribute(ctx: &RepoContext, work_file: &WorkFile, names: &[&str]) -> Result<bool, SaveError> {
    for name in names {
        if ctx.repo.get_attr(&work_file.path, name, AttrCheckFlags::default())?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns the bytes that a checkout of `blob` would write to the work file.
pub(crate) fn checked_out(ctx: &RepoContext, work_file: &WorkFile, blob: Oid) -> Result<Vec<u8>, SaveError> {
    if converts(ctx, work_file)? {
        return checked_out_by_git(ctx, work_file, blob);
    }
    Ok(ctx.repo.find_blob(blob)?.content().to_vec())
}

/// The same by the user's git, which applies every filter.
pub(crate) fn checked_out_by_git(ctx: &RepoContext, work_file: &WorkFile, blob: Oid) -> Result<Vec<u8>, SaveError> {
    let mut command = command::git(&ctx.work);
    command.args(["cat-file", "--filters"]).arg(path_option(work_file)).arg(blob.to_string());
    command::run(&mut command, None)
}

/// Stores the bytes of a work file as a blob, with every filter of the user's git applied.
pub(crate) fn store_by_git(ctx: &RepoContext, work_file: &WorkFile, bytes: &[u8]) -> Result<Oid, SaveError> {
    let mut command = command::git(&ctx.work);
    command.args(["hash-object", "-w", "--stdin"]).arg(path_option(work_file));
    let blob = command::run(&mut command, Some(bytes))?;
    Ok(String::from_utf8_lossy(&blob).trim().parse()?)
}

fn path_option(work_file: &WorkFile) -> OsString {
    let mut option = OsString::from("--path=");
    option.push(&work_file.path);
    option
}

/// Whether the bytes of a work file are those of `blob` once they are converted.
pub(crate) fn is_clean(ctx: &RepoContext, work_file: &WorkFile, bytes: &[u8], blob: Oid) -> Result<bool, SaveError> {
    Ok(Oid::hash_object(ObjectType::Blob, bytes)? == blob
        || (converts(ctx, work_file)? && store(ctx, work_file, bytes)? == blob))
}

/// Stores the bytes of a work file as a blob, with line ends and `$Id$` converted.
pub(crate) fn store(ctx: &RepoContext, work_file: &WorkFile, bytes: &[u8]) -> Result<Oid, SaveError> {
    // Most records contain neither, and take the short way.
    if !bytes.contains(&b'\r') && !bytes.windows(3).any(|window| window == b"$Id") {
        return Ok(ctx.repo.blob(bytes)?);
    }
    let mut writer = ctx.repo.blob_writer(Some(&work_file.path))?;
    writer.write_all(bytes).map_err(|error| refused(&work_file.absolute, error))?;
    Ok(writer.commit()?)
}
