//! Building the entries of the finder.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::Id;
use crate::report::sanitize;
use crate::rules::{Occurrence, OccurrenceSource};
use crate::ui::finder_index::{Destination, FinderIndex};
use crate::ui::render_context::RenderContext;
use crate::ui::search::{Corpus, Haystack};

/// Collects the entries of the finder. Slow with many records.
pub(super) fn finder_index(ctx: &RenderContext<'_>) -> FinderIndex {
    let portfolio = &ctx.data.portfolio;
    let startups = (0..ctx.data.answers.startups.len()).map(Destination::Startup);
    let conventions = portfolio.conventions.keys().cloned().map(Destination::Convention);
    let parties = portfolio.parties.keys().cloned().map(Destination::Party);
    let mut entries: Vec<_> = startups.chain(conventions).chain(parties).collect();
    let first_obligation = entries.len();
    entries.extend(obligations(&ctx.data.answers.occurrences).into_iter().map(Destination::Obligation));
    let (named, due) = entries.split_at(first_obligation);
    let corpus = |found: &[Destination]| Corpus::new(found.iter().map(|found| haystack(ctx, found)));
    let (names, obligations) = (corpus(named), corpus(due));
    FinderIndex { entries, names, obligations, first_obligation }
}

/// The index of the most urgent occurrence of each obligation.
fn obligations(occurrences: &[Occurrence]) -> Vec<usize> {
    let mut most: HashMap<(&Id, &str), usize> = HashMap::with_capacity(occurrences.len() / 4);
    for (n, occurrence) in occurrences.iter().enumerate() {
        let at = most.entry((&occurrence.convention, &occurrence.obligation)).or_insert(n);
        if occurrences.get(*at).is_some_and(|other| occurrence.state < other.state) {
            *at = n;
        }
    }
    let mut numbers: Vec<_> = most.into_values().collect();
    numbers.sort_unstable_by_key(|n| (occurrences.get(*n).map(|occurrence| occurrence.state), *n));
    numbers
}

fn haystack<'a>(ctx: &RenderContext<'a>, found: &'a Destination) -> Haystack<'a> {
    match found {
        Destination::Startup(n) => {
            let Some(standing) = ctx.data.answers.startups.get(*n) else { return Haystack::default() };
            let mut names: Vec<Cow<'a, str>> =
                vec![ctx.startup_words(&standing.startup), standing.startup.as_str().into()];
            names.extend(
                ctx.startup(&standing.startup).into_iter().flat_map(|of| of.also.iter()).map(|name| sanitize(name)),
            );
            Haystack { names, rest: Vec::new() }
        }
        Destination::Convention(id) => {
            let Some(convention) = ctx.convention(id) else { return Haystack::default() };
            let mut rest = vec![sanitize(&convention.title)];
            rest.extend(convention.startups.iter().map(|startup| ctx.startup_words(startup)));
            // Conventions keep the name that a startup had when they were signed.
            let of = convention.startups.iter().filter_map(|startup| ctx.startup(startup));
            rest.extend(of.flat_map(|startup| startup.also.iter()).map(|name| sanitize(name)));
            rest.extend(convention.parties.iter().map(|party| ctx.party_words(party)));
            Haystack { names: vec![convention.id.as_str().into()], rest }
        }
        Destination::Party(id) => {
            let Some(party) = ctx.data.portfolio.parties.get(id) else { return Haystack::default() };
            let mut names = vec![sanitize(&party.name), id.as_str().into()];
            names.extend(party.also.iter().map(|name| sanitize(name)));
            Haystack { names, rest: Vec::new() }
        }
        Destination::Obligation(n) => {
            let Some(occurrence) = ctx.data.answers.occurrences.get(*n) else { return Haystack::default() };
            let what = match occurrence.source {
                OccurrenceSource::Obligation => sanitize(&occurrence.what),
                _ => ctx.what(occurrence).into(),
            };
            let mut rest = vec![what, occurrence.convention.as_str().into(), occurrence.obligation.as_str().into()];
            rest.extend(occurrence.startups.iter().map(|startup| ctx.startup_words(startup)));
            Haystack { names: Vec::new(), rest }
        }
    }
}
