//! Setting up a portfolio.

use std::path::Path;

use serde::Serialize;

use super::{Call, Reply};
use crate::cli::beginning::{self, Asked};
use crate::cli::errors::Failure;
use crate::model::Arg;

/// What was set up.
#[derive(Serialize)]
struct SetUp<'a> {
    folder: &'a Path,
    files: Vec<String>,
}

/// Sets it up, and says what comes next.
pub(super) fn init(call: &Call, dir: Option<&Path>, asked: &Asked) -> Result<Reply, Failure> {
    let folder = dir.or(call.named.as_deref()).unwrap_or(Path::new("."));
    let files = beginning::set_up(&call.locale, folder, asked)?;
    if call.json {
        return call.json(&SetUp { folder, files });
    }
    let args = [("folder", Arg::Text(folder.display().to_string()))];
    Ok(Reply::fine(call.locale.message("init-done", &args) + "\n"))
}
