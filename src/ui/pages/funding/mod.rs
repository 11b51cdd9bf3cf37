//! Contributions by tranche, spending, and a chart by month.

pub mod cash;
mod movements;

use crate::edit::Verb;

use super::PageSubject;
use crate::model::{Id, MessageArg};
use crate::rules::{self, Commitment, Figure, Figures, TrancheSummary};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::list_screens::funding::words;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::tranche_style;
use crate::ui::target::Target;
use crate::ui::widget::chart::bar;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, piece, width};

pub(super) fn write(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    let conventions = subject.conventions(ctx);
    let (portfolio, as_of) = (&ctx.data.portfolio, ctx.data.as_of);
    let position = match subject {
        PageSubject::Startup(id) => rules::explain_startup(portfolio, id, as_of),
        PageSubject::Convention(id) => rules::explain_convention(portfolio, id, as_of),
        PageSubject::Party(id) => rules::explain_party(portfolio, id, as_of),
        PageSubject::Person(_) => return,
    };
    if conventions.is_empty() {
        builder.about(Some(subject.target()), ctx.empty_hint("no-convention", Command::Verb(Verb::NewConvention)));
        return;
    }
    figures(ctx, &position.figures, &subject.target(), builder);
    if let PageSubject::Startup(id) = subject
        && let Some(standing) = rules::startup_summary(portfolio, id, as_of)
        && let (Some(day), Some(runway)) = (standing.runs_out, ctx.runway(&standing))
    {
        builder.value(Some(subject.target()), &ctx.text("label-runs-out"), runway.token, &runway.text);
        builder.figure(day);
    }
    match subject {
        PageSubject::Startup(id) => {
            let forecast = rules::cash_forecast(portfolio, id, as_of, cash::MONTHS);
            cash::write(ctx, &forecast, builder);
        }
        _ => cash::chart(ctx, &rules::cash_by_month(&position, as_of, cash::MONTHS), builder),
    }
    for id in &conventions {
        if conventions.len() > 1 {
            builder.heading(&ctx.convention_title(id));
        } else {
            builder.blank();
        }
        for promise in rules::commitments_of(portfolio, id, as_of) {
            if is_for(&promise, subject) {
                self::promise(ctx, &promise, builder);
            }
        }
        movements::write(ctx, id, builder);
    }
}

fn is_for(promise: &Commitment, subject: &PageSubject) -> bool {
    match (&promise.contribution.startup, subject) {
        (Some(only), PageSubject::Startup(id)) => only == id,
        _ => true,
    }
}

/// The figures other than zero; payable and received always.
pub(super) fn figures(ctx: &RenderContext<'_>, figures: &Figures, target: &Target, builder: &mut PageBuilder) {
    let amounts: Vec<_> = Figure::ALL
        .into_iter()
        .filter(|figure| {
            let always = [Figure::Committed, Figure::Payable, Figure::Due, Figure::Received];
            always.contains(figure) || !figures.get(*figure).is_zero() || figures.is_unknown(*figure)
        })
        .map(|figure| (figure, ctx.figure(figures, figure)))
        .collect();
    let widest = amounts.iter().map(|(_, words)| width(words)).max().unwrap_or(0);
    for (figure, words) in amounts {
        let token = match figure {
            Figure::Late => Token::Bad,
            _ if figures.is_unknown(figure) => Token::Unknown,
            _ => Token::Text,
        };
        let sign = if figure == Figure::Late { "  ✗" } else { "" };
        let gap = " ".repeat(widest - width(&words));
        let mut value = vec![piece(token, format!("{gap}{words}{sign}"))];
        if figure == Figure::Received && !figures.payable.is_zero() {
            value.push(piece(Token::Text, "  "));
            let room = builder.width().saturating_sub(builder.label() + widest + 2);
            value.extend(bar(figures.received, figures.payable, room.min(16)));
        }
        builder.named(Some(target.clone()), &ctx.capital(&format!("figure-{}", figure.name())), value);
        builder.figure(figures.get(figure));
    }
    for (key, amount) in
        [("unallocated-payments", figures.unallocated.payments), ("unallocated-spending", figures.unallocated.spending)]
    {
        if !amount.is_zero() {
            builder.text(Some(target.clone()), Token::Warning, 0, &format!("! {}", ctx.amount(key, amount)));
        }
    }
    if !figures.payments_recorded() {
        builder.text(Some(target.clone()), Token::Muted, 0, &ctx.text("payments-not-recorded"));
    }
}

