//! The options of a field, found by typing. They are made once and shared by copies of the field.

use std::borrow::Cow;
use std::fmt;

use crate::locale::fold;
use crate::report::filter::{IN_NAME, MatchScore, Query, RowText, TextIndex};

/// An option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The key: an id or a word of the format; empty for "none".
    pub key: String,
    /// How it is shown.
    pub shown: String,
    /// What it implies, shown beside it in the list; may be empty.
    pub hint: String,
}

/// The options in their order.
pub struct Options {
    all: Vec<Choice>,
    index: TextIndex,
    /// Whether a new option may be typed.
    pub is_open: bool,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options").field("all", &self.all).field("is_open", &self.is_open).finish_non_exhaustive()
    }
}

impl Options {
    /// Makes options from pairs of key and label.
    pub fn new(choices: impl IntoIterator<Item = (String, String)>) -> Self {
        let all: Vec<Choice> =
            choices.into_iter().map(|(key, shown)| Choice { key, shown, hint: String::new() }).collect();
        let index = TextIndex::new(all.iter().map(|choice| RowText {
            names: vec![Cow::Borrowed(choice.shown.as_str()), Cow::Borrowed(choice.key.as_str())],
            rest: Vec::new(),
        }));
        Self { all, index, is_open: false }
    }

    /// Adds what each option implies, given its key.
    pub fn with_hints(mut self, hint: impl Fn(&str) -> String) -> Self {
        for choice in &mut self.all {
            choice.hint = hint(&choice.key);
        }
        self
    }

    pub fn all(&self) -> &[Choice] {
        &self.all
    }

    /// Returns the position of a key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.all.iter().position(|choice| choice.key == key)
    }

    /// Returns whether one of the options contains all words of a text as they are typed.
    pub fn contains(&self, filter: &str) -> bool {
        let words: Vec<String> = filter.split_whitespace().map(fold).collect();
        self.all.iter().any(|choice| {
            let (shown, key) = (fold(&choice.shown), fold(&choice.key));
            words.iter().all(|word| shown.contains(word.as_str()) || key.contains(word.as_str()))
        })
    }

    /// Returns the positions of the options that match, the best first; all in their order without a text.
    pub fn matching(&self, filter: &str) -> Vec<usize> {
        let query = Query::new(filter);
        let scores = self.index.scores(&query);
        let mut found: Vec<(usize, MatchScore)> =
            scores.into_iter().enumerate().filter_map(|(n, score)| Some((n, score?))).collect();
        // Fuzzy matches count little beside literal ones, and nothing if a new name may be typed.
        let as_typed = u32::from(IN_NAME) * u32::try_from(filter.split_whitespace().count()).unwrap_or_default();
        if self.is_open || found.iter().any(|(_, score)| score.get() >= as_typed) {
            found.retain(|(_, score)| score.get() >= as_typed);
        }
        let folded = fold(filter);
        let begins =
            |n: usize| self.all.get(n).is_some_and(|one| one.key == filter || fold(&one.shown).starts_with(&folded));
        // Among equal matches, those that begin with the text come first.
        found.sort_by_cached_key(|(n, score)| (std::cmp::Reverse(*score), !filter.is_empty() && !begins(*n)));
        found.into_iter().map(|(n, _)| n).collect()
    }
}
