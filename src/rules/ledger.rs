//! The money of a convention as of a day: what each contribution promised, called, brought and spent.

use super::cost_allocation::charge;
use super::status::status;
use super::terms::{Provision, Terms, entry, record_of};
use super::tranches::{TrancheLedger, article, parts};
use super::{ConventionStatus, Figure, FigureLine, Figures};
use crate::model::{Call, Contribution, Convention, Date, Expenditure, Id, Money, Payment, Portfolio, Refund};

/// A convention opened at a day: its terms, where it stands, and its money by contribution.
pub(super) struct ConventionLedger<'a> {
    /// The terms in force.
    pub terms: Terms<'a>,
    /// Where it stands.
    pub status: ConventionStatus,
    /// Ended by its term or early.
    pub over: bool,
    /// Whether it counts on the day at all.
    pub counts: bool,
    /// Its money, in the order of `terms.contributions`.
    pub shares: Vec<ContributionLedger<'a>>,
    /// Spending that is charged to no contribution.
    pub loose: FigureSums,
}

/// One contribution's money.
#[derive(Default)]
pub(super) struct ContributionLedger<'a> {
    /// The figures, with their lines where they were asked for.
    pub tally: FigureSums,
    /// Its tranches; none where the contributor spends it itself.
    pub parts: Vec<TrancheLedger<'a>>,
    /// The calls made of it.
    pub calls: Vec<&'a Call>,
    /// What moved, by day: money in above zero, money out below. For the runway.
    pub flows: Vec<(Date, Money)>,
    /// The last day that something was given back.
    pub refunded_on: Option<Date>,
}

/// Sums, and the lines behind them where they are wanted.
#[derive(Default)]
pub(super) struct FigureSums {
    /// The sums.
    pub figures: Figures,
    /// The lines; `None` where nobody asked.
    pub lines: Option<Vec<(Figure, FigureLine)>>,
}

impl FigureSums {
    fn new(explained: bool) -> Self {
        Self { figures: Figures::default(), lines: explained.then(Vec::new) }
    }

    fn add(&mut self, figure: Figure, amount: Money, line: impl FnOnce() -> FigureLine) {
        *self.figures.get_mut(figure) += amount;
        if let Some(lines) = &mut self.lines {
            lines.push((figure, FigureLine { amount, ..line() }));
        }
    }
}

impl<'a> ConventionLedger<'a> {
    /// Opens a convention (no amendment) at a day; `explained` keeps the lines.
    pub fn open(portfolio: &'a Portfolio, convention: &'a Convention, as_of: Date, explained: bool) -> Self {
        let terms = Terms::read(portfolio, convention, as_of);
        let counts = terms.counts(as_of);
        let over = terms.is_over(as_of);
        let status = status(&terms, &portfolio.incubator.habits, as_of);
        let shares =
            terms.contributions.iter().map(|written| share(&terms, written, counts, as_of, explained)).collect();
        let mut book = Self { terms, status, over, counts, shares, loose: FigureSums::new(explained) };
        book.spend(as_of);
        book.close(portfolio, as_of);
        book
    }

    /// Whether it is a framework: its money is never added to the startups'.
    pub fn is_framework(&self) -> bool {
        self.terms.base.is_framework()
    }