/// A line for the contribution, and one per tranche.
pub(super) fn promise(ctx: &RenderContext<'_>, promise: &Commitment, builder: &mut PageBuilder) {
    let contribution = &promise.contribution;
    let mut line = vec![
        piece(Token::Text, ctx.between(Some(&contribution.from), contribution.to.as_ref())),
        piece(Token::Title, format!("  {}", ctx.locale.money(contribution.figures.committed))),
    ];
    if contribution.to.is_none() {
        line.push(piece(Token::Muted, format!("  {}", ctx.text("spends-itself"))));
    } else {
        line.push(piece(Token::Text, "  "));
        line.extend(bar(contribution.figures.received, contribution.figures.payable, 8));
    }
    push_article(ctx, contribution.article.as_deref(), &mut line);
    builder.about(Some(Target::promise(promise, None)), line);
    builder.figure(contribution.figures.committed);
    for one in &promise.tranches {
        tranche(ctx, promise, one, builder);
    }
}

fn tranche(ctx: &RenderContext<'_>, promise: &Commitment, tranche: &TrancheSummary, builder: &mut PageBuilder) {
    let mark = tranche_style(tranche.state);
    let state = ctx.text(&format!("tranche-{}", tranche.state.name()));
    let mut line = vec![
        piece(mark.1, format!("  {} ", mark.0)),
        piece(Token::Text, ctx.locale.money(tranche.amount)),
        piece(mark.1, format!("  {state}")),
    ];
    if let Some(due) = tranche.due {
        line.push(piece(Token::Muted, format!(" · {}", ctx.dated("due-on", due))));
    } else if let Some(trigger) = words::trigger(ctx, tranche) {
        line.push(piece(Token::Muted, format!(" · {trigger}")));
    }
    if !tranche.paid.is_zero() && tranche.paid < tranche.amount {
        let paid = ctx.locale.message("paid-so-far", &[("amount", MessageArg::Text(ctx.locale.money(tranche.paid)))]);
        line.push(piece(Token::Muted, format!(" · {paid}")));
    }
    push_article(ctx, tranche.article.as_deref(), &mut line);
    builder.about(Some(Target::promise(promise, Some(tranche))), line);
    builder.figure(tranche.amount);
    if let Some(gate) = &tranche.gate {
        let mut line = vec![piece(Token::Text, "    ")];
        line.extend(words::gate(ctx, gate, 12));
        builder.more(line);
        if let Some(crossed) = gate.crossed {
            let words = ctx.dated("gate-crossed", crossed);
            builder.more(vec![piece(Token::Good, format!("    ✓ {words}"))]);
        }
    }
    if let Some(papers) = words::missing_papers(ctx, tranche) {
        builder.more(vec![piece(Token::Muted, format!("    {papers}"))]);
    }
}

fn push_article(ctx: &RenderContext<'_>, article: Option<&str>, line: &mut StyledLine) {
    let words = ctx.article(article);
    if !words.is_empty() {
        line.push(piece(Token::Muted, format!("  {words}")));
    }
}

/// Returns the convention and the amendments in effect, any of which may record movements.
fn documents<'a>(ctx: &RenderContext<'a>, id: &Id) -> Vec<&'a crate::model::Convention> {
    let amendments = ctx.data.portfolio.signed_amendments(id, ctx.data.as_of);
    ctx.convention(id).into_iter().chain(amendments).collect()
}
