//! The preview of a commit: the changed lines of each record with their numbers, and the subject.

use std::collections::BTreeMap;

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::draw::{FormPainter, wrap};
use crate::edit::{self, DiffLine, Edit, EditError, LineKind, RecordEdit};
use crate::model::{MessageArg, RecordRef};
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::widget::text::cut;

/// The maximum number of records in the preview, more than anybody reads before a commit.
pub(super) const MOST: usize = 60;

/// The changes of an edit, as far as they are known.
#[derive(Clone, Debug)]
pub(super) enum FormPreview {
    /// Some field is not valid yet.
    Waiting,
    Reading,
    /// The text of a record could not be read, with the reason.
    NoText(String),
    /// The edit is not possible, or not with this text.
    Impossible(EditError),
    Unchanged,
    Lines(Vec<(RecordRef, Vec<DiffLine>)>),
}

impl FormPreview {
    /// Returns the changes of an edit to the texts that have been read.
    pub fn of(edit: Option<&Result<Edit, EditError>>, texts: &BTreeMap<RecordRef, Result<String, String>>) -> Self {
        let edit = match edit {
            None => return Self::Waiting,
            Some(Err(error)) => return Self::Impossible(error.clone()),
            Some(Ok(edit)) => edit,
        };
        let mut lines = Vec::new();
        for change in edit.changes.iter().take(MOST) {
            let before = match texts.get(&change.record) {
                _ if change.creates() => "",
                None => return Self::Reading,
                Some(Err(why)) => return Self::NoText(why.clone()),
                Some(Ok(text)) => text,
            };
            match edit::apply(before, change, edit.force) {
                Ok(after) => lines.push((change.record.clone(), edit::diff_lines(before, &after))),
                Err(error) => return Self::Impossible(error),
            }
        }
        if lines.iter().all(|(_, changed)| changed.is_empty()) { Self::Unchanged } else { Self::Lines(lines) }
    }

    /// Returns the number of lines.
    pub fn len(&self) -> usize {
        match self {
            Self::Lines(records) => records.iter().map(|(_, lines)| lines.len() + 1).sum(),
            _ => 0,
        }
    }
}

impl<'a> FormPainter<'a> {
    /// Returns the changed lines with their numbers and the subject of the commit, as far as there is room.
    pub(super) fn preview(&self, rows: usize) -> Vec<Line<'a>> {
        if rows == 0 || (self.is_plain && matches!(self.form.preview, FormPreview::Lines(_))) {
            return Vec::new();
        }
        let edit = self.form.edit.as_ref().and_then(|edit| edit.as_ref().ok());
        let changes = edit.map_or(&[][..], |edit| &edit.changes);
        let one = if let [one] = changes { Some(one) } else { None };
        // In few rows, the lines matter more than the name of the file.
        let mut lines: Vec<Line<'a>> = one
            .filter(|_| rows > 3 || self.form.facts.is_empty())
            .map(|change| self.file(change))
            .into_iter()
            .collect();
        let says = rows > lines.len() + 1 && !matches!(self.form.preview, FormPreview::Unchanged);
        let subject = edit.filter(|_| says).map(|edit| sanitize(&edit.message.subject).into_owned());
        let left = rows.saturating_sub(lines.len() + usize::from(subject.is_some()));
        let (words, token) = self.instead();
        if !words.is_empty() {
            let style = self.theme.style(token);
            lines.extend(wrap(&words, self.width, left).into_iter().map(|text| Line::styled(text, style)));
        }
        lines.extend(self.changed(changes, one.is_none(), left));
        if let Some(subject) = subject {
            let label = self.locale.text("form-commit");
            let indent = label.width() + 2;
            let muted = self.theme.style(Token::Muted);
            let more = rows.saturating_sub(lines.len()).min(2);
            for (n, words) in wrap(&subject, self.width.saturating_sub(indent), more).into_iter().enumerate() {
                let first = if n == 0 { format!("{label}  ") } else { " ".repeat(indent) };
                lines.push(Line::from(vec![Span::styled(first, muted), Span::raw(words)]));
            }
        }
        lines.truncate(rows);
        lines
    }

    /// Returns the message if there are no lines.
    fn instead(&self) -> (String, Token) {
        let text = |key: &str| self.locale.text(key);
        match &self.form.preview {
            FormPreview::Waiting => (text("form-preview-waiting"), Token::Muted),
            FormPreview::Reading => (text("form-preview-reading"), Token::Muted),
            FormPreview::Unchanged => (text("form-preview-unchanged"), Token::Muted),
            FormPreview::NoText(why) => (why.clone(), Token::Bad),
            FormPreview::Impossible(error) => (super::messages::edit_error(error, self.locale), Token::Bad),
            FormPreview::Lines(_) => (String::new(), Token::Text),
        }
    }

    /// The folder is not known here, since large portfolios sort their files into folders: only the name of the file
    /// is.
    fn file(&self, change: &RecordEdit) -> Line<'a> {
        let kind = self.locale.text(&format!("record-kind-{}", change.record.kind.name()));
        let made = if change.creates() { format!(", {}", self.locale.text("form-new-file")) } else { String::new() };
        let name = format!("{}.toml ({kind}{made})", change.record.id);
        Line::styled(cut(&name, self.width), self.theme.style(Token::Header))
    }

    fn changed(&self, changes: &[RecordEdit], with_files: bool, rows: usize) -> Vec<Line<'a>> {
        let FormPreview::Lines(records) = &self.form.preview else { return Vec::new() };
        let mut lines = Vec::new();
        for (change, (_, changed)) in changes.iter().zip(records) {
            lines.extend(with_files.then(|| (LineKind::Added, self.file(change))));
            let digits = changed.iter().map(|line| line.number.to_string().len()).max().unwrap_or(1);
            lines.extend(changed.iter().map(|line| (line.kind, self.line(line, digits))));
        }
        // The changed lines matter more than their context.
        if lines.len() > rows {
            lines.retain(|(sign, _)| *sign != LineKind::Context);
        }
        let count = lines.len();
        let lines = lines.into_iter().map(|(_, line)| line);
        if count <= rows {
            return lines.collect();
        }
        let seen = rows.saturating_sub(1);
        let first = self.form.scroll.min(count.saturating_sub(seen));
        let more = count.saturating_sub(first + seen);
        let mut lines: Vec<Line<'a>> = lines.skip(first).take(seen).collect();
        let words = [("count", MessageArg::count(more))];
        let words = format!("… {}", self.locale.message("form-preview-more", &words));
        lines.push(Line::styled(cut(&words, self.width), self.theme.style(Token::Muted)));
        lines.truncate(rows);
        lines
    }

    fn line(&self, line: &DiffLine, digits: usize) -> Line<'a> {
        let (sign, token) = match line.kind {
            LineKind::Added => ("+", Token::Added),
            LineKind::Removed => ("-", Token::Removed),
            LineKind::Context => (" ", Token::Muted),
        };
        let text = format!("{:>digits$} {sign} {}", line.number, sanitize(&line.text.replace('\t', "    ")));
        Line::styled(cut(&text, self.width), self.theme.style(token))
    }
}
