//! Reports a convention without a known end although something is due at its end.

use super::shared::{convention_name, in_convention, is_whole};
use super::{Check, CheckInput};
use crate::model::{
    Convention, Finding, KeyPath, MessageArg, Moment, RecordKind, Severity, TermLength, Timing, Trigger,
};
use crate::rules::terms_in_force;

pub const CHECK: Check =
    Check { name: "term-missing", severity: Severity::Warning, messages: &["finding-term-missing"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        let is_known = is_whole(context, RecordKind::Convention, &convention.id);
        if convention.terminated.is_some() || convention.is_amendment() || !is_known {
            continue;
        }
        let Some(terms) = terms_in_force(context.portfolio, &convention.id, context.as_of) else { continue };
        let dependents = due_at_end(&terms);
        let fixes_no_day = terms.term.as_ref().is_none_or(|term| matches!(term.length, TermLength::Covers(_)));
        if fixes_no_day && !dependents.is_empty() {
            let place = in_convention(&convention.id, KeyPath::top().key("term"));
            let args = vec![
                ("of", convention_name(context, convention)),
                ("count", MessageArg::count(dependents.len())),
                ("blocks", MessageArg::List(dependents)),
            ];
            findings.push(CHECK.finding("finding-term-missing", place, args));
        }
    }
}

/// Returns the ids of the obligations and payments that are due at the end or some time after it.
fn due_at_end(terms: &Convention) -> Vec<String> {
    let obligations = terms
        .obligations
        .iter()
        .filter(|obligation| matches!(obligation.timing, Timing::Once(Some(Moment::End(_)))))
        .map(|obligation| obligation.id.to_string());
    let payments = terms
        .contributions
        .iter()
        .filter(|contribution| {
            contribution.tranches.iter().any(|tranche| matches!(tranche.when, Trigger::At(Moment::End(_))))
        })
        .map(|contribution| format!("payment-{}", contribution.id));
    obligations.chain(payments).collect()
}

#[cfg(test)]
mod tests {
    use crate::model::{Convention, TermLength, Timing};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{amendment, convention, moment, months, obligation, term};

    fn with_report(name: &str) -> Convention {
        let report = obligation("report", Timing::Once(Some(moment("end + 3 months"))));
        Convention { obligations: vec![report], ..convention(name, &[], "2020-01-01") }
    }

    #[test]
    fn reports_an_obligation_due_at_an_unknown_end() {
        let records = Records::default().convention(with_report("a")).convention(convention("b", &[], ""));
        let expected = "term-missing at convention/a term: of=a count=1 blocks=report";
        assert_eq!(records.found("term-missing", "2020-12-01"), [expected]);
    }

    #[test]
    fn accepts_terms_in_months_and_by_amendment_but_not_in_words() {
        let records = Records::default()
            .convention(Convention { term: months(12), ..with_report("a") })
            .convention(with_report("c"))
            .convention(Convention { term: months(24), ..amendment("d", "c", "2020-06-01") });
        assert!(records.found("term-missing", "2020-12-01").is_empty());
        assert_eq!(records.found("term-missing", "2020-05-31").len(), 1, "the amendment is not signed yet");
        let in_words = Convention { term: term(TermLength::Covers("the orders".to_owned())), ..with_report("b") };
        let found = Records::default().convention(in_words).found("term-missing", "2020-12-01");
        assert_eq!(found.len(), 1, "words give no day");
    }
}
