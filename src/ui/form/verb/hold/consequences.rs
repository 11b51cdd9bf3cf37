//! Consequences of the decision, as ticked lines. The next committee has its own field.

use std::sync::Arc;

use super::{FieldNote, Scope, decision, startup};
use crate::edit::verb::{PhaseVerb, add_action};
use crate::edit::{self, Intention};
use crate::locale::Locale;
use crate::model::{Decision, Id};
use crate::report::words;
use crate::rules::{self, Consequence, ConsequenceKind, ProposedDecision};
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};

/// Returns the name of the field. Each decision has its own, so that a line unticked for one stays ticked for another.
fn name(decision: Decision) -> FieldName {
    format!("consequences.{}", decision.name()).into()
}

/// Returns the consequences of the decision, except the next committee.
fn all(scope: &Scope<'_>) -> Vec<Consequence> {
    let (Some(startup), Some(decision)) = (startup(scope), decision(scope)) else { return Vec::new() };
    let Some(on) = scope.values.date("on") else { return Vec::new() };
    let decided = ProposedDecision { on, decision, until: scope.values.date("until") };
    let mut all = rules::consequences(scope.context().portfolio, &startup.id, &decided);
    all.retain(|one| one.kind != ConsequenceKind::NextCommittee);
    all
}

/// Returns the consequences that can be recorded.
fn lines(scope: &Scope<'_>) -> Vec<Consequence> {
    all(scope).into_iter().filter(|one| !one.kind.is_warning()).collect()
}

/// Returns the field with the lines; `None` if there are no consequences.
pub(super) fn field(scope: &Scope<'_>) -> Option<FormField> {
    let lines = lines(scope);
    let coach = coach(scope).map(|id| scope.lookup.person_name(id));
    let shown = |one: &Consequence| {
        let mut words = vec![words::of_consequence(one, scope.context().locale)];
        words.extend(coach.clone().filter(|_| one.kind.is_action()));
        (one.kind.name().to_owned(), words.join(" · "))
    };
    let options = Options::new(lines.iter().map(shown));
    let field = FormField::new(name(decision(scope)?), InputKind::Many(Arc::new(options)));
    (!lines.is_empty()).then(|| field.called(scope.word("field-consequences")))
}

/// All lines are ticked until the user unticks one.
pub(super) fn preset(scope: &Scope<'_>) -> Option<(FieldName, Preset)> {
    let keys = lines(scope).iter().map(|one| one.kind.name().to_owned()).collect();
    Some((name(decision(scope)?), Preset::Ticked(keys)))
}

/// Returns who is proposed to do what follows.
fn coach<'a>(scope: &Scope<'a>) -> Option<&'a Id> {
    rules::coach_on(startup(scope)?, scope.values.date("on")?)
}

/// Returns the warnings.
pub(super) fn remark(scope: &Scope<'_>) -> Option<(FieldName, FieldNote)> {
    let warnings = all(scope).into_iter().filter(|one| one.kind.is_warning());
    let words: Vec<String> = warnings.map(|one| words::of_consequence(&one, scope.context().locale)).collect();
    (!words.is_empty()).then_some((name(decision(scope)?), FieldNote::Warning(words.join(" · "))))
}

/// Adds the ticked actions to those of `hold`, and returns the intentions of the other ticked lines. Actions are
/// written in the language of the commits, like those of the command line. One that was also typed is recorded once.
pub(super) fn record(scope: &Scope<'_>, actions: &mut Vec<String>) -> Vec<Intention> {
    let Some((startup, decision)) = startup(scope).zip(decision(scope)) else { return Vec::new() };
    let ticked = scope.values.words(&name(decision));
    let locale = Locale::new(edit::commit_language(scope.context().portfolio));
    let mut facts = Vec::new();
    for one in lines(scope).iter().filter(|one| ticked.iter().any(|key| key == one.kind.name())) {
        match (one.kind, one.on) {
            (ConsequenceKind::Phase(phase), Some(from)) => {
                facts.push(PhaseVerb { startup: startup.id.clone(), phase, from }.into());
            }
            (_, on) => add_action(actions, words::of_consequence(one, &locale), coach(scope), on),
        }
    }
    facts
}
