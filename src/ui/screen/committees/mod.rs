//! Where each startup's committee stands: the late first, then by the day that the next is due; on a time line what
//! was held, is planned, due and late, and until when each decision funds.

mod line;
mod preview;

pub use line::{head as timeline_head, legend as timeline_legend, of as timeline};

use chrono::Datelike;

use super::{Beside, Listing};
use crate::model::{Committee, CommitteeState, Date, Decision, Id};
use crate::report::filter::{self, RowFacts};
use crate::report::sanitize;
use crate::rules::{ClockState, CommitteeClock, StartupStanding};
use crate::ui::arrange::SortKey;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::Context;
use crate::ui::mark::clock_mark;
use crate::ui::search::Haystack;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::columns::Column;
use crate::ui::widget::list::{Group, Row, Sums};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::text::{Line, Piece, piece, width};
use crate::ui::{Data, Token};

/// The screen.
pub struct Committees;

const NEXT: usize = 1;
const TIMELINE: usize = 2;
const LAST_HELD: usize = 3;
const DECISION: usize = 4;

impl Listing for Committees {
    fn context(&self) -> Context {
        Context::Committees
    }

    fn rows(&self, data: &Data) -> Vec<Row> {
        let state = |clock: &CommitteeClock| (clock.state, clock.next_due.is_none(), clock.next_due);
        let standings = data.answers.startups.iter().enumerate();
        let mut clocks: Vec<_> =
            standings.filter_map(|(n, standing)| Some((n, standing.committee.as_ref()?))).collect();
        clocks.sort_by_key(|(_, clock)| state(clock));
        clocks.into_iter().map(|(n, _)| Row::Startup(n)).collect()
    }

