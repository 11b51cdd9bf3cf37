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

#[cfg(test)]
mod tests {
    use crate::model::{Moment, Start, Timing};
    use crate::rules::check::shared::fixtures::Records;
    use crate::rules::testing::{
        amendment, at, clause, contribution, convention, every, moment, months, obligation, own_spending,
    };

    #[test]
    fn all_that_hangs_on_it_is_named() {
        let mut of = convention("a", &[], "");
        of.contributions = vec![
            contribution("pau", &[("400", at("signature")), ("600", at("2021-03-01"))]),
            contribution("oise", &[("400", at("signature + 1 month"))]),
            own_spending("anct", "anct", "35000"),
        ];
        of.committee = Some(clause("6 months"));
        of.obligations = vec![
            obligation("page", Timing::Standing),
            obligation("figures", every("3 months", Start::Signature)),
            obligation("report", Timing::Once(Some(moment("end")))),
            obligation("start", Timing::Once(Some(Moment::Signature(None)))),
        ];
        of.term = months(12);
        let records = Records::default().convention(of).convention(amendment("b", "a", ""));
        let expected = "signature-missing at convention/a signed: \
                        convention=a count=6 blocks=payment-pau-1+payment-oise+committee+figures+start+term";
        assert_eq!(records.found("signature-missing", "2020-12-01"), [expected]);
    }

    #[test]
    fn nothing_may_hang_on_it_and_a_signature_ends_it() {
        let records =
            Records::default().convention(convention("a", &[], "")).convention(convention("b", &[], "2020-01-01"));
        let expected = "signature-missing-alone at convention/a signed: convention=a count=0 blocks=";
        assert_eq!(records.found("signature-missing", "2020-12-01"), [expected]);
    }
}
