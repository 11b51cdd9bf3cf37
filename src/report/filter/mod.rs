//! The filter language, one for every list and for `--filter`.
//!
//! A filter consists of words, all of which must match: `late`, `owes:pau`, `due:<30d`, `-done`, and for alternatives
//! `phase:construction,acceleration`. Any other word is text to search for. English words are canonical; the French
//! ones of `locale` are equivalent. A filter is read once against the [`FactTable`] of a list, which resolves names,
//! and then tested against each row. [`Search`] combines it with the text matcher.

mod complete;
mod english;
mod facts;
mod lexer;
mod lists;
mod names;
mod problem;
mod range;
mod rows;
mod search;
mod table;
#[cfg(test)]
mod tests;
mod text_index;
mod texts;

use std::ops;

pub use complete::{Candidate, candidates, vocabulary};
pub use english::{in_english, problem_with};
pub use facts::{FilterKey, RowFacts};
pub use lists::FilteredList;
pub use names::ValueNames;
pub use problem::FilterProblem;
pub use rows::{
    of_clock, of_commit, of_commitment, of_finding, of_framework, of_occurrence, of_startup, of_today, of_unreadable,
};
pub use search::Search;
pub use table::FactTable;
pub use text_index::{IN_NAME, MatchScore, Query, RowText, TextIndex};
pub use texts::{
    text_of_clock, text_of_commit, text_of_commitment, text_of_convention, text_of_finding, text_of_note,
    text_of_occurrence, text_of_party, text_of_person, text_of_startup, text_of_today, text_of_unreadable,
};

use crate::locale::{DateDirection, Language, Locale, fold, fold_name};
use crate::model::Date;
use lexer::Lexeme;
use names::MatchKind;
use range::ValueRange;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    words: Vec<FilterWord>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FilterWord {
    /// Its bytes in the typed text.
    pub at: ops::Range<usize>,
    negated: bool,
    meaning: Result<Meaning, FilterProblem>,
}

/// The test of a word.
#[derive(Clone, Debug, PartialEq)]
enum Meaning {
    /// Contains this folded text.
    Text(String),
    /// Has one of these values of a key, by number.
    OneOf(FilterKey, Vec<bool>),
    /// Has a day of a key in the range.
    Days(FilterKey, ValueRange<i32>),
    /// Has an amount in the range, in cents.
    Cents(ValueRange<i64>),
    /// Is the user's own; the number of the user's person.
    Mine(u32),
    /// Matches no row, with the reason.
    Never(FilterProblem),
}

/// Keywords, each short for a value of a key.
const KEYWORDS: [(&str, FilterKey, &str); 5] = [
    ("late", FilterKey::State, "late"),
    ("done", FilterKey::State, "done"),
    ("soon", FilterKey::State, "due-soon"),
    ("due", FilterKey::State, "due"),
    ("unsigned", FilterKey::Status, "unsigned"),
];

/// The keyword for the rows of the user.
const MINE: &str = "mine";

impl Filter {
    /// Reads what was typed against the rows to test. Relative days count from `as_of`.
    #[must_use]
    pub fn read(typed: &str, table: &FactTable, locale: &Locale, as_of: Date) -> Self {
        let reader = Reader { table, locale, as_of };
        let words = lexer::lexemes(typed).into_iter().filter_map(|lexeme| {
            let meaning = reader.meaning(&lexeme)?;
            Some(FilterWord { at: lexeme.at, negated: lexeme.negated, meaning })
        });
        Self { words: words.collect() }
    }

    /// Returns whether every row passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| word.meaning.is_err())
    }

    /// Returns whether any word tests a key.
    #[must_use]
    pub fn tests_key(&self, key: FilterKey) -> bool {
        self.words.iter().any(|word| matches!(&word.meaning, Ok(Meaning::OneOf(tested, _)) if *tested == key))
    }

    /// Returns whether any word is more than text.
    #[must_use]
    pub fn has_tests(&self) -> bool {
        self.words.iter().any(|word| !matches!(word.meaning, Ok(Meaning::Text(_)) | Err(_)))
    }

    /// Returns the words that are not understood or that no row can match.
    pub fn problems(&self) -> impl Iterator<Item = (&FilterWord, &FilterProblem)> {
        self.words.iter().filter_map(|word| match &word.meaning {
            Ok(Meaning::Never(problem)) | Err(problem) => Some((word, problem)),
            Ok(_) => None,
        })
    }

    /// Returns the folded texts to search for, each with whether it is negated.
    pub fn texts(&self) -> impl Iterator<Item = (&str, bool)> {
        self.words.iter().filter_map(|word| match &word.meaning {
            Ok(Meaning::Text(text)) => Some((text.as_str(), word.negated)),
            _ => None,
        })
    }

    /// Returns whether a row passes all words except texts.
    #[must_use]
    pub fn passes(&self, table: &FactTable, row: usize) -> bool {
        self.words.iter().all(|word| {
            let holds = match &word.meaning {
                Ok(Meaning::OneOf(key, wanted)) => table.has_one_of(row, *key, wanted),
                Ok(Meaning::Days(key, range)) => table.day(row, *key).is_some_and(|day| range.holds(&day)),
                Ok(Meaning::Cents(range)) => table.cents(row).is_some_and(|cents| range.holds(&cents)),
                Ok(Meaning::Mine(me)) => table.is_of(row, *me),
                Ok(Meaning::Never(_)) => false,
                Ok(Meaning::Text(_)) | Err(_) => return true,
            };
            holds != word.negated
        })
    }
}

