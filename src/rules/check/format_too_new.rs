//! A record written for a newer program than this one.

use super::shared::problems;
use super::{Check, CheckContext};
use crate::model::{Finding, MessageArg, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "format-too-new", severity: Severity::Error, messages: &["finding-format-too-new"], run };

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::FormatTooNew { found, known } => Some((
            "finding-format-too-new",
            vec![("found", MessageArg::Count(*found)), ("known", MessageArg::Count(*known))],
        )),
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
            .problem(ProblemKind::FormatTooNew { found: 2, known: 1 })
            .problem(ProblemKind::FloatAmount("1.5".to_owned()));
        assert_eq!(
            records.found("format-too-new", "2020-12-01"),
            ["format-too-new at startups/a.toml 3..7: found=2 known=1"]
        );
    }
}
