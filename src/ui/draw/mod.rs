//! Drawing: reads the state and touches nothing. Only what is visible is built.

mod arrangement;
mod boxes;
mod chrome;
mod filter;
mod grid;
pub mod hit;
mod pending;
mod picker;
mod table;
mod welcome;

pub(super) use chrome::is_useful;

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::Token;
use super::layout::{self, ListAreas};
use super::overlay::Overlay;
use super::pages::OpenPage;
use super::state::State;
use super::widget::page::PageLine;
use super::widget::paint::Painter;
use super::widget::text::{Piece, StyledLine, cut_line, line_width, piece, scrolled, width, wrap};
use crate::model::MessageArg;
use crate::report::filter::Query;
use crate::report::width::graphemes;

/// Cells before the first column: the mark of the selected row, and a space.
const MARGIN: u16 = 2;
/// The sign of a marked row, in the second of these cells.
const MARKED: &str = "*";

/// Columns and rows below which nothing can be shown.
const SMALLEST: (u16, u16) = (20, 5);

/// Draws the state.
pub fn draw(state: &State, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(state, frame);
    }
    let mut cursor = None;
    {
        let mut painter = Painter::new(frame.buffer_mut(), &state.theme);
        painter.ground(area, Token::Text);
        match &state.opened {
            Some(opened) => page(state, opened, area, &mut painter),
            None => list(state, area, &mut painter),
        }
        let status = Rect { y: area.bottom().saturating_sub(1), height: 1.min(area.height), ..area };
        cursor = chrome::status(state, status, &mut painter).or(cursor);
        match &state.overlay {
            Some(Overlay::Text(reading)) => boxes::reading(state, reading, area, &mut painter),
            Some(Overlay::Themes(picker)) => boxes::themes(state, picker, area, &mut painter),
            Some(Overlay::Welcome(welcome)) => cursor = Some(welcome::draw(state, welcome, area, &mut painter)),
            Some(Overlay::AsOf(prompt)) => cursor = Some(boxes::as_of(state, prompt, area, &mut painter)),
            Some(Overlay::Picker(picker)) => cursor = Some(picker::draw(state, picker, area, &mut painter)),
            Some(Overlay::Arranging(cursor)) => arrangement::arranging(state, *cursor, area, &mut painter),
            _ => {}
        }
        pending::boxed(state, area, usize::from(area.width.saturating_sub(MARGIN + 1)), &mut painter);
        boxes::failure(state, area, &mut painter);
    }
    if let Some(Overlay::Form(form)) = &state.overlay {
        form.draw(frame, form_area(area), state.form_style());
    } else if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    state.symbols.settle(frame.buffer_mut());
}

/// That there is no room. Keys do what they do all the same.
fn too_small(state: &State, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut painter = Painter::new(frame.buffer_mut(), &state.theme);
    painter.ground(area, Token::Text);
    let words = state.locale.text("too-small");
    for (y, line) in (area.y..area.bottom()).zip(wrap(&words, usize::from(area.width))) {
        painter.line(area.x, y, area.width, &[piece(Token::Text, line)]);
    }
}

/// Where a form may stand: a small terminal is all its own.
pub fn form_area(area: Rect) -> Rect {
    let body = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(2), ..area };
    if area.height < 14 { area } else { body }
}

fn list(state: &State, area: Rect, painter: &mut Painter<'_>) {
    let list = state.list();
    let areas = state.list_areas(area);
    chrome::top(state, areas.top, painter);
    if list.shown_lines() == 0 {
        // With no row there is nothing to preview: the room is for what would fill the list.
        let below = areas.preview.bottom().max(areas.rows.bottom());
        chrome::empty(state, Rect { width: area.width, height: below - areas.rows.y, ..areas.rows }, painter);
    } else {
        table::table(state, &areas, painter);
    }
    if list.shown_lines() > 0 {
        preview(state, &areas, painter);
    }
    filter::offer(state, areas.offer, painter);
    chrome::totals(state, areas.totals, painter);
}

/// The line with some characters of its pieces marked.
fn highlight(line: &[Piece], meant: impl Fn(&str) -> Vec<usize>) -> StyledLine {
    let mut marked = StyledLine::new();
    for part in line {
        let found = meant(&part.text);
        if found.is_empty() {
            marked.push(part.clone());
            continue;
        }
        let mut first = 0;
        for (character, _) in graphemes(&part.text) {
            // A mark over a letter goes with it.
            let chars = first..first + character.chars().count();
            first = chars.end;
            let meant = chars.into_iter().any(|n| found.binary_search(&n).is_ok());
            let token = if meant { Token::Match } else { part.token };
            match marked.last_mut() {
                Some(last) if last.token == token => last.text.push_str(character),
                _ => marked.push(piece(token, character)),
            }
        }
    }
    marked
}

fn preview(state: &State, areas: &ListAreas, painter: &mut Painter<'_>) {
    if areas.preview.is_empty() {
        return;
    }
    painter.rule(areas.rule, if areas.rule.width == 1 { "│" } else { "─" }, Token::Border);
    lines(state.preview().iter(), areas.preview, &Query::default(), painter);
}

/// Lines from the top of an area; an ellipsis where more would follow.
fn lines<'a>(lines: impl Iterator<Item = &'a PageLine>, area: Rect, query: &Query, painter: &mut Painter<'_>) {
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

fn page(state: &State, opened: &OpenPage, area: Rect, painter: &mut Painter<'_>) {
    let areas = layout::page(area);
    chrome::top(state, areas.top, painter);
    chrome::page_title(state, opened, &areas, painter);
    scrolling(state, &opened.page, areas.lines, &state.query(), painter);
}

/// The visible lines of a page, what the cursor is on marked.
fn scrolling(state: &State, page: &super::widget::page::Page, area: Rect, query: &Query, painter: &mut Painter<'_>) {
    let window = page.window(usize::from(area.height));
    let first = window.start;
    for (n, line) in page.lines().get(window).unwrap_or_default().iter().enumerate() {
        let Ok(down) = u16::try_from(n) else { break };
        let row = Rect { y: area.y + down, height: 1, ..area };
        if page.is_selected(first + n) {
            painter.overlay(row, Token::Selected);
            painter.line(row.x, row.y, 1, &[piece(Token::Accent, state.theme.mark())]);
        }
        text_line(line, Rect { x: row.x + MARGIN, width: row.width.saturating_sub(MARGIN + 1), ..row }, query, painter);
    }
}

/// A text in the middle of an area, a line of it at a time.
fn centred(painter: &mut Painter<'_>, area: Rect, y: u16, token: Token, text: &str) -> u16 {
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

/// `1 240 / 10 000`
fn progress(state: &State, read: usize, total: usize) -> String {
    state.locale.message("counting", &[("read", MessageArg::count(read)), ("total", MessageArg::count(total))])
}

/// Where the cursor of a line being typed stands.
fn typed(
    painter: &mut Painter<'_>,
    area: Rect,
    typed: &tui_input::Input,
    token: Token,
    wrong: &[Range<usize>],
) -> Position {
    let cells = usize::from(area.width);
    let (scroll, cursor) = scrolled(typed, cells);
    let (mut gone, mut end) = (0, 0);
    let mut shown = StyledLine::new();
    for (c, wide) in graphemes(typed.value()) {
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
