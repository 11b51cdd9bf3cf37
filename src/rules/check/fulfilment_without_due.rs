//! Reports a fulfilment with a `due` date on which nothing is due.

use super::shared::{in_convention, text};
use super::{Check, CheckInput};
use crate::model::{Finding, MessageArg, Severity};
use crate::rules::terms::entry_path;
use crate::rules::unmatched_fulfilments;

pub const CHECK: Check = Check {
    name: "fulfilment-without-due",
    severity: Severity::Warning,
    messages: &["finding-fulfilment-without-due"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        let names_due = convention.obligations.iter().flat_map(|one| &one.fulfilled).any(|one| one.due.is_some());
        if !names_due {
            continue;
        }
        for (n, m, due) in unmatched_fulfilments(context.portfolio, &convention.id, context.as_of) {
            let path = entry_path("obligations", n).key("fulfilled").index(m).key("due");
            let obligation = convention.obligations.get(n).map_or("", |one| &one.what);
            let args = vec![("obligation", text(obligation)), ("due", MessageArg::Date(due))];
            findings.push(CHECK.finding("finding-fulfilment-without-due", in_convention(&convention.id, path), args));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Convention, Fulfilment, Obligation, RecurrenceStart};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{convention, day, every, fulfilled, obligation};

    #[test]
    fn reports_a_fulfilment_of_a_date_that_is_not_due() {
        let for_due = |due: &str| Fulfilment { due: Some(day(due)), ..fulfilled("2020-09-01") };
        let report = Obligation {
            fulfilled: [for_due("2020-07-01"), for_due("2020-08-01"), fulfilled("2021-01-01")].into(),
            ..obligation("report", every("6 months", RecurrenceStart::Signature))
        };
        let of = Convention { obligations: vec![report], ..convention("a", &[], "2020-01-01") };
        let expected = "fulfilment-without-due at convention/a obligations[0].fulfilled[1].due: obligation=do report due=2020-08-01";
        assert_eq!(Records::default().convention(of).found("fulfilment-without-due", "2021-02-01"), [expected]);
    }
}
