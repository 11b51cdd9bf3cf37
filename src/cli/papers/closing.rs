//! The records as they were when a review was closed.

use std::sync::Arc;

use crate::cli::errors::{self, Failure};
use crate::locale::Locale;
use crate::model::{Id, Portfolio, RecordKind, RecordRef};
use crate::store::Folder;

/// The most commits of a review's record among which the one that closed it is searched.
const MAX_COMMITS: usize = 1_000;

/// Returns the folder and the records at the commit that closed a review; `None` if no commit did, or the review is
/// open.
pub(super) fn at_closing(
    locale: &Locale,
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
    let mut then = folder.beside_at(&closing.name).map_err(|error| errors::history(locale, &error))?;
    let portfolio = then.load(&|_| {});
    Ok(Some((then, portfolio)))
}
