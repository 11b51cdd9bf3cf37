//! The keys that can follow those pressed so far: in the status line if they fit, else in a box above it.

use ratatui::layout::Rect;

use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::keymap::keys_name;
use crate::ui::layer::frame;
use crate::ui::state::State;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, line_width, piece, width};

/// The cells between two columns of the box.
const GAP: usize = 3;
/// The least width of a column.
const NARROWEST: usize = 11;
/// More columns than this are hard to read.
const COLUMNS: usize = 3;

/// Returns each key that can follow and would do something now, with what it does: in a word or as in the help.
fn followers(state: &State, shortly: bool) -> Vec<(String, String)> {
    if state.pending.is_empty() {
        return Vec::new();
    }
    let following =
        state.env.keymap.following(state.context(), &state.pending).filter(|(_, command)| state.is_useful(*command));
    let words = |command: Command| {
        let hint = format!("hint-{}", command.name());
        let key = if shortly && state.env.locale.has(&hint) { hint } else { format!("command-{}", command.name()) };
        state.env.locale.text(&key)
    };
    following.map(|(keys, command)| (keys_name(&state.env.locale, keys), words(command))).collect()
}

fn pressed(state: &State) -> String {
    keys_name(&state.env.locale, &state.pending.join(" "))
}

/// Returns the status line: the keys that can follow if they fit, else only those pressed.
pub(super) fn line(state: &State, room: usize) -> Option<StyledLine> {
    if state.pending.is_empty() {
        return None;
    }
    let whole = whole(state);
    let fits = line_width(&whole) <= room;
    Some(if fits { whole } else { vec![piece(Token::Key, format!("{} …", pressed(state)))] })
}

fn whole(state: &State) -> StyledLine {
    let mut line = vec![piece(Token::Key, format!("{} …", pressed(state)))];
    for (key, words) in followers(state, true) {
        line.push(piece(Token::Key, format!("   {key}")));
        line.push(piece(Token::Muted, format!(" {words}")));
    }
    line
}

/// Draws the box above the status line, unless the keys fit in the line.
pub(super) fn boxed(state: &State, area: Rect, room: usize, painter: &mut Painter<'_>) {
    if state.pending.is_empty() || line_width(&whole(state)) <= room {
        return;
    }
    let inside = usize::from(area.width.saturating_sub(4));
    let most_rows = usize::from(area.height.saturating_sub(3)).max(1);
    // In a word each if there is no room for the sentences.
    let sentences = followers(state, false);
    let widest =
        |all: &[(String, String)]| all.iter().map(|(key, words)| width(key) + width(words) + 2).max().unwrap_or(0);
    let fits = sentences.len().div_ceil(most_rows) * (widest(&sentences) + GAP) <= inside + GAP;
    let followers = if fits { sentences } else { followers(state, true) };
    if followers.is_empty() {
        return;
    }
    let keys = followers.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
    let widest = followers.iter().map(|(_, words)| width(words)).max().unwrap_or(0) + keys + 2;
    // Few columns are easier to read; more are needed if not all rows are visible.
    let easy = ((inside + GAP) / (widest + GAP)).clamp(1, COLUMNS);
    let columns = easy.max(followers.len().div_ceil(most_rows)).min(((inside + GAP) / (NARROWEST + GAP)).max(1));
    let rows = followers.len().div_ceil(columns).min(most_rows);
    let wide = widest.min((inside + GAP) / columns - GAP.min(inside / columns));
    let short = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let height = short(rows + 2).min(area.height);
    let outer = Rect { x: area.x, y: area.bottom().saturating_sub(height + 1).max(area.y), width: area.width, height };
    let inner = frame(painter, outer, &format!("{} …", pressed(state)), "");
    let all = followers.len();
    for (n, (key, words)) in followers.into_iter().enumerate() {
        let (column, row) = (n / rows, n % rows);
        if n + 1 >= rows * columns && n + 1 < all {
            let at = (inner.x + 1 + short(column * (wide + GAP)), inner.y + short(row));
            painter.line(at.0, at.1, 1, &[piece(Token::Muted, "…")]);
            break;
        }
        let at = (inner.x + 1 + short(column * (wide + GAP)), inner.y + short(row));
        let gap = " ".repeat(keys - width(&key) + 2);
        let line = [piece(Token::Key, key), piece(Token::Text, format!("{gap}{words}"))];
        painter.line(at.0, at.1, short(wide).min(inner.right().saturating_sub(at.0)), &line);
    }
}
