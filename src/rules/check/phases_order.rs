//! Phases that are not in the order of their dates, or that begin in the future.

use super::shared::{entry, in_startup, text};
use super::{Check, Context};
use crate::model::{Arg, Finding, Severity};

pub const CHECK: Check = Check {
    name: "phases-order",
    severity: Severity::Warning,
    messages: &["finding-phases-order", "finding-phases-order-future"],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // Looked at as of a day to come, what begins by then is no longer the future.
    let latest = context.as_of.max(context.today);
    for startup in context.portfolio.startups.values() {
        let mut before = None;
        for (n, start) in startup.phases.iter().enumerate() {
            let place = || in_startup(&startup.id, entry("phases", n).key("from"));
            let phase = ("phase", text(start.phase.name()));
            if let Some(earlier) = before.filter(|earlier| start.from < *earlier) {
                let args = vec![phase, ("from", Arg::Date(start.from)), ("before", Arg::Date(earlier))];
                findings.push(CHECK.finding("finding-phases-order", place(), args));
            } else if start.from > latest {
                let args = vec![phase, ("from", Arg::Date(start.from))];
                findings.push(CHECK.finding("finding-phases-order-future", place(), args));
            }
            before = before.max(Some(start.from));
        }
    }
}
