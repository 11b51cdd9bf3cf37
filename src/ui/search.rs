//! Finding rows by what somebody types: accents and case folded, words in any order, letters left out.
//! `fuzzy-matcher` stays behind this door.
//!
//! Two hundred thousand rows say much the same: names of startups and parties, sentences of a template. So each
//! distinct text is folded once, when the data are made, knows the rows that say it, and is looked in once per key.
//! Most texts are not looked in at all: they lack one of the letters.

use std::borrow::Cow;
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::LazyLock;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;

use crate::locale::fold;

/// How well a row matches, the higher the better.
pub type Score = NonZeroU32;

/// What a word gives that begins a word of a name, or more.
const BEGINS: u16 = 3_000;
/// What it gives that stands anywhere in a name.
pub const STANDS: u16 = 2_000;
/// What it gives that stands in the rest of a row.
const IN_REST: u16 = 1_000;
/// The most that it gives with letters left out.
const LEFT_OUT: i64 = 999;

/// Costly to build, and the same for whoever looks.
static MATCHER: LazyLock<SkimMatcherV2> = LazyLock::new(SkimMatcherV2::default);

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
    /// All texts, folded, one after the other.
    folded: String,
    texts: Vec<Text>,
    /// Where each text is said, one text after the other.
    said: Vec<Said>,
    /// How many rows there are.
    rows: usize,
}

/// A distinct text.
#[derive(Debug)]
struct Text {
    /// Where it stands among all.
    at: Range<u32>,
    letters: Letters,
    is_name: bool,
    /// Where it is said.
    said: Range<u32>,
}

/// A row that says a text, and whether as a name.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    row: u32,
    as_name: bool,
}

/// Which letters there are in a text, those beyond the alphabet and the digits taken together by some.
#[derive(Clone, Copy, Debug)]
struct Letters(u64);

impl Letters {
    fn of(folded: &str) -> Self {
        let bit = |byte: u8| match byte {
            b'a'..=b'z' => byte - b'a',
            b'0'..=b'9' => 26 + byte - b'0',
            other => 36 + other % 28,
        };
        Self(folded.bytes().fold(0, |letters, byte| letters | 1 << bit(byte)))
    }

    /// Whether a text of these letters may hold all of others.
    const fn may_hold(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }
}

