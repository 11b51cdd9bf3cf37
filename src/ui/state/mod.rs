//! The state of the screen. [`State::update`] is pure: an input in, effects out, no clock, no disk, no terminal.

mod arranging;
mod commands;
mod completion;
mod copy;
mod decisions;
mod drafts;
mod edits;
mod fields;
mod history;
mod keys;
mod lists;
mod mouse;
mod notice;
mod pages;
mod picking;
mod preview;
mod session;
mod sync;
mod themes;
mod welcome;

use std::sync::Arc;

use crossterm::event::{Event, KeyEventKind};
use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

use super::arrangement::Arrangements;
use super::command::Command;
use super::form::{Draft, Drafts, Form, FormStyle, Verb};
use super::keymap::keys_name;
use super::keymap::{KeyContext, Keymap};
use super::layout;
use super::overlay::picker::PickerKind;
use super::overlay::welcome::Welcome;
use super::overlay::{BoxSize, Overlay, TextBox, Topic};
use super::pages::OpenPage;
use super::render_context::RenderContext;
use super::screen::Screen;
use super::target::Target;
use super::widget::list::{FilterContext, List};
use super::widget::page::Page;
use super::{Background, ConfigStatus, Data, Effect, Input, Outcome, Setup, Symbols, Theme, Themes};
use crate::locale::{Language, Locale};
use crate::model::{Date, MergeAnswer, MessageArg, RecordRef};
use crate::report::filter::Query;
pub use notice::{Busy, Notice};
use preview::ListPreview;

/// Everything that the screen knows.
pub struct State {
    pub(super) theme: Theme,
    theme_name: String,
    pub(super) themes: Themes,
    background: Option<Background>,
    pub(super) keymap: Keymap,
    configuration: Arc<ConfigStatus>,
    pub(super) locale: Locale,
    pub(super) today: Date,
    /// The day asked for; that of the data until the answers come.
    pub(super) as_of: Date,
    pub(super) folder: String,
    size: (u16, u16),
    pub(super) symbols: Symbols,
    pub(super) data: Arc<Data>,
    /// Whether any data came yet.
    pub(super) has_data: bool,
    pub(super) screen: Screen,
    lists: [List; Screen::COUNT],
    pub(super) opened: Option<OpenPage>,
    /// The pages that it was opened from, the last first to come back.
    behind: Vec<OpenPage>,
    pub(super) overlay: Option<Overlay>,
    /// The form under a box that asks about its commit.
    beneath: Option<Box<Form>>,
    /// Whether the filter is being typed.
    pub(super) filtering: bool,
    /// What is looked for on a page.
    pub(super) looked_for: TextInput,
    /// The keys pressed so far of a sequence that goes on.
    pub(super) pending: Vec<String>,
    pub(super) notice: Option<Notice>,
    /// The commit that the key before this one asked about.
    to_confirm: Option<String>,
    /// What the worker is at.
    pub(super) busy: Option<Busy>,
    drafts: Vec<Draft>,
    /// All drafts as they were last handed on to be kept.
    kept: Drafts,
    /// Whether the drafts of another run are still to be told of.
    untold: bool,
    /// What is being committed from a form, whose draft goes once the commit is made.
    submitted: Option<edits::Submission>,
    /// The answers given so far to the questions of the sync that goes on.
    answered: Vec<MergeAnswer>,
    /// The record that the last form makes: its page opens when the record is there.
    made: Option<RecordRef>,
    preview: ListPreview,
    /// The verbs whose forms have something to say of what is selected.
    allowed: Vec<Verb>,
    /// What these verbs were asked for: the target, and whether a box was open.
    asked: Option<(Option<Target>, bool)>,
    pending_history: history::PendingHistory,
    /// The commands picked from the palette, the last first.
    recent: Vec<Command>,
    pub(super) mouse: bool,
    chosen: session::UserChoices,
    /// What is to be selected of each list once it is there, by name.
    awaited: [Option<String>; Screen::COUNT],
    /// How each list is arranged.
    pub(super) arrangements: Arrangements,
    counted: [lists::ListTotals; Screen::COUNT],
    completions: completion::Completions,
}

