//! The verbs on the command line: arguments → one fact or several → one commit; and the undo of a commit.

mod account;
mod done;
mod hold;
mod new_records;
mod plain;
mod read;
mod review;
mod set;
mod snooze;
mod view;

use super::{CommandOutput, Invocation};
use crate::cli::args::verbs::{WHY, WriteCommand};
use crate::cli::errors::{self, Failure};
use crate::cli::evidence::FileEvidence;
use crate::edit::{self, ArgumentValue, ArgumentValues, Edit, Intention, Verb, VerbSubject};
use crate::model::{Date, Id, MessageArg, Money, Portfolio, RecordRef, short_commit};
use crate::report::json::{CommitJson, ProposedJson};
use crate::report::{self, json, words};
use crate::rules::Consequence;
use crate::store::{Folder, SaveError, Saved};

use clap::ArgMatches;

/// What an answer reports besides the commit.
#[derive(Default)]
struct Remarks {
    /// The day of the fact as it was understood.
    on: Option<Date>,
    more_than_promised: Option<Money>,
    /// The consequences of a decision that are not recorded.
    proposed: Vec<Consequence>,
    /// The days of committees that are still planned although an earlier one was held.
    still_planned: Vec<(Id, Date)>,
    /// Who should have been present at the committee.
    absent: Option<String>,
}

/// Runs a command that records or undoes a fact.
pub(super) fn answer(call: &Invocation, command: WriteCommand) -> Result<CommandOutput, Failure> {
    match command {
        WriteCommand::Verb(verb, matches) if plain::is_form(call, verb, &matches) => {
            plain::run_form(call, verb, &matches)
        }
        WriteCommand::Verb(verb, matches) => answer_verb(call, verb, &matches),
        WriteCommand::Undo { commit } => undo(call, commit.as_deref()),
        WriteCommand::Redo => redo(call),
        WriteCommand::Reviews => review::list(call),
        WriteCommand::PlainReview { review } => plain::run_review(call, review.as_deref()),
    }
}

/// Records the fact of a verb from its arguments.
fn answer_verb(call: &Invocation, verb: Verb, matches: &ArgMatches) -> Result<CommandOutput, Failure> {
    match verb {
        Verb::Done => done::done(call, matches),
        Verb::ReviewClose => review::close(call, matches),
        Verb::Snooze => snooze::snooze(call, matches),
        Verb::Set => set::set(call, matches),
        verb => record_fact(call, verb, matches),
    }
}

fn undo(call: &Invocation, commit: Option<&str>) -> Result<CommandOutput, Failure> {
    let saved = call.folder()?.undo(commit).map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved, &Remarks::default())
}

fn redo(call: &Invocation) -> Result<CommandOutput, Failure> {
    let saved = call.folder()?.redo().map_err(|error| errors::save(&call.locale, &error))?;
    reply(call, &saved, &Remarks::default())
}

/// Records the fact of a verb.
fn record_fact(call: &Invocation, verb: Verb, matches: &ArgMatches) -> Result<CommandOutput, Failure> {
    let mut values = read::values(call, verb, matches)?;
    let mut is_dated = false;
    if verb == Verb::Hold {
        hold::tasks(call, matches, &mut values)?;
        hold::scores(call, &values)?;
        is_dated = hold::from_file(call, matches, &mut values)? || matches.contains_id("on");
    }
    let incomplete = || errors::usage(&call.locale, "error-nothing", vec![]);
    let prepare = |portfolio: &Portfolio| {
        let mut values = values.clone();
        derive(call, portfolio, verb, &mut values)?;
        if verb == Verb::Hold && !is_dated {
            hold::day_of_review(portfolio, &mut values);
        }
        let mut intentions = Vec::new();
        let proposed = match verb {
            Verb::Hold => hold::consequences(portfolio, &mut values, &mut intentions),
            _ => Vec::new(),
        };
        let intention = verb.intention(&values).ok_or_else(incomplete)?;
        let still_planned = match &intention {
            Intention::Hold(hold) => {
                hold.still_planned(portfolio).into_iter().map(|on| (hold.startup.clone(), on)).collect()
            }
            _ => Vec::new(),
        };
        let absent = match &intention {
            Intention::Hold(hold) => hold::absent(&call.locale, portfolio, hold),
            _ => None,
        };
        intentions.insert(0, intention);
        let remarks = Remarks { proposed, still_planned, absent, ..Remarks::default() };
        Ok((prepare(call, portfolio, &intentions, why(matches))?, remarks))
    };
    let mut folder = call.folder()?;
    let (prepared, remarks) = match subject(verb, &values) {
        // What follows from a decision depends on the money.
        Some(startup) if verb == Verb::Hold => call.prepare_related(&mut folder, &startup, prepare)?,
        subject => call.prepare(&mut folder, subject.as_slice(), prepare)?,
    };
    commit_with_remarks(call, &folder, prepared, remarks)
}

