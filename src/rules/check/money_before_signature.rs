//! Reports money that was paid or called before the convention was signed.

use super::shared::{amended, entry, in_convention};
use super::{Check, CheckInput};
use crate::model::{Date, Finding, MessageArg, Severity};

pub const CHECK: Check = Check {
    name: "money-before-signature",
    severity: Severity::Warning,
    messages: &["finding-money-before-signature-call", "finding-money-before-signature-payment"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        // Money recorded in an amendment belongs to the convention that it amends.
        let Some(signed) = amended(context, convention).unwrap_or(convention).signed else { continue };
        let mut look = |message, list: &str, n: usize, on: Date| {
            if on < signed {
                let place = in_convention(&convention.id, entry(list, n).key("on"));
                findings.push(CHECK.finding(
                    message,
                    place,
                    vec![("on", MessageArg::Date(on)), ("signed", MessageArg::Date(signed))],
                ));
            }
        };
        for (n, call) in convention.calls.iter().enumerate() {
            look("finding-money-before-signature-call", "calls", n, call.on);
        }
        for (n, payment) in convention.payments.iter().enumerate() {
            look("finding-money-before-signature-payment", "payments", n, payment.on);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Call, Convention};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{amendment, convention, day, money, payment};

    fn call(on: &str) -> Call {
        Call {
            id: None,
            on: day(on),
            amount: money("10"),
            contribution: "pau".to_owned(),
            tranche: None,
            with: Vec::new(),
            reference: None,
        }
    }

    #[test]
    fn reports_money_before_the_day_of_the_signature() {
        let of = |signed| Convention {
            payments: vec![payment("pau", "10", "2019-12-31"), payment("pau", "10", "2020-02-20")],
            calls: vec![call("2020-02-19")],
            ..convention("a", &[], signed)
        };
        assert_eq!(
            Records::default().convention(of("2020-02-20")).found("money-before-signature", "2020-12-01"),
            [
                "money-before-signature-call at convention/a calls[0].on: on=2020-02-19 signed=2020-02-20",
                "money-before-signature-payment at convention/a payments[0].on: on=2019-12-31 signed=2020-02-20",
            ]
        );
        assert!(Records::default().convention(of("")).found("money-before-signature", "2020-12-01").is_empty());
    }

    #[test]
    fn compares_money_in_an_amendment_with_the_signature_of_the_convention() {
        let change =
            Convention { payments: vec![payment("pau", "10", "2020-03-01")], ..amendment("b", "a", "2020-06-01") };
        let records = Records::default().convention(change).convention(convention("a", &[], "2020-02-20"));
        assert!(records.found("money-before-signature", "2020-12-01").is_empty());
    }
}
