//! Two dates of one record in an order that cannot be: decided after it was signed, done before it was promised …

use super::shared::{amended, entry, in_convention, in_startup};
use super::{Check, Context};
use crate::model::{Arg, Convention, Date, Finding, Path, Place, Severity, Startup, TermLength};

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

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        of_startup(startup, findings);
    }
    for convention in context.portfolio.conventions.values() {
        of_convention(context, convention, findings);
        of_expenditure(convention, findings);
    }
}

/// The finding where `later` comes before `earlier`. The place is that of the later one in the document's order.
fn before(message: &'static str, later: Date, earlier: Date, place: impl FnOnce() -> Place) -> Option<Finding> {
    let args = || vec![("later", Arg::Date(later)), ("earlier", Arg::Date(earlier))];
    (later < earlier).then(|| CHECK.finding(message, place(), args()))
}

fn of_startup(startup: &Startup, findings: &mut Vec<Finding>) {
    for (n, committee) in startup.committees.iter().enumerate() {
        let Some(until) = committee.until else { continue };
        let place = || in_startup(&startup.id, entry("committees", n).key("until"));
        findings.extend(before("finding-dates-out-of-order-until", until, committee.on, place));
    }
}

fn of_convention(context: &Context<'_>, convention: &Convention, findings: &mut Vec<Finding>) {
    let Some(signed) = convention.signed else { return };
    let at = |path: Path| in_convention(&convention.id, path);
    if let Some(decided) = convention.decided {
        let place = || at(Path::top().key("signed"));
        findings.extend(before("finding-dates-out-of-order-decided", signed, decided, place));
    }
    if let Some(earlier) = amended(context, convention).and_then(|base| base.signed) {
        let place = || at(Path::top().key("signed"));
        findings.extend(before("finding-dates-out-of-order-amendment", signed, earlier, place));
    }
    if let Some(TermLength::Until(until)) = convention.term.as_ref().map(|term| &term.length) {
        let place = || at(Path::top().key("term").key("until"));
        findings.extend(before("finding-dates-out-of-order-term", *until, signed, place));
    }
    if let Some(terminated) = &convention.terminated {
        let place = || at(Path::top().key("terminated").key("on"));
        findings.extend(before("finding-dates-out-of-order-terminated", terminated.on, signed, place));
    }
    for (n, obligation) in convention.obligations.iter().enumerate() {
        for (m, fulfilment) in obligation.fulfilled.iter().enumerate() {
            let place = || at(entry("obligations", n).key("fulfilled").index(m).key("on"));
            findings.extend(before("finding-dates-out-of-order-fulfilled", fulfilment.on, signed, place));
        }
    }
}

/// Money is engaged, then the service is done, then it is paid. Advances exist: paid before done is no slip.
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
