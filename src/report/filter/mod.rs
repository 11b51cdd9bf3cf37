//! The filter language, one for every list and for `--filter`.
//!
//! A filter is words with spaces between, all of which must hold: `late`, `owes:pau`, `due:<30d`, `-done`, and for one
//! value or the other `phase:construction,acceleration`. Any other word is text to be found. English words are
//! canonical, the French ones of `locale` as good. A filter is read once against the [`FactTable`] of a list, party names
//! resolved, and then asked of each row.

mod complete;
mod facts;
mod lexer;
mod names;
mod problem;
mod range;
mod rows;
mod table;
#[cfg(test)]
mod tests;

use std::ops;

pub use complete::{Candidate, candidates, vocabulary};
pub use facts::{FilterKey, RowFacts};
pub use names::ValueNames;
pub use problem::FilterProblem;
pub use rows::{of_clock, of_commit, of_finding, of_framework, of_occurrence, of_promise, of_startup, of_unreadable};
pub use table::FactTable;

use crate::locale::{Language, Locale, fold};
use crate::model::Date;
use lexer::Lexeme;
use names::MatchKind;
pub(super) use names::normal;
use range::ValueRange;

/// A filter as it was typed, ready to be asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    words: Vec<FilterWord>,
}

/// A word of a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterWord {
    /// Where it stands in what was typed, in bytes.
    pub at: ops::Range<usize>,
    negated: bool,
    meaning: Result<Meaning, FilterProblem>,
}

/// What a word asks.
#[derive(Clone, Debug, PartialEq)]
enum Meaning {
    /// This text, folded.
    Text(String),
    /// One of these values of a key, by their numbers.
    OneOf(FilterKey, Vec<bool>),
    /// A day of a key.
    Days(FilterKey, ValueRange<i32>),
    /// An amount, in cents.
    Cents(ValueRange<i64>),
    /// What no row has anything to say to, and why that is so.
    Never(FilterProblem),
}

/// The words that say something without a colon, each short for a key and a value.
const SHORT: [(&str, FilterKey, &str); 4] = [
    ("late", FilterKey::State, "late"),
    ("done", FilterKey::State, "done"),
    ("soon", FilterKey::State, "due-soon"),
    ("unsigned", FilterKey::Status, "unsigned"),
];

impl Filter {
    /// Reads what was typed against the rows that it will be asked of. Days count from the day of the answers.
    #[must_use]
    pub fn read(typed: &str, table: &FactTable, locale: &Locale, as_of: Date) -> Self {
        let reader = Reader { table, locale, as_of };
        let words = lexer::lexemes(typed).into_iter().filter_map(|lexeme| {
            let meaning = reader.meaning(&lexeme)?;
            Some(FilterWord { at: lexeme.at, negated: lexeme.negated, meaning })
        });
        Self { words: words.collect() }
    }

    /// Whether everything passes it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| word.meaning.is_err())
    }

    /// Whether there is any word that is more than text.
    #[must_use]
    pub fn has_tests(&self) -> bool {
        self.words.iter().any(|word| !matches!(word.meaning, Ok(Meaning::Text(_)) | Err(_)))
    }

    /// The words that are not understood, and why; and those that no row has anything to say to.
    pub fn problems(&self) -> impl Iterator<Item = (&FilterWord, &FilterProblem)> {
        self.words.iter().filter_map(|word| match &word.meaning {
            Ok(Meaning::Never(problem)) | Err(problem) => Some((word, problem)),
            Ok(_) => None,
        })
    }

    /// The texts to be found, folded, and whether they must not be.
    pub fn texts(&self) -> impl Iterator<Item = (&str, bool)> {
        self.words.iter().filter_map(|word| match &word.meaning {
            Ok(Meaning::Text(text)) => Some((text.as_str(), word.negated)),
            _ => None,
        })
    }

    /// Whether a row of the table passes all words but the texts.
    #[must_use]
    pub fn passes(&self, table: &FactTable, row: usize) -> bool {
        self.words.iter().all(|word| {
            let holds = match &word.meaning {
                Ok(Meaning::OneOf(key, wanted)) => table.has_one_of(row, *key, wanted),
                Ok(Meaning::Days(key, range)) => table.day(row, *key).is_some_and(|day| range.holds(&day)),
                Ok(Meaning::Cents(range)) => table.cents(row).is_some_and(|cents| range.holds(&cents)),
                Ok(Meaning::Never(_)) => false,
                Ok(Meaning::Text(_)) | Err(_) => return true,
            };
            holds != word.negated
        })
    }

    /// Whether a row passes all words, its texts being its values' names and those that `says` knows of, folded.
    #[must_use]
    pub fn keeps(&self, table: &FactTable, row: usize, says: impl Fn(&str) -> bool) -> bool {
        self.passes(table, row)
            && self.texts().all(|(text, negated)| (table.says(row, &normal(text)) || says(text)) != negated)
    }
}

