//! What an import writes into one record: a whole new record, or changes of an existing one.

use std::sync::Arc;

use super::error::EditError;
use super::template::RecordTemplate;
use super::toml_entry::EntryBuilder;
use crate::model::RecordRef;
use crate::record::{self, Item, Op};

/// Keys with their values, in their order.
pub type Pairs = Vec<(String, Item)>;

/// What an import writes into one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportedChange {
    New(NewRecord),
    /// Changes of an existing one.
    Changed {
        /// The text that the import was planned for.
        base: Arc<str>,
        ops: Vec<Op>,
        /// A table to be added below a name such as `extra.public-record`.
        section: Option<(&'static str, Pairs)>,
    },
    /// The whole text of an existing record, which takes less memory than thousands of changes.
    Rewritten {
        /// The text that the import was planned for.
        base: Arc<str>,
        text: Arc<str>,
    },
}

/// The content of a new record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewRecord {
    pub keys: Pairs,
    /// The entries of lists, each with the name of its list.
    pub entries: Vec<(&'static str, Pairs)>,
    pub tables: Vec<(&'static str, Pairs)>,
}

/// Returns the record's text after the import. Fails if it is no longer the text that the import was planned for.
pub(super) fn write(text: &str, record: &RecordRef, change: &ImportedChange) -> Result<String, EditError> {
    let after = match change {
        ImportedChange::New(_) if !text.is_empty() => return Err(EditError::Exists(record.clone())),
        ImportedChange::New(new) => new.text(record),
        ImportedChange::Changed { base, .. } | ImportedChange::Rewritten { base, .. } if **base != *text => {
            return Err(EditError::Outdated(record.clone()));
        }
        ImportedChange::Rewritten { text, .. } => text.to_string(),
        ImportedChange::Changed { ops, section, .. } => {
            let patched = record::patch(text, ops)?;
            match section {
                Some((name, pairs)) => with_section(&patched, name, pairs)?,
                None => patched,
            }
        }
    };
    let size = after.len() as u64;
    if size > record::LARGEST { Err(EditError::TooLarge(record.clone(), size)) } else { Ok(after) }
}

impl NewRecord {
    fn text(&self, record: &RecordRef) -> String {
        let builder =
            |pairs: &Pairs| pairs.iter().cloned().fold(EntryBuilder::default(), |b, (key, item)| b.with(&key, item));
        let mut template = RecordTemplate::of(record.kind).keys(builder(&self.keys));
        for (list, pairs) in &self.entries {
            template = template.entry(list, builder(pairs));
        }
        for (name, pairs) in &self.tables {
            template = template.table(name, builder(pairs));
        }
        template.text()
    }
}

/// Adds a table with its own header at the end; if its parent has no header, adds it there.
fn with_section(text: &str, name: &str, pairs: &Pairs) -> Result<String, EditError> {
    let builder = pairs.iter().cloned().fold(EntryBuilder::default(), |b, (key, item)| b.with(&key, item));
    let gap = if text.ends_with('\n') { "" } else { "\n" };
    let added = format!("{text}{gap}{}", RecordTemplate::empty().table(name, builder).text());
    if record::table(&added).is_ok() {
        return Ok(added);
    }
    let path = name.split('.').fold(crate::model::KeyPath::top(), |path, key| path.key(key));
    Ok(record::patch(text, &[Op::Set(path, Item::Table(pairs.clone()))])?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, KeyPath, RecordKind};

    fn comobi() -> RecordRef {
        RecordRef::new(RecordKind::Startup, Id::new("comobi").unwrap())
    }

    fn pairs() -> Pairs {
        vec![("a".to_owned(), Item::Whole(1)), ("long".to_owned(), Item::Bool(true))]
    }

    fn changed(text: &str) -> String {
        let ops = vec![Op::Set(KeyPath::top().key("name"), "New".into())];
        let change = ImportedChange::Changed { base: text.into(), ops, section: Some(("extra.source", pairs())) };
        write(text, &comobi(), &change).unwrap()
    }

    #[test]
    fn a_new_record_has_keys_entries_and_tables_in_this_order() {
        let new = NewRecord {
            keys: vec![("name".to_owned(), "CoMobi".into())],
            entries: vec![("phases", vec![("phase".to_owned(), "construction".into())])],
            tables: vec![("extra.source", pairs())],
        };
        let text = write("", &comobi(), &ImportedChange::New(new.clone())).unwrap();
        assert_eq!(
            text,
            "#:schema ../schema/startup.json\nname = \"CoMobi\"\n\n[[phases]]\nphase = \"construction\"\n\n\
             [extra.source]\na    = 1\nlong = true\n"
        );
        assert_eq!(write("x = 1\n", &comobi(), &ImportedChange::New(new)), Err(EditError::Exists(comobi())));
    }

    #[test]
    fn a_section_is_added_beside_the_keys_of_others() {
        assert_eq!(changed("name = \"Old\"\n"), "name = \"New\"\n\n[extra.source]\na    = 1\nlong = true\n");
        assert!(
            changed("name = \"Old\"\n[extra]\nours = 1")
                .ends_with("ours = 1\n\n[extra.source]\na    = 1\nlong = true\n")
        );
        let inline = changed("name = \"Old\"\nextra = { ours = 1 }\n");
        assert!(inline.contains("extra = { ours = 1, source = { a = 1, long = true } }"), "{inline}");
    }

    #[test]
    fn nothing_is_written_into_a_text_that_changed_meanwhile() {
        let change = ImportedChange::Changed { base: "name = \"Old\"\n".into(), ops: Vec::new(), section: None };
        assert_eq!(write("name = \"Newer\"\n", &comobi(), &change), Err(EditError::Outdated(comobi())));
    }

    #[test]
    fn a_record_that_would_be_too_large_is_refused() {
        let text = "x".repeat(usize::try_from(record::LARGEST).unwrap());
        let new = NewRecord { keys: vec![("name".to_owned(), text.into())], ..NewRecord::default() };
        let refused = write("", &comobi(), &ImportedChange::New(new));
        assert!(matches!(refused, Err(EditError::TooLarge(..))), "{refused:?}");
    }
}
