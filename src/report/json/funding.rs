//! `couveuse funding --json`: the money, in all, by startup, by framework and by contributor.

use serde::Serialize;

use super::iso;
use crate::model::{Date, Id};
use crate::rules::{Figures, FundingTotals};

/// `{as_of, total, startups: […], frameworks: […], parties: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FundingJson {
    /// The day of the answer.
    pub as_of: String,
    /// Over the startups' conventions, each counted once; frameworks are not in it.
    pub total: FiguresJson,
    /// By startup. What one convention gives to several startups at once stands whole in each row.
    pub startups: Vec<FundingRowJson>,
    /// By framework convention.
    pub frameworks: Vec<FundingRowJson>,
    /// By contributor, over the startups' conventions.
    pub parties: Vec<FundingRowJson>,
}

/// The figures of one startup, framework or party: `{id, committed, …}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FundingRowJson {
    /// Whose.
    pub id: String,
    /// The figures, as keys of the same object.
    #[serde(flatten)]
    pub figures: FiguresJson,
}

/// Eleven amounts: `{committed, due, called, received, outstanding, late, ae, cp, left, refundable, undetermined}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FiguresJson {
    /// Promised in cash.
    pub committed: String,
    /// Of that, what has come due.
    pub due: String,
    /// Asked for.
    pub called: String,
    /// Come in.
    pub received: String,
    /// Due and not come in.
    pub outstanding: String,
    /// Outstanding for longer than the payment habit allows.
    pub late: String,
    /// Spending engaged (autorisations d'engagement).
    pub ae: String,
    /// Spending paid (crédits de paiement).
    pub cp: String,
    /// Received − CP.
    pub left: String,
    /// To give back.
    pub refundable: String,
    /// Promised to a payee and still to come, at a day that nobody knows yet: no signature, no term.
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

/// The answer of `funding --json`.
#[must_use]
pub fn funding(report: &FundingTotals, as_of: Date) -> FundingJson {
    let rows = |rows: &[(Id, Figures)]| {
        rows.iter()
            .map(|(id, figures)| FundingRowJson { id: id.to_string(), figures: FiguresJson::new(figures) })
            .collect()
    };
    FundingJson {
        as_of: iso(as_of),
        total: FiguresJson::new(&report.total),
        startups: rows(&report.startups),
        frameworks: rows(&report.frameworks),
        parties: rows(&report.parties),
    }
}
