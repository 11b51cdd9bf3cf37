//! Tests of the rules against cases computed by hand. Comments show the computation.

mod amendments;
mod cash;
mod commitments;
mod committees;
mod cost_allocation;
mod derivation;
mod forecast;
mod fund_report;
mod ledger;
mod money;
mod movements;
mod occurrences;
mod overview;
mod runway;
mod schedule;
mod terms;
mod tranches;
mod unit_cost;
mod years;
