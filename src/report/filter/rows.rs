//! The facts of the rows of each list.

use super::{FilterKey, RowFacts};
use crate::model::{Commit, Convention, Date, Id, Portfolio, RecordKind, RecordRef};
use crate::report::Diagnostic;
use crate::rules::{
    self, Commitment, CommitteeClock, ConventionBrief, Figures, Occurrence, OccurrenceSource, OccurrenceState,
    StartupSummary, TodayItem,
};

/// Returns a startup, with the late obligations and the statuses of its conventions.
#[must_use]
pub fn of_startup<'a>(portfolio: &'a Portfolio, standing: &'a StartupSummary, as_of: Date) -> RowFacts<'a> {
    let mut facts = startup(portfolio, &standing.startup, as_of).amount(Some(standing.figures.committed));
    if standing.all_late() > 0 {
        facts = facts.with(FilterKey::State, OccurrenceState::Late.name());
    }
    if standing.undetermined > 0 {
        facts = facts.with(FilterKey::State, OccurrenceState::Undetermined.name());
    }
    if let Some((phase, _)) = standing.phase {
        facts = facts.with(FilterKey::Phase, phase.name());
    }
    if let Some(clock) = &standing.committee {
        facts = facts.with(FilterKey::Committee, clock.state.name()).due(clock.planned.or(clock.next_due));
    }
    facts = facts.ends(standing.main_convention().and_then(|brief| brief.ends));
    for ConventionBrief { id, status, .. } in &standing.conventions {
        facts = convention(facts.with(FilterKey::Status, status.name()), portfolio, id);
    }
    facts
}

#[must_use]
pub fn of_framework<'a>(portfolio: &'a Portfolio, id: &'a Id, figures: &Figures, as_of: Date) -> RowFacts<'a> {
    let facts = convention(RowFacts::default(), portfolio, id)
        .amount(Some(figures.committed))
        .with(FilterKey::Kind, "framework");
    match rules::convention_summary(portfolio, id, as_of) {
        Some(standing) => facts.with(FilterKey::Status, standing.status.name()),
        None => facts,
    }
}

/// Returns a record that cannot be read.
#[must_use]
pub fn of_unreadable(record: &RecordRef) -> RowFacts<'_> {
    of_record(RowFacts::default(), record)
}

/// Returns an obligation, with the phases of its startups as of the day.
#[must_use]
pub fn of_occurrence<'a>(portfolio: &'a Portfolio, occurrence: &'a Occurrence, as_of: Date) -> RowFacts<'a> {
    let source = match occurrence.source {
        OccurrenceSource::Committee(_) => Some("committee"),
        OccurrenceSource::Payment(..) => Some("payment"),
        OccurrenceSource::Obligation
        | OccurrenceSource::Action(_)
        | OccurrenceSource::Condition(_)
        | OccurrenceSource::Papers(_) => None,
    };
    let facts = RowFacts::default()
        .with_all(FilterKey::Owner, occurrence.owner.as_deref())
        .with(FilterKey::State, occurrence.state.name())
        .with(FilterKey::Kind, occurrence.kind.name())
        .with_all(FilterKey::Kind, source)
        .with_all(FilterKey::Owes, occurrence.debtors.iter().map(Id::as_str))
        .with_all(FilterKey::To, occurrence.creditors.iter().map(Id::as_str))
        .with_all(FilterKey::Startup, occurrence.startups.iter().map(Id::as_str))
        .with_all(FilterKey::Convention, occurrence.convention.as_ref().map(Id::as_str))
        .with_all(FilterKey::Article, occurrence.article.as_deref())
        .due(occurrence.due)
        .on(occurrence.done.as_ref().map(|(on, _)| *on))
        .amount(occurrence.amount);
    let mut facts = coached(facts, portfolio, &occurrence.startups, as_of);
    for id in &occurrence.startups {
        let phase = portfolio.startups.get(id).and_then(|startup| startup.phase_on(as_of));
        facts = facts
            .with_all(FilterKey::Incubator, incubator(portfolio, id))
            .with_all(FilterKey::Phase, phase.map(|start| start.phase.name()));
    }
    facts
}

#[must_use]
pub fn of_clock<'a>(portfolio: &'a Portfolio, clock: &'a CommitteeClock, as_of: Date) -> RowFacts<'a> {
    startup(portfolio, &clock.startup, as_of)
        .with(FilterKey::State, clock.state.name())
        .with(FilterKey::Committee, clock.state.name())
        .with_all(FilterKey::Convention, clock.convention.as_ref().map(Id::as_str))
        .with_all(FilterKey::Article, clock.article.as_deref())
        .due(clock.planned.or(clock.next_due))
        .on(clock.last_held)
}

