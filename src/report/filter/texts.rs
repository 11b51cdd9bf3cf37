//! The searchable texts of the rows of each list: all names of all records that a row refers to, and its own words.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::RowText;
use crate::locale::Locale;
use crate::model::{Commit, Convention, Id, Portfolio, RecordKind, RecordRef};
use crate::report::{Diagnostic, sanitize, words};
use crate::rules::{Commitment, CommitteeClock, Occurrence, OccurrenceSource, StartupSummary, TodayItem};

type Texts<'a> = Vec<Cow<'a, str>>;

/// Returns a startup: its names; those of its sponsors, its incubator and its conventions, its phase, and the texts of
/// its notes, actions and conditions.
#[must_use]
pub fn text_of_startup<'a>(portfolio: &'a Portfolio, locale: &Locale, standing: &'a StartupSummary) -> RowText<'a> {
    let id = &standing.startup;
    let mut rest = Texts::new();
    let mut parties = BTreeSet::new();
    if let Some(startup) = portfolio.startups.get(id) {
        parties.extend(startup.sponsors.iter().chain(&startup.incubator));
        let notes = startup.notes.iter().map(|note| &note.text);
        let tasks = startup.actions.iter().map(|action| &action.what);
        let tasks = tasks.chain(startup.conditions.iter().map(|condition| &condition.what));
        rest.extend(notes.chain(tasks).map(|text| sanitize(text)));
    }
    for brief in &standing.conventions {
        rest.extend(convention_names(portfolio, &brief.id));
        parties.extend(portfolio.conventions.get(&brief.id).into_iter().flat_map(|convention| &convention.parties));
    }
    rest.extend(parties.into_iter().flat_map(|id| party_names(portfolio, id)));
    rest.extend(standing.phase.map(|(phase, _)| locale.text(&format!("phase-{}", phase.name())).into()));
    RowText { names: startup_names(portfolio, id), rest }
}

/// Returns a note of a startup, from 0: its text, and the names of the startup.
#[must_use]
pub fn text_of_note<'a>(portfolio: &'a Portfolio, id: &'a Id, note: usize) -> RowText<'a> {
    let note = portfolio.startups.get(id).and_then(|startup| startup.notes.get(note));
    let text = note.map(|note| sanitize(&note.text));
    RowText { names: Vec::new(), rest: text.into_iter().chain(startup_names(portfolio, id)).collect() }
}

/// Returns a convention, a framework or an amendment: its id and title; the names of its startups and parties.
#[must_use]
pub fn text_of_convention<'a>(portfolio: &'a Portfolio, id: &'a Id) -> RowText<'a> {
    let rest = portfolio.conventions.get(id).map(|convention| concerned(portfolio, convention));
    RowText { names: convention_names(portfolio, id), rest: rest.unwrap_or_default() }
}

/// Returns a party: its names.
#[must_use]
pub fn text_of_party<'a>(portfolio: &'a Portfolio, id: &'a Id) -> RowText<'a> {
    RowText { names: party_names(portfolio, id), rest: Vec::new() }
}

/// Returns a person: name and id.
#[must_use]
pub fn text_of_person<'a>(portfolio: &'a Portfolio, id: &'a Id) -> RowText<'a> {
    let name = portfolio.person(id.as_str()).map(|person| person.name.as_str().into());
    RowText { names: name.into_iter().chain([id.as_str().into()]).collect(), rest: Vec::new() }
}

/// Returns a record that cannot be read: its kind and id.
#[must_use]
pub fn text_of_unreadable(record: &RecordRef) -> RowText<'_> {
    RowText { names: vec![record.to_string().into()], rest: Vec::new() }
}

/// Returns an obligation: the names of its startups and of who owes it to whom; what is to be done, and its convention.
#[must_use]
pub fn text_of_occurrence<'a>(portfolio: &'a Portfolio, locale: &Locale, one: &'a Occurrence) -> RowText<'a> {
    let mut names: Texts<'a> = one.startups.iter().flat_map(|id| startup_names(portfolio, id)).collect();
    if one.startups.is_empty() {
        names.push(locale.text("whose-framework").into());
    }
    let parties = one.debtors.iter().chain(&one.creditors);
    names.extend(parties.flat_map(|id| party_names(portfolio, id)));
    let mut rest = match one.source {
        OccurrenceSource::Obligation | OccurrenceSource::Action(_) | OccurrenceSource::Condition(_) => {
            vec![sanitize(&one.what)]
        }
        _ => vec![words::what(one, locale).into(), words::what_short(one, locale).into()],
    };
    rest.extend(one.convention.iter().flat_map(|id| convention_names(portfolio, id)));
    rest.push(one.obligation.as_str().into());
    RowText { names, rest }
}

