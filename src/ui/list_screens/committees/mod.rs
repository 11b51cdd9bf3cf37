//! The committee clocks of each startup, one per clause: late ones first, then by the day that the next is due, with a
//! timeline of all meetings.

pub mod describe;
mod line;
mod preview;

pub use line::{head as timeline_head, legend as timeline_legend, of as timeline};

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::Datelike;

use super::{ListScreen, PreviewPosition};
use crate::model::{Committee, CommitteeState, Convention, Date, Decision, Id, KeyPath, RecordKind, RecordRef};
use crate::report::columns::ColumnSpec;
use crate::report::filter::{self, FilteredList, RowFacts, RowText};
use crate::rules::{ClockState, CommitteeClock};
use crate::ui::arrangement::SortKey;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::clock_style;
use crate::ui::target::Target;
use crate::ui::widget::list::{Group, ListRow, ListSums};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::text::{StyledLine, piece, width};
use crate::ui::{Data, Token};

pub struct CommitteesScreen;

const NEXT: usize = 1;
const TIMELINE: usize = 2;
const LAST_HELD: usize = 3;
const DECISION: usize = 4;
const PLANNED: usize = 5;
const REASON: usize = 6;

impl ListScreen for CommitteesScreen {
    fn context(&self) -> KeyContext {
        KeyContext::Committees
    }

    fn rows(&self, data: &Data) -> Vec<ListRow> {
        let mut clocks: Vec<_> = data.answers.committees.iter().enumerate().collect();
        clocks.sort_by_key(|(_, clock)| (clock.state, clock.next_due.is_none(), clock.next_due));
        clocks.into_iter().map(|(n, _)| ListRow::Clock(n)).collect()
    }

