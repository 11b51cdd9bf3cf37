//! The answers for all screens at once, or the row of one startup alone.

use super::commitments::commitments;
use super::committees::{binds, binds_incubator, clocks, frameworks, is_incubated, meetings};
use super::explanations::spends_for;
use super::ledger::{ConventionLedger, ledgers_of};
use super::occurrences::{merge, of_convention, of_startup, sort, to_count, unmatched};
use super::runway::{last_recorded, runs_out};
use super::terms::{Terms, base_convention};
use super::totals::funding_totals;
use super::years::budgets_of;
use super::{
    Answers, BudgetYear, Commitment, CommitteeClock, ConventionBrief, Figures, FundingTotals, Occurrence,
    OccurrenceKind, OccurrenceState, StartupSummary,
};
use crate::model::{Convention, Date, Id, Portfolio, Startup};
use crate::parallel::{MapChunks, Sequential};

/// Below this number of startups whose conventions are already opened, another thread costs more than it saves.
const MIN_CHUNK: usize = 256;
/// The same limit for conventions, and for startups whose conventions must still be opened.
const MIN_CHUNK_UNOPENED: usize = 16;

/// Computes everything that the screens show, as of a day.
#[must_use]
pub fn answers(portfolio: &Portfolio, as_of: Date) -> Answers {
    answers_with(portfolio, as_of, &Sequential)
}

/// Does the same, with the work split by `threads`.
#[must_use]
pub fn answers_with(portfolio: &Portfolio, as_of: Date, threads: &impl MapChunks) -> Answers {
    let conventions: Vec<&Convention> = portfolio.conventions.values().map(AsRef::as_ref).collect();
    let batches =
        threads.map_chunks(&conventions, MIN_CHUNK_UNOPENED, |some| LedgerBatch::open(portfolio, some, as_of));
    let all = AllLedgers::new(portfolio, &batches, as_of);
    let startups: Vec<&Startup> = portfolio.startups.values().map(AsRef::as_ref).collect();
    let rows = threads.map_chunks(&startups, MIN_CHUNK, |some| all.rows(some));
    let funding = funding_totals(portfolio, batches.iter().flat_map(LedgerBatch::ledgers));
    drop(all);
    let mut answers = Answers { funding, ..Answers::default() };
    let mut occurrences = Vec::new();
    for row in rows {
        answers.startups.extend(row.startups);
        answers.committees.extend(row.clocks);
        occurrences.push(row.occurrences);
    }
    for batch in batches {
        occurrences.push(batch.occurrences);
        answers.commitments.extend(batch.commitments);
    }
    answers.occurrences = merge(occurrences);
    answers
}

/// Computes only the totals of money and the budget years.
#[must_use]
pub fn funding(portfolio: &Portfolio, as_of: Date, threads: &impl MapChunks) -> (FundingTotals, Vec<BudgetYear>) {
    let conventions: Vec<&Convention> = portfolio.conventions.values().map(AsRef::as_ref).collect();
    let batches = threads.map_chunks(&conventions, MIN_CHUNK_UNOPENED, |some| {
        let opened = some.iter().filter(|one| !one.is_amendment());
        opened.map(|one| ConventionLedger::open(portfolio, one, as_of, false)).collect::<Vec<_>>()
    });
    (funding_totals(portfolio, batches.iter().flatten()), budgets_of(batches.iter().flatten()))
}

