//! Reports a startup or a party that a list of a record names twice.

use super::shared::{in_convention, in_startup, text};
use super::{Check, CheckInput};
use crate::model::{Finding, Id, KeyPath, Severity};

pub const CHECK: Check =
    Check { name: "repeated-reference", severity: Severity::Warning, messages: &["finding-repeated-reference"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        for (key, ids) in [("startups", &convention.startups), ("parties", &convention.parties)] {
            for (n, id) in repeated(ids) {
                let place = in_convention(&convention.id, KeyPath::top().key(key).index(n));
                findings.push(CHECK.finding("finding-repeated-reference", place, vec![("id", text(id))]));
            }
        }
    }
    for startup in context.portfolio.startups.values() {
        for (n, id) in repeated(&startup.sponsors) {
            let place = in_startup(&startup.id, KeyPath::entry("sponsors", n));
            findings.push(CHECK.finding("finding-repeated-reference", place, vec![("id", text(id))]));
        }
    }
}

fn repeated(ids: &[Id]) -> impl Iterator<Item = (usize, &Id)> {
    ids.iter().enumerate().filter(|(n, id)| ids[..*n].contains(id))
}

#[cfg(test)]
mod tests {
    use crate::model::Convention;
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{convention, id};

    #[test]
    fn reports_the_second_mention() {
        let of = Convention { parties: vec![id("pau"), id("anct"), id("pau")], ..convention("a", &["s", "s"], "") };
        assert_eq!(
            Records::default().convention(of).found("repeated-reference", "2020-12-01"),
            [
                "repeated-reference at convention/a startups[1]: id=s",
                "repeated-reference at convention/a parties[2]: id=pau",
            ]
        );
    }
}
