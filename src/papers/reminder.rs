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
    let items = reminded_items(input, answers, party)?;
    let mut debtors: Vec<&Id> = items.iter().map(|(debtor, _)| *debtor).collect();
    debtors.dedup();
    let letters = debtors.into_iter().map(|debtor| {
        let its: Vec<&Occurrence> = items.iter().filter(|(of, _)| *of == debtor).map(|(_, one)| *one).collect();
        letter(input, debtor, &its, is_second)
    });
    Ok(letters.collect())
}

/// Returns what the letters remind of, sorted by debtor.
///
/// # Errors
/// If there is no such party.
pub fn reminded_items<'a>(
    input: &PaperInput<'_>,
    answers: &'a Answers,
    party: Option<&Id>,
) -> Result<Vec<(&'a Id, &'a Occurrence)>, PaperError> {
    if let Some(party) = party.filter(|party| !input.portfolio.parties.contains_key(*party)) {
        return Err(PaperError::NoParty(party.to_string()));
    }
    let home = input.portfolio.incubator.home.as_ref();
    let late = answers.occurrences.iter().filter(|one| one.state == OccurrenceState::Late);
    let mut items: Vec<(&Id, &Occurrence)> =
        late.flat_map(|one| one.debtors.iter().map(move |debtor| (debtor, one))).collect();
    // The incubator does not remind itself, unless it is asked to.
    items.retain(|(debtor, _)| party.map_or(home != Some(*debtor), |party| party == *debtor));
    items.sort_by_key(|(debtor, _)| *debtor);
    Ok(items)
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

/// Builds the letters about some occurrences, as far as these are late; a second reminder if one of a letter's items
/// was reminded of before.
#[must_use]
pub fn letters(input: &PaperInput<'_>, occurrences: &[Occurrence]) -> Vec<Document> {
    let late = occurrences.iter().filter(|one| one.state == OccurrenceState::Late);
    let late: Vec<&Occurrence> = late.collect();
    let mut debtors: Vec<&Id> = late.iter().flat_map(|one| &one.debtors).collect();
    debtors.sort();
    debtors.dedup();
    let letters = debtors.into_iter().map(|debtor| {
        let its: Vec<&Occurrence> = late.iter().copied().filter(|one| one.debtors.contains(debtor)).collect();
        letter(input, debtor, &its, !reminded(input, debtor, &its).is_empty())
    });
    letters.collect()
}

/// Returns the days of the reminders recorded for the items.
fn reminded(input: &PaperInput<'_>, debtor: &Id, late: &[&Occurrence]) -> Vec<Date> {
    let of = |one: &&Occurrence| {
        let convention = one.convention.as_ref().and_then(|id| input.portfolio.conventions.get(id));
        let (item, as_of) = (one.id.clone(), input.as_of);
        let its = move |reminder: &&Reminder| reminder.to == *debtor && reminder.item == item && reminder.on <= as_of;
        convention.into_iter().flat_map(|convention| &convention.reminders).filter(its).map(|reminder| reminder.on)
    };
    late.iter().flat_map(of).collect()
}
