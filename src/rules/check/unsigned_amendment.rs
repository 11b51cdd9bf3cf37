//! Reports an amendment without a signature date: it has no effect until it is signed.

use super::shared::{convention_name, in_convention, text};
use super::{Check, CheckInput};
use crate::model::{ConventionKind, Finding, KeyPath, Severity};

pub const CHECK: Check =
    Check { name: "unsigned-amendment", severity: Severity::Warning, messages: &["finding-unsigned-amendment"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        if let ConventionKind::Amendment { amends } = &convention.kind
            && convention.signed.is_none()
            && !(convention.undated && convention.not_before.is_some())
        {
            let place = in_convention(&convention.id, KeyPath::top().key("signed"));
            let base = context.portfolio.conventions.get(amends);
            let of = base.map_or_else(|| text(amends), |base| convention_name(context, base));
            findings.push(CHECK.finding("finding-unsigned-amendment", place, vec![("of", of)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{amendment, convention};

    #[test]
    fn reports_unsigned_amendments_but_not_conventions() {
        let records = Records::default()
            .convention(convention("a", &[], ""))
            .convention(amendment("b", "a", ""))
            .convention(amendment("c", "a", "2020-06-01"));
        let expected = "unsigned-amendment at convention/b signed: of=a";
        assert_eq!(records.found("unsigned-amendment", "2020-12-01"), [expected]);
    }
}
