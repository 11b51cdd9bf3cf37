//! The form of `remind`: what is late, for each party that owes it.

use crate::model::{Id, RecordKind, RecordRef};
use crate::rules::{Occurrence, OccurrenceState};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct RemindForm;

impl super::VerbForm for RemindForm {
    fn noun(&self) -> &'static str {
        "obligation"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        match selection.occurrence {
            Some(occurrence) => is_late(occurrence),
            None => selection.occurrences().iter().any(is_late),
        }
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let late = match lookup.selected(subject) {
            Some(selected) => vec![selected],
            None => lookup.occurrences(subject),
        };
        let late = late.iter().filter(|one| is_late(one));
        late.flat_map(|one| one.debtors.iter().filter_map(|debtor| target(lookup, one, debtor))).collect()
    }
}

/// Returns whether somebody owes it under a convention, and is late.
fn is_late(occurrence: &Occurrence) -> bool {
    occurrence.state == OccurrenceState::Late && occurrence.convention.is_some() && !occurrence.debtors.is_empty()
}

fn target(lookup: &RecordLookup<'_>, occurrence: &Occurrence, debtor: &Id) -> Option<FormTarget> {
    let convention = occurrence.convention.clone()?;
    let mut detail = vec![lookup.record_name(&RecordRef::new(RecordKind::Party, debtor.clone()))];
    detail.extend(lookup.article(occurrence.article.as_deref()));
    detail.extend(lookup.late(occurrence.days_late));
    Some(FormTarget {
        label: crate::report::words::what_short(occurrence, lookup.context.locale),
        detail: detail.join(" · "),
        owner: lookup.startup_names(&occurrence.startups, &convention),
        key: TargetKey::Reminder { convention, item: occurrence.id.to_string(), to: debtor.clone() },
        presets: Vec::new(),
    })
}
