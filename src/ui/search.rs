//! Finding rows by what somebody types: accents and case folded, words in any order, letters left out.
//! `fuzzy-matcher` stays behind this door.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::locale::fold;

/// What is looked for: every word must be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

/// A row's text, folded once: the names that letters may be left out of, and the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Haystack {
    names: String,
    rest: String,
}

impl Haystack {
    /// Folds what a row is called and what else it says.
    #[must_use]
    pub fn new(names: &str, rest: &str) -> Self {
        Self { names: fold(names), rest: fold(rest) }
    }
}

/// Finds queries in haystacks; costly to build, kept between keys.
#[derive(Default)]
pub struct Searcher {
    matcher: SkimMatcherV2,
}

impl Query {
    /// What was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self { words: typed.split_whitespace().map(fold).collect() }
    }

    /// Whether everything is found by it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Which characters of a shown text were meant, by their position; empty where none were.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<usize> {
        let (folded, origin) = folded_with_origin(text);
        let mut found = Vec::new();
        for word in &self.words {
            if let Some(at) = folded.find(word.as_str()) {
                let start = folded[..at].chars().count();
                found.extend(origin[start..start + word.chars().count()].iter().copied());
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Searcher {
    /// How well a row matches, the higher the better; `None` where it does not.
    #[must_use]
    pub fn score(&self, query: &Query, haystack: &Haystack) -> Option<i64> {
        let mut score = 0;
        for word in &query.words {
            score += self.word_score(word, haystack)?;
        }
        Some(score)
    }

    /// The characters of a name that a fuzzy word was found by, by their position.
    #[must_use]
    pub fn fuzzy_highlights(&self, query: &Query, text: &str) -> Vec<usize> {
        let (folded, origin) = folded_with_origin(text);
        let fuzzy = |word: &String| self.matcher.fuzzy_indices(&folded, word).map(|(_, at)| at).unwrap_or_default();
        let mut found: Vec<usize> = query.words.iter().flat_map(fuzzy).filter_map(|n| origin.get(n).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// As it stands: best at the beginning of the names, then anywhere in them, then in the rest; with letters
    /// left out in the names alone, for in a long sentence any letters can be found in order.
    fn word_score(&self, word: &str, haystack: &Haystack) -> Option<i64> {
        if let Some(at) = haystack.names.find(word) {
            let begins = at == 0 || haystack.names[..at].ends_with(|c: char| !c.is_alphanumeric());
            return Some(if begins { 3_000 } else { 2_000 });
        }
        if haystack.rest.contains(word) {
            return Some(1_000);
        }
        self.matcher.fuzzy_match(&haystack.names, word)
    }
}

/// The folded text, and for each of its characters which one of the text it comes from.
fn folded_with_origin(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut origin = Vec::with_capacity(text.len());
    let mut buffer = [0; 4];
    for (n, c) in text.chars().enumerate() {
        let one = fold(c.encode_utf8(&mut buffer));
        origin.extend(std::iter::repeat_n(n, one.chars().count()));
        folded.push_str(&one);
    }
    (folded, origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(typed: &str, names: &str, rest: &str) -> Option<i64> {
        Searcher::default().score(&Query::new(typed), &Haystack::new(names, rest))
    }

    #[test]
    fn accents_case_and_order_do_not_matter() {
        assert!(score("economie", "Agence de l’Économie", "").is_some());
        assert!(score("ÉCO agence", "Agence de l’économie", "").is_some());
        assert!(score("eco paris", "Agence de l’économie", "").is_none());
        assert!(score("", "anything", "").is_some());
    }

    #[test]
    fn letters_may_be_left_out_of_names_only() {
        assert!(score("hstlg", "Histologe", "").is_some());
        assert!(score("hstlg", "CoMobi", "histologe").is_none());
        assert!(score("olog", "Comobi", "Histologe").is_some());
    }

    #[test]
    fn the_beginning_of_a_name_is_best() {
        assert!(score("co", "CoMobi", "") > score("ob", "CoMobi", ""));
        assert!(score("ob", "CoMobi", "") > score("ob", "Histologe", "mobile"));
    }

    #[test]
    fn what_was_meant_is_found_in_the_text_as_it_is_shown() {
        assert_eq!(Query::new("eco").highlights("L’Économie"), [2, 3, 4]);
        assert_eq!(Query::new("ma ta").highlights("Matama"), [0, 1, 2, 3]);
        assert_eq!(Query::new("zz").highlights("Matama"), Vec::<usize>::new());
        assert_eq!(Query::new("oe").highlights("un cœur"), [4, 4].into_iter().take(1).collect::<Vec<_>>());
        assert_eq!(Searcher::default().fuzzy_highlights(&Query::new("hlg"), "Histologe"), [0, 5, 7]);
    }
}
