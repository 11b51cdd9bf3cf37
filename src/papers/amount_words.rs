//! Amounts in words, as a call for funds states them beside the figures.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::locale::Language;
use crate::model::Money;

/// The largest amount in words, in whole euros.
const LIMIT: i128 = 1_000_000_000_000;

/// Returns an amount in words: `dix-sept mille cinq cents euros et dix centimes`. `None` for negative amounts and from
/// a thousand billion euros on.
#[must_use]
pub fn amount_in_words(amount: Money, language: Language) -> Option<String> {
    let cents = (amount.decimal() * Decimal::ONE_HUNDRED).round().to_i128()?;
    if !(0..LIMIT * 100).contains(&cents) {
        return None;
    }
    let (euros, cents) = (u64::try_from(cents / 100).ok()?, u64::try_from(cents % 100).ok()?);
    Some(match language {
        Language::French => french(euros, cents),
        Language::English => english(euros, cents),
    })
}

fn french(euros: u64, cents: u64) -> String {
    let words = french_number(euros, true);
    // "un million d'euros", "deux millions d'euros", but "un million cent euros".
    let unit = match euros {
        0 | 1 => " euro",
        _ if euros.is_multiple_of(1_000_000) => " d'euros",
        _ => " euros",
    };
    let mut text = format!("{words}{unit}");
    if cents > 0 {
        let unit = if cents == 1 { "centime" } else { "centimes" };
        text.push_str(&format!(" et {} {unit}", french_number(cents, true)));
    }
    text
}

fn english(euros: u64, cents: u64) -> String {
    let unit = if euros == 1 { "euro" } else { "euros" };
    let mut text = format!("{} {unit}", english_number(euros));
    if cents > 0 {
        let unit = if cents == 1 { "cent" } else { "cents" };
        text.push_str(&format!(" and {} {unit}", english_number(cents)));
    }
    text
}

const FRENCH_SMALL: [&str; 20] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
const FRENCH_TENS: [&str; 10] =
    ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];

/// Returns a number in French with hyphens between tens and units (before the reform of 1990). `is_last` is whether no
/// "mille" follows: "quatre-vingts" and "deux cents" then have their s.
fn french_number(number: u64, is_last: bool) -> String {
    match number {
        0..100 => french_tens(number, is_last),
        100..1_000 => {
            let (hundreds, rest) = (number / 100, number % 100);
            let head = if hundreds == 1 { "cent".to_owned() } else { format!("{} cent", french_tens(hundreds, false)) };
            let plural = if hundreds > 1 && rest == 0 && is_last { "s" } else { "" };
            joined(format!("{head}{plural}"), rest, |rest| french_number(rest, is_last))
        }
        1_000..1_000_000 => {
            let (thousands, rest) = (number / 1_000, number % 1_000);
            let head =
                if thousands == 1 { "mille".to_owned() } else { format!("{} mille", french_number(thousands, false)) };
            joined(head, rest, |rest| french_number(rest, is_last))
        }
        _ => {
            let (size, word) =
                if number < 1_000_000_000 { (1_000_000, "million") } else { (1_000_000_000, "milliard") };
            let (many, rest) = (number / size, number % size);
            let plural = if many > 1 { "s" } else { "" };
            let head = format!("{} {word}{plural}", french_number(many, true));
            joined(head, rest, |rest| french_number(rest, is_last))
        }
    }
}

fn french_tens(number: u64, is_last: bool) -> String {
    let small = |index: u64| FRENCH_SMALL[usize::try_from(index).unwrap_or_default()];
    if number < 20 {
        return small(number).to_owned();
    }
    let (tens, units) = (number / 10, number % 10);
    let word = FRENCH_TENS[usize::try_from(tens).unwrap_or_default()];
    match (tens, units) {
        // Seventy and ninety count on from sixty and eighty.
        (7, 1) => "soixante et onze".to_owned(),
        (7 | 9, _) => format!("{word}-{}", small(units + 10)),
        (8, 0) => format!("{word}{}", if is_last { "s" } else { "" }),
        (_, 0) => word.to_owned(),
        (2..=6, 1) => format!("{word} et un"),
        _ => format!("{word}-{}", small(units)),
    }
}

const ENGLISH_SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn english_number(number: u64) -> String {
    let small = |index: u64| ENGLISH_SMALL[usize::try_from(index).unwrap_or_default()];
    match number {
        0..20 => small(number).to_owned(),
        20..100 => {
            let word = ENGLISH_TENS[usize::try_from(number / 10).unwrap_or_default()];
            if number.is_multiple_of(10) { word.to_owned() } else { format!("{word}-{}", small(number % 10)) }
        }
        100..1_000 => {
            let head = format!("{} hundred", small(number / 100));
            if number.is_multiple_of(100) { head } else { format!("{head} and {}", english_number(number % 100)) }
        }
        _ => {
            let (size, word) = match number {
                0..1_000_000 => (1_000, "thousand"),
                1_000_000..1_000_000_000 => (1_000_000, "million"),
                _ => (1_000_000_000, "billion"),
            };
            let head = format!("{} {word}", english_number(number / size));
            let rest = number % size;
            let and = if rest > 0 && rest < 100 { " and" } else { "" };
            joined(format!("{head}{and}"), rest, english_number)
        }
    }
}

/// Appends the words of the rest, unless it is zero.
fn joined(head: String, rest: u64, words: impl Fn(u64) -> String) -> String {
    if rest == 0 { head } else { format!("{} {}", head, words(rest)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand, from the rules of spelling before the reform of 1990.
    #[test]
    fn french_amounts() {
        for (amount, words) in [
            ("0", "zéro euro"),
            ("1", "un euro"),
            ("1.01", "un euro et un centime"),
            ("21", "vingt et un euros"),
            ("71", "soixante et onze euros"),
            ("80", "quatre-vingts euros"),
            ("81", "quatre-vingt-un euros"),
            ("91", "quatre-vingt-onze euros"),
            ("97.80", "quatre-vingt-dix-sept euros et quatre-vingts centimes"),
            ("200", "deux cents euros"),
            ("201", "deux cent un euros"),
            ("1000", "mille euros"),
            ("17500", "dix-sept mille cinq cents euros"),
            ("80000", "quatre-vingt mille euros"),
            ("200000", "deux cent mille euros"),
            ("1000000", "un million d'euros"),
            ("2000000", "deux millions d'euros"),
            ("1200000", "un million deux cent mille euros"),
            ("80000000", "quatre-vingts millions d'euros"),
            ("3000000001", "trois milliards un euros"),
        ] {
            let amount: Money = amount.parse().expect("an amount");
            assert_eq!(amount_in_words(amount, Language::French).as_deref(), Some(words));
        }
    }

    #[test]
    fn english_amounts() {
        for (amount, words) in [
            ("0", "zero euros"),
            ("1", "one euro"),
            ("17500.10", "seventeen thousand five hundred euros and ten cents"),
            ("101", "one hundred and one euros"),
            ("1001", "one thousand and one euros"),
            ("1042000", "one million forty-two thousand euros"),
        ] {
            let amount: Money = amount.parse().expect("an amount");
            assert_eq!(amount_in_words(amount, Language::English).as_deref(), Some(words));
        }
        let negative: Money = "-1".parse().expect("an amount");
        assert_eq!(amount_in_words(negative, Language::English), None);
    }
}