/// Returns the record that a verb changes; `None` if it creates one.
fn subject(verb: Verb, values: &ArgumentValues) -> Option<RecordRef> {
    let id = match verb.declaration().subject {
        VerbSubject::Startup => values.id("startup"),
        VerbSubject::Convention | VerbSubject::Contribution => values.id("convention"),
        VerbSubject::Party => values.id("party"),
        VerbSubject::Portfolio => return Some(RecordRef::of_portfolio()),
        VerbSubject::Review => values.id("review"),
        VerbSubject::NewRecord(_)
        | VerbSubject::Occurrence
        | VerbSubject::Record
        | VerbSubject::Field
        | VerbSubject::NewReview => None,
    };
    Some(RecordRef::new(verb.declaration().subject.record_kind()?, id?))
}

/// Adds the values that a verb derives from the others or from the records.
fn derive(call: &Invocation, portfolio: &Portfolio, verb: Verb, values: &mut ArgumentValues) -> Result<(), Failure> {
    match verb {
        Verb::Account => account::complete(portfolio, values),
        Verb::Finish => done::complete_action(call, portfolio, values)?,
        Verb::NewStartup => new_records::startup(portfolio, values),
        Verb::NewParty | Verb::Person => new_records::party(values),
        Verb::View => view::complete(call, portfolio, values)?,
        Verb::NewConvention => new_records::convention(call, portfolio, values)?,
        Verb::Amend => new_records::amendment(call, portfolio, values),
        Verb::ReviewOpen => review::open(call, portfolio, values)?,
        Verb::AmendDecision | Verb::Withdraw => hold::last_day(call, portfolio, values),
        Verb::ReviewAgenda | Verb::ReviewApprove => review::choose(call, portfolio, verb, values)?,
        Verb::Spend if ["committed", "done", "paid"].iter().all(|day| values.date(day).is_none()) => {
            values.set("paid", ArgumentValue::Date(call.today));
        }
        _ => {}
    }
    Ok(())
}

/// Returns the reason given.
fn why(matches: &ArgMatches) -> Option<&str> {
    matches.get_one::<String>(WHY).map(String::as_str)
}

/// What a command found out about facts before it commits them.
enum Prepared {
    Edit(Edit),
    /// These records hold the facts of that day already.
    Recorded(Vec<RecordRef>, Option<Date>),
}

/// Prepares one edit for all facts.
fn prepare(
    call: &Invocation,
    portfolio: &Portfolio,
    intentions: &[Intention],
    why: Option<&str>,
) -> Result<Prepared, Failure> {
    if let Some(records) = all_recorded(call, portfolio, intentions) {
        return Ok(Prepared::Recorded(records, intentions.first().and_then(Intention::on)));
    }
    let edit = edit::edit(portfolio, intentions, call.today).map_err(|error| call.refused(portfolio, &error))?;
    Ok(Prepared::Edit(edit.because(why)))
}

/// Records facts, and commits the file that proves them with them.
pub(super) fn record(
    call: &Invocation,
    folder: &Folder,
    portfolio: &Portfolio,
    facts: &[Intention],
    evidence: Option<&FileEvidence>,
) -> Result<CommandOutput, Failure> {
    let prepared = prepare(call, portfolio, facts, None)?;
    commit_proving(call, folder, prepared, evidence)
}

fn commit(call: &Invocation, folder: &Folder, prepared: Prepared) -> Result<CommandOutput, Failure> {
    commit_with_remarks(call, folder, prepared, Remarks::default())
}

/// Commits an edit with the file that proves it.
fn commit_proving(
    call: &Invocation,
    folder: &Folder,
    prepared: Prepared,
    evidence: Option<&FileEvidence>,
) -> Result<CommandOutput, Failure> {
    match prepared {
        Prepared::Edit(edit) => save(call, folder, &edit, Remarks::default(), evidence),
        Prepared::Recorded(records, on) => nothing_to_add(call, &records, on),
    }
}

fn commit_with_remarks(
    call: &Invocation,
    folder: &Folder,
    prepared: Prepared,
    remarks: Remarks,
) -> Result<CommandOutput, Failure> {
    match prepared {
        Prepared::Edit(edit) => save(call, folder, &edit, remarks, None),
        Prepared::Recorded(records, on) => nothing_to_add(call, &records, on),
    }
}

/// Returns the records that hold the facts, if they hold all of them.
fn all_recorded<'a>(
    call: &Invocation,
    portfolio: &Portfolio,
    facts: impl IntoIterator<Item = &'a Intention>,
) -> Option<Vec<RecordRef>> {
    facts.into_iter().map(|fact| edit::recorded_in(portfolio, fact, call.today)).collect()
}

