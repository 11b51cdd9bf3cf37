//! Writing a page line by line: headings, named values, wrapped text.

use super::page::PageLine;
use super::text::{Piece, StyledLine, line_width, piece, width, wrap};
use crate::ui::Token;
use crate::ui::key_figure::KeyFigure;
use crate::ui::target::Target;

/// A page being written, `width` cells wide.
pub struct PageBuilder {
    width: usize,
    label: usize,
    lines: Vec<PageLine>,
    sections: usize,
}

impl PageBuilder {
    /// An empty sheet. Named values begin after `label` cells.
    #[must_use]
    pub const fn new(width: usize, label: usize) -> Self {
        Self { width, label, lines: Vec::new(), sections: 0 }
    }

    /// Its lines.
    #[must_use]
    pub fn into_lines(self) -> Vec<PageLine> {
        self.lines
    }

    /// How wide it is.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// After how many cells named values begin.
    #[must_use]
    pub const fn label(&self) -> usize {
        self.label
    }

    /// An empty line, unless there is one already, nothing yet, or only the heading of the section.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.pieces.is_empty() && line.section.is_none()) {
            self.lines.push(PageLine::default());
        }
    }

    /// The heading of a section that one can go to.
    pub fn section(&mut self, title: &str) {
        self.blank();
        let section = Some(self.sections);
        self.sections += 1;
        let pieces = self.ruled(Token::Title, title);
        self.lines.push(PageLine { pieces, section, ..PageLine::default() });
    }

    /// A heading within a section.
    pub fn heading(&mut self, title: &str) {
        self.blank();
        let pieces = vec![piece(Token::Header, title)];
        self.lines.push(PageLine { pieces, ..PageLine::default() });
    }

    /// A line that is about nothing.
    pub fn line(&mut self, pieces: StyledLine) {
        self.lines.push(PageLine { pieces, ..PageLine::default() });
    }

    /// Parts with a gap between, as many in a line as there is room for; none is broken.
    pub fn filled(&mut self, parts: &[StyledLine]) {
        let mut line = StyledLine::new();
        for part in parts {
            if !line.is_empty() && line_width(&line) + 3 + line_width(part) > self.width {
                self.line(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(piece(Token::Text, "   "));
            }
            line.extend(part.iter().cloned());
        }
        self.line(line);
    }

    /// A line about something.
    pub fn about(&mut self, target: Option<Target>, pieces: StyledLine) {
        self.lines.push(PageLine { pieces, target, ..PageLine::default() });
    }

    /// The figure of the line that was written last, with those that go on with it.
    pub fn figure(&mut self, figure: impl Into<KeyFigure>) {
        if let Some(line) = self.lines.iter_mut().rfind(|line| !line.continues) {
            line.figure = Some(figure.into());
        }
    }

    /// A line that goes on with what the one before is about.
    pub fn more(&mut self, pieces: StyledLine) {
        self.lines.push(PageLine { pieces, continues: true, ..PageLine::default() });
    }

    /// A text in a colour, wrapped, `indent` cells in from the left.
    pub fn text(&mut self, target: Option<Target>, token: Token, indent: usize, text: &str) {
        let first = vec![piece(Token::Text, " ".repeat(indent))];
        self.wrapped(target, first, token, text);
    }

    /// A name and its value, which wraps under itself.
    pub fn value(&mut self, target: Option<Target>, name: &str, token: Token, text: &str) {
        let first = vec![self.name(name)];
        self.wrapped(target, first, token, text);
    }

    /// A name and a line after it.
    pub fn named(&mut self, target: Option<Target>, name: &str, mut value: StyledLine) {
        value.insert(0, self.name(name));
        self.about(target, value);
    }

    /// Pieces, and a text after them that wraps under where it began.
    pub fn wrapped(&mut self, target: Option<Target>, first: StyledLine, token: Token, text: &str) {
        let indent = line_width(&first);
        let mut words = wrap(text, self.width.saturating_sub(indent)).into_iter();
        let mut pieces = first;
        pieces.extend(words.next().map(|words| piece(token, words)));
        self.about(target, pieces);
        for words in words {
            self.more(vec![piece(Token::Text, " ".repeat(indent)), piece(token, words)]);
        }
    }

    /// A text that goes on with what the line before is about, wrapped, `indent` cells in.
    pub fn continued(&mut self, indent: usize, token: Token, text: &str) {
        for words in wrap(text, self.width.saturating_sub(indent)) {
            self.more(vec![piece(Token::Text, " ".repeat(indent)), piece(token, words)]);
        }
    }

    /// A name and pieces after it that go on under themselves where the width ends; a piece is never broken.
    pub fn flow(&mut self, target: Option<Target>, name: &str, value: StyledLine) {
        let mut lines: Vec<StyledLine> = vec![vec![self.name(name)]];
        let mut used = self.label;
        for part in value {
            let wide = width(&part.text);
            if used + wide > self.width && used > self.label {
                lines.push(vec![piece(Token::Text, " ".repeat(self.label))]);
                used = self.label;
            }
            used += wide;
            if let Some(line) = lines.last_mut() {
                line.push(part);
            }
        }
        let mut lines = lines.into_iter();
        self.about(target, lines.next().unwrap_or_default());
        for line in lines {
            self.more(line);
        }
    }

    fn name(&self, name: &str) -> Piece {
        let gap = self.label.saturating_sub(width(name)).max(1);
        piece(Token::Muted, format!("{name}{}", " ".repeat(gap)))
    }

    /// A title and a thin rule to the right edge.
    fn ruled(&self, token: Token, title: &str) -> StyledLine {
        let rule = self.width.saturating_sub(width(title) + 1);
        vec![piece(token, title), piece(Token::Border, format!(" {}", "─".repeat(rule)))]
    }
}
