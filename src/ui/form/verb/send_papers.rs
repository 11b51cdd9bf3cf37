//! The form of `send-papers`: the planned committees whose papers were not sent.

use crate::model::{Committee, CommitteeState, Date, PathStep, RecordKind, Startup};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct SendPapersForm;

impl super::VerbForm for SendPapersForm {
    fn noun(&self) -> &'static str {
        "papers"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.startups().into_iter().any(|startup| match selection.subject {
            FormSubject::Startup(_) => startup.committees.iter().any(|one| is_open(one, selection.context.today)),
            subject => selected(startup, subject, selection.context.today).is_some(),
        })
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        if let FormSubject::Startup(_) = subject {
            return open(lookup, subject).into_iter().map(|(_, target)| target).collect();
        }
        let startup = subject.record_of(RecordKind::Startup).and_then(|id| lookup.startup(id));
        let selected = |startup| Some(target(lookup, startup, selected(startup, subject, lookup.context.today)?));
        startup.and_then(selected).into_iter().collect()
    }
}

/// Returns whether the papers of a planned committee were not sent.
fn is_open(committee: &Committee, today: Date) -> bool {
    committee.state == CommitteeState::Planned && committee.on >= today && committee.papers_sent.is_none()
}

/// Returns the planned committees of a startup whose papers were not sent, with the days on which these are due.
pub(super) fn open(lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<(Option<Date>, FormTarget)> {
    let startup = subject.record_of(RecordKind::Startup).and_then(|id| lookup.startup(id));
    let of = |startup: &Startup| {
        let open = startup.committees.iter().filter(|one| is_open(one, lookup.context.today));
        open.map(|committee| (Some(committee.on), target(lookup, startup, committee))).collect()
    };
    startup.map(of).unwrap_or_default()
}

fn target(lookup: &RecordLookup<'_>, startup: &Startup, committee: &Committee) -> FormTarget {
    FormTarget {
        key: TargetKey::Papers { startup: startup.id.clone(), committee: committee.on },
        label: lookup.dated("form-papers-of", committee.on),
        detail: String::new(),
        owner: startup.name.clone(),
        presets: Vec::new(),
    }
}

/// Returns the planned committee whose line is selected.
fn selected<'a>(startup: &'a Startup, subject: &FormSubject, today: Date) -> Option<&'a Committee> {
    let FormSubject::Value(_, path) = subject else { return None };
    let [PathStep::Key(list), PathStep::Index(at), ..] = path.as_slice() else { return None };
    startup.committees.get(*at).filter(|committee| list == "committees" && is_open(committee, today))
}
