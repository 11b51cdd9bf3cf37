//! The forms of `new party` and `person`, whose ids follow from the names.

use super::{FieldNote, Scope, new_startup, text};
use crate::locale::slug;
use crate::ui::field::{FieldName, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup};
use crate::ui::form::selection::Selection;

pub(super) enum DerivedIdForm {
    Party,
    /// The id of a known person is no error: the person is changed.
    Person,
}

impl super::VerbForm for DerivedIdForm {
    fn can(&self, _: &Selection<'_>) -> bool {
        true
    }

    fn targets(&self, lookup: &RecordLookup<'_>, _subject: &FormSubject) -> Vec<FormTarget> {
        vec![new_startup::new(lookup)]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        vec![text("id", slug(&scope.values.text("name").unwrap_or_default()))]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        let parties = &scope.context().portfolio.parties;
        let id = scope.values.id("id").filter(|_| matches!(self, Self::Party));
        let taken = id.filter(|id| parties.contains_key(id));
        taken.map(|_| ("id".into(), FieldNote::Error(scope.word("form-error-taken")))).into_iter().collect()
    }
}
