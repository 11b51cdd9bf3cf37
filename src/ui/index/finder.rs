//! Building the entries of the finder.

use std::collections::HashMap;

use crate::model::Id;
use crate::report::filter::{self, RowText, TextIndex};
use crate::rules::Occurrence;
use crate::ui::data::Data;
use crate::ui::finder_index::{Destination, FinderIndex};
use crate::ui::render_context::RenderContext;

/// Collects the entries of the finder. Slow with many records.
pub(super) fn finder_index(ctx: &RenderContext<'_>) -> FinderIndex {
    let portfolio = &ctx.data.portfolio;
    let startups = (0..ctx.data.answers.startups.len()).map(Destination::Startup);
    let conventions = portfolio.conventions.keys().cloned().map(Destination::Convention);
    let parties = portfolio.parties.keys().cloned().map(Destination::Party);
    let people = portfolio.incubator.people.iter().map(|person| Destination::Person(person.id.clone()));
    let mut entries: Vec<_> = startups.chain(conventions).chain(parties).chain(people).collect();
    let first_other = entries.len();
    entries.extend(obligations(&ctx.data.answers.occurrences).into_iter().map(Destination::Obligation));
    for startup in portfolio.startups.values() {
        entries.extend((0..startup.notes.len()).map(|n| Destination::Note(startup.id.clone(), n)));
    }
    let (named, others) = entries.split_at(first_other);
    let corpus = |found: &[Destination]| TextIndex::new(found.iter().map(|found| row_text(ctx, found)));
    let (names, others) = (corpus(named), corpus(others));
    FinderIndex { entries, names, others, first_other }
}

/// Returns the number of rows that the entries are made from.
pub(super) fn count(data: &Data) -> usize {
    let portfolio = &data.portfolio;
    let records = portfolio.startups.len() + portfolio.conventions.len() + portfolio.parties.len();
    records + data.answers.occurrences.len()
}

/// Returns the index of the most urgent occurrence of each obligation.
fn obligations(occurrences: &[Occurrence]) -> Vec<usize> {
    let mut most: HashMap<(&Id, &str, &str), usize> = HashMap::with_capacity(occurrences.len() / 4);
    for (n, occurrence) in occurrences.iter().enumerate() {
        let at = most.entry((&occurrence.record.id, &occurrence.obligation, &occurrence.id)).or_insert(n);
        if occurrences.get(*at).is_some_and(|other| occurrence.state < other.state) {
            *at = n;
        }
    }
    let mut numbers: Vec<_> = most.into_values().collect();
    numbers.sort_unstable_by_key(|n| (occurrences.get(*n).map(|occurrence| occurrence.state), *n));
    numbers
}

fn row_text<'a>(ctx: &RenderContext<'a>, found: &'a Destination) -> RowText<'a> {
    let (portfolio, answers) = (&ctx.data.portfolio, &ctx.data.answers);
    match found {
        // Only its names: parties and conventions are destinations of their own.
        Destination::Startup(n) => {
            let text = answers.startups.get(*n).map(|row| filter::text_of_startup(portfolio, ctx.locale, row));
            RowText { rest: Vec::new(), ..text.unwrap_or_default() }
        }
        Destination::Convention(id) => filter::text_of_convention(portfolio, id),
        Destination::Party(id) => filter::text_of_party(portfolio, id),
        Destination::Person(id) => filter::text_of_person(portfolio, id),
        Destination::Note(id, n) => filter::text_of_note(portfolio, id, *n),
        // Its startups and parties are found by their own names first.
        Destination::Obligation(n) => {
            let text = answers.occurrences.get(*n).map(|one| filter::text_of_occurrence(portfolio, ctx.locale, one));
            let RowText { names, mut rest } = text.unwrap_or_default();
            rest.extend(names);
            RowText { names: Vec::new(), rest }
        }
    }
}
