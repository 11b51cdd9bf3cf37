//! Reports a stopped startup that still has money to refund.

use super::shared::{entry, in_startup, text};
use super::{Check, CheckInput};
use crate::model::{Finding, KeyPath, MessageArg, Severity};
use crate::rules::explain_startup;

pub const CHECK: Check =
    Check { name: "stopped-with-money", severity: Severity::Warning, messages: &["finding-stopped-with-money"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        let Some(stop) = startup.phase_on(context.as_of).filter(|start| start.phase.is_stopped()) else { continue };
        let owed = explain_startup(context.portfolio, &startup.id, context.as_of).figures.refundable;
        if owed.is_zero() {
            continue;
        }
        let written = startup.phases.iter().position(|start| start == stop);
        let path = written.map_or_else(KeyPath::top, |n| entry("phases", n));
        let (name, id) = (("startup", text(&startup.name)), ("id", text(&startup.id)));
        let args = vec![name, id, ("from", MessageArg::Date(stop.from)), ("amount", MessageArg::Money(owed))];
        findings.push(CHECK.finding("finding-stopped-with-money", in_startup(&startup.id, path), args));
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Convention, Money, Phase, Refund, Startup};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{at, contribution, convention, day, paid, payment, phase, startup};

    fn records(refunded: i64) -> Records {
        let refund = Refund {
            on: day("2021-10-01"),
            amount: Money::euros(refunded),
            contribution: "pau".to_owned(),
            reference: None,
            id: None,
        };
        let phases = vec![phase(Phase::Construction, "2020-01-01"), phase(Phase::Stopped, "2021-09-01")];
        Records::default().startup(Startup { phases, ..startup("a") }).convention(Convention {
            contributions: vec![contribution("pau", &[("1000", at("signature"))])],
            payments: vec![payment("pau", "1000", "2020-03-01")],
            expenditure: vec![paid("400", "2020-06-01")],
            refunds: vec![refund],
            ..convention("c", &["a"], "2020-02-20")
        })
    }

    #[test]
    fn reports_unspent_money_of_a_stopped_startup() {
        let expected = "stopped-with-money at startup/a phases[1]: startup=a id=a from=2021-09-01 amount=500.00";
        assert_eq!(records(100).found("stopped-with-money", "2021-12-01"), [expected]);
    }

    #[test]
    fn reports_nothing_before_the_stop_or_after_the_refund() {
        assert!(records(600).found("stopped-with-money", "2021-12-01").is_empty());
        assert!(records(100).found("stopped-with-money", "2021-08-31").is_empty());
    }
}
