//! Reads the values of fields from what was typed, with a note beside each.

use rust_decimal::Decimal;

use super::FormContext;
use crate::locale::TypedMoneyError;
use crate::model::{Date, Id, Money, Span};
use crate::ui::field::{FieldName, FormField, InputKind};

/// The note beside a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FieldNote {
    None,
    /// The field is required and still empty.
    Required(String),
    /// The value as it was understood.
    Parsed(String),
    /// The value as it was understood, which is surprising.
    Warning(String),
    /// Why the value is not valid.
    Error(String),
}

impl FieldNote {
    /// Whether it prevents the commit.
    pub const fn is_in_the_way(&self) -> bool {
        matches!(self, Self::Error(_) | Self::Required(_))
    }
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FieldValue {
    Text(String),
    Date(Date),
    Amount(Money),
    Decimal(Decimal),
    Whole(u32),
    Span(Span),
    Words(Vec<String>),
}

/// The values of the fields that have one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FieldValues(Vec<(FieldName, FieldValue)>);

impl FieldValues {
    fn get(&self, name: &str) -> Option<&FieldValue> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The text that was typed or the option that was picked.
    pub fn typed(&self, name: &str) -> Option<String> {
        match self.get(name) {
            Some(FieldValue::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    pub fn id(&self, name: &str) -> Option<Id> {
        Id::new(&self.typed(name)?).ok()
    }

    pub fn date(&self, name: &str) -> Option<Date> {
        match self.get(name) {
            Some(FieldValue::Date(date)) => Some(*date),
            _ => None,
        }
    }

    pub fn amount(&self, name: &str) -> Option<Money> {
        match self.get(name) {
            Some(FieldValue::Amount(amount)) => Some(*amount),
            _ => None,
        }
    }

    pub fn decimal(&self, name: &str) -> Option<Decimal> {
        match self.get(name) {
            Some(FieldValue::Decimal(value)) => Some(*value),
            _ => None,
        }
    }

    pub fn whole(&self, name: &str) -> Option<u32> {
        match self.get(name) {
            Some(FieldValue::Whole(value)) => Some(*value),
            _ => None,
        }
    }

    pub fn span(&self, name: &str) -> Option<Span> {
        match self.get(name) {
            Some(FieldValue::Span(span)) => Some(*span),
            _ => None,
        }
    }

    /// The ticked options.
    pub fn words(&self, name: &str) -> Vec<String> {
        match self.get(name) {
            Some(FieldValue::Words(words)) => words.clone(),
            _ => Vec::new(),
        }
    }

    /// The ticked options, as ids.
    pub fn ids(&self, name: &str) -> Vec<Id> {
        self.words(name).iter().filter_map(|word| Id::new(word).ok()).collect()
    }
}

/// Reads every field. With `pressed`, the user has tried to commit: an empty required field is an error.
pub(super) fn read(fields: &[FormField], context: &FormContext<'_>, pressed: bool) -> (FieldValues, Vec<FieldNote>) {
    let mut values = FieldValues::default();
    let mut notes = Vec::new();
    for field in fields {
        let (value, note) = one(field, context, pressed);
        values.0.extend(value.map(|value| (field.name.clone(), value)));
        notes.push(note);
    }
    (values, notes)
}

fn one(field: &FormField, context: &FormContext<'_>, pressed: bool) -> (Option<FieldValue>, FieldNote) {
    let empty = match &field.kind {
        InputKind::Choice(_) => field.key().is_empty(),
        InputKind::Many(_) => field.ticked().next().is_none(),
        _ => field.text().is_empty(),
    };
    // A search that finds no option must not leave the former option picked.
    if field.options().is_some() && field.matching().is_empty() && !field.input().value().is_empty() {
        return (None, FieldNote::Error(context.locale.text("form-nothing-matches")));
    }
    if empty && (field.varies.is_some() || !field.is_required) {
        return (None, FieldNote::None);
    }
    if empty && !(field.touched || pressed) {
        return (None, FieldNote::Required(context.locale.text("form-wanted")));
    }
    match &field.kind {
        InputKind::Choice(_) | InputKind::Many(_) if empty => {
            (None, FieldNote::Error(context.locale.text("form-error-pick")))
        }
        InputKind::Choice(_) => (Some(FieldValue::Text(field.key().to_owned())), FieldNote::None),
        InputKind::Many(_) => {
            let words = field.ticked().map(|choice| choice.key.clone()).collect();
            (Some(FieldValue::Words(words)), FieldNote::None)
        }
        InputKind::Text if empty => (None, FieldNote::Error(context.locale.text("form-error-empty"))),
        InputKind::Text => (Some(FieldValue::Text(field.text().to_owned())), FieldNote::None),
        InputKind::PastDay => day(field.text(), context, true),
        InputKind::Day => day(field.text(), context, false),
        InputKind::Amount => amount(field.text(), context),
        InputKind::Decimal => decimal(field.text(), context),
        InputKind::Whole => whole(field.text(), context),
        InputKind::Span => span(field.text(), context),
        InputKind::Id => id(field.text(), context),
    }
}

fn day(text: &str, context: &FormContext<'_>, fact: bool) -> (Option<FieldValue>, FieldNote) {
    let (locale, today) = (context.locale, context.today);
    let typed = if fact { locale.typed_past_date(text, today) } else { locale.typed_date(text, today) };
    let day = match typed {
        Ok(day) => day,
        Err(error) => return (None, FieldNote::Error(error.words(locale))),
    };
    let long = locale.date_long(day);
    let note = if fact && day > today {
        FieldNote::Error(format!("{long} · {}", locale.text("form-in-the-future")))
    } else if fact && day > context.as_of {
        // Otherwise nobody would understand why the figures don't change.
        FieldNote::Parsed(format!("{long} · {}", locale.text("form-after-as-of")))
    } else {
        FieldNote::Parsed(long)
    };
    (Some(FieldValue::Date(day)), note)
}

fn amount(text: &str, context: &FormContext<'_>) -> (Option<FieldValue>, FieldNote) {
    match context.locale.typed_money(text) {
        Ok(money) if money <= Money::ZERO => (None, FieldNote::Error(context.locale.text("form-error-nothing"))),
        Ok(money) => (Some(FieldValue::Amount(money)), FieldNote::Parsed(context.locale.money_short(money))),
        Err(error) => (None, FieldNote::Error(context.locale.text(TypedMoneyError::key(error)))),
    }
}

fn decimal(text: &str, context: &FormContext<'_>) -> (Option<FieldValue>, FieldNote) {
    match context.locale.typed_number(text) {
        Ok(value) => (Some(FieldValue::Decimal(value)), FieldNote::Parsed(context.locale.decimal(value))),
        Err(error) => (None, FieldNote::Error(context.locale.text(error.key()))),
    }
}

fn whole(text: &str, context: &FormContext<'_>) -> (Option<FieldValue>, FieldNote) {
    match text.parse::<u32>() {
        Ok(value) if value > 0 => (Some(FieldValue::Whole(value)), FieldNote::None),
        _ => (None, FieldNote::Error(context.locale.text("form-error-whole"))),
    }
}

fn span(text: &str, context: &FormContext<'_>) -> (Option<FieldValue>, FieldNote) {
    match context.locale.typed_span(text) {
        Ok(span) => (Some(FieldValue::Span(span)), FieldNote::Parsed(context.locale.span(span))),
        Err(error) => (None, FieldNote::Error(context.locale.text(error.key()))),
    }
}

fn id(text: &str, context: &FormContext<'_>) -> (Option<FieldValue>, FieldNote) {
    match Id::new(text) {
        Ok(id) => (Some(FieldValue::Text(id.to_string())), FieldNote::None),
        Err(_) => (None, FieldNote::Error(context.locale.text("form-error-id"))),
    }
}
