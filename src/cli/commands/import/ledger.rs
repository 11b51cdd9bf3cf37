//! `import expenditure` and `import payments`: tables of accounting systems.

use std::path::Path;

use super::{CommandOutput, Invocation, carry_out, with_records};
use crate::cli::args::import::LedgerArgs;
use crate::cli::errors::{self, Failure};
use crate::edit::EditError;
use crate::import::ledger::{self, LedgerFile, LedgerKind, LedgerMapping};
use crate::model::{MessageArg, SystemError};
use crate::store::{self, Folder};

/// The largest table.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Imports a table.
pub(super) fn import(call: &Invocation, kind: LedgerKind, table: &LedgerArgs) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let mut mapping = match &table.mapping {
        Some(name) => mapping(call, &folder, name)?,
        None => LedgerMapping::default(),
    };
    if mapping.kind.is_some_and(|other| other != kind) {
        let args = vec![("kind", MessageArg::Text(kind.name().to_owned()))];
        return Err(errors::usage(&call.locale, "error-mapping-kind", args));
    }
    mapping.sheet = table.sheet.clone().or(mapping.sheet);
    let path = table.file.display().to_string();
    let bytes = store::read_file(&table.file, LARGEST).map_err(|error| refused(call, &table.file, &error))?;
    let file = LedgerFile { kind, path: &path, bytes: &bytes, mapping: &mapping };
    let plan = with_records(call, &folder, &portfolio, |here| ledger::plan(&file, here)).map_err(|reason| {
        let why = ("why", MessageArg::Text(call.locale.message(reason.key, &reason.args)));
        errors::usage(&call.locale, "error-import-table", vec![("file", MessageArg::Text(path.clone())), why])
    })?;
    let count = plan.counts().new;
    let key = match kind {
        LedgerKind::Expenditure => "commit-import-expenditure",
        LedgerKind::Payments => "commit-import-payments",
    };
    let edit = match plan.edit(&portfolio, (key, vec![("count", MessageArg::count(count))])) {
        Ok(edit) => Some(edit),
        Err(EditError::Nothing) => None,
        Err(error) => return Err(call.refused(&portfolio, &error)),
    };
    carry_out(call, &folder, (&plan, edit), table.options)
}

/// Reads `import/<name>.toml` of the folder.
fn mapping(call: &Invocation, folder: &Folder, name: &str) -> Result<LedgerMapping, Failure> {
    let file = format!("import/{name}.toml");
    let text = folder.text_of_file(&file).map_err(|error| refused(call, Path::new(&file), &error))?;
    LedgerMapping::read(&text).map_err(|why| {
        let args = vec![("file", MessageArg::Text(file)), ("why", MessageArg::Text(why))];
        errors::usage(&call.locale, "error-ledger-mapping", args)
    })
}

fn refused(call: &Invocation, file: &Path, error: &std::io::Error) -> Failure {
    let why = ("why", MessageArg::System(SystemError::from(error)));
    errors::usage(&call.locale, "error-refused", vec![("file", MessageArg::Text(file.display().to_string())), why])
}
