//! Tests of messages, formats and parsing in both languages.

use std::collections::BTreeSet;

use super::{Language, Locale, messages};
use crate::model::{Date, MessageArg, Money, Span, SpanUnit};

pub(super) fn french() -> Locale {
    Locale::new(Language::French)
}

pub(super) fn english() -> Locale {
    Locale::new(Language::English)
}

pub(super) fn date(text: &str) -> Date {
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

/// In French, the category `one` is also that of 0.
#[test]
fn french_singulars_show_their_count() {
    let lines = messages::source(Language::French).lines().map(str::trim);
    let wrong: Vec<&str> = lines.filter(|line| line.starts_with("[one] 1 ")).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Each is parsed alone, when it is asked for.
#[test]
fn no_message_refers_to_another() {
    for language in Language::ALL {
        let locale = Locale::new(language);
        for (key, facts) in keys(language) {
            let facts: Vec<(&'static str, MessageArg)> =
                facts.into_iter().map(|fact| (&*fact.leak(), MessageArg::Text("x".to_owned()))).collect();
            // The column of bars has no head, and there is nothing to do while history is read.
            let is_empty = matches!(key.as_str(), "column-bar" | "reading-history-help");
            assert_eq!(locale.message(&key, &facts).is_empty(), is_empty, "{language:?} {key}");
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
