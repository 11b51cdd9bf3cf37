//! Reports budget years that don't add up to their contribution.

use super::shared::{entry, in_convention, party_name};
use super::{Check, CheckInput};
use crate::model::{Finding, MessageArg, Money, Severity};

pub const CHECK: Check = Check { name: "years-sum", severity: Severity::Error, messages: &["finding-years-sum"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        for (n, contribution) in convention.contributions.iter().enumerate() {
            let sum: Money = contribution.years.values().copied().sum();
            if contribution.years.is_empty() || sum == contribution.amount {
                continue;
            }
            let place = in_convention(&convention.id, entry("contributions", n).key("years"));
            let args = vec![
                ("party", party_name(context, &contribution.from)),
                ("amount", MessageArg::Money(contribution.amount)),
                ("sum", MessageArg::Money(sum)),
            ];
            findings.push(CHECK.finding("finding-years-sum", place, args));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Contribution;
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{convention, money, own_spending};

    #[test]
    fn reports_years_that_do_not_add_up() {
        let years = |id: &str, first: &str| Contribution {
            years: [(2026, money(first)), (2027, money("15000"))].into(),
            ..own_spending(id, "anct", "35000")
        };
        let mut of = convention("a", &[], "");
        of.contributions = vec![years("right", "20000"), years("short", "10000"), own_spending("none", "anct", "1")];
        let expected = "years-sum at convention/a contributions[1].years: party=anct amount=35000.00 sum=25000.00";
        assert_eq!(Records::default().convention(of).found("years-sum", "2020-12-01"), [expected]);
    }
}
