//! A value of another type or form than its key takes.

use super::shared::{problems, text};
use super::{Check, CheckContext};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "wrong-type", severity: Severity::Error, messages: &["finding-wrong-type"], run };

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::WrongType { expected, found } => {
            Some(("finding-wrong-type", vec![("expected", text(expected)), ("found", text(found))]))
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
            .problem(ProblemKind::WrongType { expected: "date".to_owned(), found: "\"2020\"".to_owned() })
            .problem(ProblemKind::FloatAmount("1.5".to_owned()));
        assert_eq!(
            records.found("wrong-type", "2020-12-01"),
            ["wrong-type at startups/a.toml 3..7: expected=date found=\"2020\""]
        );
    }
}
