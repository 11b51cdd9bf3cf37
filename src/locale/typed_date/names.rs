//! Names of weekdays and months in both languages, folded.

use chrono::Weekday;

const WEEKDAYS: [[&str; 7]; 2] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
];

const MONTHS: [[&str; 12]; 2] = [
    [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ],
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
];

/// Returns the weekday of a name or an unambiguous abbreviation of at least three letters.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Weekday::try_from(position(&WEEKDAYS, word.trim_end_matches(['.', ',']))?).ok()
}

/// Returns the month, from 1, of a name or an unambiguous abbreviation of at least three letters.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(u32::from(position(&MONTHS, word.trim_end_matches(['.', ',']))?) + 1)
}

fn position<const N: usize>(lists: &[[&str; N]; 2], word: &str) -> Option<u8> {
    if word.len() < 3 {
        return None;
    }
    let all = lists.iter().flat_map(|names| (0..).zip(names));
    let mut found = all.filter(|(_, name)| name.starts_with(word)).map(|(position, _)| position);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}
