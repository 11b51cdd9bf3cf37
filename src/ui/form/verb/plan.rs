//! The form of `plan`: proposes the day on which the next committee is due.

use super::hold::{clock_detail, meetings};
use super::{FieldNote, Scope, day};
use crate::edit::{ArgumentValue, Intention};
use crate::ui::field::{FieldName, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};

pub(super) struct PlanForm;

impl super::VerbForm for PlanForm {
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        lookup.startup_targets(subject, |startup| clock_detail(lookup, startup))
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let TargetKey::Startup(startup) = &scope.target.key else { return Vec::new() };
        let context = scope.context();
        let clocks = context.answers.committees.iter().filter(|clock| clock.startup == *startup);
        let due = clocks.filter_map(|clock| clock.next_due).min();
        // A late one is best held at once.
        vec![day("on", due.map_or(context.today, |due| due.max(context.today)))]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let mut values = scope.values.clone();
        let TargetKey::Startup(startup) = &scope.target.key else { return None };
        // A review convenes only what is on its agenda.
        if let Some(review) = scope.context().review.filter(|review| review.agenda_item(startup).is_some()) {
            values.set("review", ArgumentValue::Text(review.id.to_string()));
        }
        Some(vec![scope.intention_of(values)?])
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        let TargetKey::Startup(startup) = &scope.target.key else { return Vec::new() };
        let (Some(on), Some(startup)) = (scope.values.date("on"), scope.lookup.startup(startup)) else {
            return Vec::new();
        };
        let another = meetings(startup).1.filter(|planned| *planned >= scope.context().today && *planned != on);
        let beside = another.map(|planned| scope.lookup.dated("form-plan-another", planned));
        let note =
            beside.map(|beside| FieldNote::Warning(format!("{} · {beside}", scope.context().locale.date_long(on))));
        note.map(|note| ("on".into(), note)).into_iter().collect()
    }
}
