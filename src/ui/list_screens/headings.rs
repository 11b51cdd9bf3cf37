//! The titles of group headings.

use super::today::band_style;
use crate::locale::fold;
use crate::model::MessageArg;
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::{clock_style, occurrence_style, severity_style, tranche_style};
use crate::ui::widget::list::Group;
use crate::ui::widget::text::width;

impl Group {
    /// Returns the title and its token.
    #[must_use]
    pub fn title(&self, ctx: &RenderContext<'_>) -> (Token, String) {
        let header = |words| (Token::Header, words);
        match self {
            Self::Frameworks => header(ctx.text("group-frameworks")),
            Self::Unreadable => (Token::Bad, ctx.text("group-unreadable")),
            Self::Urgency(band) => (band_style(*band).1, ctx.capital(&format!("today-band-{}", band.name()))),
            Self::TodayKind(kind) => header(ctx.capital(&format!("today-kind-{}", kind.name()))),
            Self::State(state) => (occurrence_style(*state).1, ctx.text(&format!("group-{}", state.name()))),
            Self::Month(year, month) => header(ctx.locale.month(*year, *month)),
            Self::Year(Some(year)) => {
                header(ctx.locale.message("group-year", &[("year", MessageArg::Text(year.to_string()))]))
            }
            Self::Year(None) => header(ctx.text("group-no-year")),
            Self::Day(day) | Self::Due(Some(day)) => header(ctx.locale.date_long(*day)),
            Self::Due(None) => header(ctx.capital("today-band-undated")),
            Self::Severity(severity) => {
                (severity_style(*severity).1, ctx.capital(&format!("severity-{}", severity.name())))
            }
            Self::Clock(state) => (clock_style(*state).1, ctx.text(&format!("group-committee-{}", state.name()))),
            Self::Tranche(Some(state)) => (tranche_style(*state).1, ctx.capital(&format!("tranche-{}", state.name()))),
            Self::Tranche(None) => header(ctx.capital("spends-itself")),
            Self::Convention(id) => header(ctx.convention_title(id)),
            Self::Phase(Some(phase)) => header(ctx.capital(&format!("phase-{}", phase.name()))),
            Self::Phase(None) => header(ctx.text("group-no-phase")),
            Self::Startup(Some(id)) => header(ctx.startup_name(id)),
            Self::Startup(None) => header(ctx.text("group-no-startup")),
            Self::Party(Some(id)) => header(ctx.party_name(id)),
            Self::Party(None) => header(ctx.text("group-nobody")),
            Self::Named(Some(name)) => header(sanitize(name).into_owned()),
            Self::Named(None) => header(ctx.text("group-no-name")),
        }
    }

    /// Returns the title, shortened to `room` cells if it has a shorter form.
    #[must_use]
    pub fn title_in(&self, ctx: &RenderContext<'_>, room: usize) -> (Token, String) {
        let (token, words) = self.title(ctx);
        if width(&words) <= room {
            return (token, words);
        }
        let shorter = match self {
            Self::Day(day) | Self::Due(Some(day)) => ctx.date_in(*day, room),
            Self::Frameworks => ctx.text("group-short-frameworks"),
            _ => words,
        };
        (token, shorter)
    }

    /// Returns the sort key of the group.
    #[must_use]
    pub fn order(&self, ctx: &RenderContext<'_>) -> (i64, String) {
        (self.rank(), fold(&self.title(ctx).1))
    }
}
