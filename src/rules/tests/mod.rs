//! The rules held against cases worked out by hand; the reasoning stands beside each.

mod cash;
mod committees;
mod funding;
mod movements;
mod occurrences;
mod overview;
mod promises;
mod reasons;
mod runway;
mod schedule;
mod terms;
mod tranches;
