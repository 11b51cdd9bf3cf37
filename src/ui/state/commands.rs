//! What each command does.

use std::sync::Arc;

use super::{Busy, State};
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::overlay::as_of::AsOfPrompt;
use crate::ui::overlay::picker::PickerKind;
use crate::ui::overlay::{Overlay, Topic};
use crate::ui::screen::Screen;

impl State {
    /// Does what a command asks for, and says what is to be done outside.
    pub(super) fn command(&mut self, context: KeyContext, command: Command) -> Vec<Effect> {
        if context.has_fields() {
            return self.fields_command(command);
        }
        if let Some(verb) = command.verb() {
            return self.form(verb);
        }
        if self.moves(command) || self.shows(context, command) {
            return Vec::new();
        }
        match command {
            Command::BackOrQuit if self.has_way_back() => {
                self.back();
                Vec::new()
            }
            Command::BackOrQuit | Command::Quit => vec![Effect::Quit],
            Command::Undo => {
                self.busy = Some(Busy::Undoing);
                vec![Effect::Undo(None)]
            }
            Command::UndoThis => self.undo_this(),
            Command::Redo => {
                self.busy = Some(Busy::Redoing);
                vec![Effect::Redo]
            }
            Command::CommitBoth | Command::CommitMine | Command::KeepMine | Command::DropMine => self.decide(command),
            Command::Sync => self.sync(Vec::new()),
            Command::StopSync
            | Command::TakeOurs
            | Command::TakeTheirs
            | Command::QuestionBefore
            | Command::QuestionAfter => self.sync_command(command),
            Command::Draft => self.go_on_with_draft(),
            Command::Edit => self.place().map(Effect::OpenEditor).into_iter().collect(),
            Command::Reload => {
                self.busy = Some(Busy::Reading);
                vec![Effect::Reload]
            }
            Command::OtherLanguage => self.speak(self.locale.language.other()),
            Command::Group => self.group_by_next(),
            Command::CopyRow => self.copy_row(),
            Command::CopyFigure => self.copy_figure(),
            Command::CopyAddress => self.copy_address(),
            Command::Mouse => self.switch_mouse(),
            Command::SortBy => self.sort_by_cursor(),
            Command::Reverse => self.reverse_sort(),
            Command::ShowColumn => self.show_or_hide(),
            Command::ColumnUp => self.shift_column(-1),
            Command::ColumnDown => self.shift_column(1),
            Command::AsItComes => self.as_it_comes(),
            Command::Suspend => vec![Effect::Suspend],
            Command::Accept => self.accept(),
            // The forms, and what moves and shows, above.
            _ => Vec::new(),
        }
    }

    /// Whether a command moves in what is shown or from one screen to another, which is then done.
    fn moves(&mut self, command: Command) -> bool {
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
            Command::NextMatch => self.next_match(true),
            Command::PreviousMatch => self.next_match(false),
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
            _ => return false,
        }
        true
    }

    /// Whether a command only shows something or marks it, which is then done.
    fn shows(&mut self, context: KeyContext, command: Command) -> bool {
        match command {
            Command::Open | Command::Follow => self.open_selected(),
            Command::Back => self.back(),
            Command::Filter => {
                self.filtering = true;
                self.renew_completions();
            }
            Command::Complete => {
                self.complete();
            }
            Command::AsOf => self.overlay = Some(Overlay::AsOf(AsOfPrompt::new(self.today))),
            Command::Explain => {
                if let Some(target) = self.target() {
                    self.read(Topic::Explain(target));
                }
            }
            Command::Configuration => self.read(Topic::Configuration(Arc::clone(&self.configuration))),
            Command::Mark => self.list_mut().mark(),
            Command::MarkRange => self.list_mut().mark_range(),
            Command::MarkAll => self.list_mut().mark_all(),
            Command::Themes => self.open_themes(),
            Command::Palette => self.open_picker(PickerKind::Palette, context),
            Command::Finder => self.open_picker(PickerKind::Finder, context),
            Command::Arrange => self.open_arranging(),
            Command::Help => {
                // What is typed of the filter stays, and is gone on with when the help has been read.
                self.filtering = false;
                self.renew_completions();
                self.read(Topic::Help(context));
            }
            Command::Cancel => self.cancel(),
            _ => return false,
        }
        true
    }
}
