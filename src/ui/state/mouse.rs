//! What clicks and the wheel do: what keys do, at the place that is pointed at.

use crossterm::event::{MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::{Notice, State};
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::draw::hit::{HitTarget, arranged_line, box_area, hit_test};
use crate::ui::form::FormHit;
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::picker::PickerKind;

/// Lines that the wheel moves at a time.
const WHEEL: isize = 3;

impl State {
    /// A click at a cell; `twice` where it is the second at once.
    pub(super) fn click(&mut self, at: Position, twice: bool) -> Vec<Effect> {
        let failed = matches!(self.notice.take(), Some(Notice::Failed(..)));
        self.pending.clear();
        self.awaited[self.screen.index()] = None;
        // As with a key: the first says that it was read.
        if failed || !self.area().contains(at) {
            return Vec::new();
        }
        if self.overlay.is_some() {
            return self.click_in_box(at, twice);
        }
        match hit_test(self, self.area(), at) {
            Some(HitTarget::Tab(screen)) => self.go_to(screen),
            Some(HitTarget::Head(column)) => {
                let arrangement = self.arrangement().sorted_by_next(column);
                return self.arrange(arrangement);
            }
            Some(HitTarget::Row(line)) => {
                self.filtering = false;
                let height = self.height();
                if self.list_mut().select_line(line, height) && twice {
                    self.open_selected();
                }
            }
            Some(HitTarget::Section(section)) => {
                if let Some(opened) = &mut self.opened {
                    opened.page.go_to_section(section);
                }
            }
            Some(HitTarget::Line(line)) => {
                let height = self.height();
                if let Some(opened) = &mut self.opened {
                    opened.page.select_line(line, height);
                }
            }
            Some(HitTarget::Preview) | None => {}
        }
        Vec::new()
    }

    fn click_in_box(&mut self, at: Position, twice: bool) -> Vec<Effect> {
        let area = self.area();
        if box_area(self, area).is_some_and(|outer| !outer.contains(at)) {
            return self.leave_box();
        }
        let height = self.height();
        match &mut self.overlay {
            Some(Overlay::Text(reading)) => {
                if let Some(line) = at.y.checked_sub(reading.outer(area).y + 1) {
                    reading.page.select_line(usize::from(line), height);
                }
            }
            Some(Overlay::Themes(picker)) => {
                let (_, names, _, first) = picker.areas(area);
                if names.contains(at) {
                    self.look_at_theme(|_| first + usize::from(at.y - names.y));
                    if twice {
                        self.keep_theme();
                    }
                }
            }
            Some(Overlay::Picker(picker)) => {
                let rows = layout::picker(area, picker.kind == PickerKind::Finder).rows;
                if rows.contains(at) {
                    let item = picker.window(usize::from(rows.height)).start + usize::from(at.y - rows.y);
                    picker.step(item.cast_signed() - picker.position().cast_signed());
                    return if twice { self.pick() } else { Vec::new() };
                }
            }
            Some(Overlay::Arranging(cursor)) => {
                let cursor = *cursor;
                if let Some(line) = arranged_line(self, cursor, area, at) {
                    self.move_cursor(line.cast_signed() - cursor.cast_signed());
                }
            }
            Some(Overlay::Welcome(_)) => {}
            Some(Overlay::Form(_)) => return self.click_in_form(at),
            Some(Overlay::AsOf(_)) | None => {}
        }
        Vec::new()
    }

    /// Beside a box, as the key that leaves it.
    fn leave_box(&mut self) -> Vec<Effect> {
        let context = self.context();
        let command = match context {
            KeyContext::Syncing => Command::StopSync,
            _ if context.is_typing() => Command::Cancel,
            _ => Command::Back,
        };
        self.command(context, command)
    }

    fn click_in_form(&mut self, at: Position) -> Vec<Effect> {
        let area = super::super::draw::form_area(self.area());
        let Some(Overlay::Form(form)) = &self.overlay else { return Vec::new() };
        match form.hit(area, self.form_style(), at) {
            Some(hit @ (FormHit::Field(_) | FormHit::Choice(..))) => self.form_click(hit),
            None => Vec::new(),
        }
    }

    /// The wheel moves what is under it.
    pub(super) fn mouse(&mut self, mouse: &MouseEvent) -> Vec<Effect> {
        let by = match mouse.kind {
            MouseEventKind::ScrollDown => WHEEL,
            MouseEventKind::ScrollUp => -WHEEL,
            _ => return Vec::new(),
        };
        self.awaited[self.screen.index()] = None;
        match &self.overlay {
            Some(Overlay::Text(_)) => self.step(by),
            Some(Overlay::AsOf(_)) => {}
            Some(_) => {
                let context = self.context();
                let ways = [(Command::Down, Command::Up), (Command::NextField, Command::PreviousField)];
                let (down, up) = ways[usize::from(context.has_fields())];
                return self.command(context, if by > 0 { down } else { up });
            }
            None if hit_test(self, self.area(), Position::new(mouse.column, mouse.row)) == Some(HitTarget::Preview) => {
                self.scroll_preview(by);
            }
            None => self.step(by),
        }
        Vec::new()
    }
}
