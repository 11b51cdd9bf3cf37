//! Reports a committee that was held without a decision, the failure that the handbook names first.

use super::shared::{entry, in_startup, text};
use super::{Check, CheckInput};
use crate::model::{Finding, MessageArg, Severity, Startup};

pub const CHECK: Check = Check {
    name: "committee-without-decision",
    severity: Severity::Warning,
    messages: &["finding-committee-without-decision"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let is_over = |startup: &Startup| startup.phase_on(context.as_of).is_some_and(|start| !start.phase.is_active());
    for startup in context.portfolio.startups.values().filter(|startup| !is_over(startup)) {
        for (n, committee) in startup.committees.iter().enumerate() {
            let held = committee.is_held_by(context.as_of);
            // The public record has no decisions, so imported committees (which have a `source`) are skipped.
            if held && committee.decision.is_none() && committee.source.is_none() {
                let place = in_startup(&startup.id, entry("committees", n));
                let args = vec![("startup", text(&startup.name)), ("on", MessageArg::Date(committee.on))];
                findings.push(CHECK.finding("finding-committee-without-decision", place, args));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Committee, CommitteeState, Decision, Startup};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{committee, startup};

    #[test]
    fn reports_a_meeting_held_without_a_decision() {
        let decided = Committee { decision: Some(Decision::Continue), ..committee(CommitteeState::Held, "2020-02-01") };
        let committees = vec![
            decided,
            committee(CommitteeState::Held, "2020-08-01"),
            committee(CommitteeState::Cancelled, "2020-09-01"),
            committee(CommitteeState::Planned, "2020-10-01"),
            committee(CommitteeState::Held, "2021-02-01"),
        ];
        let records = Records::default().startup(Startup { committees, ..startup("a") });
        let expected = "committee-without-decision at startup/a committees[1]: startup=a on=2020-08-01";
        assert_eq!(records.found("committee-without-decision", "2020-12-01"), [expected]);
    }
}
