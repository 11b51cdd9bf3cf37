//! The form of `postpone`: startups with a planned committee.

use super::hold::{clock_detail, meetings};
use super::{Scope, day};
use crate::model::Id;
use crate::ui::field::{FieldName, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct PostponeForm;

impl super::VerbForm for PostponeForm {
    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.startups().into_iter().any(|startup| meetings(startup).1.is_some())
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = lookup.startup_targets(subject, |startup| clock_detail(lookup, startup));
        let is_planned = |id: &Id| lookup.startup(id).is_some_and(|startup| meetings(startup).1.is_some());
        found.retain(|target| matches!(&target.key, TargetKey::Startup(id) if is_planned(id)));
        found
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let TargetKey::Startup(id) = &scope.target.key else { return Vec::new() };
        let planned = scope.lookup.startup(id).and_then(|startup| meetings(startup).1);
        planned.map(|planned| day("from", planned)).into_iter().collect()
    }

    /// The planned day is known, the new one is not.
    fn opens_on(&self, _: &Scope<'_>) -> Option<FieldName> {
        Some("on".into())
    }
}
