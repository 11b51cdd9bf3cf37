//! Filters for saved views: with English keywords, so that everyone who shares the portfolio can read them.

use std::sync::Arc;

use super::names::MatchKind;
use super::{
    FactTable, Filter, FilterKey, FilterProblem, FilteredList, KEYWORDS, MINE, ValueNames, is_named, key_named, lexer,
};
use crate::locale::{Locale, fold_name};
use crate::model::Date;

/// Returns a filter with the English keywords, and with ids instead of whole names. Texts, days, amounts, and words
/// that match several values stay as they are.
#[must_use]
pub fn in_english(typed: &str, names: &ValueNames) -> String {
    let words = lexer::lexemes(typed).into_iter().map(|lexeme| {
        let as_typed = || typed.get(lexeme.at.clone()).unwrap_or_default().to_owned();
        let word = match lexeme.key.as_deref() {
            Some(key) => match key_named(key) {
                Some(key) => Some(format!("{}:{}", key.name(), values(key, &lexeme.value, names))),
                None => None,
            },
            None if lexeme.quoted => None,
            None => {
                let mut keywords = KEYWORDS.iter().map(|(name, ..)| *name).chain([MINE]);
                keywords.find(|name| is_named("filter-word", name, &lexeme.value)).map(str::to_owned)
            }
        };
        let sign = if lexeme.negated { "-" } else { "" };
        word.map_or_else(as_typed, |word| format!("{sign}{word}"))
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Returns the alternatives after a key.
fn values(key: FilterKey, typed: &str, names: &ValueNames) -> String {
    if matches!(key, FilterKey::Due | FilterKey::On | FilterKey::Ends | FilterKey::Amount) {
        return quoted(typed);
    }
    let english = typed.split(',').map(|word| {
        let folded = fold_name(word);
        let fits = names.of(key).iter().filter_map(|value| Some((value.fit(&folded)?, value.name.as_str())));
        let mut fits: Vec<(MatchKind, &str)> = fits.collect();
        let whole = fits.iter().any(|(fit, _)| *fit == MatchKind::Whole);
        fits.retain(|(fit, _)| !whole || *fit == MatchKind::Whole);
        match fits.as_slice() {
            [(_, name)] if !word.is_empty() => (*name).to_owned(),
            _ => word.to_owned(),
        }
    });
    quoted(&english.collect::<Vec<_>>().join(","))
}

fn quoted(text: &str) -> String {
    if text.contains(char::is_whitespace) { format!("\"{text}\"") } else { text.to_owned() }
}

/// Returns why the rows of a list can never match a filter, whatever the records say: an unknown key, or a day or an
/// amount that is not one. `None` if there is no such reason.
#[must_use]
pub fn problem_with(
    typed: &str,
    list: FilteredList,
    names: Arc<ValueNames>,
    locale: &Locale,
    as_of: Date,
) -> Option<String> {
    let table = FactTable::new(list, names, std::iter::empty());
    let filter = Filter::read(typed, &table, locale, as_of);
    // Values such as articles and authors are known only from the rows, and "mine" depends on the user.
    let lasting = |problem: &&FilterProblem| !matches!(problem, FilterProblem::NoOne(..) | FilterProblem::NoMe);
    filter.problems().map(|(_, problem)| problem).find(lasting).map(|problem| problem.words(locale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use crate::model::Portfolio;

    #[test]
    fn keywords_and_values_become_english() {
        let names = ValueNames::new(&Portfolio::default(), &Locale::new(Language::French), None);
        for (typed, english) in [
            ("retard doit:pau", "late owes:pau"),
            ("mine -mine", "mine -mine"),
            ("-fait échéance:<30j", "-done due:<30j"),
            ("phase:accélération,construction dinum", "phase:acceleration,construction dinum"),
            ("\"fait\" -\"en retard\"", "\"fait\" -\"en retard\""),
            ("startup:\"anti gaspi\" inconnu:x", "startup:\"anti gaspi\" inconnu:x"),
            ("late due:\"fin mars\"", "late due:\"fin mars\""),
            ("", ""),
        ] {
            assert_eq!(in_english(typed, &names), english, "{typed}");
        }
    }

    #[test]
    fn only_problems_that_no_record_can_solve_are_reported() {
        let names = Arc::new(ValueNames::new(&Portfolio::default(), &Locale::new(Language::English), None));
        let locale = Locale::new(Language::English);
        let day = "2026-11-22".parse().expect("a day");
        let problem = |typed| problem_with(typed, FilteredList::Occurrences, Arc::clone(&names), &locale, day);
        assert_eq!(problem("late owes:nobody due:<30d"), None);
        for typed in ["lat:x", "severity:error", "due:someday", "amount:much", "due:"] {
            assert!(problem(typed).is_some(), "{typed}");
        }
    }
}
