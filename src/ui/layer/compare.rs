//! Two days compared: each figure with its difference.

use crate::model::{MessageArg, RecordKind, RecordRef};
use crate::report::explain::compared_topic;
use crate::report::words::ComparedWords;
use crate::rules::{ComparedFigure, DayComparison};
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{Piece, piece, width};

/// Returns all figures of the portfolio, then those of the startups that differ. A line of a startup leads to its page.
pub fn lines(ctx: &RenderContext<'_>, comparison: &DayComparison, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    let [was, is] = comparison.days.map(MessageArg::Date);
    builder.text(None, Token::Title, 0, &ctx.locale.message("compare-heading", &[("was", was), ("is", is)]));
    if !comparison.has_changes() {
        builder.blank();
        builder.text(None, Token::Muted, 0, &ctx.text("compare-nothing"));
    }
    builder.heading(&ctx.text("report-total"));
    write(ctx, &RecordRef::of_portfolio(), &comparison.total, &mut builder);
    let mut startups: Vec<_> =
        comparison.startups.iter().filter(|(_, all)| all.iter().any(|one| one.is_changed())).collect();
    startups.sort_by_cached_key(|(id, _)| crate::locale::fold(&ctx.startup_name(id)));
    for (id, figures) in startups {
        builder.heading(&ctx.startup_name(id));
        let changed: Vec<ComparedFigure> = figures.iter().copied().filter(ComparedFigure::is_changed).collect();
        write(ctx, &RecordRef::new(RecordKind::Startup, id.clone()), &changed, &mut builder);
    }
    builder.into_lines()
}

/// A line for each figure: its name, both values and the difference. On a narrow screen the values are on a line of
/// their own.
fn write(ctx: &RenderContext<'_>, of: &RecordRef, figures: &[ComparedFigure], builder: &mut PageBuilder) {
    let target = (of.kind == RecordKind::Startup).then(|| Target::Startup(of.id.clone()));
    let rows: Vec<(ComparedWords, &ComparedFigure)> =
        figures.iter().map(|one| (ComparedWords::of(one, ctx.locale), one)).collect();
    let widest = |of: fn(&ComparedWords) -> &str| rows.iter().map(|(row, _)| width(of(row))).max().unwrap_or(0);
    let widths =
        [widest(|row| &row.name), widest(|row| &row.was), widest(|row| &row.is), widest(|row| &row.difference)];
    for (row, figure) in &rows {
        let is_changed = figure.is_changed();
        let token = if is_changed { Token::Text } else { Token::Muted };
        let name = format!("{}{}", row.name, " ".repeat(widths[0].saturating_sub(width(&row.name))));
        let right = |text: &str, wide: usize| format!("{}{text}", " ".repeat(wide.saturating_sub(width(text))));
        let values = format!("{} → {}", right(&row.was, widths[1]), right(&row.is, widths[2]));
        let difference = if is_changed { row.difference.clone() } else { "=".to_owned() };
        let difference = piece(if is_changed { Token::Accent } else { Token::Muted }, right(&difference, widths[3]));
        let gap = || -> Piece { piece(Token::Text, "  ") };
        let total: usize = widths.iter().sum::<usize>() + 7;
        if total <= builder.width() {
            builder.about(target.clone(), vec![piece(token, name), gap(), piece(token, values), gap(), difference]);
        } else {
            builder.about(target.clone(), vec![piece(token, row.name.clone()), gap(), difference]);
            builder.continued(2, Token::Muted, values.trim());
        }
        builder.explains(of.clone(), [compared_topic(figure.kind).to_owned()]);
    }
}
