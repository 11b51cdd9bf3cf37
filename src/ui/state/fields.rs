//! Keys and pasted texts in boxes of fields: a form, and the two names of the first run.

use crossterm::event::KeyEvent;

use super::{Busy, State};
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::form::FormContext;
use crate::ui::keymap::{KeyContext, KeyMatch};
use crate::ui::overlay::{Overlay, Topic};

impl State {
    pub(super) fn fields_key(&mut self, place: KeyContext, key: &KeyEvent) -> Vec<Effect> {
        let asked = match self.keymap.press(place, &mut self.pending, key) {
            KeyMatch::Pending => return Vec::new(),
            KeyMatch::Command(Command::Quit) => return self.fields_command(Command::Quit),
            KeyMatch::Command(Command::Help) => {
                self.help_over_form();
                return Vec::new();
            }
            KeyMatch::Command(command) => Some(command),
            KeyMatch::None => None,
        };
        if let Some(Overlay::Welcome(welcome)) = &mut self.overlay {
            let answer = welcome.key(asked, key);
            return Self::welcomed(answer);
        }
        let context = FormContext::of(&self.data, &self.locale, self.today);
        let Some(Overlay::Form(form)) = &mut self.overlay else { return Vec::new() };
        let outcome = form.key(asked, *key, &context);
        self.form_outcome(outcome)
    }

    /// The keys of forms in a box over the form, which waits beneath it as it is. What is being committed is waited
    /// for in its form.
    pub(super) fn help_over_form(&mut self) {
        if self.busy == Some(Busy::Saving) {
            return;
        }
        match self.overlay.take() {
            Some(Overlay::Form(form)) => {
                self.beneath = Some(form);
                self.read(Topic::Help(KeyContext::Form));
            }
            other => self.overlay = other,
        }
    }

    pub(super) fn fields_command(&mut self, command: Command) -> Vec<Effect> {
        let mut effects = match &mut self.overlay {
            Some(Overlay::Welcome(welcome)) => {
                let answer = welcome.command(command);
                return Self::welcomed(answer);
            }
            Some(Overlay::Form(form)) => {
                let context = FormContext::of(&self.data, &self.locale, self.today);
                let outcome = form.command(command, &context);
                self.form_outcome(outcome)
            }
            _ => Vec::new(),
        };
        if command == Command::Quit {
            effects.push(Effect::Quit);
        }
        effects
    }

    pub(super) fn fields_paste(&mut self, text: &str) -> Vec<Effect> {
        if let Some(Overlay::Welcome(welcome)) = &mut self.overlay {
            welcome.paste(text);
            return Vec::new();
        }
        let context = FormContext::of(&self.data, &self.locale, self.today);
        let Some(Overlay::Form(form)) = &mut self.overlay else { return Vec::new() };
        let outcome = form.paste(text, &context);
        self.form_outcome(outcome)
    }
}