/// Computes only what is due, in the order of [`answers`]. Opens one convention at a time.
#[must_use]
pub fn occurrences(portfolio: &Portfolio, as_of: Date, threads: &impl MapChunks) -> Vec<Occurrence> {
    let startups: Vec<&Startup> = portfolio.startups.values().map(AsRef::as_ref).collect();
    let frameworks = frameworks(portfolio, as_of);
    let own = threads.map_chunks(&startups, MIN_CHUNK_UNOPENED, |some| {
        let mut all = Vec::new();
        for startup in some {
            let clocks = clocks_alone(portfolio, startup, &frameworks, as_of);
            add_own(portfolio, startup, &clocks, as_of, &mut all);
        }
        all
    });
    let conventions = portfolio.conventions.values().map(AsRef::as_ref).filter(|one| !one.is_amendment());
    let conventions: Vec<&Convention> = conventions.collect();
    let lists = threads.map_chunks(&conventions, MIN_CHUNK_UNOPENED, |some| {
        let of_part = |part: &[&Convention]| {
            let mut all = Vec::new();
            for convention in part {
                of_convention(portfolio, &ConventionLedger::open(portfolio, convention, as_of, false), as_of, &mut all);
            }
            all
        };
        some.chunks(MIN_CHUNK).map(of_part).collect::<Vec<_>>()
    });
    // Frees each short list after moving its entries, so that most entries are in memory only once.
    let lists: Vec<_> = own.into_iter().chain(lists.into_iter().flatten()).collect();
    let mut all = Vec::with_capacity(lists.iter().map(Vec::len).sum());
    lists.into_iter().for_each(|list| all.extend(list));
    sort(&mut all);
    all
}

