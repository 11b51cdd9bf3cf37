//! A startup whose committee is overdue.

use super::shared::{in_startup, text};
use super::{Check, Context};
use crate::model::{Arg, Finding, Path, Severity};
use crate::rules::{ClockState, committee_clocks};

pub const CHECK: Check = Check {
    name: "committee-late",
    severity: Severity::Warning,
    messages: &["finding-committee-late", "finding-committee-late-planned"],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in context.portfolio.startups.keys() {
        // One meeting settles all of a startup's clocks: the latest speaks for them.
        let late = committee_clocks(context.portfolio, id, context.as_of)
            .into_iter()
            .filter(|clock| clock.state == ClockState::Late)
            .max_by_key(|clock| clock.days_late);
        let Some((clock, due)) = late.and_then(|clock| clock.next_due.map(|due| (clock, due))) else { continue };
        let mut args = vec![
            ("startup", text(id)),
            ("due", Arg::Date(due)),
            ("days", Arg::Count(clock.days_late)),
            ("convention", text(clock.convention.map(|id| id.to_string()).unwrap_or_default())),
        ];
        let message = match clock.planned {
            Some(planned) => {
                args.push(("planned", Arg::Date(planned)));
                "finding-committee-late-planned"
            }
            None => "finding-committee-late",
        };
        findings.push(CHECK.finding(message, in_startup(id, Path::top().key("committees")), args));
    }
}
