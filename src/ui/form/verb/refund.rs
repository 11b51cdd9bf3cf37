//! The form of `refund`: the contributions with a payee.

use super::pay::{each_contribution, labelled};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup};
use crate::ui::form::selection::Selection;

pub(super) struct RefundForm;

impl super::VerbForm for RefundForm {
    fn noun(&self) -> &'static str {
        "contribution"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.has_contribution(|_, _| true)
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = Vec::new();
        each_contribution(lookup, subject, |convention, contribution, _, _| {
            let mut target = labelled(lookup, convention, contribution, None, contribution.amount, &[]);
            // Only the user knows how much is left to return.
            target.presets.clear();
            found.push(target);
        });
        found
    }
}
