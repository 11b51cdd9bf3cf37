//! The decision about a startup: the request, the facts noted, the numbered decision, its conditions.

use super::MinutesItem;
use crate::locale::{Language, Locale};
use crate::model::{Committee, Decision, Heading, MessageArg};
use crate::papers::builder::ColumnHead::{Number, Text};
use crate::papers::builder::{PaperBuilder, PaperInput, clean, field, paragraph, table};
use crate::papers::document::{Block, DocumentField};
use crate::report::words;
use crate::rules::{Answers, Consequence, ConsequenceKind, Figure};

pub(super) fn decision(builder: &mut PaperBuilder<'_>, answers: &Answers, item: &MinutesItem<'_>) {
    let input = builder.input;
    let mut blocks = vec![Block::Fields { fields: facts(input, answers, item) }];
    match item.committee {
        Some(committee) => blocks.extend(decided(builder, item, committee)),
        None => match item.convened() {
            Some(planned) => blocks.extend(convened(input, planned)),
            None => {
                let outcome = item.outcome.map(|outcome| input.text(&format!("outcome-{}", outcome.name())));
                let outcome = builder.needed(outcome, "doc-miss-outcome");
                blocks.push(paragraph(outcome));
            }
        },
    }
    let name = clean(&item.startup.name);
    let title = item.number().map_or_else(|| name.clone(), |number| format!("{name} – {number}"));
    builder.push(Block::Section { title, blocks });
}

/// Returns the committee that a portfolio review convened: its day, and what it is asked.
fn convened(input: &PaperInput<'_>, planned: &Committee) -> Vec<Block> {
    let mut fields = vec![field(input, "outcome-convene", input.date(planned.on))];
    fields.extend(planned.asked.map(|asked| field(input, "doc-asked", input.money(asked))));
    let questions = planned.arbitrations.iter().map(|text| field(input, "doc-arbitrations", clean(text)));
    fields.extend(questions);
    fields.extend(planned.support.as_deref().map(|support| field(input, "doc-support", clean(support))));
    vec![Block::Fields { fields }]
}

/// Returns the facts that the committee noted, as of its day.
fn facts(input: &PaperInput<'_>, answers: &Answers, item: &MinutesItem<'_>) -> Vec<DocumentField> {
    let mut fields = Vec::new();
    let Some(summary) = answers.startups.iter().find(|one| one.startup == item.startup.id) else { return fields };
    if let Some((phase, since)) = summary.phase {
        let phase = MessageArg::Text(input.text(&format!("phase-{}", phase.name())));
        fields.push(field(
            input,
            "doc-phase",
            input.with("doc-phase-since", &[("phase", phase), ("date", MessageArg::Date(since))]),
        ));
    }
    let value = |figure: Figure| input.maybe_money(summary.figures.value(figure));
    fields.push(field(input, "doc-received", value(Figure::Received)));
    fields.push(field(input, "doc-ae", value(Figure::Ae)));
    fields.push(field(input, "doc-cp", value(Figure::Cp)));
    fields.push(field(input, "doc-left", value(Figure::Left)));
    let until = summary.runs_out.map_or_else(|| input.text("doc-unknown"), |day| input.date(day));
    fields.push(field(input, "doc-funded-until", until));
    let indicators = &item.startup.indicators;
    let main = indicators.iter().find(|one| one.main).or_else(|| indicators.first());
    let last = main.and_then(|one| {
        let values = one.values.iter().filter(|value| value.on <= input.as_of);
        Some((one, values.max_by_key(|value| value.on)?))
    });
    if let Some((indicator, last)) = last {
        let value = format!("{} ({})", input.locale.decimal(last.value), input.date(last.on));
        fields.push(DocumentField { label: clean(&indicator.name), value });
    }
    fields
}

