//! Lengths of time as people type them.

use super::fold;
use crate::model::{Span, SpanUnit};

/// Reads a length of time, in the words of either language; months where no unit is given.
pub(super) fn read(text: &str) -> Option<Span> {
    let text = fold(text.trim());
    let unit_at = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (count, unit) = text.split_at(unit_at);
    let count = count.parse().ok().filter(|count| *count > 0)?;
    let unit = match unit.trim() {
        "d" | "day" | "days" | "j" | "jour" | "jours" => SpanUnit::Days,
        "w" | "week" | "weeks" | "s" | "semaine" | "semaines" => SpanUnit::Weeks,
        "" | "m" | "month" | "months" | "mois" => SpanUnit::Months,
        "y" | "year" | "years" | "a" | "an" | "ans" => SpanUnit::Years,
        _ => return None,
    };
    Some(Span { count, unit })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_understood_as_people_type_it() {
        for (typed, meant) in [("6", "6 months"), ("6 mois", "6 months"), ("2 ans", "2 years"), ("10j", "10 days")] {
            assert_eq!(read(typed).map(|span| span.to_string()).as_deref(), Some(meant));
        }
        for typed in ["", "mois", "0", "6 lunes", "-3", "6,5"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
