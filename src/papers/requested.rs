//! Builds the papers that are asked for.

use super::builder::PaperInput;
use super::document::Document;
use super::{
    PaperError, PaperRequest, SheetAnswers, agenda, call, management, minutes_of_review, minutes_of_startup, reminders,
    sheet, statement, summary,
};
use crate::model::{Finding, Id, Portfolio};
use crate::rules::Answers;
use crate::rules::check::{self, CheckInput};

/// Builds the papers of a request. `answers` computes the answers as of the day of the input, and runs at most once;
/// `now` are the current records, which the last section of minutes compares with those of the input.
///
/// # Errors
/// If a record that the request names does not exist, or has no such paper.
pub fn requested(
    input: &PaperInput<'_>,
    request: &PaperRequest,
    answers: impl FnOnce() -> Answers,
    now: &Portfolio,
) -> Result<Vec<Document>, PaperError> {
    let one = match request {
        PaperRequest::Management { convention, year } => management(input, convention, *year),
        PaperRequest::Statement { convention } => statement(input, convention),
        PaperRequest::Call { convention, contribution, tranche } => call(input, convention, contribution, *tranche),
        PaperRequest::Reminder { party, second } => return reminders(input, &answers(), party.as_ref(), *second),
        PaperRequest::Sheet { startup } => sheet(input, &SheetAnswers::new(&answers(), &findings(input)), startup),
        PaperRequest::ReviewMinutes { review } => {
            let answers = answers();
            minutes(input, now, |input| minutes_of_review(input, &answers, review, now))
        }
        PaperRequest::StartupMinutes { startup, on } => {
            let answers = answers();
            minutes(input, now, |input| minutes_of_startup(input, &answers, startup, *on, now))
        }
        PaperRequest::ReviewPapers { review } => return review_papers(input, &answers(), review),
        PaperRequest::Summary => Ok(summary(input, &answers())),
    };
    one.map(|one| vec![one])
}

/// Returns the minutes. What was missing when the review was closed and was recorded since is not missing any more: it
/// is in the last section.
fn minutes(
    input: &PaperInput<'_>,
    now: &Portfolio,
    build: impl Fn(&PaperInput<'_>) -> Result<Document, PaperError>,
) -> Result<Document, PaperError> {
    let mut document = build(input)?;
    if document.is_draft() && !std::ptr::eq(input.portfolio, now) {
        let current = PaperInput { portfolio: now, commit: None, ..*input };
        if let Ok(current) = build(&current) {
            document.missing.retain(|missing| current.missing.contains(missing));
        }
    }
    Ok(document)
}

/// Returns the agenda, and the sheet of each startup that has a record.
fn review_papers(input: &PaperInput<'_>, answers: &Answers, review: &Id) -> Result<Vec<Document>, PaperError> {
    let mut all = vec![agenda(input, review)?];
    let items = input.portfolio.reviews.get(review).into_iter().flat_map(|one| one.ordered_agenda());
    let findings = findings(input);
    let answers = SheetAnswers::new(answers, &findings);
    for item in items.filter(|item| input.portfolio.startups.contains_key(&item.startup)) {
        all.push(sheet(input, &answers, &item.startup)?);
    }
    Ok(all)
}

/// Returns the findings on the day of the paper; none for the public.
fn findings(input: &PaperInput<'_>) -> Vec<Finding> {
    let checked = CheckInput { portfolio: input.portfolio, as_of: input.as_of, today: input.as_of };
    if input.is_public() { Vec::new() } else { check::run(&checked) }
}
