//! A page of lines to scroll. The cursor moves between the lines that have a target.

use std::ops::Range;

use super::text::StyledLine;
use crate::model::RecordRef;
use crate::report::filter::Query;
use crate::ui::key_figure::KeyFigure;
use crate::ui::target::Target;

/// A line of a page.
#[derive(Clone, Debug, Default)]
pub struct PageLine {
    pub pieces: StyledLine,
    /// What commands on the line apply to; the cursor only stops at lines with a target.
    pub target: Option<Target>,
    /// The figure of the line, for the clipboard.
    pub figure: Option<KeyFigure>,
    /// The record and the figures that the line shows, if it shows other figures than its target has.
    pub explains: Option<(RecordRef, Vec<String>)>,
    /// The index of the section that starts here.
    pub section: Option<usize>,
    /// Whether the line continues the previous one.
    pub continues: bool,
}

/// The number of lines of context above the line that a page is opened at.
const ABOVE: usize = 6;

#[derive(Clone, Debug, Default)]
pub struct Page {
    lines: Vec<PageLine>,
    cursor: Option<usize>,
    offset: usize,
}

impl Page {
    /// Creates a page with the cursor on its first target.
    #[must_use]
    pub fn new(lines: Vec<PageLine>) -> Self {
        let cursor = lines.iter().position(|line| line.target.is_some());
        Self { lines, cursor, offset: 0 }
    }

    /// Replaces the lines. The cursor stays on its target, or else at its position.
    pub fn replace(&mut self, lines: Vec<PageLine>) {
        let before = self.target().cloned();
        let at = self.cursor.unwrap_or(0);
        self.lines = lines;
        let is_same = |line: &PageLine| before.is_some() && line.target == before;
        // Several lines may have the same target.
        let here = self.lines.get(at).filter(|line| is_same(line)).map(|_| at);
        let same = here.or_else(|| self.lines.iter().position(is_same));
        self.cursor = same.or_else(|| self.nearest(at));
    }

    #[must_use]
    pub fn lines(&self) -> &[PageLine] {
        &self.lines
    }

    /// Returns the target at the cursor.
    #[must_use]
    pub fn target(&self) -> Option<&Target> {
        self.lines.get(self.cursor?)?.target.as_ref()
    }

    /// Returns the figures that the line at the cursor shows.
    #[must_use]
    pub fn explains(&self) -> Option<&(RecordRef, Vec<String>)> {
        self.lines.get(self.cursor?)?.explains.as_ref()
    }

    /// Returns the figure at the cursor.
    #[must_use]
    pub fn figure(&self) -> Option<KeyFigure> {
        self.lines.get(self.cursor?)?.figure
    }

    /// Returns the range of lines that a window of `height` lines shows.
    #[must_use]
    pub fn window(&self, height: usize) -> Range<usize> {
        let len = self.lines.len();
        let most = len.saturating_sub(height);
        let start = match self.cursor {
            // A page without a cursor scrolls by its offset alone.
            None => self.offset.min(most),
            Some(cursor) => {
                let first = self.heading_before(cursor, height);
                let last = self.end_of(cursor).min(first + height.max(1));
                self.offset.min(first).max((last + 1).saturating_sub(height)).min(most)
            }
        };
        start..(start + height).min(len)
    }

    /// Returns whether a line belongs to the target at the cursor.
    #[must_use]
    pub fn is_selected(&self, line: usize) -> bool {
        self.cursor.is_some_and(|cursor| (cursor..=self.end_of(cursor)).contains(&line))
    }

    /// Stores the scroll position for a window of `height` lines.
    pub fn settle(&mut self, height: usize) {
        self.offset = self.window(height).start;
    }

    /// Moves the cursor by `by` targets; scrolls if there is no cursor.
    pub fn step(&mut self, by: isize) {
        let Some(mut cursor) = self.cursor else {
            self.offset = self.offset.saturating_add_signed(by).min(self.lines.len());
            return;
        };
        for _ in 0..by.unsigned_abs() {
            let next = if by > 0 { self.after(cursor) } else { self.before(cursor) };
            let Some(next) = next else {
                // At the first target, show what is above it.
                self.offset = if by < 0 { 0 } else { self.offset };
                break;
            };
            cursor = next;
        }
        self.cursor = Some(cursor);
    }

