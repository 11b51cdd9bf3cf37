//! A startup enters a phase.

use std::sync::Arc;

use super::{Scope, day, text};
use crate::edit::Intention;
use crate::edit::verb::PhaseVerb;
use crate::model;
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};

pub(super) struct Phase;

impl super::Form for Phase {
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        lookup.startup_targets(subject, |startup| match startup.phase_on(lookup.context.today) {
            Some(start) => {
                let phase = lookup.context.locale.text(&format!("phase-{}", start.phase.name()));
                format!("{phase} · {}", lookup.dated("form-detail-since", start.from))
            }
            None => lookup.context.locale.text("form-detail-no-phase"),
        })
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let phases = phases(scope);
        vec![
            FormField::new("phase", InputKind::Choice(phases)).required(),
            FormField::new("on", InputKind::Day).required(),
        ]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let TargetKey::Startup(startup) = &scope.target.key else { return Vec::new() };
        let current = scope.lookup.startup(startup).and_then(|one| one.phase_on(scope.context().today));
        vec![text("phase", customary_after(current.map(|start| start.phase)).name()), day("on", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Startup(startup) = scope.target.key.clone() else { return None };
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
