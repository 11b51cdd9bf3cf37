//! Reports management reports and statements of expenditure that are late or that have no debtor.

use super::shared::{convention_name, entry, in_convention, text};
use super::{Check, CheckInput};
use crate::model::{Convention, Date, FUND_REPORT, Finding, Location, MessageArg, ObligationTopic, Severity};
use crate::rules::{Occurrence, OccurrenceState, convention_occurrences, terms_in_force};

/// Source: the clauses on the « compte rendu de gestion » (article 5.5 or 5.6); decree 2007-44, article 6.
pub const MANAGEMENT_REPORT: Check = Check {
    name: "management-report-late",
    severity: Severity::Warning,
    messages: &["finding-management-report-late"],
    run: late,
};

/// Source: article 4 of the framework (« état récapitulatif des dépenses acceptées »).
pub const STATEMENT: Check =
    Check { name: "statement-late", severity: Severity::Warning, messages: &["finding-statement-late"], run: late };

/// The document promises a report but doesn't say who sends it.
pub const WITHOUT_DEBTOR: Check = Check {
    name: "report-without-debtor",
    severity: Severity::Info,
    messages: &["finding-report-without-debtor"],
    run: without_debtor,
};

fn late(check: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let topic = if check.name == STATEMENT.name {
        ObligationTopic::StatementOfExpenditure
    } else {
        ObligationTopic::ManagementReport
    };
    let portfolio = context.portfolio;
    for convention in portfolio.conventions.values() {
        let mut documents = portfolio.amendments_of(&convention.id).map(AsRef::as_ref).chain([convention.as_ref()]);
        let promised = documents.any(|one| promises(one, topic));
        if !promised {
            continue;
        }
        let Some(terms) = terms_in_force(portfolio, &convention.id, context.as_of) else { continue };
        for late in convention_occurrences(portfolio, &convention.id, context.as_of) {
            let is_late = late.state == OccurrenceState::Late && is_about(&terms, &late, topic);
            if let Some(due) = late.due.filter(|_| is_late) {
                findings.extend(finding(check, context, convention, &late, due));
            }
        }
    }
}

fn promises(convention: &Convention, topic: ObligationTopic) -> bool {
    let by_decree = topic == ObligationTopic::ManagementReport && convention.names_fund();
    by_decree || convention.obligations.iter().any(|obligation| obligation.about == Some(topic))
}

fn is_about(terms: &Convention, occurrence: &Occurrence, topic: ObligationTopic) -> bool {
    let by_decree = topic == ObligationTopic::ManagementReport && occurrence.obligation == FUND_REPORT;
    by_decree
        || terms
            .obligations
            .iter()
            .any(|obligation| obligation.id == occurrence.obligation && obligation.about == Some(topic))
}

fn finding(
    check: &Check,
    context: &CheckInput<'_>,
    convention: &Convention,
    late: &Occurrence,
    due: Date,
) -> Option<Finding> {
    let args = vec![
        ("of", convention_name(context, convention)),
        ("obligation", text(&late.obligation)),
        ("convention", text(&convention.id)),
        ("due", MessageArg::Date(due)),
        ("days", MessageArg::Count(late.days_late)),
    ];
    let place = Location::Value(late.record.clone(), late.path.clone());
    Some(check.finding(check.messages.first().copied()?, place, args))
}

fn without_debtor(check: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let is_report =
        |topic| matches!(topic, Some(ObligationTopic::ManagementReport | ObligationTopic::StatementOfExpenditure));
    for convention in context.portfolio.conventions.values() {
        let obligations = convention.obligations.iter().enumerate();
        for (n, one) in obligations.filter(|(_, one)| is_report(one.about) && one.debtors.is_empty()) {
            let place = in_convention(&convention.id, entry("obligations", n));
            let args = vec![
                ("of", convention_name(context, convention)),
                ("report", text(one.about.map_or("", ObligationTopic::name))),
            ];
            findings.push(check.finding("finding-report-without-debtor", place, args));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Convention, ConventionKind, Obligation, ObligationTopic, Timing};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{convention, fulfilled, moment, months, obligation};

    fn framework(topic: ObligationTopic, fulfilments: &[&str]) -> Records {
        let report = Obligation {
            about: Some(topic),
            fulfilled: fulfilments.iter().map(|on| fulfilled(on)).collect(),
            ..obligation("report", Timing::Once(Some(moment("end + 1 month"))))
        };
        let other = obligation("other", Timing::Once(Some(moment("end"))));
        Records::default().convention(Convention {
            kind: ConventionKind::Framework,
            term: months(12),
            obligations: vec![other, report],
            ..convention("a", &[], "2020-05-11")
        })
    }

    #[test]
    fn reports_late_reports_of_frameworks_too() {
        for (check, topic) in [
            ("management-report-late", ObligationTopic::ManagementReport),
            ("statement-late", ObligationTopic::StatementOfExpenditure),
        ] {
            let expected = format!(
                "{check} at convention/a obligations[1]: of=a obligation=report convention=a due=2021-06-11 days=20"
            );
            assert_eq!(framework(topic, &[]).found(check, "2021-07-01"), [expected]);
            assert!(framework(topic, &[]).found(check, "2021-06-11").is_empty(), "due is not late");
            assert!(framework(topic, &["2021-06-30"]).found(check, "2021-07-01").is_empty());
        }
    }

    #[test]
    fn reports_a_report_without_a_debtor() {
        let mut records = framework(ObligationTopic::ManagementReport, &[]);
        assert!(records.found("report-without-debtor", "2020-12-01").is_empty());
        let mut of = Convention::clone(&records.0.conventions[&crate::testing::portfolios::id("a")]);
        of.obligations[1].debtors = Vec::new().into();
        records = records.convention(of);
        let expected = "report-without-debtor at convention/a obligations[1]: of=a report=management-report";
        assert_eq!(records.found("report-without-debtor", "2020-12-01"), [expected]);
    }
}
