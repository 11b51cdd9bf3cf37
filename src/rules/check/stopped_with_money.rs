//! A startup that was stopped while money is still to be given back.

use super::shared::{entry, in_startup, text};
use super::{Check, Context};
use crate::model::{Arg, Finding, Path, Severity};
use crate::rules::startup_position;

pub const CHECK: Check =
    Check { name: "stopped-with-money", severity: Severity::Warning, messages: &["finding-stopped-with-money"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        let Some(stop) = startup.phase_on(context.as_of).filter(|start| start.phase.is_stopped()) else { continue };
        let owed = startup_position(context.portfolio, &startup.id, context.as_of).figures.refundable;
        if owed.is_zero() {
            continue;
        }
        let written = startup.phases.iter().position(|start| start == stop);
        let path = written.map_or_else(Path::top, |n| entry("phases", n));
        let args = vec![("startup", text(&startup.id)), ("from", Arg::Date(stop.from)), ("amount", Arg::Money(owed))];
        findings.push(CHECK.finding("finding-stopped-with-money", in_startup(&startup.id, path), args));
    }
}
