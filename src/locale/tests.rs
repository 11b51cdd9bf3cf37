//! Tests of messages, formats and parsing in both languages.

use std::collections::BTreeSet;

use super::{Language, Locale, TypedDateError, TypedMoneyError, messages};
use crate::model::{Date, MessageArg, Money, Span, SpanUnit};

fn french() -> Locale {
    Locale::new(Language::French)
}

fn english() -> Locale {
    Locale::new(Language::English)
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// The keys of a language in the order of its file, and the variables of each message.
fn keys(language: Language) -> Vec<(String, BTreeSet<String>)> {
    let mut keys: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in messages::source(language).lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (key, _) = line.split_once(" =").expect("a key");
            keys.push((key.to_owned(), BTreeSet::new()));
        }
        if let Some((_, variables)) = keys.last_mut() {
            variables.extend(line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect::<String>()
            }));
        }
    }
    keys
}

#[test]
fn message_files_parse_without_duplicate_keys() {
    for language in Language::ALL {
        let source = messages::source(language).to_owned();
        if let Err((_, errors)) = fluent_bundle::FluentResource::try_new(source) {
            panic!("{language:?}: {errors:?}");
        }
        let keys = keys(language);
        let distinct: BTreeSet<_> = keys.iter().map(|(key, _)| key).collect();
        let twice: Vec<_> =
            keys.iter().map(|(key, _)| key).filter(|key| keys.iter().filter(|(k, _)| &k == key).count() > 1).collect();
        assert_eq!(distinct.len(), keys.len(), "{language:?}: {twice:?}");
    }
}

/// Each is parsed alone, when it is asked for.
#[test]
fn no_message_refers_to_another() {
    for language in Language::ALL {
        let locale = Locale::new(language);
        for (key, facts) in keys(language) {
            let facts: Vec<(&'static str, MessageArg)> =
                facts.into_iter().map(|fact| (&*fact.leak(), MessageArg::Text("x".to_owned()))).collect();
            assert_ne!(locale.message(&key, &facts), key, "{language:?}");
        }
        let refers = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_lowercase() || c == '-');
        let others: Vec<_> = messages::source(language).split('{').skip(1).filter(|rest| refers(rest)).collect();
        assert_eq!(others, [""; 0], "{language:?}");
        assert!(!locale.has("## Formats") && !locale.has("no-such-key"));
    }
}

#[test]
fn french_and_english_have_the_same_keys_and_arguments() {
    let set = |language| keys(language).into_iter().collect::<BTreeSet<_>>();
    let (french, english) = (set(Language::French), set(Language::English));
    let only_french: Vec<_> = french.difference(&english).collect();
    let only_english: Vec<_> = english.difference(&french).collect();
    assert!(
        only_french.is_empty() && only_english.is_empty(),
        "only French: {only_french:?}, only English: {only_english:?}"
    );
}

#[test]
fn languages_are_recognised_by_tag() {
    for tag in ["fr", "fr_FR.UTF-8", "fr-CA", "FR", "fr_BE@euro"] {
        assert_eq!(Language::from_tag(tag), Language::French, "{tag}");
    }
    for tag in ["en_GB.UTF-8", "C", "POSIX", "", "de_DE", "fro", "frisian"] {
        assert_eq!(Language::from_tag(tag), Language::English, "{tag}");
    }
}

#[test]
fn amounts_are_formatted_for_each_language() {
    for (amount, fr, en, fr_short, en_short) in [
        ("17500", "17\u{a0}500,00\u{a0}€", "€17,500.00", "17\u{a0}500\u{a0}€", "€17,500"),
        ("0", "0,00\u{a0}€", "€0.00", "0\u{a0}€", "€0"),
        ("999.5", "999,50\u{a0}€", "€999.50", "999,50\u{a0}€", "€999.50"),
        (
            "-1234567.05",
            "-1\u{a0}234\u{a0}567,05\u{a0}€",
            "-€1,234,567.05",
            "-1\u{a0}234\u{a0}567,05\u{a0}€",
            "-€1,234,567.05",
        ),
    ] {
        let amount: Money = amount.parse().expect("an amount");
        assert_eq!(french().money(amount), fr);
        assert_eq!(english().money(amount), en);
        assert_eq!(french().money_short(amount), fr_short);
        assert_eq!(english().money_short(amount), en_short);
    }
}

