//! The agenda that is proposed for a review, and how much of one is settled.

use super::{Answers, answers_with, today};
use crate::model::{Action, AgendaItem, Committee, CommitteeState, Date, Id, Portfolio, Review, Startup};
use crate::parallel::MapChunks;

/// Returns the startups whose committee is planned for a day, by name; if there are none, all active ones: those in
/// Today in its order, then the others by name.
#[must_use]
pub fn proposed_agenda(portfolio: &Portfolio, on: Date, threads: &impl MapChunks) -> Vec<Id> {
    match planned(portfolio, on) {
        planned if planned.is_empty() => agenda_by_need(portfolio, &answers_with(portfolio, on, threads), on),
        planned => planned,
    }
}

/// Returns the same as [`proposed_agenda`], from answers that are already computed.
#[must_use]
pub fn agenda_by_need(portfolio: &Portfolio, answers: &Answers, on: Date) -> Vec<Id> {
    let planned = planned(portfolio, on);
    if !planned.is_empty() {
        return planned;
    }
    let is_active = |id: &Id| {
        let startup = portfolio.startups.get(id);
        startup.and_then(|startup| startup.phase_on(on)).is_some_and(|start| start.phase.is_active())
    };
    let items = today(portfolio, answers, on).items;
    let urgent = items.iter().flat_map(|item| &item.startups);
    let mut agenda: Vec<Id> = Vec::new();
    for id in urgent.chain(by_name(portfolio).iter().map(|startup| &startup.id)) {
        if is_active(id) && !agenda.contains(id) {
            agenda.push(id.clone());
        }
    }
    agenda
}

/// Returns the startups whose committee is planned for a day, by name.
fn planned(portfolio: &Portfolio, on: Date) -> Vec<Id> {
    let is_planned = |one: &Committee| one.on == on && one.state == CommitteeState::Planned;
    let planned = by_name(portfolio).into_iter().filter(|startup| startup.committees.iter().any(is_planned));
    planned.map(|startup| startup.id.clone()).collect()
}

fn by_name(portfolio: &Portfolio) -> Vec<&Startup> {
    let mut all: Vec<&Startup> = portfolio.startups.values().map(AsRef::as_ref).collect();
    all.sort_by_key(|startup| startup.name.to_lowercase());
    all
}

/// Returns the actions that are not done and lead an agenda, each with its startup: those of reviews before a day, then
/// those of the startups on the agenda, in its order.
#[must_use]
pub fn undone_actions<'a>(portfolio: &'a Portfolio, on: Date, agenda: &[Id]) -> Vec<(Option<&'a Startup>, &'a Action)> {
    let earlier = portfolio.reviews.values().filter(|review| review.on < on);
    let of_reviews = earlier.flat_map(|review| &review.actions).map(|action| (None, action));
    let startups = agenda.iter().filter_map(|id| portfolio.startups.get(id)).map(AsRef::as_ref);
    let of_startups =
        startups.flat_map(|startup: &Startup| startup.actions.iter().map(move |one| (Some(startup), one)));
    of_reviews.chain(of_startups).filter(|(_, action)| action.done.is_none()).collect()
}

/// Returns the number of startups with an outcome: as recorded if the review is closed, else as their records give it.
#[must_use]
pub fn settled(portfolio: &Portfolio, review: &Review) -> usize {
    let has_outcome = |item: &&AgendaItem| match review.is_closed() {
        true => item.outcome.is_some(),
        false => portfolio.startups.get(&item.startup).is_some_and(|startup| review.outcome_of(startup).is_some()),
    };
    review.agenda.iter().filter(has_outcome).count()
}
