//! A committee that was held and decided nothing: the failure that the handbook names first.

use super::shared::{entry, in_startup, text};
use super::{Check, Context};
use crate::model::{Arg, CommitteeState, Finding, Severity};

pub const CHECK: Check = Check {
    name: "committee-without-decision",
    severity: Severity::Warning,
    messages: &["finding-committee-without-decision"],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        for (n, committee) in startup.committees.iter().enumerate() {
            let held = committee.state == CommitteeState::Held && committee.on <= context.as_of;
            if held && committee.decision.is_none() {
                let place = in_startup(&startup.id, entry("committees", n));
                let args = vec![("startup", text(&startup.id)), ("on", Arg::Date(committee.on))];
                findings.push(CHECK.finding("finding-committee-without-decision", place, args));
            }
        }
    }
}
