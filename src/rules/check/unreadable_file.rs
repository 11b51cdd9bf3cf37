//! A file of which nothing can be read: not text, too large, empty, a link that leads out or nowhere …

use super::shared::problems;
use super::{Check, CheckContext};
use crate::model::{Finding, MessageArg, ProblemKind, Severity, Unreadable};

pub const CHECK: Check = Check {
    name: "unreadable-file",
    severity: Severity::Error,
    messages: &[
        "finding-unreadable-file-not-utf8",
        "finding-unreadable-file-too-large",
        "finding-unreadable-file-not-a-file",
        "finding-unreadable-file-link-out",
        "finding-unreadable-file-link-nowhere",
        "finding-unreadable-file-empty",
        "finding-unreadable-file-too-deep",
        "finding-unreadable-file-refused",
    ],
    run,
};

fn run(context: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| {
        let ProblemKind::Unreadable(why) = kind else { return None };
        Some(match why {
            Unreadable::NotUtf8 => ("finding-unreadable-file-not-utf8", vec![]),
            Unreadable::TooLarge(bytes) => {
                let megabytes = i64::try_from(bytes / 1_000_000).unwrap_or(i64::MAX);
                ("finding-unreadable-file-too-large", vec![("megabytes", MessageArg::Count(megabytes))])
            }
            Unreadable::NotAFile => ("finding-unreadable-file-not-a-file", vec![]),
            Unreadable::LinkOut => ("finding-unreadable-file-link-out", vec![]),
            Unreadable::LinkNowhere => ("finding-unreadable-file-link-nowhere", vec![]),
            Unreadable::Empty => ("finding-unreadable-file-empty", vec![]),
            Unreadable::TooDeep => ("finding-unreadable-file-too-deep", vec![]),
            Unreadable::Refused(why) => {
                ("finding-unreadable-file-refused", vec![("words", MessageArg::System(why.clone()))])
            }
        })
    });
}

#[cfg(test)]
mod tests {
    use crate::model::{ProblemKind, SystemError, Unreadable};
    use crate::rules::check::shared::fixtures::Records;

    #[test]
    fn it_speaks_of_its_own_problems_and_of_no_other() {
        let records = Records::default()
            .problem(ProblemKind::Unreadable(Unreadable::NotUtf8))
            .problem(ProblemKind::Unreadable(Unreadable::TooLarge(52_428_800)))
            .problem(ProblemKind::Unreadable(Unreadable::Refused(SystemError::said("permission denied".to_owned()))))
            .problem(ProblemKind::FormatTooNew { found: 2, known: 1 });
        assert_eq!(
            records.found("unreadable-file", "2020-12-01"),
            [
                "unreadable-file-not-utf8 at startups/a.toml 3..7: ",
                "unreadable-file-too-large at startups/a.toml 3..7: megabytes=52",
                "unreadable-file-refused at startups/a.toml 3..7: words=permission denied",
            ]
        );
    }
}
