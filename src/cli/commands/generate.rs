//! `schema`, `completions` and `man`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{CommandOutput, Invocation};
use crate::cli::args;
use crate::cli::errors::{self, Failure};
use crate::model::{MessageArg, RecordKind};
use crate::record;

/// Prints the JSON Schema of a kind of record, or of all by name.
pub(super) fn schema(call: &Invocation, kind: Option<RecordKind>) -> Result<CommandOutput, Failure> {
    match kind {
        Some(kind) => call.json(record::schema(kind)),
        None => {
            let all: BTreeMap<&str, &Value> =
                RecordKind::ALL.into_iter().map(|kind| (kind.name(), record::schema(kind))).collect();
            call.json(&all)
        }
    }
}

/// Prints completions for a shell.
pub(super) fn completions(call: &Invocation, shell: clap_complete::Shell) -> Result<CommandOutput, Failure> {
    call.no_json("completions")?;
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut args::command(), "couveuse", &mut text);
    Ok(CommandOutput::fine(String::from_utf8_lossy(&text).into_owned()))
}

/// Prints the manual page of the program or of a command.
pub(super) fn man(call: &Invocation, name: Option<&str>) -> Result<CommandOutput, Failure> {
    call.no_json("man")?;
    let mut command = args::command();
    command.build();
    if let Some(name) = name {
        let Some(found) = command.find_subcommand(name) else {
            let args = vec![("word", MessageArg::Text(name.to_owned()))];
            return Err(errors::usage(&call.locale, "error-no-page", args));
        };
        command = found.clone();
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page).map_err(|error| errors::system(&call.locale, &error))?;
    Ok(CommandOutput::fine(String::from_utf8_lossy(&page).into_owned()))
}
