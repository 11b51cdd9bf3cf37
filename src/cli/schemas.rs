//! The JSON Schemas of the records as files, for editors.

use crate::cli::errors::{self, Failure};
use crate::locale::Locale;
use crate::model::RecordKind;
use crate::record;

/// Returns the schemas as files for a folder of records.
///
/// # Errors
/// If one cannot be serialized.
pub fn schema_files(locale: &Locale) -> Result<Vec<(String, String)>, Failure> {
    let file = |kind: RecordKind| {
        let text = serde_json::to_string_pretty(record::schema(kind));
        let text = text.map_err(|error| errors::system(locale, &error.into()))?;
        Ok((format!("schema/{}.json", kind.name()), text + "\n"))
    };
    RecordKind::ALL.into_iter().map(file).collect()
}
