//! Keys and pastes in a form: a command of the keymap, else text for the field.

use crossterm::event::{KeyEvent, KeyEventKind};

use super::preview::FormPreview;
use super::values::FieldNote;
use super::{Form, FormContext, FormOutcome, OPTIONS, WHY};
use crate::ui::command::Command;
use crate::ui::field::{FormField, InputKind};

impl Form {
    /// Handles a key with the command that the keymap gives it. If the command does not apply, the key is typed.
    pub fn key(&mut self, asked: Option<Command>, key: KeyEvent, context: &FormContext<'_>) -> FormOutcome {
        if key.kind == KeyEventKind::Release {
            return FormOutcome::Stay;
        }
        if let Some(command) = asked.filter(|command| self.takes(*command)) {
            return self.command(command, context);
        }
        if let Some(field) = self.fields.get_mut(self.focus).filter(|_| !self.saving) {
            field.press(key);
        }
        self.checked(context)
    }

    /// Pastes a text into the focused field.
    pub fn paste(&mut self, text: &str, context: &FormContext<'_>) -> FormOutcome {
        if let Some(field) = self.fields.get_mut(self.focus).filter(|_| !self.saving) {
            field.paste(text);
        }
        self.checked(context)
    }

    pub fn command(&mut self, command: Command, context: &FormContext<'_>) -> FormOutcome {
        match command {
            Command::Cancel | Command::Quit => return FormOutcome::Keep,
            // While the edit is committed, nothing can change it or commit it again.
            _ if self.saving => {}
            Command::Commit => return self.commit(context),
            Command::Accept if self.is_at_last_field() => return self.commit(context),
            Command::StartOver => return self.start_over(context),
            Command::Accept | Command::NextField => self.go(1),
            Command::PreviousField => self.go(-1),
            Command::PageDown => self.turn(1),
            Command::PageUp => self.turn(-1),
            Command::NextOption => self.in_field(|field| field.step(1)),
            Command::PreviousOption => self.in_field(|field| field.step(-1)),
            Command::Tick => self.in_field(FormField::tick),
            Command::BreakLine => self.in_field(FormField::break_line),
            Command::AddRow => self.add_row(),
            Command::RemoveRow => self.remove_row(),
            _ => {}
        }
        self.checked(context)
    }

    /// Returns whether a command applies to the focused field.
    pub(in crate::ui) fn takes(&self, command: Command) -> bool {
        let kind = self.fields.get(self.focus).map(|field| &field.kind);
        match command {
            Command::NextOption | Command::PreviousOption => {
                matches!(kind, Some(InputKind::Choice(_) | InputKind::Many(_)))
            }
            Command::Tick => matches!(kind, Some(InputKind::Many(_))),
            Command::BreakLine => matches!(kind, Some(InputKind::Lines)),
            Command::AddRow | Command::RemoveRow => self.takes_row(command),
            _ => true,
        }
    }

    /// Returns whether the edit is being committed.
    pub(in crate::ui) const fn is_saving(&self) -> bool {
        self.saving
    }

    /// Returns whether accepting the focused field commits: at most the optional reason follows.
    pub(super) fn is_at_last_field(&self) -> bool {
        let fields = self.fields.len() - usize::from(self.has_reason());
        (self.focus + 1..fields).all(|at| self.is_hidden(at))
    }

    fn has_reason(&self) -> bool {
        self.fields.last().is_some_and(|field| field.name == WHY)
    }

    fn in_field(&mut self, change: impl FnOnce(&mut FormField)) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            change(field);
        }
    }

    /// Turns a page of the options, or of the preview if all options are visible.
    fn turn(&mut self, pages: isize) {
        let options = self.fields.get(self.focus).and_then(FormField::options);
        if options.is_some_and(|options| options.all().len() > OPTIONS) {
            return self.in_field(|field| field.leap(pages));
        }
        self.scroll = self.scroll.saturating_add_signed(pages * OPTIONS.cast_signed()).min(self.preview.len());
    }

    pub(super) fn go(&mut self, by: isize) {
        let count = self.fields.len().max(1).cast_signed();
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.leave();
        }
        self.focus = (self.focus.cast_signed() + by).rem_euclid(count).cast_unsigned();
        // The other fields of a blank row are not asked for.
        while by != 0 && self.is_hidden(self.focus) {
            self.focus = (self.focus.cast_signed() + by.signum()).rem_euclid(count).cast_unsigned();
        }
    }

    fn start_over(&mut self, context: &FormContext<'_>) -> FormOutcome {
        let Ok((mut form, _)) = Self::new(self.form_kind.clone(), context) else { return FormOutcome::Stay };
        form.texts = std::mem::take(&mut self.texts);
        form.seen = std::mem::take(&mut self.seen);
        form.asked = std::mem::take(&mut self.asked);
        form.shape = None;
        *self = form;
        self.checked(context)
    }

    fn commit(&mut self, context: &FormContext<'_>) -> FormOutcome {
        self.pressed = true;
        let ask = self.checked(context);
        if let Some(wrong) = self.notes.iter().position(FieldNote::blocks_commit) {
            self.focus = wrong;
            return ask;
        }
        match &self.edit {
            Some(Ok(edit)) if !matches!(self.preview, FormPreview::Unchanged) => {
                self.saving = true;
                self.failure = None;
                FormOutcome::Submit(Box::new(edit.clone()))
            }
            _ => ask,
        }
    }
}
