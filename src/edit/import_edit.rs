//! The edit of an import: all its records in one commit.

use super::commit_message::{CommitMessage, commit_language, one_line};
use super::error::EditError;
use super::imported::ImportedChange;
use super::record_edit::{Edit, RecordEdit};
use crate::locale::Locale;
use crate::model::{MessageArgs, Portfolio, RecordRef};

/// The verb in the trailer of an import.
const VERB: &str = "import";

/// A record that an import writes, with its line in the message of the commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRecord {
    pub record: RecordRef,
    pub change: ImportedChange,
    pub line: String,
}

/// Creates the edit of an import. `subject` is the key of its subject, with its arguments.
///
/// # Errors
/// [`EditError::Nothing`] if there is no record to write.
pub fn import(
    portfolio: &Portfolio,
    subject: (&str, MessageArgs),
    records: Vec<ImportedRecord>,
) -> Result<Edit, EditError> {
    if records.is_empty() {
        return Err(EditError::Nothing);
    }
    let subject = Locale::new(commit_language(portfolio)).message(subject.0, &subject.1);
    let all: Vec<&RecordRef> = records.iter().map(|record| &record.record).collect();
    let body = records.iter().map(|record| format!("- {}\n", one_line(&record.line))).collect();
    let message = CommitMessage { body, ..CommitMessage::of_records(&subject, VERB, &all) };
    let change = |imported: ImportedRecord| RecordEdit {
        record: imported.record,
        intentions: Vec::new(),
        import: Some(imported.change),
        base: None,
    };
    let changes = records.into_iter().map(change).collect();
    Ok(Edit { message, changes, more_than_promised: None, force: false })
}
