//! The cells of the rows of Portfolio.

use super::details::Detail;
use super::{BAR, COMMITTEE, DETAILS, LATE, MONEY, NAME, PHASE, TERM, further_count, short_phase};
use crate::model::{Id, Money};
use crate::rules::{self, Figures, StartupSummary};
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::chart::bar;
use crate::ui::widget::text::{StyledLine, piece, width};

fn money_cells(ctx: &RenderContext<'_>, figures: &Figures, widths: &[usize], cells: &mut [StyledLine]) {
    if figures.payable.is_zero() {
        cells[MONEY] = vec![piece(Token::Muted, "–")];
        return;
    }
    let cells_of = |n: usize| widths.get(n).copied().unwrap_or(0);
    // Amounts that don't fit, as those of frameworks, extend over the columns of the bar and, if empty, the phase. If
    // that is still too narrow, they are abbreviated.
    let free = if cells[PHASE].is_empty() { cells_of(PHASE) } else { 0 } + cells_of(BAR) + cells_of(MONEY);
    let words = ctx.received_of(figures.received, figures.payable);
    let full = width(&words);
    let room = if full <= free { free } else { cells_of(MONEY) };
    if full <= cells_of(MONEY) || full > free {
        cells[BAR] = bar(figures.received, figures.payable, cells_of(BAR));
    }
    let words = if full <= room { words } else { ctx.received_of_in(figures.received, figures.payable, room) };
    cells[MONEY] = match words.split_once('/') {
        Some((received, payable)) => {
            vec![piece(Token::Text, received), piece(Token::Muted, "/"), piece(Token::Text, payable)]
        }
        None => vec![piece(Token::Text, words)],
    };
}

pub(super) fn startup(ctx: &RenderContext<'_>, standing: &StartupSummary, widths: &[usize], cells: &mut [StyledLine]) {
    let is_active = standing.phase.is_none_or(|(phase, _)| phase.is_active());
    cells[NAME] = vec![piece(if is_active { Token::Text } else { Token::Muted }, ctx.startup_name(&standing.startup))];
    if ctx.broken_startup(&standing.startup).is_some() {
        cells[NAME].insert(0, piece(Token::Bad, "✗ "));
    }
    cells[PHASE] = match standing.phase {
        Some((phase, _)) => vec![piece(if is_active { Token::Text } else { Token::Muted }, short_phase(ctx, phase))],
        None => vec![piece(Token::Muted, "–")],
    };
    money_cells(ctx, &standing.figures, widths, cells);
    cells[LATE] = match standing.all_late() {
        0 => vec![piece(Token::Muted, "–")],
        late => vec![piece(Token::Bad, if widths[LATE] < 4 { format!("✗{late}") } else { format!("✗ {late}") })],
    };
    cells[COMMITTEE] = match &standing.committee {
        Some(clock) => vec![ctx.clock_in(clock, widths[COMMITTEE])],
        None => vec![piece(Token::Muted, "–")],
    };
    cells[TERM] = match standing.foremost() {
        None => vec![piece(Token::Muted, "–")],
        Some(brief) => {
            let mut line = vec![ctx.status(brief.status, brief.ends, brief.ends_estimated)];
            if standing.conventions.len() > 1 {
                line.push(piece(Token::Muted, further_count(standing.conventions.len() - 1)));
            }
            line
        }
    };
    for (cell, detail) in cells.iter_mut().zip(widths).skip(DETAILS).zip(Detail::ALL) {
        if let (cell, 1..) = cell {
            *cell = detail.cell(ctx, standing);
        }
    }
}

pub(super) fn framework(
    ctx: &RenderContext<'_>,
    id: &Id,
    figures: &Figures,
    widths: &[usize],
    cells: &mut [StyledLine],
) {
    cells[NAME] = vec![piece(Token::Text, ctx.convention_title(id))];
    money_cells(ctx, figures, widths, cells);
    let late = |figure: Money| if figure > Money::ZERO { piece(Token::Bad, "✗") } else { piece(Token::Muted, "–") };
    cells[LATE] = vec![late(figures.late)];
    cells[COMMITTEE] = vec![piece(Token::Muted, "–")];
    if let Some(standing) = rules::convention_summary(&ctx.data.portfolio, id, ctx.data.as_of) {
        cells[TERM] = vec![ctx.status(standing.status, standing.ends, standing.ends_estimated)];
    }
}
