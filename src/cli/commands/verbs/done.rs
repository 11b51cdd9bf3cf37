//! `done` and `finish`: obligations, actions and conditions, found by their names or by how these begin.

use std::path::Path;

use clap::ArgMatches;

use super::read;
use super::{CommandOutput, Invocation, Prepared, all_recorded, commit_proving, pair, why};
use crate::cli::args::verbs::SUBJECT;
use crate::cli::errors::{self, Failure};
use crate::cli::evidence::FileEvidence;
use crate::edit::verb::DoneVerb;
use crate::edit::{self, ArgumentValue, ArgumentValues, EditError, Intention, Verb};
use crate::model::{Action, ConventionKind, Date, Id, MessageArg, Portfolio, RecordKind, RecordRef};
use crate::rules::{self, OccurrenceState};
use crate::store::Folder;

/// Marks obligations, actions and conditions as done, all in one commit.
pub(super) fn done(call: &Invocation, matches: &ArgMatches) -> Result<CommandOutput, Failure> {
    let mut values = read::values(call, Verb::Done, matches)?;
    let typed: Vec<&String> = matches.get_many::<String>(SUBJECT).into_iter().flatten().collect();
    if typed.len() > 1 && values.date("due").is_some() {
        return Err(errors::usage(&call.locale, "error-due-of-several", vec![]));
    }
    let mut folder = call.folder()?;
    let evidence = evidence(call, &folder, &mut values)?;
    let targets: Vec<RecordRef> = typed.iter().map(|typed| target(call, typed)).collect::<Result<_, _>>()?;
    let prepare = |portfolio: &Portfolio| prepare(call, portfolio, &typed, &values, why(matches));
    let prepared = call.prepare(&mut folder, &targets, prepare)?;
    commit_proving(call, &folder, prepared, evidence.as_ref())
}

/// Adds the file of `--file` to the evidence.
fn evidence(call: &Invocation, folder: &Folder, values: &mut ArgumentValues) -> Result<Option<FileEvidence>, Failure> {
    let Some(file) = values.text("file") else { return Ok(None) };
    let evidence = FileEvidence::of(&call.locale, folder, Path::new(&file))?;
    let text = match values.text("evidence") {
        Some(words) => format!("{words} ({})", evidence.text),
        None => evidence.text.clone(),
    };
    values.set("evidence", ArgumentValue::Text(text));
    Ok(Some(evidence))
}

/// Returns the record that contains the obligation, action or condition that was typed.
fn target(call: &Invocation, typed: &str) -> Result<RecordRef, Failure> {
    let (record, entry) = pair(call, typed)?;
    let is_of_startup = entry.starts_with("conditions.") || entry.starts_with("actions.");
    Ok(RecordRef::new(if is_of_startup { RecordKind::Startup } else { RecordKind::Convention }, record))
}

fn prepare(
    call: &Invocation,
    portfolio: &Portfolio,
    typed: &[&String],
    values: &ArgumentValues,
    why: Option<&str>,
) -> Result<Prepared, Failure> {
    let intentions: Vec<Intention> =
        typed.iter().map(|typed| intention(call, portfolio, typed, values)).collect::<Result<_, _>>()?;
    if let Some(records) = all_recorded(call, portfolio, &intentions) {
        return Ok(Prepared::Recorded(records, intentions.first().and_then(Intention::on)));
    }
    // Those recorded before need no other commit.
    let is_news = |fact: &Intention| edit::recorded_in(portfolio, fact, call.today).is_none();
    let (typed, intentions): (Vec<&String>, Vec<Intention>) =
        typed.iter().copied().zip(intentions).filter(|(_, fact)| is_news(fact)).unzip();
    let edit = edit::edit(portfolio, &intentions, call.today).map_err(|error| match error {
        EditError::OneOf(at, error) => {
            let why = call.refused(portfolio, &error);
            let typed = typed.get(at).map_or("", |typed| typed.as_str());
            Failure { what: format!("{typed}: {}", why.what), ..why }
        }
        error => call.refused(portfolio, &error),
    })?;
    for intention in &intentions {
        if let Intention::Done(DoneVerb { convention, obligation, due: Some(due), .. }) = intention {
            is_due(call, portfolio, (convention, obligation), *due)?;
        }
    }
    Ok(Prepared::Edit(edit.because(why)))
}

