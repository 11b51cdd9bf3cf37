//! Due dates of obligations as people type them: a date, or an event with an offset: `fin + 3 mois`.

use super::typed_date::{DateDirection, TypedDate};
use super::{fold, typed_span};
use crate::model::{Date, Moment};

/// Reads a date, or `signature` or `end` in either language with an optional offset after it. `None` if it is neither.
pub(super) fn read(text: &str, today: Date) -> Option<Moment> {
    let folded = fold(text.trim());
    if let Some(moment) = event(&folded) {
        return Some(moment);
    }
    let date = TypedDate::parse(text, today).and_then(|date| date.resolve(today, DateDirection::Ahead));
    date.ok().map(Moment::On)
}

fn event(folded: &str) -> Option<Moment> {
    let (name, span) = match folded.split_once('+') {
        Some((name, span)) => (name.trim(), Some(typed_span::read(span).ok()?)),
        // `3 mois après la fin`, `3 months after the end`
        None => match folded.split_once(" apres ").or_else(|| folded.split_once(" after ")) {
            Some((span, name)) => (name.trim(), Some(typed_span::read(span).ok()?)),
            None => (folded, None),
        },
    };
    let name = name.strip_prefix("la ").or_else(|| name.strip_prefix("the ")).unwrap_or(name);
    let name =
        name.strip_suffix(" de la convention").or_else(|| name.strip_suffix(" of the convention")).unwrap_or(name);
    match name {
        "fin" | "end" | "terme" => Some(Moment::End(span)),
        "signature" => Some(Moment::Signature(span)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_read_in_both_languages_with_their_offsets() {
        let today: Date = "2020-12-01".parse().expect("a date");
        let read = |text: &str| read(text, today).map(|moment| moment.to_string());
        for (typed, moment) in [
            ("fin", "end"),
            ("fin + 3 mois", "end + 3 months"),
            ("end+3 months", "end + 3 months"),
            ("3 mois après la fin de la convention", "end + 3 months"),
            ("Signature + 10 j", "signature + 10 days"),
            ("31/3/2027", "2027-03-31"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(moment), "{typed}");
        }
        assert_eq!(read("fin + bientôt"), None);
        assert_eq!(read("un jour"), None);
    }
}