#[test]
fn amounts_are_shortened_to_three_digits() {
    let amount = |text: &str| text.parse::<Money>().expect("an amount");
    for (money, fr, en) in [
        ("0", "0\u{a0}€", "€0"),
        ("800", "800\u{a0}€", "€800"),
        ("999.99", "1\u{a0}000\u{a0}€", "€1,000"),
        ("1250", "1,25\u{a0}k€", "€1.25k"),
        ("52500", "52,5\u{a0}k€", "€52.5k"),
        ("129500", "130\u{a0}k€", "€130k"),
        ("999499", "999\u{a0}k€", "€999k"),
        ("999500", "1\u{a0}M€", "€1M"),
        ("1171500", "1,17\u{a0}M€", "€1.17M"),
        ("-1171500", "-1,17\u{a0}M€", "-€1.17M"),
    ] {
        assert_eq!(french().money_brief(amount(money)), fr);
        assert_eq!(english().money_brief(amount(money)), en);
    }
    for (part, whole, airy, fr, en) in [
        ("0", "45000", false, "0/45\u{a0}k€", "€0/45k"),
        ("43500", "72500", false, "43,5/72,5\u{a0}k€", "€43.5/72.5k"),
        ("3", "45000", true, "0,01 / 45\u{a0}k€", "€0.01 / 45k"),
        ("800000", "1600000", true, "0,8 / 1,6\u{a0}M€", "€0.8 / 1.6M"),
        ("12", "800", true, "12 / 800\u{a0}€", "€12 / 800"),
    ] {
        assert_eq!(french().money_of_brief(amount(part), amount(whole), airy), fr);
        assert_eq!(english().money_of_brief(amount(part), amount(whole), airy), en);
    }
}

#[test]
fn dates_are_formatted_at_a_fixed_width() {
    for (day, fr, en, fr_long, en_long) in [
        ("2021-03-04", "04/03/2021", " 4 Mar 2021", "jeudi 4 mars 2021", "Thursday 4 March 2021"),
        ("2020-08-01", "01/08/2020", " 1 Aug 2020", "samedi 1er août 2020", "Saturday 1 August 2020"),
        ("2020-02-29", "29/02/2020", "29 Feb 2020", "samedi 29 février 2020", "Saturday 29 February 2020"),
        ("2019-12-22", "22/12/2019", "22 Dec 2019", "dimanche 22 décembre 2019", "Sunday 22 December 2019"),
    ] {
        let day = date(day);
        assert_eq!(french().date(day), fr);
        assert_eq!(english().date(day), en);
        assert_eq!(french().date_long(day), fr_long);
        assert_eq!(english().date_long(day), en_long);
    }
}

#[test]
fn spans_counts_and_lists_follow_the_plural_rules() {
    let span = |count, unit| Span { count, unit };
    for (span, fr, en) in [
        (span(1, SpanUnit::Days), "1 jour", "1 day"),
        (span(6, SpanUnit::Months), "6 mois", "6 months"),
        (span(1, SpanUnit::Years), "1 an", "1 year"),
        (span(2, SpanUnit::Weeks), "2 semaines", "2 weeks"),
    ] {
        assert_eq!(french().span(span), fr);
        assert_eq!(english().span(span), en);
    }
    // French says "0 jour", English "0 days".
    let none = [("count", MessageArg::Count(0))];
    assert_eq!(
        (french().message("span-days", &none), english().message("span-days", &none)),
        ("0 jour".into(), "0 days".into())
    );
    let many = [("count", MessageArg::Count(10_000))];
    assert_eq!(french().message("span-days", &many), "10\u{a0}000 jours");
    assert_eq!(english().message("span-days", &many), "10,000 days");
    let three = ["Pau".to_owned(), "Oise".to_owned(), "ADEME".to_owned()];
    assert_eq!(french().list(&three), "Pau, Oise et ADEME");
    assert_eq!(english().list(&three[..2]), "Pau and Oise");
    assert_eq!((english().list(&three[..1]), english().list(&[])), ("Pau".to_owned(), String::new()));
}

#[test]
fn decimals_are_grouped_and_keep_their_digits() {
    for (value, in_french, in_english) in
        [("200000", "200\u{a0}000", "200,000"), ("-1234.50", "-1\u{a0}234,50", "-1,234.50"), ("0.5", "0,5", "0.5")]
    {
        let value = value.parse().expect("a number");
        assert_eq!((french().decimal(value).as_str(), english().decimal(value).as_str()), (in_french, in_english));
    }
}

#[test]
fn suggested_texts_are_translated_and_others_kept() {
    assert_eq!(french().suggested("paper", "call for funds"), "appel de fonds");
    assert_eq!(french().suggested("share", "Part time"), "à temps partiel");
    assert_eq!(french().suggested("share", "50 %"), "50 %");
    assert_eq!(english().suggested("paper", "une lettre"), "une lettre");
}

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
