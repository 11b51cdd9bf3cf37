//! `couveuse funding --against DATE --json`: figures as of two days.

use serde::Serialize;

use super::iso;
use crate::report::explain::compared_topic;
use crate::rules::{ComparedDifference, ComparedFigure, ComparedValue, DayComparison};

/// `{as_of, against, total: […], startups: [{id, figures: […]}]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparisonJson {
    pub as_of: String,
    /// The day of `was`.
    pub against: String,
    pub total: Vec<ComparedFigureJson>,
    pub startups: Vec<ComparedStartupJson>,
}

/// The figures of a startup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparedStartupJson {
    pub id: String,
    pub figures: Vec<ComparedFigureJson>,
}

/// `{what, was, is, difference}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparedFigureJson {
    /// As `explain` takes it.
    pub what: &'static str,
    pub was: ComparedJson,
    pub is: ComparedJson,
    /// In euros, in obligations, or in days; `null` if a value is unknown.
    pub difference: ComparedJson,
}

/// An amount or a date as text, a number, or `null`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ComparedJson {
    Text(String),
    Number(i64),
    Unknown(()),
}

/// Returns the answer to `funding --against`.
#[must_use]
pub fn compared(comparison: &DayComparison) -> ComparisonJson {
    let [against, as_of] = comparison.days.map(iso);
    let startups = comparison.startups.iter();
    let startup = |(id, all): &(crate::model::Id, Vec<ComparedFigure>)| ComparedStartupJson {
        id: id.to_string(),
        figures: figures(all),
    };
    ComparisonJson { as_of, against, total: figures(&comparison.total), startups: startups.map(startup).collect() }
}

fn figures(all: &[ComparedFigure]) -> Vec<ComparedFigureJson> {
    let value = |value: ComparedValue| match value {
        ComparedValue::Amount(Some(amount)) => ComparedJson::Text(amount.to_string()),
        ComparedValue::Count(count) => ComparedJson::Number(count),
        ComparedValue::Day(Some(day)) => ComparedJson::Text(iso(day)),
        ComparedValue::Amount(None) | ComparedValue::Day(None) => ComparedJson::Unknown(()),
    };
    let difference = |one: &ComparedFigure| match one.difference() {
        Some(ComparedDifference::Amount(amount)) => ComparedJson::Text(amount.to_string()),
        Some(ComparedDifference::Count(count) | ComparedDifference::Days(count)) => ComparedJson::Number(count),
        None => ComparedJson::Unknown(()),
    };
    let json = |one: &ComparedFigure| ComparedFigureJson {
        what: compared_topic(one.kind),
        was: value(one.was),
        is: value(one.is),
        difference: difference(one),
    };
    all.iter().map(json).collect()
}
