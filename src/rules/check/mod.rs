//! What is wrong or missing in the records: one registry, one file per check.

use crate::model::{Date, Finding, Portfolio, Severity};

/// What a check looks at. `today` is for what cannot lie ahead of the real day; all else is as of `as_of`.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The records, with what went wrong in reading them.
    pub portfolio: &'a Portfolio,
    /// The day of the answers.
    pub as_of: Date,
    /// The real day.
    pub today: Date,
}

/// One check.
pub struct Check {
    /// Its name, as `check --explain NAME` takes it.
    pub name: &'static str,
    /// How bad what it finds is.
    pub severity: Severity,
    /// Looks, and adds what it finds.
    pub run: fn(&Context<'_>, &mut Vec<Finding>),
}

/// Every check, in the order of their names.
pub const CHECKS: &[Check] = &[];

/// Every finding of every check: the worst first within a file, files in their order.
#[must_use]
pub fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        (check.run)(context, &mut findings);
    }
    findings
}
