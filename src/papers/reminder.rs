//! Courteous reminders (relances): one letter for each debtor, with what it owes and since when.

use super::PaperError;
use super::builder::ColumnHead::{Number, Text};
use super::builder::{PaperBuilder, PaperInput, clean, paragraph, table};
use super::document::{Block, Document};
use crate::model::{Date, Id, MessageArg, Reminder};
use crate::report::words;
use crate::rules::{Answers, Occurrence, OccurrenceState};

/// Builds the letters to one party, or to every debtor that is late; a second reminder names the day of the first.
///
/// # Errors
/// If there is no such party. Without anything late, there is no letter.
pub fn reminders(
    input: &PaperInput<'_>,
    answers: &Answers,
    party: Option<&Id>,
    is_second: bool,
) -> Result<Vec<Document>, PaperError> {
    if let Some(party) = party.filter(|party| !input.portfolio.parties.contains_key(*party)) {
        return Err(PaperError::NoParty(party.to_string()));
    }
    let late = |one: &&Occurrence| one.state == OccurrenceState::Late && !one.debtors.is_empty();
    let late: Vec<&Occurrence> = answers.occurrences.iter().filter(late).collect();
    let home = input.portfolio.incubator.home.as_ref();
    let mut debtors: Vec<&Id> = late.iter().flat_map(|one| &one.debtors).collect();
    // The incubator does not remind itself, unless it is asked to.
    debtors.retain(|debtor| party.map_or(home != Some(*debtor), |party| party == *debtor));
    debtors.sort();
    debtors.dedup();
    let letters = debtors.into_iter().map(|debtor| {
        let its: Vec<&Occurrence> = late.iter().copied().filter(|one| one.debtors.contains(debtor)).collect();
        letter(input, debtor, &its, is_second)
    });
    Ok(letters.collect())
}

fn letter(input: &PaperInput<'_>, debtor: &Id, late: &[&Occurrence], is_second: bool) -> Document {
    let mut builder = PaperBuilder::new(input);
    let address = input.portfolio.parties.get(debtor).and_then(|party| party.address.clone());
    if !input.is_public() {
        let address = builder.needed(address, "doc-miss-address");
        builder.push(paragraph(format!("{} · {address}", input.party(debtor))));
    }
    let opening = if is_second { "doc-reminder-second" } else { "doc-reminder-opening" };
    builder.push(paragraph(input.text("doc-reminder-greeting")));
    let mut first = reminded(input, debtor, late);
    first.sort();
    let opening = match first.first() {
        Some(day) if is_second => input.with("doc-reminder-second-on", &[("date", MessageArg::Date(*day))]),
        _ => input.text(opening),
    };
    if is_second && first.is_empty() {
        builder.miss("doc-miss-first-reminder");
    }
    builder.push(paragraph(opening));
    let heads = [
        Text("doc-convention"),
        Text("doc-article"),
        Text("doc-what"),
        Number("doc-amount"),
        Text("doc-due-since"),
        Number("doc-days-late"),
    ];
    let mut rows = table(input, &heads, "doc-nothing-late");
    for one in late {
        let convention = one.convention.as_ref();
        let title = convention.and_then(|id| input.portfolio.conventions.get(id)).map(|one| clean(&one.title));
        rows.row(vec![
            title.unwrap_or_default(),
            one.article.as_deref().map(|article| input.locale.article(&clean(article))).unwrap_or_default(),
            clean(&words::what_short(one, input.locale)),
            one.amount.map(|amount| input.money(amount)).unwrap_or_default(),
            input.maybe_date(one.due),
            input.locale.number(one.days_late),
        ]);
    }
    builder.push(Block::Table(rows));
    builder.push(paragraph(input.text("doc-reminder-closing")));
    let home = input.portfolio.incubator.home.as_ref().map(|home| input.party_in_sentence(home));
    let place = input.with("doc-signature-for", &[("party", MessageArg::Text(home.unwrap_or_default()))]);
    builder.push(Block::Signature { name: String::new(), capacity: String::new(), place });
    let party = ("party", MessageArg::Text(input.party_in_sentence(debtor)));
    builder.finish(("reminder", debtor.as_str()), input.with("doc-title-reminder", &[party]), None)
}

/// The days of the reminders recorded for the items.
fn reminded(input: &PaperInput<'_>, debtor: &Id, late: &[&Occurrence]) -> Vec<Date> {
    let conventions = late.iter().filter_map(|one| input.portfolio.conventions.get(one.convention.as_ref()?));
    let its = |reminder: &&Reminder| reminder.to == *debtor && reminder.on <= input.as_of;
    conventions.flat_map(|convention| &convention.reminders).filter(its).map(|reminder| reminder.on).collect()
}
