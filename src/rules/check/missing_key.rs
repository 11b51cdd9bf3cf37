//! A key that a record or an entry cannot do without.

use super::shared::{problems, text};
use super::{Check, CheckContext};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "missing-key", severity: Severity::Error, messages: &["finding-missing-key"], run };

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::MissingKey(key) => Some(("finding-missing-key", vec![("key", text(key))])),
        _ => None,
    });
}

#[cfg(test)]
mod tests {
    use crate::model::ProblemKind;
    use crate::rules::check::shared::fixtures::Records;

    #[test]
    fn it_speaks_of_its_own_problem_and_of_no_other() {
        let records = Records::default()
            .problem(ProblemKind::MissingKey("name".to_owned()))
            .problem(ProblemKind::FloatAmount("1.5".to_owned()));
        assert_eq!(records.found("missing-key", "2020-12-01"), ["missing-key at startups/a.toml 3..7: key=name"]);
    }
}