    /// The contributions with their money, those for one startup or all.
    pub fn shares_of<'b>(
        &'b self,
        startup: Option<&'b Id>,
    ) -> impl Iterator<Item = (&'b Provision<'a, Contribution>, &'b ContributionLedger<'a>)> + use<'a, 'b> {
        let concerned = move |one: &Contribution| match (startup, &one.startup) {
            (Some(asked), Some(its)) => asked == its,
            _ => true,
        };
        self.terms.contributions.iter().zip(&self.shares).filter(move |(written, _)| concerned(written.item))
    }

    /// The sum over its contributions for a startup (`None`: all), and what is charged to none.
    pub fn figures(&self, startup: Option<&Id>) -> Figures {
        let mut sum = self.loose.figures;
        for (_, share) in self.shares_of(startup) {
            sum += share.tally.figures;
        }
        sum
    }

    fn spend(&mut self, as_of: Date) {
        let Self { terms, shares, loose, .. } = self;
        for line in terms.entries(|document| &document.expenditure) {
            let rest = charge(&terms.contributions, line.item, |index, amount| {
                if let Some(share) = shares.get_mut(index) {
                    spend_on(share, &line, amount, as_of);
                }
            });
            if !rest.is_zero() {
                stages(loose, &line, rest, as_of);
            }
        }
    }

    fn close(&mut self, portfolio: &Portfolio, as_of: Date) {
        for (written, share) in self.terms.contributions.iter().zip(&mut self.shares) {
            if written.item.to.is_none() {
                continue;
            }
            let refunds = entries_of(
                &self.terms,
                |document| &document.refunds,
                |refund: &Refund| &refund.contribution,
                written.item,
            );
            let refunds: Vec<_> = refunds.filter(|refund| refund.item.on <= as_of).collect();
            share.refunded_on = refunds.iter().map(|refund| refund.item.on).max();
            share.flows.extend(refunds.iter().map(|refund| (refund.item.on, -refund.item.amount)));
            share.tally.figures.left = share.tally.figures.received - share.tally.figures.cp;
            let given_back: Money = refunds.iter().map(|refund| refund.item.amount).sum();
            let rest = share.tally.figures.left - given_back;
            let stopped = || all_stopped(portfolio, self.terms.base, written.item, as_of);
            let to_give_back = rest > Money::ZERO && (self.over || stopped());
            if to_give_back {
                share.tally.figures.refundable = rest;
            }
            explain_rest(&mut share.tally, written, &refunds, to_give_back);
        }
    }
}

/// Whether every startup that a contribution is for has been given up.
fn all_stopped(portfolio: &Portfolio, convention: &Convention, contribution: &Contribution, as_of: Date) -> bool {
    let stopped = |id: &Id| {
        let phase = portfolio.startups.get(id).and_then(|startup| startup.phase_on(as_of));
        phase.is_some_and(|start| start.phase.is_stopped())
    };
    match &contribution.startup {
        Some(id) => stopped(id),
        None => !convention.startups.is_empty() && convention.startups.iter().all(stopped),
    }
}

/// The entries of a list that are for one contribution, in every document.
fn entries_of<'a, 'b, T: 'a>(
    terms: &'b Terms<'a>,
    list: fn(&'a Convention) -> &'a [T],
    contribution: fn(&T) -> &String,
    one: &'a Contribution,
) -> impl Iterator<Item = Provision<'a, T>> + use<'a, 'b, T> {
    terms.entries(list).filter(move |entry| *contribution(entry.item) == one.id)
}

fn share<'a>(
    terms: &Terms<'a>,
    written: &Provision<'a, Contribution>,
    counts: bool,
    as_of: Date,
    explained: bool,
) -> ContributionLedger<'a> {
    let one = written.item;
    let mut share = ContributionLedger { tally: FigureSums::new(explained), ..ContributionLedger::default() };
    if counts {
        let since = terms.counts_from();
        let committed = || line(written, entry("contributions", written.index).key("amount"), since, &one.article);
        share.tally.add(Figure::Committed, one.amount, committed);
    }
    if one.to.is_none() {
        return share;
    }
    let calls = entries_of(terms, |document| &document.calls, |call: &Call| &call.contribution, one);
    for call in calls.filter(|call| call.item.on <= as_of) {
        let place = || line(&call, entry("calls", call.index), Some(call.item.on), &one.article);
        share.tally.add(Figure::Called, call.item.amount, place);
        share.calls.push(call.item);
    }
    let mut received = Vec::new();
    let payments = entries_of(terms, |document| &document.payments, |payment: &Payment| &payment.contribution, one);
    for payment in payments.filter(|payment| payment.item.on <= as_of) {
        let place = || line(&payment, entry("payments", payment.index), Some(payment.item.on), &one.article);
        share.tally.add(Figure::Received, payment.item.amount, place);
        share.flows.push((payment.item.on, payment.item.amount));
        received.push(payment.item);
    }
    share.parts = parts(terms, written, &received, &share.calls, as_of);
    if counts {
        come_due(&mut share, written, as_of);
    }
    share
}

