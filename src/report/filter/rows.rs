//! What the rows of the lists answer to a filter: startups, frameworks, unreadable records, obligations, committees,
//! promises, findings, commits.

use super::{Facts, Key};
use crate::model::{Commit, Convention, Date, Id, Portfolio, RecordKind, RecordRef};
use crate::report::Diagnostic;
use crate::rules::{
    self, CommitteeClock, ConventionBrief, Figures, Occurrence, OccurrenceSource, OccurrenceState, Promise,
    StartupStanding,
};

/// Of a startup: what is late of it, and of its conventions, counts as its own.
#[must_use]
pub fn of_startup<'a>(portfolio: &'a Portfolio, standing: &'a StartupStanding) -> Facts<'a> {
    let mut facts = startup(portfolio, &standing.startup).amount(Some(standing.figures.committed));
    if standing.late > 0 {
        facts = facts.with(Key::State, OccurrenceState::Late.name());
    }
    if standing.undetermined > 0 {
        facts = facts.with(Key::State, OccurrenceState::Undetermined.name());
    }
    if let Some((phase, _)) = standing.phase {
        facts = facts.with(Key::Phase, phase.name());
    }
    if let Some(clock) = &standing.committee {
        facts = facts.with(Key::Committee, clock.state.name()).due(clock.planned.or(clock.next_due));
    }
    for ConventionBrief { id, status, .. } in &standing.conventions {
        facts = convention(facts.with(Key::Status, status.name()), portfolio, id);
    }
    facts
}

/// Of a framework.
#[must_use]
pub fn of_framework<'a>(portfolio: &'a Portfolio, id: &'a Id, figures: &Figures, as_of: Date) -> Facts<'a> {
    let facts =
        convention(Facts::default(), portfolio, id).amount(Some(figures.committed)).with(Key::Kind, "framework");
    match rules::convention_standing(portfolio, id, as_of) {
        Some(standing) => facts.with(Key::Status, standing.status.name()),
        None => facts,
    }
}

/// Of a record that cannot be read.
#[must_use]
pub fn of_unreadable(record: &RecordRef) -> Facts<'_> {
    of_record(Facts::default(), record)
}

/// Of an obligation, with the phases of its startups on the day of the answers.
#[must_use]
pub fn of_occurrence<'a>(portfolio: &'a Portfolio, occurrence: &'a Occurrence, as_of: Date) -> Facts<'a> {
    let source = match occurrence.source {
        OccurrenceSource::Committee(_) => Some("committee"),
        OccurrenceSource::Payment(..) => Some("payment"),
        OccurrenceSource::Obligation => None,
    };
    let mut facts = Facts::default()
        .with(Key::State, occurrence.state.name())
        .with(Key::Kind, occurrence.kind.name())
        .with_all(Key::Kind, source)
        .with_all(Key::Owes, occurrence.debtor.as_ref().map(Id::as_str))
        .with_all(Key::To, occurrence.creditor.as_ref().map(Id::as_str))
        .with_all(Key::Startup, occurrence.startups.iter().map(Id::as_str))
        .with(Key::Convention, occurrence.convention.as_str())
        .with_all(Key::Article, occurrence.article.as_deref())
        .due(occurrence.due)
        .on(occurrence.done.as_ref().map(|(on, _)| *on))
        .amount(occurrence.amount);
    for id in &occurrence.startups {
        let phase = portfolio.startups.get(id).and_then(|startup| startup.phase_on(as_of));
        facts = facts
            .with_all(Key::Incubator, incubator(portfolio, id))
            .with_all(Key::Phase, phase.map(|start| start.phase.name()));
    }
    facts
}

/// Of a committee clock.
#[must_use]
pub fn of_clock<'a>(portfolio: &'a Portfolio, clock: &'a CommitteeClock) -> Facts<'a> {
    startup(portfolio, &clock.startup)
        .with(Key::State, clock.state.name())
        .with(Key::Committee, clock.state.name())
        .with_all(Key::Convention, clock.convention.as_ref().map(Id::as_str))
        .with_all(Key::Article, clock.article.as_deref())
        .due(clock.planned.or(clock.next_due))
        .on(clock.last_held)
}

