//! Reports a negative amount that is neither a reversal nor a credit note.

use super::shared::{entry, in_convention, in_startup};
use super::{Check, CheckInput};
use crate::model::{Convention, Finding, KeyPath, Location, MessageArg, Money, Severity, Startup, Trigger};

pub const CHECK: Check =
    Check { name: "negative-amount", severity: Severity::Warning, messages: &["finding-negative-amount"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let mut look = |amount: Money, place: Location| {
        if amount.is_negative() {
            findings.push(CHECK.finding("finding-negative-amount", place, vec![("amount", MessageArg::Money(amount))]));
        }
    };
    for startup in context.portfolio.startups.values() {
        of_startup(startup, |amount, path| look(amount, in_startup(&startup.id, path)));
    }
    for convention in context.portfolio.conventions.values() {
        of_convention(convention, |amount, path| look(amount, in_convention(&convention.id, path)));
    }
}

fn of_startup(startup: &Startup, mut look: impl FnMut(Money, KeyPath)) {
    for (n, committee) in startup.committees.iter().enumerate() {
        for (key, amount) in [("asked", committee.asked), ("envelope", committee.envelope)] {
            if let Some(amount) = amount {
                look(amount, entry("committees", n).key(key));
            }
        }
    }
}

/// Skips payments and spending, which may be reversals and credit notes.
fn of_convention(convention: &Convention, mut look: impl FnMut(Money, KeyPath)) {
    for (n, contribution) in convention.contributions.iter().enumerate() {
        let path = entry("contributions", n);
        look(contribution.amount, path.key("amount"));
        for (m, tranche) in contribution.tranches.iter().enumerate() {
            let path = path.key("tranches").index(m);
            look(tranche.amount, path.key("amount"));
            if let Trigger::Spent { amount, .. } = tranche.when {
                look(amount, path.key("when"));
            }
        }
        for (year, amount) in &contribution.years {
            look(*amount, path.key("years").key(&year.to_string()));
        }
    }
    for (n, call) in convention.calls.iter().enumerate() {
        look(call.amount, entry("calls", n).key("amount"));
    }
    for (n, refund) in convention.refunds.iter().enumerate() {
        look(refund.amount, entry("refunds", n).key("amount"));
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Call, Convention, Refund};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{convention, day, money, own_spending, paid, payment};

    #[test]
    fn only_payments_and_spending_may_be_negative() {
        let of = Convention {
            contributions: vec![own_spending("anct", "anct", "-5")],
            calls: vec![Call::new(day("2020-02-01"), money("-1"), "anct")],
            payments: vec![payment("anct", "-2", "2020-02-01")],
            expenditure: vec![paid("-3", "2020-02-01")],
            refunds: vec![Refund::new(day("2020-02-01"), money("-4"), "anct")],
            ..convention("a", &[], "2020-01-01")
        };
        assert_eq!(
            Records::default().convention(of).found("negative-amount", "2020-12-01"),
            [
                "negative-amount at convention/a contributions[0].amount: amount=-5.00",
                "negative-amount at convention/a calls[0].amount: amount=-1.00",
                "negative-amount at convention/a refunds[0].amount: amount=-4.00",
            ]
        );
    }
}
