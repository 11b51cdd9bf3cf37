//! An amount written as a float: `17500.5` is no exact number of cents to a computer.

use super::shared::{problems, text};
use super::{Check, CheckContext};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "float-amount", severity: Severity::Error, messages: &["finding-float-amount"], run };

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::FloatAmount(written) => Some(("finding-float-amount", vec![("written", text(written))])),
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
            .problem(ProblemKind::FloatAmount("1.5".to_owned()))
            .problem(ProblemKind::MissingKey("name".to_owned()));
        assert_eq!(records.found("float-amount", "2020-12-01"), ["float-amount at startups/a.toml 3..7: written=1.5"]);
    }
}
