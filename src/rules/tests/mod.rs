//! The rules held against cases worked out by hand; the reasoning stands beside each.

mod cash;
mod commitments;
mod committees;
mod cost_allocation;
mod derivation;
mod ledger;
mod money;
mod movements;
mod occurrences;
mod overview;
mod runway;
mod schedule;
mod terms;
mod tranches;
