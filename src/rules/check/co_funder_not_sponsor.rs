//! Reports a contributor to a startup's convention that isn't one of the startup's sponsors in the public record.

use std::collections::BTreeSet;

use super::shared::{in_startup, is_whole, party_name, text};
use super::{Check, CheckInput};
use crate::model::{Finding, Id, KeyPath, RecordKind, Severity, Startup};

pub const CHECK: Check = Check {
    name: "co-funder-not-sponsor",
    severity: Severity::Warning,
    messages: &["finding-co-funder-not-sponsor"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let whole = |startup: &Startup| is_whole(context, RecordKind::Startup, &startup.id);
    for startup in context.portfolio.startups.values().filter(|startup| whole(startup)) {
        let mut named: BTreeSet<&Id> = BTreeSet::new();
        for convention in context.portfolio.conventions_of(&startup.id) {
            for contribution in &convention.contributions {
                let of_this = contribution.startup.as_ref().is_none_or(|other| *other == startup.id);
                if of_this && !is_known_to(startup, &contribution.from) && named.insert(&contribution.from) {
                    let place = in_startup(&startup.id, KeyPath::top().key("sponsors"));
                    let args = vec![
                        ("party", party_name(context, &contribution.from)),
                        ("id", text(&contribution.from)),
                        ("startup", text(&startup.name)),
                        ("convention", text(&convention.id)),
                    ];
                    findings.push(CHECK.finding("finding-co-funder-not-sponsor", place, args));
                }
            }
        }
    }
}

/// Returns true for a sponsor and for a present or former incubator, which funds by nature.
fn is_known_to(startup: &Startup, party: &Id) -> bool {
    startup.sponsors.contains(party)
        || startup.incubator.as_ref() == Some(party)
        || startup.former_incubators.contains(party)
}

#[cfg(test)]
mod tests {
    use crate::model::{Contribution, Startup};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{contribution, convention, id, own_spending, startup};

    #[test]
    fn reports_a_contributor_that_is_neither_sponsor_nor_incubator() {
        let mut of = convention("a", &["histologe", "comobi"], "");
        let for_comobi = Contribution { startup: Some(id("comobi")), ..own_spending("oise", "oise", "100") };
        of.contributions = vec![
            contribution("pau", &[]),
            contribution("pau-2", &[]),
            own_spending("anct", "anct", "100"),
            own_spending("mtes", "mtes", "100"),
            own_spending("dhup", "dhup", "100"),
            for_comobi,
        ];
        let known = Startup {
            incubator: Some(id("mtes")),
            former_incubators: vec![id("anct")],
            sponsors: vec![id("dhup")],
            ..startup("histologe")
        };
        let expected =
            "co-funder-not-sponsor at startup/histologe sponsors: party=pau id=pau startup=histologe convention=a";
        let records = Records::default().convention(of).startup(known);
        assert_eq!(records.found("co-funder-not-sponsor", "2020-12-01"), [expected]);
    }
}
