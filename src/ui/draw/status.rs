//! The status line, and the box that shows a failure with its remedy.

use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

use super::pending;
use crate::model::MessageArg;
use crate::report::sanitize;
use crate::ui::command::Command;
use crate::ui::keymap::{KeyContext, keys_name};
use crate::ui::layer::{MARGIN, frame, typed};
use crate::ui::layout;
use crate::ui::state::{Busy, Notice, State};
use crate::ui::tabs;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{Piece, StyledLine, cut, line_width, piece, recorded, wrap};
use crate::ui::{CommitKind, Token};

/// Draws the last line: the text being typed, a message, or hints; returns the cursor if text is typed.
pub(super) fn status(state: &State, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    painter.ground(area, Token::Status);
    let room = area.width.saturating_sub(MARGIN + 1);
    let text = state.search_text().filter(|text| state.is_typing_search() || !text.value().is_empty());
    if let Some(text) = text.filter(|_| state.is_typing_search()) {
        return Some(search_line(state, text, area, painter));
    }
    if let Some(line) = notice(state, usize::from(room)).or_else(|| pending::line(state, usize::from(room))) {
        painter.line(area.x + MARGIN, area.y, room, &line);
        return None;
    }
    let mut line = StyledLine::new();
    // The first line of a narrow terminal has no room for the commit.
    if let Some(past) = state.env.data.past.as_ref().filter(|_| tabs::is_narrow(area.width)) {
        line.push(piece(Token::Warning, format!("◷ {}  ", past.short())));
    }
    if let Some(busy) = busy(state) {
        line.push(piece(Token::Accent, format!("{busy}  ")));
    } else if let Some(text) = text {
        if state.is_search() {
            line.extend([piece(Token::Key, "/"), piece(Token::Text, format!("{}  ", text.value()))]);
        } else {
            line.extend(state.lists.filter_words(&state.env));
        }
    }
    let used = line_width(&line);
    line.extend(hints(state, usize::from(room).saturating_sub(used)));
    painter.line(area.x + MARGIN, area.y, room, &line);
    None
}

/// Draws the line in which the filter or a search is typed, and returns the cursor.
fn search_line(state: &State, text: &TextInput, area: Rect, painter: &mut Painter<'_>) -> Position {
    painter.line(area.x, area.y, 2, &[piece(Token::Key, " /")]);
    let mut right = StyledLine::new();
    let mut wrong = Vec::new();
    if !state.is_search() {
        let (all, matching) = state.lists.list().counts();
        let args = [("count", MessageArg::count(matching)), ("total", MessageArg::count(all))];
        right.push(piece(Token::Muted, state.env.locale.message("matching", &args)));
        wrong = state.lists.invalid_ranges();
    }
    let wide = area.width.saturating_sub(MARGIN + 1);
    // The keys that end typing are shown if there is room.
    if wide >= 70 {
        right.push(piece(Token::Text, "   "));
        right.extend(hints(state, 40));
    }
    painter.line_at_right(area.x + MARGIN, area.y, wide, &right);
    let used = u16::try_from(line_width(&right)).unwrap_or(0);
    let field = Rect { x: area.x + MARGIN, width: wide.saturating_sub(used + 2), ..area };
    typed(painter, field, text, Token::Text, &wrong)
}

fn notice(state: &State, room: usize) -> Option<StyledLine> {
    match state.notice.as_ref()? {
        Notice::Failed(..) => None,
        Notice::Done(words) => Some(vec![piece(Token::Good, "✓ "), recorded(Token::Text, words)]),
        Notice::Confirm(words, _) => Some(vec![piece(Token::Warning, "? "), recorded(Token::Text, words)]),
        Notice::Info(words) => Some(vec![piece(Token::Warning, "! "), recorded(Token::Text, words)]),
        Notice::Committed(done, went) => {
            let (sign, after) = match done.kind {
                CommitKind::Committed => ("✓", Command::Undo),
                CommitKind::Undone => ("↶", Command::Redo),
                CommitKind::Redone => ("↷", Command::Undo),
            };
            let mut line =
                vec![piece(Token::Good, format!("{sign} ")), piece(Token::Accent, format!("{} ", done.commit))];
            let way_back = [
                piece(Token::Muted, " · "),
                piece(Token::Key, state.env.render_context().key(after)),
                piece(Token::Muted, format!(" {}", state.env.locale.text(&format!("hint-{}", after.name())))),
            ];
            let went = went.iter().map(|words| piece(Token::Muted, format!(" · {words}")));
            let way_back: Vec<Piece> = went.chain(way_back).collect();
            // A long subject loses its end, so that the key stays.
            let subject = recorded(Token::Text, &done.subject);
            let left = room.saturating_sub(line_width(&line) + line_width(&way_back));
            line.push(Piece { text: cut(&subject.text, left), ..subject });
            line.extend(way_back);
            Some(line)
        }
    }
}

