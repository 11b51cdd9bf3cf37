//! Reports a planned committee whose day has passed: it may have been held without being recorded.

use super::shared::{entry, in_startup, startup_name};
use super::{Check, CheckInput};
use crate::model::{CommitteeState, Finding, MessageArg, Severity};

pub const CHECK: Check = Check {
    name: "committee-planned-passed",
    severity: Severity::Warning,
    messages: &["finding-committee-planned-passed"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        for (n, committee) in startup.committees.iter().enumerate() {
            if committee.state == CommitteeState::Planned && committee.on < context.as_of {
                let args =
                    vec![("startup", startup_name(context, &startup.id)), ("on", MessageArg::Date(committee.on))];
                let place = in_startup(&startup.id, entry("committees", n));
                findings.push(CHECK.finding("finding-committee-planned-passed", place, args));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{CommitteeState, Startup};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{committee, startup};

    #[test]
    fn reports_a_planned_day_once_it_has_passed() {
        let committees =
            vec![committee(CommitteeState::Held, "2026-03-02"), committee(CommitteeState::Planned, "2026-08-25")];
        let records = Records::default().startup(Startup { committees, ..startup("a") });
        let expected = "committee-planned-passed at startup/a committees[1]: startup=a on=2026-08-25";
        assert_eq!(records.found("committee-planned-passed", "2026-08-26"), [expected]);
        assert!(records.found("committee-planned-passed", "2026-08-25").is_empty());
    }
}