/// Returns a committee: the names of its startup; the last decision, and the convention.
#[must_use]
pub fn text_of_clock<'a>(portfolio: &'a Portfolio, locale: &Locale, clock: &'a CommitteeClock) -> RowText<'a> {
    let meetings = portfolio.startups.get(&clock.startup).into_iter().flat_map(|startup| &startup.committees);
    let last = meetings.filter(|meeting| Some(meeting.on) == clock.last_held).find_map(|meeting| meeting.decision);
    let decision = last.map(|decision| locale.text(&format!("decision-{}", decision.name())).into());
    let convention = clock.convention.iter().flat_map(|id| convention_names(portfolio, id));
    let reason = clock.reason.map(|reason| locale.text(&format!("reason-{}", reason.name())).into());
    let rest = decision.into_iter().chain(reason).chain(convention).collect();
    RowText { names: startup_names(portfolio, &clock.startup), rest }
}

/// Returns a row of Today: the names of its startups and people; its convention and text.
#[must_use]
pub fn text_of_today<'a>(portfolio: &'a Portfolio, item: &'a TodayItem) -> RowText<'a> {
    let mut names: Texts<'a> = item.startups.iter().flat_map(|id| startup_names(portfolio, id)).collect();
    for who in &item.who {
        let person = portfolio.incubator.people.iter().find(|person| person.id.as_str() == who);
        names.push(sanitize(person.map_or(who.as_str(), |person| &person.name)));
    }
    let mut rest: Texts<'a> = item.convention.iter().flat_map(|id| convention_names(portfolio, id)).collect();
    rest.extend([sanitize(&item.what), item.record.id.as_str().into()]);
    RowText { names, rest }
}

/// Returns a tranche of a contribution, from 0: the names of its startups and of who pays whom; its convention and
/// state.
#[must_use]
pub fn text_of_commitment<'a>(
    portfolio: &'a Portfolio,
    locale: &Locale,
    promise: &'a Commitment,
    tranche: usize,
) -> RowText<'a> {
    let contribution = &promise.contribution;
    let mut names: Texts<'a> = promise.startups.iter().flat_map(|id| startup_names(portfolio, id)).collect();
    let parties = std::iter::once(&contribution.from).chain(&contribution.to);
    names.extend(parties.flat_map(|id| party_names(portfolio, id)));
    let mut rest = convention_names(portfolio, &contribution.convention);
    rest.push(contribution.id.as_str().into());
    let state = promise.tranches.get(tranche).map(|tranche| tranche.state);
    rest.extend(state.map(|state| locale.text(&format!("tranche-{}", state.name())).into()));
    RowText { names, rest }
}

/// Returns a finding: its file and check; its message, and the names of its record.
#[must_use]
pub fn text_of_finding<'a>(portfolio: &'a Portfolio, locale: &Locale, diagnostic: &'a Diagnostic) -> RowText<'a> {
    let mut rest: Texts<'a> = vec![diagnostic.message(locale).into()];
    rest.extend(diagnostic.finding.record().into_iter().flat_map(|record| record_names(portfolio, record)));
    RowText { names: vec![diagnostic.file.as_str().into(), diagnostic.finding.check.into()], rest }
}

/// Returns a commit: its subject and short name; its author, its verb, and the names of its records.
#[must_use]
pub fn text_of_commit<'a>(portfolio: &'a Portfolio, locale: &Locale, commit: &'a Commit) -> RowText<'a> {
    let mut rest = vec![sanitize(&commit.author), words::of_commit(commit, locale).into()];
    rest.extend(commit.facts.iter().map(|fact| sanitize(&fact.text)));
    rest.extend(commit.records.iter().flat_map(|record| record_names(portfolio, record)));
    RowText { names: vec![sanitize(&commit.subject), commit.short().into()], rest }
}

fn record_names<'a>(portfolio: &'a Portfolio, record: &'a RecordRef) -> Texts<'a> {
    match record.kind {
        RecordKind::Startup => startup_names(portfolio, &record.id),
        RecordKind::Convention => convention_names(portfolio, &record.id),
        RecordKind::Party => party_names(portfolio, &record.id),
        RecordKind::Portfolio | RecordKind::Review => vec![record.id.as_str().into()],
    }
}

fn startup_names<'a>(portfolio: &'a Portfolio, id: &'a Id) -> Texts<'a> {
    let startup = portfolio.startups.get(id);
    let names = startup.into_iter().flat_map(|startup| std::iter::once(&startup.name).chain(&startup.also));
    names.map(|name| sanitize(name)).chain([id.as_str().into()]).collect()
}

fn party_names<'a>(portfolio: &'a Portfolio, id: &'a Id) -> Texts<'a> {
    let party = portfolio.parties.get(id);
    let names = party.into_iter().flat_map(|party| std::iter::once(&party.name).chain(&party.also));
    names.map(|name| sanitize(name)).chain([id.as_str().into()]).collect()
}

fn convention_names<'a>(portfolio: &'a Portfolio, id: &'a Id) -> Texts<'a> {
    let title = portfolio.conventions.get(id).map(|convention| sanitize(&convention.title));
    title.into_iter().chain([id.as_str().into()]).collect()
}

fn concerned<'a>(portfolio: &'a Portfolio, convention: &'a Convention) -> Texts<'a> {
    let startups = convention.startups.iter().flat_map(|id| startup_names(portfolio, id));
    startups.chain(convention.parties.iter().flat_map(|id| party_names(portfolio, id))).collect()
}
