//! Reports an amendment that amends another amendment: it has no effect.

use super::shared::{in_convention, text};
use super::{Check, CheckInput};
use crate::model::{ConventionKind, Finding, KeyPath, Severity};

pub const CHECK: Check = Check {
    name: "amendment-of-amendment",
    severity: Severity::Error,
    messages: &["finding-amendment-of-amendment"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let conventions = &context.portfolio.conventions;
    for convention in conventions.values() {
        let ConventionKind::Amendment { amends } = &convention.kind else { continue };
        if let Some(ConventionKind::Amendment { amends: base }) = conventions.get(amends).map(|other| &other.kind) {
            let place = in_convention(&convention.id, KeyPath::top().key("amends"));
            let args = vec![("amends", text(amends)), ("base", text(base))];
            findings.push(CHECK.finding("finding-amendment-of-amendment", place, args));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{amendment, convention};

    #[test]
    fn names_the_convention_to_amend() {
        let records = Records::default()
            .convention(convention("a", &[], "2020-01-01"))
            .convention(amendment("b", "a", "2020-06-01"))
            .convention(amendment("c", "b", "2020-07-01"));
        let expected = "amendment-of-amendment at convention/c amends: amends=b base=a";
        assert_eq!(records.found("amendment-of-amendment", "2020-12-01"), [expected]);
    }
}
