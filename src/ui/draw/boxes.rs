//! Boxes over a screen.

use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType};

use super::{scrolling, typed};
use crate::report::filter::Query;
use crate::report::sanitize;
use crate::ui::layout;
use crate::ui::overlay::as_of::AsOfPrompt;
use crate::ui::overlay::themes::ThemePicker;
use crate::ui::overlay::{BoxSize, TextBox};
use crate::ui::state::{Notice, State};
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{piece, recorded, wrap};
use crate::ui::{Depth, Token};

impl TextBox {
    /// The box over an area: as high as its lines, as far as there is room.
    #[must_use]
    pub fn outer(&self, area: Rect) -> Rect {
        let lines = u16::try_from(self.page.lines().len()).unwrap_or(u16::MAX);
        let room = BoxSize::of(area.width, area.height);
        let width = u16::try_from(room.width).unwrap_or(area.width).saturating_add(5);
        let body = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(2), ..area };
        layout::middle(body, width, lines.saturating_add(2))
    }

    /// How many of its lines are seen.
    #[must_use]
    pub fn height(&self, area: Rect) -> u16 {
        self.outer(area).height.saturating_sub(2)
    }
}

/// A box with its name in its upper edge and a hint in its lower one. Gives what is inside.
pub(super) fn frame(painter: &mut Painter<'_>, outer: Rect, title: &str, foot: &str) -> Rect {
    painter.ground(outer, Token::Text);
    let theme = painter.theme();
    let block = Block::bordered().border_type(BorderType::Rounded).border_style(theme.style(Token::Border));
    let inner = block.inner(outer);
    painter.widget(block, outer);
    let edge = Rect { x: outer.x + 2, width: outer.width.saturating_sub(4), height: 1.min(outer.height), ..outer };
    painter.label(edge, false, &[piece(Token::Title, format!(" {title} "))]);
    if !foot.is_empty() {
        let edge = Rect { y: outer.bottom().saturating_sub(1), ..edge };
        painter.label(edge, true, &[piece(Token::Muted, format!(" {foot} "))]);
    }
    inner
}

pub(super) fn reading(state: &State, reading: &TextBox, area: Rect, painter: &mut Painter<'_>) {
    let outer = reading.outer(area);
    let (shown, all) = (usize::from(reading.height(area)), reading.page.lines().len());
    let window = reading.page.window(shown);
    let foot = if all > shown { format!("{}–{} / {all}", window.start + 1, window.end) } else { String::new() };
    // Where a box leaves but a few cells beside it, what is cut there says nothing.
    if area.width.saturating_sub(outer.width) < 8 {
        painter.ground(Rect { x: area.x, width: area.width, ..outer }, Token::Text);
    }
    let inner = frame(painter, outer, &reading.title, &foot);
    scrolling(state, &reading.page, inner, &Query::new(reading.looked_for.value()), painter);
}

/// Where the day is typed.
pub(super) fn as_of_area(area: Rect) -> Rect {
    layout::middle(area, 56, 5)
}

/// The day being typed and what it is understood as. Gives the cursor.
pub(super) fn as_of(state: &State, prompt: &AsOfPrompt, area: Rect, painter: &mut Painter<'_>) -> Position {
    let outer = as_of_area(area);
    let inner = frame(painter, outer, &state.locale.text("as-of-title"), "");
    let inside = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let field = Rect { width: inside.width.min(28), height: 1, ..inside };
    let cursor = typed(painter, field, &prompt.typed, Token::InputFocused, &[]);
    let (token, words) = match prompt.day(&state.locale) {
        Ok(day) if prompt.typed.value().trim().is_empty() => {
            let today = state.locale.text("as-of-today");
            (Token::Muted, format!("{today} · {}", state.locale.date_long(day)))
        }
        Ok(day) => (Token::Good, format!("✓ {}", state.locale.date_long(day))),
        Err(why) => (Token::Warning, why),
    };
    for (n, line) in wrap(&words, usize::from(inside.width)).into_iter().take(2).enumerate() {
        let Ok(n) = u16::try_from(n) else { break };
        painter.line(inside.x, inside.y + 1 + n, inside.width, &[piece(token, line)]);
    }
    cursor
}

/// The themes by their names, and what the one that the cursor is on is for or what is wrong with it.
pub(super) fn themes(state: &State, picker: &ThemePicker, area: Rect, painter: &mut Painter<'_>) {
    let (outer, names, said, first) = picker.areas(area);
    frame(painter, outer, &state.locale.text("themes-title"), "");
    for (n, name) in picker.names.iter().enumerate().skip(first).take(usize::from(names.height)) {
        let Ok(down) = u16::try_from(n - first) else { break };
        let row = Rect { y: names.y + down, height: 1, ..names };
        if n == picker.at {
            painter.overlay(row, Token::Selected);
            painter.line(row.x, row.y, 1, &[piece(Token::Accent, state.theme.mark())]);
        }
        let kept = if *name == picker.before.0 { piece(Token::Good, " ✓") } else { piece(Token::Text, "") };
        let words = [recorded(Token::Text, name), kept];
        painter.line(row.x + 2, row.y, row.width.saturating_sub(3), &words);
    }
    let (what, remedy) = match &picker.problem {
        Some((what, remedy)) => (piece(Token::Bad, format!("✗ {what}")), piece(Token::Text, format!("→ {remedy}"))),
        None => (piece(Token::Muted, about(state, picker)), piece(Token::Text, "")),
    };
    let room = usize::from(said.width.saturating_sub(2));
    let lines = [what, remedy]
        .into_iter()
        .flat_map(|part| wrap(&part.text, room).into_iter().map(move |line| piece(part.token, line)));
    for (y, line) in (said.y + 1.min(said.height)..said.bottom()).zip(lines) {
        painter.line(said.x + 1, y, said.width.saturating_sub(1), &[line]);
    }
}

/// What a theme is for; of a user's own, its file.
fn about(state: &State, picker: &ThemePicker) -> String {
    if state.themes.depth() == Depth::None {
        return state.locale.text("themes-no-colour");
    }
    match state.themes.file(picker.name()) {
        Some(file) => sanitize(file).into_owned(),
        None => state.locale.text(&format!("theme-about-{}", picker.name())),
    }
}

/// What could not be done and the way on, over the foot of the screen until a key.
pub(super) fn failure(state: &State, area: Rect, painter: &mut Painter<'_>) {
    let Some(Notice::Failed(what, remedy, left)) = &state.notice else { return };
    let width = area.width.saturating_sub(4).min(96);
    let inside = usize::from(width.saturating_sub(6));
    // What git says has lines of its own.
    let mut wrapped = Vec::new();
    for (sign, token, words) in [("✗ ", Token::Bad, what), ("→ ", Token::Text, remedy)] {
        let lines = words.lines().flat_map(|line| wrap(&sanitize(line), inside));
        wrapped
            .extend(lines.enumerate().map(|(n, line)| (token, format!("{}{line}", if n == 0 { sign } else { "  " }))));
    }
    let height = u16::try_from(wrapped.len()).unwrap_or(u16::MAX).saturating_add(2).min(area.height);
    let outer = layout::middle(Rect { y: area.bottom().saturating_sub(height + 2), height, ..area }, width, height);
    let inner = frame(painter, outer, &state.locale.text(left), &state.locale.text("failed-foot"));
    for (y, (token, line)) in (inner.y..inner.bottom()).zip(wrapped) {
        painter.line(inner.x + 1, y, inner.width.saturating_sub(1), &[piece(token, line)]);
    }
}
