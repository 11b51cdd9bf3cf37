//! The form of `new startup`.

use std::sync::Arc;

use super::{FieldNote, Scope, set_kind, text};
use crate::locale::slug;
use crate::model::{Id, Phase};
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct NewStartupForm;

impl super::VerbForm for NewStartupForm {
    fn can(&self, _: &Selection<'_>) -> bool {
        true
    }

    fn targets(&self, lookup: &RecordLookup<'_>, _subject: &FormSubject) -> Vec<FormTarget> {
        vec![new(lookup)]
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let home: Vec<Id> = scope.context().portfolio.incubator.home.iter().cloned().collect();
        let parties = Arc::new(Options::new(scope.lookup.parties(&home)));
        let none = (String::new(), scope.word("form-none"));
        let incubators = Options::new(std::iter::once(none).chain(scope.lookup.parties(&home)));
        let mut fields = scope.declared_fields();
        set_kind(&mut fields, "incubator", InputKind::Choice(Arc::new(incubators)));
        set_kind(&mut fields, "sponsor", InputKind::Many(parties));
        fields
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let home = scope.context().portfolio.incubator.home.as_ref().map(ToString::to_string);
        vec![
            text("id", slug(&scope.values.text("name").unwrap_or_default())),
            text("phase", Phase::Investigation.name()),
            text("incubator", home.unwrap_or_default()),
        ]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        let taken = scope.values.id("id").filter(|id| scope.context().portfolio.startups.contains_key(id));
        taken.map(|_| ("id".into(), FieldNote::Error(scope.word("form-error-taken")))).into_iter().collect()
    }
}

/// Returns the record to be created, which has no name yet.
pub(super) fn new(lookup: &RecordLookup<'_>) -> FormTarget {
    let owner = lookup.context.portfolio.incubator.name.clone().unwrap_or_default();
    FormTarget { key: TargetKey::New, label: owner.clone(), detail: String::new(), owner, presets: Vec::new() }
}
