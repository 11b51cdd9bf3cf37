//! The form of `condition`: the open conditions of a startup.

use crate::model::{Condition, Date, PathStep, RecordKind, Startup};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct ConditionForm;

impl super::VerbForm for ConditionForm {
    fn noun(&self) -> &'static str {
        "condition"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.startups().into_iter().any(|startup| match selection.subject {
            FormSubject::Startup(_) => has_open(startup),
            subject => selected(startup, subject).is_some(),
        })
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        if let FormSubject::Startup(_) = subject {
            return open(lookup, subject).into_iter().map(|(_, target)| target).collect();
        }
        let startup = subject.record_of(RecordKind::Startup).and_then(|id| lookup.startup(id));
        let found = startup.and_then(|startup| Some(target(lookup, startup, selected(startup, subject)?)));
        found.into_iter().collect()
    }
}

/// Returns whether nobody has recorded yet that it was met or not.
const fn is_open(condition: &Condition) -> bool {
    condition.met.is_none() && condition.not_met.is_none()
}

/// Returns whether a startup has open conditions.
pub(super) fn has_open(startup: &Startup) -> bool {
    startup.conditions.iter().any(is_open)
}

/// Returns the open conditions of a startup with their due days.
pub(super) fn open(lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<(Option<Date>, FormTarget)> {
    let startup = subject.record_of(RecordKind::Startup).and_then(|id| lookup.startup(id));
    let of = |startup: &Startup| {
        let open = startup.conditions.iter().filter(|condition| is_open(condition));
        open.map(|condition| (condition.due, target(lookup, startup, condition))).collect()
    };
    startup.map(of).unwrap_or_default()
}

fn target(lookup: &RecordLookup<'_>, startup: &Startup, condition: &Condition) -> FormTarget {
    let due = condition.due.map(|due| lookup.dated("form-detail-due", due));
    let detail: Vec<String> = condition.owner.clone().into_iter().chain(condition.proof.clone()).chain(due).collect();
    let name = condition.id.clone().unwrap_or_else(|| condition.what.clone());
    FormTarget {
        key: TargetKey::Condition { startup: startup.id.clone(), condition: name },
        label: condition.what.clone(),
        detail: detail.join(" · "),
        owner: startup.name.clone(),
        presets: Vec::new(),
    }
}

/// Returns the open condition whose line is selected.
fn selected<'a>(startup: &'a Startup, subject: &FormSubject) -> Option<&'a Condition> {
    let FormSubject::Value(_, path) = subject else { return None };
    let [PathStep::Key(list), PathStep::Index(at), ..] = path.as_slice() else { return None };
    startup.conditions.get(*at).filter(|condition| list == "conditions" && is_open(condition))
}