impl State {
    /// The first state, and what it asks for.
    #[must_use]
    pub fn new(setup: Setup) -> (Self, Vec<Effect>) {
        let mut state = Self {
            theme: setup.theme,
            theme_name: setup.theme_name,
            themes: setup.themes,
            background: setup.background,
            keymap: setup.keymap,
            configuration: Arc::new(setup.config),
            locale: Locale::new(setup.language),
            today: setup.today,
            as_of: setup.as_of,
            folder: setup.folder,
            size: setup.size,
            symbols: setup.symbols,
            data: Arc::default(),
            has_data: false,
            screen: Screen::Portfolio,
            lists: Default::default(),
            opened: None,
            behind: Vec::new(),
            overlay: setup.suggested_name.map(|name| Overlay::Welcome(Welcome::new(name))),
            beneath: None,
            filtering: false,
            looked_for: TextInput::default(),
            pending: Vec::new(),
            notice: None,
            to_confirm: None,
            busy: None,
            drafts: setup.drafts.drafts.clone(),
            untold: !setup.drafts.drafts.is_empty(),
            kept: setup.drafts,
            submitted: None,
            answered: Vec::new(),
            made: None,
            preview: ListPreview::default(),
            allowed: Vec::new(),
            asked: None,
            pending_history: history::PendingHistory::default(),
            recent: Vec::new(),
            mouse: setup.mouse,
            chosen: session::UserChoices::default(),
            awaited: Default::default(),
            arrangements: Arrangements::default(),
            counted: Default::default(),
            completions: completion::Completions::default(),
        };
        state.restore(setup.session);
        state.notice = state.broken_configuration();
        (state, vec![Effect::Reload])
    }

    /// Takes one input and says what is to be done. Does nothing itself.
    pub fn update(&mut self, input: Input) -> Vec<Effect> {
        let mut effects = match input {
            Input::Terminal(Event::Key(key)) if key.kind != KeyEventKind::Release => self.key(&key),
            Input::Terminal(Event::Paste(text)) => self.paste(&text),
            Input::Terminal(Event::Resize(columns, rows)) => {
                self.size = (columns, rows);
                self.renew_pages();
                Vec::new()
            }
            Input::Terminal(Event::Mouse(mouse)) => self.mouse(&mouse),
            Input::Click { column, row, twice } => self.click(Position::new(column, row), twice),
            // Somebody may have changed records elsewhere meanwhile.
            Input::Terminal(Event::FocusGained) if self.has_data => vec![Effect::Refresh],
            Input::Terminal(_) => Vec::new(),
            Input::Background(background) => {
                self.background(background);
                Vec::new()
            }
            Input::Outcome(outcome) => self.outcome(outcome),
        };
        self.settle();
        effects.extend(self.history_wanted());
        effects.extend(self.keep_drafts());
        effects
    }

