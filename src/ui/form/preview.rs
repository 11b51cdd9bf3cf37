//! What a commit would change: the lines with their numbers, and its subject.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::Preview;
use super::draw::{Painter, wrap};
use crate::edit::Sign;
use crate::report::safe;
use crate::ui::Token;
use crate::ui::widget::text::cut;

impl<'a> Painter<'a> {
    /// The lines that will change with their numbers, and the commit's subject; what fits.
    pub(super) fn preview(&self, rows: usize) -> Vec<Line<'a>> {
        if rows == 0 {
            return Vec::new();
        }
        let muted = self.theme.style(Token::Muted);
        let words = match &self.form.preview {
            Preview::Waiting => self.locale.text("form-preview-waiting"),
            Preview::Reading => self.locale.text("form-preview-reading"),
            Preview::NoText(why) => why.clone(),
            Preview::Impossible(error) => super::words::edit_error(error, self.locale),
            Preview::Lines(_) => String::new(),
        };
        let mut lines = Vec::new();
        let record = self.form.edit.as_ref().and_then(|edit| edit.as_ref().ok()?.records().next());
        if let Some(record) = record {
            // Where large portfolios sort their files into folders is not known here: the file's own name is.
            let kind = self.locale.text(&format!("record-kind-{}", record.kind.name()));
            let name = format!("{}.toml ({kind})", record.id);
            lines.push(Line::styled(cut(&name, self.width), self.theme.style(Token::Header)));
        }
        let subject = match &self.form.edit {
            Some(Ok(edit)) if rows > lines.len() + 1 => Some(safe(&edit.message.subject).into_owned()),
            _ => None,
        };
        let left = rows.saturating_sub(lines.len() + usize::from(subject.is_some()));
        if !words.is_empty() {
            let token = if matches!(self.form.preview, Preview::Waiting | Preview::Reading) {
                muted
            } else {
                self.theme.style(Token::Bad)
            };
            lines.extend(wrap(&words, self.width, left).into_iter().map(|text| Line::styled(text, token)));
        }
        lines.extend(self.changed(left));
        if let Some(subject) = subject {
            let label = self.locale.text("form-commit");
            let subject = cut(&subject, self.width.saturating_sub(label.width() + 2));
            lines.push(Line::from(vec![Span::styled(format!("{label}  "), muted), Span::raw(subject)]));
        }
        lines.truncate(rows);
        lines
    }

    fn changed(&self, rows: usize) -> Vec<Line<'a>> {
        let Preview::Lines(changed) = &self.form.preview else { return Vec::new() };
        let digits = changed.iter().map(|line| line.number.to_string().len()).max().unwrap_or(1);
        let lines = changed.iter().map(|line| {
            let (sign, token) = match line.sign {
                Sign::Added => ("+", Token::Added),
                Sign::Removed => ("-", Token::Removed),
                Sign::Context => (" ", Token::Muted),
            };
            let text = format!("{:>digits$} {sign} {}", line.number, safe(&line.text.replace('\t', "    ")));
            Line::styled(cut(&text, self.width), self.theme.style(token))
        });
        if changed.len() <= rows {
            return lines.collect();
        }
        // What comes and goes matters more than what stands around it.
        let matters = changed.iter().zip(lines).filter(|(line, _)| line.sign != Sign::Context).map(|(_, line)| line);
        let mut lines: Vec<Line<'a>> = matters.collect();
        if lines.len() > rows {
            lines.truncate(rows.saturating_sub(1));
            lines.push(Line::styled("…", self.theme.style(Token::Muted)));
        }
        lines.truncate(rows);
        lines
    }
}
