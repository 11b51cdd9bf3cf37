//! An indicator has a new value.

use std::sync::Arc;

use super::{FieldValues, Scope, day, text};
use crate::edit::Intention;
use crate::edit::verb::IndicatorVerb;
use crate::model::{PathStep, Startup};
use crate::report::sanitize;
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};

pub(super) struct Indicator;

impl super::Form for Indicator {
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = lookup.startup_targets(subject, |_| String::new());
        for target in &mut found {
            let TargetKey::Startup(id) = &target.key else { continue };
            let Some(startup) = lookup.startup(id) else { continue };
            target.detail = latest(lookup, startup);
            // On the line of an indicator, that one.
            if let FormSubject::Value(_, path) = subject
                && let [PathStep::Key(list), PathStep::Index(at), ..] = path.0.as_slice()
                && list == "indicators"
                && let Some(indicator) = startup.indicators.get(*at)
            {
                target.presets = vec![("indicator", Preset::Text(indicator.name.clone()))];
            }
        }
        found
    }

    fn shape(&self, values: &FieldValues) -> String {
        values.typed("indicator").unwrap_or_default()
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let names = known(scope).map(|startup| startup.indicators.iter().map(|one| one.name.clone()).collect());
        let names: Vec<String> = names.unwrap_or_default();
        let shown = |name: String| {
            let shown = sanitize(&name).into_owned();
            (name, shown)
        };
        let mut options = Options::new(names.into_iter().map(shown));
        options.is_open = true;
        let mut fields = vec![
            FormField::new("indicator", InputKind::Choice(Arc::new(options))).required(),
            FormField::new("value", InputKind::Decimal).required(),
            FormField::new("on", InputKind::PastDay).required(),
        ];
        // What it counts in is asked of one that does not say yet.
        let picked = scope.values.typed("indicator");
        let known = known(scope).and_then(|startup| {
            startup.indicators.iter().find(|one| picked.as_ref().is_some_and(|name| one.name == *name))
        });
        if picked.is_some() && known.is_none_or(|indicator| indicator.unit.is_none()) {
            fields.insert(2, FormField::new("unit", InputKind::Text));
        }
        fields
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        vec![text("value", ""), day("on", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Startup(startup) = scope.target.key.clone() else { return None };
        let values = scope.values;
        let (indicator, unit) = (values.typed("indicator")?, values.typed("unit"));
        let (on, value) = (values.date("on")?, values.decimal("value")?);
        Some(vec![IndicatorVerb { startup, indicator, unit, on, value }.into()])
    }
}

fn known<'a>(scope: &Scope<'a>) -> Option<&'a Startup> {
    let TargetKey::Startup(id) = &scope.target.key else { return None };
    scope.lookup.startup(id)
}

/// The indicators with their latest values.
fn latest(lookup: &RecordLookup<'_>, startup: &Startup) -> String {
    let locale = lookup.context.locale;
    let with_value = startup.indicators.iter().filter_map(|indicator| {
        let last = indicator.values.iter().max_by_key(|value| value.on)?;
        let unit = indicator.unit.as_deref().unwrap_or_default();
        let value = format!("{} {unit}", locale.decimal(last.value));
        Some(super::named(lookup.context, &indicator.name, value.trim_end()))
    });
    with_value.collect::<Vec<_>>().join(" · ")
}
