//! The registry of checks: what is wrong or missing in the records.
//!
//! An error means that a record is unreliable. A warning needs attention, often because the document itself has a gap.
//! An info is merely useful to know.

mod account_check_digits;
mod account_differs;
mod amendment_of_amendment;
mod beyond_promise;
mod co_funder_not_sponsor;
mod committee_late;
mod committee_planned_passed;
mod committee_without_decision;
mod dates_out_of_order;
mod fact_in_the_future;
mod fulfilment_without_due;
mod invalid_identifier;
mod irregular_startup;
mod member_absent;
mod money_before_signature;
mod negative_amount;
mod obligation_without_article;
mod overdue_tasks;
mod paid_twice;
mod payment_without_contribution;
mod phases_order;
mod reading;
mod refund_open;
mod repeated_email;
mod repeated_reference;
mod reports_late;
mod review_incomplete;
mod several_main_indicators;
mod shared;
mod signature_missing;
mod statistics_page_absent;
mod stopped_with_money;
mod term_missing;
mod term_passed;
#[cfg(test)]
mod tests;
mod tranches_sum;
mod unknown_person;
mod unknown_reference;
mod unsigned_amendment;
mod years_sum;

pub use reading::{CONFLICT_MARKERS, unreadable_file, words as problem_message};

use std::cmp::Reverse;

use crate::model::{Date, Finding, Location, MessageArgs, Portfolio, Severity};

/// The input of a check. Only facts in the future are compared with `today`; everything else is as of `as_of`.
#[derive(Clone, Copy)]
pub struct CheckInput<'a> {
    /// The records and the problems found while reading them.
    pub portfolio: &'a Portfolio,
    pub as_of: Date,
    pub today: Date,
}

pub struct Check {
    /// The argument of `check --explain NAME`. The locale has its page under `check-<name>-page`.
    pub name: &'static str,
    pub severity: Severity,
    /// The keys of its messages. The remedy of each message has the same key with the suffix `-help`.
    pub messages: &'static [&'static str],
    /// Appends the findings.
    pub run: fn(&Self, &CheckInput<'_>, &mut Vec<Finding>),
}

impl Check {
    fn finding(&self, message: &'static str, place: Location, args: MessageArgs) -> Finding {
        Finding { check: self.name, severity: self.severity, place, message, args }
    }
}

/// The name of the check that finds files that cannot be read.
pub const UNREADABLE_FILE: &str = reading::UNREADABLE_FILE.name;

/// Every check, sorted by name.
pub const CHECKS: &[Check] = &[
    account_check_digits::CHECK,
    account_differs::CHECK,
    amendment_of_amendment::CHECK,
    reading::BAD_FILE_NAME,
    beyond_promise::CALLED,
    co_funder_not_sponsor::CHECK,
    committee_late::CHECK,
    committee_planned_passed::CHECK,
    committee_without_decision::CHECK,
    reading::CONFLICT_MARKERS,
    reading::CONFLICTING_KEYS,
    dates_out_of_order::CHECK,
    reading::DUPLICATE_ID,
    term_passed::ESTIMATED,
    term_passed::EXTENDED,
    fact_in_the_future::CHECK,
    reading::FLOAT_AMOUNT,
    reading::FORMAT_TOO_NEW,
    fulfilment_without_due::CHECK,
    invalid_identifier::CHECK,
    irregular_startup::CHECK,
    reports_late::MANAGEMENT_REPORT,
    member_absent::CHECK,
    reading::MISSING_KEY,
    money_before_signature::CHECK,
    negative_amount::CHECK,
    obligation_without_article::CHECK,
    paid_twice::CHECK,
    payment_without_contribution::CHECK,
    phases_order::CHECK,
    beyond_promise::RECEIVED,
    refund_open::CHECK,
    beyond_promise::REFUNDED,
    repeated_email::CHECK,
    repeated_reference::CHECK,
    reports_late::WITHOUT_DEBTOR,
    review_incomplete::CHECK,
    several_main_indicators::CHECK,
    signature_missing::CHECK,
    beyond_promise::SPENT,
    reports_late::STATEMENT,
    statistics_page_absent::CHECK,
    stopped_with_money::CHECK,
    reading::SYNTAX,
    overdue_tasks::CHECK,
    term_missing::CHECK,
    tranches_sum::CHECK,
    reading::UNKNOWN_KEY,
    unknown_person::CHECK,
    unknown_reference::CHECK,
    reading::UNKNOWN_VALUE,
    reading::UNREADABLE_FILE,
    unsigned_amendment::CHECK,
    reading::WRONG_TYPE,
    years_sum::CHECK,
];

/// The checks whose findings depend on the day, and not only on the records.
const BY_DAY: [&str; 22] = [
    "called-more-than-promised",
    "committee-late",
    "committee-planned-passed",
    "committee-without-decision",
    "estimated-end-passed",
    "extension-after-end",
    "fact-in-the-future",
    "fulfilment-without-due",
    "management-report-late",
    "member-absent",
    "phases-order",
    "received-more-than-promised",
    "refund-open",
    "refunded-more-than-received",
    "report-without-debtor",
    "signature-missing",
    "spent-more-than-promised",
    "statement-late",
    "statistics-page-absent",
    "stopped-with-money",
    "task-overdue",
    "term-missing",
];

/// Returns whether the findings of a check are the same on every day.
#[must_use]
pub fn is_timeless(check: &str) -> bool {
    !BY_DAY.contains(&check)
}

/// Runs all checks. Sorts the findings by record and, within a record, by severity. Files that aren't records come
/// last.
#[must_use]
pub fn run(context: &CheckInput<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        (check.run)(check, context, &mut findings);
    }
    // A stable sort: the findings of one check in one record keep their order.
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