/// Of a tranche of a contribution, from 0; of the whole of it where it has none.
#[must_use]
pub fn of_promise<'a>(portfolio: &'a Portfolio, promise: &'a Promise, tranche: usize, as_of: Date) -> Facts<'a> {
    let (contribution, part) = (&promise.contribution, promise.tranches.get(tranche));
    let framework = promise.framework.then_some("framework");
    let mut facts = Facts::default()
        .with_all(Key::State, part.map(|part| part.state.name()))
        .with_all(Key::Kind, framework)
        .with(Key::Owes, contribution.from.as_str())
        .with_all(Key::To, contribution.to.as_ref().map(Id::as_str))
        .with_all(Key::Startup, promise.startups.iter().map(Id::as_str))
        .with(Key::Convention, contribution.convention.as_str())
        .with_all(Key::Article, part.map_or(&contribution.article, |part| &part.article).as_deref())
        .due(part.and_then(|part| part.due))
        .amount(Some(promise.figures_of(tranche, as_of).committed));
    for id in &promise.startups {
        facts = facts.with_all(Key::Incubator, incubator(portfolio, id));
    }
    facts
}

/// Of a finding.
#[must_use]
pub fn of_finding<'a>(portfolio: &'a Portfolio, diagnostic: &'a Diagnostic) -> Facts<'a> {
    let finding = &diagnostic.finding;
    let facts = Facts::default().with(Key::Severity, finding.severity.name()).with(Key::Check, finding.check);
    let Some(record) = finding.record() else { return facts };
    let facts = of_record(facts, record);
    match (record.kind, portfolio.conventions.get(&record.id)) {
        (RecordKind::Convention, Some(convention)) => concerned(facts, convention),
        (RecordKind::Startup, _) => facts.with_all(Key::Incubator, incubator(portfolio, &record.id)),
        _ => facts,
    }
}

/// Of a commit.
#[must_use]
pub fn of_commit(commit: &Commit) -> Facts<'_> {
    let facts = Facts::default().on(Some(commit.on)).with(Key::Author, commit.author.as_str());
    let facts = facts.with_all(Key::Verb, commit.verb.as_deref());
    commit.records.iter().fold(facts, of_record)
}

fn of_record<'a>(facts: Facts<'a>, record: &'a RecordRef) -> Facts<'a> {
    let facts = facts.with(Key::Record, record.id.as_str()).with(Key::Kind, record.kind.name());
    match record.kind {
        RecordKind::Startup => facts.with(Key::Startup, record.id.as_str()),
        RecordKind::Convention => facts.with(Key::Convention, record.id.as_str()),
        RecordKind::Party => facts.with(Key::Party, record.id.as_str()),
        RecordKind::Portfolio => facts,
    }
}

fn startup<'a>(portfolio: &'a Portfolio, id: &'a Id) -> Facts<'a> {
    let sponsors = portfolio.startups.get(id).into_iter().flat_map(|startup| &startup.sponsors);
    Facts::default()
        .with(Key::Startup, id.as_str())
        .with_all(Key::Incubator, incubator(portfolio, id))
        .with_all(Key::Party, sponsors.map(Id::as_str))
}

fn incubator<'a>(portfolio: &'a Portfolio, startup: &Id) -> Option<&'a str> {
    portfolio.startups.get(startup).and_then(|startup| startup.incubator.as_ref()).map(Id::as_str)
}

fn convention<'a>(facts: Facts<'a>, portfolio: &'a Portfolio, id: &'a Id) -> Facts<'a> {
    let facts = facts.with(Key::Convention, id.as_str());
    let parties = portfolio.conventions.get(id).into_iter().flat_map(|convention| &convention.parties);
    facts.with_all(Key::Party, parties.map(Id::as_str))
}

fn concerned<'a>(facts: Facts<'a>, convention: &'a Convention) -> Facts<'a> {
    facts
        .with_all(Key::Startup, convention.startups.iter().map(Id::as_str))
        .with_all(Key::Party, convention.parties.iter().map(Id::as_str))
}
