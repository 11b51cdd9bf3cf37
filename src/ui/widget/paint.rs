//! Lines of pieces into cells of the terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::text::{Piece, cut_line, line_width, width};
use crate::ui::{Theme, Token};

/// Somewhere to paint, and the theme to paint with.
pub struct Painter<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
}

impl<'a> Painter<'a> {
    /// Paints on a buffer.
    pub const fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self { buffer, theme }
    }

    /// The theme.
    #[must_use]
    pub const fn theme(&self) -> &'a Theme {
        self.theme
    }

    /// Gives an area the ground of a token, and forgets what stood there.
    pub fn ground(&mut self, area: Rect, token: Token) {
        let area = area.intersection(self.buffer.area);
        let style = self.theme.style(Token::Text).patch(self.theme.style(token));
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// Lays a token over what stands in an area: the ground of the selected row.
    pub fn overlay(&mut self, area: Rect, token: Token) {
        self.buffer.set_style(area.intersection(self.buffer.area), self.theme.style(token));
    }

    /// A line at a place, cut to a width. Gives the first free column after it.
    pub fn line(&mut self, x: u16, y: u16, cells: u16, line: &[Piece]) -> u16 {
        if y >= self.buffer.area.bottom() {
            return x;
        }
        let mut at = x;
        let fits = line_width(line) <= usize::from(cells);
        let shortened = if fits { Vec::new() } else { cut_line(line, usize::from(cells)) };
        for piece in if fits { line } else { &shortened } {
            let style = self.text_style(piece.token);
            let room = x.saturating_add(cells).saturating_sub(at);
            at = self.buffer.set_stringn(at, y, &piece.text, usize::from(room), style).0;
        }
        at
    }

    /// A line whose end stands at the right of a width. Gives where it begins.
    pub fn line_at_right(&mut self, x: u16, y: u16, cells: u16, line: &[Piece]) -> u16 {
        let wide = u16::try_from(line_width(line)).unwrap_or(u16::MAX).min(cells);
        let at = x + cells - wide;
        self.line(at, y, wide, line);
        at
    }

    /// A line on the edge of a box, at its left or its right end: it is neither faint nor bold because the edge is.
    pub fn label(&mut self, edge: Rect, right: bool, line: &[Piece]) {
        let wide = u16::try_from(line_width(line)).unwrap_or(u16::MAX).min(edge.width);
        let x = if right { edge.right() - wide } else { edge.x };
        self.ground(Rect { x, width: wide, ..edge }, Token::Text);
        self.line(x, edge.y, wide, line);
    }

    /// A text across a whole width, again and again: a rule.
    pub fn rule(&mut self, area: Rect, text: &str, token: Token) {
        let style = self.text_style(token);
        for position in area.intersection(self.buffer.area).positions() {
            self.buffer.set_stringn(position.x, position.y, text, width(text), style);
        }
    }

    /// A widget of ratatui's.
    pub fn widget(&mut self, widget: impl ratatui::widgets::Widget, area: Rect) {
        widget.render(area, self.buffer);
    }

    /// A token's style for text: without the ground of ordinary text, which the area has already.
    fn text_style(&self, token: Token) -> Style {
        let mut style = self.theme.style(token);
        if token == Token::Text || token == Token::Status {
            style.bg = None;
        }
        style
    }
}
