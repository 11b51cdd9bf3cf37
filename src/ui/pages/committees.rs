//! The committees of a startup: its clocks, timeline and meetings, and what became known since the last one.

use super::PageSubject;
use super::since::{self, SinceBounds};
use crate::model::Id;
use crate::rules;
use crate::ui::list_screens::committees::describe::{clock, meetings};
use crate::ui::list_screens::committees::{last_held, timeline, timeline_head, timeline_legend};
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page_builder::PageBuilder;

pub(super) fn write(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    if let PageSubject::Startup(id) = subject {
        of(ctx, id, builder);
    }
}

fn of(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let clocks = rules::committee_clocks(&ctx.data.portfolio, id, ctx.data.as_of);
    if let Some(startup) = ctx.startup(id) {
        let room = builder.width().min(96);
        let urgent = clocks.iter().min_by_key(|clock| (clock.state, clock.next_due));
        builder.line(timeline_head(ctx, room));
        builder.line(timeline(ctx, startup, urgent, room));
        builder.filled(&timeline_legend(ctx));
        builder.blank();
    }
    for one in &clocks {
        clock(ctx, one, builder);
    }
    meetings(ctx, id, builder);
    if let Some(last) = last_held(ctx, id) {
        builder.blank();
        builder.heading(&ctx.dated("since-committee", last.on));
        since::write(ctx, id, last.on, &SinceBounds::PAGE, builder);
    }
    if let Some(review) = ctx.data.portfolio.last_review(id, ctx.data.as_of) {
        builder.blank();
        builder.heading(&ctx.dated("since-review", review.on));
        since::write(ctx, id, review.on, &SinceBounds::PAGE, builder);
    }
    let given = ctx.data.history.marks().and_then(|marks| marks.day);
    if let Some(day) = given {
        builder.blank();
        builder.heading(&ctx.dated("since-day", day));
        since::write(ctx, id, day, &SinceBounds::PAGE, builder);
    }
}
