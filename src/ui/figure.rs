//! The most telling thing in a line as it is shown: its first amount that is something, else its first day.

/// Finds it; `None` where a line has neither.
#[must_use]
pub fn figure(text: &str) -> Option<String> {
    let amounts = amounts(text);
    let something = amounts.iter().find(|amount| amount.chars().any(|c| matches!(c, '1'..='9')));
    something.cloned().or_else(|| day(text)).or_else(|| amounts.into_iter().next())
}

/// `17 500 €`, `€17,500.50`, `-300 €`: the spaces in them do not break.
fn amounts(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '€' | '\u{a0}' | '\u{202f}');
    let parts = text.split(|c| !is_part(c)).map(|part| part.trim_matches(['\u{a0}', '\u{202f}', ',', '.']));
    parts.filter(|part| part.contains('€') && part.contains(|c: char| c.is_ascii_digit())).map(str::to_owned).collect()
}

/// `04/03/2021`, ` 4 Mar 2021`, `4 mars 2021`.
fn day(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches([',', '.', ';', '(', ')'])).collect();
    let number = |word: &str, digits: std::ops::RangeInclusive<usize>| {
        digits.contains(&word.len()) && word.chars().all(|c| c.is_ascii_digit())
    };
    let written = |word: &&&str| {
        let parts: Vec<&str> = word.split('/').collect();
        matches!(parts.as_slice(), [day, month, year] if number(day, 2..=2) && number(month, 2..=2) && number(year, 4..=4))
    };
    let short = words.iter().find(written).map(|word| (*word).to_owned());
    short.or_else(|| {
        let in_words = words.windows(3).find(|three| {
            let first = three[0].trim_end_matches("er");
            number(first, 1..=2) && three[1].chars().all(char::is_alphabetic) && number(three[2], 4..=4)
        });
        in_words.map(|three| three.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_goes_before_a_day_and_something_before_nothing() {
        for (line, found) in [
            ("Histologe  construction  0\u{a0}€ / 17\u{a0}500\u{a0}€  ✗ 20/08/2020", Some("17\u{a0}500\u{a0}€")),
            ("CoMobi  €1,250.50 of €2,000", Some("€1,250.50")),
            ("restitution -300,00\u{a0}€, art. 5", Some("-300,00\u{a0}€")),
            ("✗ 20/08/2020  comité", Some("20/08/2020")),
            ("✗  4 Mar 2021  report", Some("4 Mar 2021")),
            ("jeudi 1er décembre 2020", Some("1er décembre 2020")),
            ("rien : 0\u{a0}€", Some("0\u{a0}€")),
            ("art. 5.1 · 12 mois", None),
            ("€", None),
            ("", None),
        ] {
            assert_eq!(figure(line).as_deref(), found, "{line}");
        }
    }
}
