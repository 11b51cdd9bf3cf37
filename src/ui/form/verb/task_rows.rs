//! Rows of conditions or actions in a form: what, who, by when.

use std::sync::Arc;

use super::{FieldNote, Scope};
use crate::model::Startup;
use crate::report::sanitize;
use crate::rules;
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::lookup::TargetKey;
use crate::ui::form::rows::RowGroup;

/// Returns the fields of all rows and of a blank one.
pub(super) fn fields(group: &RowGroup, scope: &Scope<'_>) -> Vec<FormField> {
    group.fields(scope.values, |part| part_kind(scope, part))
}

/// Returns how a part of a row is filled in.
fn part_kind(scope: &Scope<'_>, part: &str) -> InputKind {
    match part {
        "due" => InputKind::Day,
        "owner" => {
            let people = scope.context().portfolio.incubator.people.iter();
            let people = people.map(|person| (person.id.to_string(), sanitize(&person.name).into_owned()));
            let none = (String::new(), scope.word("form-none"));
            let mut options = Options::new(std::iter::once(none).chain(people));
            options.is_open = true;
            InputKind::Choice(Arc::new(options))
        }
        _ => InputKind::Text,
    }
}

/// Returns the coach of the startup as the proposed owner of each row that says what is to be done.
pub(super) fn owners(group: &RowGroup, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
    let coach = startup(scope).and_then(|startup| rules::coach_on(startup, scope.context().today));
    let rows = 0..=group.filled(scope.values);
    let owner = |row: usize| {
        let coach = coach.filter(|_| scope.values.has(&group.field(row, "what")));
        (group.field(row, "owner"), Preset::Text(coach.map(ToString::to_string).unwrap_or_default()))
    };
    rows.map(owner).collect()
}

/// Returns a remark about each row that does not say what is to be done.
pub(super) fn incomplete(group: &RowGroup, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
    let incomplete = |row: &usize| !scope.values.has(&group.field(*row, "what"));
    let is_begun = |row: &usize| group.parts.iter().any(|part| scope.values.has(&group.field(*row, part)));
    let rows = (0..group.filled(scope.values)).filter(incomplete).filter(is_begun);
    rows.map(|row| (group.field(row, "what"), FieldNote::Required(scope.word("form-wanted")))).collect()
}

/// Returns the startup that the form is about.
pub(super) fn startup<'a>(scope: &Scope<'a>) -> Option<&'a Startup> {
    match &scope.target.key {
        TargetKey::Startup(id) => scope.lookup.startup(id),
        _ => None,
    }
}
