//! The startups of beta.gouv.fr.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Importer, Planned};
use crate::cli::errors::{self, Failure};
use crate::import::ImportPlan;
use crate::import::public_record::{self, PublicFile, PublicRecord};
use crate::model::{Id, MessageArg, RecordRef};
use crate::store;

/// The largest page. Those of beta.gouv.fr have at most 20 kB.
const LARGEST: u64 = 1024 * 1024;

/// The file that maps ids of parties to other ids here.
const MAPPING: &str = "import/public-record.toml";

/// Its name among the mappings.
pub(super) const MAPPING_NAME: &str = "public-record";

/// Plans the import of a folder or a file.
pub(super) fn plan(importer: &Importer<'_>, place: &Path) -> Result<Planned, Failure> {
    let source = read(importer, place)?;
    let plan = importer.with_records(|here| public_record::plan(&source, here));
    let is_written = |record: &RecordRef| plan.records.iter().any(|written| written.record == *record);
    let count = plan.rows.iter().filter(|row| row.record.as_ref().is_some_and(is_written)).count();
    let edit = importer.edit(&plan, ("commit-import-public-record", vec![("count", MessageArg::count(count))]))?;
    Ok((plan, edit))
}

/// Compares our records with the public record.
pub(super) fn differences(importer: &Importer<'_>, place: &Path) -> Result<ImportPlan, Failure> {
    let source = read(importer, place)?;
    let whole = !place.is_file();
    let rows = importer.with_records(|here| public_record::differences(&source, here, whole));
    Ok(ImportPlan { rows, ..ImportPlan::default() })
}

/// Reads the pages of a folder, or one page, and the names beside them.
fn read(importer: &Importer<'_>, place: &Path) -> Result<PublicRecord, Failure> {
    let is_file = fs::metadata(place).map_err(|error| importer.refused(place, &error))?.is_file();
    let startups_folder = if is_file {
        fs::canonicalize(place).ok().and_then(|path| path.parent().map(Path::to_owned)).unwrap_or_default()
    } else {
        startups_folder(place)
    };
    let startups = if is_file {
        vec![page(place)]
    } else {
        pages(&startups_folder).map_err(|error| importer.refused(&startups_folder, &error))?
    };
    if startups.is_empty() {
        let named = vec![("folder", MessageArg::Text(place.display().to_string()))];
        return Err(errors::usage(importer.locale, "error-no-pages", named));
    }
    let around = fs::canonicalize(&startups_folder).ok().and_then(|path| path.parent().map(Path::to_owned));
    let beside = |name: &str| around.as_ref().and_then(|around| pages(&around.join(name)).ok()).unwrap_or_default();
    Ok(PublicRecord {
        startups,
        organisations: beside("_organisations"),
        incubators: beside("_incubators"),
        known_as: mapping(importer)?,
    })
}

/// Returns the folder of startups in a folder: `_startups`, `content/_startups`, else the folder itself.
fn startups_folder(place: &Path) -> PathBuf {
    let below = ["_startups", "content/_startups"].map(|below| place.join(below));
    below.into_iter().find(|folder| folder.is_dir()).unwrap_or_else(|| place.to_owned())
}

/// Returns the pages of a folder, by name.
fn pages(folder: &Path) -> std::io::Result<Vec<PublicFile>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if path.extension().is_some_and(|ending| ending == "md") && !is_hidden && !path.is_dir() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths.iter().map(|path| page(path)).collect())
}

fn page(path: &Path) -> PublicFile {
    let bytes = store::read_file(path, LARGEST).map_err(|error| error.to_string());
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|_| "not UTF-8".to_owned()));
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    PublicFile { stem, path: path.display().to_string(), text }
}

/// Returns the ids of parties that differ here, if the folder has a file of them.
fn mapping(importer: &Importer<'_>) -> Result<BTreeMap<String, Id>, Failure> {
    let text = match importer.folder.text_of_file(MAPPING) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(importer.refused(Path::new(MAPPING), &error)),
    };
    public_record::mapping(&text).map_err(|why| {
        let args = vec![("file", MessageArg::Text(MAPPING.to_owned())), ("why", MessageArg::Text(why))];
        errors::usage(importer.locale, "error-import-mapping", args)
    })
}
