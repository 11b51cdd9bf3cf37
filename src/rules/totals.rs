//! The money added up: in all, by startup and by contributor, and that of frameworks apart.

use std::collections::BTreeMap;

use super::commitments::startups_of;
use super::ledger::ConventionLedger;
use super::{Commitment, Figures, FundingTotals};
use crate::model::{Id, Portfolio};

/// Money of one convention: what came of a contribution, or what is charged to none.
struct ContributionFigures<'a> {
    convention: &'a Id,
    framework: bool,
    startups: &'a [Id],
    from: Option<&'a Id>,
    figures: Figures,
}

/// The money of opened conventions. Every startup of the portfolio has its row, and every framework.
pub(super) fn funding_totals<'a>(
    portfolio: &'a Portfolio,
    books: impl Iterator<Item = &'a ConventionLedger<'a>>,
) -> FundingTotals {
    sum(portfolio.startups.keys(), books.flat_map(parts))
}

impl FundingTotals {
    /// The money of some contributions, each as a whole, and nothing else.
    #[must_use]
    pub fn of(commitments: &[Commitment]) -> Self {
        sum(
            std::iter::empty(),
            commitments.iter().map(|promise| ContributionFigures {
                convention: &promise.contribution.convention,
                framework: promise.framework,
                startups: &promise.startups,
                from: Some(&promise.contribution.from),
                figures: promise.contribution.figures,
            }),
        )
    }
}

/// The contributions of a convention, and last what is charged to none of them.
fn parts<'a>(book: &'a ConventionLedger<'a>) -> impl Iterator<Item = ContributionFigures<'a>> {
    let base = book.terms.base;
    let part = move |startups, from, figures| ContributionFigures {
        convention: &base.id,
        framework: book.is_framework(),
        startups,
        from,
        figures,
    };
    let loose = part(&base.startups[..], None, book.loose.figures);
    let shares = book.shares_of(None).map(move |(written, share)| {
        part(startups_of(base, written.item), Some(&written.item.from), share.tally.figures)
    });
    shares.chain(std::iter::once(loose))
}

/// Framework money is never added to the startups'.
fn sum<'a>(
    startups: impl Iterator<Item = &'a Id>,
    parts: impl Iterator<Item = ContributionFigures<'a>>,
) -> FundingTotals {
    let mut total = Figures::default();
    let mut startups: BTreeMap<&Id, Figures> = startups.map(|id| (id, Figures::default())).collect();
    let (mut frameworks, mut parties) = (BTreeMap::<&Id, Figures>::new(), BTreeMap::<&Id, Figures>::new());
    for ContributionFigures { convention, framework, startups: concerned, from, figures } in parts {
        if framework {
            *frameworks.entry(convention).or_default() += figures;
            continue;
        }
        total += figures;
        if let Some(from) = from {
            *parties.entry(from).or_default() += figures;
        }
        let once = concerned.iter().enumerate().filter(|(n, id)| !concerned[..*n].contains(id));
        for (_, startup) in once {
            *startups.entry(startup).or_default() += figures;
        }
    }
    let rows = |by: BTreeMap<&Id, Figures>| by.into_iter().map(|(id, figures)| (id.clone(), figures)).collect();
    FundingTotals { total, startups: rows(startups), frameworks: rows(frameworks), parties: rows(parties) }
}
