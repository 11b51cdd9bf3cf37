//! Tables of accounting systems.

use std::path::Path;

use super::{Importer, Planned, TableOptions, public_record};
use crate::cli::errors::{self, Failure};
use crate::import::ImportReason;
use crate::import::ledger::{self, LedgerKind, LedgerMapping, LedgerTable};
use crate::model::MessageArg;
use crate::store;

/// The maximum size of a table, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// The folder of mappings.
const MAPPINGS: &str = "import";

/// Plans the import of a table.
pub(super) fn plan(importer: &Importer<'_>, asked: &TableOptions<'_>) -> Result<Planned, Failure> {
    let path = asked.file.display().to_string();
    let bytes = store::read_file(asked.file, LARGEST).map_err(|error| importer.refused(asked.file, &error))?;
    let failed = |reason: ImportReason| {
        let why = ("why", MessageArg::Text(importer.locale.message(reason.key, &reason.args)));
        let args = vec![("file", MessageArg::Text(path.clone())), why];
        errors::usage(importer.locale, "error-import-table", args)
    };
    let (mapping, table) = match asked.mapping {
        Some(name) => {
            let mapping = mapping(importer, name)?;
            let table = LedgerTable::read(&bytes, asked.sheet.or(mapping.sheet.as_deref())).map_err(failed)?;
            (mapping, table)
        }
        None => fitting(importer, asked, &bytes)?.map_or_else(
            || Ok((LedgerMapping::default(), LedgerTable::read(&bytes, asked.sheet).map_err(failed)?)),
            Ok,
        )?,
    };
    if let (Some(kind), Some(other)) = (asked.kind, mapping.kind)
        && kind != other
    {
        let args = vec![("kind", MessageArg::Text(kind.name().to_owned()))];
        return Err(errors::usage(importer.locale, "error-mapping-kind", args));
    }
    let kind = asked.kind.or(mapping.kind).map_or_else(|| table.kind(&mapping), Ok).map_err(failed)?;
    let planned = importer.with_records(|here| ledger::plan(table, &path, (kind, &mapping), here, importer.progress));
    let (kind, plan) = planned.map_err(failed)?;
    let key = match kind {
        LedgerKind::Expenditure => "commit-import-expenditure",
        LedgerKind::Payments => "commit-import-payments",
    };
    let edit = importer.edit(&plan, (key, vec![("count", MessageArg::count(plan.counts().new))]))?;
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

/// Returns the only mapping of the folder whose columns the table has, with the table. Fails if a mapping cannot be
/// read.
fn fitting(
    importer: &Importer<'_>,
    asked: &TableOptions<'_>,
    bytes: &[u8],
) -> Result<Option<(LedgerMapping, LedgerTable)>, Failure> {
    let files = std::fs::read_dir(importer.folder.root().join(MAPPINGS)).into_iter().flatten().flatten();
    let names = files.filter_map(|file| file.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned));
    let mut fitting = Vec::new();
    for name in names.filter(|name| name != public_record::MAPPING_NAME) {
        let mapping = mapping(importer, &name)?;
        let is_asked = asked.kind.is_none() || mapping.kind.is_none() || mapping.kind == asked.kind;
        let table = LedgerTable::read(bytes, asked.sheet.or(mapping.sheet.as_deref()));
        // The table may lack the sheet of a mapping of other tables.
        if let Ok(table) = table
            && is_asked
            && table.has_columns(&mapping)
        {
            fitting.push((mapping, table));
        }
    }
    Ok(if fitting.len() == 1 { fitting.pop() } else { None })
}
