//! `indicator`: a followed figure has a new value.

use rust_decimal::Decimal;
use toml::{Table, Value};

use super::interface::{Declared, VerbImpl, says};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::locale::Locale;
use crate::model::{Date, Id, MessageArg, RecordKind, RecordRef};
use crate::record::{Item, Op};

/// An indicator has a new value. An indicator that the startup does not have yet is created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorVerb {
    pub startup: Id,
    /// The indicator's name.
    pub indicator: String,
    /// The unit, for a new indicator and for one without a unit.
    pub unit: Option<String>,
    /// The day of the measurement.
    pub on: Date,
    pub value: Decimal,
}

impl Declared for IndicatorVerb {
    const DECLARATION: Declaration = Declaration {
        name: "indicator",
        aliases: &["add-indicator"],
        subject: VerbSubject::Startup,
        keys: &[],
        arguments: &[
            Argument::option("indicator", ArgumentKind::Text, "NAME", "Indicator; a new name creates one")
                .at(1)
                .required(),
            Argument::option("value", ArgumentKind::Decimal, "VALUE", "Value").at(2).required(),
            Argument::option("unit", ArgumentKind::Text, "TEXT", "Unit, for a new indicator"),
            Argument::day_of_fact("Day on which the value was true, today by default"),
        ],
        about: "Record the value of an indicator",
        examples: "\
Examples:
  couveuse indicator comobi 'Trajets réalisés' 130
  couveuse indicator histologe Signalements '1 250' --on 31/12/2020 --unit signalements
  couveuse indicator comobi 'Taux de retour' 2,5 --unit %",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            startup: values.id("startup")?,
            indicator: values.text("indicator")?,
            unit: values.text("unit"),
            on: values.date("on")?,
            value: values.decimal("value")?,
        })
    }
}

impl VerbImpl for IndicatorVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.indicator);
        toml_entry::some_line(&mut self.unit);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let indicators = &context.startup(&self.startup).ok()?.indicators;
        let indicator = indicators.iter().find(|indicator| indicator.name == self.indicator)?;
        let is_there = says(self.unit.as_ref(), indicator.unit.as_ref())
            && indicator.values.iter().any(|value| (value.on, value.value) == (self.on, self.value));
        is_there.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let startup = context.startup(&self.startup)?;
        present("indicator", &self.indicator)?;
        let indicator = startup.indicators.iter().find(|indicator| indicator.name == self.indicator);
        let known = indicator.and_then(|indicator| indicator.unit.as_deref());
        self.has_unit(known)?;
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        if indicator.is_some_and(|indicator| indicator.values.iter().any(|value| value.on == self.on))
            && !context.is_concurrent(&record, |base| self.value_in(base).is_some())
        {
            return Err(EditError::AlreadyMeasured(self.on));
        }
        let last = indicator.and_then(|indicator| indicator.values.iter().max_by_key(|value| value.on));
        let unit = self.unit.as_deref().or(known).map(|unit| format!(" {unit}")).unwrap_or_default();
        let number =
            |value: Decimal| MessageArg::Text(Locale::new(context.language).decimal(value.normalize()) + &unit);
        let day = |day: Date| MessageArg::Text(context.day(day));
        let facts = [
            ("startup", MessageArg::Text(self.startup.to_string())),
            ("indicator", MessageArg::Text(self.indicator.clone())),
            ("value", number(self.value)),
        ];
        let mut summary = CommitSummary::new(record, context.text("commit-indicator", &facts));
        summary = summary.line(context.text("commit-on", &[("on", day(self.on))]));
        let before = |facts: &[_]| context.text("commit-indicator-before", facts);
        summary.body.extend(last.map(|last| before(&[("value", number(last.value)), ("on", day(last.on))])));
        Ok(summary)
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, "indicators");
            let value = EntryBuilder::default().with("on", self.on).with("value", self.value);
            let list = toml_entry::list("indicators");
            let is_it = |entry: &Value| toml_entry::text(entry, "name") == Some(&self.indicator);
            let Some(at) = all.iter().position(is_it) else {
                let entry = EntryBuilder::default().with("name", self.indicator.as_str());
                let entry = entry.maybe("unit", self.unit.clone());
                return Ok(entry.with("values", Item::List(vec![value.item()])).insert(list));
            };
            let unit = toml_entry::text(&all[at], "unit");
            self.has_unit(unit)?;
            let values = all[at].as_table().map_or(&[][..], |entry| toml_entry::entries(entry, "values"));
            let place = list.index(at);
            let that_day = |(_, value): &(usize, &Value)| toml_entry::date(value, "on") == Some(self.on);
            if let Some((n, entry)) = values.iter().enumerate().find(that_day)
                && let Some(now) = entry.get("value")
            {
                let (path, intended) = (place.key("values").index(n).key("value"), self.value.into());
                let was = context.base.as_ref().and_then(|base| self.value_in(base));
                context.check_replaced(&path, was, now, &intended, EditError::AlreadyMeasured(self.on))?;
                return Ok(vec![Op::Set(path, intended)]);
            }
            let with_unit = EntryBuilder::default().maybe("unit", self.unit.clone().filter(|_| unit.is_none()));
            let mut ops = with_unit.set(&place);
            ops.extend(value.insert(place.key("values")));
            Ok(ops)
        })
    }
}

impl IndicatorVerb {
    /// Returns the value of that day in a record.
    fn value_in<'a>(&self, table: &'a Table) -> Option<&'a Value> {
        let all = toml_entry::entries(table, "indicators").iter();
        let its = all.filter(|entry| toml_entry::text(entry, "name") == Some(&self.indicator));
        let values =
            its.flat_map(|entry| entry.as_table().map_or(&[][..], |entry| toml_entry::entries(entry, "values")));
        values.filter(|value| toml_entry::date(value, "on") == Some(self.on)).find_map(|value| value.get("value"))
    }

    /// Fails if the unit given is not the one of the indicator.
    fn has_unit(&self, known: Option<&str>) -> Result<(), EditError> {
        match (known, self.unit.as_deref()) {
            (Some(known), Some(unit)) if known != unit => Err(EditError::OtherUnit(known.to_owned())),
            _ => Ok(()),
        }
    }
}
