//! `report minutes`: the records as they were when the review was closed.

use std::sync::Arc;

use super::super::Invocation;
use crate::cli::errors::{self, Failure};
use crate::cli::resolve_folder;
use crate::model::{Id, Portfolio, RecordKind, RecordRef};
use crate::store::Folder;

/// The commits of a review's record that are searched for the one that closed it.
const MAX_COMMITS: usize = 1_000;

/// The review of minutes, if they are about one: that of `--review`, or of the startup's committee.
pub(super) fn review_of(
    call: &Invocation,
    portfolio: &Portfolio,
    (startup, review): (Option<&Id>, Option<&str>),
) -> Result<Option<Id>, Failure> {
    if let Some(typed) = review {
        // A day is also the id of the review of that day.
        let id = Id::new(typed).ok().filter(|id| portfolio.reviews.contains_key(id));
        let day = || call.past_date("--review", Some(typed)).ok().flatten();
        return match id.or_else(|| Id::new(&day()?.to_string()).ok()) {
            Some(id) => Ok(Some(id)),
            None => Id::new(typed).map(Some).map_err(|error| errors::id(&call.locale, typed, &error)),
        };
    }
    let record = startup.and_then(|startup| portfolio.startups.get(startup));
    let held = record.into_iter().flat_map(|startup| &startup.committees).filter(|one| one.is_held_by(call.as_of));
    let last = held.max_by_key(|one| one.on);
    Ok(last.and_then(|one| Id::new(one.review.as_deref()?).ok()).filter(|id| portfolio.reviews.contains_key(id)))
}

/// The folder and the records at the commit that closed a review; `None` if no commit did, or the review is open.
pub(super) fn at_closing(
    call: &Invocation,
    folder: &Folder,
    portfolio: &Portfolio,
    review: &Id,
) -> Result<Option<(Folder, Arc<Portfolio>)>, Failure> {
    if portfolio.reviews.get(review).is_none_or(|review| !review.is_closed()) {
        return Ok(None);
    }
    let record = RecordRef::new(RecordKind::Review, review.clone());
    // Outside a repository, the records are those of now.
    let Ok(history) = folder.history(&[record], None, MAX_COMMITS) else { return Ok(None) };
    let Some(closing) = history.commits.iter().find(|one| one.verb.as_deref() == Some("review-close")) else {
        return Ok(None);
    };
    let then = resolve_folder::open(&call.locale, call.named.as_deref())?;
    let mut then = then.at(&closing.name).map_err(|error| errors::history(&call.locale, &error))?;
    let portfolio = then.load(&|_| {});
    Ok(Some((then, portfolio)))
}
