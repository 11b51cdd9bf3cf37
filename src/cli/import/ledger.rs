//! Tables of accounting systems.

use std::path::Path;

use super::{Importer, Planned, TableOptions};
use crate::cli::errors::{self, Failure};
use crate::import::ledger::{self, LedgerFile, LedgerKind, LedgerMapping};
use crate::model::MessageArg;
use crate::store;

/// The largest table.
const LARGEST: u64 = 256 * 1024 * 1024;

/// The folder of mappings.
const MAPPINGS: &str = "import";

/// Plans the import of a table.
pub(super) fn plan(importer: &Importer<'_>, table: &TableOptions<'_>) -> Result<Planned, Failure> {
    let locale = importer.locale;
    let path = table.file.display().to_string();
    let bytes = store::read_file(table.file, LARGEST).map_err(|error| importer.refused(table.file, &error))?;
    let failed = |reason: crate::import::ImportReason| {
        let why = ("why", MessageArg::Text(locale.message(reason.key, &reason.args)));
        errors::usage(locale, "error-import-table", vec![("file", MessageArg::Text(path.clone())), why])
    };
    let mut mapping = match table.mapping {
        Some(name) => mapping(importer, name)?,
        None => fitting(importer, table.kind, &bytes),
    };
    if let (Some(kind), Some(other)) = (table.kind, mapping.kind)
        && kind != other
    {
        let args = vec![("kind", MessageArg::Text(kind.name().to_owned()))];
        return Err(errors::usage(locale, "error-mapping-kind", args));
    }
    mapping.sheet = table.sheet.map(str::to_owned).or(mapping.sheet);
    let kind = table.kind.or(mapping.kind);
    let kind = kind.map_or_else(|| ledger::kind_of(&bytes, &mapping), Ok).map_err(failed)?;
    let file = LedgerFile { kind, path: &path, bytes: &bytes, mapping: &mapping };
    let plan = importer.with_records(|here| ledger::plan(&file, here)).map_err(failed)?;
    let count = plan.counts().new;
    let key = match kind {
        LedgerKind::Expenditure => "commit-import-expenditure",
        LedgerKind::Payments => "commit-import-payments",
    };
    let edit = importer.edit(&plan, (key, vec![("count", MessageArg::count(count))]))?;
    Ok((plan, edit))
}

/// Reads `import/<name>.toml` of the folder.
fn mapping(importer: &Importer<'_>, name: &str) -> Result<LedgerMapping, Failure> {
    let file = format!("{MAPPINGS}/{name}.toml");
    let text = importer.folder.text_of_file(&file).map_err(|error| importer.refused(Path::new(&file), &error))?;
    LedgerMapping::read(&text).map_err(|why| {
        let args = vec![("file", MessageArg::Text(file)), ("why", MessageArg::Text(why))];
        errors::usage(importer.locale, "error-ledger-mapping", args)
    })
}

/// Returns the only mapping of the folder whose columns the table has, else an empty one.
fn fitting(importer: &Importer<'_>, kind: Option<LedgerKind>, bytes: &[u8]) -> LedgerMapping {
    let files = std::fs::read_dir(importer.folder.root().join(MAPPINGS)).into_iter().flatten().flatten();
    let names = files.filter_map(|file| file.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned));
    let mappings = names.filter_map(|name| mapping(importer, &name).ok());
    let is_of = |mapping: &LedgerMapping| kind.is_none() || mapping.kind.is_none() || mapping.kind == kind;
    let mut fitting = mappings.filter(|mapping| is_of(mapping) && ledger::has_columns(bytes, mapping));
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => only,
        _ => LedgerMapping::default(),
    }
}
