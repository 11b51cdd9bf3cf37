//! Checks that a review is not closed at the remote yet, before it is closed here: for the command and the screen.

use std::sync::atomic::AtomicBool;

use crate::cli::errors::{self, Failure};
use crate::locale::Locale;
use crate::model::{Id, MessageArg, RecordKind, RecordRef, Review, ReviewOutcome};
use crate::record::{self, Record};
use crate::report::{sanitize, words};
use crate::store::{Folder, Prompts, SyncError};

/// Fetches, and fails if the review is closed at the remote: with its time, who closed it, and which outcomes differ.
/// Returns a warning if the remote does not answer.
///
/// # Errors
/// If the review is closed there.
pub fn not_closed_elsewhere(
    locale: &Locale,
    (folder, prompts): (&Folder, Prompts),
    review: &Review,
    ours: &[(Id, ReviewOutcome)],
) -> Result<Option<String>, Failure> {
    let record = RecordRef::new(RecordKind::Review, review.id.clone());
    let fetched = match folder.fetch_record(&record, prompts, &AtomicBool::new(false)) {
        Ok(Some(fetched)) => fetched,
        Ok(None) | Err(SyncError::NoRemote) => return Ok(None),
        Err(
            error @ (SyncError::Unreachable { .. } | SyncError::FetchRefused { .. } | SyncError::NoUpstream { .. }),
        ) => {
            return Ok(Some(errors::sync(locale, &error).line()));
        }
        Err(error) => return Err(errors::sync(locale, &error)),
    };
    let Some(Record::Review(theirs)) = record::read(&record, &folder.file_of(&record), &fetched.bytes).record else {
        return Ok(None);
    };
    let Some(closed) = theirs.closed else { return Ok(None) };
    let word = |outcome: Option<ReviewOutcome>| match outcome {
        Some(outcome) => locale.text(&format!("outcome-{}", outcome.name())),
        None => locale.text("outcome-none"),
    };
    let differing = theirs.ordered_agenda().into_iter().filter_map(|item| {
        let our = ours.iter().find(|(startup, _)| *startup == item.startup).map(|(_, outcome)| *outcome);
        let startup = ("startup", MessageArg::Text(item.startup.to_string()));
        let (there, here) = (MessageArg::Text(word(item.outcome)), MessageArg::Text(word(our)));
        let line = || locale.message("review-outcome-differs", &[startup, ("there", there), ("here", here)]);
        (our != item.outcome).then(line)
    });
    let differing: Vec<String> = differing.collect();
    let args = vec![
        ("review", MessageArg::Text(review.id.to_string())),
        ("who", MessageArg::Text(sanitize(&fetched.author).into_owned())),
        ("when", MessageArg::Text(words::date_time(closed, locale))),
        ("count", MessageArg::count(differing.len())),
        ("differing", MessageArg::Text(differing.join("; "))),
    ];
    Err(errors::refused(locale, "error-review-closed-there", args))
}
