//! What records say in words: what an occurrence asks for, the papers that a tranche needs, and the words of the
//! format, which are names in files and have words of their own on screen.

use super::filter::normal;
use crate::locale::{Language, Locale};
use crate::model::{Id, MessageArg, Portfolio};
use crate::rules::{Occurrence, OccurrenceSource};

/// What is to be done. The record's text as it stands, not made safe for a terminal.
#[must_use]
pub fn what(occurrence: &Occurrence, locale: &Locale) -> String {
    match &occurrence.source {
        OccurrenceSource::Obligation => occurrence.what.clone(),
        OccurrenceSource::Committee(Some(startup)) => {
            locale.message("what-committee", &[("startup", MessageArg::Text(startup.to_string()))])
        }
        OccurrenceSource::Committee(None) => locale.text("what-committee-of-each"),
        OccurrenceSource::Payment(contribution, number) => {
            let contribution = ("contribution", MessageArg::Text(contribution.clone()));
            let number = ("tranche", MessageArg::count(*number));
            match occurrence.amount.filter(|amount| !amount.is_zero()) {
                Some(amount) => {
                    let amount = ("amount", MessageArg::Text(locale.money_short(amount)));
                    locale.message("what-payment", &[contribution, number, amount])
                }
                None => locale.message("what-payment-done", &[contribution, number]),
            }
        }
    }
}

/// What an amendment to a convention is called unless somebody calls it otherwise: by its number and the convention.
#[must_use]
pub fn amendment_title(portfolio: &Portfolio, amends: &Id, locale: &Locale) -> String {
    let number = portfolio.amendments_of(amends).count() + 1;
    let title = portfolio.conventions.get(amends).map_or_else(|| amends.to_string(), |one| one.title.clone());
    let named = [("number", MessageArg::Text(number.to_string())), ("title", MessageArg::Text(title))];
    locale.message("amendment-title", &named)
}

/// What the words of the format are words of.
const WORDS: [&str; 8] = ["phase", "decision", "committee-state", "kind", "matter", "start", "severity", "record-kind"];

/// How a word of the format is called; `None` where it is called as it is written.
#[must_use]
pub fn of_format(name: &str, locale: &Locale) -> Option<String> {
    let mut keys = WORDS.iter().map(|prefix| format!("{prefix}-{name}"));
    keys.find(|key| locale.has(key)).map(|key| locale.text(&key))
}

/// The word of the format that is typed, among these: as it is written, or as it is called in either language. Accents,
/// case and hyphens are of no account.
pub fn named<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = normal(typed.trim());
    let both = Language::ALL.map(Locale::new);
    let is_called = |name: &str, locale: &Locale| of_format(name, locale).is_some_and(|word| normal(&word) == typed);
    let is_named = |name: &&str| normal(name) == typed || both.iter().any(|locale| is_called(name, locale));
    known.into_iter().find(is_named)
}

/// A paper that a tranche needs: in words where it is one that the program knows, else as the document has it.
#[must_use]
pub fn paper(paper: &str, locale: &Locale) -> String {
    let key = format!("paper-{}", paper.replace(' ', "-"));
    if locale.has(&key) { locale.text(&key) } else { paper.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Decision, Phase, Severity};

    #[test]
    fn a_word_of_the_format_is_known_by_its_name_and_by_its_word_in_either_language() {
        let decisions = Decision::ALL.map(Decision::name);
        for (typed, meant) in [
            ("accelerate", Some("accelerate")),
            ("accélérer", Some("accelerate")),
            ("ACCELERER", Some("accelerate")),
            ("prolonger-sous-reserve", Some("provisional")),
            ("accélér", None),
            ("", None),
        ] {
            assert_eq!(named(typed, decisions), meant, "{typed}");
        }
        for names in [&decisions[..], &Phase::ALL.map(Phase::name), &Severity::ALL.map(Severity::name)] {
            for name in names {
                for locale in Language::ALL.map(Locale::new) {
                    let word = of_format(name, &locale).expect("a word");
                    assert_eq!(named(&word, names.iter().copied()), Some(*name), "{word}");
                }
            }
        }
    }
}
