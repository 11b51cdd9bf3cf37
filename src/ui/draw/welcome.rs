//! The box of the first run.

use ratatui::layout::{Position, Rect};

use super::boxes::frame;
use super::typed;
use crate::locale::slug;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::keymap::keys_name;
use crate::ui::layout;
use crate::ui::overlay::welcome::Welcome;
use crate::ui::state::State;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, piece, width, wrap};

const FIELDS: [&str; 2] = ["welcome-name", "welcome-home"];

/// Draws it, and gives where the cursor is.
pub fn draw(state: &State, welcome: &Welcome, area: Rect, painter: &mut Painter<'_>) -> Position {
    let locale = &state.locale;
    let inside = usize::from(layout::middle(area, 76, 3).width.saturating_sub(4));
    let mut said = wrap(&locale.text("welcome-about"), inside);
    // Where there is little room, it is for the names.
    if said.len() + 9 > usize::from(area.height) {
        said.clear();
    }
    let lines = u16::try_from(said.len() + usize::from(!said.is_empty())).unwrap_or(0);
    let inner = frame(painter, layout::middle(area, 76, lines + 8), &locale.text("welcome-title"), "");
    let room = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let mut y = room.y;
    for line in said {
        put(painter, room, y, &[piece(Token::Text, line)]);
        y += 1;
    }
    y += u16::from(lines > 0);
    let labels = FIELDS.map(|key| locale.text(key));
    let wide =
        labels.iter().map(|label| width(label)).max().and_then(|wide| u16::try_from(wide).ok()).unwrap_or(12) + 3;
    let wide = wide.min(room.width / 2);
    let mut cursor = Position { x: room.x, y };
    for (n, (label, name)) in labels.iter().zip(&welcome.names).enumerate() {
        let focused = n == welcome.at;
        let sign = if focused { "› " } else { "  " };
        let beside = Rect { width: wide.saturating_sub(1), ..room };
        put(painter, beside, y, &[piece(Token::Accent, sign), piece(Token::Text, label)]);
        let field = Rect { x: room.x + wide, y, width: room.width.saturating_sub(wide), height: 1 };
        let at = typed(painter, field, name, if focused { Token::InputFocused } else { Token::Input }, &[]);
        cursor = if focused { at } else { cursor };
        y += 1;
    }
    let [name, home] = welcome.names.each_ref().map(|name| name.value().trim());
    let home = if home.is_empty() { name } else { home };
    let files = StyledLine::from([piece(Token::Muted, format!("portfolio.toml · parties/{}.toml", slug(home)))]);
    put(painter, Rect { x: room.x + wide, width: room.width.saturating_sub(wide), ..room }, y, &files);
    hints(state, welcome, Rect { y: y + 2, height: room.bottom().saturating_sub(y + 2), ..room }, painter);
    cursor
}

fn hints(state: &State, welcome: &Welcome, room: Rect, painter: &mut Painter<'_>) {
    let locale = &state.locale;
    if welcome.busy {
        return put(painter, room, room.y, &[piece(Token::Muted, locale.text("busy-saving"))]);
    }
    let mut line = StyledLine::new();
    let hints =
        [(Command::Accept, "welcome-enter"), (Command::NextField, "welcome-tab"), (Command::Cancel, "welcome-leave")];
    for (command, words) in hints {
        let Some(keys) = state.keys().keys_of(KeyContext::Welcome, command).first().copied() else { continue };
        line.push(piece(Token::Key, keys_name(locale, keys)));
        line.push(piece(Token::Muted, format!(" {}   ", locale.text(words))));
    }
    put(painter, room, room.y, &line);
    put(painter, room, room.y + 1, &[piece(Token::Muted, locale.text("welcome-demo"))]);
}

fn put(painter: &mut Painter<'_>, room: Rect, y: u16, line: &[crate::ui::widget::text::Piece]) {
    if y < room.bottom() {
        painter.line(room.x, y, room.width, line);
    }
}
