//! Draws styled lines into a buffer.

use std::sync::Arc;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::text::{Piece, cut_line, line_width, width};
use crate::report::width::is_plain;
use crate::ui::links::DrawnLink;
use crate::ui::{Theme, Token};

/// A buffer to draw into, with a theme.
pub struct Painter<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    /// The links drawn, each with the symbols of its cells.
    links: Vec<(DrawnLink, String)>,
}

impl<'a> Painter<'a> {
    pub const fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self { buffer, theme, links: Vec::new() }
    }

    /// Returns the buffer that it paints on.
    pub const fn buffer(&mut self) -> &mut Buffer {
        self.buffer
    }

    #[must_use]
    pub const fn theme(&self) -> &'a Theme {
        self.theme
    }

    /// Clears an area to the background of a token.
    pub fn ground(&mut self, area: Rect, token: Token) {
        let area = area.intersection(self.buffer.area);
        let style = self.theme.style(Token::Text).patch(self.theme.style(token));
        let mut bare = Cell::EMPTY;
        bare.set_style(style);
        for row in area.rows() {
            self.cells(row.x, row.y, row.width).fill(bare.clone());
        }
    }

    /// Applies the style of a token to an area, for example to the selected row.
    pub fn overlay(&mut self, area: Rect, token: Token) {
        self.buffer.set_style(area.intersection(self.buffer.area), self.theme.style(token));
    }

    /// Draws a line, cut to `cells` cells. Returns the first free column after it.
    pub fn line(&mut self, x: u16, y: u16, cells: u16, line: &[Piece]) -> u16 {
        if y >= self.buffer.area.bottom() {
            return x;
        }
        let mut at = x;
        let fits = line_width(line) <= usize::from(cells);
        let shortened = if fits { Vec::new() } else { cut_line(line, usize::from(cells)) };
        for piece in if fits { line } else { &shortened } {
            let mut style = self.text_style(piece.token);
            if self.buffer.cell((at, y)).is_some_and(|cell| cell.modifier.contains(Modifier::REVERSED)) {
                // When reversed, the colour of a piece becomes its background.
                style.fg = None;
            }
            let room = x.saturating_add(cells).saturating_sub(at);
            let begin = at;
            at = self.text(at, y, &piece.text, room, style);
            if let Some(address) = &piece.link {
                self.link(DrawnLink { x: begin, y, cells: at - begin, address: Arc::clone(address) });
            }
        }
        at
    }

    fn link(&mut self, link: DrawnLink) {
        let symbols = self.symbols(&link);
        if !symbols.trim().is_empty() {
            self.links.push((link, symbols));
        }
    }

    fn symbols(&mut self, link: &DrawnLink) -> String {
        self.cells(link.x, link.y, link.cells).iter().map(Cell::symbol).collect()
    }

    /// Returns the links that nothing was drawn over.
    #[must_use]
    pub fn into_links(mut self) -> Vec<DrawnLink> {
        let links = std::mem::take(&mut self.links).into_iter();
        links.filter_map(|(link, symbols)| (self.symbols(&link) == symbols).then_some(link)).collect()
    }

    /// Draws as much of a text as fits in `cells` cells. Returns the first free column after it.
    fn text(&mut self, x: u16, y: u16, text: &str, cells: u16, style: Style) -> u16 {
        if !is_plain(text) {
            return self.buffer.set_stringn(x, y, text, usize::from(cells), style).0;
        }
        // The fast path for one character per cell, which is most of a frame.
        let mut at = x;
        for (cell, character) in self.cells(x, y, cells).iter_mut().zip(text.chars()) {
            cell.set_char(character).set_style(style);
            at += 1;
        }
        at
    }

    /// Returns the cells of a row from `x` on, clipped to the buffer.
    fn cells(&mut self, x: u16, y: u16, cells: u16) -> &mut [Cell] {
        let area = self.buffer.area;
        let cells = cells.min(area.right().saturating_sub(x));
        if cells == 0 || !area.contains((x, y).into()) {
            return &mut [];
        }
        let first = self.buffer.index_of(x, y);
        self.buffer.content.get_mut(first..first + usize::from(cells)).unwrap_or_default()
    }

    /// Draws a right-aligned line. Returns the column at which it starts.
    pub fn line_at_right(&mut self, x: u16, y: u16, cells: u16, line: &[Piece]) -> u16 {
        let wide = u16::try_from(line_width(line)).unwrap_or(u16::MAX).min(cells);
        let at = x + cells - wide;
        self.line(at, y, wide, line);
        at
    }

    /// Draws a line onto the border of a box, on its left or right, without the style of the border.
    pub fn label(&mut self, edge: Rect, right: bool, line: &[Piece]) {
        let wide = u16::try_from(line_width(line)).unwrap_or(u16::MAX).min(edge.width);
        let x = if right { edge.right() - wide } else { edge.x };
        self.ground(Rect { x, width: wide, ..edge }, Token::Text);
        self.line(x, edge.y, wide, line);
    }

    /// Fills an area with a character.
    pub fn rule(&mut self, area: Rect, text: &str, token: Token) {
        let style = self.text_style(token);
        let wide = u16::try_from(width(text)).unwrap_or(u16::MAX);
        for position in area.intersection(self.buffer.area).positions() {
            self.text(position.x, position.y, text, wide, style);
        }
    }

    /// Draws a ratatui widget.
    pub fn widget(&mut self, widget: impl ratatui::widgets::Widget, area: Rect) {
        widget.render(area, self.buffer);
    }

    /// Returns the style of a token without the background of normal text, which the area already has.
    fn text_style(&self, token: Token) -> Style {
        let mut style = self.theme.style(token);
        if token == Token::Text || token == Token::Status {
            style.bg = None;
        }
        style
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::ui::Depth;
    use crate::ui::widget::text::piece;

    #[test]
    fn the_fast_path_draws_as_ratatui_does() {
        let theme = Theme::named("dark", Depth::True).expect("a theme");
        let (area, style) = (Rect { x: 0, y: 0, width: 9, height: 2 }, theme.style(Token::Title));
        for text in ["", "été", "17\u{a0}500\u{a0}€", "✗ 103 j → ●", "─────────────", "日本語", "e\u{301}te\u{301}"]
        {
            for (x, cells) in (0..11).flat_map(|x| (0..12).map(move |cells| (x, cells))) {
                let (mut ours, mut theirs) = (Buffer::empty(area), Buffer::empty(area));
                let end = Painter::new(&mut ours, &theme).text(x, 1, text, cells, style);
                assert_eq!((end, 1), theirs.set_stringn(x, 1, text, usize::from(cells), style), "{text} {x} {cells}");
                assert_eq!(ours, theirs, "{text} {x} {cells}");
            }
        }
    }

    #[test]
    fn a_link_lasts_until_something_covers_it() {
        let theme = Theme::named("dark", Depth::True).expect("a theme");
        let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width: 12, height: 2 });
        let mut painter = Painter::new(&mut buffer, &theme);
        let address: Arc<str> = "https://example.org".into();
        let words =
            |text: &str| [piece(Token::Muted, "– "), piece(Token::Text, text).linked(Some(Arc::clone(&address)))];
        painter.line(0, 0, 12, &words("日本 page"));
        painter.line(0, 1, 8, &words("too long"));
        painter.line(4, 1, 2, &[piece(Token::Text, "##")]);
        let links = painter.into_links();
        assert_eq!(links, [DrawnLink { x: 2, y: 0, cells: 9, address }]);
    }

    #[test]
    fn a_reversed_row_has_one_colour() {
        let theme = Theme::named("sixteen", Depth::Sixteen).expect("a theme");
        let area = Rect { x: 0, y: 0, width: 8, height: 1 };
        let mut buffer = Buffer::empty(area);
        let mut painter = Painter::new(&mut buffer, &theme);
        painter.ground(area, Token::Text);
        painter.overlay(area, Token::Selected);
        painter.line(0, 0, 8, &[piece(Token::Bad, "✗ 3 d"), piece(Token::Text, " x")]);
        let styles: Vec<Style> = buffer.content.iter().map(Cell::style).collect();
        assert!(styles.iter().all(|style| style.add_modifier.contains(Modifier::REVERSED)));
        assert!(styles.iter().all(|style| (style.fg, style.bg) == (styles[7].fg, styles[7].bg)), "{styles:?}");
    }

    #[test]
    fn a_background_clears_its_area_only() {
        let theme = Theme::named("dark", Depth::True).expect("a theme");
        let mut buffer = Buffer::filled(Rect { x: 0, y: 0, width: 4, height: 3 }, Cell::new("x"));
        Painter::new(&mut buffer, &theme).ground(Rect { x: 1, y: 1, width: 9, height: 1 }, Token::Status);
        let symbols: Vec<&str> = buffer.content.iter().map(Cell::symbol).collect();
        assert_eq!(symbols.concat(), "xxxxx   xxxx");
        assert_eq!(buffer[(3, 1)].style().bg, theme.style(Token::Status).bg);
    }
}