impl Corpus {
    /// Folds the texts of rows, in their order.
    pub fn new<'a>(rows: impl Iterator<Item = Haystack<'a>>) -> Self {
        let (mut corpus, mut known, mut said) = (Self::default(), HashMap::new(), Vec::new());
        for Haystack { names, rest } in rows {
            let row = short(corpus.rows);
            let names = names.into_iter().map(|text| (text, true));
            for (text, as_name) in names.chain(rest.into_iter().map(|text| (text, false))) {
                said.push((corpus.number(text, as_name, &mut known), Said { row, as_name }));
            }
            corpus.rows += 1;
        }
        corpus.sort(&said);
        corpus
    }

    /// The number of a text that is said once more.
    fn number<'a>(&mut self, text: Cow<'a, str>, as_name: bool, known: &mut HashMap<Cow<'a, str>, u32>) -> u32 {
        let number = known.get(&text).copied().unwrap_or_else(|| {
            let (folded, number) = (fold(&text), short(self.texts.len()));
            let begin = short(self.folded.len());
            self.folded.push_str(&folded);
            let at = begin..short(self.folded.len());
            self.texts.push(Text { at, letters: Letters::of(&folded), is_name: false, said: 0..0 });
            known.insert(text, number);
            number
        });
        if let Some(text) = self.texts.get_mut(number as usize) {
            text.is_name |= as_name;
            text.said.end += 1;
        }
        number
    }

    /// Puts what rows say in the order of the texts.
    fn sort(&mut self, said: &[(u32, Said)]) {
        let mut begin = 0;
        for text in &mut self.texts {
            let count = text.said.end;
            text.said = begin..begin;
            begin += count;
        }
        self.said = vec![Said::default(); said.len()];
        for (text, one) in said {
            let Some(text) = self.texts.get_mut(*text as usize) else { continue };
            if let Some(place) = self.said.get_mut(text.said.end as usize) {
                *place = *one;
            }
            text.said.end += 1;
        }
    }

    /// How well each row matches, for what shows the best first; `None` where it does not.
    #[must_use]
    pub fn scores(&self, query: &Query) -> Vec<Option<Score>> {
        self.scores_by(query, |word| self.of_rows(word))
    }

    /// The same for lists, which keep their order: there a word with letters left out is looked for only where no row
    /// holds it as it was typed.
    #[must_use]
    pub fn matches(&self, query: &Query) -> Vec<Option<Score>> {
        self.scores_by(query, |word| {
            let mut rows = self.of_rows(word);
            if rows.iter().any(|given| *given >= IN_REST) {
                rows.iter_mut().filter(|given| **given < IN_REST).for_each(|given| *given = 0);
            }
            rows
        })
    }

    fn scores_by(&self, query: &Query, of_rows: impl Fn(&str) -> Vec<u16>) -> Vec<Option<Score>> {
        let Some((first, others)) = query.words.split_first() else { return vec![Some(Score::MIN); self.rows] };
        let mut scores: Vec<_> = of_rows(first).into_iter().map(|given| Score::new(given.into())).collect();
        for word in others {
            for (score, given) in scores.iter_mut().zip(of_rows(word)) {
                *score = score.filter(|_| given > 0).map(|score| score.saturating_add(given.into()));
            }
        }
        scores
    }

    /// What each row gives for a word: the best of its texts.
    fn of_rows(&self, word: &str) -> Vec<u16> {
        let mut rows = vec![0; self.rows];
        let (letters, finder) = (Letters::of(word), Finder::new(word));
        for text in self.texts.iter().filter(|text| text.letters.may_hold(letters)) {
            let as_name = self.given(text, word, &finder);
            let in_rest = if as_name < STANDS { 0 } else { IN_REST };
            let said = self.said.get(text.said.start as usize..text.said.end as usize).unwrap_or_default();
            for one in said.iter().filter(|_| as_name > 0) {
                if let Some(best) = rows.get_mut(one.row as usize) {
                    *best = if one.as_name { as_name } else { in_rest }.max(*best);
                }
            }
        }
        rows
    }

    /// What a text gives for a word where it is a name.
    fn given(&self, text: &Text, word: &str, finder: &Finder<'_>) -> u16 {
        let folded = self.folded.get(text.at.start as usize..text.at.end as usize).unwrap_or_default();
        match finder.find(folded.as_bytes()) {
            Some(at) => where_it_stands(folded, word, at),
            None if text.is_name => with_letters_left_out(folded, word),
            None => 0,
        }
    }
}

/// No text is so long, and no list, that it would not find room.
fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What a word gives that stands in a text: best at the beginning of one of its words.
fn where_it_stands(folded: &str, word: &str, at: usize) -> u16 {
    // The whole of a name is better than its beginning, and that better than the beginning of another word.
    let closer = u16::from(at == 0) * 200 + u16::from(folded.len() == word.len()) * 300;
    let begins = at == 0 || folded[..at].ends_with(|c: char| !c.is_alphanumeric());
    if begins { BEGINS + closer } else { STANDS }
}

/// What a word gives whose letters stand in a name with others between.
fn with_letters_left_out(name: &str, word: &str) -> u16 {
    if !has_letters_in_order(name, word) {
        return 0;
    }
    let given = MATCHER.fuzzy_match(name, word).unwrap_or(0);
    u16::try_from(given.clamp(0, LEFT_OUT)).unwrap_or_default()
}

