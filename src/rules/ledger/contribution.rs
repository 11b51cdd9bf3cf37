//! The money of one contribution as of one day.

use super::sums::{FigureSums, line, line_of};
use crate::model::{Call, Contribution, Convention, Date, Money, Payment, Portfolio, Refund};
use crate::rules::Figure;
use crate::rules::spending::ChargedLine;
use crate::rules::terms::{ContributionTerms, RecordedEntry, Terms, entry_path};
use crate::rules::tranches::{TrancheLedger, tranche_ledgers};

pub(in crate::rules) struct ContributionLedger<'a> {
    pub sums: FigureSums,
    /// The tranches. Empty if the contributor spends the money directly.
    pub tranches: Vec<TrancheLedger<'a>>,
    /// The amount due after a liquidation.
    pub liquidation: Option<Liquidation>,
    pub refunds: Vec<RecordedEntry<'a, Refund>>,
    /// What was paid of its spending (CP), with the days. The runway needs it.
    pub paid: Vec<(Date, Money)>,
}

/// The single amount that remains due for a contribution after a liquidation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rules) struct Liquidation {
    pub on: Date,
    /// AE on that day, but at most the promise.
    pub due: Money,
    /// The part of `due` that is still to come.
    pub missing: Money,
    /// The last day of the payment delay.
    pub late_after: Option<Date>,
    pub article: Option<String>,
}

/// What the ledger of a contribution is computed from.
pub(super) struct Inputs<'a, 'b> {
    pub portfolio: &'a Portfolio,
    pub terms: &'b Terms<'a>,
    pub contribution: &'b ContributionTerms<'a>,
    /// The index in `terms.contributions`.
    pub position: usize,
    pub spending: &'b [ChargedLine<'a>],
    pub explained: bool,
}