fn come_due(share: &mut ContributionLedger<'_>, written: &Provision<'_, Contribution>, as_of: Date) {
    for part in &share.parts {
        let path = || {
            let contribution = entry("contributions", written.index);
            if part.tranche.is_some() { contribution.key("tranches").index(part.number - 1) } else { contribution }
        };
        let place =
            || FigureLine { article: article(written.item, part), ..line(written, path(), part.due.ok(), &None) };
        if part.is_undetermined() && !part.remaining().is_zero() {
            share.tally.add(Figure::Undetermined, part.remaining(), place);
        }
        if !part.is_due(as_of) {
            continue;
        }
        share.tally.add(Figure::Due, part.amount, place);
        if !part.remaining().is_zero() {
            share.tally.add(Figure::Outstanding, part.remaining(), place);
            if part.late_after.is_some_and(|day| day < as_of) {
                share.tally.add(Figure::Late, part.remaining(), place);
            }
        }
    }
}

fn spend_on(share: &mut ContributionLedger<'_>, spent: &Provision<'_, Expenditure>, amount: Money, as_of: Date) {
    stages(&mut share.tally, spent, amount, as_of);
    if let Some(day) = spent.item.paid.filter(|day| *day <= as_of) {
        share.flows.push((day, -amount));
    }
}

/// Counts a line in AE from the day it was engaged and in CP from the day it was paid. A line that names no day of
/// engagement was engaged at the latest when the service was done, or when it was paid.
fn stages(tally: &mut FigureSums, spent: &Provision<'_, Expenditure>, amount: Money, as_of: Date) {
    let item = spent.item;
    let by_then = |day: Option<Date>| day.filter(|day| *day <= as_of);
    let engaged = [item.committed, item.done, item.paid].into_iter().flatten().min();
    let place = |day| move || line(spent, entry("expenditure", spent.index), day, &None);
    if let Some(day) = by_then(engaged) {
        tally.add(Figure::Ae, amount, place(Some(day)));
    }
    if let Some(day) = by_then(item.paid) {
        tally.add(Figure::Cp, amount, place(Some(day)));
    }
}

/// The lines of what is left (received, less spent) and of what is to be given back (less refunds).
fn explain_rest(
    tally: &mut FigureSums,
    written: &Provision<'_, Contribution>,
    refunds: &[Provision<'_, Refund>],
    to_give_back: bool,
) {
    let Some(lines) = &mut tally.lines else { return };
    let mut rest: Vec<FigureLine> = Vec::new();
    for (figure, line) in &*lines {
        match figure {
            Figure::Received => rest.push(line.clone()),
            Figure::Cp => rest.push(FigureLine { amount: -line.amount, ..line.clone() }),
            _ => {}
        }
    }
    lines.extend(rest.iter().map(|line| (Figure::Left, line.clone())));
    if to_give_back {
        lines.extend(rest.into_iter().map(|line| (Figure::Refundable, line)));
        lines.extend(refunds.iter().map(|refund| {
            let place = line(refund, entry("refunds", refund.index), Some(refund.item.on), &written.item.article);
            (Figure::Refundable, FigureLine { amount: -refund.item.amount, ..place })
        }));
    }
}

fn line<T>(
    written: &Provision<'_, T>,
    path: crate::model::KeyPath,
    on: Option<Date>,
    article: &Option<String>,
) -> FigureLine {
    FigureLine { amount: Money::ZERO, on, record: record_of(written.document), path, article: article.clone() }
}
