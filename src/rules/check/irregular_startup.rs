//! Reports irregularities of the public record that deserve a look but affect no figure.

use std::collections::BTreeMap;

use super::shared::{entry, in_startup, is_whole, text};
use super::{Check, CheckInput};
use crate::model::{
    CommitteeState, Finding, Id, KeyPath, MessageArg, MessageArgs, RecordKind, Severity, Startup, Statistics,
};

pub const CHECK: Check = Check {
    name: "irregular-startup",
    severity: Severity::Info,
    messages: &[
        "finding-irregular-startup-same-day",
        "finding-irregular-startup-after-terminal",
        "finding-irregular-startup-committee-before",
        "finding-irregular-startup-committee-after",
        "finding-irregular-startup-no-sponsor",
        "finding-irregular-startup-name-twice",
        "finding-irregular-startup-blanks",
    ],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        let mut add = |message, path, args: MessageArgs| {
            findings.push(CHECK.finding(message, in_startup(&startup.id, path), args));
        };
        phases(startup, &mut add);
        committees(startup, &mut add);
        texts(startup, &mut add);
        if startup.sponsors.is_empty() && is_whole(context, RecordKind::Startup, &startup.id) {
            add(
                "finding-irregular-startup-no-sponsor",
                KeyPath::top().key("sponsors"),
                vec![("startup", text(&startup.name))],
            );
        }
    }
    names(context, findings);
}

type Add<'a> = dyn FnMut(&'static str, KeyPath, MessageArgs) + 'a;

fn phases(startup: &Startup, add: &mut Add<'_>) {
    for (n, pair) in startup.phases.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let args = vec![("phase", text(after.phase.name())), ("from", MessageArg::Date(after.from))];
        if before.from == after.from {
            add("finding-irregular-startup-same-day", entry("phases", n + 1).key("from"), args);
        } else if !before.phase.is_active() && after.phase.is_active() {
            add("finding-irregular-startup-after-terminal", entry("phases", n + 1).key("phase"), args);
        }
    }
}

fn committees(startup: &Startup, add: &mut Add<'_>) {
    let first = startup.phases.iter().map(|start| start.from).min();
    let mut phases: Vec<_> = startup.phases.iter().collect();
    phases.sort_by_key(|start| start.from);
    let end = phases.last().filter(|start| !start.phase.is_active()).map(|start| start.from);
    for (n, committee) in startup.committees.iter().enumerate() {
        if committee.state != CommitteeState::Held || committee.withdrawn.is_some() {
            continue;
        }
        let args = vec![("on", MessageArg::Date(committee.on))];
        let path = entry("committees", n).key("on");
        if first.is_some_and(|first| committee.on < first) {
            add("finding-irregular-startup-committee-before", path, args);
        } else if end.is_some_and(|end| committee.on > end) {
            add("finding-irregular-startup-committee-after", path, args);
        }
    }
}

fn texts(startup: &Startup, add: &mut Add<'_>) {
    let statistics = match &startup.statistics {
        Some(Statistics::At(address)) => Some(address),
        _ => None,
    };
    let addresses =
        [("site", startup.site.as_ref()), ("statistics", statistics), ("repository", startup.repository.as_ref())];
    let has_blank = |address: &str| address.contains(char::is_whitespace) || address.contains("&amp;");
    let broken = addresses.into_iter().filter_map(|(key, text)| Some((key, text?))).filter(|(_, text)| has_blank(text));
    let name = Some(("name", &startup.name)).filter(|(_, name)| name.trim() != name.as_str());
    for (key, value) in broken.chain(name) {
        add(
            "finding-irregular-startup-blanks",
            KeyPath::top().key(key),
            vec![("key", text(key)), ("value", text(value))],
        );
    }
}

/// Reports a former name that two startups share.
fn names(context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let mut claimed: BTreeMap<&str, &Id> = BTreeMap::new();
    for startup in context.portfolio.startups.values() {
        for (n, name) in startup.also.iter().enumerate() {
            match claimed.get(name.as_str()) {
                Some(other) if **other != startup.id => {
                    let args = vec![("name", text(name)), ("other", text(other))];
                    let place = in_startup(&startup.id, entry("also", n));
                    findings.push(CHECK.finding("finding-irregular-startup-name-twice", place, args));
                }
                Some(_) => {}
                None => {
                    claimed.insert(name, &startup.id);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{CommitteeState, Phase, Startup};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{committee, id, phase, startup};

    #[test]
    fn reports_each_irregularity() {
        let of = Startup {
            name: " A".to_owned(),
            also: vec!["Old".to_owned()],
            site: Some("https://a b.example".to_owned()),
            phases: vec![
                phase(Phase::Investigation, "2020-01-01"),
                phase(Phase::Construction, "2020-01-01"),
                phase(Phase::Stopped, "2021-01-01"),
                phase(Phase::Acceleration, "2021-06-01"),
                phase(Phase::Transferred, "2022-01-01"),
            ],
            committees: vec![
                committee(CommitteeState::Held, "2019-01-01"),
                committee(CommitteeState::Held, "2023-01-01"),
            ],
            ..startup("a")
        };
        let other = Startup { also: vec!["Old".to_owned()], sponsors: vec![id("pau")], ..startup("b") };
        let found = Records::default().startup(of).startup(other).found("irregular-startup", "2024-01-01");
        let found: Vec<&str> = found.iter().filter_map(|one| one.split(':').next()).collect();
        assert_eq!(
            found,
            [
                "irregular-startup-same-day at startup/a phases[1].from",
                "irregular-startup-after-terminal at startup/a phases[3].phase",
                "irregular-startup-committee-before at startup/a committees[0].on",
                "irregular-startup-committee-after at startup/a committees[1].on",
                "irregular-startup-blanks at startup/a site",
                "irregular-startup-blanks at startup/a name",
                "irregular-startup-no-sponsor at startup/a sponsors",
                "irregular-startup-name-twice at startup/b also[0]",
            ]
        );
    }
}