/// Computes the row of one startup. `None` for an unknown id.
#[must_use]
pub fn startup_summary(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Option<StartupSummary> {
    let startup = portfolio.startups.get(startup)?;
    let spending = spending_frameworks(portfolio, as_of, |framework| spends_for(framework, &startup.id));
    Some(summary_alone(portfolio, startup, &frameworks(portfolio, as_of), &spending, as_of))
}

/// Computes only the rows of all startups, one at a time, which takes a fraction of the time and memory of all answers.
#[must_use]
pub fn startup_summaries(portfolio: &Portfolio, as_of: Date, threads: &impl MapChunks) -> Vec<StartupSummary> {
    let startups: Vec<&Startup> = portfolio.startups.values().map(AsRef::as_ref).collect();
    let frameworks = frameworks(portfolio, as_of);
    let spending = spending_frameworks(portfolio, as_of, |_| true);
    let rows = |some: &[&Startup]| {
        some.iter().map(|startup| summary_alone(portfolio, startup, &frameworks, &spending, as_of)).collect::<Vec<_>>()
    };
    threads.map_chunks(&startups, MIN_CHUNK_UNOPENED, rows).concat()
}

fn summary_alone<'a>(
    portfolio: &'a Portfolio,
    startup: &Startup,
    frameworks: &[Terms<'a>],
    spending: &[ConventionLedger<'a>],
    as_of: Date,
) -> StartupSummary {
    let ledgers = ledgers_of(portfolio, &startup.id, as_of, false);
    let mut occurrences = Vec::new();
    for ledger in &ledgers {
        to_count(portfolio, ledger, as_of, &mut occurrences);
    }
    let ledgers: Vec<&ConventionLedger<'_>> = ledgers.iter().collect();
    let counts = Counts::of(&occurrences, &startup.id);
    let context = StartupContext {
        portfolio,
        startup,
        ledgers: &ledgers,
        spending: spending.iter().collect(),
        frameworks,
        as_of,
    };
    context.row(counts).0
}

/// Returns the selected frameworks that spend for startups.
fn spending_frameworks(
    portfolio: &Portfolio,
    as_of: Date,
    is_meant: impl Fn(&Convention) -> bool,
) -> Vec<ConventionLedger<'_>> {
    let selected = portfolio.frameworks().filter(|one| is_meant(one));
    let ledgers = selected.map(|framework| ConventionLedger::open(portfolio, framework, as_of, false));
    ledgers.filter(spends_for_startups).collect()
}

fn spends_for_startups(ledger: &ConventionLedger<'_>) -> bool {
    ledger.is_framework() && ledger.spending.iter().any(|line| line.entry.item.startup.is_some())
}

/// Returns every occurrence of a startup: those of its conventions, of frameworks for its incubator, and of its own
/// record. The late ones come first, then sorted by due date.
#[must_use]
pub fn startup_occurrences(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Vec<Occurrence> {
    let mut occurrences = Vec::new();
    let Some(record) = portfolio.startups.get(startup) else { return occurrences };
    let ledgers = ledgers_of(portfolio, startup, as_of, false);
    for ledger in &ledgers {
        of_convention(portfolio, ledger, as_of, &mut occurrences);
    }
    let other = |one: &&Convention| binds_incubator(one).is_some() && !one.startups.contains(startup);
    for framework in portfolio.frameworks().filter(other) {
        let ledger = ConventionLedger::open(portfolio, framework, as_of, false);
        of_convention(portfolio, &ledger, as_of, &mut occurrences);
    }
    occurrences.retain(|one| one.startups.contains(startup));
    let clocks = committee_clocks(portfolio, startup, as_of);
    add_own(portfolio, record, &clocks, as_of, &mut occurrences);
    sort(&mut occurrences);
    occurrences
}

/// Returns every occurrence of one convention or framework, the late ones first, then sorted by due date. Empty for an
/// amendment.
#[must_use]
pub fn convention_occurrences(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Vec<Occurrence> {
    let mut occurrences = Vec::new();
    if let Some(convention) = base_convention(portfolio, convention) {
        let ledger = ConventionLedger::open(portfolio, convention, as_of, false);
        of_convention(portfolio, &ledger, as_of, &mut occurrences);
    }
    sort(&mut occurrences);
    occurrences
}

/// Returns the fulfilments of a convention that name a due date on which nothing is due.
pub(super) fn unmatched_fulfilments(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Vec<(usize, usize, Date)> {
    let base = base_convention(portfolio, convention);
    base.map(|base| unmatched(&ConventionLedger::open(portfolio, base, as_of, false))).unwrap_or_default()
}

/// Returns the committee clocks of a startup: one per clause that binds it, and one for reasons that no clause states.
#[must_use]
pub fn committee_clocks(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Vec<CommitteeClock> {
    let Some(startup) = portfolio.startups.get(startup) else { return Vec::new() };
    clocks_alone(portfolio, startup, &frameworks(portfolio, as_of), as_of)
}

/// Returns the same for each startup.
pub(super) fn clocks_by_startup(
    portfolio: &Portfolio,
    as_of: Date,
) -> impl Iterator<Item = (&Id, Vec<CommitteeClock>)> {
    let frameworks = frameworks(portfolio, as_of);
    portfolio.startups.iter().map(move |(id, startup)| (id, clocks_alone(portfolio, startup, &frameworks, as_of)))
}

fn clocks_alone<'a>(
    portfolio: &'a Portfolio,
    startup: &Startup,
    frameworks: &[Terms<'a>],
    as_of: Date,
) -> Vec<CommitteeClock> {
    let ledgers = ledgers_of(portfolio, &startup.id, as_of, false);
    let ledgers: Vec<&ConventionLedger<'_>> = ledgers.iter().collect();
    let out = runs_out(&ledgers, &startup.id, as_of);
    clocks(portfolio, startup, &ledgers, frameworks, out, as_of)
}

/// Appends what the record of a startup states as due. Its papers refer to the most urgent clause.
fn add_own(
    portfolio: &Portfolio,
    startup: &Startup,
    clocks: &[CommitteeClock],
    as_of: Date,
    all: &mut Vec<Occurrence>,
) {
    let clause =
        clocks.iter().filter(|clock| clock.convention.is_some()).min_by_key(|clock| (clock.state, clock.next_due));
    let clause = clause.and_then(|clock| Some((clock.convention.as_ref()?, clock.article.as_ref())));
    of_startup(startup, clause, &portfolio.incubator.habits, as_of, all);
}

#[derive(Clone, Copy, Default)]
struct Counts {
    late: usize,
    undetermined: usize,
}

impl Counts {
    fn of(occurrences: &[Occurrence], startup: &Id) -> Self {
        let mut counts = Self::default();
        for one in occurrences.iter().filter(|one| one.startups.contains(startup)) {
            counts.late += usize::from(one.state == OccurrenceState::Late);
            counts.undetermined += usize::from(one.state == OccurrenceState::Undetermined);
        }
        counts
    }

    fn add(&mut self, other: Self) {
        self.late += other.late;
        self.undetermined += other.undetermined;
    }
}

struct LedgerCounts<'a> {
    ledger: ConventionLedger<'a>,
    counts: Vec<Counts>,
}

/// A chunk of the conventions, sorted by id, with their contributions and their sorted occurrences.
struct LedgerBatch<'a> {
    ledgers: Vec<LedgerCounts<'a>>,
    occurrences: Vec<Occurrence>,
    commitments: Vec<Commitment>,
}

impl<'a> LedgerBatch<'a> {
    fn open(portfolio: &'a Portfolio, conventions: &[&'a Convention], as_of: Date) -> Self {
        let mut batch =
            Self { ledgers: Vec::with_capacity(conventions.len()), occurrences: Vec::new(), commitments: Vec::new() };
        for convention in conventions.iter().filter(|one| !one.is_amendment()) {
            let ledger = ConventionLedger::open(portfolio, convention, as_of, false);
            let first = batch.occurrences.len();
            of_convention(portfolio, &ledger, as_of, &mut batch.occurrences);
            let its = batch.occurrences.get(first..).unwrap_or_default();
            let counts = convention.startups.iter().map(|startup| Counts::of(its, startup)).collect();
            if ledger.counts {
                batch.commitments.extend(commitments(&ledger));
            }
            batch.ledgers.push(LedgerCounts { ledger, counts });
        }
        sort(&mut batch.occurrences);
        batch
    }

    fn ledgers(&self) -> impl Iterator<Item = &ConventionLedger<'a>> + Clone {
        self.ledgers.iter().map(|one| &one.ledger)
    }

    fn find(&self, convention: &Id, startup: &Id) -> Option<(&ConventionLedger<'a>, Counts)> {
        let at = self.ledgers.binary_search_by(|one| one.ledger.terms.base.id.cmp(convention)).ok()?;
        let LedgerCounts { ledger, counts } = self.ledgers.get(at)?;
        let position = ledger.terms.base.startups.iter().position(|one| one == startup)?;
        Some((ledger, *counts.get(position)?))
    }
}

#[derive(Default)]
struct StartupRows {
    startups: Vec<StartupSummary>,
    clocks: Vec<CommitteeClock>,
    occurrences: Vec<Occurrence>,
}

/// All conventions.
struct AllLedgers<'a> {
    portfolio: &'a Portfolio,
    batches: &'a [LedgerBatch<'a>],
    /// The frameworks whose committee clause binds the startups of an incubator.
    frameworks: Vec<Terms<'a>>,
    /// The frameworks with spending that names startups.
    spending: Vec<&'a ConventionLedger<'a>>,
    as_of: Date,
}

