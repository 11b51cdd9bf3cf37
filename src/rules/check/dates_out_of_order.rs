//! Reports two dates of one record in an impossible order, such as a decision after the signature.

use super::shared::{amended, entry, in_convention, in_startup};
use super::{Check, CheckInput};
use crate::model::{Convention, Date, Finding, KeyPath, Location, MessageArg, Severity, Startup, TermLength};

pub const CHECK: Check = Check {
    name: "dates-out-of-order",
    severity: Severity::Error,
    messages: &[
        "finding-dates-out-of-order-decided",
        "finding-dates-out-of-order-amendment",
        "finding-dates-out-of-order-term",
        "finding-dates-out-of-order-terminated",
        "finding-dates-out-of-order-fulfilled",
        "finding-dates-out-of-order-service",
        "finding-dates-out-of-order-paid",
        "finding-dates-out-of-order-until",
    ],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        of_startup(startup, findings);
    }
    for convention in context.portfolio.conventions.values() {
        of_convention(context, convention, findings);
        of_expenditure(convention, findings);
    }
}

/// Returns a finding if `later` is before `earlier`.
fn before(message: &'static str, later: Date, earlier: Date, place: impl FnOnce() -> Location) -> Option<Finding> {
    let args = || vec![("later", MessageArg::Date(later)), ("earlier", MessageArg::Date(earlier))];
    (later < earlier).then(|| CHECK.finding(message, place(), args()))
}

fn of_startup(startup: &Startup, findings: &mut Vec<Finding>) {
    for (n, committee) in startup.committees.iter().enumerate() {
        let Some(until) = committee.until else { continue };
        let place = || in_startup(&startup.id, entry("committees", n).key("until"));
        findings.extend(before("finding-dates-out-of-order-until", until, committee.on, place));
    }
}

fn of_convention(context: &CheckInput<'_>, convention: &Convention, findings: &mut Vec<Finding>) {
    let Some(signed) = convention.signed else { return };
    let at = |path: KeyPath| in_convention(&convention.id, path);
    if let Some(decided) = convention.decided {
        let place = || at(KeyPath::top().key("signed"));
        findings.extend(before("finding-dates-out-of-order-decided", signed, decided, place));
    }
    if let Some(earlier) = amended(context, convention).and_then(|base| base.signed) {
        let place = || at(KeyPath::top().key("signed"));
        findings.extend(before("finding-dates-out-of-order-amendment", signed, earlier, place));
    }
    if let Some(TermLength::Until(until)) = convention.term.as_ref().map(|term| &term.length) {
        let place = || at(KeyPath::top().key("term").key("until"));
        findings.extend(before("finding-dates-out-of-order-term", *until, signed, place));
    }
    if let Some(terminated) = &convention.terminated {
        let place = || at(KeyPath::top().key("terminated").key("on"));
        findings.extend(before("finding-dates-out-of-order-terminated", terminated.on, signed, place));
    }
    for (n, obligation) in convention.obligations.iter().enumerate() {
        for (m, fulfilment) in obligation.fulfilled.iter().enumerate() {
            let place = || at(entry("obligations", n).key("fulfilled").index(m).key("on"));
            findings.extend(before("finding-dates-out-of-order-fulfilled", fulfilment.on, signed, place));
        }
    }
}

/// Checks the order of commitment, service done and payment. Payment before service is allowed: it is an advance.
fn of_expenditure(convention: &Convention, findings: &mut Vec<Finding>) {
    for (n, line) in convention.expenditure.iter().enumerate() {
        let Some(committed) = line.committed else { continue };
        let at = |key: &str| in_convention(&convention.id, entry("expenditure", n).key(key));
        if let Some(done) = line.done {
            findings.extend(before("finding-dates-out-of-order-service", done, committed, || at("done")));
        }
        if let Some(paid) = line.paid {
            findings.extend(before("finding-dates-out-of-order-paid", paid, committed, || at("paid")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Committee, CommitteeState, Expenditure, Startup, TermLength, Termination, Timing};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{
        amendment, committee, convention, day, fulfilled, obligation, paid, startup, term,
    };

    #[test]
    fn reports_days_in_the_wrong_order() {
        let mut of = convention("a", &[], "2020-02-20");
        of.decided = Some(day("2020-02-21"));
        of.term = term(TermLength::Until(day("2020-02-19")));
        of.terminated = Some(Termination { on: day("2020-01-01"), notice: None, reason: None });
        of.obligations = vec![obligation("page", Timing::Standing)];
        of.obligations[0].fulfilled = [fulfilled("2020-02-19"), fulfilled("2020-02-20")].into();
        of.expenditure = vec![Expenditure {
            committed: Some(day("2020-05-02")),
            done: Some(day("2020-05-01")),
            ..paid("10", "2020-05-01")
        }];
        let meeting = Committee { until: Some(day("2020-01-01")), ..committee(CommitteeState::Held, "2020-06-01") };
        let records = Records::default()
            .convention(of)
            .convention(amendment("b", "a", "2020-02-19"))
            .startup(Startup { committees: vec![meeting], ..startup("histologe") });
        let found = records.found("dates-out-of-order", "2020-12-01");
        let found: Vec<&str> = found.iter().filter_map(|one| one.split(':').next()).collect();
        assert_eq!(
            found,
            [
                "dates-out-of-order-until at startup/histologe committees[0].until",
                "dates-out-of-order-decided at convention/a signed",
                "dates-out-of-order-term at convention/a term.until",
                "dates-out-of-order-terminated at convention/a terminated.on",
                "dates-out-of-order-fulfilled at convention/a obligations[0].fulfilled[0].on",
                "dates-out-of-order-service at convention/a expenditure[0].done",
                "dates-out-of-order-paid at convention/a expenditure[0].paid",
                "dates-out-of-order-amendment at convention/b signed",
            ]
        );
    }

    #[test]
    fn accepts_equal_and_unknown_days() {
        let mut of = convention("a", &[], "2020-02-20");
        of.decided = of.signed;
        of.expenditure = vec![Expenditure { committed: None, ..paid("10", "2019-01-01") }];
        let mut unsigned = convention("b", &[], "");
        unsigned.decided = Some(day("2020-09-11"));
        let records = Records::default().convention(of).convention(unsigned);
        assert!(records.found("dates-out-of-order", "2020-12-01").is_empty());
    }
}
