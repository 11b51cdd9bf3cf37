//! The preview of a tranche: trigger, payments, calls, and the resources in kind of its convention.

use crate::model::{Convention, MessageArg, Money};
use crate::report::sanitize;
use crate::rules::{self, ContributionSummary, Movement, TrancheSummary, terms_in_force};
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::{StateStyle, tranche_style};
use crate::ui::widget::chart::bar;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

use super::{TrancheRow, words};

pub(super) fn lines(ctx: &RenderContext<'_>, part: TrancheRow<'_>, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, if width < 50 { 11 } else { 16 });
    let contribution = &part.promise.contribution;
    let between = ctx.between(Some(&contribution.from), contribution.to.as_ref());
    builder.text(None, Token::Title, 0, &between);
    money(ctx, part, &mut builder);
    builder.blank();
    if let Some(tranche) = part.tranche() {
        self::tranche(ctx, tranche, &mut builder);
    }
    if !part.promise.startups.is_empty() {
        let names = ctx.startup_names(&part.promise.startups);
        builder.value(None, &ctx.text("label-startup"), Token::Text, &names);
    }
    builder.value(None, &ctx.text("label-convention"), Token::Text, &ctx.convention_title(&contribution.convention));
    if let Some(article) = part.article() {
        builder.value(None, &ctx.text("label-article"), Token::Text, &sanitize(article));
    }
    let path = part.tranche().map_or(&contribution.path, |tranche| &tranche.path);
    let record = format!("{} · {path}", contribution.record.id);
    builder.value(None, &ctx.text("label-record"), Token::Muted, &record);
    if let Some(convention) = terms_in_force(&ctx.data.portfolio, &contribution.convention, ctx.data.as_of) {
        let number = part.tranche().filter(|_| part.promise.tranches.len() > 1).map(|tranche| tranche.number);
        movements(ctx, contribution, number, &mut builder);
        resources(ctx, &convention, &mut builder);
    }
    builder.into_lines()
}

/// Received of payable, for the tranche and, if there are several, for the whole contribution.
fn money(ctx: &RenderContext<'_>, part: TrancheRow<'_>, builder: &mut PageBuilder) {
    let contribution = &part.promise.contribution;
    let figures = part.figures(ctx);
    if contribution.to.is_none() {
        let words = format!("{} · {}", ctx.locale.money(figures.committed), ctx.text("spends-itself"));
        builder.text(None, Token::Text, 0, &words);
        return;
    }
    let line = |received: Money, promised: Money, token: Token| {
        let mut line = bar(received, promised, 12);
        line.push(piece(token, format!(" {}", ctx.received_in_words(received, promised))));
        line
    };
    let mut own = line(figures.received, figures.payable, Token::Text);
    if figures.late > Money::ZERO {
        let late = format!(" · ✗ {} {}", ctx.locale.money_short(figures.late), ctx.text("figure-late"));
        own.push(piece(Token::Bad, late));
    }
    builder.line(own);
    if part.promise.tranches.len() > 1 {
        let whole = &contribution.figures;
        let mut all = line(whole.received, whole.payable, Token::Muted);
        all.push(piece(Token::Muted, format!(" · {}", ctx.text("all-tranches"))));
        builder.line(all);
    }
}

fn tranche(ctx: &RenderContext<'_>, tranche: &TrancheSummary, builder: &mut PageBuilder) {
    let mark = tranche_style(tranche.state);
    let mut line =
        vec![piece(mark.1, format!("{} {}", mark.0, ctx.text(&format!("tranche-{}", tranche.state.name()))))];
    if let Some(unknown) = tranche.unknown {
        line.push(piece(Token::Unknown, format!(" · {}", ctx.text(&format!("unknown-{}", unknown.name())))));
    }
    builder.named(None, &ctx.text("label-status"), line);
    if let Some(due) = tranche.due {
        let after = tranche.late_after.map_or_else(String::new, |day| format!(" · {}", ctx.dated("late-after", day)));
        let words = format!("{}{after}", ctx.deadline(due));
        builder.value(None, &ctx.text("label-due"), Token::Text, &words);
    }
    if let Some(trigger) = words::trigger(ctx, tranche) {
        builder.value(None, &ctx.text("label-rule"), Token::Text, &trigger);
    }
    if let Some(gate) = &tranche.gate {
        builder.named(None, &ctx.text("label-spending"), words::gate(ctx, gate, 12));
        if let Some(crossed) = gate.crossed {
            let words = ctx.dated("gate-crossed", crossed);
            builder.value(None, "", Token::Good, &format!("✓ {words}"));
        }
    }
    if !tranche.missing.is_empty() {
        let missing = tranche.missing.iter().map(|paper| ctx.paper(paper)).collect::<Vec<_>>();
        builder.value(None, &ctx.text("label-missing"), Token::Warning, &ctx.locale.list(&missing));
    }
}

/// The calls and payments of the contribution except those that name another tranche, the latest first.
fn movements(
    ctx: &RenderContext<'_>,
    contribution: &ContributionSummary,
    number: Option<usize>,
    builder: &mut PageBuilder,
) {
    let its = |movement: &&Movement<'_>| {
        let tranche = movement.entry.tranche();
        movement.entry.contribution() == Some(&contribution.id)
            && (tranche.is_none() || number.is_none() || tranche == number)
    };
    let all = rules::movements(&ctx.data.portfolio, &contribution.convention, ctx.data.as_of);
    let marked = |movement| words::movement_style(movement).map(|mark| (mark, movement));
    let all: Vec<(StateStyle, &Movement<'_>)> = all.iter().rev().filter(its).filter_map(marked).collect();
    if !all.is_empty() {
        builder.heading(&ctx.text("heading-movements"));
    }
    for ((sign, token), Movement { entry, on, .. }) in all {
        let reference = entry.reference().map_or_else(String::new, |text| format!(" · {}", sanitize(text)));
        let day = on.map(|on| ctx.locale.date(on)).unwrap_or_default();
        let what = ctx.text(&format!("movement-{}", entry.name()));
        builder.line(vec![
            piece(token, format!("{sign} ")),
            piece(Token::Text, format!("{day}  {}", ctx.locale.money(entry.amount()))),
            piece(Token::Muted, format!("  {what}{reference}")),
        ]);
    }
}

/// Resources in kind, which are not part of the amounts.
fn resources(ctx: &RenderContext<'_>, convention: &Convention, builder: &mut PageBuilder) {
    if convention.resources.is_empty() {
        return;
    }
    builder.heading(&ctx.text("heading-resources"));
    for resource in &convention.resources {
        let share = resource.share.as_deref().map(|share| format!(" · {}", ctx.share(share))).unwrap_or_default();
        let lasts = resource.lasts.map(|span| format!(" · {}", ctx.locale.span(span))).unwrap_or_default();
        let facts = [("party", MessageArg::Text(ctx.party_in_sentence(&resource.from)))];
        let from = ctx.locale.message("given-by", &facts);
        builder.text(None, Token::Text, 0, &format!("{}{share}{lasts} · {from}", sanitize(&resource.what)));
    }
}
