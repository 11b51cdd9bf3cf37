//! Drawing a form: the fields, then the changed lines. If rows are few, the lines go first; the focused field is
//! always visible.

mod field;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Stylize;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Paragraph, Widget};
use unicode_width::UnicodeWidthStr;

use super::hit::FormHit;
use super::{Form, OPTIONS, TARGET, Verb};
use crate::locale::Locale;
use crate::model::MessageArg;
use crate::report::sanitize;
use crate::ui::command::Command;
use crate::ui::field::{FormField, InputKind};
use crate::ui::keymap::keys_name;
use crate::ui::keymap::{KeyContext, Keymap};
use crate::ui::widget::text::{self, cut};
use crate::ui::{Theme, Token};

/// Below this many columns, notes go under their field instead of beside it.
const NARROW: usize = 60;
/// The rows from which on a long form leaves room beside its fields.
const ROOMY: usize = 15;
/// The most rows of facts above the fields.
const FACTS: usize = 3;
/// The rows that the focused field may take for its notes and options before the other fields.
const NEEDED: usize = 3;

/// Lines of a form, with the cursor.
#[derive(Default)]
pub(super) struct FormLines<'a> {
    lines: Vec<Line<'a>>,
    cursor: Option<(usize, usize)>,
    /// The parts that can be clicked, by their line.
    pub hits: Vec<(usize, FormHit)>,
}

impl Form {
    /// Draws the form over the middle of an area, and returns the position of the cursor if the field takes text.
    pub fn render(&self, buffer: &mut Buffer, area: Rect, style: FormStyle<'_>) -> Option<Position> {
        let (place, inner) = self.place(area, style);
        let (left, right) = self.columns(inner);
        let painter = FormPainter::new(self, style, left.width);
        let theme = style.theme;
        Clear.render(place, buffer);
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .title(Line::from(vec![
                Span::raw(" "),
                // On a faint border the title would be faint, too.
                Span::styled(cut(&painter.title(), painter.width), theme.style(Token::Title)).not_dim(),
                Span::raw(" "),
            ]))
            .style(theme.style(Token::Text))
            .border_style(theme.style(Token::Border));
        block.render(place, buffer);
        let FormLines { lines, cursor, .. } = painter.arrange(usize::from(left.height), right.is_some());
        Paragraph::new(lines).render(left, buffer);
        if let Some(right) = right {
            let painter = FormPainter::new(self, style, right.width);
            let height = right.height.saturating_sub(2);
            Paragraph::new(painter.beside(usize::from(height))).render(Rect { height, ..right }, buffer);
            // The hints have the width of both columns.
            let last = Rect { y: inner.bottom().saturating_sub(1), height: 1.min(inner.height), ..inner };
            Clear.render(last, buffer);
            Paragraph::new(FormPainter::new(self, style, inner.width).hint())
                .style(theme.style(Token::Text))
                .render(last, buffer);
        }
        let (row, column) = cursor?;
        let row = inner.y.saturating_add(u16::try_from(row).unwrap_or(u16::MAX));
        let column = inner.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX));
        Some(Position::new(column.min(left.right().saturating_sub(1)), row))
    }
}

/// What forms are drawn with.
#[derive(Clone, Copy, Debug)]
pub struct FormStyle<'a> {
    pub theme: &'a Theme,
    pub locale: &'a Locale,
    /// The keys that its hints name.
    pub keymap: &'a Keymap,
    /// Whether the lines of the record are left out because the screen is shared.
    pub is_plain: bool,
}

pub(super) struct FormPainter<'a> {
    pub form: &'a Form,
    pub theme: &'a Theme,
    pub locale: &'a Locale,
    pub keymap: &'a Keymap,
    pub is_plain: bool,
    pub width: usize,
}

impl<'a> FormPainter<'a> {
    /// For lines of `width` columns.
    pub(super) fn new(form: &'a Form, look: FormStyle<'a>, width: u16) -> Self {
        let FormStyle { theme, locale, keymap, is_plain } = look;
        Self { form, theme, locale, keymap, is_plain, width: usize::from(width) }
    }

