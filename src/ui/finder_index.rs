//! What the finder looks among: every startup, convention, party and obligation, under every name that it has. Made
//! by who makes the data; screens and actions, of which there are few, are added where it is opened.

use std::borrow::Cow;
use std::collections::HashMap;

use super::render_context::RenderContext;
use super::search::{Corpus, Haystack, Query, Score};
use crate::model::Id;
use crate::report::sanitize;
use crate::rules::{Occurrence, OccurrenceSource};

/// Something of the records that one can go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A startup, by its number among the answers'.
    Startup(usize),
    /// A convention, a framework or an amendment.
    Convention(Id),
    /// A party.
    Party(Id),
    /// An obligation, by the number of its most urgent occurrence among the answers'.
    Obligation(usize),
}

impl Destination {
    /// What comes first of what is found equally well.
    #[must_use]
    pub const fn rank(&self) -> u8 {
        match self {
            Self::Startup(_) => 0,
            Self::Convention(_) => 1,
            Self::Party(_) => 2,
            Self::Obligation(_) => 5,
        }
    }
}

/// All of it, and the texts that it is found by.
#[derive(Debug, Default)]
pub struct FinderIndex {
    /// In their order, obligations last.
    pub entries: Vec<Destination>,
    /// The names of all but the obligations, in the same order.
    pub names: Corpus,
    /// The texts of the obligations, of which there are twenty times as many.
    pub obligations: Corpus,
    /// Where they begin.
    pub first_obligation: usize,
}

/// More obligations than this are looked through only for so many letters: with fewer, most of them are found, and
/// none is what was meant.
const MANY: usize = 20_000;
const LETTERS: usize = 3;

impl FinderIndex {
    /// Gathers everything. Slow with many records.
    #[must_use]
    pub fn new(ctx: &RenderContext<'_>) -> Self {
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
        Self { entries, names, obligations, first_obligation }
    }

    /// How well each of the entries is found, by its number; nothing of those that are not.
    pub fn scores(&self, query: &Query) -> impl Iterator<Item = (usize, Score)> {
        let all = self.entries.len() - self.first_obligation <= MANY || query.letters() >= LETTERS;
        let due = if all { self.obligations.scores(query) } else { Vec::new() };
        let named = self.names.scores(query);
        named.into_iter().chain(due).enumerate().filter_map(|(n, score)| Some((n, score?)))
    }
}

/// One occurrence for each obligation: the one that presses most.
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
            // Papers keep the name that a startup had when they were signed.
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
