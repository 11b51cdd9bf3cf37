//! Builds the lines of a page: headings, labelled values, wrapped text.

use std::sync::Arc;

use super::page::PageLine;
use super::text::{Piece, StyledLine, line_width, piece, width, wrap};
use crate::model::RecordRef;
use crate::ui::Token;
use crate::ui::key_figure::KeyFigure;
use crate::ui::target::Target;

/// A page of `width` cells under construction.
pub struct PageBuilder {
    width: usize,
    label: usize,
    lines: Vec<PageLine>,
    sections: usize,
}

impl PageBuilder {
    /// Creates an empty page whose labels take `label` cells.
    #[must_use]
    pub const fn new(width: usize, label: usize) -> Self {
        Self { width, label, lines: Vec::new(), sections: 0 }
    }

    #[must_use]
    pub fn into_lines(self) -> Vec<PageLine> {
        self.lines
    }

    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Returns whether it has no lines yet.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Returns the width of the labels in cells.
    #[must_use]
    pub const fn label(&self) -> usize {
        self.label
    }

    /// Adds a blank line, except at the start, after another one, or after a section heading.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.pieces.is_empty() && line.section.is_none()) {
            self.lines.push(PageLine::default());
        }
    }

    /// Starts a section that can be jumped to.
    pub fn section(&mut self, title: &str) {
        self.blank();
        let section = Some(self.sections);
        self.sections += 1;
        let pieces = self.ruled(Token::Title, title);
        self.lines.push(PageLine { pieces, section, ..PageLine::default() });
    }

    /// Adds a heading within a section.
    pub fn heading(&mut self, title: &str) {
        self.blank();
        let pieces = vec![piece(Token::Header, title)];
        self.lines.push(PageLine { pieces, ..PageLine::default() });
    }

    /// Adds a line without a target.
    pub fn line(&mut self, pieces: StyledLine) {
        self.lines.push(PageLine { pieces, ..PageLine::default() });
    }

    /// Adds lines of as many parts as fit, separated by gaps. Parts are not broken.
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

    /// Adds a line with a target.
    pub fn about(&mut self, target: Option<Target>, pieces: StyledLine) {
        self.lines.push(PageLine { pieces, target, ..PageLine::default() });
    }

    /// Sets the figure of the last line that is not a continuation.
    pub fn figure(&mut self, figure: impl Into<KeyFigure>) {
        if let Some(line) = self.lines.iter_mut().rfind(|line| !line.continues) {
            line.figure = Some(figure.into());
        }
    }

    /// Sets the figures that the last line that is not a continuation shows.
    pub fn explains(&mut self, record: RecordRef, figures: impl IntoIterator<Item = String>) {
        if let Some(line) = self.lines.iter_mut().rfind(|line| !line.continues) {
            line.explains = Some((record, figures.into_iter().collect()));
        }
    }

    /// Continues the previous line.
    pub fn more(&mut self, pieces: StyledLine) {
        self.lines.push(PageLine { pieces, continues: true, ..PageLine::default() });
    }

    /// Adds wrapped text, indented by `indent` cells.
    pub fn text(&mut self, target: Option<Target>, token: Token, indent: usize, text: &str) {
        let first = vec![piece(Token::Text, " ".repeat(indent))];
        self.wrapped(target, first, token, text);
    }

    /// Adds a label and a wrapped value.
    pub fn value(&mut self, target: Option<Target>, name: &str, token: Token, text: &str) {
        let first = vec![self.name(name)];
        self.wrapped(target, first, token, text);
    }

    /// Adds a label and a styled line.
    pub fn named(&mut self, target: Option<Target>, name: &str, mut value: StyledLine) {
        value.insert(0, self.name(name));
        self.about(target, value);
    }

    /// Adds `first` followed by text that wraps below its start.
    pub fn wrapped(&mut self, target: Option<Target>, first: StyledLine, token: Token, text: &str) {
        self.linked(target, first, token, text, None);
    }

    /// Adds a label and a wrapped value that a click opens.
    pub fn linked_value(&mut self, target: Option<Target>, name: &str, text: &str, link: Option<Arc<str>>) {
        let first = vec![self.name(name)];
        self.linked(target, first, Token::Text, text, link);
    }

    /// Adds `first` followed by text that wraps below its start and that a click opens.
    pub fn linked(
        &mut self,
        target: Option<Target>,
        first: StyledLine,
        token: Token,
        text: &str,
        link: Option<Arc<str>>,
    ) {
        let indent = line_width(&first);
        let mut words = wrap(text, self.width.saturating_sub(indent)).into_iter();
        let mut pieces = first;
        pieces.extend(words.next().map(|words| piece(token, words).linked(link.clone())));
        self.about(target, pieces);
        for words in words {
            self.more(vec![piece(Token::Text, " ".repeat(indent)), piece(token, words).linked(link.clone())]);
        }
    }

    /// Continues the previous line with wrapped text, indented by `indent` cells.
    pub fn continued(&mut self, indent: usize, token: Token, text: &str) {
        self.continued_link(indent, token, text, None);
    }

    /// Continues the previous line with wrapped text that a click opens.
    pub fn continued_link(&mut self, indent: usize, token: Token, text: &str, link: Option<Arc<str>>) {
        for words in wrap(text, self.width.saturating_sub(indent)) {
            self.more(vec![piece(Token::Text, " ".repeat(indent)), piece(token, words).linked(link.clone())]);
        }
    }

    /// Adds a label and pieces that wrap; a piece is not broken.
    pub fn flow(&mut self, target: Option<Target>, name: &str, value: StyledLine) {
        let mut lines: Vec<StyledLine> = vec![vec![self.name(name)]];
        let mut used = self.label;
        for part in value {
            let mut part = part;
            if used + width(&part.text) > self.width && used > self.label {
                lines.push(vec![piece(Token::Text, " ".repeat(self.label))]);
                used = self.label;
                part.text = part.text.trim_start().to_owned();
            }
            let wide = width(&part.text);
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

    /// Returns a title and a rule up to the right edge.
    fn ruled(&self, token: Token, title: &str) -> StyledLine {
        let rule = self.width.saturating_sub(width(title) + 1);
        vec![piece(token, title), piece(Token::Border, format!(" {}", "─".repeat(rule)))]
    }
}
