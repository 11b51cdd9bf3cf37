//! Records that a sparse checkout leaves out of the work tree: they are read from the index, because figures without
//! them would be wrong.

use git2::Oid;

use crate::model::RecordRef;
use crate::store::error::SaveError;
use crate::store::git::index::IndexView;
use crate::store::git::repository::RepoContext;
use crate::store::records_dir::RecordsDir;
use crate::store::scan::record_at;

/// A record that is only in the index.
#[derive(Debug)]
pub(crate) struct LeftOutRecord {
    pub record: RecordRef,
    /// Its file below the folder.
    pub file: String,
    pub blob: Oid,
    pub bytes: Vec<u8>,
}

/// Returns the records that are left out, in the order of the records.
pub(crate) fn left_out_records(dir: &RecordsDir) -> Vec<LeftOutRecord> {
    // Without a readable repository there is nothing to add.
    read(dir).unwrap_or_default()
}

fn read(dir: &RecordsDir) -> Result<Vec<LeftOutRecord>, SaveError> {
    let ctx = RepoContext::open(dir)?;
    if ctx.settings()?.flag("core.sparsecheckout") != Some(true) {
        return Ok(Vec::new());
    }
    let Ok(below) = dir.real.strip_prefix(&ctx.work) else { return Ok(Vec::new()) };
    let mut records = Vec::new();
    for (path, blob) in IndexView::of(&ctx)?.left_out() {
        let Ok(path) = path.strip_prefix(below) else { continue };
        let Some(record) = record_at(path).filter(|record| dir.scan.file_of(record).is_none()) else { continue };
        let file = path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        records.push(LeftOutRecord { record, file, blob, bytes: ctx.blob(blob)? });
    }
    records.sort_by(|one, other| one.record.cmp(&other.record));
    Ok(records)
}
