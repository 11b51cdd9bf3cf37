//! The palette and the finder: opened, typed in, and what picking something does.

use tui_input::Input as TextInput;

use super::{Notice, State};
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::draw::is_useful;
use crate::ui::finder_index::Destination;
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::picker::{Picker, PickerItem, PickerKind, actions};
use crate::ui::pages::{OpenPage, PageSubject};
use crate::ui::screen::Screen;
use crate::ui::widget::list::{FilterContext, ListRow};
use crate::ui::widget::page::PageLine;

/// So many of the commands that were picked lately come first.
const RECENT: usize = 5;

impl State {
    /// Opens the palette or the finder over where one is.
    pub(super) fn open_picker(&mut self, kind: PickerKind, beneath: KeyContext) {
        let ctx = self.render_context();
        let recent: &[Command] = if kind == PickerKind::Palette { &self.recent } else { &[] };
        let actions = actions(&ctx, &self.keymap, beneath, recent, |command| is_useful(self, command));
        let picker = Picker::new(&ctx, kind, beneath, actions);
        self.overlay = Some(Overlay::Picker(Box::new(picker)));
        self.look();
    }

    /// Looks for what is typed in the open picker; also when other data came.
    pub(super) fn look(&mut self) {
        if let Some(Overlay::Picker(picker)) = &mut self.overlay {
            picker.look(self.data.index.finder_index());
        }
    }

    /// Goes to what is picked, or does it.
    pub(super) fn pick(&mut self) -> Vec<Effect> {
        let Some(Overlay::Picker(picker)) = self.overlay.take() else { return Vec::new() };
        match picker.selected() {
            None => {
                self.overlay = Some(Overlay::Picker(picker));
                Vec::new()
            }
            Some(PickerItem::Action(n)) => picker.actions.get(n).map_or_else(Vec::new, |action| {
                // The form of a verb says by itself what it lacks.
                if !action.is_useful && action.command.verb().is_none() {
                    let words = format!("{} – {}", action.name, self.locale.text(why_not(action.command)));
                    self.notice = Some(Notice::Info(words));
                    return Vec::new();
                }
                self.recent.retain(|command| *command != action.command);
                self.recent.insert(0, action.command);
                self.recent.truncate(RECENT);
                self.command(picker.beneath, action.command)
            }),
            Some(PickerItem::Screen(screen)) => self.command(picker.beneath, screen.command()),
            Some(PickerItem::Destination(n)) => {
                let found = self.data.index.finder_index().entries.get(n).cloned();
                if let Some(found) = found {
                    self.go_to_found(&found);
                }
                Vec::new()
            }
        }
    }

    fn go_to_found(&mut self, found: &Destination) {
        match found {
            Destination::Startup(n) => {
                let id = self.data.answers.startups.get(*n).map(|standing| standing.startup.clone());
                if let Some(id) = id {
                    self.open(PageSubject::Startup(id), None);
                }
            }
            Destination::Convention(id) => self.open(PageSubject::Convention(id.clone()), None),
            Destination::Party(id) => self.open(PageSubject::Party(id.clone()), None),
            Destination::Obligation(n) => self.go_to_row(Screen::Obligations, ListRow::Occurrence(*n)),
        }
    }

    /// Goes to a row of a list; a filter that hides it goes.
    fn go_to_row(&mut self, screen: Screen, row: ListRow) {
        self.close_pages();
        self.screen = screen;
        let Some(target) = screen.listing().target(&self.data, row) else { return };
        let with = FilterContext { locale: &self.locale, as_of: self.data.as_of };
        let list = &mut self.lists[screen.index()];
        if !list.select(target.identity()) {
            list.filter(TextInput::default(), &with);
            list.select(target.identity());
        }
    }

    /// After every input: scrolling and the preview of the open picker.
    pub(super) fn settle_picker(&mut self) {
        let Some(Overlay::Picker(picker)) = &self.overlay else { return };
        let areas = layout::picker(self.area(), picker.kind == PickerKind::Finder);
        let width = usize::from(areas.preview.width);
        let wanted = picker.selected().filter(|_| width > 0).map(|item| (item, width));
        let preview = (picker.preview_of != wanted).then(|| match wanted {
            Some((item, width)) => self.preview_of(item, width),
            None => Vec::new(),
        });
        if let Some(Overlay::Picker(picker)) = &mut self.overlay {
            picker.settle(usize::from(areas.rows.height));
            if let Some(lines) = preview {
                picker.preview = lines;
                picker.preview_of = wanted;
            }
        }
    }

    /// What is said of an item beside the list: what the screens say of it.
    fn preview_of(&self, item: PickerItem, width: usize) -> Vec<PageLine> {
        let ctx = self.render_context();
        let page = |subject| OpenPage::new(&ctx, subject, width).page.lines().to_vec();
        let of_row = |screen: Screen, row| screen.listing().preview(&ctx, row, width);
        match item {
            PickerItem::Destination(n) => match self.data.index.finder_index().entries.get(n) {
                Some(Destination::Startup(n)) => of_row(Screen::Portfolio, ListRow::Startup(*n)),
                Some(Destination::Obligation(n)) => of_row(Screen::Obligations, ListRow::Occurrence(*n)),
                Some(Destination::Convention(id)) => page(PageSubject::Convention(id.clone())),
                Some(Destination::Party(id)) => page(PageSubject::Party(id.clone())),
                None => Vec::new(),
            },
            PickerItem::Screen(screen) => match self.lists[screen.index()].selected_row() {
                Some(row) => of_row(screen, row),
                None => Vec::new(),
            },
            PickerItem::Action(_) => Vec::new(),
        }
    }
}

/// Why a command would do nothing now.
const fn why_not(command: Command) -> &'static str {
    match command {
        Command::UndoThis => "why-not-undo-this",
        Command::Open | Command::Follow | Command::Explain | Command::Edit => "why-nothing-selected",
        Command::Filter | Command::Mark | Command::MarkRange | Command::MarkAll | Command::Arrange | Command::Group => {
            "why-empty-list"
        }
        Command::NextMatch | Command::PreviousMatch => "why-nothing-looked-for",
        Command::Back => "why-not-back",
        _ => "picker-nothing-to-do",
    }
}
