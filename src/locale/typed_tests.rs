//! Tests of typed dates and amounts.

use super::*;
use crate::locale::tests::{date, english, french};

#[test]
fn dates_are_parsed_in_both_languages() {
    let today = date("2021-03-04"); // a Thursday
    for (typed, meant) in [
        ("4/3", "2021-03-04"),
        ("31/12", "2021-12-31"),
        ("04/03/2021", "2021-03-04"),
        ("4.3.21", "2021-03-04"),
        ("4.3.", "2021-03-04"),
        ("4-3-2021", "2021-03-04"),
        ("2021-03-04", "2021-03-04"),
        ("2020/2/29", "2020-02-29"),
        ("+7", "2021-03-11"),
        ("-3", "2021-03-01"),
        ("- 3 j", "2021-03-01"),
        ("+2w", "2021-03-18"),
        ("+2s", "2021-03-18"),
        ("+2 weeks", "2021-03-18"),
        ("+2 semaines", "2021-03-18"),
        ("+1 month", "2021-04-04"),
        ("+1 mois", "2021-04-04"),
        ("+1m", "2021-04-04"),
        ("-1a", "2020-03-04"),
        ("hier", "2021-03-03"),
        ("Avant-hier", "2021-03-02"),
        ("aujourd'hui", "2021-03-04"),
        ("aujourd’hui", "2021-03-04"),
        ("auj", "2021-03-04"),
        ("demain", "2021-03-05"),
        ("YESTERDAY", "2021-03-03"),
        ("today", "2021-03-04"),
        (" tomorrow ", "2021-03-05"),
        ("lundi", "2021-03-08"),
        ("ven", "2021-03-05"),
        ("Thursday", "2021-03-11"),
        ("jeu.", "2021-03-11"),
        ("mar", "2021-03-09"),
        ("4 mars 2021", "2021-03-04"),
        ("4 March", "2021-03-04"),
        ("1er août", "2021-08-01"),
        ("1 fev 2020", "2020-02-01"),
        ("2nd Sept. 2020", "2020-09-02"),
        ("jeudi 4 mars 2021", "2021-03-04"),
        ("Thursday, 4 March 2021", "2021-03-04"),
        ("le 11 mai 2020", "2020-05-11"),
    ] {
        for locale in [french(), english()] {
            assert_eq!(locale.typed_date(typed, today), Ok(date(meant)), "{typed}");
        }
    }
}

#[test]
fn deadlines_look_ahead_across_new_year() {
    let today = date("2026-11-30");
    for (typed, meant) in [
        ("10/11", "2027-11-10"),
        ("30/11", "2026-11-30"),
        ("1/12", "2026-12-01"),
        ("1er/3", "2027-03-01"),
        ("4 mars", "2027-03-04"),
        ("March 4", "2027-03-04"),
        ("March 4, 2028", "2028-03-04"),
        ("4th of March", "2027-03-04"),
        ("15 mars 27", "2027-03-15"),
        ("fin mars", "2027-03-31"),
        ("end of february 2028", "2028-02-29"),
        ("fin de mois", "2026-11-30"),
        ("fin du mois prochain", "2026-12-31"),
        ("fin d’année", "2026-12-31"),
        ("dans 3 semaines", "2026-12-21"),
        ("in 2 months", "2027-01-30"),
        ("il y a 3 jours", "2026-11-27"),
        ("3 days ago", "2026-11-27"),
        ("lundi", "2026-12-07"),
        ("lundi prochain", "2026-12-07"),
        ("next tuesday", "2026-12-01"),
        ("last monday", "2026-11-23"),
        ("lundi dernier", "2026-11-23"),
        ("４／３／２０２７", "2027-03-04"),
    ] {
        assert_eq!(french().typed_date(typed, today), Ok(date(meant)), "{typed}");
    }
    for (typed, meant) in [("fin de mois", "2026-11-30"), ("fin mars", "2026-03-31"), ("1er/12", "2025-12-01")] {
        assert_eq!(french().typed_past_date(typed, today), Ok(date(meant)), "{typed}");
    }
    assert_eq!(french().typed_past_date("fin de mois", date("2027-01-15")), Ok(date("2026-12-31")));
    assert_eq!(french().typed_as_of("10/11", today), Ok(date("2026-11-10")));
}

