//! Tranches that do not add up to their contribution.

use super::shared::{entry, in_convention, text};
use super::{Check, Context};
use crate::model::{Arg, Finding, Money, Severity};

pub const CHECK: Check =
    Check { name: "tranches-sum", severity: Severity::Error, messages: &["finding-tranches-sum"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        for (n, contribution) in convention.contributions.iter().enumerate() {
            let sum: Money = contribution.tranches.iter().map(|tranche| tranche.amount).sum();
            if contribution.tranches.is_empty() || sum == contribution.amount {
                continue;
            }
            let place = in_convention(&convention.id, entry("contributions", n).key("amount"));
            let args = vec![
                ("contribution", text(&contribution.id)),
                ("amount", Arg::Money(contribution.amount)),
                ("sum", Arg::Money(sum)),
            ];
            findings.push(CHECK.finding("finding-tranches-sum", place, args));
        }
    }
}
