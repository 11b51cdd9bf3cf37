//! The form of `sign`: a convention and its amendments that are not signed.

use crate::model::Convention;
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup};
use crate::ui::form::selection::Selection;

pub(super) struct SignForm;

impl super::VerbForm for SignForm {
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
}
