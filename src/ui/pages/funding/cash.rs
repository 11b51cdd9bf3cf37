//! Payments received and spending, month by month.

use crate::model::{MessageArg, Money};
use crate::rules::{CashMonth, ExplainedFigures, cash_by_month};
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::chart::sparkline;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;
use crate::ui::widget::timeline::Scale;

/// The maximum number of months.
const MONTHS: usize = 24;

/// A column chart over the months up to the day of the answers; nothing if no money moved.
pub(super) fn write(ctx: &RenderContext<'_>, position: &ExplainedFigures, builder: &mut PageBuilder) {
    let label = builder.label();
    // Leave room for the maximum of each row.
    let months = (builder.width().saturating_sub(label + 16) / 2).min(MONTHS);
    let cash = cash_by_month(position, ctx.data.as_of, u32::try_from(months).unwrap_or(0));
    let moved = |of: fn(&CashMonth) -> Money| cash.iter().any(|month| !of(month).is_zero());
    if !moved(|month| month.received) && !moved(|month| month.spent) {
        return;
    }
    builder.heading(&ctx.text("heading-cash"));
    row(ctx, "figure-received", &cash, |month| month.received, Token::Good, builder);
    row(ctx, "figure-spent", &cash, |month| month.spent, Token::Accent, builder);
    let mut head = vec![piece(Token::Text, " ".repeat(label))];
    head.extend(Scale::until(ctx.data.as_of, months).head(&ctx.text("month-initials")));
    builder.line(head);
}

fn row(
    ctx: &RenderContext<'_>,
    name: &str,
    cash: &[CashMonth],
    of: fn(&CashMonth) -> Money,
    token: Token,
    builder: &mut PageBuilder,
) {
    let most = cash.iter().map(of).max().unwrap_or_default();
    let values: Vec<_> = cash.iter().map(|month| Some(of(month).decimal())).collect();
    // Two cells per month, as on the scale.
    let columns: String = sparkline(&values).chars().flat_map(|column| [column, ' ']).collect();
    let most = ctx.locale.message("chart-most", &[("amount", MessageArg::Text(ctx.locale.money_short(most)))]);
    builder.named(None, &ctx.capital(name), vec![piece(token, columns), piece(Token::Muted, format!(" {most}"))]);
}
