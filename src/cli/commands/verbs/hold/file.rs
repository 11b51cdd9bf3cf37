//! The file of `hold --from`: one `[[committees]]`, any `[[conditions]]` and `[[actions]]`, with the keys of a record.

use std::io::{self, Read};
use std::path::Path;

use clap::ArgMatches;
use toml::{Table, Value};

use super::super::super::Invocation;
use crate::cli::errors::{self, Failure};
use crate::edit::verb::TASK_SEPARATOR;
use crate::edit::{ArgumentValue, ArgumentValues};
use crate::model::{Attendee, Committee, CommitteeState, Decision, Id, MessageArg, RecordKind, RecordRef, Startup};
use crate::record::{self, Record};
use crate::rules::check;
use crate::store;

/// The lists of the file, and the keys of their entries that `hold` records.
const KEYS: [(&str, &[&str]); 3] = [
    (
        "committees",
        &[
            "on",
            "state",
            "review",
            "decision",
            "asked",
            "envelope",
            "until",
            "deferred_until",
            "comment",
            "reservations",
            "impact",
            "reasons",
            "present",
            "excused",
            "represented",
        ],
    ),
    ("conditions", &["what", "owner", "due", "proof"]),
    ("actions", &["what", "owner", "due"]),
];

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1_000_000;

/// Sets the arguments that the file gives and no option does. Returns whether it gives the day.
pub(in super::super) fn from_file(
    call: &Invocation,
    matches: &ArgMatches,
    values: &mut ArgumentValues,
) -> Result<bool, Failure> {
    let Some(file) = values.text("from") else { return Ok(false) };
    let text = read(&file).map_err(|error| wrong(call, &file, &error.to_string()))?;
    let table: Table = text.parse().map_err(|error: toml::de::Error| wrong(call, &file, error.message()))?;
    let committees = table.get("committees").and_then(Value::as_array);
    let is_dated = committees.into_iter().flatten().any(|entry| entry.get("on").is_some());
    let startup = startup(call, &file, table)?;
    let [committee] = startup.committees.as_slice() else {
        return Err(wrong(call, &file, "[[committees]]"));
    };
    if let Some(lost) = lost(committee) {
        return Err(wrong(call, &file, &format!("committees: {lost}")));
    }
    for one in committee.present.iter().chain(&committee.excused).chain(&committee.represented) {
        let has_slash = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains('/'));
        // Neither fits into an option, so that it would be lost.
        if has_slash(&one.name) || has_slash(&one.capacity) {
            return Err(wrong(call, &file, one.name.as_deref().unwrap_or("/")));
        }
    }
    let by = committee.present.iter().chain(&committee.excused).find_map(|one| one.by.as_deref());
    let equals = |one: &Attendee| [&one.name, &one.capacity].into_iter().flatten().any(|text| text.contains('='));
    let with_equals = committee.represented.iter().find(|one| equals(one)).and_then(|one| one.name.as_deref());
    if let Some(lost) = by.or(with_equals) {
        return Err(wrong(call, &file, lost));
    }
    if is_dated && !matches.contains_id("on") {
        values.set("on", ArgumentValue::Date(committee.on));
    }
    set_facts(committee, values);
    set_lists(&startup, committee, values);
    Ok(is_dated)
}

/// Returns the key of a committee that `hold` would not record as it stands.
fn lost(committee: &Committee) -> Option<String> {
    let is_deferral = committee.decision == Some(Decision::Defer);
    let has_score = |heading| committee.impact.is_some_and(|impact| impact.score(heading).is_some());
    let reason = committee.reasons.iter().find(|(heading, _)| !has_score(*heading));
    if committee.state != CommitteeState::Held {
        Some(format!("state = \"{}\"", committee.state.name()))
    } else if is_deferral && committee.until.is_some() {
        Some("until".to_owned())
    } else if !is_deferral && committee.deferred_until.is_some() {
        Some("deferred_until".to_owned())
    } else {
        reason.map(|(heading, _)| format!("reasons.{}", heading.name()))
    }
}

fn read(file: &str) -> io::Result<String> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().take(LARGEST + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > LARGEST {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "too large"));
        }
        bytes
    } else {
        store::read_file(Path::new(file), LARGEST)?
    };
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

fn wrong(call: &Invocation, file: &str, why: &str) -> Failure {
    let args = vec![("file", MessageArg::Text(file.to_owned())), ("why", MessageArg::Text(why.to_owned()))];
    errors::usage(&call.locale, "error-hold-file", args)
}

