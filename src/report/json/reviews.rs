//! `couveuse review --json`: the reviews.

use serde::Serialize;

use super::{iso, iso_or_null};
use crate::model::{Portfolio, Review};
use crate::rules;

/// `{reviews: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReviewsJson {
    /// Open ones first, then the latest first.
    pub reviews: Vec<ReviewBriefJson>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReviewBriefJson {
    pub id: String,
    /// `committee` or `portfolio`.
    pub kind: &'static str,
    pub on: String,
    /// `open`, `closed` or `approved`.
    pub state: &'static str,
    pub closed: Option<String>,
    pub approved: Option<String>,
    /// The number of startups on the agenda.
    pub startups: usize,
    /// The number of those with an outcome: recorded if the review is closed, else as their committees give it.
    pub settled: usize,
}

/// Builds the answer for reviews, in the order given.
#[must_use]
pub fn reviews(portfolio: &Portfolio, reviews: &[&Review]) -> ReviewsJson {
    let brief = |review: &&Review| ReviewBriefJson {
        id: review.id.to_string(),
        kind: review.kind.name(),
        on: iso(review.on),
        state: review.state().name(),
        closed: review.closed.map(|closed| closed.format("%Y-%m-%dT%H:%M:%S").to_string()),
        approved: iso_or_null(review.approved),
        startups: review.agenda.len(),
        settled: rules::settled(portfolio, review),
    };
    ReviewsJson { reviews: reviews.iter().map(brief).collect() }
}
