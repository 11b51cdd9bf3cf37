//! The form of `phase`: proposes the phase that usually comes next.

use super::{Scope, text};
use crate::model::Phase;
use crate::ui::field::{FieldName, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};

pub(super) struct PhaseForm;

impl super::VerbForm for PhaseForm {
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        lookup.startup_targets(subject, |startup| match startup.phase_on(lookup.context.today) {
            Some(start) => {
                let phase = lookup.context.locale.text(&format!("phase-{}", start.phase.name()));
                format!("{phase} · {}", lookup.dated("form-detail-since", start.from))
            }
            None => lookup.context.locale.text("form-detail-no-phase"),
        })
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let TargetKey::Startup(startup) = &scope.target.key else { return Vec::new() };
        let current = scope.lookup.startup(startup).and_then(|one| one.phase_on(scope.context().today));
        vec![text("phase", customary_after(current.map(|start| start.phase)).name())]
    }
}

/// Returns the phase that usually comes next.
fn customary_after(phase: Option<Phase>) -> Phase {
    use Phase::{
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
