//! A startup enters a phase.

use std::sync::Arc;

use super::{Scope, day, text};
use crate::edit::Intention;
use crate::edit::verb::PhaseVerb;
use crate::model;
use crate::ui::field::{Field, Kind, Name, Options, Preset};
use crate::ui::form::Subject;
use crate::ui::form::finder::{Aim, Finder, Target};

pub(super) struct Phase;

impl super::Form for Phase {
    fn targets(&self, finder: &Finder<'_>, subject: &Subject) -> Vec<Target> {
        finder.startup_targets(subject, |startup| match startup.phase_on(finder.context.today) {
            Some(start) => {
                let phase = finder.context.locale.text(&format!("phase-{}", start.phase.name()));
                format!("{phase} · {}", finder.dated("form-detail-since", start.from))
            }
            None => finder.context.locale.text("form-detail-no-phase"),
        })
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<Field> {
        let phases = phases(scope);
        vec![Field::new("phase", Kind::Choice(phases)).required(), Field::new("on", Kind::Day).required()]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(Name, Preset)> {
        let Aim::Startup(startup) = &scope.target.aim else { return Vec::new() };
        let current = scope.finder.startup(startup).and_then(|one| one.phase_on(scope.context().today));
        vec![text("phase", customary_after(current.map(|start| start.phase)).name()), day("on", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let Aim::Startup(startup) = scope.target.aim.clone() else { return None };
        Some(vec![PhaseVerb { startup, phase: picked(scope)?, from: scope.values.date("on")? }.into()])
    }
}

/// The phases to pick from.
pub(super) fn phases(scope: &Scope<'_>) -> Arc<Options> {
    let shown = |phase: model::Phase| (phase.name().to_owned(), scope.word(&format!("phase-{}", phase.name())));
    Arc::new(Options::new(model::Phase::ALL.map(shown)))
}

/// The phase that is picked.
pub(super) fn picked(scope: &Scope<'_>) -> Option<model::Phase> {
    let name = scope.values.typed("phase")?;
    model::Phase::ALL.into_iter().find(|phase| phase.name() == name)
}

/// The phase that most often comes next.
fn customary_after(phase: Option<model::Phase>) -> model::Phase {
    use model::Phase::{
        Acceleration, Consolidation, Construction, Investigation, InvestigationStopped, Operated, Stopped, Transferred,
    };
    match phase {
        None => Investigation,
        Some(Investigation | InvestigationStopped | Stopped) => Construction,
        Some(Construction) => Acceleration,
        Some(Acceleration) => Consolidation,
        Some(Consolidation) => Operated,
        Some(Operated | Transferred) => Transferred,
    }
}
