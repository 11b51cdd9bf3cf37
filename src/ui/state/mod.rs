//! The state of the screen: a stack of layers over the list, and what they share. [`State::update`] is pure: it takes
//! an input and returns effects, and touches no clock, no disk and no terminal.

mod commands;
mod drafts;
mod edits;
mod events;
mod failures;
mod history;
mod imports;
mod notice;
mod outcomes;
mod pages;
mod papers;
mod review;
mod session;
mod sync;
mod tour;

use std::sync::Arc;

use crossterm::event::{Event as TerminalEvent, KeyEventKind};
use ratatui::layout::Position;
use tui_input::Input as TextInput;

use super::command::Command;
use super::data::SearchIndex;
use super::env::Env;
use super::form::{Form, Verb};
use super::keymap::KeyContext;
use super::layer::{Layer, LayerOps, ListLayer, PageLayer, TextBox, Topic, Welcome};
use super::target::Target;
use super::tour::Tour;
use super::{Data, Effect, Input, ReviewSession, Setup, SinceChoice, Theme, ViewDays};
use crate::locale::Locale;
use crate::model::{MergeAnswer, RecordRef};
pub use notice::{Busy, Notice};

/// Everything that the screen knows.
pub struct State {
    pub(super) env: Env,
    /// The lists: the bottom layer.
    pub(super) lists: ListLayer,
    /// The layers above the list, the top one last.
    pub(super) layers: Vec<Layer>,
    /// The keys pressed so far of an incomplete sequence.
    pub(super) pending: Vec<String>,
    pub(super) notice: Option<Notice>,
    /// The commit whose undo the next key can confirm.
    to_confirm: Option<String>,
    pub(super) work: Work,
    drafts: drafts::SavedDrafts,
    verbs: VerbCache,
    /// The commands picked from the palette, the last one first.
    recent: Vec<Command>,
    /// Whether the program takes the mouse.
    pub(super) mouse: bool,
    choices: session::UserChoices,
    /// The position in a review that is not open on screen.
    review: Option<ReviewSession>,
    /// The tour of the demo, until it ends.
    tour: Option<Tour>,
    /// Columns and rows of the terminal, the line of the tour included.
    terminal: (u16, u16),
}

/// What the worker does now, and what to do when it has finished.
#[derive(Default)]
pub struct Work {
    pub busy: Option<Busy>,
    /// What is being committed from a form.
    submission: Option<edits::Submission>,
    /// The record that the last form creates: its page opens when it is there.
    created: Option<RecordRef>,
    /// The answers given so far to the questions of the running sync.
    answers: Vec<MergeAnswer>,
    history: history::PendingHistory,
    /// What is being made searchable.
    searchable: Option<SearchIndex>,
}

/// The verbs that have something to record about the selection; found once per selection.
#[derive(Default)]
struct VerbCache {
    allowed: Vec<Verb>,
    /// The selection, and whether a box is open.
    of: Option<(Option<Target>, bool)>,
}

impl State {
    /// Returns the first state and its effects.
    #[must_use]
    pub fn new(mut setup: Setup) -> (Self, Vec<Effect>) {
        let (as_of, at) = (setup.as_of, setup.at.take());
        let since_given = setup.since.take().map(SinceChoice::Typed);
        let env = Env {
            data: Arc::default(),
            has_data: false,
            today: setup.today,
            now: None,
            review: None,
            is_plain: false,
            as_of: setup.as_of,
            since: since_given.clone().unwrap_or_default(),
            since_given,
            folder: setup.folder,
            locale: Locale::new(setup.language),
            keymap: setup.keymap,
            config: Arc::new(setup.config),
            theme: setup.theme,
            theme_name: setup.theme_name,
            themes: setup.themes,
            background: setup.background,
            symbols: setup.symbols,
            size: setup.size,
        };
        let mut state = Self {
            env,
            lists: ListLayer::default(),
            layers: setup
                .suggested_name
                .map(|name| Layer::Welcome(Welcome::new(name, setup.language)))
                .into_iter()
                .collect(),
            pending: Vec::new(),
            notice: None,
            to_confirm: None,
            work: Work::default(),
            drafts: drafts::SavedDrafts::new(setup.drafts),
            verbs: VerbCache::default(),
            recent: Vec::new(),
            mouse: setup.mouse,
            choices: session::UserChoices::default(),
            review: None,
            tour: setup.tour.then(Tour::default),
            terminal: setup.size,
        };
        state.fit();
        state.restore(setup.session);
        state.notice = state.config_problems();
        let past = at.map(|at| Effect::ViewAs(ViewDays { as_of, at: Some(at) }));
        (state, std::iter::once(Effect::Reload).chain(past).collect())
    }

    /// Handles one input and returns what is to be done about it.
    pub fn update(&mut self, input: Input) -> Vec<Effect> {
        let mut effects = match input {
            Input::Terminal(TerminalEvent::Key(key)) if key.kind != KeyEventKind::Release => self.key(&key),
            Input::Terminal(TerminalEvent::Paste(text)) => self.paste(&text),
            Input::Terminal(TerminalEvent::Resize(columns, rows)) => {
                self.terminal = (columns, rows);
                self.fit();
                self.refresh();
                Vec::new()
            }
            Input::Terminal(TerminalEvent::Mouse(mouse)) => self.wheel(&mouse),
            Input::Click { column, row, twice } => self.click(Position::new(column, row), twice),
            // Records may have changed while another window had the focus.
            Input::Terminal(TerminalEvent::FocusGained) if self.env.has_data => vec![Effect::Refresh],
            Input::Terminal(_) => Vec::new(),
            Input::Background(background) => {
                self.background(background);
                Vec::new()
            }
            Input::Clock(now) => {
                self.env.now = Some(now);
                Vec::new()
            }
            Input::Outcome(outcome) => self.outcome(outcome),
        };
        self.settle();
        effects.extend(self.history_wanted());
        effects.extend(self.search_wanted());
        effects.extend(self.save_drafts());
        effects
    }