#[test]
fn facts_look_back() {
    let today = date("2021-03-04");
    for (typed, meant) in [
        ("lundi", "2021-03-01"),
        ("Thursday", "2021-03-04"),
        ("vendredi", "2021-02-26"),
        ("4/3", "2021-03-04"),
        ("5/3", "2020-03-05"),
        ("25/12", "2020-12-25"),
        ("29/2", "2020-02-29"),
        ("25 décembre", "2020-12-25"),
        ("ven. 25 Dec", "2020-12-25"),
        ("hier", "2021-03-03"),
        ("-3", "2021-03-01"),
        // An explicit day in the future stays one: the verbs refuse it.
        ("demain", "2021-03-05"),
        ("+7", "2021-03-11"),
        ("25/12/2021", "2021-12-25"),
    ] {
        assert_eq!(french().typed_past_date(typed, today), Ok(date(meant)), "{typed}");
    }
    assert_eq!(french().typed_past_date("29/2", date("2022-03-01")), Err(TypedDateError::NoLeapDay(2022)));
}

#[test]
fn dates_that_are_not_understood_are_refused() {
    let today = date("2021-03-04");
    for (typed, why) in [
        ("", TypedDateError::Empty),
        ("  ", TypedDateError::Empty),
        ("13/25", TypedDateError::NoSuchDay),
        ("3/25/2021", TypedDateError::NoSuchDay),
        ("29/2", TypedDateError::NoLeapDay(2021)),
        ("29 février 2022", TypedDateError::NoLeapDay(2022)),
        ("31 avril", TypedDateError::BeyondMonth(date("2021-04-30"))),
        ("31.4.2021", TypedDateError::BeyondMonth(date("2021-04-30"))),
        ("2021-02-30", TypedDateError::BeyondMonth(date("2021-02-28"))),
        ("0/12/2021", TypedDateError::BeyondMonth(date("2021-12-31"))),
        ("2021-13-01", TypedDateError::NoSuchMonth),
        ("4/3/0021", TypedDateError::FarYear),
        ("2200-01-01", TypedDateError::FarYear),
        ("vendredi 4 mars 2021", TypedDateError::OtherWeekday),
        ("+99999999999", TypedDateError::FarYear),
        ("+4000000000", TypedDateError::FarYear),
        ("4", TypedDateError::NotADate),
        ("4/3-2021", TypedDateError::NotADate),
        ("4/3/202", TypedDateError::NotADate),
        ("1/2/3/4", TypedDateError::NotADate),
        ("4 jui", TypedDateError::NotADate),
        ("lu", TypedDateError::NotADate),
        ("+", TypedDateError::NotADate),
        ("+3x", TypedDateError::NotADate),
        ("soon", TypedDateError::NotADate),
        ("٤/٣", TypedDateError::NotADate),
    ] {
        assert_eq!(french().typed_date(typed, today), Err(why), "{typed}");
    }
}

#[test]
fn errors_of_typed_dates_are_explained() {
    let today = date("2021-03-04");
    for (typed, in_french, in_english) in [
        (
            "31/02/2020",
            "Ce jour n’existe pas\u{a0}: février 2020 a 29\u{a0}jours",
            "No such date: February 2020 has 29 days",
        ),
        (
            "2020-13-01",
            "Ce mois n’existe pas\u{a0}: l’année vient d’abord, puis le mois, puis le jour",
            "No such month: the year comes first, then the month, then the day",
        ),
        (
            "13/25/2021",
            "Ce jour n’existe pas\u{a0}: le jour vient d’abord, puis le mois",
            "No such date: the day comes first, then the month",
        ),
        ("29/02/2021", "2021 n’a pas de 29 février", "2021 has no 29 February"),
    ] {
        for (locale, words) in [(french(), in_french), (english(), in_english)] {
            let error = locale.typed_date(typed, today).expect_err("no date");
            assert_eq!(error.words(&locale), words);
        }
    }
}

#[test]
fn formatted_dates_parse_back() {
    let today = date("2021-03-04");
    let mut day = date("2019-12-25");
    for _ in 0..800 {
        for locale in [french(), english()] {
            for shown in [locale.date(day), locale.date_long(day), day.to_string()] {
                assert_eq!(locale.typed_date(&shown, today), Ok(day), "{shown}");
            }
        }
        day = day.succ_opt().expect("a next day");
    }
}

