//! The text matcher of lists, the finder and `--filter`: accents, case and typography folded, words in any order, fuzzy
//! in names. The only module that uses `fuzzy-matcher`.
//!
//! Many rows share their texts (names of startups and parties, sentences of a template). So each distinct text is
//! folded once, when the index is built, keeps the rows that contain it, and is searched once per query. Most texts are
//! skipped without a search because they lack one of the letters.

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
pub type MatchScore = NonZeroU32;

/// Score of a match at the beginning of a word of a name.
const WORD_START: u16 = 3_000;
/// Score of a match inside a word of a name.
pub const IN_NAME: u16 = 2_000;
/// Score of a match outside of names.
const IN_REST: u16 = 1_000;
/// Highest score of a fuzzy match.
const FUZZY_MAX: i64 = 999;

static MATCHER: LazyLock<SkimMatcherV2> = LazyLock::new(SkimMatcherV2::default);

/// The words to find, folded; a row matches if it contains all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

/// The texts of a row as shown. Only names are matched fuzzily.
#[derive(Debug, Default)]
pub struct RowText<'a> {
    /// Names and ids of the row and of all records it refers to.
    pub names: Vec<Cow<'a, str>>,
    /// Its other texts.
    pub rest: Vec<Cow<'a, str>>,
}

/// The texts of the rows of a list, each distinct text once.
#[derive(Debug, Default)]
pub struct TextIndex {
    /// All texts, folded and concatenated.
    folded: String,
    texts: Vec<IndexedText>,
    /// The rows that contain each text, grouped by text.
    uses: Vec<TextUse>,
    rows: usize,
}

#[derive(Debug)]
struct IndexedText {
    /// Its bytes in [`TextIndex::folded`].
    at: Range<u32>,
    letters: ByteSet,
    is_name: bool,
    /// Its entries in [`TextIndex::uses`].
    uses: Range<u32>,
}

/// A row that contains a text, and whether as a name.
#[derive(Clone, Copy, Debug, Default)]
struct TextUse {
    row: u32,
    as_name: bool,
}

/// The set of bytes in a folded text; bytes other than letters and digits share bits.
#[derive(Clone, Copy, Debug)]
struct ByteSet(u64);

impl ByteSet {
    fn of(folded: &str) -> Self {
        let bit = |byte: u8| match byte {
            b'a'..=b'z' => byte - b'a',
            b'0'..=b'9' => 26 + byte - b'0',
            other => 36 + other % 28,
        };
        Self(folded.bytes().fold(0, |letters, byte| letters | 1 << bit(byte)))
    }

    /// Returns whether a text with this set can contain one with the `others`.
    const fn may_contain(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }
}

impl TextIndex {
    /// Builds the index of rows, which are known by their position.
    pub fn new<'a>(rows: impl Iterator<Item = RowText<'a>>) -> Self {
        let (mut index, mut known, mut uses) = (Self::default(), HashMap::new(), Vec::new());
        for RowText { names, rest } in rows {
            let row = to_u32(index.rows);
            let names = names.into_iter().map(|text| (text, true));
            for (text, as_name) in names.chain(rest.into_iter().map(|text| (text, false))) {
                uses.push((index.number(text, as_name, &mut known), TextUse { row, as_name }));
            }
            index.rows += 1;
        }
        index.sort(&uses);
        index
    }

    /// Returns the number of a text, adds it if it is new, and counts one more use.
    fn number<'a>(&mut self, text: Cow<'a, str>, as_name: bool, known: &mut HashMap<Cow<'a, str>, u32>) -> u32 {
        let number = known.get(&text).copied().unwrap_or_else(|| {
            let (folded, number) = (fold(&text), to_u32(self.texts.len()));
            let begin = to_u32(self.folded.len());
            self.folded.push_str(&folded);
            let at = begin..to_u32(self.folded.len());
            self.texts.push(IndexedText { at, letters: ByteSet::of(&folded), is_name: false, uses: 0..0 });
            known.insert(text, number);
            number
        });
        if let Some(text) = self.texts.get_mut(number as usize) {
            text.is_name |= as_name;
            text.uses.end += 1;
        }
        number
    }

    /// Groups the uses by text.
    fn sort(&mut self, uses: &[(u32, TextUse)]) {
        let mut begin = 0;
        for text in &mut self.texts {
            let count = text.uses.end;
            text.uses = begin..begin;
            begin += count;
        }
        self.uses = vec![TextUse::default(); uses.len()];
        for (text, one) in uses {
            let Some(text) = self.texts.get_mut(*text as usize) else { continue };
            if let Some(place) = self.uses.get_mut(text.uses.end as usize) {
                *place = *one;
            }
            text.uses.end += 1;
        }
    }

    /// Returns the score of each row, or `None` if it does not match. For results that are sorted by score.
    #[must_use]
    pub fn scores(&self, query: &Query) -> Vec<Option<MatchScore>> {
        self.scores_by(query, |word| self.word_scores(word))
    }

    /// Like [`scores`](Self::scores), for lists that keep their order: a word is matched fuzzily only if no row
    /// contains it literally.
    #[must_use]
    pub fn matches(&self, query: &Query) -> Vec<Option<MatchScore>> {
        self.scores_by(query, |word| {
            let mut rows = self.word_scores(word);
            if rows.iter().any(|given| *given >= IN_REST) {
                rows.iter_mut().filter(|given| **given < IN_REST).for_each(|given| *given = 0);
            }
            rows
        })
    }

    fn scores_by(&self, query: &Query, word_scores: impl Fn(&str) -> Vec<u16>) -> Vec<Option<MatchScore>> {
        let Some((first, others)) = query.words.split_first() else { return vec![Some(MatchScore::MIN); self.rows] };
        let mut scores: Vec<_> = word_scores(first).into_iter().map(|given| MatchScore::new(given.into())).collect();
        for word in others {
            for (score, given) in scores.iter_mut().zip(word_scores(word)) {
                *score = score.filter(|_| given > 0).map(|score| score.saturating_add(given.into()));
            }
        }
        scores
    }

    /// Returns the score of each row for one word: the best of its texts.
    fn word_scores(&self, word: &str) -> Vec<u16> {
        let mut rows = vec![0; self.rows];
        let (letters, finder) = (ByteSet::of(word), Finder::new(word));
        for text in self.texts.iter().filter(|text| text.letters.may_contain(letters)) {
            let as_name = self.text_score(text, word, &finder);
            let in_rest = if as_name < IN_NAME { 0 } else { IN_REST };
            let uses = self.uses.get(text.uses.start as usize..text.uses.end as usize).unwrap_or_default();
            for one in uses.iter().filter(|_| as_name > 0) {
                if let Some(best) = rows.get_mut(one.row as usize) {
                    *best = if one.as_name { as_name } else { in_rest }.max(*best);
                }
            }
        }
        rows
    }

    /// Returns the score of a text for a word if the text is a name.
    fn text_score(&self, text: &IndexedText, word: &str, finder: &Finder<'_>) -> u16 {
        let folded = self.folded.get(text.at.start as usize..text.at.end as usize).unwrap_or_default();
        match finder.find(folded.as_bytes()) {
            Some(at) => literal_score(folded, word, at),
            None if text.is_name => fuzzy_score(folded, word),
            None => 0,
        }
    }
}

