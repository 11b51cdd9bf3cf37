//! A convention without the day of its signature, and all that hangs on it.

use super::shared::{count, in_convention, text};
use super::{Check, Context};
use crate::model::{Arg, Convention, Finding, Kind, Moment, Path, Severity, Start, TermLength, Timing, Trigger};

pub const CHECK: Check = Check {
    name: "signature-missing",
    severity: Severity::Warning,
    messages: &["finding-signature-missing", "finding-signature-missing-alone"],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        // An amendment without a signature has a check of its own.
        if convention.signed.is_some() || matches!(convention.kind, Kind::Amendment { .. }) {
            continue;
        }
        let blocked = blocked(convention);
        let message = if blocked.is_empty() { "finding-signature-missing-alone" } else { "finding-signature-missing" };
        let args =
            vec![("convention", text(&convention.id)), ("count", count(blocked.len())), ("blocks", Arg::List(blocked))];
        findings.push(CHECK.finding(message, in_convention(&convention.id, Path::top().key("signed")), args));
    }
}

/// What has no day until the signature has one, by the names that `due` and the record give it.
fn blocked(convention: &Convention) -> Vec<String> {
    let mut blocked = Vec::new();
    for contribution in &convention.contributions {
        let several = contribution.tranches.len() > 1;
        for (n, tranche) in contribution.tranches.iter().enumerate() {
            if contribution.to.is_some() && matches!(tranche.when, Trigger::At(Moment::Signature(_))) {
                let number = if several { format!("-{}", n + 1) } else { String::new() };
                blocked.push(format!("payment-{}{number}", contribution.id));
            }
        }
    }
    if convention.committee.as_ref().is_some_and(|clause| !matches!(clause.from, Start::On(_))) {
        blocked.push("committee".to_owned());
    }
    let obligations = convention.obligations.iter().filter(|obligation| match obligation.timing {
        Timing::Once(moment) => matches!(moment, Some(Moment::Signature(_))),
        Timing::Recurring(recurrence) => !matches!(recurrence.from, Start::On(_)),
        Timing::Standing => false,
    });
    blocked.extend(obligations.map(|obligation| obligation.id.clone()));
    let lasts = convention.term.as_ref().is_some_and(|term| matches!(term.length, TermLength::For(_)));
    if lasts || convention.resources.iter().any(|resource| resource.lasts.is_some()) {
        blocked.push(if lasts { "term" } else { "resources" }.to_owned());
    }
    blocked
}
