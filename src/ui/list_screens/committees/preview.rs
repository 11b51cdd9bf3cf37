//! The preview of a startup's committees: its clocks and meetings.

use super::describe::{clock, meetings};
use crate::model::Id;
use crate::rules::committee_clocks;
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

pub(super) fn lines(ctx: &RenderContext<'_>, startup: &Id, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, if width < 50 { 11 } else { 16 });
    builder.line(vec![piece(Token::Title, ctx.startup_name(startup))]);
    builder.blank();
    for one in committee_clocks(&ctx.data.portfolio, startup, ctx.data.as_of) {
        clock(ctx, &one, &mut builder);
    }
    meetings(ctx, startup, &mut builder);
    builder.blank();
    builder.filled(&super::line::legend(ctx));
    builder.into_lines()
}
