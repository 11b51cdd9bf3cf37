//! The form of `snooze`: a row of Today.

use chrono::Days;

use super::{Scope, day};
use crate::edit::{ArgumentValue, Intention};
use crate::ui::field::{FieldName, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct SnoozeForm;

/// The number of days from today to the proposed day.
const AHEAD: Days = Days::new(7);

impl super::VerbForm for SnoozeForm {
    fn noun(&self) -> &'static str {
        "row"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        matches!(selection.subject, FormSubject::TodayRow { .. })
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let FormSubject::TodayRow { record, item } = subject else { return Vec::new() };
        let name = lookup.record_name(record);
        vec![FormTarget {
            key: TargetKey::TodayRow { record: record.clone(), item: item.clone() },
            label: name.clone(),
            detail: lookup.entry_name(record, item),
            owner: name,
            presets: Vec::new(),
        }]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let until = scope.context().today.checked_add_days(AHEAD);
        until.map(|until| day("until", until)).into_iter().collect()
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let mut values = scope.values.clone();
        scope.target.key.add_to(&mut values);
        if let Some(me) = scope.context().me {
            values.set("by", ArgumentValue::Text(me.to_string()));
        }
        Some(vec![scope.verb.intention(&values)?])
    }
}
