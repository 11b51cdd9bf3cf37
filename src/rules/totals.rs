//! Totals of money: overall, by startup, by framework, by party and by year.

use std::collections::BTreeMap;

use super::ledger::{ConventionLedger, part_of, shared_by, startups_of};
use super::years::years;
use super::{Commitment, Figures, FundingTotals, PartyFunding, StartupFunding};
use crate::model::{Id, Portfolio};

/// Adds up the money of all conventions. Returns a row for every startup of the portfolio and for every framework.
pub(super) fn funding_totals<'a>(
    portfolio: &'a Portfolio,
    ledgers: impl Iterator<Item = &'a ConventionLedger<'a>> + Clone,
) -> FundingTotals {
    let mut sums = FundingSums {
        startups: portfolio.startups.keys().map(|id| (id, Default::default())).collect(),
        ..FundingSums::default()
    };
    for ledger in ledgers.clone() {
        sums.add(ledger);
    }
    let mut totals = sums.totals();
    totals.years = years(ledgers);
    totals
}

impl FundingTotals {
    /// Adds up some contributions in full, without anything else.
    #[must_use]
    pub fn of(commitments: &[Commitment]) -> Self {
        let mut sums = FundingSums::default();
        for commitment in commitments {
            let one = &commitment.contribution;
            let figures = one.figures;
            sums.add_parties(&one.from, one.to.as_ref(), figures, commitment.framework);
            if commitment.framework {
                *sums.frameworks.entry(&one.convention).or_default() += figures;
                continue;
            }
            sums.total += figures;
            for startup in distinct(&commitment.startups) {
                sums.add_startup(startup, figures, &one.shared_with);
            }
        }
        sums.totals()
    }
}

/// Yields each startup once.
fn distinct(startups: &[Id]) -> impl Iterator<Item = &Id> {
    startups.iter().enumerate().filter(|(n, id)| !startups[..*n].contains(id)).map(|(_, id)| id)
}

#[derive(Default)]
struct FundingSums<'a> {
    total: Figures,
    startups: BTreeMap<&'a Id, (Figures, Vec<&'a Id>)>,
    frameworks: BTreeMap<&'a Id, Figures>,
    parties: BTreeMap<&'a Id, [Figures; 4]>,
}

impl<'a> FundingSums<'a> {
    /// Adds a convention. Of a framework, only the AE and CP that it spends for startups count toward the startups.
    fn add(&mut self, ledger: &'a ConventionLedger<'a>) {
        let base = ledger.terms.base;
        for (terms, contribution) in ledger.all() {
            let item = terms.provision.item;
            self.add_parties(&item.from, item.to.as_ref(), contribution.sums.figures, ledger.is_framework());
        }
        if ledger.is_framework() {
            *self.frameworks.entry(&base.id).or_default() += ledger.figures();
            self.total += ledger.spent_for_startups(false).figures;
            let named = ledger.spending.iter().filter_map(|line| line.entry.item.startup.as_ref());
            let mut named: Vec<&Id> = named.collect();
            named.sort_unstable();
            named.dedup();
            for startup in named {
                self.add_startup(startup, ledger.spent_for(startup, false).figures, &[]);
            }
            return;
        }
        self.total += ledger.figures();
        for (terms, contribution) in ledger.all() {
            let item = terms.provision.item;
            for startup in distinct(startups_of(base, item)) {
                let part = part_of(item, contribution, startup);
                let figures = part.map_or(contribution.sums.figures, |part| part.figures);
                self.add_startup(startup, figures, shared_by(base, item));
            }
        }
        for startup in distinct(&base.startups) {
            self.add_startup(startup, ledger.rest.figures, &[]);
        }
    }

    fn add_startup(&mut self, startup: &'a Id, figures: Figures, shared_by: &'a [Id]) {
        let (sum, shared_with) = self.startups.entry(startup).or_default();
        *sum += figures;
        shared_with.extend(shared_by.iter().filter(|other| *other != startup));
    }

    fn add_parties(&mut self, from: &'a Id, to: Option<&'a Id>, figures: Figures, framework: bool) {
        let framework = usize::from(framework);
        self.parties.entry(from).or_default()[framework] += figures;
        if let Some(to) = to {
            self.parties.entry(to).or_default()[2 + framework] += figures;
        }
    }

    fn totals(self) -> FundingTotals {
        let startup = |(id, (figures, mut shared_with)): (&Id, (Figures, Vec<&Id>))| {
            shared_with.sort_unstable();
            shared_with.dedup();
            StartupFunding { startup: id.clone(), figures, shared_with: shared_with.into_iter().cloned().collect() }
        };
        let party = |(id, [figures, frameworks, receives, receives_frameworks]): (&Id, [Figures; 4])| PartyFunding {
            party: id.clone(),
            figures,
            frameworks,
            receives,
            receives_frameworks,
        };
        FundingTotals {
            total: self.total,
            startups: self.startups.into_iter().map(startup).collect(),
            frameworks: self.frameworks.into_iter().map(|(id, figures)| (id.clone(), figures)).collect(),
            parties: self.parties.into_iter().map(party).collect(),
            years: Vec::new(),
        }
    }
}
