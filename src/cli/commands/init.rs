//! `init`: sets up a portfolio, and registers the merge driver.

use std::path::Path;

use super::{CommandOutput, Invocation};
use crate::cli::errors::{self, Failure};
use crate::cli::init::{self, InitOptions};
use crate::model::MessageArg;
use crate::report::json;
use crate::store::Folder;

/// Sets up a portfolio and prints the next steps. In an existing portfolio, only registers the merge driver.
pub(super) fn init(
    call: &Invocation,
    dir: Option<&Path>,
    asked: &InitOptions,
    merge_driver: bool,
) -> Result<CommandOutput, Failure> {
    let folder = dir.or(call.named.as_deref()).unwrap_or(Path::new("."));
    let is_plain = asked.name.is_none() && asked.home.is_none();
    if merge_driver && is_plain && Folder::open(folder).is_ok() {
        let said = register(call, folder)?;
        return match call.json {
            true => call.json(&json::set_up(folder, Vec::new(), true)),
            false => Ok(CommandOutput::fine(said + "\n")),
        };
    }
    let files = init::set_up(&call.locale, folder, asked)?;
    let merging = if merge_driver { register(call, folder)? } else { call.locale.text("init-merge-offered") };
    if call.json {
        return call.json(&json::set_up(folder, files, merge_driver));
    }
    let args = [("folder", MessageArg::Text(folder.display().to_string()))];
    Ok(CommandOutput::fine(call.locale.message("init-done", &args) + "\n" + &merging + "\n"))
}

/// Registers the merge driver, and returns what was done.
fn register(call: &Invocation, folder: &Path) -> Result<String, Failure> {
    let folder = Folder::open(folder).map_err(|error| errors::open(&call.locale, &error))?;
    let done = folder.install_merge_driver().map_err(|error| errors::save(&call.locale, &error))?;
    Ok(call.locale.text(match (done.attributes, done.configuration) {
        (true, _) => "init-merge-registered",
        (false, true) => "init-merge-configured",
        (false, false) => "init-merge-already",
    }))
}
