//! The conversions between a work file and its blob: line ends, encodings, `$Id$` and filter programs.

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

use git2::{AttrCheckFlags, AttrValue, Oid};

use crate::store::error::{SaveError, refused};
use crate::store::git::discover::Backend;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::git::walk::parse_id;
use crate::store::git::{command, index, objects};

/// Attributes by which a work file may differ from its blob.
const CONVERTING: &[&str] = &["filter", "working-tree-encoding", "text", "eol", "crlf", "ident"];

/// Those for which git runs a program or converts an encoding, which libgit2 does not do.
const BY_PROGRAM: &[&str] = &["filter", "working-tree-encoding"];

/// Returns whether the work file may differ from its blob by line ends, filters or encodings.
pub(crate) fn converts(ctx: &RepoContext, work_file: &WorkFile) -> Result<bool, SaveError> {
    let line_ends = ctx.settings()?.flag("core.autocrlf") == Some(true);
    Ok(line_ends || has_attribute(ctx, work_file, CONVERTING)?)
}

/// Returns whether only the user's git can convert between the work file and its blob.
pub(crate) fn needs_git(ctx: &RepoContext, work_file: &WorkFile) -> Result<bool, SaveError> {
    has_attribute(ctx, work_file, BY_PROGRAM)
}

/// Returns whether a program may convert between the work file and its blob.
pub(crate) fn runs_program(ctx: &RepoContext, work_file: &WorkFile) -> Result<bool, SaveError> {
    has_attribute(ctx, work_file, &["filter"])
}

/// Returns the value of an attribute of a file; `None` if it is unspecified.
pub(crate) fn attribute(ctx: &RepoContext, path: &Path, name: &str) -> Result<Option<String>, SaveError> {
    Ok(attributes(ctx, path, &[name])?.pop().flatten())
}

/// Returns the values of several attributes, in the order of the names.
fn attributes(ctx: &RepoContext, path: &Path, names: &[&str]) -> Result<Vec<Option<String>>, SaveError> {
    if ctx.backend == Backend::InProcess {
        let values = names.iter().map(|name| attribute_in_process(ctx, path, name)).collect::<Result<Vec<_>, _>>();
        // libgit2 reads `.gitattributes` of the index as well, and fails if it cannot read the index.
        if let Ok(values) = values {
            return Ok(values);
        }
    }
    let mut command = ctx.safe_git();
    let output = command::run(command.args(["check-attr", "-z"]).args(names).arg("--").arg(path), None)?;
    // Path, name and value of each.
    let values = output.split(|byte| *byte == 0).skip(2).step_by(3);
    let specified = |value: &[u8]| Some(String::from_utf8_lossy(value).into_owned()).filter(|it| it != "unspecified");
    Ok(values.map(specified).collect())
}

fn attribute_in_process(ctx: &RepoContext, path: &Path, name: &str) -> Result<Option<String>, git2::Error> {
    Ok(match AttrValue::from_string(ctx.repo.get_attr(path, name, AttrCheckFlags::default())?) {
        AttrValue::Unspecified => None,
        AttrValue::True => Some("set".to_owned()),
        AttrValue::False => Some("unset".to_owned()),
        AttrValue::String(value) => Some(value.to_owned()),
        AttrValue::Bytes(value) => Some(String::from_utf8_lossy(value).into_owned()),
    })
}

fn has_attribute(ctx: &RepoContext, work_file: &WorkFile, names: &[&str]) -> Result<bool, SaveError> {
    // `-text` and the like unset an attribute, and may still differ from what is configured.
    Ok(attributes(ctx, &work_file.path, names)?.iter().any(Option::is_some))
}

/// Returns the bytes that a checkout of `blob` would write to the work file.
pub(crate) fn checked_out(ctx: &RepoContext, work_file: &WorkFile, blob: Oid) -> Result<Vec<u8>, SaveError> {
    if converts(ctx, work_file)? {
        return checked_out_by_git(ctx, work_file, blob);
    }
    ctx.blob(blob)
}

/// Returns the same by the user's git, which applies every filter.
pub(crate) fn checked_out_by_git(ctx: &RepoContext, work_file: &WorkFile, blob: Oid) -> Result<Vec<u8>, SaveError> {
    let mut command = ctx.git();
    command.args(["cat-file", "--filters"]).arg(path_option(work_file)).arg(blob.to_string());
    command::run(&mut command, None)
}

/// Stores the bytes of a work file as a blob, with every filter of the user's git applied.
pub(crate) fn store_by_git(ctx: &RepoContext, work_file: &WorkFile, bytes: &[u8]) -> Result<Oid, SaveError> {
    let mut command = ctx.git();
    command.args(["hash-object", "-w", "--stdin"]).arg(path_option(work_file));
    let blob = command::run(&mut command, Some(bytes))?;
    Ok(parse_id(String::from_utf8_lossy(&blob).trim())?)
}

fn path_option(work_file: &WorkFile) -> OsString {
    let mut option = OsString::from("--path=");
    option.push(&work_file.path);
    option
}

/// Returns whether the bytes of a work file are those of `blob` once they are converted.
pub(crate) fn is_clean(ctx: &RepoContext, work_file: &WorkFile, bytes: &[u8], blob: Oid) -> Result<bool, SaveError> {
    Ok(index::hash(bytes, blob)? == blob || (converts(ctx, work_file)? && store(ctx, work_file, bytes)? == blob))
}

/// Returns the id that the bytes of a work file would have as a blob, with line ends, encoding and `$Id$` converted.
/// Never called for a file that a program converts: this would run it.
pub(crate) fn converted_id(ctx: &RepoContext, work_file: &WorkFile, bytes: &[u8]) -> Result<Oid, SaveError> {
    if ctx.backend == Backend::GitProgram || ctx.repo.index().is_err() || needs_git(ctx, work_file)? {
        let mut command = ctx.safe_git();
        let id = command::run(command.args(["hash-object", "--stdin"]).arg(path_option(work_file)), Some(bytes))?;
        return Ok(parse_id(String::from_utf8_lossy(&id).trim())?);
    }
    // libgit2 converts only while it stores: this stores into memory, and is discarded with the context.
    objects::keep_in_memory(ctx)?;
    store(ctx, work_file, bytes)
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
