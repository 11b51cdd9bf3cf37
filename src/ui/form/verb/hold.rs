//! The form of `hold`: the startups whose committee is most urgent first, and the usual end of the funding.

use super::{Scope, day};
use crate::model::{CommitteeState, Date, Decision, Span, Startup};
use crate::rules::ClockState;
use crate::ui::field::{FieldName, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};

pub(super) struct HoldForm;

impl super::VerbForm for HoldForm {
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = lookup.startup_targets(subject, |startup| clock_detail(lookup, startup));
        found.sort_by_key(|target| state(lookup, target));
        found
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let span = match decision(scope) {
            Some(Decision::Continue) => Some(Span::months(6)),
            Some(Decision::Provisional) => Some(Span::months(1)),
            _ => None,
        };
        let until = scope.values.date("on").zip(span).and_then(|(on, span)| span.after(on));
        let until = until.map_or_else(|| super::text("until", ""), |until| day("until", until));
        vec![until]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, super::FieldNote)> {
        match (scope.values.date("on"), scope.values.date("until")) {
            (Some(on), Some(until)) if until < on => {
                vec![("until".into(), super::FieldNote::Error(scope.word("form-error-ends-before")))]
            }
            _ => Vec::new(),
        }
    }
}

fn decision(scope: &Scope<'_>) -> Option<Decision> {
    let name = scope.values.text("decision")?;
    Decision::ALL.into_iter().find(|decision| decision.name() == name)
}

fn state(lookup: &RecordLookup<'_>, target: &FormTarget) -> ClockState {
    let TargetKey::Startup(id) = &target.key else { return ClockState::None };
    let clocks = lookup.context.answers.committees.iter().filter(|clock| clock.startup == *id);
    clocks.map(|clock| clock.state).min().unwrap_or(ClockState::None)
}

/// The last committee, the planned one and the due day of a startup.
pub(super) fn clock_detail(lookup: &RecordLookup<'_>, startup: &Startup) -> String {
    let clocks = lookup.context.answers.committees.iter().filter(|clock| clock.startup == startup.id);
    let clock = clocks.min_by_key(|clock| clock.state);
    let mut detail = Vec::new();
    let (held, planned) = meetings(startup);
    detail.push(match held {
        Some(day) => lookup.dated("form-detail-last-held", day),
        None => lookup.context.locale.text("form-detail-none-held"),
    });
    detail.extend(planned.map(|day| lookup.dated("form-detail-planned", day)));
    if let Some(clock) = clock {
        detail.extend(clock.next_due.map(|day| lookup.dated("form-detail-due", day)));
        detail.extend(lookup.late(clock.days_late));
    }
    detail.join(" · ")
}

/// The last committee held, and the next planned one, which may be in the past.
pub(super) fn meetings(startup: &Startup) -> (Option<Date>, Option<Date>) {
    let days =
        |state: CommitteeState| startup.committees.iter().filter(move |one| one.state == state).map(|one| one.on);
    let last = days(CommitteeState::Held).max();
    (last, days(CommitteeState::Planned).filter(|day| last.is_none_or(|last| *day > last)).min())
}
