//! From keys to commands, and what each command does.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input as Typed;

use super::{Busy, Notice, State};
use crate::model::{Date, Place};
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::keymap::{Context, Match};
use crate::ui::overlay::as_of::AsOf;
use crate::ui::overlay::picker::Offer;
use crate::ui::overlay::{Overlay, Topic};
use crate::ui::screen::Screen;
use crate::ui::search::Query;
use crate::ui::target::Target;
use crate::ui::typing;

impl State {
    pub(super) fn key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        let failed = matches!(self.notice, Some(Notice::Failed(..)));
        self.notice = None;
        // Who has begun to move is not taken elsewhere.
        self.awaited[self.screen.index()] = None;
        let Some(context) = self.context() else { return self.form_key(key) };
        // The key that only says "I have read it" does nothing else.
        if failed && matches!(key.code, KeyCode::Esc | KeyCode::Enter | KeyCode::Char('q' | ' ')) {
            return Vec::new();
        }
        match self.keymap.press(context, &mut self.pending, key) {
            Match::Command(command) => self.command(context, command),
            Match::Pending => Vec::new(),
            Match::None => {
                if context == Context::Filter
                    && key.code == KeyCode::Right
                    && key.modifiers.is_empty()
                    && self.opened.is_none()
                    && self.is_at_end()
                    && self.complete()
                {
                    return Vec::new();
                }
                if context.is_typing()
                    && let Some(request) = typing::request(key)
                {
                    self.type_into(context, |typed| {
                        typed.handle(request);
                    });
                }
                Vec::new()
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        let Some(context) = self.context() else { return self.form_paste(text) };
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
    fn type_into(&mut self, context: Context, change: impl FnOnce(&mut Typed)) {
        match (&mut self.overlay, context) {
            (Some(Overlay::AsOf(prompt)), _) => change(&mut prompt.typed),
            (Some(Overlay::Picker(picker)), _) => {
                change(&mut picker.typed);
                self.look();
            }
            (_, Context::Filter) => {
                let mut typed = self.typed().clone();
                change(&mut typed);
                self.filter(typed);
            }
            _ => {}
        }
    }

    /// Takes a text as the filter of the list, or as what is looked for on the page.
    fn filter(&mut self, typed: Typed) {
        if let Some((page, looked_for)) = self.looked_at() {
            page.next_match(&Query::new(typed.value()), true, true);
            *looked_for = typed;
            return;
        }
        self.filter_list(self.screen, typed);
        self.renew_offer();
    }

    pub(super) fn command(&mut self, context: Context, command: Command) -> Vec<Effect> {
        if let Some(verb) = command.verb() {
            return self.form(verb);
        }
        let height = self.height().cast_signed();
        match command {
            Command::Down => self.step(1),
            Command::Up => self.step(-1),
            Command::HalfDown => self.step((height / 2).max(1)),
            Command::HalfUp => self.step(-(height / 2).max(1)),
            Command::PageDown => self.step((height - 1).max(1)),
            Command::PageUp => self.step(-(height - 1).max(1)),
            Command::First => self.jump(false),
            Command::Last => self.jump(true),
            Command::Open => self.open_selected(),
            Command::Back => self.back(),
            Command::BackOrQuit if self.has_way_back() => self.back(),
            Command::BackOrQuit | Command::Quit => return vec![Effect::Quit],
            Command::Filter => {
                self.filtering = true;
                self.renew_offer();
            }
            Command::Complete => {
                self.complete();
            }
            Command::NextMatch => self.next_match(true),
            Command::PreviousMatch => self.next_match(false),
            Command::Undo => {
                self.busy = Some(Busy::Undoing);
                return vec![Effect::Undo(None)];
            }
            Command::UndoThis => return self.undo_this(),
            Command::Redo => {
                self.busy = Some(Busy::Redoing);
                return vec![Effect::Redo];
            }
            Command::AsOf => self.overlay = Some(Overlay::AsOf(AsOf::new(self.today))),
            Command::Explain => {
                if let Some(target) = self.target() {
                    self.read(Topic::Explain(target));
                }
            }
            Command::Edit => return self.place().map(Effect::OpenEditor).into_iter().collect(),
            Command::Reload => {
                self.busy = Some(Busy::Reading);
                return vec![Effect::Reload];
            }
            Command::Portfolio => self.go_to(Screen::Portfolio),
            Command::Obligations => self.go_to(Screen::Obligations),
            Command::Funding => self.go_to(Screen::Funding),
            Command::Committees => self.go_to(Screen::Committees),
            Command::Findings => self.go_to(Screen::Findings),
            Command::History => self.go_to(Screen::History),
            Command::NextScreen => self.walk(1),
            Command::PreviousScreen => self.walk(-1),
            Command::NextSection => self.walk_sections(1),
            Command::PreviousSection => self.walk_sections(-1),
            Command::OtherLanguage => return self.speak(self.locale.language.other()),
            Command::Configuration => self.read(Topic::Configuration(Arc::clone(&self.configuration))),
            Command::Mark => self.list_mut().mark(),
            Command::MarkRange => self.list_mut().mark_range(),
            Command::MarkAll => self.list_mut().mark_all(),
            Command::Group => return self.group_by_next(),
            Command::CopyRow => return self.copy_row(),
            Command::CopyFigure => return self.copy_figure(),
            Command::CopyAddress => return self.copy_address(),
            Command::Themes => self.open_themes(),
            Command::Mouse => return self.switch_mouse(),
            Command::Palette => self.open_picker(Offer::Palette, context),
            Command::Finder => self.open_picker(Offer::Finder, context),
            Command::Arrange => self.open_arranging(),
            Command::SortBy => return self.sort_by_cursor(),
            Command::Reverse => return self.reverse_sort(),
            Command::ShowColumn => return self.show_or_hide(),
            Command::ColumnUp => return self.shift_column(-1),
            Command::ColumnDown => return self.shift_column(1),
            Command::AsItComes => return self.as_it_comes(),
            Command::Help => {
                // What is typed of the filter stays, and is gone on with when the help has been read.
                self.filtering = false;
                self.renew_offer();
                self.read(Topic::Help(context));
            }
            Command::Suspend => return vec![Effect::Suspend],
            Command::Accept => return self.accept(),
            Command::Cancel => self.cancel(),
            // The forms, above.
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn step(&mut self, by: isize) {
        match (&mut self.overlay, &mut self.opened) {
            (Some(Overlay::Reading(reading)), _) => reading.page.step(by),
            (Some(Overlay::Themes(_)), _) => self.look_at_theme(|picker| picker.at.saturating_add_signed(by)),
            (Some(Overlay::Picker(picker)), _) => picker.step(by),
            (Some(Overlay::Arranging(_)), _) => self.move_cursor(by),
            (_, Some(opened)) => opened.page.step(by),
            _ => self.list_mut().step(by),
        }
    }

    fn jump(&mut self, to_end: bool) {
        match (&mut self.overlay, &mut self.opened) {
            (Some(Overlay::Reading(reading)), _) => reading.page.jump(to_end),
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
    fn back(&mut self) {
        if matches!(self.overlay, Some(Overlay::Themes(_))) {
            return self.leave_themes();
        }
        let is_looking =
            matches!(&self.overlay, Some(Overlay::Reading(reading)) if !reading.looked_for.value().is_empty());
        if is_looking {
            return self.filter(Typed::default());
        }
        if self.overlay.take().is_some() {
            return;
        }
        if self.opened.is_none() && self.list_mut().clear_marks() {
            return;
        }
        if !self.typed().value().is_empty() {
            self.filter(Typed::default());
        } else if self.opened.is_some() {
            self.opened = None;
        }
    }

    fn next_match(&mut self, forward: bool) {
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
        self.opened = None;
        self.screen = screen;
    }

    fn walk(&mut self, by: isize) {
        let count = Screen::ALL.len().cast_signed();
        let next = (self.screen.index().cast_signed() + by).rem_euclid(count).cast_unsigned();
        if let Some(screen) = Screen::ALL.get(next) {
            self.go_to(*screen);
        }
    }

    fn walk_sections(&mut self, by: isize) {
        if let Some(opened) = &mut self.opened {
            let count = opened.sections().len().cast_signed();
            let next = (opened.page.section().cast_signed() + by).rem_euclid(count).cast_unsigned();
            opened.page.go_to_section(next);
        }
    }

    /// Where the selected fact is written; of a startup whose records are broken, where they are.
    pub(super) fn place(&self) -> Option<Place> {
        let target = self.target()?;
        let broken = match &target {
            Target::Startup(id) => self.view().broken_startup(id),
            _ => None,
        };
        Some(broken.map_or_else(|| target.place(), |diagnostic| diagnostic.finding.place.clone()))
    }

    /// Takes the mouse, or leaves it to the terminal, whose own selection then works.
    fn switch_mouse(&mut self) -> Vec<Effect> {
        self.mouse = !self.mouse;
        self.chosen.mouse = Some(self.mouse);
        let key = if self.mouse { "mouse-ours" } else { "mouse-theirs" };
        self.notice = Some(Notice::Told(self.locale.text(key)));
        vec![Effect::SetMouse(self.mouse)]
    }

    fn accept(&mut self) -> Vec<Effect> {
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
        self.renew_offer();
        Vec::new()
    }

    fn answer(&mut self, day: Date) -> Vec<Effect> {
        if day == self.as_of && day == self.data.as_of {
            return Vec::new();
        }
        self.as_of = day;
        self.busy = Some(Busy::Reading);
        vec![Effect::Answer(day)]
    }

    fn cancel(&mut self) {
        if self.filtering {
            self.filtering = false;
            self.filter(Typed::default());
            self.renew_offer();
        } else {
            self.overlay = None;
        }
    }
}