    /// Moves to the beginning or end.
    pub fn jump(&mut self, to_end: bool) {
        self.offset = if to_end { self.lines.len() } else { 0 };
        if self.cursor.is_some() {
            self.cursor = self.nearest(if to_end { self.lines.len() } else { 0 });
        }
    }

    /// Returns the section of the cursor, or of the first visible line.
    #[must_use]
    pub fn section(&self) -> usize {
        let at = self.cursor.unwrap_or(self.offset);
        self.lines.iter().take(at + 1).rev().find_map(|line| line.section).unwrap_or(0)
    }

    /// Scrolls to a section.
    pub fn go_to_section(&mut self, section: usize) {
        let Some(at) = self.lines.iter().position(|line| line.section == Some(section)) else { return };
        self.offset = at;
        if self.cursor.is_some() {
            self.cursor = self.nearest(at);
        }
    }

    /// Moves the cursor to the target at a line of a window of `height` lines, counted from the first visible line.
    /// Returns whether there is one.
    pub fn select_line(&mut self, line: usize, height: usize) -> bool {
        let at = self.window(height).start + line;
        let begin = (0..=at).rev().find(|n| self.lines.get(*n).is_some_and(|line| !line.continues));
        let meant = begin.filter(|n| at < self.lines.len() && self.lines.get(*n).is_some_and(|l| l.target.is_some()));
        self.cursor = meant.or(self.cursor);
        meant.is_some()
    }

    /// Moves the cursor to the first target that matches, with the preceding lines of its section in view.
    pub fn select(&mut self, is_meant: impl Fn(&Target) -> bool) {
        let Some(at) = self.lines.iter().position(|line| line.target.as_ref().is_some_and(&is_meant)) else { return };
        self.cursor = Some(at);
        let heading = self.lines[..at].iter().rposition(|line| line.section.is_some()).unwrap_or(0);
        self.offset = heading.max(at.saturating_sub(ABOVE));
    }

    /// Moves to the next line that contains all words of the query, wrapping around; scrolls if there is no cursor.
    pub fn next_match(&mut self, query: &Query, forward: bool, from_here: bool) {
        let len = self.lines.len();
        let here = self.cursor.unwrap_or(self.offset);
        for distance in usize::from(!from_here)..=len {
            let at = if forward { here + distance } else { here + len - distance } % len.max(1);
            let Some(line) = self.lines.get(at) else { return };
            let has_cursor = self.cursor.is_some();
            if (has_cursor && line.target.is_none()) || !query.is_in(&self.text(at, has_cursor)) {
                continue;
            }
            match &mut self.cursor {
                Some(cursor) => *cursor = at,
                None => self.offset = at,
            }
            return;
        }
    }

    /// Returns the text of a line, or of the line with its continuation lines.
    fn text(&self, line: usize, whole: bool) -> String {
        let end = if whole { self.end_of(line) } else { line };
        let lines = self.lines.get(line..=end).unwrap_or_default();
        let of = |line: &PageLine| line.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
        lines.iter().map(of).collect::<Vec<_>>().join(" ")
    }

    fn after(&self, line: usize) -> Option<usize> {
        (line + 1..self.lines.len()).find(|&at| self.lines[at].target.is_some())
    }

    fn before(&self, line: usize) -> Option<usize> {
        (0..line.min(self.lines.len())).rev().find(|&at| self.lines[at].target.is_some())
    }

    fn nearest(&self, line: usize) -> Option<usize> {
        let here_or_after = (line..self.lines.len()).find(|&at| self.lines[at].target.is_some());
        here_or_after.or_else(|| self.before(line))
    }

    fn end_of(&self, line: usize) -> usize {
        let more = self.lines.iter().skip(line + 1).take_while(|line| line.continues).count();
        line + more
    }

