//! The filter while it is typed: its line, the words that are not understood marked, and above it what the word may
//! become.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::chrome::hints;
use super::{MARGIN, typed};
use crate::model::MessageArg;
use crate::ui::Token;
use crate::ui::state::State;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, line_width, piece, width};

/// The line in which the filter is typed. Gives the cursor.
pub(super) fn line(state: &State, area: Rect, painter: &mut Painter<'_>) -> Position {
    painter.line(area.x, area.y, 2, &[piece(Token::Key, " /")]);
    let (all, matching) = state.list().counts();
    let mut right = StyledLine::new();
    if !state.looks_at_page() {
        let words = state
            .locale
            .message("matching", &[("count", MessageArg::count(matching)), ("total", MessageArg::count(all))]);
        right.push(piece(Token::Muted, words));
    }
    let wide = area.width.saturating_sub(MARGIN + 1);
    // The keys that end typing are told where there is room.
    if wide >= 70 {
        right.push(piece(Token::Text, "   "));
        right.extend(hints(state, 40));
    }
    painter.line_at_right(area.x + MARGIN, area.y, wide, &right);
    let used = u16::try_from(line_width(&right)).unwrap_or(0);
    let field = Rect { x: area.x + MARGIN, width: wide.saturating_sub(used + 2), ..area };
    let wrong = if state.looks_at_page() { Vec::new() } else { wrong(state) };
    typed(painter, field, state.typed(), Token::Text, &wrong)
}

/// The filter where it is not being typed, what is not understood of it marked and told.
pub(super) fn kept(state: &State) -> StyledLine {
    let value = state.typed().value();
    let mut line = vec![piece(Token::Key, "/")];
    if state.looks_at_page() {
        line.push(piece(Token::Text, format!("{value}  ")));
        return line;
    }
    let mut at = 0;
    for range in wrong(state) {
        line.push(piece(Token::Text, value.get(at..range.start).unwrap_or_default()));
        line.push(piece(Token::Bad, value.get(range.clone()).unwrap_or_default()));
        at = range.end;
    }
    line.push(piece(Token::Text, format!("{}  ", value.get(at..).unwrap_or_default())));
    if let Some((_, problem)) = state.list().asked().problems().next() {
        line.push(piece(Token::Bad, format!("✗ {}  ", problem.words(&state.locale))));
    }
    line
}

/// Where the words stand that are not understood.
fn wrong(state: &State) -> Vec<Range<usize>> {
    let problems = state.list().asked().problems();
    problems.filter(|(_, problem)| !problem.is_unfinished()).map(|(word, _)| word.at.clone()).collect()
}

/// What the word may become and what that means; under it, what is not understood.
pub(super) fn offer(state: &State, area: Rect, painter: &mut Painter<'_>) {
    if area.is_empty() {
        return;
    }
    let offer = state.completions();
    painter.ground(area, Token::Status);
    let widest = offer.candidates.iter().map(|one| width(&one.word)).max().unwrap_or(0);
    let room = area.width.saturating_sub(MARGIN + 1);
    let mut y = area.y;
    for (n, one) in offer.candidates.iter().enumerate() {
        let gap = " ".repeat(widest + 2 - width(&one.word));
        let word = vec![piece(Token::Key, one.word.as_str()), piece(Token::Muted, format!("{gap}{}", one.means))];
        if n == 0 {
            painter.line(area.x, y, 1, &[piece(Token::Accent, state.theme.mark())]);
        }
        painter.line(area.x + MARGIN, y, room, &word);
        y += 1;
    }
    if let Some(problem) = &offer.problem {
        painter.line(area.x + MARGIN, y, room, &[piece(Token::Bad, format!("✗ {problem}"))]);
    }
}
