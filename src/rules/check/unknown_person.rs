//! Reports the id of a person that `portfolio.toml` doesn't have: a coach, or somebody on an attendance list.

use super::shared::{entry, in_review, in_startup, text};
use super::{Check, CheckInput};
use crate::model::{Attendee, Finding, Id, KeyPath, Location, Portfolio, Severity, nearest};

pub const CHECK: Check = Check {
    name: "unknown-person",
    severity: Severity::Warning,
    messages: &["finding-unknown-person", "finding-unknown-person-near"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let portfolio = context.portfolio;
    let mut check = |id: &Id, place: &dyn Fn() -> Location| {
        if portfolio.person(id.as_str()).is_none() {
            findings.push(unknown(portfolio, id, place()));
        }
    };
    for startup in portfolio.startups.values() {
        for (n, coach) in startup.coaches.iter().enumerate() {
            check(&coach.person, &|| in_startup(&startup.id, entry("coaches", n).key("person")));
        }
        for (n, committee) in startup.committees.iter().enumerate() {
            let lists = [
                ("present", &committee.present),
                ("excused", &committee.excused),
                ("represented", &committee.represented),
            ];
            for (list, people) in lists {
                let path = || entry("committees", n).key(list);
                attendees(people, &path, &|path| in_startup(&startup.id, path), &mut check);
            }
        }
    }
    for review in portfolio.reviews.values() {
        let path = || KeyPath::top().key("members");
        attendees(&review.members, &path, &|path| in_review(&review.id, path), &mut check);
    }
}

fn attendees(
    people: &[Attendee],
    list: &dyn Fn() -> KeyPath,
    place: &dyn Fn(KeyPath) -> Location,
    check: &mut dyn FnMut(&Id, &dyn Fn() -> Location),
) {
    for (n, attendee) in people.iter().enumerate() {
        if let Some(person) = &attendee.person {
            check(person, &|| place(list().index(n).key("person")));
        }
    }
}

fn unknown(portfolio: &Portfolio, id: &Id, place: Location) -> Finding {
    let people = portfolio.incubator.people.iter().map(|person| person.id.as_str());
    let mut args = vec![("id", text(id))];
    match nearest(id.as_str(), people) {
        Some(near) => {
            args.push(("nearest", text(near)));
            CHECK.finding("finding-unknown-person-near", place, args)
        }
        None => CHECK.finding("finding-unknown-person", place, args),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::model::{Attendee, Coach, Incubator, Person, Review, ReviewKind, Startup};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{day, id, startup};

    #[test]
    fn suggests_the_nearest_person() {
        let person =
            |name: &str| Attendee { person: Some(id(name)), name: None, party: None, capacity: None, by: None };
        let coach = |name: &str| Coach { person: id(name), from: None, until: None };
        let of = Startup { coaches: vec![coach("coach-a"), coach("coahc-a")], ..startup("s") };
        let mut records = Records::default().startup(of);
        let people = vec![Person { id: id("coach-a"), name: "Coach A".to_owned(), emails: Vec::new() }];
        records.0.incubator = Arc::new(Incubator { people, ..Incubator::default() });
        records.0.insert_review(Arc::new(Review {
            members: vec![person("coach-a"), person("somebody")],
            ..Review::new(id("2026-11-20"), ReviewKind::Committee, day("2026-11-20"))
        }));
        assert_eq!(
            records.found("unknown-person", "2026-12-01"),
            [
                "unknown-person-near at startup/s coaches[1].person: id=coahc-a nearest=coach-a",
                "unknown-person at review/2026-11-20 members[1].person: id=somebody",
            ]
        );
    }
}
