//! Errors in filters, with suggestions.

use super::names::NamedValue;
use super::{FactTable, FilterKey, word_of};
use crate::locale::{Locale, TypedMoneyError, fold, fold_name};
use crate::model::{MessageArg, nearest};
use crate::report::sanitize;

/// What is wrong with a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterProblem {
    /// Unknown key; the most similar one.
    NoKey(String, Option<String>),
    /// Unknown value; the most similar one.
    NoOne(FilterKey, String, Option<String>),
    /// Nothing follows the colon yet.
    NoValue(FilterKey),
    /// The rows of this list have no such key.
    NotHere(FilterKey),
    /// It is not known who the user is.
    NoMe,
    /// Not a date or range.
    NoDay(FilterKey, String),
    /// Not an amount.
    NoAmount(TypedMoneyError),
}

impl FilterProblem {
    pub(super) fn no_key(typed: &str, table: &FactTable, locale: &Locale) -> Self {
        let here = table.list().keys().iter().copied();
        let known: Vec<String> =
            here.flat_map(|key| [key.name().to_owned(), word_of("filter-key", key.name(), locale)]).collect();
        let folded: Vec<String> = known.iter().map(|name| fold(name)).collect();
        let meant = nearest(&fold(typed), folded.iter().map(String::as_str));
        let meant = meant.and_then(|meant| folded.iter().position(|name| name == meant));
        Self::NoKey(typed.to_owned(), meant.and_then(|at| known.get(at).cloned()))
    }

    pub(super) fn no_value(key: FilterKey, typed: &str, values: &[&NamedValue]) -> Self {
        let names: Vec<String> = values.iter().map(|value| fold_name(&value.name)).collect();
        let meant = nearest(typed, names.iter().map(String::as_str));
        let meant = meant.and_then(|meant| names.iter().position(|name| name == meant));
        Self::NoOne(key, typed.to_owned(), meant.and_then(|at| values.get(at)).map(|value| value.name.clone()))
    }

    /// Returns whether the word is merely incomplete.
    #[must_use]
    pub const fn is_unfinished(&self) -> bool {
        matches!(self, Self::NoValue(_))
    }

    /// Returns the message, on one line.
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        let text = |text: &str| MessageArg::Text(sanitize(text).into_owned());
        let key_word = |key: FilterKey| text(&word_of("filter-key", key.name(), locale));
        match self {
            Self::NoKey(typed, None) => locale.message("filter-no-key", &[("typed", text(typed))]),
            Self::NoKey(typed, Some(nearest)) => {
                locale.message("filter-no-key-near", &[("typed", text(typed)), ("nearest", text(nearest))])
            }
            Self::NoOne(key, typed, None) => {
                locale.message("filter-no-one", &[("key", key_word(*key)), ("typed", text(typed))])
            }
            Self::NoOne(key, typed, Some(nearest)) => {
                let args = [("key", key_word(*key)), ("typed", text(typed)), ("nearest", text(nearest))];
                locale.message("filter-no-one-near", &args)
            }
            Self::NoValue(key) => {
                let about = locale.text(&format!("filter-about-{}", key.name()));
                locale.message("filter-no-value", &[("key", key_word(*key)), ("about", MessageArg::Text(about))])
            }
            Self::NotHere(key) => locale.message("filter-not-here", &[("key", key_word(*key))]),
            Self::NoMe => locale.text("filter-no-me"),
            Self::NoDay(key, typed) => {
                locale.message("filter-no-day", &[("key", key_word(*key)), ("typed", text(typed))])
            }
            Self::NoAmount(error) => locale.text(error.key()),
        }
    }
}
