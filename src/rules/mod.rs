//! The rules: pure functions of a portfolio and a day. They use no clock and no disk, and produce no text.
//!
//! `docs/rules.md` describes each rule with its source and a table of cases.
//!
//! - Conventions: `terms`, `status`.
//! - Money: `ledger` (one convention), `tranches`, `spending`, `cost_allocation`, `movements`, `totals`, `years`; over
//!   time: `cash` (past months), `forecast`, `runway`, `unit_cost`, `day_comparison`.
//! - Dates: `occurrences`, `schedule`, `committees`.
//! - Meetings: `agenda`, `attendance`, `consequences` (of a decision).
//! - Why: `derivation` (dates), `explanations` (amounts).
//! - Everything: `overview` computes all `answers`, `check` finds what is wrong, `today` ranks what needs attention.
//!
//! The modules import each other downward only: `answers` ← `terms` ← `cost_allocation`, `spending`, `tranches`,
//! `ledger` ← `committees`, `occurrences`, `totals` ← `overview` ← `check`, `today`.

mod agenda;
mod answers;
mod attendance;
mod cash;
pub mod check;
mod commitments;
mod committees;
mod consequences;
mod cost_allocation;
mod day_comparison;
mod derivation;
mod explanations;
mod forecast;
mod ledger;
mod movements;
mod occurrences;
mod overview;
mod people;
mod runway;
mod schedule;
mod spending;
mod status;
mod terms;
mod today;
mod totals;
mod tranches;
mod unit_cost;
mod years;

#[cfg(test)]
mod tests;

pub use agenda::{agenda_by_need, proposed_agenda, settled, undone_actions};
pub use answers::{
    Answers, ClockReason, ClockState, Commitment, CommitteeClock, ContributionSummary, ConventionBrief,
    ConventionStatus, ConventionSummary, ExplainedFigures, Figure, FigureLine, Figures, FundingTotals, Occurrence,
    OccurrenceKind, OccurrenceSource, OccurrenceState, PartyFunding, SpendingGate, StartupFunding, StartupSummary,
    TrancheState, TrancheSummary, Unallocated, Unknown, YearFunding,
};
pub use attendance::absent_members;
pub use cash::{CashMonth, cash_by_month};
pub use commitments::commitments_of;
pub use consequences::{Consequence, ConsequenceKind, ProposedDecision, consequences, next_committee};
pub use day_comparison::{
    ComparedDifference, ComparedFigure, ComparedKind, ComparedValue, DayComparison, compare_days, compare_in_order,
};
pub use derivation::{DerivationKind, DerivationStep, derivation, end_derivation};
pub use explanations::{
    convention_summary, explain_contribution, explain_convention, explain_party, explain_portfolio, explain_startup,
};
pub use forecast::{CashForecast, CashReport, ExpectedTranche, ForecastMonth, cash_forecast, cash_lines, cash_report};
pub use movements::{Movement, MovementKind, SpendingStage, movements};
pub use overview::{
    answers, answers_with, committee_clocks, convention_occurrences, funding, occurrences, startup_occurrences,
    startup_summaries, startup_summary,
};
use overview::{clocks_by_startup, unmatched_fulfilments};
pub use people::{Me, coach_on, coaches, is_same_email, me};
pub use runway::BurnRate;
pub use terms::terms_in_force;
pub use today::{Today, TodayBand, TodayCause, TodayItem, TodayKind, TodayRemedy, next_work, today, today_rows};
pub use tranches::is_call_for_funds;
pub use unit_cost::{UnitCost, UnitValue, unit_costs};
pub use years::{BudgetYear, budget_years, convention_budget};
