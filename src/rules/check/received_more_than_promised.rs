//! More money received for a contribution than was promised: paid twice, written down twice, or for another one.

use super::shared::text;
use super::{Check, CheckContext};
use crate::model::{Convention, Finding, Location, MessageArg, Severity};
use crate::rules::convention_summary;

pub const CHECK: Check = Check {
    name: "received-more-than-promised",
    severity: Severity::Warning,
    messages: &["finding-received-more-than-promised"],
    run,
};

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    let portfolio = context.portfolio;
    for convention in portfolio.conventions.values() {
        let pays = |document: &Convention| !document.payments.is_empty();
        if !pays(convention) && !portfolio.amendments_of(&convention.id).any(|document| pays(document)) {
            continue;
        }
        let Some(standing) = convention_summary(portfolio, &convention.id, context.as_of) else { continue };
        for one in standing.contributions {
            let (received, promised) = (one.figures.received, one.figures.committed);
            // What does not count yet promises nothing, and has checks of its own.
            if promised.is_zero() || received <= promised {
                continue;
            }
            let args = vec![
                ("contribution", text(&one.id)),
                ("received", MessageArg::Money(received)),
                ("promised", MessageArg::Money(promised)),
                ("over", MessageArg::Money(received - promised)),
            ];
            let place = Location::Value(one.record, one.path.key("amount"));
            findings.push(CHECK.finding("finding-received-more-than-promised", place, args));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Convention;
    use crate::rules::check::shared::fixtures::Records;
    use crate::rules::testing::{at, contribution, convention, payment};

    fn found(payments: &[&str], as_of: &str) -> Vec<String> {
        let of = Convention {
            contributions: vec![contribution("pau", &[("17500", at("signature"))])],
            payments: payments.iter().map(|on| payment("pau", "17500", on)).collect(),
            ..convention("c", &[], "2020-01-01")
        };
        Records::default().convention(of).found("received-more-than-promised", as_of)
    }

    #[test]
    fn money_over_what_was_promised_is_found_on_the_day_it_came() {
        let twice = ["2020-03-01", "2020-04-01"];
        let expected = "received-more-than-promised at convention/c contributions[0].amount: \
                        contribution=pau received=35000.00 promised=17500.00 over=17500.00";
        assert_eq!(found(&twice, "2020-04-01"), [expected]);
        assert!(found(&twice, "2020-03-31").is_empty());
        assert!(found(&twice[..1], "2020-12-01").is_empty(), "just what was promised");
    }
}
