//! Indicators with their last value, and a chart if there are several values.

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::edit::Verb;
use crate::model::{Date, IndicatorValue, KeyPath, RecordKind, RecordRef, Startup};
use crate::report::{sanitize, statements};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::key_figure::KeyFigure;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::chart::{columns, resampled};
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{piece, width};

/// The height of the chart.
const LINES: usize = 3;
/// The maximum width of the chart.
const WIDEST: usize = 60;

pub(super) fn write(ctx: &RenderContext<'_>, startup: &Startup, builder: &mut PageBuilder) {
    builder.heading(&ctx.text("heading-indicators"));
    let record = RecordRef::new(RecordKind::Startup, startup.id.clone());
    if startup.indicators.is_empty() {
        builder.about(
            Some(Target::Startup(startup.id.clone())),
            ctx.empty_hint("no-indicator", Command::Verb(Verb::Indicator)),
        );
    }
    for (n, indicator) in startup.indicators.iter().enumerate() {
        let mut values: Vec<_> = indicator.values.iter().filter(|value| value.on <= ctx.data.as_of).collect();
        values.sort_by_key(|value| value.on);
        let target = Target::value(record.clone(), KeyPath::entry("indicators", n));
        let name = vec![piece(Token::Text, format!("{}  ", sanitize(&indicator.name)))];
        let stated = |builder: &mut PageBuilder| {
            for (label, words) in statements::of_indicator(indicator, ctx.locale) {
                let words = statements::labelled(ctx.locale, &ctx.text(label), &words);
                builder.continued(2, Token::Muted, &words);
            }
        };
        let Some(last) = values.last() else {
            builder.about(Some(target), name);
            stated(builder);
            continue;
        };
        let words = format!("{} · {}", ctx.indicator_value(indicator, last), ctx.locale.date(last.on).trim_start());
        builder.wrapped(Some(target), name, Token::Title, &words);
        builder.figure(KeyFigure::Number(last.value));
        stated(builder);
        if values.len() > 2 {
            chart(ctx, &values, builder);
        }
    }
}

/// A column chart from the first to the last month, with the maximum on the left and the days below.
fn chart(ctx: &RenderContext<'_>, values: &[&IndicatorValue], builder: &mut PageBuilder) {
    let months = by_month(values);
    let most = values.iter().map(|value| value.value).max().unwrap_or_default();
    let most = ctx.locale.decimal(most);
    let margin = width(&most).max(4) + 2;
    let room = builder.width().saturating_sub(margin + 2).min(WIDEST);
    // A short chart takes two cells per month.
    let wide = if months.len() * 2 <= room { 2 } else { 1 };
    let shown = resampled(&months, room / wide);
    for (n, line) in columns(&shown, LINES).into_iter().enumerate() {
        let left = match n {
            0 => format!("{most:>width$} ┤", width = margin - 2),
            _ if n + 1 == LINES => format!("{:>width$} ┤", 0, width = margin - 2),
            _ => format!("{:width$} │", "", width = margin - 2),
        };
        let cells: String = line.chars().flat_map(|column| std::iter::repeat_n(column, wide)).collect();
        builder.more(vec![piece(Token::Border, left), piece(Token::Accent, cells)]);
    }
    if let (Some(first), Some(last)) = (values.first(), values.last()) {
        let day = |day: Date| ctx.locale.date(day).trim_start().to_owned();
        let words = format!("{}{} → {}", " ".repeat(margin), day(first.on), day(last.on));
        builder.more(vec![piece(Token::Muted, words)]);
    }
}

/// Returns the last value of each month; `None` for a month without one.
fn by_month(values: &[&IndicatorValue]) -> Vec<Option<Decimal>> {
    let month = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month0());
    let (Some(first), Some(last)) = (values.first(), values.last()) else { return Vec::new() };
    let count = usize::try_from(month(last.on) - month(first.on) + 1).unwrap_or(0);
    let mut months = vec![None; count.min(1200)];
    for value in values {
        let at = usize::try_from(month(value.on) - month(first.on)).unwrap_or(0);
        if let Some(slot) = months.get_mut(at) {
            *slot = Some(value.value);
        }
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_month_has_its_last_value_or_none() {
        let value = |on: &str, value: i64| IndicatorValue { on: on.parse().unwrap(), value: Decimal::from(value) };
        let values = [value("2019-12-01", 1), value("2019-12-20", 2), value("2020-02-03", 5)];
        let months = by_month(&values.iter().collect::<Vec<_>>());
        assert_eq!(months, [Some(Decimal::from(2)), None, Some(Decimal::from(5))]);
        assert_eq!(by_month(&[]), []);
    }
}
