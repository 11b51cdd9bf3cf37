//! An indicator has a new value.

use std::sync::Arc;

use super::{Scope, Values, day, text};
use crate::edit::Intention;
use crate::edit::verb::IndicatorVerb;
use crate::model::{Startup, Step};
use crate::report::sanitize;
use crate::ui::field::{Field, Kind, Name, Options, Preset};
use crate::ui::form::Subject;
use crate::ui::form::finder::{Aim, Finder, Target};

pub(super) struct Indicator;

impl super::Form for Indicator {
    fn targets(&self, finder: &Finder<'_>, subject: &Subject) -> Vec<Target> {
        let mut found = finder.startup_targets(subject, |_| String::new());
        for target in &mut found {
            let Aim::Startup(id) = &target.aim else { continue };
            let Some(startup) = finder.startup(id) else { continue };
            target.detail = latest(finder, startup);
            // On the line of an indicator, that one.
            if let Subject::Value(_, path) = subject
                && let [Step::Key(list), Step::Index(at), ..] = path.0.as_slice()
                && list == "indicators"
                && let Some(indicator) = startup.indicators.get(*at)
            {
                target.presets = vec![("indicator", Preset::Text(indicator.name.clone()))];
            }
        }
        found
    }

    fn shape(&self, values: &Values) -> String {
        values.typed("indicator").unwrap_or_default()
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<Field> {
        let names = known(scope).map(|startup| startup.indicators.iter().map(|one| one.name.clone()).collect());
        let names: Vec<String> = names.unwrap_or_default();
        let shown = |name: String| {
            let shown = sanitize(&name).into_owned();
            (name, shown)
        };
        let mut options = Options::new(names.into_iter().map(shown));
        options.is_open = true;
        let mut fields = vec![
            Field::new("indicator", Kind::Choice(Arc::new(options))).required(),
            Field::new("value", Kind::Decimal).required(),
            Field::new("on", Kind::HistoryCache).required(),
        ];
        // What it counts in is asked of one that does not say yet.
        let picked = scope.values.typed("indicator");
        let known = known(scope).and_then(|startup| {
            startup.indicators.iter().find(|one| picked.as_ref().is_some_and(|name| one.name == *name))
        });
        if picked.is_some() && known.is_none_or(|indicator| indicator.unit.is_none()) {
            fields.insert(2, Field::new("unit", Kind::Text));
        }
        fields
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(Name, Preset)> {
        vec![text("value", ""), day("on", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let Aim::Startup(startup) = scope.target.aim.clone() else { return None };
        let values = scope.values;
        let (indicator, unit) = (values.typed("indicator")?, values.typed("unit"));
        let (on, value) = (values.date("on")?, values.decimal("value")?);
        Some(vec![IndicatorVerb { startup, indicator, unit, on, value }.into()])
    }
}

fn known<'a>(scope: &Scope<'a>) -> Option<&'a Startup> {
    let Aim::Startup(id) = &scope.target.aim else { return None };
    scope.finder.startup(id)
}

/// The indicators with their latest values.
fn latest(finder: &Finder<'_>, startup: &Startup) -> String {
    let locale = finder.context.locale;
    let with_value = startup.indicators.iter().filter_map(|indicator| {
        let last = indicator.values.iter().max_by_key(|value| value.on)?;
        let unit = indicator.unit.as_deref().unwrap_or_default();
        let value = format!("{} {unit}", locale.decimal(last.value));
        Some(super::named(finder.context, &indicator.name, value.trim_end()))
    });
    with_value.collect::<Vec<_>>().join(" · ")
}