/// What a filter is read with.
struct Reader<'a> {
    table: &'a FactTable,
    locale: &'a Locale,
    as_of: Date,
}

impl Reader<'_> {
    /// What a word asks; nothing where it asks nothing.
    fn meaning(&self, lexeme: &Lexeme) -> Option<Result<Meaning, FilterProblem>> {
        let value = lexeme.value.as_str();
        if let Some(typed) = &lexeme.key {
            return Some(self.of_key(typed, value));
        }
        if value.is_empty() || value == "-" {
            return None;
        }
        let short = SHORT.into_iter().find(|(name, ..)| !lexeme.quoted && is_named("filter-word", name, value));
        Some(match short {
            Some((_, key, value)) => self.test(key, value),
            None => Ok(Meaning::Text(fold(value))),
        })
    }

    fn of_key(&self, typed: &str, value: &str) -> Result<Meaning, FilterProblem> {
        let Some(key) = key_named(typed) else { return Err(FilterProblem::no_key(typed, self.table, self.locale)) };
        if value.is_empty() {
            return Err(FilterProblem::NoValue(key));
        }
        self.test(key, value)
    }

    fn test(&self, key: FilterKey, value: &str) -> Result<Meaning, FilterProblem> {
        if !self.table.has(key) && !self.table.is_empty() {
            return Ok(Meaning::Never(FilterProblem::NotHere(key)));
        }
        match key {
            FilterKey::Due | FilterKey::On => range::days(value, self.locale, self.as_of)
                .map(|range| Meaning::Days(key, range))
                .map_err(|_| FilterProblem::NoDay(key, value.to_owned())),
            FilterKey::Amount => range::cents(value, self.locale).map(Meaning::Cents).map_err(FilterProblem::NoAmount),
            key => self.one_of(key, value),
        }
    }

    /// The values that are meant by each of the alternatives.
    fn one_of(&self, key: FilterKey, typed: &str) -> Result<Meaning, FilterProblem> {
        let values = self.table.names().of(key);
        let mut wanted = vec![false; values.len()];
        for word in typed.split(',').filter(|word| !word.is_empty()) {
            let word = normal(word);
            let fits: Vec<(usize, MatchKind)> =
                values.iter().enumerate().filter_map(|(n, value)| Some((n, value.fit(&word)?))).collect();
            // One whose whole name was typed is meant, and not those in which it stands too.
            let whole = fits.iter().any(|(_, fit)| *fit == MatchKind::Whole);
            if fits.is_empty() {
                return Err(FilterProblem::no_value(key, &word, values));
            }
            for (n, _) in fits.into_iter().filter(|(_, fit)| !whole || *fit == MatchKind::Whole) {
                if let Some(wanted) = wanted.get_mut(n) {
                    *wanted = true;
                }
            }
        }
        Ok(Meaning::OneOf(key, wanted))
    }
}

/// The key that a word names in either language.
fn key_named(typed: &str) -> Option<FilterKey> {
    FilterKey::ALL.into_iter().find(|key| is_named("filter-key", key.name(), typed))
}

/// Whether a word is one of those that a message lists, in either language, or its canonical one.
fn is_named(prefix: &str, name: &str, typed: &str) -> bool {
    let typed = fold(typed);
    typed == name
        || Language::ALL.into_iter().any(|language| {
            let words = Locale::new(language).text(&format!("{prefix}-{name}"));
            words.split_whitespace().any(|word| fold(word) == typed)
        })
}

/// The word of a language for a key or a short word: the first of those that it lists.
fn word_of(prefix: &str, name: &str, locale: &Locale) -> String {
    let words = locale.text(&format!("{prefix}-{name}"));
    words.split_whitespace().next().unwrap_or(name).to_owned()
}
