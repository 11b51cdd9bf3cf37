//! Calls, payments, refunds and expenditures.

use super::documents;
use crate::model::{Convention, Expenditure, Id};
use crate::report::sanitize;
use crate::rules::{self, Movement, MovementKind};
use crate::ui::Token;
use crate::ui::list_screens::funding::words;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::StateStyle;
use crate::ui::target::Target;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, piece, width};

/// A heading and the lines of each kind, the latest first.
pub(super) fn write(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let documents = documents(ctx, id);
    let mut all = rules::movements(&ctx.data.portfolio, id, ctx.data.as_of);
    all.reverse();
    movements(ctx, &documents, &all, builder);
    spending(ctx, id, &documents, &all, builder);
}

fn target(movement: &Movement<'_>) -> Option<Target> {
    Some(Target::value(movement.record.clone(), movement.path.clone()))
}

fn detail(parts: &[Option<&str>]) -> String {
    let known = parts.iter().flatten().filter(|part| !part.is_empty());
    known.map(|part| format!(" · {}", sanitize(part))).collect()
}

fn movements(ctx: &RenderContext<'_>, documents: &[&Convention], all: &[Movement<'_>], builder: &mut PageBuilder) {
    let marked = |movement| words::movement_style(movement).map(|mark| (mark, movement));
    let all: Vec<(StateStyle, &Movement<'_>)> = all.iter().filter_map(marked).collect();
    if all.is_empty() {
        return;
    }
    builder.heading(&ctx.text("heading-movements"));
    let widest = all.iter().map(|(_, movement)| width(&ctx.locale.money(movement.entry.amount()))).max().unwrap_or(0);
    for ((sign, token), movement) in all {
        let entry = movement.entry;
        let amount = ctx.locale.money(entry.amount());
        let gap = " ".repeat(widest - width(&amount));
        let papers = match entry {
            MovementKind::Call(call) => call.with.iter().map(|paper| ctx.paper(paper)).collect(),
            _ => Vec::new(),
        };
        let papers = ctx.locale.list(&papers);
        let contribution = entry.contribution().unwrap_or_default();
        let contribution = words::contribution(ctx, documents, contribution, entry.tranche());
        let detail = detail(&[entry.reference(), Some(papers.as_str())]);
        let words = format!("{} · {contribution}{detail}", ctx.text(&format!("movement-{}", entry.name())));
        let day = movement.on.map(|on| ctx.locale.date(on)).unwrap_or_default();
        let first = vec![piece(token, format!("{sign} ")), piece(Token::Text, format!("{day}  {gap}{amount}  "))];
        builder.wrapped(target(movement), first, Token::Muted, &words);
        builder.figure(entry.amount());
    }
}

fn spending(
    ctx: &RenderContext<'_>,
    id: &Id,
    documents: &[&Convention],
    all: &[Movement<'_>],
    builder: &mut PageBuilder,
) {
    let line = |movement| match movement {
        &Movement { entry: MovementKind::Spending(line, _), .. } => Some((line, movement)),
        _ => None,
    };
    let all: Vec<(&Expenditure, &Movement<'_>)> = all.iter().filter_map(line).collect();
    if all.is_empty() {
        return;
    }
    builder.heading(&ctx.text("heading-spending"));
    sums(ctx, id, builder);
    let widest = all.iter().map(|(line, _)| width(&ctx.locale.money(line.amount))).max().unwrap_or(0);
    for (line, movement) in all {
        let amount = ctx.locale.money(line.amount);
        let gap = " ".repeat(widest - width(&amount));
        let what =
            line.what.as_deref().map_or_else(|| ctx.text("spending-of-no-name"), |what| sanitize(what).into_owned());
        let by = line.by.as_ref().map(|id| ctx.party_name(id));
        let contribution = line.contribution.as_deref().map(|id| words::contribution(ctx, documents, id, None));
        // A contributor that spends directly is named once.
        let short = line.by.as_ref().map(|id| ctx.party_short(id));
        let contribution = contribution.filter(|words| Some(words) != short.as_ref());
        let rest = detail(&[by.as_deref(), contribution.as_deref(), line.reference.as_deref()]);
        let mut first = vec![piece(Token::Text, format!("  {gap}{amount}  "))];
        first.extend(stages(ctx, line));
        builder.wrapped(target(movement), first, Token::Muted, &format!("{what}{rest}"));
        builder.figure(line.amount);
    }
}

/// The sums by budget year and nature, the latest year first.
fn sums(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    for year in rules::convention_budget(&ctx.data.portfolio, id, ctx.data.as_of) {
        for row in year.natures.iter().filter(|row| !row.ae.is_zero() || !row.cp.is_zero()) {
            let nature =
                row.nature.as_deref().map_or_else(|| ctx.text("nature-unknown"), |one| sanitize(one).into_owned());
            let (ae, cp) = (ctx.locale.money_short(row.ae), ctx.locale.money_short(row.cp));
            let line = vec![
                piece(Token::Header, format!("  {}  ", year.year)),
                piece(Token::Text, format!("AE {ae}  CP {cp}  ")),
                piece(Token::Muted, nature),
            ];
            builder.about(Some(Target::Convention(id.clone())), line);
            builder.figure(row.cp);
        }
    }
}

/// Returns the stages of an expenditure, including those not reached: `AE 01/03/2020  SF 02/04/2020  CP –`.
fn stages(ctx: &RenderContext<'_>, line: &Expenditure) -> StyledLine {
    let stages = [("stage-committed", line.committed), ("stage-done", line.done), ("stage-paid", line.paid)];
    let blank = width(&ctx.locale.date(ctx.data.as_of));
    stages
        .into_iter()
        .flat_map(|(key, day)| {
            let reached = day.is_some_and(|day| day <= ctx.data.as_of);
            let token = if reached { Token::Text } else { Token::Muted };
            let day = day.map_or_else(|| "–".to_owned(), |day| ctx.locale.date(day));
            let gap = " ".repeat(blank.saturating_sub(width(&day)) + 2);
            [piece(Token::Muted, format!("{} ", ctx.text(key))), piece(token, format!("{day}{gap}"))]
        })
        .collect()
}
