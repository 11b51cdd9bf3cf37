//! Files for others: the portfolio as a workbook, tables, a calendar, a web page, or one JSON object.
//!
//! Everything is computed from records, answers and a day, and the same ones give the same bytes. Texts of records are
//! inert in every format: never a formula, markup, or an escape sequence. Unknown amounts are never written as zero.

mod answers;
mod calendar;
mod csv;
mod error;
mod page;
mod table;
mod tables;
mod workbook;
mod xlsx;

use std::borrow::Cow;

use chrono::NaiveDateTime;

use crate::papers::PaperInput;
use crate::report::{Diagnostic, sanitize};
use crate::rules::Answers;

pub use answers::{AnswersJson, answers};
pub use calendar::{CalendarOf, calendar};
pub use csv::{CsvDialect, csv};
pub use error::ExportError;
pub use page::page;
pub use table::{ExportCell, ExportTable};
pub use tables::{TableName, table};
pub use xlsx::xlsx;

/// The input of all files.
pub struct ExportInput<'a> {
    /// Records, day, language, audience and commit, as for papers.
    pub paper: &'a PaperInput<'a>,
    pub answers: &'a Answers,
    /// The findings of all checks.
    pub diagnostics: &'a [Diagnostic],
    /// The time of the commit in UTC, which dates the file. Outside a repository, the start of the as-of day.
    pub made: NaiveDateTime,
}

impl ExportInput<'_> {
    /// Returns a message with a capital first letter.
    fn capital(&self, key: &str) -> String {
        self.paper.locale.capital(key)
    }

    /// Returns the name of the incubator, or of the program if the portfolio has none.
    fn title(&self) -> String {
        let name = self.paper.portfolio.incubator.name.as_deref().map(sanitize);
        name.filter(|name| !name.trim().is_empty()).map_or_else(|| "couveuse".to_owned(), Cow::into_owned)
    }
}