    fn title(&self) -> String {
        if self.form.is_bulk() {
            return format!("{} · {}", self.title_of(self.form.verb), self.count());
        }
        let (title, owner) = match self.form.target() {
            Some(target) => (self.title_of(self.form.verb_of(target)), target.owner.as_str()),
            // Nothing is picked yet: the owner of all.
            None if self.form.verb == Verb::Done => (self.locale.text("form-title-open"), self.form.owner_of_all()),
            None => (self.title_of(self.form.verb), self.form.owner_of_all()),
        };
        if owner.is_empty() { title } else { format!("{title} · {owner}") }
    }

    fn title_of(&self, verb: Verb) -> String {
        self.locale.text(&format!("form-title-{}", verb.name()))
    }

    /// Returns how many targets: `4 obligations`.
    fn count(&self) -> String {
        let count = self.form.targets.len().saturating_sub(self.form.refused.len());
        let count = [("count", MessageArg::count(count))];
        self.locale.message(&format!("form-count-{}", self.form.verb.form().noun()), &count)
    }

    /// Returns the height, which does not depend on what is typed, so that the box keeps its size.
    pub(super) fn height(&self) -> usize {
        let options = self.form.fields.iter().filter_map(FormField::options);
        let options = options.map(|options| options.all().len().min(OPTIONS)).max().unwrap_or(0);
        let own = self.form.fields.iter().filter(|field| field.name != TARGET).count();
        let preview = match own {
            _ if self.form.is_bulk() => 12,
            0 | 1 => 3,
            2 => 6,
            _ => 8,
        };
        let head = self.head(4).len().max(2);
        // Two rows of border; gaps after the head, the fields and the preview; the head and subject of the preview; the
        // hints.
        2 + head + 1 + self.form.fields.len() + options + 1 + preview + 2 + 1 + 1
    }

    /// Returns all lines in `rows` rows, without the facts and the preview if they are beside. What does not fit is
    /// left out, the least important first.
    pub(super) fn arrange(&self, rows: usize, is_beside: bool) -> FormLines<'a> {
        let hint = usize::from(rows > 1);
        let failure = self.failure();
        let most = rows.saturating_sub(hint + self.form.fields.len().min(NEEDED));
        let failure_rows = failure.len().min(most);
        let mut left = rows.saturating_sub(hint + failure_rows);
        // Long forms leave rows for what they are about and for what they change.
        let is_sheet = !self.form.facts.is_empty();
        let reserve = if is_beside || !is_sheet || left < ROOMY { 0 } else { left * 2 / 5 };
        let fields = self.fields(left - reserve);
        left = left.saturating_sub(fields.lines.len());
        let facts = if is_beside || left < 4 { Vec::new() } else { self.fact_lines(left.saturating_sub(5).min(FACTS)) };
        let head = if facts.is_empty() { self.head(left.saturating_sub(1)) } else { facts };
        let gap = usize::from(!head.is_empty() && left > head.len() + 1);
        left -= (head.len() + gap).min(left);
        let preview = if is_beside { Vec::new() } else { self.preview(left.saturating_sub(1)) };