    fn top(&self) -> &dyn LayerOps {
        self.layers.last().map_or(&self.lists as &dyn LayerOps, Layer::ops)
    }

    /// Returns the topmost layer that shows records: a box of text, a page or the list.
    fn reader(&self) -> &dyn LayerOps {
        let is_reader = |layer: &&Layer| matches!(layer, Layer::Page(_) | Layer::Review(_) | Layer::Text(_));
        self.layers.iter().rev().find(is_reader).map_or(&self.lists as &dyn LayerOps, Layer::ops)
    }

    /// Returns the open page, under any boxes.
    pub(super) fn page(&self) -> Option<&PageLayer> {
        self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Page(page) => Some(page),
            _ => None,
        })
    }

    /// Returns the layer that fills the screen under the boxes.
    pub(super) fn base(&self) -> &dyn LayerOps {
        let is_base = |layer: &&Layer| matches!(layer, Layer::Page(_) | Layer::Review(_));
        self.layers.iter().rev().find(is_base).map_or(&self.lists as &dyn LayerOps, Layer::ops)
    }

    /// Returns the box on top, if the top layer is one.
    pub(super) fn top_box(&self) -> Option<&Layer> {
        self.layers.last().filter(|layer| layer.is_box())
    }

    /// Returns the open form, which may be below a question about it.
    fn form_mut(&mut self) -> Option<&mut Form> {
        self.layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Form(form) => Some(form.as_mut()),
            _ => None,
        })
    }

    fn text_box_mut(&mut self) -> Option<&mut TextBox> {
        match self.layers.last_mut() {
            Some(Layer::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Returns where keys are looked up now.
    pub(super) fn context(&self) -> KeyContext {
        self.top().context(&self.env)
    }

    /// Returns what is selected.
    pub(super) fn target(&self) -> Option<Target> {
        self.reader().target(&self.env)
    }

    /// Returns what commands apply to: the marked rows, else what is selected.
    #[must_use]
    pub fn targets(&self) -> Vec<Target> {
        if self.layers.is_empty() && self.lists.list().has_marks() {
            let listing = self.lists.listing();
            return self.lists.list().marked_rows().filter_map(|row| listing.target(&self.env.data, row)).collect();
        }
        self.target().into_iter().collect()
    }

    /// Returns the filter, or what is searched for on a page or in a box.
    pub(super) fn search_text(&self) -> Option<&TextInput> {
        self.reader().search_text()
    }

    /// Returns whether [`State::search_text`] is a search rather than the filter of the list.
    pub(super) fn is_search(&self) -> bool {
        self.layers.iter().any(|layer| matches!(layer, Layer::Page(_) | Layer::Review(_) | Layer::Text(_)))
    }

    /// Returns whether the filter or a search is being typed.
    pub(super) fn is_typing_search(&self) -> bool {
        self.context() == KeyContext::Filter
    }

    /// Returns the part shown.
    #[must_use]
    pub fn data(&self) -> Arc<Data> {
        Arc::clone(&self.env.data)
    }

    /// Draws with another theme from now on.
    pub fn set_theme(&mut self, theme: Theme) {
        self.env.theme = theme;
    }

    /// Adapts all layers to other data, another language or another size. Pages of records that are gone are closed.
    fn refresh(&mut self) {
        let ctx = self.env.render_context();
        self.layers.retain(|layer| match layer {
            Layer::Page(page) => page.opened.subject.exists(&ctx),
            _ => true,
        });
        self.lists.refresh(&self.env);
        for layer in &mut self.layers {
            layer.ops_mut().refresh(&self.env);
        }
    }

    /// Runs after every input: scrolling, previews, and the verbs that apply to the selection.
    fn settle(&mut self) {
        self.lists.settle_list(&self.env);
        for layer in &mut self.layers {
            layer.ops_mut().settle(&self.env, &self.lists);
        }
        self.settle_review();
        let of = (self.target(), self.top_box().is_some());
        if self.verbs.of.as_ref() != Some(&of) {
            self.verbs.allowed = self.verbs_of(of.0.as_ref());
            self.verbs.of = Some(of);
        }
    }

    /// Returns what has to be made searchable for what is being typed.
    fn search_wanted(&mut self) -> Option<Effect> {
        let finder = self.layers.iter().any(|layer| matches!(layer, Layer::Picker(one) if one.is_waiting(&self.env)));
        let finder = finder.then_some(SearchIndex::Finder);
        let wanted =
            finder.or_else(|| self.lists.search_wanted(&self.env)).filter(|_| self.work.searchable.is_none())?;
        self.work.searchable = Some(wanted);
        Some(Effect::MakeSearchable(wanted))
    }

    /// Opens a box of text.
    fn read(&mut self, topic: Topic) {
        self.layers.push(Layer::Text(TextBox::new(&self.env, topic)));
    }
}
