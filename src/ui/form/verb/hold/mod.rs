//! The form of `hold`, the decision sheet: everything that a committee records, with proposed values.

mod attendance;
mod consequences;
mod facts;
mod proposals;

use std::sync::Arc;

pub(super) use facts::of_recorded;

use super::task_rows::{self, startup};
use super::{FieldNote, Scope};
use crate::edit::verb::TASK_SEPARATOR;
use crate::edit::{ArgumentValue, ArgumentValues, Intention};
use crate::model::{CommitteeState, Date, Decision, Heading, Startup};
use crate::rules::ClockState;
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::rows::RowGroup;
use crate::ui::form::{FormFact, FormSubject};

pub(super) struct HoldForm;

const CONDITIONS: RowGroup = RowGroup { name: "condition", parts: &["what", "owner", "due", "proof"] };
const ACTIONS: RowGroup = RowGroup { name: "action", parts: &["what", "owner", "due"] };

impl super::VerbForm for HoldForm {
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = lookup.startup_targets(subject, |startup| clock_detail(lookup, startup));
        found.sort_by_key(|target| state(lookup, target));
        found
    }

    fn shape(&self, values: &ArgumentValues) -> String {
        let decision = values.text("decision").unwrap_or_default();
        let on = values.date("on").map(|on| on.to_string()).unwrap_or_default();
        format!("{} {} {decision} {on}", CONDITIONS.filled(values), ACTIONS.filled(values))
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let mut fields = Vec::new();
        for field in scope.declared_fields() {
            match &*field.name {
                "decision" => fields.push(decisions(scope)),
                "score" => fields.extend(Heading::ALL.map(|heading| score(scope, heading))),
                "condition" => fields.extend(task_rows::fields(&CONDITIONS, scope)),
                "action" => fields.extend(task_rows::fields(&ACTIONS, scope)),
                // The amount asked for precedes the envelope.
                "asked" => fields.insert(2.min(fields.len()), field),
                "next" => {
                    fields.extend(consequences::field(scope));
                    fields.push(field);
                }
                "cancel-planned" if !proposals::has_planned(scope) => {}
                _ => fields.push(field),
            }
        }
        fields
    }

    /// The day of a review is known.
    fn opens_on(&self, scope: &Scope<'_>) -> Option<FieldName> {
        scope.context().review.map(|_| "decision".into())
    }

    fn facts(&self, scope: &Scope<'_>) -> Vec<FormFact> {
        startup(scope).map(|startup| facts::facts(scope, startup)).unwrap_or_default()
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let mut presets = proposals::proposals(scope);
        presets.extend(consequences::preset(scope));
        presets.extend([&CONDITIONS, &ACTIONS].into_iter().flat_map(|group| task_rows::owners(group, scope)));
        presets
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        let mut remarks = proposals::remarks(scope);
        remarks.extend(attendance::remarks(scope));
        remarks.extend(consequences::remark(scope));
        remarks.extend([&CONDITIONS, &ACTIONS].into_iter().flat_map(|group| task_rows::incomplete(group, scope)));
        remarks
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let mut values = scope.values.clone();
        values.set("score", ArgumentValue::Words(scores(scope.values)));
        values.set("condition", ArgumentValue::Words(tasks(&CONDITIONS, scope.values)));
        let mut actions = tasks(&ACTIONS, scope.values);
        let facts = consequences::record(scope, &mut actions);
        values.set("action", ArgumentValue::Words(actions));
        for list in attendance::LISTS {
            values.set(list, ArgumentValue::Words(attendance::specs(scope, list)));
        }
        let review = scope.context().review.filter(|review| Some(review.on) == scope.values.date("on"));
        let review = review.filter(|review| startup(scope).is_some_and(|one| review.agenda_item(&one.id).is_some()));
        if let Some(review) = review {
            values.set("review", ArgumentValue::Text(review.id.to_string()));
        }
        Some(std::iter::once(scope.intention_of(values)?).chain(facts).collect())
    }
}

fn decision(scope: &Scope<'_>) -> Option<Decision> {
    let name = scope.values.text("decision")?;
    Decision::ALL.into_iter().find(|decision| decision.name() == name)
}

/// Returns the choice of the decision, each with what it implies.
fn decisions(scope: &Scope<'_>) -> FormField {
    let none = (String::new(), scope.word("form-decision-none"));
    let all = Decision::ALL.map(|one| (one.name().to_owned(), scope.word(&format!("decision-{}", one.name()))));
    let options = Options::new(std::iter::once(none).chain(all));
    let implied =
        |key: &str| if key.is_empty() { String::new() } else { scope.word(&format!("decision-implies-{key}")) };
    FormField::new("decision", InputKind::Choice(Arc::new(options.with_hints(implied))))
}

fn score_field(heading: Heading) -> String {
    format!("score.{}", heading.name())
}

fn score(scope: &Scope<'_>, heading: Heading) -> FormField {
    let word = scope.word(&format!("impact-{}", heading.name()));
    let mut chars = word.chars();
    let label = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    FormField::new(score_field(heading), InputKind::Score).called(label)
}

/// Returns the scores as `hold --score` takes them.
fn scores(values: &ArgumentValues) -> Vec<String> {
    let of = |heading: Heading| Some(format!("{}={}", heading.name(), values.text(&score_field(heading))?));
    Heading::ALL.into_iter().filter_map(of).collect()
}

/// Returns the conditions or the actions as arguments of `hold`.
fn tasks(group: &RowGroup, values: &ArgumentValues) -> Vec<String> {
    let part = |row: usize, part: &str| {
        let name = group.field(row, part);
        values.text(&name).or_else(|| values.date(&name).map(|day| day.to_string())).unwrap_or_default()
    };
    let rows = (0..group.filled(values)).filter(|row| values.has(&group.field(*row, "what")));
    let words = rows.map(|row| group.parts.iter().map(|name| part(row, name)).collect::<Vec<_>>());
    words.map(|words| words.join(&TASK_SEPARATOR.to_string())).collect()
}

fn state(lookup: &RecordLookup<'_>, target: &FormTarget) -> ClockState {
    let TargetKey::Startup(id) = &target.key else { return ClockState::None };
    let clocks = lookup.context.answers.committees.iter().filter(|clock| clock.startup == *id);
    clocks.map(|clock| clock.state).min().unwrap_or(ClockState::None)
}

/// Returns the last committee, the planned one and the due day of a startup.
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

/// Returns the last committee held, and the next planned one, which may be in the past.
pub(super) fn meetings(startup: &Startup) -> (Option<Date>, Option<Date>) {
    let counts = startup.committees.iter().filter(|one| one.withdrawn.is_none());
    let days = |state: CommitteeState| counts.clone().filter(move |one| one.state == state).map(|one| one.on);
    let last = days(CommitteeState::Held).max();
    (last, days(CommitteeState::Planned).filter(|day| last.is_none_or(|last| *day > last)).min())
}