    fn groupings(&self) -> &'static [&'static str] {
        &["state", "due", "phase", "none"]
    }

    fn group(&self, view: &View<'_>, row: Row, grouping: &str) -> Option<Group> {
        let standing = standing(view.data, row)?;
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

    fn sort_key(&self, view: &View<'_>, row: Row, column: usize) -> SortKey {
        let Some(standing) = standing(view.data, row) else { return SortKey::Unknown };
        let Some(clock) = &standing.committee else { return SortKey::Unknown };
        match column {
            0 => SortKey::text(&view.startup_name(&standing.startup)),
            1 => SortKey::day(clock.next_due),
            TIMELINE | LAST_HELD => SortKey::day(clock.last_held),
            DECISION => match last_held(view, &standing.startup).and_then(|meeting| meeting.decision) {
                Some(decision) => SortKey::text(&decision_word(view, decision)),
                None => SortKey::Unknown,
            },
            _ => SortKey::day(clock.planned),
        }
    }

    fn facts<'a>(&self, view: &View<'a>, row: Row) -> RowFacts<'a> {
        let clock = standing(view.data, row).and_then(|standing| standing.committee.as_ref());
        clock.map(|clock| filter::of_clock(&view.data.portfolio, clock)).unwrap_or_default()
    }

    fn haystack<'a>(&self, view: &View<'a>, row: Row) -> Haystack<'a> {
        let Some(standing) = standing(view.data, row) else { return Haystack::default() };
        let Some(startup) = view.startup(&standing.startup) else { return Haystack::default() };
        let names = std::iter::once(&startup.name).chain(&startup.also).map(|name| sanitize(name));
        let names = names.chain([startup.id.as_str().into()]).collect();
        let decision = last_held(view, &standing.startup).and_then(|meeting| meeting.decision);
        let decision = decision.map(|decision| decision_word(view, decision).into());
        Haystack { names, rest: decision.into_iter().collect() }
    }

    fn columns(&self, view: &View<'_>) -> Vec<Column> {
        let cells = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
        let day = cells(&view.locale.date_short(view.data.as_of));
        let at_least = |head: &str| day.max(cells(&view.text(&format!("column-{head}"))));
        let due = (day + 2).max(cells(&format!("? {}", view.text("missing-signature"))));
        let decisions = Decision::ALL.iter().map(|decision| cells(&decision_word(view, *decision)));
        let decision = decisions.max().unwrap_or(12).max(cells(&view.text("no-decision")) + 2);
        vec![
            Column::flexible(16, 30, 0),
            Column::fixed(due, 1),
            Column::flexible(24, 144, 4).wanting(48).drawn(),
            Column::fixed(at_least("last-held"), 3),
            Column::flexible(12, decision, 5).wanting(decision),
            Column::fixed(at_least("planned"), 2),
        ]
    }

    fn head(&self, view: &View<'_>) -> Vec<String> {
        ["startup", "next", "timeline", "last-held", "decision", "planned"]
            .map(|name| view.text(&format!("column-{name}")))
            .into()
    }

    fn scale(&self, view: &View<'_>, column: usize, cells: usize) -> Option<Line> {
        (column == TIMELINE).then(|| line::head(view, cells))
    }

    fn cells(&self, view: &View<'_>, row: Row, widths: &[u16]) -> Vec<Line> {
        let Some(standing) = standing(view.data, row) else { return vec![Line::new(); widths.len()] };
        let Some(clock) = &standing.committee else { return vec![Line::new(); widths.len()] };
        let day = |day: Option<Date>| match day {
            Some(day) => vec![piece(Token::Text, view.locale.date_short(day))],
            None => vec![piece(Token::Muted, "–")],
        };
        let decision = last_held(view, &standing.startup).map(|meeting| match meeting.decision {
            Some(decision) => piece(Token::Text, decision_word(view, decision)),
            None => piece(Token::Warning, format!("! {}", view.text("no-decision"))),
        });
        let room = usize::from(widths.get(TIMELINE).copied().unwrap_or(0));
        let line = view.startup(&standing.startup).filter(|_| room > 0);
        let mut name = vec![piece(Token::Text, view.startup_name(&standing.startup))];
        if widths.get(NEXT).is_none_or(|width| *width == 0) {
            // Where its column found no room, the sign stands before the name.
            let (sign, token) = clock_mark(clock.state);
            name.insert(0, piece(token, format!("{sign} ")));
        }
        vec![
            name,
            vec![due(view, clock)],
            line.map_or_else(Line::new, |startup| line::of(view, startup, Some(clock), room)),
            day(clock.last_held),
            decision.into_iter().collect(),
            day(clock.planned),
        ]
    }

    fn preview(&self, view: &View<'_>, row: Row, width: usize) -> Vec<PageLine> {
        standing(view.data, row).map_or_else(Vec::new, |standing| preview::lines(view, standing, width))
    }

    fn target(&self, data: &Data, row: Row) -> Option<Target> {
        standing(data, row).map(|standing| Target::Startup(standing.startup.clone()))
    }

    fn figure(&self, data: &Data, row: Row) -> Option<KeyFigure> {
        let clock = standing(data, row)?.committee.as_ref()?;
        clock.planned.or(clock.next_due).or(clock.last_held).map(KeyFigure::Day)
    }

    fn add(&self, view: &View<'_>, row: Row, sums: &mut Sums) {
        sums.rows += 1;
        let clock = standing(view.data, row).and_then(|standing| standing.committee.as_ref());
        if let Some(count) = clock.and_then(|clock| sums.counts.get_mut(clock.state as usize)) {
            *count += 1;
        }
    }

    fn totals(&self, view: &View<'_>, sums: &Sums) -> Vec<Line> {
        let some = ClockState::ALL.into_iter().zip(sums.counts).filter(|(_, count)| *count > 0);
        some.map(|(state, count)| {
            let words = view.count(&format!("total-committees-{}", state.name()), count);
            vec![view.marked(clock_mark(state), &words)]
        })
        .collect()
    }

    fn beside(&self) -> Beside {
        Beside::Below
    }

    fn empty(&self, _: &Data) -> &'static str {
        "empty-committees"
    }
}

fn standing(data: &Data, row: Row) -> Option<&StartupStanding> {
    match row {
        Row::Startup(n) => data.answers.startups.get(n),
        _ => None,
    }
}

/// The last meeting held by the day.
fn last_held<'a>(view: &View<'a>, startup: &Id) -> Option<&'a Committee> {
    let all = view.startup(startup)?.committees.iter();
    all.filter(|one| one.state == CommitteeState::Held && one.on <= view.data.as_of).max_by_key(|one| one.on)
}

fn decision_word(view: &View<'_>, decision: Decision) -> String {
    view.text(&format!("decision-{}", decision.name()))
}

/// The day that the next is due, or for how long it has been: `✗ 103 j`, `○ 20/02/2021`, `? signature`.
fn due(view: &View<'_>, clock: &CommitteeClock) -> Piece {
    match (clock.state, clock.next_due) {
        (ClockState::DueSoon | ClockState::Ok, Some(due)) => {
            view.marked(clock_mark(clock.state), &view.locale.date_short(due))
        }
        (ClockState::Late | ClockState::None, _) => view.clock(clock),
        _ => clock.planned.map_or_else(
            || view.clock(clock),
            |day| view.marked(clock_mark(clock.state), &view.locale.date_short(day)),
        ),
    }
}