/// Returns a tranche of a contribution, counted from 0, or the whole contribution if it has none.
#[must_use]
pub fn of_commitment<'a>(
    portfolio: &'a Portfolio,
    promise: &'a Commitment,
    tranche: usize,
    as_of: Date,
) -> RowFacts<'a> {
    let (contribution, part) = (&promise.contribution, promise.tranches.get(tranche));
    let framework = promise.framework.then_some("framework");
    let facts = RowFacts::default()
        .with_all(FilterKey::State, part.map(|part| part.state.name()))
        .with_all(FilterKey::Kind, framework)
        .with(FilterKey::Owes, contribution.from.as_str())
        .with_all(FilterKey::To, contribution.to.as_ref().map(Id::as_str))
        .with_all(FilterKey::Startup, promise.startups.iter().map(Id::as_str))
        .with(FilterKey::Convention, contribution.convention.as_str())
        .with_all(FilterKey::Article, part.map_or(&contribution.article, |part| &part.article).as_deref())
        .due(part.and_then(|part| part.due))
        .amount(Some(promise.figures_of(tranche, as_of).committed));
    let mut facts = coached(facts, portfolio, &promise.startups, as_of);
    for id in &promise.startups {
        facts = facts.with_all(FilterKey::Incubator, incubator(portfolio, id));
    }
    facts
}

/// Returns a row of Today.
#[must_use]
pub fn of_today<'a>(portfolio: &'a Portfolio, item: &'a TodayItem, as_of: Date) -> RowFacts<'a> {
    let owners = item.who.iter().filter(|_| item.is_owned).map(String::as_str);
    let facts = RowFacts::default()
        .with_all(FilterKey::Owner, owners)
        .with(FilterKey::Record, item.record.id.as_str())
        .with_all(FilterKey::Startup, item.startups.iter().map(Id::as_str))
        .with_all(FilterKey::Convention, item.convention.as_ref().map(Id::as_str))
        .due(item.due)
        .amount(item.amount);
    let facts = coached(facts, portfolio, &item.startups, as_of);
    item.startups.iter().fold(facts, |facts, id| facts.with_all(FilterKey::Incubator, incubator(portfolio, id)))
}

#[must_use]
pub fn of_finding<'a>(portfolio: &'a Portfolio, diagnostic: &'a Diagnostic, as_of: Date) -> RowFacts<'a> {
    let finding = &diagnostic.finding;
    let facts =
        RowFacts::default().with(FilterKey::Severity, finding.severity.name()).with(FilterKey::Check, finding.check);
    let Some(record) = finding.record() else { return facts };
    let facts = of_record(facts, record);
    match (record.kind, portfolio.conventions.get(&record.id)) {
        (RecordKind::Convention, Some(convention)) => {
            coached(concerned(facts, convention), portfolio, &convention.startups, as_of)
        }
        (RecordKind::Startup, _) => {
            let facts = facts.with_all(FilterKey::Incubator, incubator(portfolio, &record.id));
            coached(facts, portfolio, std::slice::from_ref(&record.id), as_of)
        }
        _ => facts,
    }
}

#[must_use]
pub fn of_commit(commit: &Commit) -> RowFacts<'_> {
    let facts = RowFacts::default().on(Some(commit.on)).with(FilterKey::Author, commit.author.as_str());
    let facts = facts.with_all(FilterKey::Verb, commit.verb.as_deref().or(commit.received.map(|_| "sync")));
    commit.records.iter().fold(facts, of_record)
}

fn of_record<'a>(facts: RowFacts<'a>, record: &'a RecordRef) -> RowFacts<'a> {
    let facts = facts.with(FilterKey::Record, record.id.as_str()).with(FilterKey::Kind, record.kind.name());
    match record.kind {
        RecordKind::Startup => facts.with(FilterKey::Startup, record.id.as_str()),
        RecordKind::Convention => facts.with(FilterKey::Convention, record.id.as_str()),
        RecordKind::Party => facts.with(FilterKey::Party, record.id.as_str()),
        RecordKind::Portfolio | RecordKind::Review => facts,
    }
}

fn startup<'a>(portfolio: &'a Portfolio, id: &'a Id, as_of: Date) -> RowFacts<'a> {
    let sponsors = portfolio.startups.get(id).into_iter().flat_map(|startup| &startup.sponsors);
    coached(RowFacts::default(), portfolio, std::slice::from_ref(id), as_of)
        .with(FilterKey::Startup, id.as_str())
        .with_all(FilterKey::Incubator, incubator(portfolio, id))
        .with_all(FilterKey::Party, sponsors.map(Id::as_str))
}

/// Adds the people who coach the startups on the day.
fn coached<'a>(facts: RowFacts<'a>, portfolio: &'a Portfolio, startups: &[Id], as_of: Date) -> RowFacts<'a> {
    facts.with_all(FilterKey::Coach, rules::coaches(portfolio, startups, as_of).into_iter().map(Id::as_str))
}

fn incubator<'a>(portfolio: &'a Portfolio, startup: &Id) -> Option<&'a str> {
    portfolio.startups.get(startup).and_then(|startup| startup.incubator.as_ref()).map(Id::as_str)
}

fn convention<'a>(facts: RowFacts<'a>, portfolio: &'a Portfolio, id: &'a Id) -> RowFacts<'a> {
    let facts = facts.with(FilterKey::Convention, id.as_str());
    let parties = portfolio.conventions.get(id).into_iter().flat_map(|convention| &convention.parties);
    facts.with_all(FilterKey::Party, parties.map(Id::as_str))
}

fn concerned<'a>(facts: RowFacts<'a>, convention: &'a Convention) -> RowFacts<'a> {
    facts
        .with_all(FilterKey::Startup, convention.startups.iter().map(Id::as_str))
        .with_all(FilterKey::Party, convention.parties.iter().map(Id::as_str))
}
