//! Reports estimated ends that have passed, and extensions that were signed after the end.

use super::shared::{amended, convention_name, in_convention};
use super::{Check, CheckInput};
use crate::model::{Finding, KeyPath, MessageArg, Severity};
use crate::rules::convention_summary;

/// The convention has an estimated end (« durée prévisionnelle »), and nothing shows whether it was extended or closed.
pub const ESTIMATED: Check = Check {
    name: "estimated-end-passed",
    severity: Severity::Warning,
    messages: &["finding-estimated-end-passed"],
    run: estimated,
};

/// An extension signed after the end doesn't revive the convention.
pub const EXTENDED: Check = Check {
    name: "extension-after-end",
    severity: Severity::Warning,
    messages: &["finding-extension-after-end"],
    run: extended,
};

fn estimated(check: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values().filter(|one| !one.is_amendment()) {
        let Some(summary) = convention_summary(context.portfolio, &convention.id, context.as_of) else { continue };
        if let Some(ends) = summary.ends.filter(|ends| summary.ends_estimated && *ends < context.as_of) {
            let args = vec![("of", convention_name(context, convention)), ("ends", MessageArg::Date(ends))];
            let place = in_convention(&convention.id, KeyPath::top().key("term"));
            findings.push(check.finding("finding-estimated-end-passed", place, args));
        }
    }
}

fn extended(check: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for amendment in context.portfolio.conventions.values() {
        let Some(base) = amended(context, amendment) else { continue };
        let Some(signed) = amendment.signed.filter(|_| amendment.term.is_some()) else { continue };
        let before = signed.pred_opt().unwrap_or(signed);
        let summary = convention_summary(context.portfolio, &base.id, before);
        let ended = summary.filter(|one| !one.ends_estimated).and_then(|one| one.ends).filter(|ends| *ends < signed);
        if let Some(ends) = ended.filter(|_| signed <= context.as_of) {
            let args = vec![
                ("of", convention_name(context, base)),
                ("ends", MessageArg::Date(ends)),
                ("signed", MessageArg::Date(signed)),
            ];
            let place = in_convention(&amendment.id, KeyPath::top().key("term"));
            findings.push(check.finding("finding-extension-after-end", place, args));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Convention, Span, Term, TermLength};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{amendment, convention, months};

    #[test]
    fn reports_an_estimated_end_once_it_has_passed() {
        let term = Term { estimated: true, ..Term::new(TermLength::For(Span::months(12))) };
        let records =
            Records::default().convention(Convention { term: Some(term), ..convention("a", &[], "2020-05-11") });
        let expected = "estimated-end-passed at convention/a term: of=a ends=2021-05-11";
        assert_eq!(records.found("estimated-end-passed", "2021-05-12"), [expected]);
        assert!(records.found("estimated-end-passed", "2021-05-11").is_empty());
    }

    #[test]
    fn reports_an_extension_signed_after_the_end() {
        let records = |signed: &str| {
            Records::default()
                .convention(Convention { term: months(12), ..convention("a", &[], "2020-01-01") })
                .convention(Convention { term: months(24), ..amendment("b", "a", signed) })
        };
        let expected = "extension-after-end at convention/b term: of=a ends=2021-01-01 signed=2021-01-02";
        assert_eq!(records("2021-01-02").found("extension-after-end", "2021-06-01"), [expected]);
        assert!(records("2021-01-01").found("extension-after-end", "2021-06-01").is_empty());
    }
}
