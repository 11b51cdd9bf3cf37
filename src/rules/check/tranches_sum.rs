//! Reports tranches that don't add up to their contribution.

use super::shared::{entry, in_convention, party_name};
use super::{Check, CheckInput};
use crate::model::{Convention, Finding, MessageArg, Money, Severity};
use crate::rules::terms::record_of;

pub const CHECK: Check =
    Check { name: "tranches-sum", severity: Severity::Error, messages: &["finding-tranches-sum"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    // If some tranches could not be read, the sum is meaningless.
    let is_read = |convention: &Convention| !context.portfolio.half_read.contains(&record_of(convention));
    for convention in context.portfolio.conventions.values().filter(|convention| is_read(convention)) {
        for (n, contribution) in convention.contributions.iter().enumerate() {
            let sum: Money = contribution.tranches.iter().map(|tranche| tranche.amount).sum();
            // Percentages may leave a part unscheduled; only absolute amounts must add up.
            let is_partial =
                contribution.tranches.iter().any(|tranche| tranche.percent.is_some()) && sum < contribution.amount;
            if contribution.tranches.is_empty() || sum == contribution.amount || is_partial {
                continue;
            }
            let place = in_convention(&convention.id, entry("contributions", n).key("amount"));
            let args = vec![
                ("party", party_name(context, &contribution.from)),
                ("amount", MessageArg::Money(contribution.amount)),
                ("sum", MessageArg::Money(sum)),
            ];
            findings.push(CHECK.finding("finding-tranches-sum", place, args));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Contribution, Money};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{at, contribution, convention, own_spending};

    #[test]
    fn reports_tranches_that_do_not_add_up() {
        let parts = || contribution("pau", &[("400", at("signature")), ("600", at("end"))]);
        let mut of = convention("a", &[], "");
        let short = Contribution { id: "oise".to_owned(), amount: Money::euros(1200), ..parts() };
        of.contributions = vec![parts(), short, own_spending("anct", "anct", "35000")];
        let expected = "tranches-sum at convention/a contributions[1].amount: party=pau amount=1200.00 sum=1000.00";
        assert_eq!(Records::default().convention(of).found("tranches-sum", "2020-12-01"), [expected]);
    }
}
