//! From keys to commands, and what moves, goes back and is typed.

use crossterm::event::KeyEvent;
use tui_input::Input as TextInput;

use super::{Busy, Notice, State};
use crate::model::{Date, Location, MessageArg};
use crate::report::filter::Query;
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::keymap::{KeyContext, KeyMatch};
use crate::ui::overlay::Overlay;
use crate::ui::screen::Screen;
use crate::ui::target::Target;
use crate::ui::typing;

impl State {
    pub(super) fn key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        let notice = self.notice.take();
        let failed = matches!(notice, Some(Notice::Failed(..)));
        self.to_confirm = match notice {
            Some(Notice::Confirm(_, commit)) => Some(commit),
            _ => None,
        };
        // Who has begun to move is not taken elsewhere.
        self.awaited[self.screen.index()] = None;
        let context = self.context();
        if context.has_fields() {
            return self.fields_key(context, key);
        }
        let asked = self.keymap.press(context, &mut self.pending, key);
        match asked {
            // The key that only says "I have read it" does nothing else.
            KeyMatch::Command(command) if failed && goes_on(command) => Vec::new(),
            KeyMatch::Command(Command::Complete) if typing::request(key).is_some() => {
                // A key that moves the cursor completes where there is nowhere to move to.
                if !(self.opened.is_none() && self.is_at_end() && self.complete()) {
                    self.type_key(context, key);
                }
                Vec::new()
            }
            KeyMatch::Command(command) => self.command(context, command),
            KeyMatch::Pending => Vec::new(),
            KeyMatch::None => {
                self.type_key(context, key);
                Vec::new()
            }
        }
    }

    fn type_key(&mut self, context: KeyContext, key: &KeyEvent) {
        if context.is_typing()
            && let Some(request) = typing::request(key)
        {
            self.type_into(context, |typed| {
                typed.handle(request);
            });
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        let context = self.context();
        if context.has_fields() {
            return self.fields_paste(text);
        }
        if context.is_typing() {
            let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            self.type_into(context, |typed| {
                for c in line.chars() {
                    typed.handle(tui_input::InputRequest::InsertChar(c));
                }
            });
        }
        Vec::new()
    }

    /// Changes the line being typed, and what follows from it.
    fn type_into(&mut self, context: KeyContext, change: impl FnOnce(&mut TextInput)) {
        match (&mut self.overlay, context) {
            (Some(Overlay::AsOf(prompt)), _) => change(&mut prompt.typed),
            (Some(Overlay::Picker(picker)), _) => {
                change(&mut picker.typed);
                self.look();
            }
            (_, KeyContext::Filter) => {
                let mut typed = self.typed().clone();
                change(&mut typed);
                self.filter(typed);
            }
            _ => {}
        }
    }

    /// Takes a text as the filter of the list, or as what is looked for on the page.
    fn filter(&mut self, typed: TextInput) {
        if let Some((page, looked_for)) = self.looked_at() {
            page.next_match(&Query::new(typed.value()), true, true);
            *looked_for = typed;
            return;
        }
        self.filter_list(self.screen, typed);
        self.renew_completions();
    }

    pub(super) fn step(&mut self, by: isize) {
        match (&mut self.overlay, &mut self.opened) {
            (Some(Overlay::Text(reading)), _) => reading.page.step(by),
            (Some(Overlay::Themes(_)), _) => self.look_at_theme(|picker| picker.at.saturating_add_signed(by)),
            (Some(Overlay::Picker(picker)), _) => picker.step(by),
            (Some(Overlay::Arranging(_)), _) => self.move_cursor(by),
            (_, Some(opened)) => opened.page.step(by),
            _ => self.list_mut().step(by),
        }
    }

    pub(super) fn jump(&mut self, to_end: bool) {
        match (&mut self.overlay, &mut self.opened) {
            (Some(Overlay::Text(reading)), _) => reading.page.jump(to_end),
            (Some(Overlay::Themes(_)), _) => self.look_at_theme(|_| if to_end { usize::MAX } else { 0 }),
            (Some(Overlay::Arranging(_)), _) => self.move_cursor(if to_end { isize::MAX } else { isize::MIN }),
            (_, Some(opened)) => opened.page.jump(to_end),
            _ => self.list_mut().jump(to_end),
        }
    }

    /// Whether there is something to go back from.
    pub(in crate::ui) fn has_way_back(&self) -> bool {
        self.overlay.is_some() || self.opened.is_some() || self.list().has_marks() || !self.typed().value().is_empty()
    }

    /// One thing at a time: the box, the marks, what is looked for, the page.
    pub(super) fn back(&mut self) {
        if matches!(self.overlay, Some(Overlay::Themes(_))) {
            return self.leave_themes();
        }
        let is_looking =
            matches!(&self.overlay, Some(Overlay::Text(reading)) if !reading.looked_for.value().is_empty());
        if is_looking {
            return self.filter(TextInput::default());
        }
        let questions = matches!(&self.overlay, Some(Overlay::Text(reading)) if reading.topic.is_question());
        if self.close_box() {
            if questions {
                let sync = self.render_context().key(Command::Sync);
                self.told(self.locale.message("asked-left", &[("sync", MessageArg::Text(sync))]));
            }
            return;
        }
        if self.opened.is_none() && self.list_mut().clear_marks() {
            return;
        }
        if !self.typed().value().is_empty() {
            self.filter(TextInput::default());
        } else if self.opened.is_some() {
            self.close_page();
        }
    }

    pub(super) fn next_match(&mut self, forward: bool) {
        if let Some((page, looked_for)) = self.looked_at() {
            let query = Query::new(looked_for.value());
            if !query.is_empty() {
                page.next_match(&query, forward, false);
            }
            return;
        }
        self.next_in_list(forward);
    }

    pub(super) fn go_to(&mut self, screen: Screen) {
        self.close_pages();
        self.screen = screen;
    }

    pub(super) fn walk(&mut self, by: isize) {
        let count = Screen::ALL.len().cast_signed();
        let next = (self.screen.index().cast_signed() + by).rem_euclid(count).cast_unsigned();
        if let Some(screen) = Screen::ALL.get(next) {
            self.go_to(*screen);
        }
    }

    pub(super) fn walk_sections(&mut self, by: isize) {
        if let Some(opened) = &mut self.opened {
            let count = opened.sections().len().cast_signed();
            let next = (opened.page.section().cast_signed() + by).rem_euclid(count).cast_unsigned();
            opened.page.go_to_section(next);
        }
    }

    /// Where the selected fact is written; of a startup whose records are broken, where they are.
    pub(super) fn place(&self) -> Option<Location> {
        let target = self.target()?;
        let broken = match &target {
            Target::Startup(id) => self.render_context().broken_startup(id),
            _ => None,
        };
        Some(broken.map_or_else(|| target.place(), |diagnostic| diagnostic.finding.place.clone()))
    }

    /// Takes the mouse, or leaves it to the terminal, whose own selection then works.
    pub(super) fn switch_mouse(&mut self) -> Vec<Effect> {
        self.mouse = !self.mouse;
        self.chosen.mouse = Some(self.mouse);
        let key = if self.mouse { "mouse-ours" } else { "mouse-theirs" };
        self.notice = Some(Notice::Done(self.locale.text(key)));
        vec![Effect::SetMouse(self.mouse)]
    }

    pub(super) fn accept(&mut self) -> Vec<Effect> {
        if self.context() == KeyContext::Questions {
            return self.sync_command(Command::Accept);
        }
        if let Some(effects) = self.commit_by_hand() {
            return effects;
        }
        if matches!(self.overlay, Some(Overlay::Themes(_))) {
            self.keep_theme();
            return Vec::new();
        }
        if let Some(Overlay::AsOf(prompt)) = &self.overlay {
            return match prompt.day(&self.locale) {
                Ok(day) => {
                    self.overlay = None;
                    self.answer(day)
                }
                Err(_) => Vec::new(),
            };
        }
        if matches!(self.overlay, Some(Overlay::Picker(_))) {
            return self.pick();
        }
        self.filtering = false;
        self.renew_completions();
        Vec::new()
    }

    fn answer(&mut self, day: Date) -> Vec<Effect> {
        if day == self.as_of && day == self.data.as_of {
            return Vec::new();
        }
        self.as_of = day;
        self.busy = Some(Busy::Reading);
        vec![Effect::SetAsOf(day)]
    }

    pub(super) fn cancel(&mut self) {
        if self.filtering {
            self.filtering = false;
            self.filter(TextInput::default());
            self.renew_completions();
        } else {
            self.overlay = None;
        }
    }
}

/// Whether a command is asked for by who has read what went wrong and goes on.
const fn goes_on(command: Command) -> bool {
    matches!(
        command,
        Command::Back
            | Command::BackOrQuit
            | Command::Cancel
            | Command::Accept
            | Command::Open
            | Command::Follow
            | Command::Mark
            | Command::SortBy
            | Command::ShowColumn
    )
}
