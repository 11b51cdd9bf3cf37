//! The form of `finish`, and the open actions for the form of `done`.

use crate::model::{Action, Date, PathStep, RecordKind, Startup};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct FinishForm;

impl super::VerbForm for FinishForm {
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
}

/// Returns the open actions of a startup with their due days.
pub(super) fn open(lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<(Option<Date>, FormTarget)> {
    let startup = subject.record_of(RecordKind::Startup).and_then(|id| lookup.startup(id));
    let of = |startup| move |action: &Action| (action.due, target(lookup, startup, action));
    let open = startup.map(|startup| startup.actions.iter().filter(|action| action.done.is_none()).map(of(startup)));
    open.into_iter().flatten().collect()
}

/// Returns whether a startup has open actions.
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

/// Returns the open action whose line is selected.
fn selected<'a>(startup: &'a Startup, subject: &FormSubject) -> Option<&'a Action> {
    let FormSubject::Value(_, path) = subject else { return None };
    let [PathStep::Key(list), PathStep::Index(at), ..] = path.as_slice() else { return None };
    let action = startup.actions.get(*at).filter(|_| list == "actions")?;
    action.done.is_none().then_some(action)
}
