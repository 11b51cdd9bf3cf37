//! The money of the portfolio month by month, and the startups by the month in which they are short of it.

use chrono::Datelike;

use crate::model::{RecordKind, RecordRef};
use crate::report::explain::month_topic;
use crate::rules::{self, CashForecast};
use crate::ui::Token;
use crate::ui::pages::cash;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{piece, width};

/// Returns the lines of the box. A line of a startup leads to its page.
pub fn lines(ctx: &RenderContext<'_>, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, if width < 50 { 14 } else { 18 });
    let report = rules::cash_report(&ctx.data.portfolio, ctx.data.as_of, cash::MONTHS);
    cash::write(ctx, &report.total, &mut builder);
    startups(ctx, &report.startups, &mut builder);
    if builder.is_empty() {
        builder.text(None, Token::Muted, 0, &ctx.text("forecast-nothing"));
    }
    builder.into_lines()
}

/// The startups that spend, those that are short of money first.
fn startups(ctx: &RenderContext<'_>, all: &[CashForecast], builder: &mut PageBuilder) {
    let mut spending: Vec<&CashForecast> = all.iter().filter(|one| one.burn.is_some()).collect();
    if spending.is_empty() {
        return;
    }
    spending.sort_by_key(|one| (one.short_from().is_none(), one.short_from(), one.available));
    builder.heading(&ctx.text("heading-short"));
    let money = |one: &CashForecast| one.available.map_or_else(|| "?".to_owned(), |one| ctx.locale.money_short(one));
    let widest = spending.iter().map(|one| width(&money(one))).max().unwrap_or(0);
    for one in spending {
        let Some(id) = &one.startup else { continue };
        let available = money(one);
        let mut line = vec![piece(Token::Text, format!("{}{available}", " ".repeat(widest - width(&available))))];
        if let Some(burn) = &one.burn {
            let rate = ctx.amount("burn-short", burn.per_month());
            line.push(piece(Token::Muted, format!("  {rate}")));
        }
        if let Some(first) = one.short_from() {
            let month = ctx.locale.month(first.year(), first.month());
            line.push(piece(Token::Bad, format!("  ✗ {} {month}", ctx.text("short-from"))));
        }
        builder.named(Some(Target::Startup(id.clone())), &ctx.startup_name(id), line);
        if let Some(available) = one.available {
            builder.figure(available);
        }
        let short = one.short_from().map(|first| month_topic(first, "balance"));
        let figures = ["cash.available", "cash.burn"].map(str::to_owned).into_iter().chain(short);
        builder.explains(RecordRef::new(RecordKind::Startup, id.clone()), figures);
    }
}
