//! The size limit, the byte order mark, and the TOML table of a record's text.

use serde::Deserialize;
use toml::Table;

use super::error::PatchError;
use super::fast_path;

/// The largest size of a record in bytes. A convention of twenty obligations has 7 kB.
pub const LARGEST: u64 = 1024 * 1024;

/// The mark that some editors put at the beginning of a file.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Parses a record's text, whatever its keys.
///
/// # Errors
/// If it is not TOML.
pub fn table(text: &str) -> Result<Table, PatchError> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    match fast_path::read(text, |tree| Table::deserialize(tree)) {
        Some(table) => Ok(table),
        None => text.parse().map_err(|error: toml::de::Error| PatchError::Syntax(error.message().to_owned())),
    }
}
