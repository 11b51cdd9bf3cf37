//! The papers that are offered: those of the review, of what is selected, and of the portfolio.

use crate::model::{Convention, Id, PathStep, RecordKind, Review};
use crate::report::PaperRequest;
use crate::ui::env::Env;
use crate::ui::target::Target;

/// Returns the papers that can be made, the most likely one first: in a review its own, and on the day on which one was
/// closed its minutes; then those of what is selected.
#[must_use]
pub fn offered(env: &Env, target: Option<&Target>) -> Vec<PaperRequest> {
    let reviews = || env.data.portfolio.reviews.values().map(AsRef::as_ref);
    let held = env.review.as_ref().and_then(|id| reviews().find(|review| review.id == *id));
    let closed = reviews().filter(|review: &&Review| review.is_closed()).max_by_key(|review| review.closed);
    let is_fresh = closed.is_some_and(|review| review.closed.is_some_and(|closed| closed.date() == env.today));
    let minutes = |review: &Review| PaperRequest::ReviewMinutes { review: review.id.clone() };
    let mut all = Vec::new();
    if let Some(review) = held {
        all.push(PaperRequest::ReviewPapers { review: review.id.clone() });
        all.push(minutes(review));
    } else if is_fresh {
        all.extend(closed.map(minutes));
    }
    if let Some(target) = target {
        of_target(env, target, &mut all);
    }
    let open = reviews().filter(|review| !review.is_closed() && held.is_none());
    all.extend(open.map(|review| PaperRequest::ReviewPapers { review: review.id.clone() }));
    all.extend(closed.map(minutes));
    all.push(PaperRequest::Summary);
    all.push(PaperRequest::Reminder { party: None, second: false });
    let mut unique: Vec<PaperRequest> = Vec::new();
    for one in all {
        if !unique.contains(&one) {
            unique.push(one);
        }
    }
    unique
}

fn of_target(env: &Env, target: &Target, all: &mut Vec<PaperRequest>) {
    match target {
        Target::Startup(id) => of_startup(env, id, all),
        Target::Party(id) => all.push(PaperRequest::Reminder { party: Some(id.clone()), second: false }),
        Target::Contribution { convention, contribution, tranche, .. } => {
            let (convention, contribution) = (convention.clone(), contribution.clone());
            all.push(PaperRequest::Call { convention, contribution, tranche: *tranche });
        }
        Target::Occurrence(one) => {
            let debtor = one.debtors.first().cloned();
            all.extend(debtor.map(|party| PaperRequest::Reminder { party: Some(party), second: false }));
            one.startups.iter().for_each(|id| of_startup(env, id, all));
        }
        Target::Fact(place) => match place.record() {
            Some(record) if record.kind == RecordKind::Startup => of_startup(env, &record.id, all),
            Some(record) if record.kind == RecordKind::Review => {
                all.push(PaperRequest::ReviewMinutes { review: record.id.clone() });
                all.push(PaperRequest::ReviewPapers { review: record.id.clone() });
            }
            _ => {}
        },
        Target::Convention(_) | Target::Commit { .. } => {}
    }
    if let Some(id) = target.convention() {
        let nth = match target {
            Target::Fact(place) => contribution_of(place),
            _ => None,
        };
        of_convention(env, id, nth, all);
    }
}

/// Returns the position of the contribution that a line of a convention's page is about.
fn contribution_of(place: &crate::model::Location) -> Option<usize> {
    let crate::model::Location::Value(_, path) = place else { return None };
    match (path.first()?, path.get(1)?) {
        (PathStep::Key(key), PathStep::Index(nth)) if key == "contributions" => Some(*nth),
        _ => None,
    }
}

fn of_startup(env: &Env, id: &Id, all: &mut Vec<PaperRequest>) {
    let Some(startup) = env.data.portfolio.startups.get(id) else { return };
    all.push(PaperRequest::Sheet { startup: id.clone() });
    if startup.committees.iter().any(|one| one.is_held_by(env.data.as_of)) {
        all.push(PaperRequest::StartupMinutes { startup: id.clone(), on: None });
    }
}

/// The papers of a convention, or of the one that an amendment changes.
fn of_convention(env: &Env, id: &Id, nth: Option<usize>, all: &mut Vec<PaperRequest>) {
    let Some(mut found) = env.data.portfolio.conventions.get(id) else { return };
    if let crate::model::ConventionKind::Amendment { amends } = &found.kind {
        let Some(base) = env.data.portfolio.conventions.get(amends) else { return };
        found = base;
    }
    let convention: &Convention = found;
    let id = || convention.id.clone();
    let paid_to = |(n, one): (usize, &crate::model::Contribution)| {
        let is_meant = one.to.is_some() && nth.is_none_or(|nth| nth == n);
        is_meant.then(|| PaperRequest::Call { convention: id(), contribution: one.id.clone(), tranche: None })
    };
    all.extend(convention.contributions.iter().enumerate().filter_map(paid_to));
    all.push(PaperRequest::Management { convention: id(), year: None });
    all.push(PaperRequest::Statement { convention: id() });
}