#[test]
fn amounts_are_parsed_in_both_languages() {
    for (typed, meant) in [
        ("17500", "17500"),
        ("17 500,50", "17500.50"),
        ("17\u{a0}500,5", "17500.50"),
        ("17\u{202f}500", "17500"),
        ("17.500,50", "17500.50"),
        ("17,500.50", "17500.50"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("17500 €", "17500"),
        ("17500€", "17500"),
        ("€17500", "17500"),
        ("€ 17,500.00", "17500"),
        ("17500 EUR", "17500"),
        ("17,5k", "17500"),
        ("17.5k€", "17500"),
        ("17,5 k€", "17500"),
        ("800K", "800000"),
        ("0,05", "0.05"),
        ("17500,00", "17500"),
        ("1,2 M€", "1200000"),
        ("1.2M", "1200000"),
        ("2 millions", "2000000"),
        ("EUR 17500", "17500"),
        ("17'500", "17500"),
        ("17’500,50 €", "17500.50"),
        ("１７５００", "17500"),
    ] {
        let meant: Money = meant.parse().expect("an amount");
        assert_eq!(french().typed_money(typed), Ok(meant), "{typed}");
        for locale in [french(), english()] {
            assert_eq!(locale.typed_money(&locale.money(meant)), Ok(meant));
        }
    }
}

#[test]
fn amounts_that_are_not_understood_are_refused() {
    for (typed, why) in [
        ("", TypedMoneyError::Empty),
        ("17,500", TypedMoneyError::Ambiguous),
        ("17.500", TypedMoneyError::Ambiguous),
        ("17,500 €", TypedMoneyError::Ambiguous),
        ("17,500k", TypedMoneyError::Ambiguous),
        ("1750,505", TypedMoneyError::TooPrecise),
        ("17 500,505", TypedMoneyError::TooPrecise),
        ("0,125", TypedMoneyError::TooPrecise),
        ("99999999999999999999999999999999", TypedMoneyError::TooLarge),
        ("1000000000001", TypedMoneyError::TooLarge),
        ("€", TypedMoneyError::NotAnAmount),
        ("k", TypedMoneyError::NotAnAmount),
        ("17500,", TypedMoneyError::NotAnAmount),
        (",5", TypedMoneyError::NotAnAmount),
        ("1 7500", TypedMoneyError::NotAnAmount),
        ("1,2.3,4", TypedMoneyError::NotAnAmount),
        ("-5", TypedMoneyError::NotAnAmount),
        ("1e3", TypedMoneyError::NotAnAmount),
        ("un", TypedMoneyError::NotAnAmount),
    ] {
        assert_eq!(french().typed_money(typed), Err(why), "{typed}");
    }
}

proptest::proptest! {
    #[test]
    fn any_input_is_handled(text in "\\PC{0,24}") {
        let today = date("2021-03-04");
        let _ = french().typed_date(&text, today);
        let _ = french().typed_money(&text);
    }
}

#[test]
fn places_of_a_document_and_parties_read_as_in_a_sentence() {
    let (french, english) = (Locale::new(Language::French), Locale::new(Language::English));
    assert_eq!(french.article("5.1"), "art. 5.1");
    assert_eq!(french.article("annexe 1"), "annexe 1");
    for (name, article, expected) in
        [("DINUM", Some("la"), "la DINUM"), ("Oise", Some("l'"), "l’Oise"), ("Pau", None, "Pau")]
    {
        assert_eq!(french.in_sentence(name, article), expected);
        assert_eq!(english.in_sentence(name, article), name);
    }
}

#[test]
fn articles_of_parties_contract_in_french() {
    for (name, expected) in [
        ("le MTES", "personne du MTES, dont"),
        ("les communes", "personne des communes, dont"),
        ("la DINUM", "personne de la DINUM, dont"),
        ("l’Oise", "personne de l’Oise, dont"),
    ] {
        let args = [("startup", MessageArg::Text("X".into())), ("party", MessageArg::Text(name.into()))];
        let text = french().message("doc-member-absent", &args);
        assert!(text.contains(expected), "{text}");
        assert!(!Locale::new(Language::English).message("doc-member-absent", &args).contains("du MTES"));
    }
}
