//! The committee clock of each startup: late ones first, then by the day that the next is due, with a timeline of all
//! meetings.

pub mod describe;
mod line;
mod preview;

pub use line::{head as timeline_head, legend as timeline_legend, of as timeline};

use chrono::Datelike;

use super::{ListScreen, PreviewPosition};
use crate::model::{Committee, CommitteeState, Date, Decision, Id};
use crate::report::columns::ColumnSpec;
use crate::report::filter::{self, FilteredList, RowFacts, RowText};
use crate::rules::{ClockState, CommitteeClock, StartupSummary};
use crate::ui::arrangement::SortKey;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::clock_style;
use crate::ui::target::Target;
use crate::ui::widget::list::{Group, ListRow, Sums};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::text::{Piece, StyledLine, piece, width};
use crate::ui::{Data, Token};

pub struct CommitteesScreen;

const NEXT: usize = 1;
const TIMELINE: usize = 2;
const LAST_HELD: usize = 3;
const DECISION: usize = 4;

impl ListScreen for CommitteesScreen {
    fn context(&self) -> KeyContext {
        KeyContext::Committees
    }

    fn rows(&self, data: &Data) -> Vec<ListRow> {
        let state = |clock: &CommitteeClock| (clock.state, clock.next_due.is_none(), clock.next_due);
        let standings = data.answers.startups.iter().enumerate();
        let mut clocks: Vec<_> =
            standings.filter_map(|(n, standing)| Some((n, standing.committee.as_ref()?))).collect();
        clocks.sort_by_key(|(_, clock)| state(clock));
        clocks.into_iter().map(|(n, _)| ListRow::Startup(n)).collect()
    }

