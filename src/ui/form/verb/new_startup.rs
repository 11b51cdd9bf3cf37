//! A new startup: a record of its own.

use std::sync::Arc;

use super::phase::{phases, picked};
use super::{FieldNote, Scope, day, text};
use crate::edit::Intention;
use crate::edit::verb::NewStartupVerb;
use crate::locale::slug;
use crate::model::{Id, Phase};
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct NewStartup;

impl super::Form for NewStartup {
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
        vec![
            FormField::new("name", InputKind::Text).required(),
            FormField::new("id", InputKind::Id).required(),
            FormField::new("mission", InputKind::Text),
            FormField::new("phase", InputKind::Choice(phases(scope))).required(),
            FormField::new("on", InputKind::Day).required(),
            FormField::new("incubator", InputKind::Choice(Arc::new(incubators))),
            FormField::new("sponsors", InputKind::Many(parties)),
        ]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let home = scope.context().portfolio.incubator.home.as_ref().map(ToString::to_string);
        vec![
            text("id", slug(&scope.values.typed("name").unwrap_or_default())),
            text("phase", Phase::Investigation.name()),
            day("on", scope.context().today),
            text("incubator", home.unwrap_or_default()),
        ]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        let taken = scope.values.id("id").filter(|id| scope.context().portfolio.startups.contains_key(id));
        taken.map(|_| ("id".into(), FieldNote::Error(scope.word("form-error-taken")))).into_iter().collect()
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let values = scope.values;
        let add = NewStartupVerb {
            id: values.id("id")?,
            name: values.typed("name")?,
            mission: values.typed("mission"),
            incubator: values.id("incubator"),
            sponsors: values.ids("sponsors"),
            phase: picked(scope)?,
            from: values.date("on")?,
        };
        Some(vec![add.into()])
    }
}

/// What is to be made: it has no name yet.
pub(super) fn new(lookup: &RecordLookup<'_>) -> FormTarget {
    let owner = lookup.context.portfolio.incubator.name.clone().unwrap_or_default();
    FormTarget { key: TargetKey::New, label: owner.clone(), detail: String::new(), owner, presets: Vec::new() }
}