/// Whether all letters are there in their order: cheap to ask before the matcher is.
fn has_letters_in_order(text: &str, letters: &str) -> bool {
    let mut text = text.bytes();
    letters.bytes().all(|letter| text.any(|byte| byte == letter))
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
        self.found_in(text, |folded, word| {
            let at = folded.find(word)?;
            let start = folded[..at].chars().count();
            Some((start..start + word.chars().count()).collect())
        })
    }

    /// The characters of a name that words were found by with letters left out, by their position.
    #[must_use]
    pub fn fuzzy_highlights(&self, text: &str) -> Vec<usize> {
        self.found_in(text, |folded, word| MATCHER.fuzzy_indices(folded, word).map(|(_, at)| at))
    }

    /// The characters of a shown text where each word is found in it folded.
    fn found_in(&self, text: &str, find: impl Fn(&str, &str) -> Option<Vec<usize>>) -> Vec<usize> {
        let (folded, origin) = folded_with_origin(text);
        let places = self.words.iter().filter_map(|word| find(&folded, word)).flatten();
        let mut found: Vec<usize> = places.filter_map(|n| origin.get(n).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
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

    fn score(typed: &str, names: &str, rest: &str) -> Option<Score> {
        let row = Haystack { names: vec![names.into()], rest: vec![rest.into()] };
        Corpus::new(std::iter::once(row)).scores(&Query::new(typed))[0]
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
    fn what_stands_as_it_was_typed_is_better_than_letters_left_out_and_these_stand_in_their_order() {
        assert!(score("mob", "Ma bouteille, CoMobi", "") > score("mbt", "Ma bouteille, CoMobi", ""));
        assert!(score("bouteille", "CoMobi", "Ma bouteille") > score("cmb", "CoMobi", "Ma bouteille"));
        assert_eq!(score("hts", "Histologe", ""), None);
    }

    #[test]
    fn whatever_stands_in_a_text_is_found() {
        let text = "Pépinière d’été – 17 500,50 € (à 100 %) №7 ß";
        let folded = fold(text);
        for word in folded.split_whitespace().flat_map(|word| word.char_indices().map(|(at, _)| &word[at..])) {
            assert!(score(word, text, "") >= Score::new(2_000), "{word}");
            assert_eq!(score(word, "", text), Score::new(1_000), "{word}");
        }
    }

    #[test]
    fn a_text_that_many_rows_share_counts_in_each_as_what_it_is_there() {
        let row =
            |name: &'static str, rest: &'static str| Haystack { names: vec![name.into()], rest: vec![rest.into()] };
        let corpus =
            Corpus::new([row("Pau", "Oise"), row("Oise", "Pau"), row("Pau", "Pau"), Haystack::default()].into_iter());
        assert_eq!(corpus.texts.len(), 2);
        assert_eq!(corpus.scores(&Query::new("pau")), [3_500, 1_000, 3_500, 0].map(Score::new));
        assert_eq!(corpus.scores(&Query::new("pau oise"))[2], None);
    }

    #[test]
    fn a_list_leaves_letters_out_only_where_no_row_holds_the_word_as_it_was_typed() {
        let row =
            |name: &'static str, rest: &'static str| Haystack { names: vec![name.into()], rest: vec![rest.into()] };
        let rows = [row("Histologe", "Pau Béarn"), row("Convention de partenariat", "ANCT")];
        let corpus = Corpus::new(rows.into_iter());
        let found = |typed: &str| -> Vec<bool> {
            corpus.matches(&Query::new(typed)).into_iter().map(|score| score.is_some()).collect()
        };
        assert_eq!(found("pa"), [true, true]);
        assert_eq!(found("pau"), [true, false], "and not p…a…u in the other");
        assert_eq!(found("prtnr"), [false, true]);
        assert_eq!(found("pau hstlg"), [true, false], "each word by itself");
    }

    #[test]
    fn many_rows_are_found_as_few_are() {
        let row = |n: usize| Haystack {
            names: vec![["Histologe", "CoMobi", "Pau", "Oise"][n % 4].into(), format!("name {}", n % 10_000).into()],
            rest: vec![format!("sentence {}", n % 7).into()],
        };
        let query = Query::new("hist 6");
        let many = Corpus::new((0..40_000).map(row)).scores(&query);
        let few = |n| Corpus::new(std::iter::once(row(n))).scores(&query).first().copied().flatten();
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
        assert_eq!(Query::new("hlg").fuzzy_highlights("Histologe"), [0, 5, 7]);
    }
}
