//! A word that is none of those a key allows.

use super::shared::{problems, text};
use super::{Check, CheckContext};
use crate::model::{Finding, MessageArg, ProblemKind, Severity};

pub const CHECK: Check = Check {
    name: "unknown-value",
    severity: Severity::Error,
    messages: &["finding-unknown-value", "finding-unknown-value-near"],
    run,
};

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| {
        let ProblemKind::UnknownValue { value, allowed, nearest } = kind else { return None };
        let mut args = vec![("value", text(value)), ("allowed", MessageArg::List(allowed.clone()))];
        Some(match nearest {
            Some(nearest) => {
                args.push(("nearest", text(nearest)));
                ("finding-unknown-value-near", args)
            }
            None => ("finding-unknown-value", args),
        })
    });
}

#[cfg(test)]
mod tests {
    use crate::model::ProblemKind;
    use crate::rules::check::shared::fixtures::Records;

    #[test]
    fn it_speaks_of_its_own_problems_and_of_no_other() {
        let records = Records::default()
            .problem(ProblemKind::UnknownValue {
                value: "helt".to_owned(),
                allowed: vec!["held".to_owned(), "planned".to_owned()],
                nearest: Some("held".to_owned()),
            })
            .problem(ProblemKind::UnknownValue {
                value: "x".to_owned(),
                allowed: vec!["held".to_owned()],
                nearest: None,
            })
            .problem(ProblemKind::FormatTooNew { found: 2, known: 1 });
        assert_eq!(
            records.found("unknown-value", "2020-12-01"),
            [
                "unknown-value-near at startups/a.toml 3..7: value=helt allowed=held+planned nearest=held",
                "unknown-value at startups/a.toml 3..7: value=x allowed=held",
            ]
        );
    }
}
