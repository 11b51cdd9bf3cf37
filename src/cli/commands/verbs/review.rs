//! `review`: the list of reviews, the values that its verbs derive, and the check of the remote before a review is
//! closed.

use std::io::IsTerminal;

use clap::ArgMatches;

use super::{CommandOutput, Invocation, commit, prepare, read, why};
use crate::cli::accessible;
use crate::cli::errors::{self, Failure};
use crate::cli::remote_review::not_closed_elsewhere;
use crate::cli::{clock, output};
use crate::edit::verb::ReviewCloseVerb;
use crate::edit::{self, ArgumentValue, ArgumentValues, EditError, FieldKind, Verb};
use crate::model::{Id, MessageArg, Portfolio, RecordKind, RecordRef, Review, ReviewState};
use crate::parallel::AllCores;
use crate::report::{json, text};
use crate::rules;
use crate::store::Prompts;

/// Lists the reviews: open ones first, then the latest first.
/// With `ACCESSIBLE=1`, goes through the open one instead; in a terminal, offers to open one if there is none.
pub(super) fn list(call: &Invocation) -> Result<CommandOutput, Failure> {
    let (_, portfolio) = call.portfolio()?;
    let is_open = portfolio.reviews.values().any(|review| !review.is_closed());
    if !call.json && (accessible::is_asked_for() || (is_open && accessible::is_set())) {
        return super::plain::run_review(call, None);
    }
    let mut reviews: Vec<&Review> = portfolio.reviews.values().map(AsRef::as_ref).collect();
    reviews.sort_by_key(|review| (review.is_closed(), std::cmp::Reverse(review.on), &review.id));
    if call.json {
        return call.answer_json(&portfolio, json::reviews(&portfolio, &reviews));
    }
    let shown = text::reviews(&portfolio, &reviews, &call.locale, call.width());
    Ok(call.answer_text(&format!("{shown}{}", text::unreadable_notice(&portfolio, &call.locale))))
}

/// Derives the id and the agenda of a new review.
pub(super) fn open(call: &Invocation, portfolio: &Portfolio, values: &mut ArgumentValues) -> Result<(), Failure> {
    if let Some(typed) = values.text("start")
        && let Err(error) = edit::value(&FieldKind::Time, &typed)
    {
        return Err(errors::value(&call.locale, &typed, &error));
    }
    let on = values.date("on").unwrap_or(call.today);
    let id = match values.text("name") {
        Some(name) => format!("{on}-{name}"),
        None => on.to_string(),
    };
    values.set("id", ArgumentValue::Text(id));
    if values.ids("startup").is_empty() {
        let agenda = rules::proposed_agenda(portfolio, on, &AllCores);
        values.set("startup", ArgumentValue::Words(agenda.iter().map(Id::to_string).collect()));
    }
    Ok(())
}

/// Chooses the only review to which a verb applies, if none was given.
pub(super) fn choose(
    call: &Invocation,
    portfolio: &Portfolio,
    verb: Verb,
    values: &mut ArgumentValues,
) -> Result<(), Failure> {
    if values.id("review").is_some() {
        return Ok(());
    }
    let wanted = if verb == Verb::ReviewApprove { ReviewState::Closed } else { ReviewState::Open };
    let fits: Vec<&Id> = portfolio.reviews.values().filter(|one| one.state() == wanted).map(|one| &one.id).collect();
    match fits.as_slice() {
        [one] => values.set("review", ArgumentValue::Text(one.to_string())),
        [] => {
            let args = vec![("state", MessageArg::Text(wanted.name().to_owned()))];
            return Err(errors::usage(&call.locale, "error-no-review", args));
        }
        several => {
            let known = MessageArg::List(several.iter().map(ToString::to_string).collect());
            return Err(errors::usage(&call.locale, "error-many-reviews", vec![("known", known)]));
        }
    }
    Ok(())
}

/// Closes a review with the arguments of the command line.
pub(super) fn close(call: &Invocation, matches: &ArgMatches) -> Result<CommandOutput, Failure> {
    let mut values = read::values(call, Verb::ReviewClose, matches)?;
    let (_, portfolio) = call.portfolio()?;
    choose(call, &portfolio, Verb::ReviewClose, &mut values)?;
    let id = values.id("review").unwrap_or_else(|| RecordRef::of_portfolio().id);
    close_review(call, &id, &values.ids("noted"), values.flag("note-rest"), why(matches))
}

/// Closes a review, unless it is closed at the remote or a startup has no outcome.
pub(super) fn close_review(
    call: &Invocation,
    id: &Id,
    noted: &[Id],
    note_rest: bool,
    why: Option<&str>,
) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let record = RecordRef::new(RecordKind::Review, id.clone());
    let unknown = || call.refused(&portfolio, &EditError::NoRecord(record.clone()));
    let review = portfolio.reviews.get(id).ok_or_else(unknown)?;
    let (outcomes, missing) = ReviewCloseVerb::outcomes_of(&portfolio, review, noted, note_rest);
    if !review.is_closed() {
        let prompts = if std::io::stdin().is_terminal() { Prompts::Terminal } else { Prompts::Never };
        let warning = not_closed_elsewhere(&call.locale, (&folder, prompts), review, &outcomes)?;
        warning.iter().for_each(|warning| output::error(warning));
    }
    if !missing.is_empty() && !review.is_closed() {
        let missing = missing.iter().map(Id::to_string).collect();
        return Err(call.refused(&portfolio, &EditError::WithoutOutcome(missing)));
    }
    let verb = ReviewCloseVerb { review: id.clone(), closed: clock::now(), outcomes };
    let prepared = prepare(call, &portfolio, &[verb.into()], why)?;
    commit(call, &folder, prepared)
}