fn busy(state: &State) -> Option<String> {
    let key = match state.work.busy? {
        Busy::Saving => "busy-saving",
        Busy::Undoing => "busy-undoing",
        Busy::Redoing => "busy-redoing",
        Busy::Reading => "busy-reading",
        Busy::Syncing => "busy-syncing",
    };
    let stop = state.env.render_context().key_in(KeyContext::Portfolio, Command::Back);
    Some(state.env.locale.message(key, &[("stop", MessageArg::Text(stop))]))
}

/// Returns the keys that would do something now, as many as there is room for, that of the help always among them.
pub(super) fn hints(state: &State, room: usize) -> StyledLine {
    let context = state.context();
    if context.has_fields() {
        return StyledLine::new();
    }
    let hint = |keys: &str, command: Command| {
        vec![
            piece(Token::Key, keys_name(&state.env.locale, keys)),
            piece(Token::Muted, format!(" {}", state.env.locale.text(&hint_key(state, command)))),
        ]
    };
    let keys_of_help = state.env.keymap.keys_of(context, Command::Help);
    let help = keys_of_help.first().map_or_else(StyledLine::new, |keys| hint(keys, Command::Help));
    let kept = line_width(&help) + if help.is_empty() { 0 } else { 3 };
    let mut line = StyledLine::new();
    let mut used = 0;
    for binding in state.env.keymap.hints(context) {
        if binding.command == Command::Help || !state.is_useful(binding.command) {
            continue;
        }
        let Some(keys) = binding.keys.first() else { continue };
        let words = hint(keys, binding.command);
        let wide = line_width(&words) + 3;
        if used + wide + kept > room + 3 {
            break;
        }
        used += wide;
        line.extend(words);
        line.push(piece(Token::Text, "   "));
    }
    if help.is_empty() {
        // The space after the last hint.
        line.pop();
    } else if used + line_width(&help[..1]) < room {
        line.extend(help);
    }
    line
}

/// Returns the locale key of a hint, which depends on the layer for some commands.
fn hint_key(state: &State, command: Command) -> String {
    if command == Command::Filter && state.is_search() {
        return "hint-search".to_owned();
    }
    // The marks are cleared first, then the filter.
    if command == Command::Back && state.layers.is_empty() {
        let key = if state.lists.list().has_marks() { "hint-unmark" } else { "hint-unfilter" };
        return key.to_owned();
    }
    format!("hint-{}", command.name())
}

/// Draws a message that is longer than the last line over the lines above it, whatever they show.
pub(super) fn long_notice(state: &State, area: Rect, painter: &mut Painter<'_>) {
    let room = usize::from(area.width.saturating_sub(MARGIN + 1));
    let Some([sign, words]) = notice(state, room).and_then(|line| <[Piece; 2]>::try_from(line).ok()) else { return };
    let indent = u16::try_from(line_width(std::slice::from_ref(&sign))).unwrap_or(0);
    let lines = wrap(&words.text, room.saturating_sub(indent.into()));
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    if height < 2 {
        return;
    }
    let area = Rect { y: area.bottom() - height, height, ..area };
    painter.ground(area, Token::Status);
    painter.line(area.x + MARGIN, area.y, indent, &[sign]);
    for (y, text) in (area.y..area.bottom()).zip(lines) {
        let line = [Piece { text, ..words.clone() }];
        painter.line(area.x + MARGIN + indent, y, area.width.saturating_sub(MARGIN + indent + 1), &line);
    }
}

/// Draws what could not be done and the remedy over the foot of the screen.
pub(super) fn failure(state: &State, area: Rect, painter: &mut Painter<'_>) {
    let Some(Notice::Failed(what, remedy, title)) = &state.notice else { return };
    let width = area.width.saturating_sub(4).min(96);
    let inside = usize::from(width.saturating_sub(6));
    // Messages of git have several lines.
    let mut wrapped = Vec::new();
    for (sign, token, words) in [("✗ ", Token::Bad, what), ("→ ", Token::Text, remedy)] {
        let lines = words.lines().flat_map(|line| wrap(&sanitize(line), inside));
        wrapped
            .extend(lines.enumerate().map(|(n, line)| (token, format!("{}{line}", if n == 0 { sign } else { "  " }))));
    }
    let height = u16::try_from(wrapped.len()).unwrap_or(u16::MAX).saturating_add(2).min(area.height);
    let outer = layout::middle(Rect { y: area.bottom().saturating_sub(height + 2), height, ..area }, width, height);
    let inner = frame(painter, outer, &state.env.locale.text(title), &state.env.locale.text("failed-foot"));
    for (y, (token, line)) in (inner.y..inner.bottom()).zip(wrapped) {
        painter.line(inner.x + 1, y, inner.width.saturating_sub(1), &[piece(token, line)]);
    }
}
