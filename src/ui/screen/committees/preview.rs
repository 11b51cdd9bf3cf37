//! What a startup's committees come to: when the next is due and why, and the last ones in full.

use crate::rules::{StartupStanding, committee_clocks};
use crate::ui::Token;
use crate::ui::screen::startup::committees::{clock, meetings};
use crate::ui::view::View;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::piece;

/// The lines of the preview.
pub(super) fn lines(view: &View<'_>, standing: &StartupStanding, width: usize) -> Vec<PageLine> {
    let mut sheet = Sheet::new(width, if width < 50 { 11 } else { 16 });
    sheet.line(vec![piece(Token::Title, view.startup_name(&standing.startup))]);
    sheet.blank();
    for one in committee_clocks(&view.data.portfolio, &standing.startup, view.data.as_of) {
        clock(view, &one, &mut sheet);
    }
    meetings(view, &standing.startup, &mut sheet);
    sheet.blank();
    sheet.filled(&super::line::legend(view));
    sheet.into_lines()
}
