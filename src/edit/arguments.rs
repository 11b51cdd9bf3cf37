//! The values of a verb's arguments by name, whether they come from the command line or from a form.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::model::{Date, Id, Money, Span};

/// The value of one argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArgumentValue {
    /// A text, or one of a closed list of words.
    Text(String),
    /// A calendar date.
    Date(Date),
    /// An amount in euros.
    Amount(Money),
    /// A number without a currency.
    Decimal(Decimal),
    /// A whole number.
    Whole(u32),
    /// A length of time.
    Span(Span),
    /// The values of an argument that may be repeated.
    Words(Vec<String>),
    /// An option without a value, given.
    Flag,
}

/// The arguments that have a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArgumentValues(Vec<(Cow<'static, str>, ArgumentValue)>);

impl ArgumentValues {
    /// Sets the value of an argument.
    pub fn set(&mut self, name: impl Into<Cow<'static, str>>, value: ArgumentValue) {
        let name = name.into();
        self.0.retain(|(other, _)| *other != name);
        self.0.push((name, value));
    }

    /// Leaves an argument without a value.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(other, _)| other != name);
    }

    /// Sets an argument to a text unless it has a value.
    pub fn set_default_text(&mut self, name: &'static str, text: impl Into<String>) {
        if self.get(name).is_none() {
            self.set(name, ArgumentValue::Text(text.into()));
        }
    }

    /// Returns whether an argument has a value.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    fn get(&self, name: &str) -> Option<&ArgumentValue> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// Returns the text of an argument.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        match self.get(name) {
            Some(ArgumentValue::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    /// Returns the id in an argument; `None` if its text is not an id.
    #[must_use]
    pub fn id(&self, name: &str) -> Option<Id> {
        Id::new(&self.text(name)?).ok()
    }

    /// Returns the date of an argument.
    #[must_use]
    pub fn date(&self, name: &str) -> Option<Date> {
        match self.get(name) {
            Some(ArgumentValue::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// Returns the amount of an argument.
    #[must_use]
    pub fn amount(&self, name: &str) -> Option<Money> {
        match self.get(name) {
            Some(ArgumentValue::Amount(amount)) => Some(*amount),
            _ => None,
        }
    }

    /// Returns the number of an argument.
    #[must_use]
    pub fn decimal(&self, name: &str) -> Option<Decimal> {
        match self.get(name) {
            Some(ArgumentValue::Decimal(value)) => Some(*value),
            _ => None,
        }
    }

    /// Returns the whole number of an argument.
    #[must_use]
    pub fn whole(&self, name: &str) -> Option<u32> {
        match self.get(name) {
            Some(ArgumentValue::Whole(value)) => Some(*value),
            _ => None,
        }
    }

    /// Returns the length of time of an argument.
    #[must_use]
    pub fn span(&self, name: &str) -> Option<Span> {
        match self.get(name) {
            Some(ArgumentValue::Span(span)) => Some(*span),
            _ => None,
        }
    }

    /// Returns whether an option without a value is given.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        self.get(name) == Some(&ArgumentValue::Flag)
    }

    /// Returns the values of a repeated argument, in the order given.
    #[must_use]
    pub fn words(&self, name: &str) -> Vec<String> {
        match self.get(name) {
            Some(ArgumentValue::Words(words)) => words.clone(),
            Some(ArgumentValue::Text(text)) => vec![text.clone()],
            _ => Vec::new(),
        }
    }

    /// Returns the ids in [`Self::words`]; texts that are not ids are skipped.
    #[must_use]
    pub fn ids(&self, name: &str) -> Vec<Id> {
        self.words(name).iter().filter_map(|word| Id::new(word).ok()).collect()
    }
}
