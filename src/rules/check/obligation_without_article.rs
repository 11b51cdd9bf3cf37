//! An obligation of which nobody can find where the document says it.

use super::shared::{entry, in_convention, text};
use super::{Check, Context};
use crate::model::{Finding, Severity};

pub const CHECK: Check = Check {
    name: "obligation-without-article",
    severity: Severity::Info,
    messages: &["finding-obligation-without-article"],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        for (n, obligation) in convention.obligations.iter().enumerate() {
            if obligation.article.as_ref().is_none_or(|article| article.trim().is_empty()) {
                let place = in_convention(&convention.id, entry("obligations", n));
                let args = vec![("obligation", text(&obligation.id))];
                findings.push(CHECK.finding("finding-obligation-without-article", place, args));
            }
        }
    }
}
