//! The columns of Portfolio that only a wide terminal has room for: the last decision and how long it lasts, how long
//! the money lasts, the late amount, the age of the phase, the main indicator, the coach, and how urgent it is.

use super::DETAILS;
use crate::model::{Date, Decision, Indicator, Money};
use crate::report::columns::ColumnSpec;
use crate::rules::{StartupSummary, TodayBand};
use crate::ui::Token;
use crate::ui::arrangement::SortKey;
use crate::ui::list_screens::committees::{decision_word, last_held};
use crate::ui::list_screens::today::band_style;
use crate::ui::render_context::{RenderContext, months_between};
use crate::ui::widget::chart::sparkline;
use crate::ui::widget::text::{Piece, StyledLine, piece, width};

/// The number of values of an indicator in its sparkline.
const TREND: usize = 6;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    LastDecision,
    DecidedUntil,
    FundedUntil,
    LateAmount,
    PhaseAge,
    Indicator,
    Coach,
    /// How urgent it is, in the order of Today.
    Need,
}

impl Detail {
    pub(super) const ALL: [Self; 8] = [
        Self::LastDecision,
        Self::DecidedUntil,
        Self::FundedUntil,
        Self::LateAmount,
        Self::PhaseAge,
        Self::Indicator,
        Self::Coach,
        Self::Need,
    ];

    /// Returns the number of the column in the list.
    pub(super) fn column_number(self) -> usize {
        DETAILS + Self::ALL.iter().position(|other| *other == self).unwrap_or(0)
    }

    /// Returns the header.
    pub(super) fn head(self, ctx: &RenderContext<'_>) -> String {
        ctx.text(match self {
            Self::LastDecision => "column-decision",
            Self::DecidedUntil => "column-decided-until",
            Self::FundedUntil => "column-funded-until",
            Self::LateAmount => "column-late-amount",
            Self::PhaseAge => "column-phase-age",
            Self::Indicator => "column-indicator",
            Self::Coach => "label-coach",
            Self::Need => "column-need",
        })
    }

    /// Returns the width. Later columns are hidden first.
    pub(super) fn column(self, ctx: &RenderContext<'_>, priority: u8) -> ColumnSpec {
        let day = width(&ctx.locale.date(ctx.data.as_of)) + 2;
        let cells = match self {
            Self::LastDecision => {
                Decision::ALL.iter().map(|decision| width(&decision_word(ctx, *decision))).max().unwrap_or(12)
            }
            Self::DecidedUntil | Self::FundedUntil => day,
            Self::LateAmount => width(&ctx.locale.money_short(ctx.summary.most_late)),
            Self::PhaseAge => width(&ctx.count("months-count", 100)),
            Self::Indicator => 22,
            Self::Coach => 16,
            Self::Need => {
                TodayBand::ALL
                    .iter()
                    .map(|band| width(&ctx.text(&format!("today-band-{}", band.name()))))
                    .max()
                    .unwrap_or(8)
                    + 2
            }
        };
        let column = ColumnSpec::fixed(cells.max(width(&self.head(ctx))), priority).yielding();
        if matches!(self, Self::LateAmount | Self::PhaseAge) { column.at_right() } else { column }
    }

    pub(super) fn sort_key(self, ctx: &RenderContext<'_>, standing: &StartupSummary) -> SortKey {
        let last = || last_held(ctx, &standing.startup);
        match self {
            Self::LastDecision => match last().and_then(|meeting| meeting.decision) {
                Some(decision) => SortKey::text(&decision_word(ctx, decision)),
                None => SortKey::Unknown,
            },
            Self::DecidedUntil => SortKey::day(last().and_then(|meeting| meeting.until)),
            Self::FundedUntil => SortKey::day(standing.runs_out),
            Self::LateAmount => SortKey::money(standing.figures.late),
            Self::PhaseAge => SortKey::day(standing.phase.map(|(_, from)| from)),
            Self::Indicator => match main_indicator(ctx, standing) {
                Some(indicator) => SortKey::text(&indicator.name),
                None => SortKey::Unknown,
            },
            Self::Coach => match coaches(ctx, standing) {
                nobody if nobody.is_empty() => SortKey::Unknown,
                names => SortKey::text(&names),
            },
            Self::Need => ctx.data.need(&standing.startup).map_or(SortKey::Unknown, |(at, _)| SortKey::count(at)),
        }
    }

    /// Returns the cell of a startup; empty if there is nothing to show.
    pub(super) fn cell(self, ctx: &RenderContext<'_>, standing: &StartupSummary) -> StyledLine {
        let last = || last_held(ctx, &standing.startup);
        let day_cell = |day: Date| vec![until(ctx, day)];
        let cell = match self {
            Self::LastDecision => last()
                .and_then(|meeting| meeting.decision)
                .map(|decision| vec![piece(Token::Text, decision_word(ctx, decision))]),
            Self::DecidedUntil => last().and_then(|meeting| meeting.until).map(day_cell),
            Self::FundedUntil => standing.runs_out.map(day_cell),
            Self::LateAmount => Some(standing.figures.late)
                .filter(|late| *late > Money::ZERO)
                .map(|late| vec![piece(Token::Bad, ctx.locale.money_short(late))]),
            Self::PhaseAge => standing.phase.map(|(_, from)| {
                vec![piece(Token::Muted, ctx.count("months-count", months_between(from, ctx.data.as_of)))]
            }),
            Self::Indicator => main_indicator(ctx, standing).and_then(|indicator| indicator_cell(ctx, indicator)),
            Self::Coach => Some(vec![piece(Token::Text, coaches(ctx, standing))]),
            Self::Need => ctx.data.need(&standing.startup).map(|(_, item)| {
                let word = ctx.text(&format!("today-band-{}", item.band.name()));
                vec![ctx.marked(band_style(item.band), &word)]
            }),
        };
        cell.unwrap_or_default()
    }
}

/// Returns a day at which a decision lapses or the money ends, with the token of [`RenderContext::remaining`].
fn until(ctx: &RenderContext<'_>, day: Date) -> Piece {
    let token = ctx.remaining(day);
    let sign = if token == Token::Bad { "✗ " } else { "" };
    piece(token, format!("{sign}{}", ctx.locale.date(day)))
}

fn coaches(ctx: &RenderContext<'_>, standing: &StartupSummary) -> String {
    ctx.startup(&standing.startup).map_or_else(String::new, |startup| ctx.coaches(startup))
}

fn main_indicator<'a>(ctx: &RenderContext<'a>, standing: &StartupSummary) -> Option<&'a Indicator> {
    ctx.startup(&standing.startup)?.main_indicator()
}

/// Returns the last value up to the day of the answers, and a sparkline of the values before it.
fn indicator_cell(ctx: &RenderContext<'_>, indicator: &Indicator) -> Option<StyledLine> {
    let mut values: Vec<_> = indicator.values.iter().filter(|value| value.on <= ctx.data.as_of).collect();
    values.sort_by_key(|value| value.on);
    let last = values.last()?;
    let recent: Vec<_> =
        values.iter().skip(values.len().saturating_sub(TREND)).map(|value| Some(value.value)).collect();
    let mut line = vec![piece(Token::Text, ctx.indicator_value(indicator, last))];
    if recent.len() > 1 {
        line.insert(0, piece(Token::Accent, format!("{} ", sparkline(&recent))));
    }
    Some(line)
}
