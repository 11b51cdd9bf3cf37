//! The keys that can follow those that are pressed: on the status line where they fit, else in a box above it.

use ratatui::layout::Rect;

use super::boxes::frame;
use super::chrome::is_useful;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::keymap::keys_name;
use crate::ui::state::State;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, line_width, piece, width};

/// Between two columns of the box.
const GAP: usize = 3;
/// Of fewer cells a column says nothing.
const NARROWEST: usize = 11;
/// More columns than this are a riddle.
const COLUMNS: usize = 3;

/// Each key that can follow and would do something now, and what it does: shortly, or as the help says it.
fn followers(state: &State, shortly: bool) -> Vec<(String, String)> {
    if state.pending.is_empty() {
        return Vec::new();
    }
    let following =
        state.keys().following(state.context(), &state.pending).filter(|(_, command)| is_useful(state, *command));
    let words = |command: Command| {
        let hint = format!("hint-{}", command.name());
        let key = if shortly && state.locale.has(&hint) { hint } else { format!("command-{}", command.name()) };
        state.locale.text(&key)
    };
    following.map(|(keys, command)| (keys_name(&state.locale, keys), words(command))).collect()
}

fn pressed(state: &State) -> String {
    keys_name(&state.locale, &state.pending.join(" "))
}

/// The line for the status line: all of it where it fits, else the keys pressed, the rest being in the box.
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

/// The box above the status line, where they do not fit on that.
pub(super) fn boxed(state: &State, area: Rect, room: usize, painter: &mut Painter<'_>) {
    if state.pending.is_empty() || line_width(&whole(state)) <= room {
        return;
    }
    let inside = usize::from(area.width.saturating_sub(4));
    let most_rows = usize::from(area.height.saturating_sub(3)).max(1);
    // In a word each where the sentences would not all find room.
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
    // As many columns as are read with ease; more only where the rows would not all be seen.
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
