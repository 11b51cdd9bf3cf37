//! The cells of the rows of Portfolio.

use super::details::Detail;
use super::{BAR, COMMITTEE, DETAILS, LATE, MONEY, NAME, PHASE, TERM, further_count, short_phase};
use crate::model::{Id, Money};
use crate::rules::{self, ClockState, Figures, StartupSummary};
use crate::ui::Token;
use crate::ui::list_screens::GroupSum;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::chart::bar;
use crate::ui::widget::text::{StyledLine, piece, width};

fn money_cells(ctx: &RenderContext<'_>, figures: &Figures, widths: &[usize], cells: &mut [StyledLine]) {
    if figures.payable.is_zero() {
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
    if let Some((phase, _)) = standing.phase {
        cells[PHASE] = vec![piece(if is_active { Token::Text } else { Token::Muted }, short_phase(ctx, phase))];
    }
    money_cells(ctx, &standing.figures, widths, cells);
    cells[LATE] = match standing.all_late() {
        0 => StyledLine::new(),
        late => vec![piece(Token::Bad, if widths[LATE] < 4 { format!("✗{late}") } else { format!("✗ {late}") })],
    };
    if let Some(clock) = standing.committee.as_ref().filter(|clock| clock.state != ClockState::None) {
        cells[COMMITTEE] = vec![ctx.clock_in(clock, widths[COMMITTEE])];
    }
    if let Some(brief) = standing.main_convention() {
        let more = match standing.conventions.len() {
            0 | 1 => String::new(),
            conventions => further_count(conventions - 1),
        };
        let room = widths[TERM].saturating_sub(width(&more));
        let status = ctx.status_in(brief.status, brief.ends, brief.ends_estimated, room);
        cells[TERM] = vec![status, piece(Token::Muted, more)];
    }
    for (cell, detail) in cells.iter_mut().zip(widths).skip(DETAILS).zip(Detail::ALL) {
        if let (cell, 1..) = cell {
            *cell = detail.cell(ctx, standing);
        }
    }
}

/// Returns the sums of a group: the number of late items, received of payable, and the late amount.
pub(super) fn group_sums(ctx: &RenderContext<'_>, figures: &Figures, late: usize) -> Vec<GroupSum> {
    let mut sums = Vec::new();
    if !figures.payable.is_zero() {
        let words = ctx.received_of(figures.received, figures.payable);
        sums.push(GroupSum { column: MONEY, cell: piece(Token::Text, words.clone()), words: Some(words) });
    }
    if late > 0 {
        let cell = piece(Token::Bad, format!("✗ {late}"));
        sums.push(GroupSum { column: LATE, cell, words: None });
    }
    if figures.late > Money::ZERO {
        let amount = ctx.locale.money_short(figures.late);
        let words = format!("{amount} {}", ctx.text("figure-late"));
        sums.push(GroupSum {
            column: Detail::LateAmount.column_number(),
            cell: piece(Token::Bad, amount),
            words: Some(words),
        });
    }
    sums
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
    if figures.late > Money::ZERO {
        cells[LATE] = vec![piece(Token::Bad, "✗")];
    }
    if let Some(standing) = rules::convention_summary(&ctx.data.portfolio, id, ctx.data.as_of) {
        cells[TERM] = vec![ctx.status(standing.status, standing.ends, standing.ends_estimated)];
    }
}
