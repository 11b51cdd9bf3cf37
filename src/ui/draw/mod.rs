//! Drawing: the layers, the tabs above them and the status line below. It reads the state and changes nothing, and
//! builds only what is visible.

mod pending;
mod status;
mod tour;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Token;
use super::layer::MARGIN;
use super::links::DrawnLink;
use super::state::State;
use super::tabs::draw_tabs;
use super::widget::paint::Painter;
use super::widget::text::{piece, wrap};

/// The smallest size, in columns and rows, on which anything can be shown.
const SMALLEST: (u16, u16) = (20, 5);

pub fn draw(state: &State, frame: &mut Frame<'_>) {
    draw_with_links(state, frame);
}

/// Draws the state, and returns the links on the screen.
pub fn draw_with_links(state: &State, frame: &mut Frame<'_>) -> Vec<DrawnLink> {
    let whole = frame.area();
    if whole.width < SMALLEST.0 || whole.height < SMALLEST.1 {
        too_small(state, frame);
        return Vec::new();
    }
    let mut painter = Painter::new(frame.buffer_mut(), &state.env.theme);
    painter.ground(whole, Token::Text);
    let area = Rect { height: whole.height.saturating_sub(state.tour_rows()), ..whole };
    tour::line(state, Rect { y: area.bottom(), height: whole.height - area.height, ..whole }, &mut painter);
    state.base().draw(&state.env, area, &mut painter);
    let is_full = state.is_full_screen();
    if !is_full {
        draw_tabs(&state.env, state.lists.screen, Rect { height: 1, ..area }, &mut painter);
    }
    let line = Rect { y: area.bottom() - 1, height: 1, ..area };
    let mut cursor = if is_full && state.notice.is_none() { None } else { status::status(state, line, &mut painter) };
    if let Some(layer) = state.top_box() {
        cursor = layer.ops().draw(&state.env, area, &mut painter).or(cursor);
    }
    pending::boxed(state, area, usize::from(area.width.saturating_sub(MARGIN + 1)), &mut painter);
    status::long_notice(state, area, &mut painter);
    status::failure(state, area, &mut painter);
    let links = painter.into_links();
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    state.env.symbols.settle(frame.buffer_mut());
    links
}

/// Says that the terminal is too small. Keys still work.
fn too_small(state: &State, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut painter = Painter::new(frame.buffer_mut(), &state.env.theme);
    painter.ground(area, Token::Text);
    let words = state.env.locale.text("too-small");
    for (y, line) in (area.y..area.bottom()).zip(wrap(&words, usize::from(area.width))) {
        painter.line(area.x, y, area.width, &[piece(Token::Text, line)]);
    }
}
