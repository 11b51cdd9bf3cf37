//! A committee was held.

use std::sync::Arc;

use super::{Scope, day};
use crate::edit::Intention;
use crate::edit::verb;
use crate::model::{CommitteeState, Date, Decision, Span, Startup};
use crate::rules::ClockState;
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};

pub(super) struct Hold;

impl super::Form for Hold {
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = lookup.startup_targets(subject, |startup| clock_detail(lookup, startup));
        found.sort_by_key(|target| state(lookup, target));
        found
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let none = (String::new(), scope.word("form-decision-none"));
        let decision = |one: Decision| (one.name().to_owned(), scope.word(&format!("decision-{}", one.name())));
        let decisions = Options::new(std::iter::once(none).chain(Decision::ALL.map(decision)));
        vec![
            FormField::new("on", InputKind::PastDay).required(),
            FormField::new("decision", InputKind::Choice(Arc::new(decisions))),
            FormField::new("envelope", InputKind::Amount),
            FormField::new("until", InputKind::Day),
        ]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let span = match decision(scope) {
            Some(Decision::Continue) => Some(Span::months(6)),
            Some(Decision::Provisional) => Some(Span::months(1)),
            _ => None,
        };
        let until = scope.values.date("on").zip(span).and_then(|(on, span)| span.after(on));
        let until = until.map_or_else(|| super::text("until", ""), |until| day("until", until));
        vec![day("on", scope.context().today), until]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, super::FieldNote)> {
        match (scope.values.date("on"), scope.values.date("until")) {
            (Some(on), Some(until)) if until < on => {
                vec![("until".into(), super::FieldNote::Error(scope.word("form-error-ends-before")))]
            }
            _ => Vec::new(),
        }
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Startup(startup) = scope.target.key.clone() else { return None };
        let (on, values) = (scope.values.date("on")?, scope.values);
        let (envelope, until) = (values.amount("envelope"), values.date("until"));
        Some(vec![verb::HoldVerb { startup, on, decision: decision(scope), envelope, until }.into()])
    }
}

fn decision(scope: &Scope<'_>) -> Option<Decision> {
    let name = scope.values.typed("decision")?;
    Decision::ALL.into_iter().find(|decision| decision.name() == name)
}

fn state(lookup: &RecordLookup<'_>, target: &FormTarget) -> ClockState {
    let TargetKey::Startup(id) = &target.key else { return ClockState::None };
    let clocks = lookup.context.answers.committees.iter().filter(|clock| clock.startup == *id);
    clocks.map(|clock| clock.state).min().unwrap_or(ClockState::None)
}

/// How a startup's committee stands.
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

/// The last meeting held, and the next that was set and not held yet: be it past, the form may be about that one.
pub(super) fn meetings(startup: &Startup) -> (Option<Date>, Option<Date>) {
    let days =
        |state: CommitteeState| startup.committees.iter().filter(move |one| one.state == state).map(|one| one.on);
    let last = days(CommitteeState::Held).max();
    (last, days(CommitteeState::Planned).filter(|day| last.is_none_or(|last| *day > last)).min())
}
