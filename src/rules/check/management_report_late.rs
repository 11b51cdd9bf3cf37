//! A management report (compte rendu de gestion) that was due and of which nothing shows that it was sent.

use super::shared::{convention_name, text};
use super::{Check, CheckContext};
use crate::model::{Convention, Date, Finding, Location, MessageArg, ObligationTopic, Severity};
use crate::rules::{Occurrence, OccurrenceState, convention_occurrences, terms_in_force};

pub const CHECK: Check = Check {
    name: "management-report-late",
    severity: Severity::Warning,
    messages: &["finding-management-report-late"],
    run,
};

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    let portfolio = context.portfolio;
    for convention in portfolio.conventions.values() {
        let promised = promises(convention) || portfolio.amendments_of(&convention.id).any(|arc| promises(arc));
        if !promised {
            continue;
        }
        let Some(terms) = terms_in_force(portfolio, &convention.id, context.as_of) else { continue };
        for late in convention_occurrences(portfolio, &convention.id, context.as_of) {
            let due = late.due.filter(|_| late.state == OccurrenceState::Late && is_report(&terms, &late));
            if let Some(due) = due {
                findings.push(finding(context, convention, &late, due));
            }
        }
    }
}

fn promises(convention: &Convention) -> bool {
    convention.obligations.iter().any(|obligation| obligation.about == Some(ObligationTopic::ManagementReport))
}

fn is_report(terms: &Convention, occurrence: &Occurrence) -> bool {
    terms.obligations.iter().any(|obligation| {
        obligation.id == occurrence.obligation && obligation.about == Some(ObligationTopic::ManagementReport)
    })
}

fn finding(context: &CheckContext<'_>, convention: &Convention, late: &Occurrence, due: Date) -> Finding {
    let args = vec![
        ("of", convention_name(context, convention)),
        ("obligation", text(&late.obligation)),
        ("convention", text(&convention.id)),
        ("due", MessageArg::Date(due)),
        ("days", MessageArg::Count(late.days_late)),
    ];
    let place = Location::Value(late.record.clone(), late.path.clone());
    CHECK.finding("finding-management-report-late", place, args)
}

#[cfg(test)]
mod tests {
    use crate::model::{Convention, ConventionKind, Obligation, ObligationTopic, Timing};
    use crate::rules::check::shared::fixtures::Records;
    use crate::rules::testing::{convention, fulfilled, moment, months, obligation};

    fn framework(fulfilments: &[&str]) -> Records {
        let report = Obligation {
            about: Some(ObligationTopic::ManagementReport),
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
    fn a_report_past_its_day_is_found_in_a_framework_too() {
        let expected = "management-report-late at convention/a obligations[1]: \
                        of=a obligation=report convention=a due=2021-06-11 days=20";
        assert_eq!(framework(&[]).found("management-report-late", "2021-07-01"), [expected]);
    }

    #[test]
    fn one_that_is_not_due_or_was_sent_is_not() {
        assert!(framework(&[]).found("management-report-late", "2021-06-11").is_empty());
        assert!(framework(&["2021-06-30"]).found("management-report-late", "2021-07-01").is_empty());
    }
}
