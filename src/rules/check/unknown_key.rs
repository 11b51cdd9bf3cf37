//! A key that the format does not know: most often a slip, and the fact under it is not read.

use super::shared::{problems, text};
use super::{Check, CheckContext};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check = Check {
    name: "unknown-key",
    severity: Severity::Error,
    messages: &["finding-unknown-key", "finding-unknown-key-near"],
    run,
};

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::UnknownKey { key, nearest: Some(nearest) } => {
            Some(("finding-unknown-key-near", vec![("key", text(key)), ("nearest", text(nearest))]))
        }
        ProblemKind::UnknownKey { key, nearest: None } => Some(("finding-unknown-key", vec![("key", text(key))])),
        _ => None,
    });
}

#[cfg(test)]
mod tests {
    use crate::model::ProblemKind;
    use crate::rules::check::shared::fixtures::Records;

    #[test]
    fn it_speaks_of_its_own_problems_and_of_no_other() {
        let records = Records::default()
            .problem(ProblemKind::UnknownKey { key: "signd".to_owned(), nearest: Some("signed".to_owned()) })
            .problem(ProblemKind::UnknownKey { key: "x".to_owned(), nearest: None })
            .problem(ProblemKind::FormatTooNew { found: 2, known: 1 });
        assert_eq!(
            records.found("unknown-key", "2020-12-01"),
            [
                "unknown-key-near at startups/a.toml 3..7: key=signd nearest=signed",
                "unknown-key at startups/a.toml 3..7: key=x",
            ]
        );
    }
}
