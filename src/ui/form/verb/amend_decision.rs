//! The form of `amend-decision` and of `withdraw`: startups with a committee that was held.

use super::hold::{HoldForm, clock_detail, meetings};
use super::{Scope, day};
use crate::model::Id;
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

    fn facts(&self, scope: &Scope<'_>) -> Vec<FormFact> {
        HoldForm.facts(scope)
    }

    /// The last committee, as on the command line.
    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let TargetKey::Startup(id) = &scope.target.key else { return Vec::new() };
        let held = scope.lookup.startup(id).and_then(|startup| meetings(startup).0);
        held.map(|held| day("of", held)).into_iter().collect()
    }
}
