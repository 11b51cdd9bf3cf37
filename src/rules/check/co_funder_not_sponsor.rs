//! A contributor to a startup's convention that the public record does not name as its sponsor.

use std::collections::BTreeSet;

use super::shared::{in_startup, text};
use super::{Check, Context};
use crate::model::{Finding, Id, Path, Severity, Startup};

pub const CHECK: Check = Check {
    name: "co-funder-not-sponsor",
    severity: Severity::Warning,
    messages: &["finding-co-funder-not-sponsor"],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        let mut named: BTreeSet<&Id> = BTreeSet::new();
        for convention in context.portfolio.conventions_of(&startup.id) {
            for contribution in &convention.contributions {
                let of_this = contribution.startup.as_ref().is_none_or(|other| *other == startup.id);
                if of_this && !is_known_to(startup, &contribution.from) && named.insert(&contribution.from) {
                    let place = in_startup(&startup.id, Path::top().key("sponsors"));
                    let args = vec![
                        ("party", text(&contribution.from)),
                        ("startup", text(&startup.id)),
                        ("convention", text(&convention.id)),
                    ];
                    findings.push(CHECK.finding("finding-co-funder-not-sponsor", place, args));
                }
            }
        }
    }
}

/// Its sponsors, and the incubators that follow or followed it: these put money in by being what they are.
fn is_known_to(startup: &Startup, party: &Id) -> bool {
    startup.sponsors.contains(party)
        || startup.incubator.as_ref() == Some(party)
        || startup.former_incubators.contains(party)
}
