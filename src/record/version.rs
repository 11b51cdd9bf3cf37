//! One version of a record's file, read as far as possible, to compare it with another.

use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

use super::text::{BYTE_ORDER_MARK, LARGEST};
use super::{conflict, nesting_limit, recovery, text};
use crate::model::VersionState;

/// A version of a record's file.
#[derive(Clone, Debug)]
pub struct RecordVersion {
    /// Empty if the file is absent or unreadable.
    pub(super) table: Table,
    pub(super) state: VersionState,
}

impl RecordVersion {
    /// Creates a version in which the file does not exist.
    #[must_use]
    pub fn absent() -> Self {
        Self { table: Table::new(), state: VersionState::Absent }
    }

    /// Creates a version whose content is unknown.
    #[must_use]
    pub fn unreadable() -> Self {
        Self { table: Table::new(), state: VersionState::Unreadable }
    }

    /// Creates a version that the clone does not have.
    #[must_use]
    pub fn missing() -> Self {
        Self { table: Table::new(), state: VersionState::Missing }
    }

    /// Reads the content of a file. What has no valid syntax is left out.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let is_large = u64::try_from(bytes.len()).is_ok_and(|size| size > LARGEST);
        let Some(content) = std::str::from_utf8(bytes).ok().filter(|_| !is_large) else { return Self::unreadable() };
        if let Ok(table) = text::table(content) {
            return Self { table, state: VersionState::Whole };
        }
        if nesting_limit::too_deep(content).is_some() {
            return Self::unreadable();
        }
        let content = content.strip_prefix(BYTE_ORDER_MARK).unwrap_or(content);
        let conflicts = conflict::conflicts(content);
        let without = if conflicts.is_empty() { content.to_owned() } else { conflict::without(content, &conflicts) };
        let recovered = recovery::recover(&without);
        let (document, _) = DeTable::parse_recoverable(&recovered.text);
        Self { table: table(document.get_ref()), state: VersionState::Partial }
    }

    /// Returns whether the file does not exist.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        self.state == VersionState::Absent
    }
}

fn table(table: &DeTable<'_>) -> Table {
    let pairs =
        table.iter().filter_map(|(key, value)| Some((key.get_ref().to_string(), self::value(value.get_ref())?)));
    pairs.collect()
}

/// Converts a parsed value; `None` for a number that no file may have.
fn value(value: &DeValue<'_>) -> Option<Value> {
    Some(match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(whole) => Value::Integer(i64::from_str_radix(whole.as_str(), whole.radix()).ok()?),
        DeValue::Float(float) => Value::Float(float.as_str().parse().ok()?),
        DeValue::Boolean(yes) => Value::Boolean(*yes),
        DeValue::Datetime(moment) => Value::Datetime(*moment),
        DeValue::Array(entries) => {
            Value::Array(entries.iter().filter_map(|entry| self::value(entry.get_ref())).collect())
        }
        DeValue::Table(below) => Value::Table(table(below)),
    })
}
