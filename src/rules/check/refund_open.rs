//! Reports an obligation to refund that is still open after the end of its convention.

use super::shared::{convention_name, text};
use super::{Check, CheckInput};
use crate::model::{Finding, Location, MessageArg, ObligationTopic, Severity};
use crate::rules::{
    ConventionStatus, Figure, OccurrenceState, convention_occurrences, convention_summary, terms_in_force,
};

pub const CHECK: Check = Check {
    name: "refund-open",
    severity: Severity::Warning,
    messages: &["finding-refund-open", "finding-refund-open-unknown"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let portfolio = context.portfolio;
    for convention in portfolio.conventions.values() {
        let is_refund = |about: Option<ObligationTopic>| about == Some(ObligationTopic::Refund);
        if convention.payments.is_empty() || !convention.obligations.iter().any(|one| is_refund(one.about)) {
            continue;
        }
        let Some(summary) = convention_summary(portfolio, &convention.id, context.as_of) else { continue };
        let has_ended = matches!(summary.status, ConventionStatus::Ended | ConventionStatus::Terminated);
        let refundable = summary.figures.value(Figure::Refundable);
        if !has_ended || !summary.figures.payments_recorded() || refundable.is_some_and(|amount| amount.is_zero()) {
            continue;
        }
        let Some(terms) = terms_in_force(portfolio, &convention.id, context.as_of) else { continue };
        let open = convention_occurrences(portfolio, &convention.id, context.as_of).into_iter().find(|one| {
            let its = terms.obligations.iter().find(|obligation| obligation.id == one.obligation);
            one.state != OccurrenceState::Done && its.is_some_and(|obligation| is_refund(obligation.about))
        });
        let Some(open) = open else { continue };
        let mut args = vec![("of", convention_name(context, convention)), ("convention", text(&convention.id))];
        let message = match refundable {
            Some(amount) => {
                args.push(("amount", MessageArg::Money(amount)));
                "finding-refund-open"
            }
            None => "finding-refund-open-unknown",
        };
        findings.push(CHECK.finding(message, Location::Value(open.record, open.path), args));
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Convention, Obligation, ObligationTopic, Refund, Timing};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{at, contribution, convention, day, id, money, months, obligation, paid, payment};

    fn found(spent: Option<&str>, refund: Option<&str>, as_of: &str) -> Vec<String> {
        let duty = Obligation {
            about: Some(ObligationTopic::Refund),
            debtors: vec![id("anct")].into(),
            creditors: vec![id("pau")].into(),
            ..obligation("refund", Timing::Once(None))
        };
        let of = Convention {
            contributions: vec![contribution("pau", &[("100", at("signature"))])],
            payments: vec![payment("pau", "100", "2020-02-01")],
            expenditure: spent.map(|amount| paid(amount, "2020-03-01")).into_iter().collect(),
            refunds: refund.map(|amount| Refund::new(day("2021-02-01"), money(amount), "pau")).into_iter().collect(),
            obligations: vec![duty],
            term: months(12),
            ..convention("a", &[], "2020-01-01")
        };
        Records::default().convention(of).found("refund-open", as_of)
    }

    #[test]
    fn reports_money_left_after_the_end_until_it_is_refunded() {
        let expected = "refund-open at convention/a obligations[0]: of=a convention=a amount=40.00";
        assert_eq!(found(Some("60"), None, "2021-03-01"), [expected]);
        assert!(found(Some("60"), None, "2021-01-01").is_empty(), "the last day is within the term");
        assert_eq!(found(Some("60"), Some("30"), "2021-03-01").len(), 1, "in part is not done");
        assert!(found(Some("60"), Some("40"), "2021-03-01").is_empty());
        assert!(found(Some("100"), None, "2021-03-01").is_empty(), "nothing is left");
        let unknown = "refund-open-unknown at convention/a obligations[0]: of=a convention=a";
        assert_eq!(found(None, None, "2021-03-01"), [unknown]);
        assert!(found(None, Some("0"), "2021-03-01").is_empty(), "a recorded zero settles it");
    }
}
