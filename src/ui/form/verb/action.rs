//! Somebody agreed to do something, and did it.

use super::{Scope, day};
use crate::edit::Intention;
use crate::edit::verb::{self, ActionVerb};
use crate::model::{Action, Date, PathStep, RecordKind, Startup};
use crate::ui::field::{FieldName, FormField, InputKind, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct ActionForm;

impl super::Form for ActionForm {
    fn fields(&self, _scope: &Scope<'_>) -> Vec<FormField> {
        vec![
            FormField::new("what", InputKind::Text).required(),
            FormField::new("owner", InputKind::Text),
            FormField::new("due", InputKind::Day),
        ]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Startup(startup) = scope.target.key.clone() else { return None };
        let values = scope.values;
        let (what, owner, due) = (values.typed("what")?, values.typed("owner"), values.date("due"));
        Some(vec![ActionVerb { startup, what, owner, due }.into()])
    }
}

pub(super) struct Finish;

impl super::Form for Finish {
    fn noun(&self) -> &'static str {
        "action"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.startups().into_iter().any(|startup| selected(startup, selection.subject).is_some())
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let Some(startup) = subject.record_of(RecordKind::Startup).and_then(|id| lookup.startup(id)) else {
            return Vec::new();
        };
        selected(startup, subject).map(|action| target(lookup, startup, action)).into_iter().collect()
    }

    fn fields(&self, _scope: &Scope<'_>) -> Vec<FormField> {
        vec![FormField::new("on", InputKind::PastDay).required()]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        vec![day("on", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Action { startup, what } = scope.target.key.clone() else { return None };
        Some(vec![verb::FinishVerb { startup, action: what, on: scope.values.date("on")? }.into()])
    }
}

/// What is still to be done for a startup, each with the day that it is due.
pub(super) fn open(lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<(Option<Date>, FormTarget)> {
    let startup = subject.record_of(RecordKind::Startup).and_then(|id| lookup.startup(id));
    let of = |startup| move |action: &Action| (action.due, target(lookup, startup, action));
    let open = startup.map(|startup| startup.actions.iter().filter(|action| action.done.is_none()).map(of(startup)));
    open.into_iter().flatten().collect()
}

/// Whether something is still to be done for a startup.
pub(super) fn has_open(startup: &Startup) -> bool {
    startup.actions.iter().any(|action| action.done.is_none())
}

fn target(lookup: &RecordLookup<'_>, startup: &Startup, action: &Action) -> FormTarget {
    let owner = action.owner.clone();
    let due = action.due.map(|due| lookup.dated("form-detail-due", due));
    FormTarget {
        key: TargetKey::Action { startup: startup.id.clone(), what: action.what.clone() },
        label: action.what.clone(),
        detail: owner.into_iter().chain(due).collect::<Vec<_>>().join(" · "),
        owner: startup.name.clone(),
        presets: Vec::new(),
    }
}

/// The action whose line is selected, where it is still to be done.
fn selected<'a>(startup: &'a Startup, subject: &FormSubject) -> Option<&'a Action> {
    let FormSubject::Value(_, path) = subject else { return None };
    let [PathStep::Key(list), PathStep::Index(at), ..] = path.0.as_slice() else { return None };
    let action = startup.actions.get(*at).filter(|_| list == "actions")?;
    action.done.is_none().then_some(action)
}