    fn groupings(&self) -> &'static [&'static str] {
        &["state", "due", "phase", "none"]
    }

    fn group(&self, ctx: &RenderContext<'_>, row: ListRow, grouping: &str) -> Option<Group> {
        let clock = clock(ctx.data, row)?;
        match grouping {
            "state" => Some(Group::Clock(clock.state)),
            "due" => Some(match (clock.state, clock.planned.or(clock.next_due)) {
                (ClockState::DueSoon | ClockState::Ok, Some(due)) => Group::Month(due.year(), due.month()),
                (state, _) => Group::Clock(state),
            }),
            "phase" => {
                let phase = ctx.startup(&clock.startup).and_then(|startup| startup.phase_on(ctx.data.as_of));
                Some(Group::Phase(phase.map(|start| start.phase)))
            }
            _ => None,
        }
    }

    fn sort_key(&self, ctx: &RenderContext<'_>, row: ListRow, column: usize) -> SortKey {
        let Some(clock) = clock(ctx.data, row) else { return SortKey::Unknown };
        match column {
            0 => SortKey::text(&ctx.startup_name(&clock.startup)),
            NEXT => SortKey::day(clock.planned.or(clock.next_due)),
            TIMELINE | LAST_HELD => SortKey::day(clock.last_held),
            DECISION => match last_held(ctx, &clock.startup).and_then(|meeting| meeting.decision) {
                Some(decision) => SortKey::text(&decision_word(ctx, decision)),
                None => SortKey::Unknown,
            },
            PLANNED => SortKey::day(clock.planned),
            _ => SortKey::text(&reason(ctx, clock)),
        }
    }

    fn facts<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowFacts<'a> {
        clock(ctx.data, row)
            .map(|clock| filter::of_clock(&ctx.data.portfolio, clock, ctx.data.as_of))
            .unwrap_or_default()
    }

    fn filtered_list(&self) -> FilteredList {
        FilteredList::Committees
    }

    fn row_text<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowText<'a> {
        clock(ctx.data, row)
            .map(|clock| filter::text_of_clock(&ctx.data.portfolio, ctx.locale, clock))
            .unwrap_or_default()
    }

    fn columns(&self, ctx: &RenderContext<'_>) -> Vec<ColumnSpec> {
        let widths = ctx.data.index.widths;
        let day = width(&ctx.locale.date_short(ctx.data.as_of));
        let at_least = |head: &str| day.max(width(&ctx.text(&format!("column-{head}"))));
        let blocked = ["missing-signature", "missing-incubator"].map(|key| width(&ctx.text(key)));
        let due = blocked.into_iter().fold(day, usize::max) + 2;
        let decisions = Decision::ALL.iter().map(|decision| width(&decision_word(ctx, *decision)));
        let undecided = width(&ctx.text("no-decision")) + 2;
        let decision = decisions.max().unwrap_or(0).max(undecided);
        vec![
            ColumnSpec::flexible(13, 30, 0).wanting(widths.convened.min(30)),
            ColumnSpec::fixed(due, 1).squeezed_to(width(&ctx.locale.date_short(ctx.data.as_of)) + 2),
            ColumnSpec::flexible(16, 144, 5).drawn(),
            ColumnSpec::fixed(at_least("last-held"), 4),
            ColumnSpec::flexible(undecided, decision, 6).wanting(decision),
            ColumnSpec::fixed(at_least("planned"), 3),
            // Without it, two rows of a startup look alike.
            ColumnSpec::flexible(10, 34, 2).wanting(widths.reason.min(34)),
        ]
    }

    fn column_names(&self) -> &'static [&'static [&'static str]] {
        &[
            &["startup"],
            &["next_due", "due"],
            &["timeline"],
            &["last_held"],
            &["decision"],
            &["planned"],
            &["reason", "convention"],
        ]
    }

    fn head(&self, ctx: &RenderContext<'_>) -> Vec<String> {
        ["startup", "next", "timeline", "last-held", "decision", "planned", "reason"]
            .map(|name| ctx.text(&format!("column-{name}")))
            .into()
    }

    fn scale(&self, ctx: &RenderContext<'_>, column: usize, cells: usize) -> Option<StyledLine> {
        (column == TIMELINE).then(|| line::head(ctx, cells))
    }

    fn cells(&self, ctx: &RenderContext<'_>, row: ListRow, widths: &[usize]) -> Vec<StyledLine> {
        let Some(clock) = clock(ctx.data, row) else { return vec![StyledLine::new(); widths.len()] };
        let day = |day: Option<Date>| match day {
            Some(day) => vec![piece(Token::Text, ctx.locale.date_short(day))],
            None => vec![piece(Token::Muted, "–")],
        };
        let decision = last_held(ctx, &clock.startup).map(|meeting| match meeting.decision {
            Some(decision) => piece(Token::Text, decision_word(ctx, decision)),
            None => piece(Token::Warning, format!("! {}", ctx.text("no-decision"))),
        });
        let room = widths.get(TIMELINE).copied().unwrap_or(0);
        let line = ctx.startup(&clock.startup).filter(|_| room > 0);
        let mut name = vec![piece(Token::Text, ctx.startup_name(&clock.startup))];
        if widths.get(NEXT).is_none_or(|width| *width == 0) {
            // If its column is hidden, the symbol precedes the name.
            let (sign, token) = clock_style(clock.state);
            name.insert(0, piece(token, format!("{sign} ")));
        }
        vec![
            name,
            vec![ctx.clock_in(clock, widths.get(NEXT).copied().unwrap_or(usize::MAX))],
            line.map_or_else(StyledLine::new, |startup| line::of(ctx, startup, Some(clock), room)),
            day(clock.last_held),
            decision.into_iter().collect(),
            day(clock.planned),
            vec![piece(Token::Muted, reason_in(ctx, clock, widths.get(REASON).copied().unwrap_or(usize::MAX)))],
        ]
    }

    fn preview(&self, ctx: &RenderContext<'_>, row: ListRow, width: usize) -> Vec<PageLine> {
        clock(ctx.data, row).map_or_else(Vec::new, |clock| preview::lines(ctx, clock, width))
    }

    fn target(&self, data: &Data, row: ListRow) -> Option<Target> {
        clock(data, row).map(|clock| Target::Startup(clock.startup.clone()))
    }

    /// Returns the planned meeting, else the last one.
    fn fact(&self, data: &Data, row: ListRow) -> Option<Target> {
        let clock = clock(data, row)?;
        let meetings = &data.portfolio.startups.get(&clock.startup)?.committees;
        let planned = clock.planned.or(clock.planned_passed);
        let is_planned = |one: &Committee| one.state == CommitteeState::Planned && Some(one.on) == planned;
        let held = || {
            let held = meetings.iter().enumerate().filter(|(_, one)| one.is_held_by(data.as_of));
            held.max_by_key(|(_, one)| one.on).map(|(at, _)| at)
        };
        let at = meetings.iter().rposition(is_planned).or_else(held);
        let record = RecordRef::new(RecordKind::Startup, clock.startup.clone());
        let value = |at| Target::value(record, KeyPath::entry("committees", at));
        Some(at.map_or_else(|| Target::Startup(clock.startup.clone()), value))
    }

    /// The first clock of a startup has the identity of the startup, by which other screens select it.
    fn identity(&self, data: &Data, row: ListRow) -> u64 {
        let (ListRow::Clock(n), Some(clock)) = (row, clock(data, row)) else { return 0 };
        let before = n.checked_sub(1).and_then(|before| data.answers.committees.get(before));
        if before.is_none_or(|before| before.startup != clock.startup) {
            return Target::Startup(clock.startup.clone()).identity();
        }
        let mut hasher = DefaultHasher::new();
        (&clock.startup, &clock.convention, clock.reason).hash(&mut hasher);
        hasher.finish()
    }

    fn figure(&self, data: &Data, row: ListRow) -> Option<KeyFigure> {
        let clock = clock(data, row)?;
        clock.planned.or(clock.next_due).or(clock.last_held).map(KeyFigure::Day)
    }

    fn add(&self, ctx: &RenderContext<'_>, row: ListRow, sums: &mut ListSums) {
        sums.rows += 1;
        if let Some(count) = clock(ctx.data, row).and_then(|clock| sums.counts.get_mut(clock.state as usize)) {
            *count += 1;
        }
    }

    fn totals(&self, ctx: &RenderContext<'_>, sums: &ListSums) -> Vec<StyledLine> {
        let some = ClockState::ALL.into_iter().zip(sums.counts).filter(|(_, count)| *count > 0);
        some.map(|(state, count)| {
            let mut words = ctx.count(&format!("total-committees-{}", state.name()), count);
            // A startup has a row for each of its clauses; the tab counts startups.
            let startups = ctx.data.index.summary.late_committees;
            if state == ClockState::Late && count == ctx.data.index.summary.late_clocks && startups < count {
                words = format!("{words} {}", ctx.count("total-committees-startups", startups));
            }
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

fn clock(data: &Data, row: ListRow) -> Option<&CommitteeClock> {
    match row {
        ListRow::Clock(n) => data.answers.committees.get(n),
        _ => None,
    }
}

/// Returns the parties of the convention whose clause requires the committee, or the rule that does. If two clauses
/// have the same parties, the id of the convention is added.
fn reason(ctx: &RenderContext<'_>, clock: &CommitteeClock) -> String {
    match (&clock.convention, clock.reason) {
        (Some(convention), _) => {
            let clauses = ctx.data.answers.committees.iter().filter(|one| one.startup == clock.startup);
            let mut others = clauses.filter_map(|one| one.convention.as_ref()).filter(|other| *other != convention);
            let partner = partner(ctx, convention);
            let is_alike = others.any(|other| self::partner(ctx, other) == partner);
            let whose = if is_alike { convention.to_string() } else { partner };
            with_article(ctx, &whose, clock)
        }
        (None, Some(reason)) => ctx.text(&format!("reason-{}", reason.name())),
        (None, None) => String::new(),
    }
}

fn with_article(ctx: &RenderContext<'_>, whose: &str, clock: &CommitteeClock) -> String {
    format!("{whose} {}", ctx.article(clock.article.as_deref())).trim_end().to_owned()
}

/// Returns the widths of the longest startup and of the longest reason in cells.
pub fn widest(ctx: &RenderContext<'_>) -> (usize, usize) {
    let clocks = || ctx.data.answers.committees.iter();
    // Looking for alike clauses takes too long for all rows.
    let reason = |clock: &CommitteeClock| match &clock.convention {
        Some(convention) => width(&with_article(ctx, &partner(ctx, convention), clock)),
        None => width(&reason(ctx, clock)),
    };
    let startup = clocks().map(|clock| width(&ctx.startup_words(&clock.startup))).max();
    (startup.unwrap_or(0), clocks().map(reason).max().unwrap_or(0))
}

/// Returns the reason in `room` cells: without the article, or in one word, if it is too long.
fn reason_in(ctx: &RenderContext<'_>, clock: &CommitteeClock, room: usize) -> String {
    let whole = reason(ctx, clock);
    if width(&whole) <= room {
        return whole;
    }
    let brief = |key: &str| ctx.text(&format!("reason-brief-{key}"));
    match (&clock.convention, clock.reason) {
        (Some(id), _) if ctx.convention(id).is_some_and(Convention::is_framework) => brief("framework"),
        (Some(_), _) => match clock.article.as_deref() {
            Some(article) => whole.trim_end_matches(&ctx.article(Some(article))).trim_end().to_owned(),
            None => whole,
        },
        (None, Some(reason)) => brief(reason.name()),
        (None, None) => whole,
    }
}

/// With whom the clause of a convention was agreed on.
fn partner(ctx: &RenderContext<'_>, id: &Id) -> String {
    let Some(convention) = ctx.convention(id) else { return id.to_string() };
    if convention.is_framework() {
        return ctx.text("whose-framework");
    }
    let home = ctx.data.portfolio.incubator.home.as_ref();
    let others = convention.parties.iter().filter(|party| Some(*party) != home);
    let names: Vec<String> = others.map(|party| ctx.party_short(party)).collect();
    if names.is_empty() { id.to_string() } else { names.join(", ") }
}

/// Returns the last meeting held up to the day of the answers.
pub fn last_held<'a>(ctx: &RenderContext<'a>, startup: &Id) -> Option<&'a Committee> {
    ctx.startup(startup)?.last_committee(ctx.data.as_of)
}

pub fn decision_word(ctx: &RenderContext<'_>, decision: Decision) -> String {
    ctx.text(&format!("decision-{}", decision.name()))
}
