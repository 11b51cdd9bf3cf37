//! The text of the configuration box: the file and its problems.

use crate::report::sanitize;
use crate::ui::list_screens::findings;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::{ConfigStatus, Token};

pub fn lines(ctx: &RenderContext<'_>, configuration: &ConfigStatus, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    builder.text(None, Token::Muted, 0, &sanitize(&configuration.file));
    for problem in &configuration.problems {
        builder.blank();
        findings::body(ctx, problem, &mut builder);
    }
    if configuration.problems.is_empty() {
        builder.blank();
        builder.text(None, Token::Good, 0, &format!("✓ {}", ctx.text("configuration-sound")));
    }
    builder.into_lines()
}
