//! From what is typed to values: each field's, and what is said beside it.

use rust_decimal::Decimal;

use super::Context;
use crate::locale::TypedMoneyError;
use crate::model::{Date, Id, Money, Span};
use crate::ui::field::{Field, Kind, Name};

/// What is said beside a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// Nothing.
    Silent,
    /// It is to be filled in, and nobody has come to it yet.
    Wanted(String),
    /// What was understood.
    Echo(String),
    /// What was understood, and is surprising.
    Odd(String),
    /// What is wrong.
    Wrong(String),
}

impl Note {
    /// Whether it keeps the form from being committed.
    pub const fn is_in_the_way(&self) -> bool {
        matches!(self, Self::Wrong(_) | Self::Wanted(_))
    }
}

/// What a field says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Date(Date),
    Amount(Money),
    Decimal(Decimal),
    Whole(u32),
    Span(Span),
    Words(Vec<String>),
}

/// The values of the fields that say something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Values(Vec<(Name, Value)>);

impl Values {
    fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// What is typed, or picked.
    pub fn typed(&self, name: &str) -> Option<String> {
        match self.get(name) {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    pub fn id(&self, name: &str) -> Option<Id> {
        Id::new(&self.typed(name)?).ok()
    }

    pub fn date(&self, name: &str) -> Option<Date> {
        match self.get(name) {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        }
    }

    pub fn amount(&self, name: &str) -> Option<Money> {
        match self.get(name) {
            Some(Value::Amount(amount)) => Some(*amount),
            _ => None,
        }
    }

    pub fn decimal(&self, name: &str) -> Option<Decimal> {
        match self.get(name) {
            Some(Value::Decimal(value)) => Some(*value),
            _ => None,
        }
    }

    pub fn whole(&self, name: &str) -> Option<u32> {
        match self.get(name) {
            Some(Value::Whole(value)) => Some(*value),
            _ => None,
        }
    }

    pub fn span(&self, name: &str) -> Option<Span> {
        match self.get(name) {
            Some(Value::Span(span)) => Some(*span),
            _ => None,
        }
    }

    /// What is ticked.
    pub fn words(&self, name: &str) -> Vec<String> {
        match self.get(name) {
            Some(Value::Words(words)) => words.clone(),
            _ => Vec::new(),
        }
    }

    /// What is ticked, as ids.
    pub fn ids(&self, name: &str) -> Vec<Id> {
        self.words(name).iter().filter_map(|word| Id::new(word).ok()).collect()
    }
}

/// Reads every field. `pressed`: somebody wanted to commit, so that what is still to be filled in is wrong by now.
pub(super) fn read(fields: &[Field], context: &Context<'_>, pressed: bool) -> (Values, Vec<Note>) {
    let mut values = Values::default();
    let mut notes = Vec::new();
    for field in fields {
        let (value, note) = one(field, context, pressed);
        values.0.extend(value.map(|value| (field.name.clone(), value)));
        notes.push(note);
    }
    (values, notes)
}

fn one(field: &Field, context: &Context<'_>, pressed: bool) -> (Option<Value>, Note) {
    let empty = match &field.kind {
        Kind::Choice(_) => field.key().is_empty(),
        Kind::Many(_) => field.ticked().next().is_none(),
        _ => field.text().is_empty(),
    };
    // What was typed to find something and finds nothing is not what stands there otherwise.
    if field.options().is_some() && field.matching().is_empty() && !field.input().value().is_empty() {
        return (None, Note::Wrong(context.locale.text("form-nothing-matches")));
    }
    if empty && (field.varies.is_some() || !field.is_required) {
        return (None, Note::Silent);
    }
    if empty && !(field.touched || pressed) {
        return (None, Note::Wanted(context.locale.text("form-wanted")));
    }
    match &field.kind {
        Kind::Choice(_) | Kind::Many(_) if empty => (None, Note::Wrong(context.locale.text("form-error-pick"))),
        Kind::Choice(_) => (Some(Value::Text(field.key().to_owned())), Note::Silent),
        Kind::Many(_) => {
            let words = field.ticked().map(|choice| choice.key.clone()).collect();
            (Some(Value::Words(words)), Note::Silent)
        }
        Kind::Text if empty => (None, Note::Wrong(context.locale.text("form-error-empty"))),
        Kind::Text => (Some(Value::Text(field.text().to_owned())), Note::Silent),
        Kind::HistoryCache => day(field.text(), context, true),
        Kind::Day => day(field.text(), context, false),
        Kind::Amount => amount(field.text(), context),
        Kind::Decimal => decimal(field.text(), context),
        Kind::Whole => whole(field.text(), context),
        Kind::Span => span(field.text(), context),
        Kind::Id => id(field.text(), context),
    }
}

fn day(text: &str, context: &Context<'_>, fact: bool) -> (Option<Value>, Note) {
    let (locale, today) = (context.locale, context.today);
    let typed = if fact { locale.typed_past_date(text, today) } else { locale.typed_date(text, today) };
    let day = match typed {
        Ok(day) => day,
        Err(error) => return (None, Note::Wrong(error.words(locale))),
    };
    let long = locale.date_long(day);
    let note = if fact && day > today {
        Note::Wrong(format!("{long} · {}", locale.text("form-in-the-future")))
    } else if fact && day > context.as_of {
        // Else nobody would understand why the figures do not move.
        Note::Echo(format!("{long} · {}", locale.text("form-after-as-of")))
    } else {
        Note::Echo(long)
    };
    (Some(Value::Date(day)), note)
}

fn amount(text: &str, context: &Context<'_>) -> (Option<Value>, Note) {
    match context.locale.typed_money(text) {
        Ok(money) if money <= Money::ZERO => (None, Note::Wrong(context.locale.text("form-error-nothing"))),
        Ok(money) => (Some(Value::Amount(money)), Note::Echo(context.locale.money_short(money))),
        Err(error) => (None, Note::Wrong(context.locale.text(TypedMoneyError::key(error)))),
    }
}

fn decimal(text: &str, context: &Context<'_>) -> (Option<Value>, Note) {
    match context.locale.typed_number(text) {
        Ok(value) => (Some(Value::Decimal(value)), Note::Echo(context.locale.decimal(value))),
        Err(error) => (None, Note::Wrong(context.locale.text(error.key()))),
    }
}

fn whole(text: &str, context: &Context<'_>) -> (Option<Value>, Note) {
    match text.parse::<u32>() {
        Ok(value) if value > 0 => (Some(Value::Whole(value)), Note::Silent),
        _ => (None, Note::Wrong(context.locale.text("form-error-whole"))),
    }
}

fn span(text: &str, context: &Context<'_>) -> (Option<Value>, Note) {
    match context.locale.typed_span(text) {
        Ok(span) => (Some(Value::Span(span)), Note::Echo(context.locale.span(span))),
        Err(error) => (None, Note::Wrong(context.locale.text(error.key()))),
    }
}

fn id(text: &str, context: &Context<'_>) -> (Option<Value>, Note) {
    match Id::new(text) {
        Ok(id) => (Some(Value::Text(id.to_string())), Note::Silent),
        Err(_) => (None, Note::Wrong(context.locale.text("form-error-id"))),
    }
}
