//! The form of `action`: several actions of a startup at once, in rows.

use super::{FieldNote, Scope, task_rows};
use crate::edit::{ArgumentValue, ArgumentValues, Intention};
use crate::ui::field::{FieldName, FormField, Preset};
use crate::ui::form::rows::RowGroup;

pub(super) struct ActionForm;

const ACTIONS: RowGroup = RowGroup { name: "action", parts: &["what", "owner", "due"] };

impl super::VerbForm for ActionForm {
    fn shape(&self, values: &ArgumentValues) -> String {
        ACTIONS.filled(values).to_string()
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        task_rows::fields(&ACTIONS, scope)
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        task_rows::owners(&ACTIONS, scope)
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        if ACTIONS.filled(scope.values) == 0 {
            return vec![(ACTIONS.field(0, "what"), FieldNote::Required(scope.word("form-wanted")))];
        }
        task_rows::incomplete(&ACTIONS, scope)
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let rows = (0..ACTIONS.filled(scope.values)).filter(|row| scope.values.has(&ACTIONS.field(*row, "what")));
        // In a review, its committee decides it, once it is recorded.
        let review = scope.context().review;
        let held = review.and_then(|review| review.committee_of(task_rows::startup(scope)?));
        let decided_on = held.map(|held| held.on);
        let intention = |row: usize| {
            let mut values = ArgumentValues::default();
            for part in ["what", "owner"] {
                if let Some(text) = scope.values.text(&ACTIONS.field(row, part)) {
                    values.set(part, ArgumentValue::Text(text));
                }
            }
            if let Some(due) = scope.values.date(&ACTIONS.field(row, "due")) {
                values.set("due", ArgumentValue::Date(due));
            }
            if let Some(on) = decided_on {
                values.set("committee", ArgumentValue::Date(on));
            }
            scope.intention_of(values)
        };
        rows.map(intention).collect()
    }
}
