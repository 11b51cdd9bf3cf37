//! `indicator`: a figure that is followed over time has a new value.

use rust_decimal::Decimal;
use toml::{Table, Value};

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::check_context::{CheckContext, said};
use crate::edit::message::CommitSummary;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, RecordKind, RecordRef};
use crate::record::{Item, Op};

/// An indicator has a new value. One of a name that the startup has not yet is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorVerb {
    /// The startup.
    pub startup: Id,
    /// The indicator's name.
    pub indicator: String,
    /// In what it counts: for a new one, and for one that says none yet.
    pub unit: Option<String>,
    /// The day that it was true.
    pub on: Date,
    /// How many.
    pub value: Decimal,
}

impl VerbImpl for IndicatorVerb {
    fn name(&self) -> &'static str {
        "indicator"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} indicator values")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.indicator);
        toml_entry::some_line(&mut self.unit);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        context.has_come(self.on)?;
        let startup = context.startup(&self.startup)?;
        said("indicator", &self.indicator)?;
        let indicator = startup.indicators.iter().find(|indicator| indicator.name == self.indicator);
        let known = indicator.and_then(|indicator| indicator.unit.as_deref());
        self.is_counted_in(known)?;
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        if indicator.is_some_and(|indicator| indicator.values.iter().any(|value| value.on == self.on))
            && !context.is_news(&record, |seen| self.value_in(seen).is_some())
        {
            return Err(EditError::AlreadyMeasured(self.on));
        }
        let last = indicator.and_then(|indicator| indicator.values.iter().max_by_key(|value| value.on));
        let unit = self.unit.as_deref().or(known).map(|unit| format!(" {unit}")).unwrap_or_default();
        let mut body = vec![format!("On {}.", self.on)];
        body.extend(last.map(|last| format!("Baseline: {}{unit} on {}.", last.value.normalize(), last.on)));
        Ok(CommitSummary {
            record,
            subject: format!("{}: {} {}{unit}", self.startup, self.indicator, self.value.normalize()),
            body,
        })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, "indicators");
            let value = EntryBuilder::default().with("on", self.on).with("value", self.value);
            let list = toml_entry::list("indicators");
            let Some(at) = all.iter().position(|entry| toml_entry::text(entry, "name") == Some(&self.indicator)) else {
                let entry =
                    EntryBuilder::default().with("name", self.indicator.as_str()).maybe("unit", self.unit.clone());
                return Ok(entry.with("values", Item::List(vec![value.item()])).insert(list));
            };
            let unit = toml_entry::text(&all[at], "unit");
            self.is_counted_in(unit)?;
            let values = all[at].as_table().map_or(&[][..], |entry| toml_entry::entries(entry, "values"));
            let place = list.index(at);
            let that_day = |(_, value): &(usize, &Value)| toml_entry::date(value, "on") == Some(self.on);
            if let Some((n, entry)) = values.iter().enumerate().find(that_day)
                && let Some(now) = entry.get("value")
            {
                let (path, meant) = (place.key("values").index(n).key("value"), self.value.into());
                let was = context.seen.as_ref().and_then(|seen| self.value_in(seen));
                context.in_the_way(&path, was, now, &meant, EditError::AlreadyMeasured(self.on))?;
                return Ok(vec![Op::Set(path, meant)]);
            }
            let counted = EntryBuilder::default().maybe("unit", self.unit.clone().filter(|_| unit.is_none()));
            let mut ops = counted.set(&place);
            ops.extend(value.insert(place.key("values")));
            Ok(ops)
        })
    }
}

impl IndicatorVerb {
    /// What a record holds for the day.
    fn value_in<'a>(&self, table: &'a Table) -> Option<&'a Value> {
        let all = toml_entry::entries(table, "indicators").iter();
        let its = all.filter(|entry| toml_entry::text(entry, "name") == Some(&self.indicator));
        let values =
            its.flat_map(|entry| entry.as_table().map_or(&[][..], |entry| toml_entry::entries(entry, "values")));
        values.filter(|value| toml_entry::date(value, "on") == Some(self.on)).find_map(|value| value.get("value"))
    }

    /// That the unit given is that of the indicator.
    fn is_counted_in(&self, known: Option<&str>) -> Result<(), EditError> {
        match (known, self.unit.as_deref()) {
            (Some(known), Some(unit)) if known != unit => Err(EditError::OtherUnit(known.to_owned())),
            _ => Ok(()),
        }
    }
}
