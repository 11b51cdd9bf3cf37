//! `hold`: the options of the conditions and actions, the file of `--from`, and what follows from the decision.

mod file;

use clap::ArgMatches;

use super::super::Invocation;
use crate::cli::errors::{self, Failure};
use crate::edit::verb::{HeadingScore, HoldVerb, PhaseVerb, TASK_SEPARATOR, add_action};
use crate::edit::{self, ArgumentValue, ArgumentValues, Intention};
use crate::locale::Locale;
use crate::model::{Decision, Heading, MessageArg, Portfolio};
use crate::report::{sanitize, words};
use crate::rules::{self, Consequence, ConsequenceKind, ProposedDecision};

pub(super) use file::from_file;

/// The options of a condition or an action, in the order in which its argument has them.
const OPTIONS: [&str; 3] = ["owner", "due", "proof"];

/// Sets the day of a committee to that of its review.
pub(super) fn day_of_review(portfolio: &Portfolio, values: &mut ArgumentValues) {
    let review = values.id("review").and_then(|review| portfolio.reviews.get(&review).cloned());
    if let Some(review) = review {
        values.set("on", ArgumentValue::Date(review.on));
    }
}

/// Fails if a score cannot be read.
pub(super) fn scores(call: &Invocation, values: &ArgumentValues) -> Result<(), Failure> {
    let Some(typed) = values.words("score").into_iter().find(|typed| HeadingScore::parse(typed).is_none()) else {
        return Ok(());
    };
    let known = Heading::ALL.map(|heading| heading.name().to_owned()).to_vec();
    let args = vec![("typed", MessageArg::Text(typed)), ("known", MessageArg::List(known))];
    Err(errors::usage(&call.locale, "error-score", args))
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
            let is_of_action = before.and_then(|task| tasks.get(task)).is_some_and(|(_, kind, _)| *kind == "action");
            if option == "proof" && is_of_action {
                return Err(errors::usage(&call.locale, "error-proof-of-action", Vec::new()));
            }
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

/// Returns the names of the parties that a convention requires in the committee and of which nobody is present or
/// represented.
pub(super) fn absent(locale: &Locale, portfolio: &Portfolio, hold: &HoldVerb) -> Option<String> {
    let startup = portfolio.startups.get(&hold.startup)?;
    let absent = rules::absent_members(portfolio, startup, &hold.attended()?);
    let names = absent.iter().map(|(id, _)| match portfolio.parties.get(id) {
        Some(party) => locale.in_sentence(&sanitize(&party.name), party.article.as_deref()),
        None => id.to_string(),
    });
    let names: Vec<String> = names.collect();
    let facts = [("parties", MessageArg::Text(locale.list(&names)))];
    (!names.is_empty()).then(|| locale.message("form-nobody-of", &facts))
}

/// Sets the day of the committee that is amended or withdrawn to that of the last one.
pub(super) fn last_day(call: &Invocation, portfolio: &Portfolio, values: &mut ArgumentValues) {
    let startup = values.id("startup").and_then(|id| portfolio.startups.get(&id).cloned());
    let held = startup.iter().flat_map(|startup| &startup.committees).filter(|one| one.is_held_by(call.today));
    if let Some(last) = held.map(|one| one.on).max().filter(|_| values.date("of").is_none()) {
        values.set("of", ArgumentValue::Date(last));
    }
}

/// Returns what follows from the decision and is not recorded. With `--with-consequences`, adds the actions and the
/// next committee to the arguments, and the phase to the facts, so that only warnings are left.
pub(super) fn consequences(
    portfolio: &Portfolio,
    values: &mut ArgumentValues,
    facts: &mut Vec<Intention>,
) -> Vec<Consequence> {
    let decision = values.text("decision");
    let decision = decision.and_then(|name| Decision::ALL.into_iter().find(|decision| decision.name() == name));
    let (Some(startup), Some(on), Some(decision)) = (values.id("startup"), values.date("on"), decision) else {
        return Vec::new();
    };
    let decided = ProposedDecision { on, decision, until: values.date("until") };
    let mut all = rules::consequences(portfolio, &startup, &decided);
    if values.date("next").is_some() {
        all.retain(|one| one.kind != ConsequenceKind::NextCommittee);
    }
    if !values.flag("with-consequences") {
        return all;
    }
    let locale = Locale::new(edit::commit_language(portfolio));
    let mut actions = values.words("action");
    let coach = portfolio.startups.get(&startup).and_then(|startup| rules::coach_on(startup, on));
    for one in all.iter().filter(|one| one.kind.is_action()) {
        let what = words::of_consequence(one, &locale);
        add_action(&mut actions, what, coach, one.on);
    }
    values.set("action", ArgumentValue::Words(actions));
    for one in &all {
        match (one.kind, one.on) {
            (ConsequenceKind::NextCommittee, Some(next)) => values.set("next", ArgumentValue::Date(next)),
            (ConsequenceKind::Phase(phase), Some(from)) => {
                facts.push(PhaseVerb { startup: startup.clone(), phase, from }.into());
            }
            _ => {}
        }
    }
    all.retain(|one| one.kind.is_warning());
    all
}
