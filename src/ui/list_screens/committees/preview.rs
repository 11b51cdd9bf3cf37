//! The preview of a startup's committees: its clocks and meetings.

use super::describe::{clock, meetings};
use crate::rules::{CommitteeClock, committee_clocks};
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

/// The clock of the row comes first, then the others of its startup.
pub(super) fn lines(ctx: &RenderContext<'_>, selected: &CommitteeClock, width: usize) -> Vec<PageLine> {
    let startup = &selected.startup;
    let mut builder = PageBuilder::new(width, if width < 50 { 11 } else { 16 });
    builder.line(vec![piece(Token::Title, ctx.startup_name(startup))]);
    builder.blank();
    let mut clocks = committee_clocks(&ctx.data.portfolio, startup, ctx.data.as_of);
    clocks.sort_by_key(|one| (&one.convention, one.reason) != (&selected.convention, selected.reason));
    for one in &clocks {
        clock(ctx, one, &mut builder);
    }
    meetings(ctx, startup, &mut builder);
    builder.blank();
    builder.filled(&super::line::legend(ctx));
    builder.into_lines()
}