    /// The first line to show above the cursor: its heading, if no other target is in between.
    fn heading_before(&self, line: usize, height: usize) -> usize {
        let top = self.before(line).map_or(0, |before| self.end_of(before) + 1);
        if line - top.min(line) <= height / 2 { top.min(line) } else { line }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;
    use crate::ui::Token;
    use crate::ui::widget::text::piece;

    /// `# x` starts a section, `- x` has a target, `| x` continues the previous line.
    fn page(text: &str) -> Page {
        let mut sections = 0..;
        let lines = text.lines().map(|line| PageLine {
            pieces: vec![piece(Token::Text, line)],
            target: line.strip_prefix("- ").map(|id| Target::Startup(Id::new(id).unwrap())),
            section: if line.starts_with('#') { sections.next() } else { None },
            continues: line.starts_with('|'),
            ..PageLine::default()
        });
        Page::new(lines.collect())
    }

    fn on(page: &Page) -> String {
        page.target().and_then(Target::startup).map(ToString::to_string).unwrap_or_default()
    }

    #[test]
    fn the_cursor_stops_at_targets() {
        let mut page = page("# one\n\n- a\n| more\n\n# two\ntext\n- b\n- c");
        assert_eq!((on(&page).as_str(), page.section()), ("a", 0));
        assert!(page.is_selected(3) && !page.is_selected(4));
        page.step(1);
        assert_eq!((on(&page).as_str(), page.section()), ("b", 1));
        page.step(5);
        assert_eq!(on(&page), "c");
        page.step(-9);
        assert_eq!(on(&page), "a");
        page.go_to_section(1);
        assert_eq!(on(&page), "b");
        page.jump(true);
        assert_eq!(on(&page), "c");
    }

    #[test]
    fn the_window_shows_the_heading_and_all_lines_of_the_target() {
        let mut page = page("# one\n- a\n- b\n- c\n\n# two\n- d\n| d2\n- e\n- f");
        assert_eq!(page.window(4), 0..4);
        page.step(3);
        page.settle(5);
        assert_eq!(on(&page), "d");
        assert_eq!(page.window(5), 3..8, "with the heading above and the end of it");
        page.step(-1);
        page.settle(5);
        assert_eq!(page.window(5), 3..8);
        assert_eq!(page.window(50), 0..10);
    }

    #[test]
    fn a_page_without_targets_scrolls() {
        let mut page = page("a\nb\nc\nd\ne");
        page.step(2);
        page.settle(2);
        assert_eq!(page.window(2), 2..4);
        page.step(9);
        page.settle(2);
        assert_eq!(page.window(2), 3..5);
        page.step(-1);
        assert_eq!(page.window(2), 2..4);
    }

    #[test]
    fn the_cursor_follows_its_target() {
        let mut page = page("- a\n- b\n- c");
        page.step(1);
        page.replace(self::page("# new\n- a\n\n- b").lines);
        assert_eq!(on(&page), "b");
        page.replace(self::page("- x\n- y\n- z").lines);
        assert_eq!(on(&page), "z");
        page.replace(Vec::new());
        assert_eq!(on(&page), "");
    }

    #[test]
    fn a_query_finds_the_next_line_and_wraps_around() {
        let mut page = page("- ab\n- bc\n- cd\n- bd");
        let query = Query::new("b");
        page.next_match(&query, true, false);
        assert_eq!(on(&page), "bc");
        page.next_match(&query, true, false);
        page.next_match(&query, true, false);
        assert_eq!(on(&page), "ab");
        page.next_match(&query, false, false);
        assert_eq!(on(&page), "bd");
    }

    #[test]
    fn a_query_finds_lines_with_all_its_words() {
        let mut page = page("- red\n- blue\n- red-and\n| blue\n- grey");
        page.next_match(&Query::new("red"), true, true);
        assert_eq!(on(&page), "red");
        page.next_match(&Query::new("red blue"), true, true);
        assert_eq!(on(&page), "red-and");
        page.next_match(&Query::new("red grey"), true, true);
        assert_eq!(on(&page), "red-and", "there is none");
    }
}
