//! What an occurrence asks for and the papers that a tranche needs, in words: the record's own, or ours.

use crate::locale::Locale;
use crate::model::Arg;
use crate::rules::{Occurrence, OccurrenceSource};

/// What is to be done. The record's text as it stands, not made safe for a terminal.
#[must_use]
pub fn what(occurrence: &Occurrence, locale: &Locale) -> String {
    match &occurrence.source {
        OccurrenceSource::Obligation => occurrence.what.clone(),
        OccurrenceSource::Committee(Some(startup)) => {
            locale.message("what-committee", &[("startup", Arg::Text(startup.to_string()))])
        }
        OccurrenceSource::Committee(None) => locale.text("what-committee-of-each"),
        OccurrenceSource::Payment(contribution, number) => {
            let contribution = ("contribution", Arg::Text(contribution.clone()));
            let number = ("tranche", Arg::Count(i64::try_from(*number).unwrap_or(i64::MAX)));
            match occurrence.amount {
                Some(amount) => {
                    let amount = ("amount", Arg::Text(locale.money_short(amount)));
                    locale.message("what-payment", &[contribution, number, amount])
                }
                None => locale.message("what-payment-done", &[contribution, number]),
            }
        }
    }
}

/// A paper that a tranche needs: in words where it is one that the program knows, else as the document has it.
#[must_use]
pub fn paper(paper: &str, locale: &Locale) -> String {
    let key = format!("paper-{}", paper.replace(' ', "-"));
    if locale.has(&key) { locale.text(&key) } else { paper.to_owned() }
}
