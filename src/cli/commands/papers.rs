//! What is made from the program itself: schemas, completions, manual pages; and a portfolio to try it on.

use std::path::Path;

use clap::CommandFactory;
use serde_json::{Map, Value};

use super::{Call, Reply};
use crate::cli::args::Args;
use crate::cli::errors::{self, Failure};
use crate::demo;
use crate::model::{Arg, RecordKind};
use crate::record;

/// The JSON Schema of a kind of record, or of all by their names.
pub(super) fn schema(call: &Call, kind: Option<RecordKind>) -> Result<Reply, Failure> {
    match kind {
        Some(kind) => call.json(&record::schema(kind)),
        None => {
            let all: Map<String, Value> =
                RecordKind::ALL.into_iter().map(|kind| (kind.name().to_owned(), record::schema(kind))).collect();
            call.json(&all)
        }
    }
}

/// The completions of a shell.
pub(super) fn completions(call: &Call, shell: clap_complete::Shell) -> Result<Reply, Failure> {
    call.no_json("completions")?;
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "couveuse", &mut text);
    Ok(Reply::fine(String::from_utf8_lossy(&text).into_owned()))
}

/// The manual page of the program, or of a command.
pub(super) fn man(call: &Call, name: Option<&str>) -> Result<Reply, Failure> {
    call.no_json("man")?;
    let mut command = Args::command();
    command.build();
    if let Some(name) = name {
        let Some(found) = command.find_subcommand(name) else {
            let args = vec![("word", Arg::Text(name.to_owned()))];
            return Err(errors::usage(&call.locale, "error-no-page", args));
        };
        command = found.clone();
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page).map_err(|error| errors::system(&call.locale, &error))?;
    Ok(Reply::fine(String::from_utf8_lossy(&page).into_owned()))
}

/// Writes a fictional portfolio into a new folder, and commits it where git is there to do so.
pub(super) fn demo(call: &Call, records: usize, seed: u64, dir: &Path) -> Result<Reply, Failure> {
    let system = |error: std::io::Error| errors::system(&call.locale, &error);
    if dir.exists() {
        let args = vec![("folder", Arg::Text(dir.display().to_string()))];
        return Err(errors::usage(&call.locale, "error-folder-exists", args));
    }
    for (file, text) in demo::files(records, seed) {
        let path = dir.join(file);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(system)?;
        }
        std::fs::write(path, text).map_err(system)?;
    }
    for arguments in [&["init", "--quiet"][..], &["add", "."], &["commit", "--quiet", "--message", "A demo portfolio"]]
    {
        let git = std::process::Command::new("git").current_dir(dir).args(arguments).output().map_err(system)?;
        if !git.status.success() {
            let why = String::from_utf8_lossy(&git.stderr).into_owned();
            return Err(errors::usage(&call.locale, "error-git", vec![("why", Arg::Text(why))]));
        }
    }
    Ok(Reply::fine(format!("{}\n", dir.display())))
}
