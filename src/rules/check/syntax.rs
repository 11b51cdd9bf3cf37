//! A file that is not TOML.

use super::shared::problems;
use super::{Check, CheckContext};
use crate::model::{Finding, MessageArg, ProblemKind, Severity};

pub const CHECK: Check = Check { name: "syntax", severity: Severity::Error, messages: &["finding-syntax"], run };

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        // The parser's words may go on with an excerpt of their own.
        ProblemKind::Syntax(words) => Some((
            "finding-syntax",
            vec![("words", MessageArg::Parser(words.lines().next().unwrap_or_default().to_owned()))],
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
            .problem(ProblemKind::Syntax("invalid string\nexpected `\"`".to_owned()))
            .problem(ProblemKind::FloatAmount("1.5".to_owned()));
        assert_eq!(records.found("syntax", "2020-12-01"), ["syntax at startups/a.toml 3..7: words=invalid string"]);
    }
}