impl<'a> Inputs<'a, '_> {
    /// Adds up the money of the contribution.
    pub fn ledger(&self) -> ContributionLedger<'a> {
        let item = self.contribution.provision.item;
        let mut ledger = ContributionLedger {
            sums: FigureSums::new(self.explained || !item.shares.is_empty()),
            tranches: Vec::new(),
            liquidation: None,
            refunds: Vec::new(),
            paid: Vec::new(),
        };
        self.promise(&mut ledger);
        self.spend(&mut ledger);
        if item.to.is_some() {
            self.receive(&mut ledger);
            self.fall_due(&mut ledger);
            self.settle(&mut ledger);
            if !self.terms.base.payments_recorded {
                ledger.sums.set_unfollowed();
            }
        }
        ledger
    }

    fn promise(&self, ledger: &mut ContributionLedger<'a>) {
        if !self.terms.counts() {
            return;
        }
        let provision = &self.contribution.provision;
        let item = provision.item;
        let since = provision.since.or_else(|| self.terms.counts_from());
        let path = || entry_path("contributions", provision.index).key("amount");
        let figures = if item.to.is_some() { &[Figure::Committed, Figure::Payable][..] } else { &[Figure::Committed] };
        for figure in figures {
            ledger.sums.add(*figure, item.amount, || line(provision.document, path(), since, item.article.as_ref()));
        }
    }

    /// Adds a line to AE from the day on which it was committed, and to CP from the day on which it was paid.
    fn spend(&self, ledger: &mut ContributionLedger<'a>) {
        for charged in self.spending {
            let amount = charged.borne.get(self.position).copied().unwrap_or_default();
            if charged.unallocated || amount.is_zero() {
                continue;
            }
            add_stages(&mut ledger.sums, charged, amount, self.terms.as_of);
            if let Some(on) = charged.paid(self.terms.as_of) {
                ledger.paid.push((on, amount));
            }
        }
    }

    fn entries_of<T>(
        &self,
        list: fn(&'a Convention) -> &'a [T],
        contribution: fn(&T) -> &String,
        on: fn(&T) -> Date,
    ) -> Vec<RecordedEntry<'a, T>> {
        let id = &self.contribution.provision.item.id;
        let entries = self.terms.entries(list).filter(|entry| contribution(entry.item) == id);
        entries.filter(|entry| on(entry.item) <= self.terms.as_of).collect()
    }

    fn receive(&self, ledger: &mut ContributionLedger<'a>) {
        let article = self.contribution.provision.item.article.as_ref();
        let calls = self.entries_of(|document| &document.calls, |call: &Call| &call.contribution, |call| call.on);
        for call in &calls {
            let line = || line_of(call, "calls", Some(call.item.on), article);
            ledger.sums.add(Figure::Called, call.item.amount, line);
        }
        let payments =
            self.entries_of(|document| &document.payments, |one: &Payment| &one.contribution, |payment| payment.on);
        for payment in &payments {
            let line = || line_of(payment, "payments", Some(payment.item.on), article);
            ledger.sums.add(Figure::Received, payment.item.amount, line);
        }
        ledger.refunds = self.entries_of(|document| &document.refunds, |one: &Refund| &one.contribution, |one| one.on);
        let calls: Vec<&Call> = calls.iter().map(|call| call.item).collect();
        let payments: Vec<&Payment> = payments.iter().map(|payment| payment.item).collect();
        ledger.tranches = tranche_ledgers(self.terms, self.contribution, &calls, &payments, self.spending);
    }

    fn fall_due(&self, ledger: &mut ContributionLedger<'a>) {
        if !self.terms.counts() {
            return;
        }
        if let Some(on) = self.terms.liquidated() {
            self.liquidate(ledger, on);
            return;
        }
        let as_of = self.terms.as_of;
        for tranche in &ledger.tranches {
            let line = || line(tranche.document, tranche.path.clone(), tranche.due.ok(), tranche.article.as_ref());
            let remaining = tranche.remaining();
            let uncalled = tranche.uncalled();
            if !uncalled.is_zero() {
                ledger.sums.add(Figure::Uncalled, uncalled, line);
            }
            if tranche.is_undetermined() && !remaining.is_zero() {
                ledger.sums.add(Figure::Undetermined, remaining, line);
                if tranche.tranche.is_none() {
                    ledger.sums.add(Figure::Unscheduled, remaining, line);
                }
            }
            if tranche.is_due(as_of) {
                ledger.sums.add(Figure::Due, tranche.amount, line);
                if !remaining.is_zero() {
                    ledger.sums.add(Figure::Outstanding, remaining, line);
                }
                if !remaining.is_zero() && tranche.is_late(as_of) {
                    ledger.sums.add(Figure::Late, remaining, line);
                }
            }
        }
    }

    /// Reduces what is due to AE on the effect day of the termination, at most the promise. What was not received of it
    /// stays due as one amount. Source: article 6.2 of the framework and of the startups' conventions.
    fn liquidate(&self, ledger: &mut ContributionLedger<'a>, on: Date) {
        let engaged = self.spending.iter().filter(|charged| charged.engaged(on).is_some() && !charged.unallocated);
        let engaged: Money = engaged.filter_map(|charged| charged.borne.get(self.position).copied()).sum();
        let provision = &self.contribution.provision;
        let due = engaged.at_least_zero().min(provision.item.amount);
        let missing = (due - ledger.sums.figures.received).at_least_zero();
        let clause = self.terms.documents().filter_map(|document| document.termination_clause.as_ref()).last();
        let article = clause.and_then(|clause| clause.article.clone());
        let late_after = self.terms.late_after(on);
        let is_late = self.terms.base.payments_recorded && late_after.is_some_and(|day| day < self.terms.as_of);
        let path = || entry_path("contributions", provision.index);
        let line = || line(provision.document, path(), Some(on), article.as_ref());
        ledger.sums.add(Figure::Due, due, line);
        if !missing.is_zero() {
            ledger.sums.add(Figure::Outstanding, missing, line);
        }
        if !missing.is_zero() && is_late {
            ledger.sums.add(Figure::Late, missing, line);
        }
        ledger.liquidation = Some(Liquidation { on, due, missing, late_after, article });
    }

    /// Computes what is left (received − CP − refunds) and, after the end, how much of it must be refunded. Source: the
    /// clauses on « restitution des fonds » (article 5.4 or 5.5); decree 2007-44, article 7.
    fn settle(&self, ledger: &mut ContributionLedger<'a>) {
        let item = self.contribution.provision.item;
        ledger.sums.add_from(Figure::Left, &[(Figure::Received, true), (Figure::Cp, false)]);
        self.take_refunds(ledger, Figure::Left);
        let figures = ledger.sums.figures;
        let ended = self.terms.is_over() || all_stopped(self.portfolio, self.terms.base, item, self.terms.as_of);
        let is_settled = ledger.refunds.iter().any(|refund| refund.item.amount.is_zero());
        if !ended || is_settled || figures.received <= Money::ZERO {
            return;
        }
        let is_spent = |charged: &ChargedLine<'_>| charged.borne.get(self.position).is_some_and(|one| !one.is_zero());
        if ledger.refunds.is_empty() && !self.spending.iter().any(is_spent) {
            ledger.sums.set_unknown(Figure::Refundable);
            ledger.sums.set_unknown(Figure::RefundableCommitted);
            return;
        }
        self.refund(ledger);
    }

    fn refund(&self, ledger: &mut ContributionLedger<'a>) {
        let refunded: Money = ledger.refunds.iter().map(|refund| refund.item.amount).sum();
        let (kept, parts) = match &ledger.liquidation {
            Some(liquidation) => (liquidation.due, [(Figure::Received, true), (Figure::Due, false)]),
            None => (ledger.sums.figures.cp, [(Figure::Received, true), (Figure::Cp, false)]),
        };
        let rest = ledger.sums.figures.received - kept - refunded;
        if rest <= Money::ZERO {
            return;
        }
        ledger.sums.add_from(Figure::Refundable, &parts);
        self.take_refunds(ledger, Figure::Refundable);
        let engaged = ledger.sums.figures.ae - ledger.sums.figures.cp;
        if engaged >= rest {
            ledger.sums.add_from(Figure::RefundableCommitted, &[(Figure::Refundable, true)]);
        } else if engaged > Money::ZERO {
            ledger.sums.add_from(Figure::RefundableCommitted, &[(Figure::Ae, true), (Figure::Cp, false)]);
        }
    }

    fn take_refunds(&self, ledger: &mut ContributionLedger<'a>, figure: Figure) {
        let article = self.contribution.provision.item.article.as_ref();
        for refund in &ledger.refunds {
            let line = || line_of(refund, "refunds", Some(refund.item.on), article);
            ledger.sums.add(figure, -refund.item.amount, line);
        }
    }
}

/// Adds a line to AE and CP, as far as it reached those stages.
pub(in crate::rules) fn add_stages(sums: &mut FigureSums, charged: &ChargedLine<'_>, amount: Money, as_of: Date) {
    let line = |day| move || line_of(&charged.entry, "expenditure", Some(day), None);
    if let Some(day) = charged.engaged(as_of) {
        sums.add(Figure::Ae, amount, line(day));
    }
    if let Some(day) = charged.paid(as_of) {
        sums.add(Figure::Cp, amount, line(day));
    }
}

/// Returns true if every startup that a contribution is for was stopped.
fn all_stopped(portfolio: &Portfolio, convention: &Convention, contribution: &Contribution, as_of: Date) -> bool {
    let startups = super::startups_of(convention, contribution);
    let stopped = |id: &crate::model::Id| {
        let phase = portfolio.startups.get(id).and_then(|startup| startup.phase_on(as_of));
        phase.is_some_and(|start| start.phase.is_stopped())
    };
    !startups.is_empty() && startups.iter().all(stopped)
}
