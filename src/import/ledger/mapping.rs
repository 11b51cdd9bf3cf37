//! `import/<name>.toml`: which columns of a table hold what, kept for the next import.

use std::collections::BTreeMap;

use super::LedgerKind;
use super::columns::LedgerField;
use crate::model::Id;
use crate::record::table as record_table;

/// A mapping of columns and values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerMapping {
    /// The kind of table; `None` for both.
    pub kind: Option<LedgerKind>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    pub(super) columns: BTreeMap<LedgerField, String>,
    /// The head of the column that identifies the convention.
    pub(super) convention_by: Option<String>,
    /// Conventions by the values of that column.
    pub(super) conventions: BTreeMap<String, Id>,
}

impl LedgerMapping {
    /// Reads a mapping: `kind`, `sheet`, `columns`, `match.convention` and `conventions`.
    ///
    /// # Errors
    /// With the reason, if it is not TOML, or has a key or a value that mappings don't have.
    pub fn read(text: &str) -> Result<Self, String> {
        let table = record_table(text).map_err(|error| error.to_string())?;
        let mut mapping = Self::default();
        for (key, value) in &table {
            let text = || value.as_str().ok_or_else(|| key.clone());
            let texts = || {
                let table = value.as_table().ok_or_else(|| key.clone())?;
                let text = |(name, value): (&String, &toml::Value)| {
                    value.as_str().map(|text| (name.clone(), text.to_owned())).ok_or_else(|| format!("{key}.{name}"))
                };
                table.iter().map(text).collect::<Result<BTreeMap<_, _>, _>>()
            };
            match key.as_str() {
                "kind" => mapping.kind = Some(LedgerKind::named(text()?).ok_or_else(|| key.clone())?),
                "sheet" => mapping.sheet = Some(text()?.to_owned()),
                "columns" => {
                    for (name, head) in texts()? {
                        let field = LedgerField::named(&name).ok_or_else(|| format!("columns.{name}"))?;
                        mapping.columns.insert(field, head);
                    }
                }
                "match" => {
                    for (name, head) in texts()? {
                        if name != "convention" {
                            return Err(format!("match.{name}"));
                        }
                        mapping.convention_by = Some(head);
                    }
                }
                "conventions" => {
                    for (value, id) in texts()? {
                        let id = Id::new(&id).map_err(|error| format!("conventions.{value}: {error}"))?;
                        mapping.conventions.insert(value, id);
                    }
                }
                _ => return Err(key.clone()),
            }
        }
        Ok(mapping)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_names_sheet_columns_and_conventions() {
        let text = "kind = 'payments'\nsheet = '1. Extraction'\ncolumns = { amount = 'Montant payé' }\n\
                    match = { convention = 'N° EJ' }\n[conventions]\n1400012345 = 'histologe-pau-anct'\n";
        let mapping = LedgerMapping::read(text).unwrap();
        assert_eq!(mapping.kind, Some(LedgerKind::Payments));
        assert_eq!(mapping.columns.get(&LedgerField::Amount).map(String::as_str), Some("Montant payé"));
        assert_eq!(mapping.convention_by.as_deref(), Some("N° EJ"));
        assert_eq!(mapping.conventions.len(), 1);
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        for (text, fault) in [
            ("kind = 'slides'", "kind"),
            ("colums = {}", "colums"),
            ("columns = { montant = 'x' }", "columns.montant"),
            ("columns = { amount = 1 }", "columns.amount"),
            ("match = { startup = 'x' }", "match.startup"),
            ("conventions = { x = 'a/b' }", "conventions.x"),
        ] {
            assert!(LedgerMapping::read(text).unwrap_err().starts_with(fault), "{text}");
        }
    }
}
