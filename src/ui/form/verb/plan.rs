//! A committee is set for a day.

use super::hold::{clock_detail, meetings};
use super::{Note, Scope, day};
use crate::edit::Intention;
use crate::edit::verb;
use crate::ui::field::{Field, Kind, Name, Preset};
use crate::ui::form::Subject;
use crate::ui::form::finder::{Aim, Finder, Target};

pub(super) struct Plan;

impl super::Form for Plan {
    fn targets(&self, finder: &Finder<'_>, subject: &Subject) -> Vec<Target> {
        finder.startup_targets(subject, |startup| clock_detail(finder, startup))
    }

    fn fields(&self, _scope: &Scope<'_>) -> Vec<Field> {
        vec![Field::new("on", Kind::Day).required()]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(Name, Preset)> {
        let Aim::Startup(startup) = &scope.target.aim else { return Vec::new() };
        let context = scope.context();
        let clocks = context.answers.committees.iter().filter(|clock| clock.startup == *startup);
        let due = clocks.filter_map(|clock| clock.next_due).min();
        // One that is late is best held at once.
        vec![day("on", due.map_or(context.today, |due| due.max(context.today)))]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(Name, Note)> {
        let Aim::Startup(startup) = &scope.target.aim else { return Vec::new() };
        let (Some(on), Some(startup)) = (scope.values.date("on"), scope.finder.startup(startup)) else {
            return Vec::new();
        };
        let another = meetings(startup).1.filter(|planned| *planned >= scope.context().today && *planned != on);
        let beside = another.map(|planned| scope.finder.dated("form-plan-another", planned));
        let note = beside.map(|beside| Note::Odd(format!("{} · {beside}", scope.context().locale.date_long(on))));
        note.map(|note| ("on".into(), note)).into_iter().collect()
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let Aim::Startup(startup) = scope.target.aim.clone() else { return None };
        Some(vec![verb::PlanVerb { startup, on: scope.values.date("on")? }.into()])
    }
}
