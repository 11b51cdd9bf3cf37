//! How records with uncommitted changes are marked: a symbol in their rows, a note on their page and preview.

use super::Token;
use super::render_context::RenderContext;
use super::target::Target;
use super::widget::page::PageLine;
use super::widget::page_builder::PageBuilder;
use super::widget::text::{StyledLine, piece};
use crate::model::{Id, MessageArg, RecordKind, RecordRef};

/// The symbol for uncommitted changes.
pub const SIGN: &str = "±";

impl RenderContext<'_> {
    /// Returns the records with uncommitted changes that `target` is shown from; for a startup, those of its
    /// conventions too.
    #[must_use]
    pub fn uncommitted(&self, target: &Target) -> Vec<RecordRef> {
        let dirty = &self.data.dirty;
        if dirty.is_empty() {
            return Vec::new();
        }
        let convention = |id: &Id| RecordRef::new(RecordKind::Convention, id.clone());
        let mut records = match target {
            Target::Startup(id) => {
                let own = RecordRef::new(RecordKind::Startup, id.clone());
                let conventions = self.data.portfolio.conventions_of(id).map(|found| convention(&found.id));
                std::iter::once(own).chain(conventions).collect()
            }
            Target::Convention(id) => {
                let amendments = self.data.portfolio.amendments_of(id).map(|found| convention(&found.id));
                std::iter::once(convention(id)).chain(amendments).collect()
            }
            Target::Commit { .. } => Vec::new(),
            other => other.place().record().cloned().into_iter().collect::<Vec<_>>(),
        };
        records.retain(|record| dirty.contains(record));
        records
    }

    /// `± uncommitted changes`; empty if there are none.
    #[must_use]
    pub fn uncommitted_words(&self, target: &Target) -> StyledLine {
        if self.uncommitted(target).is_empty() {
            return StyledLine::new();
        }
        vec![piece(Token::Warning, format!("{SIGN} {}", self.text("uncommitted")))]
    }

    /// Returns the records concerned, for the head of a preview.
    #[must_use]
    pub fn uncommitted_lines(&self, target: &Target, width: usize) -> Vec<PageLine> {
        let records = self.uncommitted(target);
        if records.is_empty() {
            return Vec::new();
        }
        let names = records.iter().map(ToString::to_string).collect();
        let words = self.locale.message("uncommitted-records", &[("records", MessageArg::List(names))]);
        let mut builder = PageBuilder::new(width, 0);
        builder.text(None, Token::Warning, 0, &format!("{SIGN} {words}"));
        builder.into_lines()
    }
}
