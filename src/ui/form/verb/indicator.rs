//! The form of `indicator`: the startup's indicators, or a new one.

use std::sync::Arc;

use super::{Scope, set_kind, text};
use crate::edit::ArgumentValues;
use crate::model::{PathStep, Startup};
use crate::report::sanitize;
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};

pub(super) struct IndicatorForm;

impl super::VerbForm for IndicatorForm {
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = lookup.startup_targets(subject, |_| String::new());
        for target in &mut found {
            let TargetKey::Startup(id) = &target.key else { continue };
            let Some(startup) = lookup.startup(id) else { continue };
            target.detail = latest(lookup, startup);
            // The indicator whose line is selected.
            if let FormSubject::Value(_, path) = subject
                && let [PathStep::Key(list), PathStep::Index(at), ..] = path.as_slice()
                && list == "indicators"
                && let Some(indicator) = startup.indicators.get(*at)
            {
                target.presets = vec![("indicator", Preset::Text(indicator.name.clone()))];
            }
        }
        found
    }

    fn shape(&self, values: &ArgumentValues) -> String {
        values.text("indicator").unwrap_or_default()
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
        let mut fields = scope.declared_fields();
        set_kind(&mut fields, "indicator", InputKind::Choice(Arc::new(options)));
        // The unit is asked for only if the indicator has none yet.
        let picked = scope.values.text("indicator");
        let known = known(scope).and_then(|startup| {
            startup.indicators.iter().find(|one| picked.as_ref().is_some_and(|name| one.name == *name))
        });
        if picked.is_none() || known.is_some_and(|indicator| indicator.unit.is_some()) {
            fields.retain(|field| field.name != "unit");
        }
        fields
    }

    fn presets(&self, _scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        vec![text("value", "")]
    }
}

fn known<'a>(scope: &Scope<'a>) -> Option<&'a Startup> {
    let TargetKey::Startup(id) = &scope.target.key else { return None };
    scope.lookup.startup(id)
}

/// Returns the indicators with their latest values.
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