        let mut all = FormLines { lines: head, ..FormLines::default() };
        all.lines.extend((0..gap).map(|_| Line::default()));
        let above = all.lines.len();
        all.cursor = fields.cursor.map(|(row, column)| (row + above, column));
        all.hits.extend(fields.hits.into_iter().map(|(row, hit)| (row + above, hit)));
        all.lines.extend(fields.lines);
        if !preview.is_empty() {
            all.lines.push(Line::default());
            all.lines.extend(preview);
        }
        while all.lines.len() + failure_rows + hint < rows {
            all.lines.push(Line::default());
        }
        all.lines.extend(failure.into_iter().take(failure_rows));
        all.lines.extend((0..hint).map(|_| self.hint()));
        all
    }

    /// Returns the side column: the facts, and the preview below.
    fn beside(&self, rows: usize) -> Vec<Line<'a>> {
        let mut lines = self.fact_lines(rows * 3 / 5);
        lines.push(Line::default());
        let left = rows.saturating_sub(lines.len());
        lines.extend(self.preview(left));
        lines
    }

    /// Returns the facts, as many as fit.
    fn fact_lines(&self, rows: usize) -> Vec<Line<'a>> {
        let widest = self.form.facts.iter().map(|fact| fact.label.width()).max().unwrap_or(0);
        let label_width = (widest + 2).min(self.width / 2);
        let mut lines = Vec::new();
        for fact in &self.form.facts {
            let room = self.width.saturating_sub(label_width);
            for (n, text) in wrap(&sanitize(&fact.text), room, 2).into_iter().enumerate() {
                let label = if n == 0 { cut(&fact.label, label_width.saturating_sub(1)) } else { String::new() };
                let gap = " ".repeat(label_width.saturating_sub(label.width()));
                lines.push(Line::from(vec![
                    Span::styled(format!("{label}{gap}"), self.theme.style(Token::Muted)),
                    Span::styled(text, self.theme.style(fact.token)),
                ]));
            }
        }
        lines.truncate(rows);
        lines
    }

    /// Returns what the form is about, if the choice does not show it, and what helps to recognise it.
    fn head(&self, rows: usize) -> Vec<Line<'a>> {
        if self.form.is_bulk() {
            return self.head_of_several(rows);
        }
        let Some(target) = self.form.target() else { return Vec::new() };
        let mut lines = Vec::new();
        let chosen = self.form.field(TARGET).is_some();
        let whole = chosen && target.label.width() + self.label_width() + 4 <= self.width;
        if !whole && target.label != target.owner {
            lines.extend(self.said(&target.label, rows.min(2), Token::Accent));
        }
        lines.extend(self.said(&target.detail, (rows - lines.len()).min(2), Token::Muted));
        lines
    }

    /// Returns the targets of a form about several things, and what is left out with the reason.
    fn head_of_several(&self, rows: usize) -> Vec<Line<'a>> {
        let is_refused = |n: usize| self.form.refused.iter().any(|(refused, _)| *refused == n);
        let targets = self.form.targets.iter().enumerate();
        let names = targets.filter(|(n, _)| !is_refused(*n)).map(|(_, target)| match &target.owner {
            owner if *owner == target.label => owner.clone(),
            owner => format!("{owner} – {}", cut(&target.label, 30)),
        });
        let mut lines = self.said(&names.collect::<Vec<_>>().join(" · "), rows.min(2), Token::Accent);
        let refused = self.form.refused.iter().filter_map(|(n, why)| Some((&self.form.targets.get(*n)?.owner, why)));
        let out = self.form.left_out.iter().map(|(name, why)| (name, why)).chain(refused);
        let out = out.map(|(name, why)| format!("{} ({why})", cut(name, 40))).collect::<Vec<_>>().join(" · ");
        if !out.is_empty() {
            let words = self.locale.message("form-left-out", &[("what", MessageArg::Text(out))]);
            lines.extend(self.said(&words, rows.saturating_sub(lines.len()).min(2), Token::Warning));
        }
        lines
    }

    fn said(&self, text: &str, rows: usize, token: Token) -> Vec<Line<'a>> {
        let style = self.theme.style(token);
        wrap(text, self.width, rows).into_iter().map(|text| Line::styled(text, style)).collect()
    }

    /// As many fields as fit, around the focused one.
    fn fields(&self, rows: usize) -> FormLines<'a> {
        let plain = self.form.fields.len();
        // The options and notes of a field take the rows that other fields leave, and a few in any case.
        let spare = rows.saturating_sub(plain).max(rows.saturating_sub(1).min(NEEDED));
        let pieces: Vec<FormLines<'a>> = (0..plain).map(|at| self.field(at, spare)).collect();
        let mut first = 0;
        let through = |first: usize| {
            pieces[first..=self.form.focus.min(plain.saturating_sub(1))].iter().map(|p| p.lines.len()).sum::<usize>()
        };
        while first < self.form.focus && through(first) > rows {
            first += 1;
        }
        let mut all = FormLines::default();
        for piece in pieces.into_iter().skip(first) {
            if let Some((row, column)) = piece.cursor {
                all.cursor = Some((all.lines.len() + row, column));
            }
            let above = all.lines.len();
            all.hits.extend(piece.hits.into_iter().map(|(row, hit)| (row + above, hit)));
            all.lines.extend(piece.lines);
        }
        all.lines.truncate(rows);
        all
    }

    fn failure(&self) -> Vec<Line<'a>> {
        let Some((what, remedy)) = &self.form.failure else { return Vec::new() };
        let what = wrap(&format!("! {what}"), self.width, 2);
        let remedy = wrap(remedy, self.width, 2);
        let bad = what.into_iter().map(|text| Line::styled(text, self.theme.style(Token::Bad)));
        let remedy_lines = remedy.into_iter().map(|text| Line::styled(text, self.theme.style(Token::Text)));
        // An empty line before the hints, the first to go if rows are few.
        bad.chain(remedy_lines).chain([Line::default()]).collect()
    }

    /// Returns the keys that would do something now, the most important first, as many as fit.
    fn hint(&self) -> Line<'a> {
        if self.form.saving {
            return Line::styled(self.locale.text("form-saving"), self.theme.style(Token::Warning));
        }
        let last = self.form.is_at_last_field();
        let keep = self.form.is_touched() && self.width >= NARROW;
        let mut hints = vec![
            (self.key(Command::Accept), if last { "form-hint-commit" } else { "form-hint-next" }),
            (self.key(Command::Cancel), if keep { "form-hint-keep" } else { "form-hint-close" }),
        ];
        if !last {
            hints.push((self.key(Command::Commit), "form-hint-commit"));
        }
        match self.form.fields.get(self.form.focus).map(|field| &field.kind) {
            Some(InputKind::Choice(_)) => {
                hints.push((self.keys_both_ways(Command::PreviousOption, Command::NextOption), "form-hint-choose"));
            }
            Some(InputKind::Many(_)) => hints.push((self.key(Command::Tick), "form-hint-tick")),
            Some(InputKind::Lines) => hints.push((self.key(Command::BreakLine), "form-hint-break")),
            _ => {}
        }
        for (command, words) in [(Command::AddRow, "form-hint-add-row"), (Command::RemoveRow, "form-hint-remove-row")] {
            if self.form.takes_row(command) {
                hints.push((self.key(command), words));
            }
        }
        if self.form.fields.len() > 1 {
            hints.push((self.keys_both_ways(Command::PreviousField, Command::NextField), "form-hint-field"));
        }
        if self.form.is_touched() {
            let words = if self.form.resumed { "form-hint-anew-draft" } else { "form-hint-anew" };
            hints.push((self.key(Command::StartOver), words));
        }
        hints.push((self.key(Command::Help), "form-hint-help"));
        hints.retain(|(key, _)| !key.is_empty());
        let mut spans = Vec::new();
        let mut used = 0;
        for (key, words) in hints {
            let words = self.locale.text(words);
            let gap = if spans.is_empty() { 0 } else { 2 };
            let wide = gap + key.width() + 1 + words.width();
            if used + wide > self.width {
                continue;
            }
            used += wide;
            spans.push(Span::raw(" ".repeat(gap)));
            spans.push(Span::styled(key, self.theme.style(Token::Key)));
            spans.push(Span::styled(format!(" {words}"), self.theme.style(Token::Muted)));
        }
        Line::from(spans)
    }

    /// Returns the labels of the keys of a command.
    fn keys(&self, command: Command) -> Vec<String> {
        let keys = self.keymap.keys_of(KeyContext::Form, command);
        keys.into_iter().map(|keys| keys_name(self.locale, keys)).collect()
    }

    /// Returns the label of the first key; empty if there is none.
    fn key(&self, command: Command) -> String {
        self.keys(command).into_iter().next().unwrap_or_default()
    }

    /// Returns the keys of two opposite commands, arrows in pairs: `Tab ↑↓`.
    fn keys_both_ways(&self, back: Command, forth: Command) -> String {
        let (back, forth) = (self.keys(back), self.keys(forth));
        let pair = |(n, forth): (usize, String)| match back.get(n) {
            Some(back) if back.width() == 1 && forth.width() == 1 => format!("{back}{forth}"),
            _ => forth,
        };
        forth.into_iter().enumerate().map(pair).collect::<Vec<_>>().join(" ")
    }
}

/// Wraps a text into at most `most` lines; the last one is cut if there is more.
pub(super) fn wrap(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = text::wrap(text, width);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(cut(&rest, width));
        lines.truncate(most);
    }
    lines
}