/// Reads the lists as those of a startup. Fails if the file has anything that would be lost.
fn startup(call: &Invocation, file: &str, mut table: Table) -> Result<Startup, Failure> {
    for (list, entries) in &mut table {
        let known = KEYS.iter().find(|(name, _)| name == list).map(|(_, keys)| *keys);
        let known = known.ok_or_else(|| wrong(call, file, list))?;
        for entry in entries.as_array_mut().into_iter().flatten() {
            let Some(entry) = entry.as_table_mut() else { continue };
            if let Some(key) = entry.keys().find(|key| !known.contains(&key.as_str())) {
                return Err(wrong(call, file, &format!("{list}: {key}")));
            }
            if list == "committees" {
                entry.entry("state").or_insert_with(|| Value::String("held".to_owned()));
                let today = call.today.to_string().parse().map(Value::Datetime);
                if let Ok(today) = today {
                    entry.entry("on").or_insert(today);
                }
            }
        }
    }
    table.insert("name".to_owned(), Value::String("-".to_owned()));
    let text = toml::to_string(&table).map_err(|error| wrong(call, file, &error.to_string()))?;
    let record = RecordRef::new(RecordKind::Startup, Id::new("x").unwrap_or_else(|_| RecordRef::of_portfolio().id));
    let reading = record::read(&record, file, text.as_bytes());
    match (reading.problems.first(), reading.record) {
        (None, Some(Record::Startup(startup))) => Ok(startup),
        (problem, _) => {
            let words = problem.map(|problem| {
                let (key, args) = check::problem_message(&problem.kind);
                call.locale.message(key, &args)
            });
            let why = words.unwrap_or_default();
            Err(wrong(call, file, &why))
        }
    }
}

fn set_facts(committee: &Committee, values: &mut ArgumentValues) {
    let is_deferral = committee.decision == Some(Decision::Defer);
    let until = if is_deferral { committee.deferred_until } else { committee.until };
    let texts = [
        ("review", committee.review.clone()),
        ("decision", committee.decision.map(|decision| decision.name().to_owned())),
        ("comment", committee.comment.clone()),
        ("reservation", committee.reservations.clone()),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            values.set_default_text(name, text);
        }
    }
    if let Some(until) = until.filter(|_| values.date("until").is_none()) {
        values.set("until", ArgumentValue::Date(until));
    }
    for (name, amount) in [("asked", committee.asked), ("envelope", committee.envelope)] {
        if let Some(amount) = amount.filter(|_| values.amount(name).is_none()) {
            values.set(name, ArgumentValue::Amount(amount));
        }
    }
}

fn set_lists(startup: &Startup, committee: &Committee, values: &mut ArgumentValues) {
    let mut set = |name: &'static str, words: Vec<String>| {
        if !words.is_empty() && values.words(name).is_empty() {
            values.set(name, ArgumentValue::Words(words));
        }
    };
    let reason = |heading| committee.reasons.iter().find(|(of, _)| *of == heading).map(|(_, reason)| reason);
    let scores = crate::model::Heading::ALL.into_iter().filter_map(|heading| {
        let score = committee.impact.and_then(|impact| impact.score(heading))?;
        let reason = reason(heading).map(|reason| format!(":{reason}")).unwrap_or_default();
        Some(format!("{}={score}{reason}", heading.name()))
    });
    set("score", scores.collect());
    let lists =
        [("present", &committee.present), ("excused", &committee.excused), ("represented", &committee.represented)];
    for (name, people) in lists {
        set(name, people.iter().map(attendee).collect());
    }
    let task = |what: &str, owner: &Option<String>, due: Option<crate::model::Date>, proof: &Option<String>| {
        let due = due.map(|due| due.to_string()).unwrap_or_default();
        let parts = [what, owner.as_deref().unwrap_or_default(), &due, proof.as_deref().unwrap_or_default()];
        parts.join(&TASK_SEPARATOR.to_string())
    };
    let conditions = startup.conditions.iter().map(|one| task(&one.what, &one.owner, one.due, &one.proof));
    set("condition", conditions.collect());
    set("action", startup.actions.iter().map(|one| task(&one.what, &one.owner, one.due, &None)).collect());
}

/// Returns an attendee as an option gives it.
fn attendee(attendee: &Attendee) -> String {
    let by = attendee.by.as_deref().map(|by| format!("={by}")).unwrap_or_default();
    if let Some(person) = &attendee.person {
        return format!("{person}{by}");
    }
    let name = attendee.name.clone().unwrap_or_default();
    let party = attendee.party.as_ref().map(ToString::to_string);
    match (&party, &attendee.capacity) {
        (None, None) => format!("{name}/{by}"),
        (party, None) => format!("{name}/{}{by}", party.as_deref().unwrap_or_default()),
        (party, Some(capacity)) => format!("{name}/{}/{capacity}{by}", party.as_deref().unwrap_or_default()),
    }
}
