//! The filter of a list: while it is typed, its completions above it; afterwards, in the status line.

use std::ops::Range;

use ratatui::layout::Rect;

use super::ListLayer;
use crate::ui::Token;
use crate::ui::env::Env;
use crate::ui::layer::MARGIN;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, piece, width};

impl ListLayer {
    /// Returns the filter with the words that are not understood, and why the first is not.
    pub fn filter_words(&self, env: &Env) -> StyledLine {
        let value = self.list().typed().value();
        let mut line = vec![piece(Token::Key, "/")];
        let mut at = 0;
        for range in self.invalid_ranges() {
            line.push(piece(Token::Text, value.get(at..range.start).unwrap_or_default()));
            line.push(piece(Token::Bad, value.get(range.clone()).unwrap_or_default()));
            at = range.end;
        }
        line.push(piece(Token::Text, format!("{}  ", value.get(at..).unwrap_or_default())));
        if let Some((_, problem)) = self.list().asked().problems().next() {
            line.push(piece(Token::Bad, format!("✗ {}  ", problem.words(&env.locale))));
        }
        line
    }

    /// Returns the byte ranges of the words of the filter that are not understood.
    pub fn invalid_ranges(&self) -> Vec<Range<usize>> {
        let problems = self.list().asked().problems();
        problems.filter(|(_, problem)| !problem.is_unfinished()).map(|(word, _)| word.at.clone()).collect()
    }

    /// The completions with what they mean; under them, what is not understood.
    pub(super) fn draw_completions(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) {
        if area.is_empty() {
            return;
        }
        painter.ground(area, Token::Status);
        let candidates = &self.completions.candidates;
        let widest = candidates.iter().map(|one| width(&one.word)).max().unwrap_or(0);
        let room = area.width.saturating_sub(MARGIN + 1);
        let mut y = area.y;
        for (n, one) in candidates.iter().enumerate() {
            let gap = " ".repeat(widest + 2 - width(&one.word));
            let word = vec![piece(Token::Key, one.word.as_str()), piece(Token::Muted, format!("{gap}{}", one.means))];
            if n == 0 {
                painter.line(area.x, y, 1, &[piece(Token::Accent, env.theme.mark())]);
            }
            painter.line(area.x + MARGIN, y, room, &word);
            y += 1;
        }
        if let Some(problem) = &self.completions.problem {
            painter.line(area.x + MARGIN, y, room, &[piece(Token::Bad, format!("✗ {problem}"))]);
        }
    }
}
