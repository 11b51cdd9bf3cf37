//! Reports an e-mail address that two people share, so that it identifies neither.

use super::shared::{entry, text};
use super::{Check, CheckInput};
use crate::model::{Finding, Location, RecordRef, Severity};
use crate::rules::people::is_same_email;

pub const CHECK: Check =
    Check { name: "repeated-email", severity: Severity::Warning, messages: &["finding-repeated-email"], run };

/// Reports at the person's id, so that the e-mail address is not shown.
fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let people = &context.portfolio.incubator.people;
    for (n, person) in people.iter().enumerate() {
        let shares = |other: &crate::model::Person| {
            let mut own = person.emails.iter();
            own.any(|email| other.emails.iter().any(|one| is_same_email(one, email)))
        };
        let before = people.iter().take(n).find(|other| other.id != person.id && shares(other));
        if let Some(other) = before {
            let place = Location::Value(RecordRef::of_portfolio(), entry("people", n).key("id"));
            let args = vec![("person", text(&person.id)), ("other", text(&other.id))];
            findings.push(CHECK.finding("finding-repeated-email", place, args));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::model::{Incubator, Person};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::id;

    #[test]
    fn reports_the_second_person_without_the_address() {
        let person = |name: &str, emails: &[&str]| Person {
            id: id(name),
            name: name.to_owned(),
            emails: emails.iter().map(|email| (*email).to_owned()).collect(),
        };
        let people = vec![
            person("coach-a", &["a@example.org", "A@example.org"]),
            person("coach-b", &["b@example.org"]),
            person("coach-c", &["c@example.org", "B@Example.org"]),
        ];
        let mut records = Records::default();
        records.0.incubator = Arc::new(Incubator { people, ..Incubator::default() });
        let expected = "repeated-email at portfolio/portfolio people[2].id: person=coach-c other=coach-b";
        assert_eq!(records.found("repeated-email", "2020-12-01"), [expected]);
    }
}
