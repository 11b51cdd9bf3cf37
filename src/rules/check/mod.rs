//! What is wrong or missing in the records: one registry, one file per check.
//!
//! An error is a record that cannot be relied on; a warning is something that somebody should look into, most often
//! a defect of the document itself; an info is worth knowing.

mod account_check_digits;
mod account_differs;
mod bad_file_name;
mod co_funder_not_sponsor;
mod committee_late;
mod committee_without_decision;
mod conflicting_keys;
mod dates_out_of_order;
mod duplicate_id;
mod fact_in_the_future;
mod float_amount;
mod format_too_new;
mod management_report_late;
mod missing_key;
mod money_before_signature;
mod obligation_without_article;
mod payment_without_contribution;
mod phases_order;
mod received_more_than_promised;
mod shared;
mod signature_missing;
mod statistics_page_absent;
mod stopped_with_money;
mod syntax;
mod term_missing;
#[cfg(test)]
mod tests;
mod tranches_sum;
mod unknown_key;
mod unknown_reference;
mod unknown_value;
mod unreadable_file;
mod unsigned_amendment;
mod wrong_type;

use std::cmp::Reverse;

use crate::model::{Date, Finding, Location, MessageArgs, Portfolio, Severity};

/// What a check looks at. `today` is for what cannot lie ahead of the real day; all else is as of `as_of`.
#[derive(Clone, Copy)]
pub struct CheckContext<'a> {
    /// The records, with what went wrong in reading them.
    pub portfolio: &'a Portfolio,
    /// The day of the answers.
    pub as_of: Date,
    /// The real day.
    pub today: Date,
}

/// One check.
pub struct Check {
    /// Its name, as `check --explain NAME` takes it. The locale explains it under `check-<name>-page`.
    pub name: &'static str,
    /// How bad what it finds is.
    pub severity: Severity,
    /// The messages of the locale that it speaks in; each has its remedy under the same key with `-help`.
    pub messages: &'static [&'static str],
    /// Looks, and adds what it finds.
    pub run: fn(&CheckContext<'_>, &mut Vec<Finding>),
}

impl Check {
    /// A finding of this check.
    fn finding(&self, message: &'static str, place: Location, args: MessageArgs) -> Finding {
        Finding { check: self.name, severity: self.severity, place, message, args }
    }
}

/// Every check, in the order of their names.
pub const CHECKS: &[Check] = &[
    account_check_digits::CHECK,
    account_differs::CHECK,
    bad_file_name::CHECK,
    co_funder_not_sponsor::CHECK,
    committee_late::CHECK,
    committee_without_decision::CHECK,
    conflicting_keys::CHECK,
    dates_out_of_order::CHECK,
    duplicate_id::CHECK,
    fact_in_the_future::CHECK,
    float_amount::CHECK,
    format_too_new::CHECK,
    management_report_late::CHECK,
    missing_key::CHECK,
    money_before_signature::CHECK,
    obligation_without_article::CHECK,
    payment_without_contribution::CHECK,
    phases_order::CHECK,
    received_more_than_promised::CHECK,
    signature_missing::CHECK,
    statistics_page_absent::CHECK,
    stopped_with_money::CHECK,
    syntax::CHECK,
    term_missing::CHECK,
    tranches_sum::CHECK,
    unknown_key::CHECK,
    unknown_reference::CHECK,
    unknown_value::CHECK,
    unreadable_file::CHECK,
    unsigned_amendment::CHECK,
    wrong_type::CHECK,
];

/// Every finding of every check: the worst first within a record, records in their order, files that are none last.
#[must_use]
pub fn run(context: &CheckContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        (check.run)(context, &mut findings);
    }
    // Stable: what a check finds in one record stays in the order in which it looked.
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    findings
}

fn order(finding: &Finding) -> impl Ord + '_ {
    let file = match &finding.place {
        Location::Text(spot) if spot.record.is_none() => Some(spot.file.as_str()),
        _ => None,
    };
    let record = finding.record();
    (record.is_none(), record, file, Reverse(finding.severity))
}
