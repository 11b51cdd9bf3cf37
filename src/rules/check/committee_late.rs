//! Reports a startup whose committee is overdue.

use super::shared::{in_startup, startup_name, text};
use super::{Check, CheckInput};
use crate::model::{Finding, KeyPath, MessageArg, Severity};
use crate::rules::{ClockState, clocks_by_startup};

pub const CHECK: Check = Check {
    name: "committee-late",
    severity: Severity::Warning,
    messages: &["finding-committee-late", "finding-committee-late-planned", "finding-committee-late-passed"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for (id, clocks) in clocks_by_startup(context.portfolio, context.as_of) {
        // One meeting settles all clocks of a startup, so only the most overdue one is reported.
        let late =
            clocks.into_iter().filter(|clock| clock.state == ClockState::Late).max_by_key(|clock| clock.days_late);
        let Some((clock, due)) = late.and_then(|clock| clock.next_due.map(|due| (clock, due))) else { continue };
        let mut args = vec![
            ("startup", startup_name(context, id)),
            ("due", MessageArg::Date(due)),
            ("days", MessageArg::Count(clock.days_late)),
            ("convention", text(clock.convention.map(|id| id.to_string()).unwrap_or_default())),
        ];
        let message = match (clock.planned, clock.planned_passed) {
            (Some(planned), _) => {
                args.push(("planned", MessageArg::Date(planned)));
                "finding-committee-late-planned"
            }
            (None, Some(passed)) => {
                args.push(("passed", MessageArg::Date(passed)));
                "finding-committee-late-passed"
            }
            (None, None) => "finding-committee-late",
        };
        findings.push(CHECK.finding(message, in_startup(id, KeyPath::top().key("committees")), args));
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{CommitteeState, Convention, Startup};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{clause, committee, convention, startup};

    fn records(meetings: &[(CommitteeState, &str)]) -> Records {
        let committees = meetings.iter().map(|(state, on)| committee(*state, on)).collect();
        let signed = |name, on| Convention { committee: Some(clause("6 months")), ..convention(name, &["a"], on) };
        Records::default()
            .startup(Startup { committees, ..startup("a") })
            .convention(signed("early", "2020-02-20"))
            .convention(signed("later", "2020-04-20"))
    }

    #[test]
    fn reports_a_startup_once_by_its_latest_clock() {
        assert_eq!(
            records(&[]).found("committee-late", "2020-12-01"),
            ["committee-late at startup/a committees: startup=a due=2020-08-20 days=103 convention=early"]
        );
    }

    #[test]
    fn a_committee_held_settles_it_and_a_planned_one_does_not() {
        let planned = records(&[(CommitteeState::Planned, "2020-12-10")]).found("committee-late", "2020-12-01");
        let expected = "committee-late-planned at startup/a committees: \
                        startup=a due=2020-08-20 days=103 convention=early planned=2020-12-10";
        assert_eq!(planned, [expected]);
        assert!(records(&[(CommitteeState::Held, "2020-11-01")]).found("committee-late", "2020-12-01").is_empty());
        assert!(records(&[]).found("committee-late", "2020-08-20").is_empty(), "due is not late");
    }
}
