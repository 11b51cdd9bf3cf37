//! `couveuse funding --json`: figures in total, by startup, by framework and by contributor.

use serde::Serialize;

use super::{Rows, ids, iso};
use crate::model::{Date, Id};
use crate::rules::{BudgetYear, Figure, Figures, FundingTotals, PartyFunding, StartupFunding, YearFunding};

/// `{as_of, total, startups: […], frameworks: […], parties: […], years: […]}`
#[derive(Serialize)]
struct FundingJson<S, B> {
    as_of: String,
    /// Over the startups' conventions, each counted once, without frameworks.
    total: FiguresJson,
    /// By startup. A convention shared without `shares` counts in full in each row.
    startups: S,
    /// By framework.
    frameworks: Vec<FundingRowJson>,
    /// By party, as contributor and as payee.
    parties: Vec<PartyFundingJson>,
    /// By budget year and nature; empty with a filter.
    years: Vec<YearJson>,
    /// By budget year and convention, the latest year first; empty with a filter.
    budgets: B,
}

/// The figures of a framework: `{id, committed, …}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FundingRowJson {
    pub id: String,
    #[serde(flatten)]
    pub figures: FiguresJson,
}

/// The figures of a startup: `{id, committed, …, shared_with}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StartupFundingJson {
    pub id: String,
    #[serde(flatten)]
    pub figures: FiguresJson,
    /// The other startups of contributions that count in full in each row.
    pub shared_with: Vec<String>,
}

/// The figures of a party: `{id, committed, …, frameworks, receives, receives_frameworks}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartyFundingJson {
    pub id: String,
    /// What it gives under the startups' conventions.
    #[serde(flatten)]
    pub figures: FiguresJson,
    #[serde(flatten)]
    pub others: PartyFiguresJson,
}

/// What a party gives and receives beside its contributions to the startups' conventions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartyFiguresJson {
    /// What it gives under frameworks.
    pub frameworks: FiguresJson,
    /// What it receives under the startups' conventions.
    pub receives: FiguresJson,
    /// What it receives under frameworks.
    pub receives_frameworks: FiguresJson,
}

/// The money of a budget year and a nature of spending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearJson {
    pub year: i32,
    /// `null` for lines that don't say and for what is not spending.
    pub nature: Option<String>,
    /// As promised by the `years` of contributions.
    pub promised: String,
    pub payments: String,
    pub ae: String,
    /// Service done (service fait).
    pub service_done: String,
    pub cp: String,
}

/// The money of a budget year: `{year, conventions: […]}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BudgetYearJson {
    pub year: i32,
    pub conventions: Vec<ConventionBudgetJson>,
}

/// The money of a convention in a budget year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConventionBudgetJson {
    pub id: String,
    pub promised: String,
    pub payments: String,
    pub ae: String,
    pub service_done: String,
    pub cp: String,
}

/// Amounts; `null` if a part is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FiguresJson {
    pub committed: String,
    /// Promised to a payee.
    pub payable: String,
    pub due: String,
    pub called: String,
    /// Payable, and neither called nor received.
    pub uncalled: Option<String>,
    pub received: String,
    /// Due and not received.
    pub outstanding: Option<String>,
    /// Outstanding for longer than the payment delay.
    pub late: String,
    /// Spending committed (autorisations d'engagement).
    pub ae: String,
    /// Spending paid (crédits de paiement).
    pub cp: String,
    /// Received − CP − refunds.
    pub left: Option<String>,
    /// To be refunded.
    pub refundable: Option<String>,
    /// Of that, committed and not paid yet.
    pub refundable_committed: Option<String>,
    /// Payable, not received, and without a known day.
    pub undetermined: String,
    /// Of that, what no tranche schedules.
    pub unscheduled: String,
    /// Of entries that name an unknown contribution; in no other figure.
    pub unallocated: UnallocatedJson,
    /// Whether the payments of every contribution in it are recorded.
    pub payments_recorded: bool,
}

/// Money of entries that name an unknown contribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnallocatedJson {
    pub payments: String,
    pub spending: String,
}

impl FiguresJson {
    pub(super) fn new(figures: &Figures) -> Self {
        let known = |figure| figures.get(figure).to_string();
        let value = |figure| figures.value(figure).map(|amount| amount.to_string());
        Self {
            committed: known(Figure::Committed),
            payable: known(Figure::Payable),
            due: known(Figure::Due),
            called: known(Figure::Called),
            uncalled: value(Figure::Uncalled),
            received: known(Figure::Received),
            outstanding: value(Figure::Outstanding),
            late: known(Figure::Late),
            ae: known(Figure::Ae),
            cp: known(Figure::Cp),
            left: value(Figure::Left),
            refundable: value(Figure::Refundable),
            refundable_committed: value(Figure::RefundableCommitted),
            undetermined: known(Figure::Undetermined),
            unscheduled: known(Figure::Unscheduled),
            unallocated: UnallocatedJson {
                payments: figures.unallocated.payments.to_string(),
                spending: figures.unallocated.spending.to_string(),
            },
            payments_recorded: figures.payments_recorded(),
        }
    }
}

impl PartyFiguresJson {
    pub(super) fn new(party: &PartyFunding) -> Self {
        Self {
            frameworks: FiguresJson::new(&party.frameworks),
            receives: FiguresJson::new(&party.receives),
            receives_frameworks: FiguresJson::new(&party.receives_frameworks),
        }
    }
}

/// Builds the answer of `funding --json`.
#[must_use]
pub fn funding(report: &FundingTotals, budgets: &[BudgetYear], as_of: Date) -> impl Serialize {
    let startup = |one: &StartupFunding| StartupFundingJson {
        id: one.startup.to_string(),
        figures: FiguresJson::new(&one.figures),
        shared_with: ids(&one.shared_with),
    };
    let framework =
        |(id, figures): &(Id, Figures)| FundingRowJson { id: id.to_string(), figures: FiguresJson::new(figures) };
    let party = |one: &PartyFunding| PartyFundingJson {
        id: one.party.to_string(),
        figures: FiguresJson::new(&one.figures),
        others: PartyFiguresJson::new(one),
    };
    FundingJson {
        as_of: iso(as_of),
        total: FiguresJson::new(&report.total),
        startups: Rows(move || report.startups.iter().map(startup)),
        frameworks: report.frameworks.iter().map(framework).collect(),
        parties: report.parties.iter().map(party).collect(),
        years: report.years.iter().map(year).collect(),
        budgets: Rows(|| budgets.iter().map(budget)),
    }
}

fn budget(budget: &BudgetYear) -> BudgetYearJson {
    let row = |(id, row): &(Id, YearFunding)| ConventionBudgetJson {
        id: id.to_string(),
        promised: row.promised.to_string(),
        payments: row.payments.to_string(),
        ae: row.ae.to_string(),
        service_done: row.service_done.to_string(),
        cp: row.cp.to_string(),
    };
    BudgetYearJson { year: budget.year, conventions: budget.conventions.iter().map(row).collect() }
}

fn year(row: &YearFunding) -> YearJson {
    YearJson {
        year: row.year,
        nature: row.nature.clone(),
        promised: row.promised.to_string(),
        payments: row.payments.to_string(),
        ae: row.ae.to_string(),
        service_done: row.service_done.to_string(),
        cp: row.cp.to_string(),
    }
}
