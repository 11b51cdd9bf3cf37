//! The form of `amend-decision` and of `withdraw`: startups with a committee that was held.

use super::hold::{clock_detail, meetings, of_recorded};
use super::task_rows::startup;
use super::{Scope, day, plain, text, typable};
use crate::edit::Intention;
use crate::model::{Committee, Decision, Id, Money};
use crate::ui::field::{FieldName, Preset};
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;
use crate::ui::form::{FormFact, FormSubject};

pub(super) struct AmendDecisionForm;

impl super::VerbForm for AmendDecisionForm {
    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.startups().into_iter().any(|startup| meetings(startup).0.is_some())
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = lookup.startup_targets(subject, |startup| clock_detail(lookup, startup));
        let is_held = |id: &Id| lookup.startup(id).is_some_and(|startup| meetings(startup).0.is_some());
        found.retain(|target| matches!(&target.key, TargetKey::Startup(id) if is_held(id)));
        found
    }

    /// Skips the day, which is rarely what changes.
    fn opens_on(&self, _: &Scope<'_>) -> Option<FieldName> {
        Some("reason".into())
    }

    fn facts(&self, scope: &Scope<'_>) -> Vec<FormFact> {
        let recorded = startup(scope).zip(recorded(scope));
        recorded.map(|(startup, held)| of_recorded(scope, startup, held)).unwrap_or_default()
    }

    /// Returns the last committee, as on the command line, with what it decided.
    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let held = startup(scope).and_then(|startup| meetings(startup).0);
        let mut presets: Vec<_> = held.map(|held| day("of", held)).into_iter().collect();
        let Some(held) = recorded(scope) else { return presets };
        let money = |amount: Option<Money>| amount.map(|amount| plain(amount, scope.context())).unwrap_or_default();
        let words = |words: &Option<String>| words.clone().unwrap_or_default();
        presets.push(text("decision", held.decision.map(Decision::name).unwrap_or_default()));
        presets.push(text("asked", money(held.asked)));
        presets.push(text("envelope", money(held.envelope)));
        presets.push(text("until", held.until.or(held.deferred_until).map(typable).unwrap_or_default()));
        presets.push(text("comment", words(&held.comment)));
        presets.push(text("reservation", words(&held.reservations)));
        presets
    }

    /// Only what differs from the record.
    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let mut values = scope.values.clone();
        if let Some(held) = recorded(scope) {
            let same = [
                ("decision", values.text("decision").as_deref() == held.decision.map(Decision::name)),
                ("asked", values.amount("asked") == held.asked),
                ("envelope", values.amount("envelope") == held.envelope),
                ("until", values.date("until") == held.until.or(held.deferred_until)),
                ("comment", values.text("comment") == held.comment),
                ("reservation", values.text("reservation") == held.reservations),
            ];
            same.into_iter().filter(|(_, is_same)| *is_same).for_each(|(name, _)| values.remove(name));
        }
        Some(vec![scope.intention_of(values)?])
    }
}

/// Returns the committee that is corrected or withdrawn.
fn recorded<'a>(scope: &Scope<'a>) -> Option<&'a Committee> {
    let held = startup(scope)?.committees.iter().filter(|one| one.is_held_by(scope.context().today));
    let of = scope.values.date("of").or(meetings(startup(scope)?).0)?;
    held.into_iter().find(|one| one.on == of)
}
