//! `view`: translates the filter to English, and checks the names of columns.

use std::sync::Arc;

use super::Invocation;
use crate::cli::errors::{self, Failure};
use crate::edit::{ArgumentValue, ArgumentValues, Intention, Verb};
use crate::model::{MessageArg, Portfolio};
use crate::report::filter::{self, ValueNames};
use crate::ui;

/// Translates the keywords of the filter.
///
/// # Errors
/// If the screen knows no such filter, column, or grouping.
pub(super) fn complete(call: &Invocation, portfolio: &Portfolio, values: &mut ArgumentValues) -> Result<(), Failure> {
    let Some(Intention::View(verb)) = Verb::View.intention(values) else { return Ok(()) };
    if let Some(unknown) = ui::unknown_word(&verb.0) {
        let option = ("option", MessageArg::Text(format!("--{}", unknown.argument)));
        let known = ("known", MessageArg::List(unknown.known.into_iter().map(str::to_owned).collect()));
        let args = vec![option, ("word", MessageArg::Text(unknown.word)), known];
        return Err(errors::usage(&call.locale, "error-view-word", args));
    }
    if let (Some(typed), Some(list)) = (&verb.0.filter, ui::filtered_list(&verb.0)) {
        let names = Arc::new(ValueNames::new(portfolio, &call.locale, None));
        let english = filter::in_english(typed, &names);
        if let Some(problem) = filter::problem_with(typed, list, names, &call.locale, call.as_of) {
            return Err(errors::filter(&call.locale, problem));
        }
        values.set("filter", ArgumentValue::Text(english));
    }
    Ok(())
}