    fn outcome(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Data(data) => return self.replace(data),
            Outcome::Text(record, text) => return self.text_arrived(&record, text),
            Outcome::HandEdit(record, lines) => self.edited(record, lines),
            Outcome::PortfolioCreated => self.begun(),
            Outcome::Saved(done) => self.saved(done),
            Outcome::Copied(text) => self.copied(&text),
            Outcome::SyncProgress(step) => self.syncing(step),
            Outcome::Synced(synced) => self.synced(synced),
            Outcome::Questions(questions) => self.asked(questions),
            Outcome::Message(words) => self.told(words),
            Outcome::Failed { what, remedy, cause } => return self.failed(what, remedy, cause),
        }
        Vec::new()
    }

    /// Other data: every list and page anew, the selection where it was.
    fn replace(&mut self, data: Arc<Data>) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.data, data);
        self.history_came(&before);
        self.has_data = true;
        self.as_of = self.data.as_of;
        self.busy = self.busy.filter(|busy| *busy != Busy::Reading);
        for screen in Screen::ALL {
            let with = FilterContext { locale: &self.locale, as_of: self.data.as_of };
            self.lists[screen.index()].replace(Arc::clone(self.data.index.rows(screen)), &with);
            self.await_selection(screen);
        }
        self.preview = ListPreview::default();
        self.asked = None;
        self.renew_pages();
        self.look();
        self.open_made();
        self.tell_of_drafts();
        self.renew_form()
    }

    /// That the configuration is not all as it should be, and where that is told.
    fn broken_configuration(&self) -> Option<Notice> {
        let problems = self.configuration.problems.len();
        let keys = self.keymap.keys_of(KeyContext::Portfolio, Command::Configuration);
        let keys = keys.first().map_or_else(|| ":".to_owned(), |keys| keys_name(&self.locale, keys));
        let args = [("count", MessageArg::count(problems)), ("keys", MessageArg::Text(keys))];
        (problems > 0).then(|| Notice::Info(self.locale.message("configuration-problems", &args)))
    }

    /// Other words from now on; lists follow when they have been made anew.
    fn speak(&mut self, language: Language) -> Vec<Effect> {
        self.locale = Locale::new(language);
        self.chosen.language = Some(language);
        self.preview = ListPreview::default();
        self.renew_pages();
        let mut effects = vec![Effect::SetLanguage(language)];
        effects.extend(self.renew_form());
        effects
    }

    /// All keys.
    pub(super) const fn keys(&self) -> &Keymap {
        &self.keymap
    }

    /// What is drawn from.
    pub(super) fn render_context(&self) -> RenderContext<'_> {
        RenderContext::new(&self.data, &self.locale).with_keys(&self.keymap)
    }

    /// What forms are drawn with.
    pub(super) fn form_style(&self) -> FormStyle<'_> {
        FormStyle { theme: &self.theme, locale: &self.locale, keymap: &self.keymap }
    }

    /// The list of the current screen.
    pub(super) fn list(&self) -> &List {
        &self.lists[self.screen.index()]
    }

    fn list_mut(&mut self) -> &mut List {
        &mut self.lists[self.screen.index()]
    }

    /// Where keys are looked up now.
    pub(super) fn context(&self) -> KeyContext {
        match (&self.overlay, &self.opened) {
            (Some(Overlay::Form(_)), _) => KeyContext::Form,
            (Some(Overlay::Welcome(_)), _) => KeyContext::Welcome,
            (Some(Overlay::Text(_)), _) if self.filtering => KeyContext::Filter,
            (Some(Overlay::Text(reading)), _) => reading.topic.context(),
            (Some(Overlay::AsOf(_)), _) => KeyContext::Date,
            (Some(Overlay::Themes(_)), _) => KeyContext::Themes,
            (Some(Overlay::Picker(_)), _) => KeyContext::Picker,
            (Some(Overlay::Arranging(_)), _) => KeyContext::Arranging,
            (None, _) if self.filtering => KeyContext::Filter,
            (None, Some(_)) => KeyContext::Startup,
            (None, None) => self.screen.listing().context(),
        }
    }

    /// What is looked for where one is.
    pub(super) fn query(&self) -> Query {
        if self.looks_at_page() { Query::new(self.typed().value()) } else { self.list().query().clone() }
    }

    /// What is typed as the filter, or looked for.
    pub(super) fn typed(&self) -> &TextInput {
        match (&self.overlay, &self.opened) {
            (Some(Overlay::Text(reading)), _) => &reading.looked_for,
            (_, Some(_)) => &self.looked_for,
            (_, None) => self.list().typed(),
        }
    }

    /// Whether what is typed is looked for on a page or in a box to read, rather than a filter of the list.
    pub(super) const fn looks_at_page(&self) -> bool {
        self.opened.is_some() || matches!(self.overlay, Some(Overlay::Text(_)))
    }

    /// Whether a list is looked at, with nothing before it.
    pub(super) const fn is_on_list(&self) -> bool {
        self.overlay.is_none() && self.opened.is_none()
    }

    /// The page or box that is looked at, and what is looked for on it.
    fn looked_at(&mut self) -> Option<(&mut Page, &mut TextInput)> {
        match (&mut self.overlay, &mut self.opened) {
            (Some(Overlay::Text(reading)), _) => Some((&mut reading.page, &mut reading.looked_for)),
            (_, Some(opened)) => Some((&mut opened.page, &mut self.looked_for)),
            (_, None) => None,
        }
    }

    /// What is selected.
    pub(super) fn target(&self) -> Option<Target> {
        if let Some(Overlay::Text(reading)) = &self.overlay {
            return match (reading.page.target(), &reading.topic) {
                (Some(target), _) | (None, Topic::Explain(target)) => Some(target.clone()),
                (None, Topic::Finding(row)) => Screen::Findings.listing().target(&self.data, *row),
                (None, Topic::HandEditConflict(one)) => {
                    one.records.first().map(|(record, _)| Target::record(record.clone()))
                }
                (None, Topic::HandEdit(edit)) => Some(Target::Fact(edit.place(&self.data))),
                (None, _) => None,
            };
        }
        match &self.opened {
            Some(opened) => Some(opened.target()),
            None => self.screen.listing().target(&self.data, self.list().selected_row()?),
        }
    }

    /// Whether a verb has something to say of what is selected.
    pub(super) fn allows(&self, verb: Verb) -> bool {
        self.allowed.contains(&verb)
    }

    /// What is shown.
    #[must_use]
    pub fn data(&self) -> Arc<Data> {
        Arc::clone(&self.data)
    }

    fn area(&self) -> Rect {
        Rect { x: 0, y: 0, width: self.size.0, height: self.size.1 }
    }

    /// The parts of the list on a terminal of that size.
    pub(super) fn list_areas(&self, area: Rect) -> layout::ListAreas {
        // While a filter is typed nothing jumps; once it is kept, the room of what it hides is the preview's.
        let lines = if self.filtering { self.list().lines() } else { self.list().shown_lines() };
        let areas = layout::list(area, self.screen.listing().preview_position(), lines);
        areas.with_offer(self.completions.lines())
    }

    /// How many lines are seen of what moves.
    fn height(&self) -> usize {
        let area = self.area();
        let height = match (&self.overlay, &self.opened) {
            (Some(Overlay::Text(reading)), _) => reading.height(area),
            (Some(Overlay::Picker(picker)), _) => layout::picker(area, picker.kind == PickerKind::Finder).rows.height,
            (_, Some(_)) => layout::page(area).lines.height,
            _ => self.list_areas(area).rows.height,
        };
        usize::from(height)
    }

    /// Other data or another size: what was written for the old one is written anew.
    fn renew_pages(&mut self) {
        let width = page_width(self.size.0);
        let ctx = RenderContext::new(&self.data, &self.locale).with_keys(&self.keymap);
        if self.opened.as_ref().is_some_and(|opened| !opened.subject.exists(&ctx)) {
            self.opened = self.behind.pop();
        }
        if let Some(opened) = &mut self.opened {
            opened.renew(&ctx, width);
        }
        if let Some(Overlay::Text(reading)) = &mut self.overlay {
            reading.renew(&ctx, BoxSize::of(self.size.0, self.size.1));
        }
    }

    /// After every input: scrolling, the preview, and what can be done with what is selected.
    fn settle(&mut self) {
        let height = self.height();
        match (&mut self.overlay, &mut self.opened) {
            (Some(Overlay::Text(reading)), _) => reading.page.settle(height),
            (_, Some(opened)) => opened.page.settle(height),
            _ => self.list_mut().settle(height),
        }
        self.recount();
        self.settle_picker();
        self.renew_preview();
        let target = (self.target(), self.overlay.is_some());
        if self.asked.as_ref() != Some(&target) {
            self.allowed = self.verbs(target.0.as_ref());
            self.asked = Some(target);
        }
    }

    fn read(&mut self, topic: Topic) {
        let reading = TextBox::new(&self.render_context(), topic, BoxSize::of(self.size.0, self.size.1));
        self.overlay = Some(Overlay::Text(reading));
    }
}

/// How wide the lines of a page are on a terminal of so many columns.
fn page_width(columns: u16) -> usize {
    usize::from(columns.saturating_sub(4))
}
