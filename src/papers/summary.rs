//! The summary of the portfolio: one page about all active startups.

use super::builder::ColumnHead::{Number, Text};
use super::builder::{PaperBuilder, PaperInput, clean, paragraph, table};
use super::document::{Block, Document};
use crate::model::MessageArg;
use crate::rules::{Answers, Figure};

/// Builds a page about all startups: phase, last decision, next committee, money.
#[must_use]
pub fn summary(input: &PaperInput<'_>, answers: &Answers) -> Document {
    let mut builder = PaperBuilder::new(input);
    let heads = [
        Text("doc-startup"),
        Text("doc-phase"),
        Text("doc-section-decision"),
        Text("doc-section-next"),
        Number("doc-received"),
        Number("doc-left"),
        Text("doc-funded-until"),
    ];
    let mut rows = table(input, &heads, "doc-no-agenda");
    let mut active = 0_usize;
    for one in &answers.startups {
        let Some(startup) = input.portfolio.startups.get(&one.startup) else { continue };
        let Some((phase, _)) = one.phase.filter(|(phase, _)| phase.is_active()) else { continue };
        active += 1;
        let held = startup.committees.iter().filter(|held| held.is_held_by(input.as_of));
        let last = held.max_by_key(|held| held.on).map(|held| {
            let word =
                held.decision.map_or("doc-no-decision-word".to_owned(), |word| format!("decision-{}", word.name()));
            format!("{} {}", input.date(held.on), input.text(&word))
        });
        let value = |figure| input.maybe_money(one.figures.value(figure));
        let next = one.committee.as_ref().and_then(|clock| clock.planned.or(clock.next_due));
        rows.row(vec![
            clean(&startup.name),
            input.text(&format!("phase-{}", phase.name())),
            last.unwrap_or_else(|| input.text("doc-no-committee")),
            next.map_or_else(|| input.text("doc-unknown"), |day| input.date(day)),
            value(Figure::Received),
            value(Figure::Left),
            one.runs_out.map_or_else(|| input.text("doc-unknown"), |day| input.date(day)),
        ]);
    }
    let count = input.with("doc-active-startups", &[("count", MessageArg::count(active))]);
    builder.section("doc-startups", vec![paragraph(count), Block::Table(rows)]);
    let name = input.portfolio.incubator.name.as_deref().map(clean);
    builder.finish(("summary", "portfolio"), input.text("doc-summary"), name)
}
