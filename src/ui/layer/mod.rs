//! The layers of the screen. The list of the current screen is always at the bottom; pages, boxes, forms and questions
//! are stacked on it. Each layer has its keys, handles events and draws itself. An event goes down the stack until a
//! layer handles it. A layer changes only itself, and asks for other changes with [`Request`]s.

mod arrange;
mod as_of;
pub mod budget;
mod cash;
mod compare;
mod configuration;
mod draw;
mod explain;
mod form;
mod hand_edit;
mod hand_edit_conflict;
mod help;
mod import;
mod list;
mod outdated;
mod page;
mod papers;
mod picker;
mod refused;
mod review;
mod search;
mod sync;
mod text_box;
mod themes;
mod views;
mod welcome;

use crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

pub use arrange::ArrangeBox;
pub use as_of::AsOfPrompt;
pub use draw::{frame, typed};
pub use explain::Explained;
pub use hand_edit::PendingHandEdit;
pub use hand_edit_conflict::{HandEditConflict, MOST as MOST_CONFLICTS};
pub use import::{ImportProgress, ImportPrompt};
pub use list::ListLayer;
pub use outdated::{Outdated, OutdatedCause};
pub use page::PageLayer;
pub use papers::{PaperBox, offered as offered_papers};
pub use picker::{PickerKind, PickerLayer, actions as palette_actions};
pub use refused::Refused;
pub use review::ReviewLayer;
pub use sync::SyncQuestions;
pub use text_box::{TextBox, Topic};
pub use themes::{AUTO, ThemePicker};
pub use views::ViewPicker;
pub use welcome::Welcome;

use super::arrangement::Arrangement;
use super::command::Command;
use super::env::Env;
use super::form::{Draft, Form, FormKind};
use super::key_figure::KeyFigure;
use super::keymap::KeyContext;
use super::pages::PageSubject;
use super::saved_view::ViewSettings;
use super::screen::Screen;
use super::target::Target;
use super::typing;
use super::widget::paint::Painter;
use super::widget::text::StyledLine;
use super::{Effect, Theme, ViewDays};
use crate::edit::{Edit, HandEditPolicy};
use crate::model::{MergeAnswer, RecordRef};

/// Cells before the first column: the sign of the selected row, and a space or the sign of a marked row.
pub const MARGIN: u16 = 2;

/// What reaches a layer.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    Command(Command),
    /// A key that is typed, if the layer takes text.
    Key(KeyEvent),
    Paste(&'a str),
    /// A click at a cell; `twice` for the second one of a double click.
    Click {
        at: Position,
        twice: bool,
    },
    /// The wheel at a cell, with the number of lines.
    Wheel {
        at: Position,
        by: isize,
    },
}

/// What a layer did with an event.
pub enum EventReply {
    /// Nothing: the next layer gets it.
    Ignored,
    /// It handled the event, and asks for this.
    Handled(Vec<Request>),
}

impl EventReply {
    /// Handled, with nothing left to do.
    pub const DONE: Self = Self::Handled(Vec::new());

    pub fn ask(request: Request) -> Self {
        Self::Handled(vec![request])
    }
}

/// A request of a layer that concerns more than itself.
pub enum Request {
    /// Remove the layer that asks.
    Close,
    Open(Layer),
    /// Open a page on a line, in place of all boxes.
    OpenPage(PageSubject, Option<Target>),
    /// Close all pages and boxes, and show a list.
    ShowScreen(Screen),
    /// The same, with a row selected, even if the filter hides it now.
    ShowRow(Screen, Target),
    /// Run a command as if its keys had been pressed.
    Run(Command),
    /// Show the keys of a context.
    Help(KeyContext),
    Effect(Effect),
    Info(String),
    Done(String),
    Arrange(Screen, Arrangement),
    /// Show a screen with the filter and arrangement of a saved view.
    ShowView(Box<ViewSettings>),
    ViewAs(ViewDays),
    /// Draw with a theme from now on.
    ShowTheme(Box<Theme>),
    /// Draw with a theme and remember it by its name.
    ChooseTheme(String),
    /// Open a form for something that is not selected.
    OpenForm(FormKind),
    /// Keep what was typed into a form.
    KeepDraft(Draft),
    /// Commit an edit that a form made.
    Submit(FormKind, Box<Edit>, HandEditPolicy),
    /// Commit an edit that no form created.
    Commit(Box<Edit>),
    /// Commit the edit of the form below, after a question about it was answered.
    Resubmit(Box<Edit>, HandEditPolicy),
    /// Drop the form below: its edit is not wanted any more.
    DropForm,
    Sync(Vec<MergeAnswer>),
}

