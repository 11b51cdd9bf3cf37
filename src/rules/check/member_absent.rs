//! Reports a committee without anybody of a party whose presence a convention requires.

use super::shared::{entry, in_startup, party_name, text};
use super::{Check, CheckInput};
use crate::model::{Finding, MessageArg, Severity};
use crate::rules::attendance::absent_members;

pub const CHECK: Check =
    Check { name: "member-absent", severity: Severity::Warning, messages: &["finding-member-absent"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        for (n, committee) in startup.committees.iter().enumerate() {
            // Without an attendance list, nobody knows who was there.
            if !committee.is_held_by(context.as_of) || committee.present.is_empty() {
                continue;
            }
            for (party, article) in absent_members(context.portfolio, startup, committee) {
                let args = vec![
                    ("startup", text(&startup.name)),
                    ("on", MessageArg::Date(committee.on)),
                    ("party", party_name(context, &party)),
                    ("article", text(article.as_deref().unwrap_or("–"))),
                ];
                let place = in_startup(&startup.id, entry("committees", n).key("present"));
                findings.push(CHECK.finding("finding-member-absent", place, args));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::model::{Attendee, Committee, CommitteeClause, CommitteeState, Convention, Incubator, Span, Startup};
    use crate::rules::check::shared::fixtures::{Records, party};
    use crate::testing::portfolios::{amendment, committee, convention, id, startup};

    #[test]
    fn reports_a_party_of_the_clause_of_which_nobody_was_there() {
        let clause = CommitteeClause { with: vec![id("pau"), id("anct")], ..CommitteeClause::new(Span::months(6)) };
        let of = Convention { committee: Some(clause.clone()), ..convention("c", &["s"], "2020-01-01") };
        let chaired = CommitteeClause { chair: Some(id("oise")), ..clause };
        let change = Convention { committee: Some(chaired), ..amendment("d", "c", "2020-06-01") };
        let person = Attendee { person: Some(id("a")), name: None, party: None, capacity: None, by: None };
        let guest = Attendee { person: None, name: Some("B".to_owned()), party: Some(id("pau")), ..person.clone() };
        let held = |on: &str, present: &[&Attendee]| Committee {
            present: present.iter().map(|one| (*one).clone()).collect(),
            ..committee(CommitteeState::Held, on)
        };
        let committees = vec![
            held("2020-02-01", &[&person]),
            held("2020-03-01", &[&person, &guest]),
            held("2020-04-01", &[]),
            held("2019-12-01", &[&person]),
            held("2020-07-01", &[&person, &guest]),
        ];
        let mut records = Records::default()
            .startup(Startup { committees, ..startup("s") })
            .convention(of)
            .convention(change)
            .party(party("oise"))
            .party(party("pau"))
            .party(party("anct"));
        records.0.incubator = Arc::new(Incubator { home: Some(id("anct")), ..Incubator::default() });
        let expected = [
            "member-absent at startup/s committees[0].present: startup=s on=2020-02-01 party=pau article=–",
            "member-absent at startup/s committees[4].present: startup=s on=2020-07-01 party=oise article=–",
        ];
        assert_eq!(records.found("member-absent", "2020-12-01"), expected);
    }
}
