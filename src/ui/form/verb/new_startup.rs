//! A new startup: a record of its own.

use std::sync::Arc;

use super::phase::{phases, picked};
use super::{Note, Scope, day, text};
use crate::edit::Intention;
use crate::edit::verb::NewStartupVerb;
use crate::locale::slug;
use crate::model::{Id, Phase};
use crate::ui::field::{Field, Kind, Name, Options, Preset};
use crate::ui::form::Subject;
use crate::ui::form::finder::{Aim, Finder, Target};
use crate::ui::form::selection::Selection;

pub(super) struct NewStartup;

impl super::Form for NewStartup {
    fn can(&self, _: &Selection<'_>) -> bool {
        true
    }

    fn targets(&self, finder: &Finder<'_>, _subject: &Subject) -> Vec<Target> {
        vec![new(finder)]
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<Field> {
        let home: Vec<Id> = scope.context().portfolio.incubator.home.iter().cloned().collect();
        let parties = Arc::new(Options::new(scope.finder.parties(&home)));
        let none = (String::new(), scope.word("form-none"));
        let incubators = Options::new(std::iter::once(none).chain(scope.finder.parties(&home)));
        vec![
            Field::new("name", Kind::Text).required(),
            Field::new("id", Kind::Id).required(),
            Field::new("mission", Kind::Text),
            Field::new("phase", Kind::Choice(phases(scope))).required(),
            Field::new("on", Kind::Day).required(),
            Field::new("incubator", Kind::Choice(Arc::new(incubators))),
            Field::new("sponsors", Kind::Many(parties)),
        ]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(Name, Preset)> {
        let home = scope.context().portfolio.incubator.home.as_ref().map(ToString::to_string);
        vec![
            text("id", slug(&scope.values.typed("name").unwrap_or_default())),
            text("phase", Phase::Investigation.name()),
            day("on", scope.context().today),
            text("incubator", home.unwrap_or_default()),
        ]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(Name, Note)> {
        let taken = scope.values.id("id").filter(|id| scope.context().portfolio.startups.contains_key(id));
        taken.map(|_| ("id".into(), Note::Wrong(scope.word("form-error-taken")))).into_iter().collect()
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
pub(super) fn new(finder: &Finder<'_>) -> Target {
    let owner = finder.context.portfolio.incubator.name.clone().unwrap_or_default();
    Target { aim: Aim::New, label: owner.clone(), detail: String::new(), owner, presets: Vec::new() }
}
