//! Due dates as a calendar (iCalendar, RFC 5545): all-day events that keep their identity when a date moves.

use std::collections::BTreeMap;

use crate::model::{CommitteeState, Date, Id, MessageArg, Startup};
use crate::report::{sanitize, words};
use crate::rules::{Occurrence, OccurrenceSource, OccurrenceState};

use super::ExportInput;

/// The party or person that a calendar is limited to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarOf {
    All,
    /// Everything that a party owes or is owed.
    Party(Id),
    /// The actions of a person, and the committees of the startups that the person coaches.
    Person(Id),
}

/// An all-day event.
struct CalendarEvent {
    uid: String,
    on: Date,
    summary: String,
    details: Vec<String>,
    category: String,
}

/// The octets of a line without its end.
const MAX_LINE: usize = 75;

/// Returns the calendar: what is due and not done, planned committees, and the ends of conventions.
#[must_use]
pub fn calendar(input: &ExportInput<'_>, of: &CalendarOf) -> String {
    let mut events = due(input, of);
    events.extend(committees(input, of));
    events.extend(ends(input, of));
    events.sort_by(|one, other| (one.on, &one.uid).cmp(&(other.on, &other.uid)));
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//couveuse//couveuse//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("X-WR-CALNAME:{}", escape(&input.title())),
    ];
    let stamp = input.made.format("%Y%m%dT%H%M%SZ").to_string();
    for event in &events {
        // The end is the first day after the event.
        let end = event.on.succ_opt().unwrap_or(event.on);
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", escape(&event.uid)),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;VALUE=DATE:{}", event.on.format("%Y%m%d")),
            format!("DTEND;VALUE=DATE:{}", end.format("%Y%m%d")),
            format!("SUMMARY:{}", escape(&event.summary)),
        ]);
        if !event.details.is_empty() {
            lines.push(format!("DESCRIPTION:{}", escape(&event.details.join("\n"))));
        }
        lines.extend([
            format!("CATEGORIES:{}", escape(&event.category)),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// Open due dates. The identity of an event is its entry and the number of the due date, so that a date that moves
/// stays the same event.
fn due(input: &ExportInput<'_>, of: &CalendarOf) -> Vec<CalendarEvent> {
    let mut dated: Vec<(Date, &Occurrence)> =
        input.answers.occurrences.iter().filter_map(|one| Some((one.due?, one))).collect();
    dated.sort_by_key(|(due, _)| *due);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut events = Vec::new();
    for (on, one) in dated {
        let key = match &one.source {
            OccurrenceSource::Committee(Some(startup)) => format!("{}/{}/{startup}", one.record, one.id),
            _ => format!("{}/{}", one.record, one.id),
        };
        let number = counts.entry(key.clone()).or_default();
        *number += 1;
        let is_over = matches!(one.state, OccurrenceState::Done | OccurrenceState::Missed);
        if is_over || !is_for(input, of, one) || !is_shown(input, one) {
            continue;
        }
        events.push(CalendarEvent {
            uid: format!("{key}/{number}@couveuse"),
            on,
            summary: summary(input, one),
            details: details(input, one),
            category: input.paper.text("export-calendar-due"),
        });
    }
    events
}

/// The public sees no actions, conditions and papers, and no past events, which would reveal lateness.
fn is_shown(input: &ExportInput<'_>, one: &Occurrence) -> bool {
    !input.paper.is_public() || (one.is_obligation() && one.due.is_some_and(|due| due >= input.paper.as_of))
}

fn is_for(input: &ExportInput<'_>, of: &CalendarOf, one: &Occurrence) -> bool {
    match of {
        CalendarOf::All => true,
        CalendarOf::Party(party) => one.debtors.contains(party) || one.creditors.contains(party),
        CalendarOf::Person(person) => {
            let is_committee = matches!(one.source, OccurrenceSource::Committee(_) | OccurrenceSource::Papers(_));
            one.owner.as_deref() == Some(person.as_str())
                || (is_committee && one.startups.iter().any(|startup| coaches(input, person, startup)))
        }
    }
}

/// Returns whether a person coaches a startup on the day.
fn coaches(input: &ExportInput<'_>, person: &Id, startup: &Id) -> bool {
    let as_of = input.paper.as_of;
    let coaches = input.paper.portfolio.startups.get(startup).map(|record| record.coaches.as_slice());
    coaches.unwrap_or_default().iter().any(|one| one.person == *person && one.is_on(as_of))
}

/// Convention and article, who owes it to whom, and the amount.
fn details(input: &ExportInput<'_>, one: &Occurrence) -> Vec<String> {
    let paper = input.paper;
    let names = |ids: &[Id]| ids.iter().map(|id| paper.party(id)).collect::<Vec<_>>().join(", ");
    let convention = one.convention.as_ref().map(|id| {
        let title = paper.portfolio.conventions.get(id).map_or_else(|| id.to_string(), |one| clean(&one.title));
        let article = one.article.as_deref().map(|article| paper.locale.article(&clean(article)));
        [Some(title), article].into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let between = match (names(&one.debtors), names(&one.creditors)) {
        (from, to) if from.is_empty() || to.is_empty() => from + &to,
        (from, to) => format!("{from} → {to}"),
    };
    let owner = one.owner.as_deref().filter(|_| !paper.is_public()).map(|owner| paper.person(owner));
    let amount = one.amount.map(|amount| paper.money(amount));
    [convention, Some(between), owner, amount].into_iter().flatten().filter(|line| !line.is_empty()).collect()
}

/// Planned committees, by their ids.
fn committees(input: &ExportInput<'_>, of: &CalendarOf) -> Vec<CalendarEvent> {
    let is_for = |id: &Id, startup: &Startup| match of {
        CalendarOf::All => true,
        CalendarOf::Party(party) => startup.sponsors.contains(party),
        CalendarOf::Person(person) => coaches(input, person, id),
    };
    let startups = input.paper.portfolio.startups.iter().filter(|(id, startup)| is_for(id, startup));
    let planned = startups.flat_map(|(id, startup)| {
        let is_shown = |on: Date| !input.paper.is_public() || on >= input.paper.as_of;
        let planned = startup.committees.iter().enumerate();
        let planned = planned.filter(move |(_, one)| one.state == CommitteeState::Planned && is_shown(one.on));
        planned.map(move |(n, one)| {
            let entry = one.id.clone().unwrap_or_else(|| n.to_string());
            CalendarEvent {
                uid: format!("startup/{id}/committees/{entry}@couveuse"),
                on: one.on,
                summary: format!("{} – {}", input.capital("report-column-committee"), clean(&startup.name)),
                details: Vec::new(),
                category: input.paper.text("export-calendar-committee"),
            }
        })
    });
    planned.collect()
}

/// Returns the ends of conventions, except estimated ones.
fn ends(input: &ExportInput<'_>, of: &CalendarOf) -> Vec<CalendarEvent> {
    let is_for = |parties: &[Id]| match of {
        CalendarOf::All => true,
        CalendarOf::Party(party) => parties.contains(party),
        CalendarOf::Person(_) => false,
    };
    let briefs = input.answers.startups.iter().flat_map(|one| &one.conventions);
    let ends: BTreeMap<&Id, Date> =
        briefs.filter(|brief| !brief.ends_estimated).filter_map(|brief| Some((&brief.id, brief.ends?))).collect();
    let events = ends.into_iter().filter_map(|(id, on)| {
        let convention = input.paper.portfolio.conventions.get(id).filter(|one| is_for(&one.parties))?;
        let title = MessageArg::Text(clean(&convention.title));
        Some(CalendarEvent {
            uid: format!("convention/{id}/end@couveuse"),
            on,
            summary: input.paper.with("export-calendar-end", &[("convention", title)]),
            details: Vec::new(),
            category: input.paper.text("export-calendar-convention"),
        })
    });
    events.collect()
}

/// Returns the title: the task and its startups, with a sign if the day is only an estimate.
fn summary(input: &ExportInput<'_>, one: &Occurrence) -> String {
    let what = clean(&words::what(one, input.paper.locale));
    let names = one.startups.iter().map(|id| input.paper.startup(id)).collect::<Vec<_>>().join(", ");
    let estimate = if one.state == OccurrenceState::Undetermined { "≈ " } else { "" };
    let separator = if names.is_empty() { "" } else { " – " };
    format!("{estimate}{what}{separator}{names}")
}

fn clean(text: &str) -> String {
    sanitize(text).into_owned()
}

/// Escapes a text value (RFC 5545, 3.3.11).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Returns a line with its end, folded so that no line is longer than 75 octets and no character is split.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 2);
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > MAX_LINE {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(c);
        octets += c.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_by_octets_between_characters() {
        let line = format!("SUMMARY:{}", "é".repeat(80));
        let folded = folded(&line);
        assert!(folded.lines().count() > 2 && folded.lines().all(|line| line.len() <= MAX_LINE), "{folded}");
        assert_eq!(folded.replace("\r\n ", "").trim_end(), line);
    }
}
