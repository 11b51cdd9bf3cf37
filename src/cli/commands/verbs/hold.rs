//! `hold`: the options of the conditions and actions, which belong to the one before them.

use clap::ArgMatches;

use super::super::Invocation;
use crate::cli::errors::{self, Failure};
use crate::edit::verb::TASK_SEPARATOR;
use crate::edit::{ArgumentValue, ArgumentValues};
use crate::model::{MessageArg, Portfolio};

/// The options of a condition or an action, in the order in which its argument has them.
const OPTIONS: [&str; 3] = ["owner", "due", "proof"];

/// Sets the day of a committee to that of its review, unless one was typed.
pub(super) fn day_of_review(portfolio: &Portfolio, matches: &ArgMatches, values: &mut ArgumentValues) {
    let review = values.id("review").and_then(|review| portfolio.reviews.get(&review).cloned());
    if let Some(review) = review.filter(|_| !matches.contains_id("on")) {
        values.set("on", ArgumentValue::Date(review.on));
    }
}

/// Joins each condition and action with the options that follow it.
pub(super) fn tasks(call: &Invocation, matches: &ArgMatches, values: &mut ArgumentValues) -> Result<(), Failure> {
    let at = |name: &str| -> Vec<(usize, String)> {
        let indices = matches.indices_of(name).into_iter().flatten();
        indices.zip(matches.get_many::<String>(name).into_iter().flatten().cloned()).collect()
    };
    let mut tasks: Vec<(usize, &str, String)> = Vec::new();
    for name in ["condition", "action"] {
        tasks.extend(at(name).into_iter().map(|(index, what)| (index, name, what)));
    }
    tasks.sort_by_key(|(index, ..)| *index);
    let mut parts: Vec<[String; 3]> = vec![Default::default(); tasks.len()];
    for (slot, option) in OPTIONS.into_iter().enumerate() {
        for (index, typed) in at(option) {
            let before = tasks.iter().rposition(|(task, ..)| *task < index);
            let Some(part) = before.and_then(|task| parts.get_mut(task)) else {
                let option = ("option", MessageArg::Text(format!("--{option}")));
                return Err(errors::usage(&call.locale, "error-option-of-task", vec![option]));
            };
            part[slot] = match option {
                "due" => call.date("--due", Some(&typed))?.map(|day| day.to_string()).unwrap_or_default(),
                _ => typed,
            };
        }
    }
    for name in ["condition", "action"] {
        let joined = tasks.iter().zip(&parts).filter(|((_, kind, _), _)| *kind == name).map(|((_, _, what), parts)| {
            [what, &parts[0], &parts[1], &parts[2]].map(String::as_str).join(&TASK_SEPARATOR.to_string())
        });
        let joined: Vec<String> = joined.collect();
        if !joined.is_empty() {
            values.set(name, ArgumentValue::Words(joined));
        }
    }
    Ok(())
}
