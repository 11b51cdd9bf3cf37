//! What several layers draw alike: boxes, lines, pages that scroll, and lines of text being typed.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType};
use tui_input::Input as TextInput;

use super::MARGIN;
use crate::report::filter::Query;
use crate::report::width::graphemes;
use crate::ui::Token;
use crate::ui::widget::page::{Page, PageLine};
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{Piece, StyledLine, cut_line, line_width, piece, scrolled, width, wrap};

/// Draws a box with a title in its upper edge and a hint in its lower one; returns the area inside.
pub fn frame(painter: &mut Painter<'_>, outer: Rect, title: &str, foot: &str) -> Rect {
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

/// Marks the characters of a line that `matches` returns for the text of each piece.
pub fn highlight(line: &[Piece], matches: impl Fn(&str) -> Vec<usize>) -> StyledLine {
    let mut marked = StyledLine::new();
    for part in line {
        let found = matches(&part.text);
        if found.is_empty() {
            marked.push(part.clone());
            continue;
        }
        let mut first = 0;
        for (character, _) in graphemes(&part.text) {
            // Combining characters belong to their letter.
            let chars = first..first + character.chars().count();
            first = chars.end;
            let is_match = chars.into_iter().any(|n| found.binary_search(&n).is_ok());
            let token = if is_match { Token::Match } else { part.token };
            match marked.last_mut() {
                Some(last) if last.token == token && last.link == part.link => last.text.push_str(character),
                _ => marked.push(piece(token, character).linked(part.link.clone())),
            }
        }
    }
    marked
}

/// Draws lines from the top of an area, the last one an ellipsis if more would follow.
pub fn lines<'a>(lines: impl Iterator<Item = &'a PageLine>, area: Rect, query: &Query, painter: &mut Painter<'_>) {
    let mut lines = lines.peekable();
    for y in area.top()..area.bottom() {
        let Some(line) = lines.next() else { return };
        if y + 1 == area.bottom() && lines.peek().is_some() {
            painter.line(area.x, y, area.width, &[piece(Token::Muted, "…")]);
        } else {
            text_line(line, Rect { y, height: 1, ..area }, query, painter);
        }
    }
}

fn text_line(line: &PageLine, row: Rect, query: &Query, painter: &mut Painter<'_>) {
    if query.is_empty() {
        painter.line(row.x, row.y, row.width, &line.pieces);
    } else {
        let marked = highlight(&line.pieces, |text| query.highlights(text));
        painter.line(row.x, row.y, row.width, &marked);
    }
}

/// Draws the visible lines of a page, with the line under the cursor highlighted.
pub fn scrolling(page: &Page, area: Rect, query: &Query, painter: &mut Painter<'_>) {
    scrolling_columns(page, &[area], query, painter);
}

/// Draws the visible lines of a page in columns, each of which continues the one before it.
pub fn scrolling_columns(page: &Page, columns: &[Rect], query: &Query, painter: &mut Painter<'_>) {
    let rows = columns.iter().flat_map(|column| column.rows());
    let window = page.window(columns.iter().map(|column| usize::from(column.height)).sum());
    let first = window.start;
    let lines = page.lines().get(window).unwrap_or_default();
    for ((n, line), row) in lines.iter().enumerate().zip(rows) {
        if page.is_selected(first + n) {
            painter.overlay(row, Token::Selected);
            painter.line(row.x, row.y, 1, &[piece(Token::Accent, painter.theme().mark())]);
        }
        text_line(line, Rect { x: row.x + MARGIN, width: row.width.saturating_sub(MARGIN + 1), ..row }, query, painter);
    }
}

/// Draws a text centred in an area from the row `y` on, and returns the row after it.
pub fn centred(painter: &mut Painter<'_>, area: Rect, y: u16, token: Token, text: &str) -> u16 {
    let mut y = y;
    for line in wrap(text, usize::from(area.width.saturating_sub(4))) {
        if y >= area.bottom() {
            break;
        }
        let wide = u16::try_from(width(&line)).unwrap_or(area.width);
        painter.line(area.x + area.width.saturating_sub(wide) / 2, y, area.width, &[piece(token, line)]);
        y += 1;
    }
    y
}

/// Draws a line of text that is being typed, scrolled to its cursor, and returns the position of the cursor. The byte
/// ranges in `wrong` are shown as errors.
pub fn typed(
    painter: &mut Painter<'_>,
    area: Rect,
    text: &TextInput,
    token: Token,
    wrong: &[Range<usize>],
) -> Position {
    let cells = usize::from(area.width);
    let (scroll, cursor) = scrolled(text, cells);
    let (mut gone, mut end) = (0, 0);
    let mut shown = StyledLine::new();
    for (c, wide) in graphemes(text.value()) {
        gone += wide;
        let at = end;
        end += c.len();
        if gone <= scroll {
            continue;
        }
        let token = if wrong.iter().any(|range| range.contains(&at)) { Token::Bad } else { token };
        match shown.last_mut() {
            Some(last) if last.token == token => last.text.push_str(c),
            _ => shown.push(piece(token, c)),
        }
    }
    let mut shown = cut_line(&shown, cells);
    shown.push(piece(token, " ".repeat(cells.saturating_sub(line_width(&shown)))));
    painter.line(area.x, area.y, area.width, &shown);
    let at = u16::try_from(cursor).unwrap_or(0);
    Position { x: (area.x + at).min(area.right().saturating_sub(1)), y: area.y }
}
