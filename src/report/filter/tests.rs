//! Tests of the filter language.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::model::{Money, Party, Portfolio};

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn locale() -> Locale {
    Locale::new(Language::English)
}

fn names(locale: &Locale) -> ValueNames {
    let mut portfolio = Portfolio::default();
    for (id, name) in [("pau", "Pau Béarn Pyrénées"), ("pau-nord", "Pau Nord"), ("anct", "ANCT"), ("dinum", "DINUM")]
    {
        let id = crate::model::Id::new(id).expect("an id");
        let party = Party::new(id.clone(), name);
        portfolio.parties.insert(id, party.into());
    }
    ValueNames::new(&portfolio, locale, None)
}

/// Obligations: state, who owes to whom, due, amount, phase, article.
fn table() -> FactTable {
    table_in(&locale())
}

fn table_in(locale: &Locale) -> FactTable {
    let rows = [
        ("late", "pau", "anct", Some("2020-09-01"), Some(17_500), "construction", "5.2"),
        ("done", "pau-nord", "anct", Some("2020-08-20"), None, "construction", "5.1"),
        ("open", "anct", "dinum", Some("2021-03-15"), Some(20_000), "acceleration", "7"),
        ("undetermined", "dinum", "pau", None, None, "stopped", "2"),
        ("due-soon", "dinum", "pau-nord", Some("2020-12-20"), Some(35_000), "acceleration", "5"),
    ];
    FactTable::new(
        FilteredList::Occurrences,
        Arc::new(names(locale)),
        rows.into_iter().map(|(state, owes, to, due, amount, phase, article)| {
            RowFacts::default()
                .with(FilterKey::State, state)
                .with(FilterKey::Owes, owes)
                .with(FilterKey::To, to)
                .with(FilterKey::Phase, phase)
                .with(FilterKey::Article, article)
                .due(due.map(day))
                .amount(amount.map(Money::euros))
        }),
    )
}

fn read(typed: &str, table: &FactTable) -> Filter {
    Filter::read(typed, table, &locale(), day("2020-12-01"))
}

/// The rows that a filter keeps, by their number.
fn kept(typed: &str) -> Vec<usize> {
    let table = table();
    let search = Search::read(typed, &table, &locale(), day("2020-12-01"));
    let scores = search.scores(&table, &texts());
    scores.iter().enumerate().filter(|(_, score)| score.is_some()).map(|(row, _)| row).collect()
}

/// The names of who owes to whom, in the rows of [`table`].
fn texts() -> TextIndex {
    let rows = [
        ["Pau Béarn Pyrénées", "ANCT"],
        ["Pau Nord", "ANCT"],
        ["ANCT", "DINUM"],
        ["DINUM", "Pau Béarn Pyrénées"],
        ["DINUM", "Pau Nord"],
    ];
    TextIndex::new(rows.into_iter().map(|names| RowText { names: names.map(Into::into).into(), rest: Vec::new() }))
}

#[test]
fn keys_keywords_and_texts_select_rows() {
    for (typed, rows) in [
        ("", &[0, 1, 2, 3, 4][..]),
        ("late", &[0]),
        ("-done", &[0, 2, 3, 4]),
        ("owes:pau", &[0]),
        ("owes:pa", &[0, 1]),
        ("owes:béarn", &[0]),
        ("OWES:Anct", &[2]),
        ("to:pau", &[3]),
        ("party:pau", &[0, 3]),
        ("owes:pau,anct", &[0, 2]),
        ("owes:\"pau bearn\"", &[0]),
        ("phase:acceleration", &[2, 4]),
        ("state:soon", &[4]),
        ("state:late,done", &[0, 1]),
        ("article:5", &[4]),
        ("article:5.", &[0, 1]),
        ("due:<30d", &[0, 1, 4]),
        ("due:<30d -done", &[0, 4]),
        ("due:2021-03", &[2]),
        ("due:>=1/3/2021", &[2]),
        ("-due:>=1/3/2021", &[0, 1, 3, 4]),
        ("amount:>=20000", &[2, 4]),
        ("amount:17500", &[0]),
        ("late owes:pau", &[0]),
        ("late owes:anct", &[]),
        ("pyrenees", &[0, 3]),
        ("-pyrenees", &[1, 2, 4]),
        ("\"late\"", &[]),
        ("-", &[0, 1, 2, 3, 4]),
    ] {
        assert_eq!(kept(typed), rows, "{typed}");
    }
}

#[test]
fn french_words_work_in_either_language() {
    for (french, english) in [
        ("retard", "late"),
        ("doit:pau", "owes:pau"),
        ("-fait", "-done"),
        ("échéance:<30j", "due:<30d"),
        ("echeance:<30j", "due:<30d"),
        ("envers:anct", "to:anct"),
        ("montant:>=20k", "amount:>=20000"),
        ("phase:accélération", "phase:acceleration"),
        ("état:en-retard", "state:late"),
        ("phase:arrêtée", "phase:stopped"),
    ] {
        assert_eq!(kept(french), kept(english), "{french}");
        assert!(!kept(english).is_empty(), "{english}");
    }
}

