//! `couveuse funding --json`: figures in total, by startup, by framework and by contributor.

use serde::Serialize;

use super::iso;
use crate::model::{Date, Id};
use crate::rules::{Figures, FundingTotals};

/// `{as_of, total, startups: […], frameworks: […], parties: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FundingJson {
    pub as_of: String,
    /// Over the startups' conventions, each counted once, without frameworks.
    pub total: FiguresJson,
    /// By startup. A convention shared by several startups counts in full in each row.
    pub startups: Vec<FundingRowJson>,
    /// By framework.
    pub frameworks: Vec<FundingRowJson>,
    /// By contributor, over the startups' conventions.
    pub parties: Vec<FundingRowJson>,
}

/// The figures of one startup, framework or party: `{id, committed, …}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FundingRowJson {
    pub id: String,
    #[serde(flatten)]
    pub figures: FiguresJson,
}

/// Eleven amounts: `{committed, due, called, received, outstanding, late, ae, cp, left, refundable, undetermined}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FiguresJson {
    pub committed: String,
    pub due: String,
    pub called: String,
    pub received: String,
    /// Due and not received.
    pub outstanding: String,
    /// Outstanding for longer than the payment delay.
    pub late: String,
    /// Spending committed (autorisations d'engagement).
    pub ae: String,
    /// Spending paid (crédits de paiement).
    pub cp: String,
    /// Received − CP.
    pub left: String,
    /// To be refunded.
    pub refundable: String,
    /// Promised to a payee, not received, and without a known day.
    pub undetermined: String,
}

impl FiguresJson {
    pub(super) fn new(figures: &Figures) -> Self {
        Self {
            committed: figures.committed.to_string(),
            due: figures.due.to_string(),
            called: figures.called.to_string(),
            received: figures.received.to_string(),
            outstanding: figures.outstanding.to_string(),
            late: figures.late.to_string(),
            ae: figures.ae.to_string(),
            cp: figures.cp.to_string(),
            left: figures.left.to_string(),
            refundable: figures.refundable.to_string(),
            undetermined: figures.undetermined.to_string(),
        }
    }
}

/// Builds the answer of `funding --json`.
#[must_use]
pub fn funding(report: &FundingTotals, as_of: Date) -> FundingJson {
    let row = |id: &Id, figures: &Figures| FundingRowJson { id: id.to_string(), figures: FiguresJson::new(figures) };
    FundingJson {
        as_of: iso(as_of),
        total: FiguresJson::new(&report.total),
        startups: report.startups.iter().map(|one| row(&one.startup, &one.figures)).collect(),
        frameworks: report.frameworks.iter().map(|(id, figures)| row(id, figures)).collect(),
        parties: report.parties.iter().map(|one| row(&one.party, &one.figures)).collect(),
    }
}
