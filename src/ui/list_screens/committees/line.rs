//! The timeline of a startup's committees: meetings held and planned, the day the next is due, and the periods that
//! decisions fund.

use crate::model::{CommitteeState, Date, Startup};
use crate::rules::{ClockState, CommitteeClock};
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::text::{StyledLine, piece};
use crate::ui::widget::timeline::{Interval, Marker, Scale};

/// The symbols of the timeline.
const HELD: (&str, Token) = ("●", Token::Good);
const UNDECIDED: (&str, Token) = ("●", Token::Warning);
const PLANNED: (&str, Token) = ("◇", Token::Accent);
/// A planned day that passed without a record of the meeting.
const PASSED: (&str, Token) = ("!", Token::Warning);
const DUE: (&str, Token) = ("○", Token::Accent);
const SOON: (&str, Token) = ("○", Token::Warning);
const LATE: (&str, Token) = ("✗", Token::Bad);
const FUNDED: (&str, Token) = ("━", Token::Good);
const WAITED: (&str, Token) = ("╌", Token::Bad);

/// Returns the months.
pub fn head(ctx: &RenderContext<'_>, cells: usize) -> StyledLine {
    Scale::around(ctx.data.as_of, cells).head(&ctx.text("month-initials"))
}

/// Returns the timeline of a startup.
pub fn of(ctx: &RenderContext<'_>, startup: &Startup, clock: Option<&CommitteeClock>, cells: usize) -> StyledLine {
    let as_of = ctx.data.as_of;
    Scale::around(as_of, cells).line(&intervals(startup, clock, as_of), &markers(startup, clock, as_of))
}

/// Returns the periods that decisions fund, and the time since a late committee was due.
fn intervals(startup: &Startup, clock: Option<&CommitteeClock>, as_of: Date) -> Vec<Interval> {
    let held = startup.committees.iter().filter(|one| one.is_held_by(as_of));
    let funded =
        held.filter_map(|one| one.until.map(|to| Interval { from: one.on, to, sign: FUNDED.0, token: FUNDED.1 }));
    let due = clock.filter(|clock| clock.state == ClockState::Late).and_then(|clock| clock.next_due);
    let waited = due.map(|from| Interval { from, to: as_of, sign: WAITED.0, token: WAITED.1 });
    funded.chain(waited).collect()
}

/// Returns the meetings, and the day that the next is due. In a shared cell the more urgent one is on top.
fn markers(startup: &Startup, clock: Option<&CommitteeClock>, as_of: Date) -> Vec<Marker> {
    let mark = |on: Date, (sign, token): (&'static str, Token)| Marker { on, sign, token, is_open: sign != HELD.0 };
    let meetings = startup.committees.iter().filter_map(|one| match one.state {
        CommitteeState::Held if one.on > as_of => None,
        CommitteeState::Held => Some(mark(one.on, if one.decision.is_some() { HELD } else { UNDECIDED })),
        CommitteeState::Planned => Some(mark(one.on, if one.on < as_of { PASSED } else { PLANNED })),
        CommitteeState::Cancelled => None,
    });
    let mut markers: Vec<_> = meetings.collect();
    markers.sort_by_key(|mark| mark.sign == PLANNED.0);
    if let Some((clock, due)) = clock.and_then(|clock| Some((clock, clock.next_due?))) {
        let sign = match clock.state {
            ClockState::Late => LATE,
            ClockState::DueSoon => SOON,
            _ => DUE,
        };
        // A committee planned by the due day covers it.
        let is_planned = clock.planned.is_some_and(|planned| planned <= due);
        if !is_planned {
            markers.push(mark(due, sign));
        }
    }
    markers
}

/// Returns the legend of the symbols.
pub fn legend(ctx: &RenderContext<'_>) -> Vec<StyledLine> {
    let signs = [
        (HELD, "legend-held"),
        (PLANNED, "legend-planned"),
        (PASSED, "legend-passed"),
        (DUE, "legend-due"),
        (LATE, "legend-late"),
        (FUNDED, "legend-funded"),
    ];
    let entry = |((sign, token), key)| vec![piece(token, format!("{sign} ")), piece(Token::Muted, ctx.text(key))];
    signs.map(entry).into()
}
