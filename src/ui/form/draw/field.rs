//! Drawing a field: its label, its value, its note and its options.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{FormLines, FormPainter, NARROW, wrap};
use crate::model::MessageArg;
use crate::report::sanitize;
use crate::report::width::suffix;
use crate::ui::Token;
use crate::ui::field::{FormField, InputKind, Pick, RowPart};
use crate::ui::form::hit::FormHit;
use crate::ui::form::lookup::{FormTarget, TargetKey};
use crate::ui::form::values::FieldNote;
use crate::ui::form::{OPTIONS, TARGET, Verb};
use crate::ui::widget::text::{broken_lines, cut, scrolled};

/// The columns of a field for a date or an amount.
const SHORT: usize = 14;
/// The rows of a text of several lines.
const LINES: usize = 5;
/// The most lines of a note.
const NOTE: usize = 3;
/// The indent of notes under a field.
const UNDER: usize = 4;

impl<'a> FormPainter<'a> {
    /// Returns a field: label and value, and under them the note and the options.
    pub(super) fn field(&self, at: usize, spare: usize) -> FormLines<'a> {
        let (Some(field), Some(note)) = (self.form.fields.get(at), self.form.notes.get(at)) else {
            return FormLines::default();
        };
        let focused = at == self.form.focus;
        if let Some(part) = field.row
            && !focused
        {
            let is_open = self.form.focused_row().is_some_and(|row| (row.group, row.row) == (part.group, part.row));
            // Rows without the focus take one line each.
            if self.form.is_hidden(at) || !(is_open || part.is_first) {
                return FormLines::default();
            }
            if !is_open {
                return self.closed_row(at, field, part);
            }
        }
        let label_width = self.label_width();
        let room = self.width.saturating_sub(label_width);
        let narrow = self.width < NARROW;
        // Differing values take the room of the note.
        let varies = field.varies.as_ref().filter(|_| field.input().value().is_empty());
        let is_short = field.is_short() && !narrow && varies.is_none();
        let room = if is_short { SHORT.min(room) } else { room };
        // In a narrow box, the error of another field shows as a sign only.
        let wrong = narrow && matches!(note, FieldNote::Error(_));
        let mark = if focused {
            "›"
        } else if wrong {
            "!"
        } else {
            " "
        };
        let label = cut(&format!("{mark} {}", self.label(field)), label_width.saturating_sub(1));
        let style = self.theme.style(if focused { Token::Accent } else { Token::Text });
        if focused && matches!(field.kind, InputKind::Lines) {
            return self.several_lines(at, Span::styled(pad(&label, label_width), style), note, spare);
        }
        let mut line = vec![Span::styled(pad(&label, label_width), style)];
        let typing = self.input(field, focused, room, &mut line);
        let cursor = typing.filter(|_| focused).map(|column| (0, label_width + column));
        let mut piece = FormLines { cursor, ..FormLines::default() };
        let (beside, below) = self.placed_note(note, is_short.then_some(label_width + room + 2));
        if let Some(beside) = beside {
            line.extend([Span::raw("  "), beside]);
        }
        piece.lines.push(Line::from(line));
        // If there is room, warnings are shown without the focus, too.
        if is_short || focused || (!narrow && matches!(note, FieldNote::Warning(_))) {
            piece.lines.extend(below.into_iter().take(spare));
        }
        if focused && field.options().is_some() {
            let indent = if narrow { UNDER } else { label_width };
            let begin = piece.lines.len();
            let options = self.options(field, indent, spare.min(OPTIONS));
            let picks = options.iter().enumerate().map(|(n, (pick, _))| (begin + n, FormHit::Choice(at, *pick)));
            piece.hits.extend(picks);
            piece.lines.extend(options.into_iter().map(|(_, line)| line));
        }
        let own = piece.lines.len() - piece.hits.len();
        piece.hits.extend((0..own).map(|row| (row, FormHit::Field(at))));
        piece
    }

    /// Returns a row without the focus: what it contains, on one line.
    fn closed_row(&self, at: usize, field: &FormField, part: RowPart) -> FormLines<'a> {
        let label_width = self.label_width();
        let is_wrong = |note: &FieldNote| matches!(note, FieldNote::Error(_) | FieldNote::Required(_));
        let fields = self.form.fields.iter().zip(&self.form.notes);
        let mut own =
            fields.filter(|(other, _)| other.row.is_some_and(|row| (row.group, row.row) == (part.group, part.row)));
        let is_wrong = own.any(|(_, note)| is_wrong(note));
        let mark = if is_wrong { "!" } else { " " };
        let label = cut(&format!("{mark} {}", self.label(field)), label_width.saturating_sub(1));
        let room = self.width.saturating_sub(label_width);
        let (words, token) = match self.form.row_words(part) {
            words if words.is_empty() => (self.locale.text("form-row-blank"), Token::Muted),
            words if is_wrong => (words, Token::Bad),
            words => (words, Token::Text),
        };
        let words = cut(&sanitize(&words), room);
        let line = vec![
            Span::styled(pad(&label, label_width), self.theme.style(Token::Text)),
            Span::styled(words, self.theme.style(token)),
        ];
        FormLines { lines: vec![Line::from(line)], cursor: None, hits: vec![(0, FormHit::Field(at))] }
    }

    /// Returns the focused field of a text of several lines.
    fn several_lines(&self, at: usize, label: Span<'a>, note: &FieldNote, spare: usize) -> FormLines<'a> {
        let Some(field) = self.form.fields.get(at) else { return FormLines::default() };
        let label_width = self.label_width();
        let room = self.width.saturating_sub(label_width).max(2);
        let (all, (row, column)) = broken_lines(field.input().value(), field.input().cursor(), room);
        let rows = LINES.min(spare.max(1));
        let first = (row + 1).saturating_sub(rows);
        let style = self.theme.style(Token::InputFocused);
        let mut lines: Vec<Line<'a>> = Vec::new();
        for (n, text) in all.iter().enumerate().skip(first).take(rows) {
            let begin = if n == first { label.clone() } else { Span::raw(" ".repeat(label_width)) };
            lines.push(Line::from(vec![begin, Span::styled(pad(&cut(&sanitize(text), room), room), style)]));
        }
        let said = self.note(note, self.width.saturating_sub(UNDER), NOTE).into_iter();
        let said = said.map(|span| Line::from(vec![Span::raw(" ".repeat(UNDER)), span]));
        lines.extend(said.take(spare.saturating_sub(lines.len())));
        let hits = (0..lines.len()).map(|row| (row, FormHit::Field(at))).collect();
        FormLines { lines, cursor: Some((row - first, label_width + column.min(room - 1))), hits }
    }

    /// Returns the columns of the labels with the sign before and the gap after them: at most half of the box.
    pub(super) fn label_width(&self) -> usize {
        let widest = self.form.fields.iter().map(|field| self.label(field).width()).max().unwrap_or(0) + 4;
        widest.min(self.width / 2)
    }

    fn label(&self, field: &FormField) -> String {
        if let Some(label) = &field.label {
            return sanitize(label).into_owned();
        }
        if let Some(part) = field.row {
            let own = format!("row-{}-{}", part.group, part.part);
            return match part.is_first {
                true => self.locale.text(&own),
                false => format!("  {}", self.locale.text(&own)),
            };
        }
        if field.name == TARGET {
            let is_action = |target: &FormTarget| matches!(target.key, TargetKey::Action { .. });
            let mixed = self.form.verb == Verb::Done && self.form.targets.iter().any(is_action);
            let noun = if mixed { "open" } else { self.form.verb.form().noun() };
            return self.locale.text(&format!("form-target-{noun}"));
        }
        let of_verb = format!("field-{}-{}", field.name, self.form.verb_now().name());
        if self.locale.has(&of_verb) {
            self.locale.text(&of_verb)
        } else {
            self.locale.text(&format!("field-{}", field.name))
        }
    }

    /// Draws the text being typed and returns the column of the cursor, if the field takes text.
    fn input(&self, field: &FormField, focused: bool, room: usize, line: &mut Vec<Span<'a>>) -> Option<usize> {
        let style = self.input_style(field, focused);
        if let Some(values) = field.varies.as_ref().filter(|_| field.input().value().is_empty()) {
            let values = [("values", MessageArg::Text(sanitize(&values.join(", ")).into_owned()))];
            let words = self.locale.message("form-varies", &values);
            line.push(Span::styled(cut(&words, room), self.theme.style(Token::Muted)));
            return (focused && field.options().is_none()).then_some(0);
        }
        if field.options().is_some() {
            return self.picked(field, focused, room, line);
        }
        let (scroll, cursor) = if focused { scrolled(field.input(), room) } else { (0, 0) };
        let value = field.input().value().replace('\n', " / ");
        let shown = suffix(&sanitize(&value), scroll).to_owned();
        line.push(Span::styled(pad(&cut(&shown, room), room), style));
        Some(cursor)
    }

    /// Returns the style of the value of a field. A default is dimmed in a form that proposes many.
    fn input_style(&self, field: &FormField, focused: bool) -> Style {
        let style = self.theme.style(if focused { Token::InputFocused } else { Token::Input });
        let is_default = !field.touched && !field.is_blank() && !self.form.facts.is_empty();
        if is_default && !focused { style.patch(self.theme.style(Token::Muted)) } else { style }
    }

    /// Draws the picked or ticked options, with the search text before them.
    fn picked(&self, field: &FormField, focused: bool, room: usize, line: &mut Vec<Span<'a>>) -> Option<usize> {
        let style = self.input_style(field, focused);
        let many = matches!(field.kind, InputKind::Many(_));
        let said = if many {
            field.ticked().map(|choice| choice.shown.as_str()).collect::<Vec<_>>().join(", ")
        } else {
            self.option(field, field.pick())
        };
        let is_some = field.options().is_some_and(|options| !options.all().is_empty());
        let (before, after) = if focused && !many && is_some { ("‹ ", " ›") } else { ("", "") };
        let filter = cut(&sanitize(field.input().value()), room / 2);
        let arrow = if filter.is_empty() { "" } else { " → " };
        let left = room.saturating_sub(before.width() + filter.width() + arrow.width() + after.width());
        let column = (!filter.is_empty()).then(|| before.width() + filter.width());
        line.push(Span::styled(before, self.theme.style(Token::Key)));
        line.push(Span::styled(filter, self.theme.style(Token::Match)));
        line.push(Span::styled(arrow, self.theme.style(Token::Muted)));
        line.push(Span::styled(cut(&said, left), style));
        line.push(Span::styled(after, self.theme.style(Token::Key)));
        column
    }

    /// Returns how an option is shown.
    fn option(&self, field: &FormField, pick: Pick) -> String {
        if pick == Pick::Nothing {
            return self.locale.text("form-which");
        }
        if pick == Pick::New {
            let name = [("name", MessageArg::Text(sanitize(field.new_one()).into_owned()))];
            return self.locale.message("form-new-option", &name);
        }
        field.shown(pick).unwrap_or_default().to_owned()
    }

    /// Returns what stands beside a field, from the column `beside`, if there is one, and the lines under the field. A
    /// note that would be cut beside the field is shown under it.
    fn placed_note(&self, note: &FieldNote, beside: Option<usize>) -> (Option<Span<'a>>, Vec<Line<'a>>) {
        let whole = beside.and_then(|column| {
            let lines = self.note(note, self.width.saturating_sub(column), NOTE + 1);
            (lines.len() <= NOTE).then_some((column, lines))
        });
        let is_beside = whole.is_some();
        let under = || (UNDER, self.note(note, self.width.saturating_sub(UNDER), NOTE));
        let (indent, lines) = whole.unwrap_or_else(under);
        let mut lines = lines.into_iter();
        let first = if is_beside { lines.next() } else { None };
        (first, lines.map(|span| Line::from(vec![Span::raw(" ".repeat(indent)), span])).collect())
    }

    fn note(&self, note: &FieldNote, width: usize, most: usize) -> Vec<Span<'a>> {
        let (sign, words, token) = match note {
            FieldNote::None => return Vec::new(),
            FieldNote::Required(words) => ("· ", words, Token::Muted),
            FieldNote::Parsed(words) => ("= ", words, Token::Muted),
            FieldNote::Warning(words) => ("? ", words, Token::Warning),
            FieldNote::Error(words) => ("! ", words, Token::Bad),
        };
        let lines = wrap(words, width.saturating_sub(2), most);
        let signed =
            lines.into_iter().enumerate().map(|(n, text)| format!("{}{text}", if n == 0 { sign } else { "  " }));
        signed.map(|text| Span::styled(text, self.theme.style(token))).collect()
    }

    fn options(&self, field: &FormField, indent: usize, rows: usize) -> Vec<(Pick, Line<'a>)> {
        let matching = field.matching();
        let at = matching.iter().position(|option| *option == field.pick()).unwrap_or(0);
        let first = at.saturating_sub(rows / 2).min(matching.len().saturating_sub(rows));
        let many = matches!(field.kind, InputKind::Many(_));
        let shown = matching.iter().skip(first).take(rows).map(|option| {
            let tick = match many {
                true if field.is_ticked(*option) => "[x] ",
                true => "[ ] ",
                false => "",
            };
            let text = cut(&self.option(field, *option), self.width.saturating_sub(indent + 2 + tick.len()));
            let (sign, token) = if *option == field.pick() { ("› ", Token::Selected) } else { ("  ", Token::Text) };
            let padded = format!("{sign}{tick}{text}");
            let mut line = vec![Span::raw(" ".repeat(indent)), Span::styled(padded.clone(), self.theme.style(token))];
            let hint = field.hint(*option);
            let room = self.width.saturating_sub(indent + padded.width() + 3);
            if !hint.is_empty() && room > 12 {
                line.push(Span::styled(format!(" · {}", cut(hint, room)), self.theme.style(Token::Muted)));
            }
            (*option, Line::from(line))
        });
        shown.collect()
    }
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}
