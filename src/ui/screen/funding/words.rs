//! Words and lines for tranches, shared by the list and the pages: what opens one, how far spending is.

use crate::model::{Arg, Moment, Tranche, Trigger};
use crate::rules::{Gate, TrancheStanding};
use crate::ui::Token;
use crate::ui::screen::obligations::moment_words;
use crate::ui::view::View;
use crate::ui::widget::chart::bar;
use crate::ui::widget::text::{Line, piece, width};

/// The tranche as its document states it.
fn written<'a>(view: &View<'a>, tranche: &TrancheStanding) -> Option<&'a Tranche> {
    let document = view.convention(&tranche.record.id)?;
    let contribution = document.contributions.iter().find(|other| other.id == tranche.contribution)?;
    contribution.tranches.get(tranche.number.checked_sub(1)?)
}

/// What makes a tranche due, in full.
pub fn trigger(view: &View<'_>, tranche: &TrancheStanding) -> Option<String> {
    Some(match &written(view, tranche)?.when {
        Trigger::At(moment) => moment_words(view, *moment),
        Trigger::Spent { amount, by } => view.locale.message(
            "trigger-spent",
            &[("amount", Arg::Text(view.locale.money_short(*amount))), ("party", Arg::Text(view.party_name(by)))],
        ),
    })
}

/// The same for a column of so many cells: of one that waits for spending, how far that is.
pub fn short_trigger(view: &View<'_>, tranche: &TrancheStanding, room: usize) -> String {
    match &tranche.gate {
        Some(gate) => {
            let spent = view.received_of(gate.spent, gate.threshold);
            let words = view.locale.message("gate-short", &[("spent", Arg::Text(spent.clone()))]);
            if width(&words) <= room { words } else { spent }
        }
        None => match written(view, tranche).map(|tranche| &tranche.when) {
            Some(Trigger::At(moment)) => short_moment(view, *moment),
            Some(Trigger::Spent { .. }) => trigger(view, tranche).unwrap_or_default(),
            None => view.text("tranche-whole"),
        },
    }
}

/// `signature + 6 mois`: the moment in a column.
fn short_moment(view: &View<'_>, moment: Moment) -> String {
    let and = |key, span| view.locale.message(key, &[("span", Arg::Span(span))]);
    match moment {
        Moment::On(date) => view.locale.date(date).trim_start().to_owned(),
        Moment::Signature(None) => view.text("moment-short-signature"),
        Moment::Signature(Some(span)) => and("moment-short-signature-and", span),
        Moment::End(None) => view.text("moment-short-end"),
        Moment::End(Some(span)) => and("moment-short-end-and", span),
    }
}

/// A bar and `412 000 € dépensés par la DINUM, seuil 600 000 €`.
pub fn gate(view: &View<'_>, gate: &Gate, cells: usize) -> Line {
    let mut line = bar(gate.spent, gate.threshold, cells);
    let facts = [
        ("spent", Arg::Text(view.locale.money(gate.spent))),
        ("threshold", Arg::Text(view.locale.money(gate.threshold))),
        ("party", Arg::Text(view.party_name(&gate.by))),
    ];
    line.push(piece(Token::Muted, format!(" {}", view.locale.message("gate", &facts))));
    line
}

/// The papers that a tranche still wants.
pub fn missing_papers(view: &View<'_>, tranche: &TrancheStanding) -> Option<String> {
    if tranche.missing.is_empty() {
        return None;
    }
    let missing = tranche.missing.iter().map(|paper| view.paper(paper)).collect();
    Some(view.locale.message("papers-missing", &[("papers", Arg::List(missing))]))
}
