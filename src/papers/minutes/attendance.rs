//! The attendance, and whether the members that conventions require were present.

use super::MinutesMeeting;
use crate::model::{Attendee, Id, MessageArg};
use crate::papers::builder::ColumnHead::Text;
use crate::papers::builder::{PaperBuilder, PaperInput, clean, paragraph, table};
use crate::papers::document::Block;
use crate::rules;

/// Adds the attendance, except for the public.
pub(super) fn attendance(builder: &mut PaperBuilder<'_>, meeting: &MinutesMeeting<'_>) {
    let input = builder.input;
    if input.is_public() {
        return;
    }
    let heads = [Text("doc-name"), Text("doc-capacity"), Text("doc-organisation"), Text("doc-attendance")];
    let mut rows = table(input, &heads, "doc-no-attendance");
    let mut known: Vec<[String; 4]> = Vec::new();
    for committee in meeting.items.iter().filter_map(|item| item.committee) {
        let lists = [
            ("doc-present", &committee.present),
            ("doc-excused", &committee.excused),
            ("doc-represented", &committee.represented),
        ];
        for (state, people) in lists {
            for attendee in people {
                let cells = cells(input, attendee, state);
                if !known.contains(&cells) {
                    known.push(cells);
                }
            }
        }
    }
    for member in meeting.review.into_iter().flat_map(|review| &review.members) {
        let cells = cells(input, member, "doc-absent");
        // A member on the list of one committee is not absent.
        if !known.iter().any(|other| other[0] == cells[0] && other[2] == cells[2]) {
            known.push(cells);
        }
    }
    if known.iter().all(|cells| cells[3] == input.text("doc-absent")) {
        builder.miss("doc-miss-attendance");
    }
    known.into_iter().for_each(|cells| rows.row(cells.into()));
    let mut blocks = vec![Block::Table(rows)];
    blocks.extend(required(input, meeting));
    builder.section("doc-section-attendance", blocks);
}

/// Returns the name of somebody who attended.
pub(super) fn name(input: &PaperInput<'_>, attendee: &Attendee) -> String {
    match (&attendee.person, &attendee.name) {
        (Some(person), _) => input.person(person.as_str()),
        (None, name) => name.as_deref().map(clean).unwrap_or_default(),
    }
}

fn cells(input: &PaperInput<'_>, attendee: &Attendee, state: &str) -> [String; 4] {
    let name = name(input, attendee);
    let home = input.portfolio.incubator.home.as_ref().filter(|_| attendee.person.is_some());
    let party = attendee.party.as_ref().or(home).map(|party| input.party(party)).unwrap_or_default();
    let state = match &attendee.by {
        Some(by) => input.with("doc-represented-by", &[("by", MessageArg::Text(input.person(by)))]),
        None => input.text(state),
    };
    [name, attendee.capacity.as_deref().map(clean).unwrap_or_default(), party, state]
}

/// Adds whether the members that conventions require were present.
fn required(input: &PaperInput<'_>, meeting: &MinutesMeeting<'_>) -> Vec<Block> {
    let (mut absent, mut is_known): (Vec<(String, Id)>, bool) = (Vec::new(), false);
    for item in &meeting.items {
        let Some(committee) = item.committee.filter(|one| !one.present.is_empty()) else { continue };
        is_known = true;
        let missing = rules::absent_members(input.portfolio, item.startup, committee);
        absent.extend(missing.into_iter().map(|(party, _)| (clean(&item.startup.name), party)));
    }
    if !is_known {
        return Vec::new();
    }
    if absent.is_empty() {
        return vec![paragraph(input.text("doc-members-were-there"))];
    }
    let line = |(startup, party): &(String, Id)| {
        let args = [
            ("startup", MessageArg::Text(startup.clone())),
            ("party", MessageArg::Text(input.party_in_sentence(party))),
        ];
        input.with("doc-member-absent", &args)
    };
    vec![Block::List { items: absent.iter().map(line).collect() }]
}
