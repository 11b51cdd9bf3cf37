//! What a field offers to pick from, found by typing. Made once, shared by the copies of its field.

use std::borrow::Cow;
use std::fmt;

use crate::locale::fold;
use crate::report::filter::{IN_NAME, Query, RowText, Score, TextIndex};

/// One thing to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it stands for: an id, a word of the format; nothing for "none of them".
    pub key: String,
    /// As it is shown.
    pub shown: String,
}

/// The things to pick from, in their order.
pub struct Options {
    all: Vec<Choice>,
    index: TextIndex,
    /// Whether what is typed may also be a new one.
    pub is_open: bool,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options").field("all", &self.all).field("is_open", &self.is_open).finish_non_exhaustive()
    }
}

impl Options {
    /// Pairs of what each stands for and how it is shown.
    pub fn new(choices: impl IntoIterator<Item = (String, String)>) -> Self {
        let all: Vec<Choice> = choices.into_iter().map(|(key, shown)| Choice { key, shown }).collect();
        let index = TextIndex::new(all.iter().map(|choice| RowText {
            names: vec![Cow::Borrowed(choice.shown.as_str()), Cow::Borrowed(choice.key.as_str())],
            rest: Vec::new(),
        }));
        Self { all, index, is_open: false }
    }

    /// All of them.
    pub fn all(&self) -> &[Choice] {
        &self.all
    }

    /// The position of what stands for a key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.all.iter().position(|choice| choice.key == key)
    }

    /// The positions of those that a filter finds, the best first; all in their order without one.
    pub fn matching(&self, filter: &str) -> Vec<usize> {
        let query = Query::new(filter);
        let scores = self.index.scores(&query);
        let mut found: Vec<(usize, Score)> =
            scores.into_iter().enumerate().filter_map(|(n, score)| Some((n, score?))).collect();
        // Letters in order that happen to be found mean little beside what is there as it was typed, and nothing
        // where a new name may be typed.
        let as_typed = u32::from(IN_NAME) * u32::try_from(filter.split_whitespace().count()).unwrap_or_default();
        if self.is_open || found.iter().any(|(_, score)| score.get() >= as_typed) {
            found.retain(|(_, score)| score.get() >= as_typed);
        }
        let folded = fold(filter);
        let begins =
            |n: usize| self.all.get(n).is_some_and(|one| one.key == filter || fold(&one.shown).starts_with(&folded));
        // Of those found alike, what begins as it was typed comes first; to look costs little, for few are found.
        found.sort_by_cached_key(|(n, score)| (std::cmp::Reverse(*score), !filter.is_empty() && !begins(*n)));
        found.into_iter().map(|(n, _)| n).collect()
    }
}
