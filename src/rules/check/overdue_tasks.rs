//! Reports actions, conditions, and papers of planned committees that are overdue.

use super::shared::{startup_name, text};
use super::{Check, CheckInput};
use crate::model::{Finding, Location, MessageArg, Severity};
use crate::rules::occurrences::of_startup;
use crate::rules::{OccurrenceKind, OccurrenceState};

pub const CHECK: Check = Check {
    name: "task-overdue",
    severity: Severity::Warning,
    messages: &["finding-task-overdue-action", "finding-task-overdue-condition", "finding-task-overdue-papers"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        let mut all = Vec::new();
        of_startup(startup, None, &context.portfolio.incubator.habits, context.as_of, &mut all);
        for late in all.iter().filter(|one| one.state == OccurrenceState::Late) {
            let Some(due) = late.due else { continue };
            let message = match late.kind {
                OccurrenceKind::Condition => "finding-task-overdue-condition",
                OccurrenceKind::Papers => "finding-task-overdue-papers",
                _ => "finding-task-overdue-action",
            };
            let mut args = vec![("startup", startup_name(context, &startup.id)), ("due", MessageArg::Date(due))];
            args.push(("what", text(&late.what)));
            args.push(("entry", text(format!("{}/{}", startup.id, late.id))));
            findings.push(CHECK.finding(message, Location::Value(late.record.clone(), late.path.clone()), args));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Action, CommitteeState, Condition, Startup};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{committee, day, startup};

    #[test]
    fn reports_what_is_overdue_and_not_done() {
        let due = Some(day("2020-12-01"));
        let actions = vec![
            Action { due, ..Action::new("Call") },
            Action { due, done: due, ..Action::new("Write") },
            Action::new("Think"),
        ];
        let conditions = vec![Condition {
            id: None,
            committee: None,
            what: "Ten users".to_owned(),
            owner: None,
            due,
            proof: None,
            met: None,
            not_met: None,
            evidence: None,
        }];
        let committees = vec![committee(CommitteeState::Planned, "2020-12-08")];
        let of = Startup { actions, conditions, committees, ..startup("a") };
        let records = Records::default().startup(of);
        assert!(records.found("task-overdue", "2020-12-01").is_empty(), "not late on the day itself");
        assert_eq!(
            records.found("task-overdue", "2020-12-02"),
            [
                "task-overdue-action at startup/a actions[0]: startup=a due=2020-12-01 what=Call entry=a/actions[0]",
                "task-overdue-condition at startup/a conditions[0]: startup=a due=2020-12-01 what=Ten users entry=a/conditions[0]",
                "task-overdue-papers at startup/a committees[0]: startup=a due=2020-12-01 what= entry=a/papers",
            ]
        );
    }
}
