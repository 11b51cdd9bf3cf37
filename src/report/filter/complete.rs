//! Completion of the word before the cursor.

use std::ops::Range;

use super::names::MatchKind;
use super::{FactTable, FilterKey, KEYWORDS, MINE, key_named, lexer, word_of};
use crate::locale::{Language, Locale, fold, fold_name};
use crate::report::sanitize;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The text to insert.
    pub word: String,
    pub means: String,
    /// The bytes of the typed text to replace.
    pub at: Range<usize>,
}

/// Returns at most `most` completions of the word before the cursor, the best first. Offers only what some row of the
/// list has, and nothing for quoted text.
#[must_use]
pub fn candidates(typed: &str, cursor: usize, table: &FactTable, locale: &Locale, most: usize) -> Vec<Candidate> {
    let lexeme = lexer::lexemes(typed).into_iter().find(|lexeme| (lexeme.at.start..=lexeme.at.end).contains(&cursor));
    let Some(lexeme) = lexeme else {
        return keys(0, "", cursor..cursor, table, locale).into_iter().take(most).collect();
    };
    if lexeme.quoted {
        return Vec::new();
    }
    let after = lexeme.at.start + usize::from(lexeme.negated);
    match lexeme.key.as_deref() {
        None => keys(usize::from(lexeme.negated), &lexeme.value, after..lexeme.at.end, table, locale),
        Some(key) => match key_named(key) {
            Some(key) => values(key, &lexeme.value, lexeme.at.end, table, locale, most),
            None => Vec::new(),
        },
    }
    .into_iter()
    .take(most)
    .collect()
}

/// Keywords and keys that begin with `begun`.
fn keys(typed_minus: usize, begun: &str, at: Range<usize>, table: &FactTable, locale: &Locale) -> Vec<Candidate> {
    let begun = fold(begun);
    let begins = |name: &str, word: &str| fold(word).starts_with(&begun) || name.starts_with(&begun);
    let mut found = Vec::new();
    for (name, key, value) in KEYWORDS {
        let word = word_of("filter-word", name, locale);
        let number = table.names().of(key).iter().position(|known| known.name == value);
        let is_there = number.is_some_and(|number| table.is_there(key, number));
        if is_there && begins(name, &word) {
            let means = locale.text(&format!("filter-about-word-{name}"));
            found.push(Candidate { word: format!("{word} "), means, at: at.clone() });
        }
    }
    let mine = word_of("filter-word", MINE, locale);
    let has_people = table.has(FilterKey::Coach) || table.has(FilterKey::Owner);
    if table.names().me.is_some() && has_people && begins(MINE, &mine) {
        let means = locale.text("filter-about-word-mine");
        found.push(Candidate { word: format!("{mine} "), means, at: at.clone() });
    }
    for key in FilterKey::ALL.into_iter().filter(|key| table.has(*key)) {
        let word = word_of("filter-key", key.name(), locale);
        if begins(key.name(), &word) {
            let means = locale.text(&format!("filter-about-{}", key.name()));
            found.push(Candidate { word: format!("{word}:"), means, at: at.clone() });
        }
    }
    // A keyword that is already complete is not offered.
    found.retain(|one| typed_minus > 0 || fold(one.word.trim_end()) != begun);
    found
}

/// Values of a key; after a comma, of the next alternative.
fn values(key: FilterKey, typed: &str, end: usize, table: &FactTable, locale: &Locale, most: usize) -> Vec<Candidate> {
    let begun = typed.rsplit(',').next().unwrap_or_default();
    let at = end.saturating_sub(begun.len())..end;
    if matches!(key, FilterKey::Due | FilterKey::On | FilterKey::Ends | FilterKey::Amount) {
        return examples(key, begun, &at, locale);
    }
    let begun = fold_name(begun);
    let known = table.names().of(key).iter().enumerate().filter(|(number, _)| table.is_there(key, *number));
    let mut found: Vec<(MatchKind, &str, &str)> = known
        .filter_map(|(_, value)| Some((value.fit(&begun)?, value.name.as_str(), value.shown.as_str())))
        .filter(|(fit, name, _)| *fit != MatchKind::Whole || fold_name(name) != begun)
        .collect();
    found.sort_unstable_by_key(|(fit, name, _)| (*fit, *name));
    let candidate = |(_, name, shown): (MatchKind, &str, &str)| Candidate {
        word: format!("{} ", written(key, name, shown, locale)),
        means: sanitize(shown).into_owned(),
        at: at.clone(),
    };
    found.into_iter().take(most).map(candidate).collect()
}

/// Returns the spelling of a value: ids as they are, keywords in the language of the screen.
fn written(key: FilterKey, name: &str, shown: &str, locale: &Locale) -> String {
    let of_ours = matches!(
        key,
        FilterKey::State
            | FilterKey::Committee
            | FilterKey::Phase
            | FilterKey::Status
            | FilterKey::Kind
            | FilterKey::Verb
            | FilterKey::Severity
    );
    let text = if of_ours && locale.language == Language::French { shown.replace(' ', "-") } else { name.to_owned() };
    if text.contains(char::is_whitespace) { format!("\"{text}\"") } else { text }
}

/// Returns all keywords, and all keys with their colon, each with its meaning.
#[must_use]
pub fn vocabulary(locale: &Locale) -> Vec<(String, String)> {
    let short = KEYWORDS
        .into_iter()
        .map(|(name, ..)| name)
        .chain([MINE])
        .map(|name| (word_of("filter-word", name, locale), locale.text(&format!("filter-about-word-{name}"))));
    let keys = FilterKey::ALL.into_iter().map(|key| {
        let word = word_of("filter-key", key.name(), locale);
        (format!("{word}:"), locale.text(&format!("filter-about-{}", key.name())))
    });
    short.chain(keys).collect()
}

/// Examples of days and amounts.
fn examples(key: FilterKey, begun: &str, at: &Range<usize>, locale: &Locale) -> Vec<Candidate> {
    let name = if key == FilterKey::Amount { "filter-examples-amount" } else { "filter-examples-days" };
    let all = locale.text(name);
    let pairs = all.split(';').filter_map(|pair| pair.trim().split_once(' '));
    pairs
        .filter(|(example, _)| example.starts_with(begun) && *example != begun)
        .map(|(example, means)| Candidate { word: format!("{example} "), means: means.to_owned(), at: at.clone() })
        .collect()
}
