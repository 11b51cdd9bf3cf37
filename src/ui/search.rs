//! Finding rows by what somebody types: accents and case folded, words in any order, letters left out.
//! `fuzzy-matcher` stays behind this door.
//!
//! Two hundred thousand rows say much the same: names of startups and parties, sentences of a template. So each
//! distinct text is folded once, by who makes the data, and looked in once per key; a row only knows which are its.

use std::borrow::Cow;
use std::collections::HashMap;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::locale::fold;
use crate::rules::on_all_cores;

/// Below so many texts another thread costs more than it spares.
const TEXTS_WORTH_A_THREAD: usize = 4_096;
/// Below so many rows.
const ROWS_WORTH_A_THREAD: usize = 16_384;

/// What is looked for: every word must be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

/// A row's texts as they are shown: the names that letters may be left out of, and the rest.
#[derive(Debug, Default)]
pub struct Haystack<'a> {
    /// What it is called, and whom it concerns.
    pub names: Vec<Cow<'a, str>>,
    /// What else it says.
    pub rest: Vec<Cow<'a, str>>,
}

/// The texts of many rows, each distinct one folded once.
#[derive(Debug, Default)]
pub struct Corpus {
    texts: Vec<Text>,
    /// The texts of all rows, by their number, one row after the other.
    parts: Vec<u32>,
    rows: Vec<Parts>,
}

/// Where a row's texts are among the parts: its names, and then the rest.
#[derive(Clone, Copy, Debug)]
struct Parts {
    begin: u32,
    names_end: u32,
    end: u32,
}

#[derive(Debug)]
struct Text {
    folded: String,
    is_name: bool,
}

impl Corpus {
    /// Folds the texts of rows, in their order.
    pub fn new<'a>(rows: impl Iterator<Item = Haystack<'a>>) -> Self {
        let (mut corpus, mut known) = (Self::default(), HashMap::new());
        for Haystack { names, rest } in rows {
            let names = names.into_iter().map(|text| (text, true));
            let first = corpus.parts.len();
            let mut end_of_names = first;
            for (text, is_name) in names.chain(rest.into_iter().map(|text| (text, false))) {
                let number = corpus.number(text, is_name, &mut known);
                corpus.parts.push(number);
                end_of_names += usize::from(is_name);
            }
            let short = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let end = short(corpus.parts.len());
            corpus.rows.push(Parts { begin: short(first), names_end: short(end_of_names), end });
        }
        corpus
    }

    fn number<'a>(&mut self, text: Cow<'a, str>, is_name: bool, known: &mut HashMap<Cow<'a, str>, u32>) -> u32 {
        if let Some(number) = known.get(&text) {
            if let Some(text) = self.texts.get_mut(*number as usize) {
                text.is_name |= is_name;
            }
            return *number;
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(Text { folded: fold(&text), is_name });
        known.insert(text, number);
        number
    }
}

impl Corpus {
    /// How well a row matches all words, each with what the texts give for it.
    fn score(&self, row: &Parts, of_words: &[Vec<Score>]) -> Option<i64> {
        let parts = |from: u32, to: u32| self.parts.get(from as usize..to as usize).unwrap_or_default();
        let (names, rest) = (parts(row.begin, row.names_end), parts(row.names_end, row.end));
        of_words.iter().try_fold(0, |score, of_texts| {
            let of = |part: &u32| of_texts.get(*part as usize).copied().unwrap_or_default();
            let best = names.iter().map(|part| of(part).as_name).max().unwrap_or(0);
            let in_rest = rest.iter().any(|part| of(part).has_word);
            let word = if in_rest { best.max(1_000) } else { best };
            (word > 0).then(|| score + i64::from(word))
        })
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
        Self::of(typed.split_whitespace().map(fold))
    }

    /// These words, folded already.
    #[must_use]
    pub fn of(words: impl Iterator<Item = String>) -> Self {
        Self { words: words.collect() }
    }

    /// How many letters are looked for.
    #[must_use]
    pub fn letters(&self) -> usize {
        self.words.iter().map(|word| word.chars().count()).sum()
    }

