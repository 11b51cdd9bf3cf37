//! Texts for tranches, shared by the list and the pages.

use crate::model::{Convention, MessageArg, Moment, Tranche, Trigger};
use crate::report::{sanitize, words};
use crate::rules::{Movement, MovementKind, SpendingGate, TrancheSummary};
use crate::ui::Token;
use crate::ui::list_screens::obligations::moment_words;
use crate::ui::render_context::{RenderContext, first_that_fits};
use crate::ui::state_style::StateStyle;
use crate::ui::widget::chart::bar;
use crate::ui::widget::text::{StyledLine, piece};

/// Returns the tranche as the convention states it.
fn written<'a>(ctx: &RenderContext<'a>, tranche: &TrancheSummary) -> Option<&'a Tranche> {
    let document = ctx.convention(&tranche.record.id)?;
    let contribution = document.contributions.iter().find(|other| other.id == tranche.contribution)?;
    contribution.tranches.get(tranche.number.checked_sub(1)?)
}

/// Returns a contribution by contributor and payee, with the amount if that is ambiguous, and the tranche if there are
/// several. `documents` are the conventions that may state it.
pub fn contribution(ctx: &RenderContext<'_>, documents: &[&Convention], id: &str, tranche: Option<usize>) -> String {
    let all = || documents.iter().rev().flat_map(|document| &document.contributions);
    let Some(one) = all().find(|one| one.id == id) else { return sanitize(id).into_owned() };
    let between = ctx.between_short(Some(&one.from), one.to.as_ref());
    let is_alone = all().all(|other| other.id == one.id || (&other.from, &other.to) != (&one.from, &one.to));
    let words = if is_alone { between } else { format!("{between}, {}", ctx.locale.money_short(one.amount)) };
    match tranche.filter(|_| one.tranches.len() > 1) {
        Some(number) => {
            let facts = [("contribution", MessageArg::Text(words)), ("number", MessageArg::count(number))];
            ctx.locale.message("contribution-tranche", &facts)
        }
        None => words,
    }
}

/// Returns the style of a payment, call or refund; `None` for spending, which is listed by its stages.
pub fn movement_style(movement: &Movement<'_>) -> Option<StateStyle> {
    match movement.entry {
        MovementKind::Call(_) => Some(("→", Token::Accent)),
        MovementKind::Payment(_) => Some(("↓", Token::Good)),
        MovementKind::Refund(_) => Some(("↑", Token::Warning)),
        MovementKind::Spending(..) => None,
    }
}

/// Returns what makes a tranche due, in full.
pub fn trigger(ctx: &RenderContext<'_>, tranche: &TrancheSummary) -> Option<String> {
    Some(match &written(ctx, tranche)?.when {
        Trigger::At(moment) => moment_words(ctx, *moment),
        other => words::trigger(other, ctx.locale, |party| ctx.party_in_sentence(party)),
    })
}

/// Returns the trigger for a column of `room` cells, with the progress of spending. Narrow forms still distinguish
/// tranches.
pub fn short_trigger(ctx: &RenderContext<'_>, tranche: &TrancheSummary, room: usize) -> String {
    let forms = match &tranche.gate {
        Some(gate) => short_gate(ctx, gate),
        None => match written(ctx, tranche).map(|tranche| &tranche.when) {
            Some(Trigger::At(moment)) => short_moment(ctx, *moment),
            Some(_) => trigger(ctx, tranche).into_iter().collect(),
            None => vec![ctx.text("tranche-whole")],
        },
    };
    let shortest = forms.last().cloned().unwrap_or_default();
    first_that_fits(forms, room).unwrap_or(shortest)
}

/// Returns the longest form first: `412 000 / 600 000 € dépensés`, `412 / 600 k€ dépensés`, `412 / 600 k€`, `68 %`.
fn short_gate(ctx: &RenderContext<'_>, gate: &SpendingGate) -> Vec<String> {
    let spent = ctx.received_of(gate.spent, gate.threshold);
    let brief = ctx.locale.money_of_brief(gate.spent, gate.threshold, true);
    let [words, brief_words] =
        [&spent, &brief].map(|spent| ctx.locale.message("gate-short", &[("spent", MessageArg::Text(spent.clone()))]));
    let part = gate.spent.per_mille_of(gate.threshold).map(|part| MessageArg::Count(part / 10));
    let part = part.map(|part| ctx.locale.message("gate-part", &[("percent", part)]));
    [words, brief_words, spent, brief].into_iter().chain(part).collect()
}

/// Returns the longest form first: `signature + 6 mois`, `+ 6 mois`.
fn short_moment(ctx: &RenderContext<'_>, moment: Moment) -> Vec<String> {
    let and = |key, span| ctx.locale.message(key, &[("span", MessageArg::Span(span))]);
    match moment {
        Moment::On(date) => vec![ctx.locale.date(date).trim_start().to_owned(), ctx.locale.date_short(date)],
        Moment::Signature(None) => vec![ctx.text("moment-short-signature"), ctx.text("missing-signature")],
        Moment::Signature(Some(span)) => {
            let keys = ["moment-short-signature-and", "moment-tight-signature-and", "moment-tight-and"];
            keys.map(|key| and(key, span)).into()
        }
        Moment::End(None) => vec![ctx.text("moment-short-end")],
        Moment::End(Some(span)) => vec![and("moment-short-end-and", span)],
    }
}

/// Returns a bar and `412 000 € dépensés par la DINUM, seuil 600 000 €`.
pub fn gate(ctx: &RenderContext<'_>, gate: &SpendingGate, cells: usize) -> StyledLine {
    let mut line = bar(gate.spent, gate.threshold, cells);
    let facts = [
        ("spent", MessageArg::Text(ctx.locale.money(gate.spent))),
        ("threshold", MessageArg::Text(ctx.locale.money(gate.threshold))),
        ("party", MessageArg::Text(ctx.party_in_sentence(&gate.by))),
    ];
    line.push(piece(Token::Muted, format!(" {}", ctx.locale.message("gate", &facts))));
    line
}

/// Returns the papers that are missing for a tranche.
pub fn missing_papers(ctx: &RenderContext<'_>, tranche: &TrancheSummary) -> Option<String> {
    if tranche.missing.is_empty() {
        return None;
    }
    let missing = tranche.missing.iter().map(|paper| ctx.paper(paper)).collect();
    Some(ctx.locale.message("papers-missing", &[("papers", MessageArg::List(missing))]))
}