/// What all layers can do.
pub trait LayerOps {
    /// Returns where its keys are looked up.
    fn context(&self, env: &Env) -> KeyContext;
    /// Handles an event or leaves it to the layers below.
    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply;
    /// Adapts to other data, another language or another size.
    fn refresh(&mut self, _env: &Env) {}
    /// Runs after every input: scrolls, and makes what is shown beside the selection.
    fn settle(&mut self, _env: &Env, _lists: &ListLayer) {}
    /// Returns what is selected.
    fn target(&self, _env: &Env) -> Option<Target> {
        None
    }
    /// Returns the record and the figures that the selected line shows, if it shows other figures than its target has.
    fn explains(&self) -> Option<&(RecordRef, Vec<String>)> {
        None
    }
    /// Returns what is searched for in it, or its filter.
    fn search_text(&self) -> Option<&TextInput> {
        None
    }
    /// Returns whether a command would do something now; `None` if the layer does not handle it.
    fn is_useful(&self, _command: Command, _env: &Env) -> Option<bool> {
        None
    }
    /// Returns what is selected, as lines of cells to copy.
    fn text_to_copy(&self, _env: &Env) -> Vec<Vec<String>> {
        Vec::new()
    }
    /// Returns the figures of what is selected.
    fn figures(&self, _env: &Env) -> Vec<KeyFigure> {
        Vec::new()
    }
    /// Returns the box that it fills; the whole screen for a list or a page.
    fn outer(&self, env: &Env) -> Rect {
        env.area()
    }
    /// Draws itself, and returns the position of the cursor if it takes text.
    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position>;
}

/// A layer above the list.
pub enum Layer {
    Page(PageLayer),
    Review(Box<ReviewLayer>),
    Text(TextBox),
    AsOf(AsOfPrompt),
    Themes(ThemePicker),
    Views(ViewPicker),
    Import(ImportPrompt),
    Papers(Box<PaperBox>),
    Picker(Box<PickerLayer>),
    Arrange(ArrangeBox),
    Welcome(Welcome),
    Form(Box<Form>),
}

impl Layer {
    pub fn ops(&self) -> &dyn LayerOps {
        match self {
            Self::Page(layer) => layer,
            Self::Review(layer) => layer.as_ref(),
            Self::Text(layer) => layer,
            Self::AsOf(layer) => layer,
            Self::Themes(layer) => layer,
            Self::Views(layer) => layer,
            Self::Import(layer) => layer,
            Self::Papers(layer) => layer.as_ref(),
            Self::Picker(layer) => layer.as_ref(),
            Self::Arrange(layer) => layer,
            Self::Welcome(layer) => layer,
            Self::Form(layer) => layer.as_ref(),
        }
    }

    pub fn ops_mut(&mut self) -> &mut dyn LayerOps {
        match self {
            Self::Page(layer) => layer,
            Self::Review(layer) => layer.as_mut(),
            Self::Text(layer) => layer,
            Self::AsOf(layer) => layer,
            Self::Themes(layer) => layer,
            Self::Views(layer) => layer,
            Self::Import(layer) => layer,
            Self::Papers(layer) => layer.as_mut(),
            Self::Picker(layer) => layer.as_mut(),
            Self::Arrange(layer) => layer,
            Self::Welcome(layer) => layer,
            Self::Form(layer) => layer.as_mut(),
        }
    }

    /// Returns whether it is a box over the screen, rather than a page that replaces it.
    pub const fn is_box(&self) -> bool {
        !matches!(self, Self::Page(_) | Self::Review(_))
    }
}

/// Handles an event of a box with one line of text, which `accept` gets when it is complete.
fn edit_prompt(text: &mut TextInput, event: Event<'_>, accept: impl FnOnce(&TextInput) -> EventReply) -> EventReply {
    match event {
        Event::Command(Command::Accept) => accept(text),
        Event::Command(Command::Cancel) => EventReply::ask(Request::Close),
        Event::Click { .. } | Event::Wheel { .. } => EventReply::DONE,
        _ if edit_text(text, event) => EventReply::DONE,
        _ => EventReply::Ignored,
    }
}

/// Types a key into a line of text, or pastes into it; returns whether the event was of that kind.
pub fn edit_text(text: &mut TextInput, event: Event<'_>) -> bool {
    match event {
        Event::Key(key) => match typing::request(&key) {
            Some(request) => drop(text.handle(request)),
            None => return false,
        },
        Event::Paste(pasted) => typing::paste(text, pasted),
        _ => return false,
    }
    true
}

/// Returns the text of a line, without the spaces around it.
pub fn plain_text(line: &StyledLine) -> String {
    let text: String = line.iter().map(|piece| piece.text.as_str()).collect();
    text.trim().to_owned()
}
