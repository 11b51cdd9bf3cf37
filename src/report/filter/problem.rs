//! Why a word of a filter is not understood, and what was probably meant.

use super::names::{NamedValue, normal};
use super::{FactTable, FilterKey, word_of};
use crate::locale::{Locale, TypedMoneyError, fold};
use crate::model::{MessageArg, nearest};
use crate::report::sanitize;

/// Why a word is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterProblem {
    /// There is no such key; the nearest that there is.
    NoKey(String, Option<String>),
    /// Nothing is of that name; the nearest that there is.
    NoOne(FilterKey, String, Option<String>),
    /// Nothing stands after the colon yet.
    NoValue(FilterKey),
    /// The rows have nothing to say to it.
    NotHere(FilterKey),
    /// No day, month or year, and no time from now.
    NoDay(FilterKey, String),
    /// No amount.
    NoAmount(TypedMoneyError),
}

impl FilterProblem {
    pub(super) fn no_key(typed: &str, table: &FactTable, locale: &Locale) -> Self {
        let here = FilterKey::ALL.into_iter().filter(|key| table.has(*key));
        let known: Vec<String> =
            here.flat_map(|key| [key.name().to_owned(), word_of("filter-key", key.name(), locale)]).collect();
        let folded: Vec<String> = known.iter().map(|name| fold(name)).collect();
        let meant = nearest(&fold(typed), folded.iter().map(String::as_str));
        let meant = meant.and_then(|meant| folded.iter().position(|name| name == meant));
        Self::NoKey(typed.to_owned(), meant.and_then(|at| known.get(at).cloned()))
    }

    pub(super) fn no_value(key: FilterKey, typed: &str, values: &[NamedValue]) -> Self {
        let names: Vec<String> = values.iter().map(|value| normal(&value.name)).collect();
        let meant = nearest(typed, names.iter().map(String::as_str));
        let meant = meant.and_then(|meant| names.iter().position(|name| name == meant));
        Self::NoOne(key, typed.to_owned(), meant.and_then(|at| values.get(at)).map(|value| value.name.clone()))
    }

    /// Whether it is only that more is to be typed.
    #[must_use]
    pub const fn is_unfinished(&self) -> bool {
        matches!(self, Self::NoValue(_))
    }

    /// Whether the word is understood all the same: only no row has an answer to it.
    #[must_use]
    pub const fn is_of_the_rows(&self) -> bool {
        matches!(self, Self::NotHere(_))
    }

    /// In words, on one line.
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
            Self::NoDay(key, typed) => {
                locale.message("filter-no-day", &[("key", key_word(*key)), ("typed", text(typed))])
            }
            Self::NoAmount(error) => locale.text(error.key()),
        }
    }
}
