//! Reports contributions for which more was received, called or spent than promised, or more refunded than received.

use super::shared::party_name;
use super::{Check, CheckInput};
use crate::model::{Convention, Finding, Location, MessageArg, Money, Severity};
use crate::rules::{ContributionSummary, Figure, Figures, convention_summary};

/// Usually a duplicate entry, or money for another contribution.
pub const RECEIVED: Check = beyond("received-more-than-promised", &["finding-received-more-than-promised"]);
/// Nobody owes an amount beyond the promise.
pub const CALLED: Check = beyond("called-more-than-promised", &["finding-called-more-than-promised"]);
/// AE above the amount of the contribution.
pub const SPENT: Check = beyond("spent-more-than-promised", &["finding-spent-more-than-promised"]);
/// Money that was not received cannot be returned.
pub const REFUNDED: Check = beyond("refunded-more-than-received", &["finding-refunded-more-than-received"]);

const fn beyond(name: &'static str, messages: &'static [&'static str]) -> Check {
    Check { name, severity: Severity::Warning, messages, run }
}

fn run(check: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let portfolio = context.portfolio;
    for convention in portfolio.conventions.values() {
        let moves = |document: &Convention| match check.name {
            name if name == RECEIVED.name => !document.payments.is_empty(),
            name if name == CALLED.name => !document.calls.is_empty(),
            name if name == REFUNDED.name => !document.refunds.is_empty(),
            _ => !document.expenditure.is_empty(),
        };
        if !moves(convention) && !portfolio.amendments_of(&convention.id).any(|document| moves(document)) {
            continue;
        }
        let Some(summary) = convention_summary(portfolio, &convention.id, context.as_of) else { continue };
        for contribution in summary.contributions {
            findings.extend(finding(check, context, contribution));
        }
    }
}

/// Returns the amount that moved and its bound.
fn amounts(check: &Check, figures: &Figures) -> (Money, Money) {
    match check.name {
        name if name == RECEIVED.name => (figures.received, figures.committed),
        name if name == CALLED.name => (figures.called, figures.committed),
        name if name == REFUNDED.name => {
            // What is left is received − CP − refunds. It is unknown if nobody records the payments.
            let refunded = figures.value(Figure::Left).map(|left| figures.received - figures.cp - left);
            (refunded.unwrap_or(Money::ZERO), figures.received)
        }
        _ => (figures.ae, figures.committed),
    }
}

/// Returns `None` if nothing is promised yet: other checks report that.
fn finding(check: &Check, context: &CheckInput<'_>, contribution: ContributionSummary) -> Option<Finding> {
    let (moved, bound) = amounts(check, &contribution.figures);
    let over = (moved - bound).at_least_zero();
    if contribution.figures.committed.is_zero() || over == Money::ZERO {
        return None;
    }
    let args = vec![
        ("party", party_name(context, &contribution.from)),
        ("moved", MessageArg::Money(moved)),
        (if check.name == REFUNDED.name { "received" } else { "promised" }, MessageArg::Money(bound)),
        ("over", MessageArg::Money(over)),
    ];
    let place = Location::Value(contribution.record, contribution.path.key("amount"));
    let message = check.messages.first().copied()?;
    Some(check.finding(message, place, args))
}

#[cfg(test)]
mod tests {
    use crate::model::{Call, Convention, Refund};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{at, contribution, convention, day, money, paid, payment};

    fn found(check: &str, change: impl Fn(&mut Convention)) -> Vec<String> {
        let mut of = Convention {
            contributions: vec![contribution("pau", &[("17500", at("signature"))])],
            ..convention("a", &["s"], "2020-01-01")
        };
        change(&mut of);
        Records::default().convention(of).found(check, "2020-12-01")
    }

    #[test]
    fn reports_payments_beyond_the_promise_but_not_full_payment() {
        let pays = |amounts: &'static [&'static str]| {
            move |of: &mut Convention| {
                of.payments = amounts.iter().map(|amount| payment("pau", amount, "2020-02-01")).collect();
            }
        };
        let expected = "received-more-than-promised at convention/a contributions[0].amount: \
                        party=pau moved=17500.01 promised=17500.00 over=0.01";
        assert_eq!(found("received-more-than-promised", pays(&["17500", "0.01"])), [expected]);
        assert!(found("received-more-than-promised", pays(&["17500"])).is_empty());
        // A reversal cancels the excess.
        assert!(found("received-more-than-promised", pays(&["17500", "100", "-100"])).is_empty());
    }

    #[test]
    fn reports_calls_and_spending_beyond_the_promise() {
        let calls = |of: &mut Convention| {
            of.calls = vec![
                Call::new(day("2020-02-01"), money("17500"), "pau"),
                Call::new(day("2020-02-02"), money("1"), "pau"),
            ];
        };
        let expected = "called-more-than-promised at convention/a contributions[0].amount: \
                        party=pau moved=17501.00 promised=17500.00 over=1.00";
        assert_eq!(found("called-more-than-promised", calls), [expected]);
        let spends = |of: &mut Convention| of.expenditure = vec![paid("20000", "2020-03-01")];
        let expected = "spent-more-than-promised at convention/a contributions[0].amount: \
                        party=pau moved=20000.00 promised=17500.00 over=2500.00";
        assert_eq!(found("spent-more-than-promised", spends), [expected]);
    }

    #[test]
    fn reports_refunds_beyond_what_was_received() {
        let refunds = |amounts: &'static [&'static str], is_recorded: bool| {
            move |of: &mut Convention| {
                of.payments_recorded = is_recorded;
                of.payments = vec![payment("pau", "17500", "2020-02-01")];
                of.expenditure = vec![paid("10000", "2020-03-01")];
                let refund = |amount: &&str| Refund::new(day("2020-06-01"), money(amount), "pau");
                of.refunds = amounts.iter().map(refund).collect();
            }
        };
        let expected = "refunded-more-than-received at convention/a contributions[0].amount: \
                        party=pau moved=17500.01 received=17500.00 over=0.01";
        assert_eq!(found("refunded-more-than-received", refunds(&["17500", "0.01"], true)), [expected]);
        assert!(found("refunded-more-than-received", refunds(&["17500"], true)).is_empty(), "all of it");
        let unknown = refunds(&["20000"], false);
        assert!(found("refunded-more-than-received", unknown).is_empty(), "what was received is not recorded");
        let none = |of: &mut Convention| of.refunds = vec![Refund::new(day("2020-06-01"), money("5"), "pau")];
        assert_eq!(found("refunded-more-than-received", none).len(), 1, "nothing was received");
        let later = |of: &mut Convention| of.refunds = vec![Refund::new(day("2020-12-02"), money("5"), "pau")];
        assert!(found("refunded-more-than-received", later).is_empty(), "after the day of the answers");
    }
}
