//! Reports an obligation without an article, which nobody could find in the document.

use super::shared::{entry, in_convention, text};
use super::{Check, CheckInput};
use crate::model::{Finding, Severity};

pub const CHECK: Check = Check {
    name: "obligation-without-article",
    severity: Severity::Info,
    messages: &["finding-obligation-without-article"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        for (n, obligation) in convention.obligations.iter().enumerate() {
            if obligation.article.as_ref().is_none_or(|article| article.trim().is_empty()) {
                let place = in_convention(&convention.id, entry("obligations", n));
                let args = vec![("obligation", text(&obligation.what))];
                findings.push(CHECK.finding("finding-obligation-without-article", place, args));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Obligation, Timing};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{convention, obligation};

    #[test]
    fn reports_an_obligation_without_an_article() {
        let mut of = convention("a", &[], "");
        let without = |name: &str, article: Option<&str>| Obligation {
            article: article.map(Into::into),
            ..obligation(name, Timing::Standing)
        };
        of.obligations = vec![without("page", Some("2")), without("report", None), without("code", Some(" "))];
        assert_eq!(
            Records::default().convention(of).found("obligation-without-article", "2020-12-01"),
            [
                "obligation-without-article at convention/a obligations[1]: obligation=do report",
                "obligation-without-article at convention/a obligations[2]: obligation=do code",
            ]
        );
    }
}