/// Returns the fact for `CONVENTION/OBLIGATION`, `STARTUP/actions.ID`, `STARTUP/conditions.ID` or `STARTUP/papers`.
fn intention(
    call: &Invocation,
    portfolio: &Portfolio,
    typed: &str,
    values: &ArgumentValues,
) -> Result<Intention, Failure> {
    let (record, entry) = pair(call, typed)?;
    let mut values = values.clone();
    let text = |text: &str| ArgumentValue::Text(text.to_owned());
    let startup = portfolio.startups.get(&record);
    let verb = if let Some(name) = entry_of(&entry, "conditions") {
        let all = startup.map(|one| one.conditions.as_slice()).unwrap_or_default();
        let named = name.index().and_then(|at| all.get(at)).map(|one| one.id.as_ref().unwrap_or(&one.what));
        values.set("startup", text(record.as_str()));
        values.set("condition", text(named.map_or(name.words(), String::as_str)));
        Verb::Condition
    } else if let Some(name) = entry_of(&entry, "actions") {
        let all = startup.map(|one| one.actions.as_slice()).unwrap_or_default();
        let is_named = |action: &&Action| action.id.as_deref() == Some(name.words());
        let named = name.index().and_then(|at| all.get(at)).or_else(|| all.iter().find(is_named));
        values.set("startup", text(record.as_str()));
        values.set("action", text(named.map_or(name.words(), |action| &action.what)));
        Verb::Finish
    } else if entry == "papers" && startup.is_some() {
        values.set("startup", text(record.as_str()));
        Verb::SendPapers
    } else {
        values.set("convention", text(record.as_str()));
        values.set("obligation", text(&entry));
        Verb::Done
    };
    refuse_undeclared(call, typed, verb, &values)?;
    verb.intention(&values).ok_or_else(|| errors::usage(&call.locale, "error-nothing", vec![]))
}

/// Refuses an option that the verb of an entry does not have, instead of dropping it.
fn refuse_undeclared(call: &Invocation, typed: &str, verb: Verb, values: &ArgumentValues) -> Result<(), Failure> {
    // The file has become the evidence, or a part of it.
    let evidence = if values.has("file") { "--file" } else { "--evidence" };
    let is_declared = |name: &str| verb.declaration().arguments.iter().any(|argument| argument.name == name);
    let options = [("--not-met", "not-met"), (evidence, "evidence"), ("--due", "due")];
    // `done` itself declares `--not-met` for the conditions alone.
    let applies = |name: &str| is_declared(name) && (verb, name) != (Verb::Done, "not-met");
    match options.into_iter().find(|(_, name)| values.has(name) && !applies(name)) {
        Some((option, _)) => {
            let args =
                [("option", option), ("typed", typed)].map(|(key, text)| (key, MessageArg::Text(text.to_owned())));
            Err(errors::usage(&call.locale, "error-option-of-entry", args.into()))
        }
        None => Ok(()),
    }
}

/// The part of the name of an entry after its list.
#[derive(Clone, Copy)]
enum EntryName<'a> {
    /// `actions.ID`
    Words(&'a str),
    /// `actions[n]`
    Index(&'a str, usize),
}

impl<'a> EntryName<'a> {
    const fn words(self) -> &'a str {
        match self {
            Self::Words(words) | Self::Index(words, _) => words,
        }
    }

    const fn index(self) -> Option<usize> {
        match self {
            Self::Words(_) => None,
            Self::Index(_, index) => Some(index),
        }
    }
}

/// Returns the name of an entry if it is one of the list: `actions.ID`, or `actions[n]` for one without an id.
fn entry_of<'a>(typed: &'a str, list: &str) -> Option<EntryName<'a>> {
    let rest = typed.strip_prefix(list)?;
    if let Some(words) = rest.strip_prefix('.') {
        return Some(EntryName::Words(words));
    }
    let index = rest.strip_prefix('[')?.strip_suffix(']')?.parse().ok()?;
    Some(EntryName::Index(typed, index))
}

/// Refuses a due date that a recurring obligation does not have.
fn is_due(call: &Invocation, portfolio: &Portfolio, named: (&Id, &str), due: Date) -> Result<(), Failure> {
    let (convention, obligation) = named;
    let whole = match portfolio.conventions.get(convention).map(|convention| &convention.kind) {
        Some(ConventionKind::Amendment { amends }) => amends,
        _ => convention,
    };
    let mut occurrences = rules::convention_occurrences(portfolio, whole, call.today);
    occurrences.retain(|one| one.obligation == obligation);
    if occurrences.iter().any(|one| one.due == Some(due)) {
        return Ok(());
    }
    let open = occurrences.iter().filter(|one| one.state != OccurrenceState::Done).filter_map(|one| one.due);
    Err(errors::not_due(&call.locale, obligation, due, open.collect()))
}

/// Completes the text of an action, if only one open action begins so.
pub(super) fn complete_action(
    call: &Invocation,
    portfolio: &Portfolio,
    values: &mut ArgumentValues,
) -> Result<(), Failure> {
    let startup = values.id("startup").and_then(|id| portfolio.startups.get(&id));
    let open = startup.into_iter().flat_map(|startup| &startup.actions);
    let open = open.filter(|action| action.done.is_none()).map(|action| action.what.as_str());
    let typed = values.text("action").unwrap_or_default();
    let typed = typed.trim();
    let begin: Vec<&str> = open.filter(|action| !typed.is_empty() && action.starts_with(typed)).collect();
    let action = match begin.as_slice() {
        [one] => *one,
        several if several.contains(&typed) || several.is_empty() => typed,
        several => return Err(errors::many_actions(&call.locale, typed, several)),
    };
    values.set("action", ArgumentValue::Text(action.to_owned()));
    Ok(())
}
