//! Reports a review that was closed without an outcome for each startup, or approved without being closed.

use super::shared::{entry, in_review, startup_name};
use super::{Check, CheckInput};
use crate::model::{Finding, KeyPath, MessageArg, ReviewOutcome, Severity};

pub const CHECK: Check = Check {
    name: "review-incomplete",
    severity: Severity::Warning,
    messages: &["finding-review-incomplete", "finding-review-incomplete-number", "finding-review-incomplete-open"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for review in context.portfolio.reviews.values() {
        let on = ("on", MessageArg::Date(review.on));
        if review.approved.is_some() && !review.is_closed() {
            let place = in_review(&review.id, KeyPath::top().key("approved"));
            findings.push(CHECK.finding("finding-review-incomplete-open", place, vec![on.clone()]));
        }
        for (n, item) in review.agenda.iter().enumerate().filter(|_| review.is_closed()) {
            let message = match item.outcome {
                None => "finding-review-incomplete",
                Some(ReviewOutcome::Decided) if item.number.is_none() => "finding-review-incomplete-number",
                Some(_) => continue,
            };
            let args = vec![("startup", startup_name(context, &item.startup)), on.clone()];
            findings.push(CHECK.finding(message, in_review(&review.id, entry("agenda", n)), args));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::model::{AgendaItem, Review, ReviewKind, ReviewOutcome};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{day, id};

    #[test]
    fn reports_what_a_closed_review_lacks() {
        let on = day("2026-11-20");
        let item = |startup: &str, outcome, number: Option<&str>| AgendaItem {
            outcome,
            number: number.map(str::to_owned),
            ..AgendaItem::new(id(startup))
        };
        let mut review = Review {
            approved: Some(day("2026-12-01")),
            agenda: vec![
                item("a", Some(ReviewOutcome::Decided), Some("D01")),
                item("b", None, None),
                item("c", Some(ReviewOutcome::Decided), None),
                item("d", Some(ReviewOutcome::Noted), None),
            ],
            ..Review::new(id("2026-11-20"), ReviewKind::Committee, on)
        };
        let found = |review: &Review| {
            let mut records = Records::default();
            records.0.insert_review(Arc::new(review.clone()));
            records.found("review-incomplete", "2026-12-01")
        };
        assert_eq!(found(&review), ["review-incomplete-open at review/2026-11-20 approved: on=2026-11-20"]);
        review.closed = on.and_hms_opt(17, 5, 0);
        assert_eq!(
            found(&review),
            [
                "review-incomplete at review/2026-11-20 agenda[1]: startup=b on=2026-11-20",
                "review-incomplete-number at review/2026-11-20 agenda[2]: startup=c on=2026-11-20",
            ]
        );
    }
}
