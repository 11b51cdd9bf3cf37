//! The papers of a portfolio: what conventions and meetings ask for, for people without a terminal.
//!
//! A paper is built as a tree ([`Document`]) from records, rules and a day, and rendered through templates by
//! [`render_paper`]. The same records and day give the same bytes. Nothing unknown is replaced by a zero: it is listed
//! as missing, and the paper is a draft.

mod agenda;
mod amount_words;
mod builder;
mod call;
mod chart;
mod document;
mod management;
mod markup;
mod minutes;
mod parts;
mod reminder;
mod render;
mod requested;
mod sheet;
mod sheet_answers;
mod statement;
mod summary;

use crate::model::{Convention, Id};
pub use crate::report::{PaperFormat, PaperRequest};

pub use agenda::agenda;
pub use builder::{Audience, PaperInput, PlaceOf};
pub use call::{call, called};
pub use document::{Block, Chart, ChartPoint, Document, DocumentColumn, DocumentField, DocumentRow, DocumentTable};
pub use management::management;
pub use minutes::{minutes_of_review, minutes_of_startup};
pub use reminder::{letters, reminded_items, reminders};
pub use render::{MAX_OUTPUT, RenderError, Templates, render_page, render_paper};
pub use requested::requested;
pub use sheet::sheet;
pub use sheet_answers::SheetAnswers;
pub use statement::statement;
pub use summary::summary;

/// Why a paper cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    #[error("no convention {0}")]
    NoConvention(String),
    #[error("no startup {0}")]
    NoStartup(String),
    #[error("no review {0}")]
    NoReview(String),
    /// No committee of the startup was held, or none on that day.
    #[error("no committee of {0}")]
    NoCommittee(String),
    #[error("no party {0}")]
    NoParty(String),
    /// An amendment has no papers of its own: its convention has.
    #[error("{0} is an amendment")]
    IsAmendment(String),
    #[error("no contribution {0} with a payee")]
    NoContribution(String),
    #[error("no tranche {0}")]
    NoTranche(usize),
    #[error("everything was called or paid")]
    NothingToCall,
}

/// Returns the convention of a paper.
fn base<'a>(input: &PaperInput<'a>, id: &Id) -> Result<&'a Convention, PaperError> {
    let convention = input.portfolio.conventions.get(id).ok_or_else(|| PaperError::NoConvention(id.to_string()))?;
    if convention.is_amendment() {
        return Err(PaperError::IsAmendment(id.to_string()));
    }
    Ok(convention)
}