impl<'a> AllLedgers<'a> {
    fn new(portfolio: &'a Portfolio, batches: &'a [LedgerBatch<'a>], as_of: Date) -> Self {
        let all = batches.iter().flat_map(LedgerBatch::ledgers);
        Self {
            portfolio,
            batches,
            frameworks: frameworks(portfolio, as_of),
            spending: all.filter(|ledger| spends_for_startups(ledger)).collect(),
            as_of,
        }
    }

    fn rows(&self, startups: &[&Startup]) -> StartupRows {
        let mut rows = StartupRows::default();
        for startup in startups {
            let ids = self.portfolio.funded_by.get(&startup.id).into_iter().flatten();
            let found = ids.filter_map(|id| self.batches.iter().find_map(|batch| batch.find(id, &startup.id)));
            let (ledgers, found): (Vec<_>, Vec<Counts>) = found.unzip();
            let mut counts = Counts::default();
            found.into_iter().for_each(|one| counts.add(one));
            let context = StartupContext {
                portfolio: self.portfolio,
                startup,
                ledgers: &ledgers,
                spending: self.spending.clone(),
                frameworks: &self.frameworks,
                as_of: self.as_of,
            };
            let (row, clocks, own) = context.row(counts);
            rows.startups.push(row);
            rows.clocks.extend(clocks);
            rows.occurrences.extend(own);
        }
        sort(&mut rows.occurrences);
        rows
    }
}

/// The input for the row of a startup.
struct StartupContext<'a, 'b> {
    portfolio: &'a Portfolio,
    startup: &'b Startup,
    ledgers: &'b [&'b ConventionLedger<'a>],
    spending: Vec<&'b ConventionLedger<'a>>,
    frameworks: &'b [Terms<'a>],
    as_of: Date,
}

