//! Reports phases out of chronological order or in the future.

use super::shared::{entry, in_startup, text};
use super::{Check, CheckInput};
use crate::model::{Finding, MessageArg, Severity};

pub const CHECK: Check = Check {
    name: "phases-order",
    severity: Severity::Info,
    messages: &["finding-phases-order", "finding-phases-order-future"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    // If `--as-of` is in the future, phases up to that day are allowed.
    let latest = context.as_of.max(context.today);
    for startup in context.portfolio.startups.values() {
        let mut before = None;
        for (n, start) in startup.phases.iter().enumerate() {
            let place = || in_startup(&startup.id, entry("phases", n).key("from"));
            let phase = ("phase", text(start.phase.name()));
            if let Some(earlier) = before.filter(|earlier| start.from < *earlier) {
                let args = vec![phase, ("from", MessageArg::Date(start.from)), ("before", MessageArg::Date(earlier))];
                findings.push(CHECK.finding("finding-phases-order", place(), args));
            } else if start.from > latest {
                let args = vec![phase, ("from", MessageArg::Date(start.from))];
                findings.push(CHECK.finding("finding-phases-order-future", place(), args));
            }
            before = before.max(Some(start.from));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Phase, Startup};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{phase, startup};

    fn found(phases: &[(Phase, &str)], as_of: &str) -> Vec<String> {
        let phases = phases.iter().map(|(of, from)| phase(*of, from)).collect();
        Records::default().startup(Startup { phases, ..startup("a") }).found("phases-order", as_of)
    }

    #[test]
    fn reports_a_phase_before_the_previous_one_or_in_the_future() {
        let phases = [
            (Phase::Investigation, "2020-02-01"),
            (Phase::Construction, "2019-02-01"),
            (Phase::Acceleration, "2020-01-15"),
            (Phase::Stopped, "2021-01-01"),
        ];
        assert_eq!(
            found(&phases, "2020-12-01"),
            [
                "phases-order at startup/a phases[1].from: phase=construction from=2019-02-01 before=2020-02-01",
                "phases-order at startup/a phases[2].from: phase=acceleration from=2020-01-15 before=2020-02-01",
                "phases-order-future at startup/a phases[3].from: phase=stopped from=2021-01-01",
            ]
        );
    }

    #[test]
    fn accepts_phases_in_order_that_have_begun() {
        let phases = [(Phase::Investigation, "2020-02-01"), (Phase::Construction, "2020-02-01")];
        assert!(found(&phases, "2020-02-01").is_empty());
    }
}
