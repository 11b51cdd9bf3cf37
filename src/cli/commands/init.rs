//! Setting up a portfolio, and having git merge its records by meaning.

use std::path::Path;

use serde::Serialize;

use super::{Call, Reply};
use crate::cli::beginning::{self, Asked};
use crate::cli::errors::{self, Failure};
use crate::model::Arg;
use crate::store::Folder;

/// What was set up.
#[derive(Serialize)]
struct SetUp<'a> {
    folder: &'a Path,
    files: Vec<String>,
    merge_driver: bool,
}

/// Sets it up, and says what comes next. Where there is a portfolio already, only what was asked of merging is done.
pub(super) fn init(call: &Call, dir: Option<&Path>, asked: &Asked, merge_driver: bool) -> Result<Reply, Failure> {
    let folder = dir.or(call.named.as_deref()).unwrap_or(Path::new("."));
    let is_plain = asked.name.is_none() && asked.home.is_none();
    if merge_driver && is_plain && Folder::open(folder).is_ok() {
        let said = register(call, folder)?;
        return if call.json { set_up(call, folder, Vec::new(), true) } else { Ok(Reply::fine(said + "\n")) };
    }
    let files = beginning::set_up(&call.locale, folder, asked)?;
    let merging = if merge_driver { register(call, folder)? } else { call.locale.text("init-merge-offered") };
    if call.json {
        return set_up(call, folder, files, merge_driver);
    }
    let args = [("folder", Arg::Text(folder.display().to_string()))];
    Ok(Reply::fine(call.locale.message("init-done", &args) + "\n" + &merging + "\n"))
}

fn set_up(call: &Call, folder: &Path, files: Vec<String>, merge_driver: bool) -> Result<Reply, Failure> {
    call.json(&SetUp { folder, files, merge_driver })
}

/// Registers the merge of records; says what was done.
fn register(call: &Call, folder: &Path) -> Result<String, Failure> {
    let folder = Folder::open(folder).map_err(|error| errors::open(&call.locale, &error))?;
    let done = folder.register_merge().map_err(|error| errors::save(&call.locale, &error))?;
    Ok(call.locale.text(match (done.attributes, done.configuration) {
        (true, _) => "init-merge-registered",
        (false, true) => "init-merge-configured",
        (false, false) => "init-merge-already",
    }))
}
