//! `couveuse funding --cash --json`: money by month, received, spent and expected.

use chrono::Datelike;
use serde::Serialize;

use super::{ids, iso, iso_or_null};
use crate::model::{Date, Money};
use crate::rules::{CashForecast, CashMonth, CashReport, ExpectedTranche, ForecastMonth};

/// `{as_of, total, startups: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CashJson {
    pub as_of: String,
    /// Counts each contribution once.
    pub total: ForecastJson,
    pub startups: Vec<ForecastJson>,
}

/// The money of a startup or of the portfolio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ForecastJson {
    /// `null` for the total.
    pub id: Option<String>,
    /// Received and spent directly, less CP and refunds; `null` if payments are not recorded.
    pub available: Option<String>,
    /// The rate of spending; `null` if nothing was spent in the last six months, and for the total.
    pub burn: Option<BurnJson>,
    /// Payable, not received, and without a known day.
    pub undated: String,
    /// The first month that ends with a negative balance.
    pub short_from: Option<String>,
    /// The startups without recorded payments, whose money is in no figure.
    pub unrecorded: Vec<String>,
    /// The last twelve months, the current one at the end.
    pub past: Vec<PastMonthJson>,
    /// The next twelve months, the current one first.
    pub months: Vec<ForecastMonthJson>,
}

/// The rate of spending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BurnJson {
    pub per_month: String,
    /// The CP that it is computed from.
    pub paid: String,
    /// In how many days it was paid.
    pub days: i64,
    /// The day of the last line.
    pub last: String,
}

/// The money of a past month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PastMonthJson {
    /// `2026-11`
    pub month: String,
    pub received: String,
    /// CP.
    pub spent: String,
}

/// The money that is expected in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ForecastMonthJson {
    /// `2026-11`
    pub month: String,
    /// The sum of `tranches`.
    pub expected: String,
    /// At the rate of `burn`.
    pub spending: String,
    /// At the end of the month.
    pub balance: Option<String>,
    pub tranches: Vec<ExpectedTrancheJson>,
}

/// A tranche, or what is still to come of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExpectedTrancheJson {
    pub convention: String,
    pub contribution: String,
    /// From 1.
    pub tranche: usize,
    pub from: String,
    pub due: Option<String>,
    pub state: &'static str,
    pub amount: String,
}

/// Builds the answer of `funding --cash --json`.
#[must_use]
pub fn cash(report: &CashReport, as_of: Date) -> CashJson {
    CashJson {
        as_of: iso(as_of),
        total: forecast(&report.total),
        startups: report.startups.iter().map(forecast).collect(),
    }
}

fn forecast(one: &CashForecast) -> ForecastJson {
    ForecastJson {
        id: one.startup.as_ref().map(ToString::to_string),
        available: one.available.map(|money| money.to_string()),
        burn: one.burn.map(|burn| BurnJson {
            per_month: burn.per_month().to_string(),
            paid: burn.paid.to_string(),
            days: burn.days,
            last: iso(burn.last),
        }),
        undated: one.undated.to_string(),
        short_from: one.short_from().map(month),
        unrecorded: ids(&one.unrecorded),
        past: one.past.iter().map(past).collect(),
        months: one.months.iter().map(ahead).collect(),
    }
}

fn past(one: &CashMonth) -> PastMonthJson {
    PastMonthJson { month: month(one.first), received: one.received.to_string(), spent: one.spent.to_string() }
}

fn ahead(one: &ForecastMonth) -> ForecastMonthJson {
    ForecastMonthJson {
        month: month(one.first),
        expected: one.expected.to_string(),
        spending: one.spending.to_string(),
        balance: one.balance.as_ref().map(Money::to_string),
        tranches: one.tranches.iter().map(tranche).collect(),
    }
}

fn tranche(one: &ExpectedTranche) -> ExpectedTrancheJson {
    ExpectedTrancheJson {
        convention: one.tranche.convention.to_string(),
        contribution: one.tranche.contribution.clone(),
        tranche: one.tranche.number,
        from: one.tranche.from.to_string(),
        due: iso_or_null(one.tranche.due),
        state: one.tranche.state.name(),
        amount: one.amount.to_string(),
    }
}

fn month(first: Date) -> String {
    format!("{:04}-{:02}", first.year(), first.month())
}