fn decided(builder: &mut PaperBuilder<'_>, item: &MinutesItem<'_>, committee: &Committee) -> Vec<Block> {
    let input = builder.input;
    let word = committee.decision.map(|one| input.text(&format!("decision-{}", one.name())));
    let word = builder.needed(word, "doc-miss-decision");
    let mut fields = Vec::new();
    if let Some(asked) = committee.asked {
        fields.push(field(input, "doc-asked", input.money(asked)));
    }
    fields.push(field(input, "doc-decision", word));
    if let Some(number) = item.number() {
        fields.push(field(input, "doc-number", number));
    }
    if let Some(envelope) = committee.envelope {
        fields.push(field(input, "doc-envelope", input.money(envelope)));
    }
    if let Some(until) = committee.until.or(committee.deferred_until) {
        fields.push(field(input, "doc-until", input.date(until)));
    }
    if !input.is_public() {
        for (label, text) in [("doc-reasons", &committee.comment), ("doc-reservations", &committee.reservations)] {
            fields.extend(text.as_deref().map(|text| field(input, label, clean(text))));
        }
    }
    if committee.decision.is_some_and(|decision| decision != Decision::Defer) {
        let who = procurement(builder, item);
        let who = builder.needed(who, "doc-miss-procurement");
        fields.push(field(input, "doc-procurement", who));
    }
    let mut blocks = vec![Block::Fields { fields }];
    blocks.extend(conditions(input, item, committee));
    blocks.extend(scores(input, committee));
    blocks
}

/// Returns who informs procurement, and by when: the action that the program proposes, in either language.
fn procurement(builder: &mut PaperBuilder<'_>, item: &MinutesItem<'_>) -> Option<String> {
    let input = builder.input;
    let inform = Consequence { kind: ConsequenceKind::InformProcurement, on: None };
    let texts = [Language::French, Language::English].map(|one| words::of_consequence(&inform, &Locale::new(one)));
    let mut actions = item.startup.actions.iter().filter(|one| item.has_decided(one.committee.as_ref()));
    let action = actions.find(|one| texts.contains(&one.what))?;
    let mut owner = super::owner(input, action.owner.as_ref());
    if owner.is_empty() && !input.is_public() {
        owner = builder.needed(None, "doc-miss-procurement");
    }
    let due = input.maybe_date(action.due);
    let parts: Vec<String> = [owner, due].into_iter().filter(|part| !part.is_empty()).collect();
    Some(if parts.is_empty() { clean(&action.what) } else { parts.join(", ") })
}

fn conditions(input: &PaperInput<'_>, item: &MinutesItem<'_>, committee: &Committee) -> Option<Block> {
    let heads = [Text("doc-condition"), Text("doc-owner"), Text("doc-due"), Text("doc-proof")];
    let mut rows = table(input, &heads, "doc-no-conditions");
    for condition in item.startup.conditions.iter().filter(|one| item.has_decided(one.committee.as_ref())) {
        rows.row(vec![
            clean(&condition.what),
            super::owner(input, condition.owner.as_ref()),
            input.maybe_date(condition.due),
            condition.proof.as_deref().map(clean).unwrap_or_default(),
        ]);
    }
    let texts = committee.conditions.iter();
    texts.for_each(|text| rows.row(vec![clean(text), String::new(), String::new(), String::new()]));
    (!rows.rows.is_empty()).then_some(Block::Table(rows))
}

/// Returns the scores of the headings, with their reasons for those who take part.
fn scores(input: &PaperInput<'_>, committee: &Committee) -> Option<Block> {
    let mut heads = vec![Text("doc-heading"), Number("doc-score")];
    if !input.is_public() {
        heads.push(Text("doc-reason"));
    }
    let mut rows = table(input, &heads, "doc-no-committee");
    for heading in Heading::ALL {
        let Some(score) = committee.impact.and_then(|impact| impact.score(heading)) else { continue };
        let mut cells = vec![input.text(&format!("impact-{}", heading.name())), format!("{score} / 4")];
        if !input.is_public() {
            let reason = committee.reasons.iter().find(|(of, _)| *of == heading).map(|(_, reason)| clean(reason));
            cells.push(reason.unwrap_or_default());
        }
        rows.row(cells);
    }
    (!rows.rows.is_empty()).then_some(Block::Table(rows))
}