fn save(
    call: &Invocation,
    folder: &Folder,
    edit: &Edit,
    remarks: Remarks,
    evidence: Option<&FileEvidence>,
) -> Result<CommandOutput, Failure> {
    let of_all = || call.typed.borrow().iter().find(|(option, _)| option == "--on").map(|(_, day)| *day);
    let on = edit.on().or_else(of_all);
    let saved = match evidence.and_then(|evidence| evidence.in_repository.as_deref()) {
        Some(file) => folder.save_proving(edit, call.hand_edits, file),
        None => folder.save(edit, call.hand_edits),
    };
    match saved {
        Ok(saved) => reply(call, &saved, &Remarks { on, more_than_promised: edit.more_than_promised, ..remarks }),
        Err(SaveError::NothingToChange) => {
            let records: Vec<RecordRef> = edit.records().cloned().collect();
            nothing_to_add(call, &records, on)
        }
        // Somebody else may have recorded the same meanwhile.
        Err(error @ SaveError::Edit(_)) => {
            let (_, portfolio) = call.portfolio()?;
            match all_recorded(call, &portfolio, edit.changes.iter().flat_map(|change| &change.intentions)) {
                Some(records) => nothing_to_add(call, &records, on),
                None => Err(errors::save(&call.locale, &error)),
            }
        }
        Err(error) => Err(errors::save(&call.locale, &error)),
    }
}

/// Returns the answer if everything is already recorded in these records.
fn nothing_to_add(call: &Invocation, records: &[RecordRef], on: Option<Date>) -> Result<CommandOutput, Failure> {
    if call.json {
        return call.json(&json::committed(None, records, on, None));
    }
    let days = days(call, on).join(" · ");
    let days = if days.is_empty() { days } else { format!(" – {days}") };
    Ok(CommandOutput::fine(format!("{}{days}\n", call.locale.text("already-recorded"))))
}

fn reply(call: &Invocation, saved: &Saved, remarks: &Remarks) -> Result<CommandOutput, Failure> {
    if call.json {
        let of = (saved.commit.as_str(), saved.subject.as_str());
        let proposed = remarks.proposed.iter().map(|one| ProposedJson::new(one, &call.locale)).collect();
        let answer = json::committed(Some(of), &saved.records, remarks.on, remarks.more_than_promised);
        return Ok(call.json(&CommitJson { proposed, ..answer })?.committed(&saved.commit));
    }
    let beyond = remarks.more_than_promised.map(|money| {
        let amount = MessageArg::Text(call.locale.money_short(money));
        call.locale.message("more-than-promised", &[("amount", amount)])
    });
    let shown: Vec<String> = days(call, remarks.on).into_iter().chain(beyond).collect();
    let shown = if shown.is_empty() { String::new() } else { format!(" – {}", shown.join(" · ")) };
    let commit = short_commit(&saved.commit);
    let mut text = format!("{commit} {}{}\n", report::sanitize(&saved.subject), shown);
    for one in &remarks.proposed {
        let what = ("what", MessageArg::Text(words::of_consequence(one, &call.locale)));
        text += &format!("  {}\n", call.locale.message("consequence-proposed", &[what]));
    }
    if let Some(absent) = &remarks.absent {
        text += &format!("  {absent}\n");
    }
    for (startup, on) in &remarks.still_planned {
        let args = [
            ("on", MessageArg::Date(*on)),
            ("startup", MessageArg::Text(startup.to_string())),
            ("day", MessageArg::Text(on.to_string())),
        ];
        text += &format!("  {}\n", call.locale.message("hold-still-planned", &args));
    }
    Ok(CommandOutput::fine(text).committed(&saved.commit))
}

/// Returns the day of the fact and every other day that was typed, so that the user sees which day `+14` is.
fn days(call: &Invocation, on: Option<Date>) -> Vec<String> {
    let typed = call.typed.borrow();
    let others = typed.iter().filter(|(_, day)| Some(*day) != on).map(|(option, day)| {
        let day = call.locale.date_long(*day);
        if option.starts_with("--") { format!("{option} {day}") } else { day }
    });
    on.map(|on| call.locale.date_long(on)).into_iter().chain(others).collect()
}

fn id(call: &Invocation, typed: &str) -> Result<Id, Failure> {
    Id::new(typed).map_err(|error| errors::id(&call.locale, typed, &error))
}

/// Splits `RECORD/ENTRY`.
fn pair(call: &Invocation, typed: &str) -> Result<(Id, String), Failure> {
    match typed.split_once('/') {
        Some((record, entry)) if !entry.is_empty() => Ok((id(call, record)?, entry.to_owned())),
        _ => Err(errors::usage(&call.locale, "error-no-pair", vec![("typed", MessageArg::Text(typed.to_owned()))])),
    }
}