    /// Whether everything is found by it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a shown text holds all of the words.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let folded = fold(text);
        !self.words.is_empty() && self.words.iter().all(|word| folded.contains(word.as_str()))
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
    /// How well each row matches, the higher the better; `None` where it does not.
    #[must_use]
    pub fn scores(&self, query: &Query, corpus: &Corpus) -> Vec<Option<i64>> {
        let of_texts = |word: &String| {
            let some = |texts: &[Text]| texts.iter().map(|text| self.text_score(word, text)).collect::<Vec<_>>();
            on_all_cores(&corpus.texts, TEXTS_WORTH_A_THREAD, some).concat()
        };
        let of_words: Vec<Vec<Score>> = query.words.iter().map(of_texts).collect();
        let some = |rows: &[Parts]| rows.iter().map(|row| corpus.score(row, &of_words)).collect::<Vec<_>>();
        on_all_cores(&corpus.rows, ROWS_WORTH_A_THREAD, some).concat()
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

    /// As it stands: best at the beginning of a word of a name, then anywhere in a name, then in the rest; with
    /// letters left out in names alone, for in a long sentence any letters can be found in order.
    fn text_score(&self, word: &str, text: &Text) -> Score {
        if let Some(at) = text.folded.find(word) {
            // The whole of a name is better than its beginning, and that better than the beginning of another word.
            let closer = u16::from(at == 0) * 200 + u16::from(text.folded.len() == word.len()) * 300;
            let begins = at == 0 || text.folded[..at].ends_with(|c: char| !c.is_alphanumeric());
            return Score { as_name: if begins { 3_000 + closer } else { 2_000 }, has_word: true };
        }
        if !text.is_name || !has_letters_in_order(&text.folded, word) {
            return Score::default();
        }
        let fuzzy = self.matcher.fuzzy_match(&text.folded, word).unwrap_or(0);
        Score { as_name: u16::try_from(fuzzy.clamp(0, 999)).unwrap_or_default(), has_word: false }
    }
}

/// What one text gives for one word.
#[derive(Clone, Copy, Default)]
struct Score {
    as_name: u16,
    has_word: bool,
}

/// Whether all letters are there in their order: cheap to ask before the matcher is.
fn has_letters_in_order(text: &str, letters: &str) -> bool {
    let mut text = text.bytes();
    letters.bytes().all(|letter| text.any(|byte| byte == letter))
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
        let row = Haystack { names: vec![names.into()], rest: vec![rest.into()] };
        Searcher::default().scores(&Query::new(typed), &Corpus::new(std::iter::once(row)))[0]
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
    fn a_text_that_many_rows_share_counts_in_each_as_what_it_is_there() {
        let row =
            |name: &'static str, rest: &'static str| Haystack { names: vec![name.into()], rest: vec![rest.into()] };
        let corpus =
            Corpus::new([row("Pau", "Oise"), row("Oise", "Pau"), row("Pau", "Pau"), Haystack::default()].into_iter());
        assert_eq!(corpus.texts.len(), 2);
        let scores = Searcher::default().scores(&Query::new("pau"), &corpus);
        assert_eq!(scores, [Some(3_500), Some(1_000), Some(3_500), None]);
        assert_eq!(Searcher::default().scores(&Query::new("pau oise"), &corpus)[2], None);
    }

    #[test]
    fn many_rows_are_found_as_few_are() {
        let row = |n: usize| Haystack {
            names: vec![["Histologe", "CoMobi", "Pau", "Oise"][n % 4].into(), format!("name {}", n % 10_000).into()],
            rest: vec![format!("sentence {}", n % 7).into()],
        };
        let (searcher, query) = (Searcher::default(), Query::new("hist 6"));
        let many = searcher.scores(&query, &Corpus::new((0..40_000).map(row)));
        let few = |n| searcher.scores(&query, &Corpus::new(std::iter::once(row(n)))).first().copied().flatten();
        assert_eq!(many.len(), 40_000);
        assert_eq!(many.iter().flatten().count(), (0..40_000).filter(|n| few(*n).is_some()).count());
        for n in (0..40_000).step_by(997).chain([39_999]) {
            assert_eq!(many[n], few(n), "{n}");
        }
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