impl StartupContext<'_, '_> {
    /// Returns the row, the committee clocks, and what the startup's own record states as due.
    fn row(&self, mut counts: Counts) -> (StartupSummary, Vec<CommitteeClock>, Vec<Occurrence>) {
        counts.add(self.framework_meetings());
        let id = &self.startup.id;
        let mut figures = Figures::default();
        let mut shared_with = Vec::new();
        for ledger in self.ledgers.iter().filter(|ledger| !ledger.is_framework()) {
            figures += ledger.figures_for(id);
            shared_with.extend(ledger.shared_with(id));
        }
        for framework in &self.spending {
            figures += framework.spent_for(id, false).figures;
        }
        shared_with.sort_unstable();
        shared_with.dedup();
        let out = runs_out(self.ledgers, id, self.as_of);
        let clocks = clocks(self.portfolio, self.startup, self.ledgers, self.frameworks, out, self.as_of);
        let mut own = Vec::new();
        add_own(self.portfolio, self.startup, &clocks, self.as_of, &mut own);
        let late = |kind| own.iter().filter(|one| one.kind == kind && one.state == OccurrenceState::Late).count();
        let row = StartupSummary {
            startup: id.clone(),
            phase: self.startup.phase_on(self.as_of).map(|start| (start.phase, start.from)),
            figures,
            shared_with,
            late: counts.late,
            late_actions: late(OccurrenceKind::Action),
            late_conditions: late(OccurrenceKind::Condition),
            late_papers: late(OccurrenceKind::Papers),
            undetermined: counts.undetermined,
            committee: clocks.iter().min_by_key(|clock| (clock.state, clock.next_due)).cloned(),
            conventions: self.ledgers.iter().map(|ledger| brief(ledger)).collect(),
            runs_out: out,
            last_recorded: last_recorded(self.ledgers, self.as_of),
        };
        (row, clocks, own)
    }
}

impl StartupContext<'_, '_> {
    /// Counts the meetings that frameworks require of the startup; the counts of its conventions only include those of
    /// frameworks that name it.
    fn framework_meetings(&self) -> Counts {
        let mut counts = Counts::default();
        let is_other = |terms: &&Terms<'_>| !terms.base.startups.contains(&self.startup.id);
        for terms in self.frameworks.iter().filter(is_other).filter(|_| is_incubated(self.startup, self.as_of)) {
            match binds(terms, self.startup)
                .and_then(|bound| if bound { meetings(terms, self.startup) } else { Ok(Vec::new()) })
            {
                Ok(meetings) => {
                    counts.late += meetings.iter().filter(|one| one.met.is_none() && one.due < self.as_of).count();
                }
                Err(_) => counts.undetermined += 1,
            }
        }
        counts
    }
}

fn brief(ledger: &ConventionLedger<'_>) -> ConventionBrief {
    let end = ledger.terms.end().ok();
    ConventionBrief {
        id: ledger.terms.base.id.clone(),
        status: ledger.status,
        signed: ledger.terms.signature.day(),
        ends: end.map(|end| end.day),
        ends_estimated: end.is_some_and(|end| end.estimated),
    }
}
