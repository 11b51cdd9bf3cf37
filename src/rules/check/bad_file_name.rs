//! A file whose name is no id, so that no record can speak of it.

use super::shared::{problems, text};
use super::{Check, CheckContext};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "bad-file-name", severity: Severity::Error, messages: &["finding-bad-file-name"], run };

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::BadFileName(name) => Some(("finding-bad-file-name", vec![("name", text(name))])),
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
            .problem(ProblemKind::BadFileName("Pau".to_owned()))
            .problem(ProblemKind::FloatAmount("1.5".to_owned()));
        assert_eq!(records.found("bad-file-name", "2020-12-01"), ["bad-file-name at startups/a.toml 3..7: name=Pau"]);
    }
}
