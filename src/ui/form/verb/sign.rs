//! A convention or an amendment was signed.

use super::{Scope, day};
use crate::edit::Intention;
use crate::edit::verb;
use crate::model::Convention;
use crate::ui::field::{FieldName, FormField, InputKind, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct Sign;

impl super::Form for Sign {
    fn noun(&self) -> &'static str {
        "convention"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.conventions().into_iter().any(|convention| {
            let mut amendments = selection.context.portfolio.amendments_of(&convention.id);
            convention.signed.is_none() || amendments.any(|amendment| amendment.signed.is_none())
        })
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = Vec::new();
        for convention in lookup.conventions(subject) {
            let amendments = lookup.context.portfolio.amendments_of(&convention.id).map(AsRef::as_ref);
            let unsigned = |one: &&Convention| one.signed.is_none();
            for one in std::iter::once(convention).chain(amendments).filter(unsigned) {
                let owner = lookup.startup_names(&convention.startups, &convention.id);
                found.push(FormTarget { owner, ..lookup.convention_target(one) });
            }
        }
        found
    }

    fn fields(&self, _scope: &Scope<'_>) -> Vec<FormField> {
        vec![FormField::new("on", InputKind::PastDay).required()]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        vec![day("on", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Convention(convention) = scope.target.key.clone() else { return None };
        Some(vec![verb::SignVerb { convention, on: scope.values.date("on")? }.into()])
    }
}