/// Converts a length; saturates.
fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Returns the score of a literal match at byte `at`.
fn literal_score(folded: &str, word: &str, at: usize) -> u16 {
    // The whole name beats its first word, which beats any other word.
    let closer = u16::from(at == 0) * 200 + u16::from(folded.len() == word.len()) * 300;
    let begins = at == 0 || folded[..at].ends_with(|c: char| !c.is_alphanumeric());
    if begins { WORD_START + closer } else { IN_NAME }
}

/// Returns the score of a fuzzy match, 0 if there is none.
fn fuzzy_score(name: &str, word: &str) -> u16 {
    if !is_subsequence(name, word) {
        return 0;
    }
    let given = MATCHER.fuzzy_match(name, word).unwrap_or(0);
    u16::try_from(given.clamp(0, FUZZY_MAX)).unwrap_or_default()
}

/// Cheap test before the matcher is asked.
fn is_subsequence(text: &str, letters: &str) -> bool {
    let mut text = text.bytes();
    letters.bytes().all(|letter| text.any(|byte| byte == letter))
}

impl Query {
    /// Returns the words of a typed text.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self::of(typed.split_whitespace().map(fold))
    }

    /// Words that are already folded.
    #[must_use]
    pub fn of(words: impl Iterator<Item = String>) -> Self {
        Self { words: words.collect() }
    }

    /// Returns the number of characters of all words.
    #[must_use]
    pub fn letters(&self) -> usize {
        self.words.iter().map(|word| word.chars().count()).sum()
    }

    /// Returns whether every row matches.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Returns whether a text contains all words literally.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let folded = fold(text);
        !self.words.is_empty() && self.words.iter().all(|word| folded.contains(word.as_str()))
    }

    /// Returns the positions of the characters of a text that match literally.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<usize> {
        self.positions(text, |folded, word| {
            let at = folded.find(word)?;
            let start = folded[..at].chars().count();
            Some((start..start + word.chars().count()).collect())
        })
    }

    /// Returns the positions of the characters of a name that match fuzzily.
    #[must_use]
    pub fn fuzzy_highlights(&self, text: &str) -> Vec<usize> {
        self.positions(text, |folded, word| MATCHER.fuzzy_indices(folded, word).map(|(_, at)| at))
    }

    /// Returns the characters of a text where `find` finds each word in its folded form.
    fn positions(&self, text: &str, find: impl Fn(&str, &str) -> Option<Vec<usize>>) -> Vec<usize> {
        let (folded, origin) = folded_with_origin(text);
        let places = self.words.iter().filter_map(|word| find(&folded, word)).flatten();
        let mut found: Vec<usize> = places.filter_map(|n| origin.get(n).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Returns the folded text, and the position in `text` of each of its characters.
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

    fn score(typed: &str, names: &str, rest: &str) -> Option<MatchScore> {
        let row = RowText { names: vec![names.into()], rest: vec![rest.into()] };
        TextIndex::new(std::iter::once(row)).scores(&Query::new(typed))[0]
    }

    #[test]
    fn accents_case_and_order_do_not_matter() {
        assert!(score("economie", "Agence de l’Économie", "").is_some());
        assert!(score("ÉCO agence", "Agence de l’économie", "").is_some());
        assert!(score("eco paris", "Agence de l’économie", "").is_none());
        assert!(score("", "anything", "").is_some());
    }

    #[test]
    fn only_names_match_fuzzily() {
        assert!(score("hstlg", "Histologe", "").is_some());
        assert!(score("hstlg", "CoMobi", "histologe").is_none());
        assert!(score("olog", "Comobi", "Histologe").is_some());
    }

    #[test]
    fn literal_matches_beat_fuzzy_ones_which_keep_the_order_of_letters() {
        assert!(score("mob", "Ma bouteille, CoMobi", "") > score("mbt", "Ma bouteille, CoMobi", ""));
        assert!(score("bouteille", "CoMobi", "Ma bouteille") > score("cmb", "CoMobi", "Ma bouteille"));
        assert_eq!(score("hts", "Histologe", ""), None);
    }

    #[test]
    fn every_suffix_of_a_word_is_found() {
        let text = "Pépinière d’été – 17 500,50 € (à 100 %) №7 ß";
        let folded = fold(text);
        for word in folded.split_whitespace().flat_map(|word| word.char_indices().map(|(at, _)| &word[at..])) {
            assert!(score(word, text, "") >= MatchScore::new(2_000), "{word}");
            assert_eq!(score(word, "", text), MatchScore::new(1_000), "{word}");
        }
    }

    #[test]
    fn a_shared_text_scores_in_each_row_by_its_role_there() {
        let row =
            |name: &'static str, rest: &'static str| RowText { names: vec![name.into()], rest: vec![rest.into()] };
        let index =
            TextIndex::new([row("Pau", "Oise"), row("Oise", "Pau"), row("Pau", "Pau"), RowText::default()].into_iter());
        assert_eq!(index.texts.len(), 2);
        assert_eq!(index.scores(&Query::new("pau")), [3_500, 1_000, 3_500, 0].map(MatchScore::new));
        assert_eq!(index.scores(&Query::new("pau oise"))[2], None);
    }

    #[test]
    fn a_list_matches_fuzzily_only_if_no_row_contains_the_word() {
        let row =
            |name: &'static str, rest: &'static str| RowText { names: vec![name.into()], rest: vec![rest.into()] };
        let rows = [row("Histologe", "Pau Béarn"), row("Convention de partenariat", "ANCT")];
        let index = TextIndex::new(rows.into_iter());
        let found = |typed: &str| -> Vec<bool> {
            index.matches(&Query::new(typed)).into_iter().map(|score| score.is_some()).collect()
        };
        assert_eq!(found("pa"), [true, true]);
        assert_eq!(found("pau"), [true, false], "and not p…a…u in the other");
        assert_eq!(found("prtnr"), [false, true]);
        assert_eq!(found("pau hstlg"), [true, false], "each word by itself");
    }

    #[test]
    fn many_rows_score_like_few() {
        let row = |n: usize| RowText {
            names: vec![["Histologe", "CoMobi", "Pau", "Oise"][n % 4].into(), format!("name {}", n % 10_000).into()],
            rest: vec![format!("sentence {}", n % 7).into()],
        };
        let query = Query::new("hist 6");
        let many = TextIndex::new((0..40_000).map(row)).scores(&query);
        let few = |n| TextIndex::new(std::iter::once(row(n))).scores(&query).first().copied().flatten();
        assert_eq!(many.len(), 40_000);
        assert_eq!(many.iter().flatten().count(), (0..40_000).filter(|n| few(*n).is_some()).count());
        for n in (0..40_000).step_by(997).chain([39_999]) {
            assert_eq!(many[n], few(n), "{n}");
        }
    }

    #[test]
    fn the_beginning_of_a_name_scores_highest() {
        assert!(score("co", "CoMobi", "") > score("ob", "CoMobi", ""));
        assert!(score("ob", "CoMobi", "") > score("ob", "Histologe", "mobile"));
    }

    #[test]
    fn highlights_are_positions_in_the_shown_text() {
        assert_eq!(Query::new("eco").highlights("L’Économie"), [2, 3, 4]);
        assert_eq!(Query::new("ma ta").highlights("Matama"), [0, 1, 2, 3]);
        assert_eq!(Query::new("zz").highlights("Matama"), Vec::<usize>::new());
        assert_eq!(Query::new("oe").highlights("un cœur"), [4, 4].into_iter().take(1).collect::<Vec<_>>());
        assert_eq!(Query::new("hlg").fuzzy_highlights("Histologe"), [0, 5, 7]);
    }
}