struct Reader<'a> {
    table: &'a FactTable,
    locale: &'a Locale,
    as_of: Date,
}

impl Reader<'_> {
    /// Returns the test of a word, or `None` for a lone minus or empty quotes.
    fn meaning(&self, lexeme: &Lexeme) -> Option<Result<Meaning, FilterProblem>> {
        let value = lexeme.value.as_str();
        if let Some(typed) = &lexeme.key {
            return Some(self.of_key(typed, value));
        }
        if value.is_empty() || value == "-" {
            return None;
        }
        if !lexeme.quoted && is_named("filter-word", MINE, value) {
            return Some(Ok(self.mine()));
        }
        let short = KEYWORDS.into_iter().find(|(name, ..)| !lexeme.quoted && is_named("filter-word", name, value));
        Some(match short {
            Some((_, key, value)) => self.test(key, value),
            None => Ok(Meaning::Text(fold(value))),
        })
    }

    fn mine(&self) -> Meaning {
        if !self.table.list().has(FilterKey::Coach) {
            return Meaning::Never(FilterProblem::NotHere(FilterKey::Coach));
        }
        self.table.names().me.map_or(Meaning::Never(FilterProblem::NoMe), Meaning::Mine)
    }

    fn of_key(&self, typed: &str, value: &str) -> Result<Meaning, FilterProblem> {
        let Some(key) = key_named(typed) else { return Err(FilterProblem::no_key(typed, self.table, self.locale)) };
        if value.is_empty() {
            return Err(FilterProblem::NoValue(key));
        }
        self.test(key, value)
    }

    fn test(&self, key: FilterKey, value: &str) -> Result<Meaning, FilterProblem> {
        if !self.table.list().has(key) {
            return Ok(Meaning::Never(FilterProblem::NotHere(key)));
        }
        match key {
            FilterKey::Due | FilterKey::On | FilterKey::Ends => {
                let direction = if key == FilterKey::On { DateDirection::Back } else { DateDirection::Ahead };
                let range = range::days(value, self.as_of, direction);
                range.map(|range| Meaning::Days(key, range)).map_err(|_| FilterProblem::NoDay(key, value.to_owned()))
            }
            FilterKey::Amount => range::cents(value, self.locale).map(Meaning::Cents).map_err(FilterProblem::NoAmount),
            key => self.one_of(key, value),
        }
    }

    /// Resolves the alternatives after a key.
    fn one_of(&self, key: FilterKey, typed: &str) -> Result<Meaning, FilterProblem> {
        let list = self.table.list();
        let all = self.table.names().of(key);
        let mut wanted = vec![false; all.len()];
        for word in typed.split(',').filter(|word| !word.is_empty()) {
            let word = fold_name(word);
            let values = all.iter().enumerate().filter(|(_, value)| list.has_value(key, &value.name));
            let fits: Vec<(usize, MatchKind)> =
                values.clone().filter_map(|(n, value)| Some((n, value.fit(&word)?))).collect();
            // A whole name excludes the values that merely contain it.
            let whole = fits.iter().any(|(_, fit)| *fit == MatchKind::Whole);
            if fits.is_empty() {
                let values: Vec<_> = values.map(|(_, value)| value).collect();
                return Err(FilterProblem::no_value(key, &word, &values));
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

/// Returns the key of a word in either language.
fn key_named(typed: &str) -> Option<FilterKey> {
    FilterKey::ALL.into_iter().find(|key| is_named("filter-key", key.name(), typed))
}

/// Returns whether a word is the canonical one, or listed in the message of either language.
fn is_named(prefix: &str, name: &str, typed: &str) -> bool {
    let typed = fold(typed);
    typed == name
        || Language::ALL.into_iter().any(|language| {
            let words = Locale::new(language).text(&format!("{prefix}-{name}"));
            words.split_whitespace().any(|word| fold(word) == typed)
        })
}

/// Returns a filter without the keyword for the user's rows, or with it if it has none.
#[must_use]
pub fn with_or_without_mine(typed: &str, locale: &Locale) -> String {
    let is_mine = |lexeme: &Lexeme| {
        lexeme.key.is_none() && !lexeme.quoted && !lexeme.negated && is_named("filter-word", MINE, &lexeme.value)
    };
    let words = lexer::lexemes(typed);
    let others = words.iter().filter(|lexeme| !is_mine(lexeme)).filter_map(|lexeme| typed.get(lexeme.at.clone()));
    let mut kept: Vec<&str> = others.collect();
    let mine = word_of("filter-word", MINE, locale);
    if kept.len() == words.len() {
        kept.insert(0, &mine);
    }
    kept.join(" ")
}

/// Returns the word of a language for a key or a short word: the first of those that it lists.
fn word_of(prefix: &str, name: &str, locale: &Locale) -> String {
    let words = locale.text(&format!("{prefix}-{name}"));
    words.split_whitespace().next().unwrap_or(name).to_owned()
}