#[test]
fn faulty_words_are_reported_and_the_others_apply() {
    let table = table();
    for (typed, why, rows) in [
        ("ows:pau late", "unknown filter keyword “ows”; did you mean owes:?", &[0][..]),
        ("state:paid", "state: no match for “paid”", &[0, 1, 2, 3, 4]),
        ("late zzz:pau", "unknown filter keyword “zzz”; quote it to search for the text", &[0]),
        ("owes:pua", "owes: no match for “pua”; did you mean pau?", &[0, 1, 2, 3, 4]),
        ("owes:quimper late", "owes: no match for “quimper”", &[0]),
        ("severity:error late", "severity: not available in this list", &[]),
        ("-severity:error late", "severity: not available in this list", &[0]),
        ("due:<late", "due: “<late” is not a date; write <30d, 2021-03 or >=1/3/2021", &[0, 1, 2, 3, 4]),
        ("amount:much", "Not an amount", &[0, 1, 2, 3, 4]),
        ("owes:", "owes: debtor", &[0, 1, 2, 3, 4]),
    ] {
        let filter = read(typed, &table);
        let (word, problem) = filter.problems().next().expect("a problem");
        assert!(problem.words(&locale()).contains(why), "{typed}: {}", problem.words(&locale()));
        assert!(typed[word.at.clone()].contains(':'), "the word is marked: {typed}");
        assert_eq!(problem.is_unfinished(), typed == "owes:");
        assert_eq!(kept(typed), rows, "{typed}");
    }
}

#[test]
fn completion_offers_what_the_rows_have() {
    let (table, english, french) = (table(), locale(), Locale::new(Language::French));
    let offered = |typed: &str, locale: &Locale| -> Vec<String> {
        candidates(typed, typed.len(), &table, locale, 4).into_iter().map(|one| one.word).collect()
    };
    assert_eq!(offered("", &english), ["late ", "done ", "soon ", "due:"]);
    assert_eq!(offered("ow", &english), ["owes:"]);
    assert_eq!(offered("do", &french), ["fait ", "doit:"], "by either language’s word");
    assert_eq!(offered("owes:", &english), ["anct ", "dinum ", "pau ", "pau-nord "]);
    assert_eq!(offered("owes:p", &english), ["pau ", "pau-nord "]);
    assert_eq!(offered("owes:pau", &english), ["pau-nord "]);
    assert_eq!(offered("owes:anct,nor", &english), ["pau-nord "]);
    let table_in_french = table_in(&french);
    let phases = candidates("phase:", 6, &table_in_french, &french, 4).into_iter().map(|one| one.word);
    assert_eq!(phases.collect::<Vec<_>>(), ["accélération ", "construction ", "arrêtée "]);
    assert_eq!(offered("late -d", &english), ["done ", "due:"]);
    assert_eq!(offered("due:<", &english), ["<30d ", "<today "]);
    for nothing in ["xyz", "sev", "owes:zz", "\"ow", "zzz:a"] {
        assert_eq!(offered(nothing, &english), [""; 0], "{nothing}");
    }
    let taken = candidates("late owes:p done", 11, &table, &english, 1).remove(0);
    assert_eq!((taken.word.as_str(), taken.at, taken.means.as_str()), ("pau ", 10..11, "Pau Béarn Pyrénées"));
}

fn word() -> impl Strategy<Value = String> {
    let words = [
        "late",
        "done",
        "owes:pau",
        "owes:pa",
        "to:anct",
        "party:dinum",
        "phase:acceleration",
        "due:<30d",
        "due:2020",
        "amount:>=20000",
        "article:5",
        "pyrenees",
        "anct",
        "zzz",
        "state:open,late",
        "nonsense:x",
    ];
    (prop::sample::select(words.to_vec()), any::<bool>())
        .prop_map(|(word, negated)| if negated { format!("-{word}") } else { word.to_owned() })
}

proptest! {
    #[test]
    fn several_words_must_all_match(one in word(), other in word()) {
        let (first, second) = (kept(&one), kept(&other));
        let both: Vec<usize> = first.into_iter().filter(|row| second.contains(row)).collect();
        prop_assert_eq!(kept(&format!("{one} {other}")), both);
    }

    #[test]
    fn a_minus_selects_all_other_rows(one in word()) {
        let (plain, negated) = (one.trim_start_matches('-').to_owned(), format!("-{}", one.trim_start_matches('-')));
        prop_assume!(read(&plain, &table()).problems().next().is_none());
        let (with, without) = (kept(&plain), kept(&negated));
        prop_assert!((0..5).all(|row| with.contains(&row) != without.contains(&row)));
    }

    #[test]
    fn any_input_is_parsed(typed in "\\PC{0,24}") {
        let table = table();
        let filter = read(&typed, &table);
        for (word, problem) in filter.problems() {
            prop_assert!(typed.get(word.at.clone()).is_some());
            prop_assert!(!problem.words(&locale()).is_empty());
        }
        for cursor in (0..=typed.len()).filter(|at| typed.is_char_boundary(*at)) {
            for one in candidates(&typed, cursor, &table, &locale(), 9) {
                prop_assert!(typed.get(one.at).is_some());
            }
        }
    }
}
