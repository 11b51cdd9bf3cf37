//! One id for two records, or for two entries of one list: nobody can tell which is meant.

use super::shared::{problems, text};
use super::{Check, CheckContext};
use crate::model::{Finding, MessageArg, ProblemKind, Severity};

pub const CHECK: Check = Check {
    name: "duplicate-id",
    severity: Severity::Error,
    messages: &["finding-duplicate-id", "finding-duplicate-id-entry"],
    run,
};

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::DuplicateId(files) => {
            Some(("finding-duplicate-id", vec![("files", MessageArg::List(files.clone()))]))
        }
        ProblemKind::DuplicateEntry(id) => Some(("finding-duplicate-id-entry", vec![("id", text(id))])),
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
            .problem(ProblemKind::DuplicateId(vec!["startups/a.toml".to_owned(), "startups/x/a.toml".to_owned()]))
            .problem(ProblemKind::DuplicateEntry("pau".to_owned()))
            .problem(ProblemKind::FormatTooNew { found: 2, known: 1 });
        assert_eq!(
            records.found("duplicate-id", "2020-12-01"),
            [
                "duplicate-id at startups/a.toml 3..7: files=startups/a.toml+startups/x/a.toml",
                "duplicate-id-entry at startups/a.toml 3..7: id=pau",
            ]
        );
    }
}
