//! Keys of one table of which only one can stand: an obligation that is due on a day and every six months.

use super::shared::problems;
use super::{Check, CheckContext};
use crate::model::{Finding, MessageArg, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "conflicting-keys", severity: Severity::Error, messages: &["finding-conflicting-keys"], run };

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::ConflictingKeys(keys) => {
            Some(("finding-conflicting-keys", vec![("keys", MessageArg::List(keys.clone()))]))
        }
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
            .problem(ProblemKind::ConflictingKeys(vec!["due".to_owned(), "every".to_owned()]))
            .problem(ProblemKind::FloatAmount("1.5".to_owned()));
        assert_eq!(
            records.found("conflicting-keys", "2020-12-01"),
            ["conflicting-keys at startups/a.toml 3..7: keys=due+every"]
        );
    }
}
