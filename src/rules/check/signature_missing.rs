//! Reports a convention without a signature date, and what depends on that date.

use super::shared::{convention_name, in_convention, is_whole, text};
use super::{Check, CheckInput};
use crate::model::{Convention, Finding, KeyPath, MessageArg, RecordKind, Severity, TermLength};
use crate::rules::{Unknown, convention_occurrences};

pub const CHECK: Check = Check {
    name: "signature-missing",
    severity: Severity::Warning,
    messages: &["finding-signature-missing", "finding-signature-missing-alone"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        // Another check reports unsigned amendments.
        let is_known = is_whole(context, RecordKind::Convention, &convention.id);
        if convention.signed.is_some() || convention.is_amendment() || !is_known {
            continue;
        }
        let mut blocked = blocked(context, convention);
        let due = blocked.len();
        blocked.extend(periods(convention));
        let message = if blocked.is_empty() { "finding-signature-missing-alone" } else { "finding-signature-missing" };
        let args = vec![
            ("of", convention_name(context, convention)),
            ("convention", text(&convention.id)),
            ("count", MessageArg::count(due)),
            ("things", MessageArg::count(blocked.len())),
            ("blocks", MessageArg::List(blocked)),
        ];
        findings.push(CHECK.finding(message, in_convention(&convention.id, KeyPath::top().key("signed")), args));
    }
}

/// Returns the ids, as in `due`, of the obligations that have no due date because the signature is missing.
fn blocked(context: &CheckInput<'_>, convention: &Convention) -> Vec<String> {
    let mut blocked: Vec<String> = Vec::new();
    for one in convention_occurrences(context.portfolio, &convention.id, context.as_of) {
        // For several startups, the committee clause appears once per startup.
        if one.unknown == Some(Unknown::Signature) && !blocked.iter().any(|id| *id == one.obligation) {
            blocked.push(one.obligation.to_string());
        }
    }
    blocked
}

/// Returns the keys of the record with periods that count from the signature.
fn periods(convention: &Convention) -> Vec<String> {
    let lasts = convention.term.as_ref().is_some_and(|term| matches!(term.length, TermLength::For(_)));
    let lent = convention.resources.iter().any(|resource| resource.lasts.is_some());
    [("term", lasts), ("resources", lent)]
        .into_iter()
        .filter(|(_, runs)| *runs)
        .map(|(key, _)| key.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::model::{Moment, RecurrenceStart, Resource, Startup, Timing};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{
        amendment, at, clause, contribution, convention, every, id, moment, months, obligation, own_spending, startup,
    };

    #[test]
    fn names_every_dependent_obligation() {
        let mut of = convention("a", &["s", "t"], "");
        of.contributions = vec![
            contribution("pau", &[("400", at("signature")), ("600", at("2021-03-01"))]),
            contribution("oise", &[("400", at("signature + 1 month"))]),
            own_spending("anct", "anct", "35000"),
        ];
        of.committee = Some(clause("6 months"));
        of.obligations = vec![
            obligation("page", Timing::Standing),
            obligation("figures", every("3 months", RecurrenceStart::Signature)),
            obligation("report", Timing::Once(Some(moment("end")))),
            obligation("start", Timing::Once(Some(Moment::Signature(None)))),
        ];
        of.term = months(12);
        of.resources = vec![Resource {
            from: id("pau"),
            what: "a developer".to_owned(),
            share: None,
            lasts: Some(crate::model::Span::months(6)),
            article: None,
            at_least: false,
            inferred: Arc::default(),
        }];
        let named = Startup { name: "Histologe".to_owned(), ..startup("s") };
        let records = Records::default().convention(of).convention(amendment("b", "a", ""));
        let records = records.startup(named).startup(startup("t"));
        let expected = "signature-missing at convention/a signed: of=Histologe+t convention=a count=7 things=9 \
                        blocks=payment-pau-1+payment-pau-2+payment-oise+committee+figures+report+start+term+resources";
        assert_eq!(records.found("signature-missing", "2020-12-01"), [expected]);
    }

    #[test]
    fn reports_a_missing_signature_without_dependents() {
        let records =
            Records::default().convention(convention("a", &[], "")).convention(convention("b", &[], "2020-01-01"));
        let expected = "signature-missing-alone at convention/a signed: of=a convention=a count=0 things=0 blocks=";
        assert_eq!(records.found("signature-missing", "2020-12-01"), [expected]);
    }
}
