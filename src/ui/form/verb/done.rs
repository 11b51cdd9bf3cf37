//! The form of `done`: open obligations and actions, the first due first.

use super::{Scope, condition, finish, send_papers};
use crate::edit::{Intention, verb};
use crate::model::{Date, FUND_REPORT, RecordKind, RecurrenceStart, Timing};
use crate::rules::{Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState};
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;
use crate::ui::form::{FormSubject, Verb};

pub(super) struct DoneForm;

impl super::VerbForm for DoneForm {
    fn noun(&self) -> &'static str {
        "obligation"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        let settles = |verb: Verb| verb.can(selection);
        match (selection.occurrence, selection.subject) {
            (Some(occurrence), _) if occurrence.done.is_some() && occurrence.kind != OccurrenceKind::Standing => false,
            (Some(occurrence), _) => match occurrence.source {
                OccurrenceSource::Obligation => true,
                OccurrenceSource::Committee(_) => settles(Verb::Hold),
                OccurrenceSource::Payment(..) => settles(Verb::Pay),
                OccurrenceSource::Action(_) => settles(Verb::Finish),
                OccurrenceSource::Condition(_) => settles(Verb::Condition),
                OccurrenceSource::Papers(_) => settles(Verb::SendPapers),
            },
            (None, FormSubject::Contribution { .. }) => settles(Verb::Pay),
            (None, _) if [Verb::Finish, Verb::Condition, Verb::SendPapers].into_iter().any(settles) => true,
            (None, subject)
                if subject.record_of(RecordKind::Startup).is_some()
                    && selection.startups().into_iter().any(finish::has_open) =>
            {
                true
            }
            _ => selection.occurrences().iter().any(is_open),
        }
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let all = lookup.occurrences(subject);
        if let Some(occurrence) = lookup.selected(subject) {
            let is_met = occurrence.done.is_some() && occurrence.kind != OccurrenceKind::Standing;
            let own = occurrence.source == OccurrenceSource::Obligation && !is_met;
            return own.then(|| obligation(lookup, &occurrence, &all)).into_iter().collect();
        }
        let open: Vec<&Occurrence> = all.iter().filter(|occurrence| is_open(occurrence)).collect();
        let several = |one: &Occurrence| open.iter().filter(|other| is_of_the_same(one, other)).count() > 1;
        let obligations = open.iter().map(|one| {
            let mut target = obligation(lookup, one, &all);
            // The due day distinguishes occurrences of the same obligation.
            if let Some(due) = one.due.filter(|_| several(one)) {
                target.label = format!("{} · {}", target.label, lookup.dated("form-detail-due", due));
            }
            (one.due, target)
        });
        let mut either: Vec<(Option<Date>, FormTarget)> = obligations.collect();
        for open in [finish::open, condition::open, send_papers::open] {
            either.extend(open(lookup, subject));
        }
        // A stable sort, so that obligations keep their order.
        either.sort_by_key(|(due, _)| (due.is_none(), *due));
        either.into_iter().map(|(_, target)| target).collect()
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Obligation { convention, obligation, due, sure } = scope.target.key.clone() else { return None };
        let on = scope.values.date("on")?;
        // A day on or after the due date of the earliest late occurrence answers that one.
        let is_clear = sure && due.is_none_or(|due| on >= due);
        let due = due.filter(|_| !is_clear);
        Some(vec![verb::DoneVerb { convention, obligation, on, evidence: scope.values.text("evidence"), due }.into()])
    }
}

fn is_open(occurrence: &Occurrence) -> bool {
    occurrence.source == OccurrenceSource::Obligation && occurrence.state != OccurrenceState::Done
}

fn is_of_the_same(one: &Occurrence, other: &Occurrence) -> bool {
    one.convention == other.convention && one.obligation == other.obligation
}

fn obligation(lookup: &RecordLookup<'_>, occurrence: &Occurrence, all: &[Occurrence]) -> FormTarget {
    // An obligation always has a convention: its own record, if nothing else says so.
    let convention = occurrence.convention.as_ref().unwrap_or(&occurrence.record.id);
    let mut detail = Vec::new();
    detail.extend(lookup.article(occurrence.article.as_deref()));
    detail.extend(lookup.between(occurrence.debtor(), occurrence.creditor()));
    detail.extend(occurrence.due.map(|due| lookup.dated("form-detail-due", due)));
    detail.extend(lookup.late(occurrence.days_late));
    FormTarget {
        key: TargetKey::Obligation {
            convention: convention.clone(),
            obligation: occurrence.obligation.to_string(),
            due: due_to_name(lookup, occurrence),
            sure: is_first_open(occurrence, all),
        },
        label: occurrence.what.to_string(),
        detail: detail.join(" · "),
        owner: lookup.startup_names(&occurrence.startups, convention),
        presets: Vec::new(),
    }
}

/// Returns the due date of an obligation that recurs on a schedule, which a fulfilment may have to name.
fn due_to_name(lookup: &RecordLookup<'_>, occurrence: &Occurrence) -> Option<Date> {
    if occurrence.kind != OccurrenceKind::Recurring {
        return None;
    }
    if occurrence.obligation == FUND_REPORT {
        return occurrence.due;
    }
    let terms = lookup.terms(occurrence.convention.as_ref()?)?;
    let obligation = terms.obligations.iter().find(|entry| entry.id == occurrence.obligation)?;
    match obligation.timing {
        Timing::Recurring(recurrence) if recurrence.from != RecurrenceStart::Last => occurrence.due,
        _ => None,
    }
}

/// Returns whether a fulfilment without a due date would answer this occurrence: it is the earliest late one.
fn is_first_open(occurrence: &Occurrence, all: &[Occurrence]) -> bool {
    occurrence.state == OccurrenceState::Late
        && !all.iter().any(|other| {
            is_of_the_same(other, occurrence) && other.state != OccurrenceState::Done && other.due < occurrence.due
        })
}