    fn groupings(&self) -> &'static [&'static str] {
        &["state", "due", "phase", "none"]
    }

    fn group(&self, ctx: &RenderContext<'_>, row: ListRow, grouping: &str) -> Option<Group> {
        let standing = standing(ctx.data, row)?;
        let clock = standing.committee.as_ref()?;
        match grouping {
            "state" => Some(Group::Clock(clock.state)),
            "due" => Some(match (clock.state, clock.planned.or(clock.next_due)) {
                (ClockState::DueSoon | ClockState::Ok, Some(due)) => Group::Month(due.year(), due.month()),
                (state, _) => Group::Clock(state),
            }),
            "phase" => Some(Group::Phase(standing.phase.map(|(phase, _)| phase))),
            _ => None,
        }
    }

    fn sort_key(&self, ctx: &RenderContext<'_>, row: ListRow, column: usize) -> SortKey {
        let Some(standing) = standing(ctx.data, row) else { return SortKey::Unknown };
        let Some(clock) = &standing.committee else { return SortKey::Unknown };
        match column {
            0 => SortKey::text(&ctx.startup_name(&standing.startup)),
            1 => SortKey::day(clock.next_due),
            TIMELINE | LAST_HELD => SortKey::day(clock.last_held),
            DECISION => match last_held(ctx, &standing.startup).and_then(|meeting| meeting.decision) {
                Some(decision) => SortKey::text(&decision_word(ctx, decision)),
                None => SortKey::Unknown,
            },
            _ => SortKey::day(clock.planned),
        }
    }

    fn facts<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowFacts<'a> {
        let clock = standing(ctx.data, row).and_then(|standing| standing.committee.as_ref());
        clock.map(|clock| filter::of_clock(&ctx.data.portfolio, clock)).unwrap_or_default()
    }

    fn filtered_list(&self) -> FilteredList {
        FilteredList::Committees
    }

    fn row_text<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowText<'a> {
        let clock = standing(ctx.data, row).and_then(|standing| standing.committee.as_ref());
        clock.map(|clock| filter::text_of_clock(&ctx.data.portfolio, ctx.locale, clock)).unwrap_or_default()
    }

    fn columns(&self, ctx: &RenderContext<'_>) -> Vec<ColumnSpec> {
        let day = width(&ctx.locale.date_short(ctx.data.as_of));
        let at_least = |head: &str| day.max(width(&ctx.text(&format!("column-{head}"))));
        let due = (day + 2).max(width(&format!("? {}", ctx.text("missing-signature"))));
        let decisions = Decision::ALL.iter().map(|decision| width(&decision_word(ctx, *decision)));
        let decision = decisions.max().unwrap_or(12).max(width(&ctx.text("no-decision")) + 2);
        vec![
            ColumnSpec::flexible(16, 30, 0),
            ColumnSpec::fixed(due, 1),
            ColumnSpec::flexible(24, 144, 4).wanting(48).drawn(),
            ColumnSpec::fixed(at_least("last-held"), 3),
            ColumnSpec::flexible(12, decision, 5).wanting(decision),
            ColumnSpec::fixed(at_least("planned"), 2),
        ]
    }

    fn column_names(&self) -> &'static [&'static [&'static str]] {
        &[&["startup"], &["next_due", "due"], &["timeline"], &["last_held"], &["decision"], &["planned"]]
    }

    fn head(&self, ctx: &RenderContext<'_>) -> Vec<String> {
        ["startup", "next", "timeline", "last-held", "decision", "planned"]
            .map(|name| ctx.text(&format!("column-{name}")))
            .into()
    }

    fn scale(&self, ctx: &RenderContext<'_>, column: usize, cells: usize) -> Option<StyledLine> {
        (column == TIMELINE).then(|| line::head(ctx, cells))
    }

    fn cells(&self, ctx: &RenderContext<'_>, row: ListRow, widths: &[usize]) -> Vec<StyledLine> {
        let Some(standing) = standing(ctx.data, row) else { return vec![StyledLine::new(); widths.len()] };
        let Some(clock) = &standing.committee else { return vec![StyledLine::new(); widths.len()] };
        let day = |day: Option<Date>| match day {
            Some(day) => vec![piece(Token::Text, ctx.locale.date_short(day))],
            None => vec![piece(Token::Muted, "–")],
        };
        let decision = last_held(ctx, &standing.startup).map(|meeting| match meeting.decision {
            Some(decision) => piece(Token::Text, decision_word(ctx, decision)),
            None => piece(Token::Warning, format!("! {}", ctx.text("no-decision"))),
        });
        let room = widths.get(TIMELINE).copied().unwrap_or(0);
        let line = ctx.startup(&standing.startup).filter(|_| room > 0);
        let mut name = vec![piece(Token::Text, ctx.startup_name(&standing.startup))];
        if widths.get(NEXT).is_none_or(|width| *width == 0) {
            // If its column is hidden, the symbol precedes the name.
            let (sign, token) = clock_style(clock.state);
            name.insert(0, piece(token, format!("{sign} ")));
        }
        vec![
            name,
            vec![due(ctx, clock)],
            line.map_or_else(StyledLine::new, |startup| line::of(ctx, startup, Some(clock), room)),
            day(clock.last_held),
            decision.into_iter().collect(),
            day(clock.planned),
        ]
    }

    fn preview(&self, ctx: &RenderContext<'_>, row: ListRow, width: usize) -> Vec<PageLine> {
        standing(ctx.data, row).map_or_else(Vec::new, |standing| preview::lines(ctx, standing, width))
    }

    fn target(&self, data: &Data, row: ListRow) -> Option<Target> {
        standing(data, row).map(|standing| Target::Startup(standing.startup.clone()))
    }

    fn figure(&self, data: &Data, row: ListRow) -> Option<KeyFigure> {
        let clock = standing(data, row)?.committee.as_ref()?;
        clock.planned.or(clock.next_due).or(clock.last_held).map(KeyFigure::Day)
    }

    fn add(&self, ctx: &RenderContext<'_>, row: ListRow, sums: &mut Sums) {
        sums.rows += 1;
        let clock = standing(ctx.data, row).and_then(|standing| standing.committee.as_ref());
        if let Some(count) = clock.and_then(|clock| sums.counts.get_mut(clock.state as usize)) {
            *count += 1;
        }
    }

    fn totals(&self, ctx: &RenderContext<'_>, sums: &Sums) -> Vec<StyledLine> {
        let some = ClockState::ALL.into_iter().zip(sums.counts).filter(|(_, count)| *count > 0);
        some.map(|(state, count)| {
            let words = ctx.count(&format!("total-committees-{}", state.name()), count);
            vec![ctx.marked(clock_style(state), &words)]
        })
        .collect()
    }

    fn preview_position(&self) -> PreviewPosition {
        PreviewPosition::Below
    }

    fn empty(&self, _: &Data) -> &'static str {
        "empty-committees"
    }
}

fn standing(data: &Data, row: ListRow) -> Option<&StartupSummary> {
    match row {
        ListRow::Startup(n) => data.answers.startups.get(n),
        _ => None,
    }
}

/// The last meeting held up to the day of the answers.
pub fn last_held<'a>(ctx: &RenderContext<'a>, startup: &Id) -> Option<&'a Committee> {
    let all = ctx.startup(startup)?.committees.iter();
    all.filter(|one| one.state == CommitteeState::Held && one.on <= ctx.data.as_of).max_by_key(|one| one.on)
}

pub fn decision_word(ctx: &RenderContext<'_>, decision: Decision) -> String {
    ctx.text(&format!("decision-{}", decision.name()))
}

/// The day that the next is due, or the days that it is late: `✗ 103 j`, `○ 20/02/2021`, `? signature`.
fn due(ctx: &RenderContext<'_>, clock: &CommitteeClock) -> Piece {
    match (clock.state, clock.next_due) {
        (ClockState::DueSoon | ClockState::Ok, Some(due)) => {
            ctx.marked(clock_style(clock.state), &ctx.locale.date_short(due))
        }
        (ClockState::Late | ClockState::None, _) => ctx.clock(clock),
        _ => clock
            .planned
            .map_or_else(|| ctx.clock(clock), |day| ctx.marked(clock_style(clock.state), &ctx.locale.date_short(day))),
    }
}
