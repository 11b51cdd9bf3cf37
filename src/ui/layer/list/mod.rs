//! The list of the current screen, which lies below all other layers; the lists of the other screens are kept as they
//! were left.

mod completion;
mod draw;
mod filter_history;
mod filter_line;
mod grid;
mod table;
mod totals;

use std::sync::Arc;

use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

use super::arrange::next_grouping;
use super::{ArrangeBox, Event, EventReply, Layer, LayerOps, Request, TextBox, Topic, edit_text, plain_text};
use crate::report::filter;
use crate::rules::TodayKind;
use crate::ui::arrangement::{Arrangement, Arrangements};
use crate::ui::command::Command;
use crate::ui::data::SearchIndex;
use crate::ui::env::Env;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::layout::{self, ListAreas};
use crate::ui::list_screens::{ListScreen, findings, today};
use crate::ui::pages::PageSubject;
use crate::ui::screen::Screen;
use crate::ui::target::Target;
use crate::ui::widget::list::{FilterContext, List, ListRow};
use crate::ui::widget::paint::Painter;
use completion::Completions;
use filter_history::FilterHistory;
use grid::Grid;
use totals::{ListPreview, ListTotals};

/// Wide enough for any text that is copied.
const UNCUT: usize = 400;

/// The lists of all screens, one of which is current.
#[derive(Default)]
pub struct ListLayer {
    pub screen: Screen,
    lists: [List; Screen::COUNT],
    pub arrangements: Arrangements,
    /// The names of the rows to select once they are there.
    awaited: [Option<String>; Screen::COUNT],
    totals: [ListTotals; Screen::COUNT],
    preview: ListPreview,
    /// Whether the filter is being typed.
    pub is_typing: bool,
    completions: Completions,
    filter_history: FilterHistory,
}

impl ListLayer {
    pub fn listing(&self) -> &'static dyn ListScreen {
        self.screen.listing()
    }

    /// Returns the list of the current screen.
    pub const fn list(&self) -> &List {
        &self.lists[self.screen.index()]
    }

    pub const fn list_mut(&mut self) -> &mut List {
        &mut self.lists[self.screen.index()]
    }

    pub const fn list_of(&self, screen: Screen) -> &List {
        &self.lists[screen.index()]
    }

    pub const fn arrangement(&self) -> &Arrangement {
        self.arrangements.of(self.screen)
    }

    /// Returns the marked rows, or the selected one if none is marked.
    pub fn chosen_rows(&self) -> impl Iterator<Item = ListRow> + '_ {
        let mut marked = self.list().marked_rows().peekable();
        let selected = if marked.peek().is_none() { self.list().selected_row() } else { None };
        marked.chain(selected)
    }

    /// Returns how many rows are marked, and how many of them the filter shows.
    pub const fn marked(&self) -> (usize, usize) {
        self.totals[self.screen.index()].marked
    }

    /// Replaces the rows of all lists by those of new data; the selection stays.
    pub fn replace(&mut self, env: &Env) {
        for screen in Screen::ALL {
            let list = &mut self.lists[screen.index()];
            if !list.typed().value().is_empty() || list.has_search() {
                env.data.make_searchable_at_once(SearchIndex::Rows(screen), &env.locale);
            }
            list.replace(Arc::clone(env.data.index.rows(screen)), &looking(env));
            self.select_awaited(screen, env);
        }
        self.complete_again(env);
        self.preview = ListPreview::default();
    }

    /// Returns the rows that are about to be filtered and cannot be searched yet.
    pub fn search_wanted(&self, env: &Env) -> Option<SearchIndex> {
        let index = SearchIndex::Rows(self.screen);
        let is_wanted = (self.is_typing || self.list().wants_search()) && !self.list().is_empty();
        (is_wanted && !env.data.is_searchable(index)).then_some(index)
    }

    /// Selects the row that was remembered, unless the user has moved since. It is forgotten if everything has been
    /// read and there is no such row.
    fn select_awaited(&mut self, screen: Screen, env: &Env) {
        let Some(name) = self.awaited[screen.index()].take() else { return };
        let target = Target::named(&name, &env.data);
        let list = &mut self.lists[screen.index()];
        let found = target.is_some_and(|target| list.select(target.identity()));
        if !found && (env.data.loading.is_some() || list.is_empty()) {
            self.awaited[screen.index()] = Some(name);
        }
    }

    /// The user moves: nothing else is selected from now on.
    pub fn stop_waiting(&mut self) {
        self.awaited[self.screen.index()] = None;
    }

    pub const fn awaited(&self, screen: Screen) -> Option<&String> {
        self.awaited[screen.index()].as_ref()
    }

    pub fn await_row(&mut self, screen: Screen, name: Option<String>) {
        self.awaited[screen.index()] = name;
    }

    /// Selects the row of a target; clears the filter if it hides the row.
    pub fn select(&mut self, screen: Screen, target: &Target, env: &Env) {
        let list = &mut self.lists[screen.index()];
        if !list.select(target.identity()) {
            list.filter(TextInput::default(), &looking(env));
            list.select(target.identity());
        }
    }

    /// Filters a list by a text.
    pub fn filter(&mut self, screen: Screen, text: TextInput, env: &Env) {
        env.data.make_searchable_at_once(SearchIndex::Rows(screen), &env.locale);
        self.lists[screen.index()].filter(text, &looking(env));
        self.complete_again(env);
    }

    pub fn areas(&self, area: Rect) -> ListAreas {
        // While a filter is typed nothing jumps; afterwards the preview takes the room of the rows that it hides.
        let lines = if self.is_typing { self.list().lines() } else { self.list().shown_lines() };
        layout::list(area, self.listing().preview_position(), lines).with_offer(self.completions.lines())
    }

    fn height(&self, env: &Env) -> usize {
        usize::from(self.areas(env.area()).rows.height)
    }

    /// Adds the word for the user's rows to the filter, or removes it.
    fn toggle_mine(&mut self, env: &Env) -> EventReply {
        if env.data.me.is_none() {
            return EventReply::ask(Request::Info(env.locale.text("filter-no-me")));
        }
        let text = filter::with_or_without_mine(self.list().typed().value(), &env.locale);
        self.filter(self.screen, text.into(), env);
        EventReply::DONE
    }

    fn end_typing(&mut self, env: &Env) {
        self.is_typing = false;
        self.complete_again(env);
    }

    /// Clears the marks, or else the filter.
    fn back(&mut self, env: &Env) -> EventReply {
        if self.list_mut().clear_marks() {
            return EventReply::DONE;
        }
        if self.list().typed().value().is_empty() {
            return EventReply::Ignored;
        }
        self.filter(self.screen, TextInput::default(), env);
        EventReply::DONE
    }

    /// Opens the page of the selected row; a finding, a commit or an unreadable record opens in a box first.
    fn open(&self, env: &Env) -> EventReply {
        let text = |topic| EventReply::ask(Request::Open(Layer::Text(TextBox::new(env, topic))));
        let Some(row) = self.list().selected_row() else { return EventReply::DONE };
        let row = broken_record(env, row).unwrap_or(row);
        match (row, self.listing().target(&env.data, row)) {
            (ListRow::Finding(_), _) => text(Topic::Finding(row)),
            (_, Some(Target::Commit { name, .. })) => text(Topic::Commit(name)),
            (ListRow::Unreadable(n), _) => {
                let record = env.data.portfolio.unreadable.get(n);
                let is_of_record = |row: &ListRow| {
                    findings::diagnostic(&env.data, *row).is_some_and(|found| found.finding.record() == record)
                };
                let finding = (0..env.data.diagnostics.len()).map(ListRow::Finding).find(is_of_record);
                finding.map_or(EventReply::DONE, |finding| text(Topic::Finding(finding)))
            }
            (_, Some(target)) => match PageSubject::of(&env.render_context(), &target) {
                Some(subject) => {
                    let line = self.listing().fact(&env.data, row).unwrap_or(target);
                    EventReply::ask(Request::OpenPage(subject, Some(line)))
                }
                None => EventReply::DONE,
            },
            _ => EventReply::DONE,
        }
    }

    fn command(&mut self, command: Command, env: &Env) -> EventReply {
        let rows = self.height(env).cast_signed();
        match command {
            Command::Down => self.list_mut().step(1),
            Command::Up => self.list_mut().step(-1),
            Command::HalfDown => self.list_mut().step((rows / 2).max(1)),
            Command::HalfUp => self.list_mut().step(-(rows / 2).max(1)),
            Command::PageDown => self.list_mut().step((rows - 1).max(1)),
            Command::PageUp => self.list_mut().step(-(rows - 1).max(1)),
            Command::First => self.list_mut().jump(false),
            Command::Last => self.list_mut().jump(true),
            Command::NextMatch | Command::PreviousMatch => {
                if self.list().has_search() {
                    env.data.make_searchable_at_once(SearchIndex::Rows(self.screen), &env.locale);
                    self.list_mut().next_match(command == Command::NextMatch, &looking(env));
                }
            }
            Command::Mark => self.list_mut().mark(),
            Command::MarkRange => self.list_mut().mark_range(),
            Command::MarkAll => self.list_mut().mark_all(),
            Command::Filter => {
                self.is_typing = true;
                env.data.make_searchable_at_once(SearchIndex::Rows(self.screen), &env.locale);
                self.complete_again(env);
            }
            Command::Mine => return self.toggle_mine(env),
            Command::Open | Command::Follow => return self.open(env),
            Command::Back => return self.back(env),
            Command::Arrange => {
                let arrange = ArrangeBox::new(env, self.screen, self.arrangement().clone());
                return EventReply::ask(Request::Open(Layer::Arrange(arrange)));
            }
            Command::Group => {
                let (next, words) = next_grouping(env, self.screen, self.arrangement());
                return EventReply::Handled(vec![Request::Done(words), Request::Arrange(self.screen, next)]);
            }
            Command::NextScreen => return EventReply::ask(Request::ShowScreen(self.screen.next(1))),
            Command::PreviousScreen => return EventReply::ask(Request::ShowScreen(self.screen.next(-1))),
            _ => match Screen::ALL.into_iter().find(|screen| screen.command() == command) {
                Some(screen) => return EventReply::ask(Request::ShowScreen(screen)),
                None => return EventReply::Ignored,
            },
        }
        EventReply::DONE
    }

    /// Handles events while the filter is typed.
    fn type_filter(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        match event {
            Event::Command(Command::Accept) => {
                self.filter_history.remember(self.lists[self.screen.index()].typed().value());
                self.end_typing(env);
            }
            Event::Command(Command::Cancel) => {
                self.is_typing = false;
                self.filter(self.screen, TextInput::default(), env);
            }
            // The key completes a word only if the cursor cannot move.
            Event::Command(Command::Complete) if !(self.is_at_end() && self.complete(env)) => {
                return EventReply::Ignored;
            }
            Event::Command(Command::Complete) => {}
            Event::Command(Command::Help) => {
                self.end_typing(env);
                return EventReply::ask(Request::Help(KeyContext::Filter));
            }
            Event::Command(command @ (Command::Down | Command::Up)) => {
                match self.filter_history.recall(self.list().typed().value(), command == Command::Up) {
                    Some(filter) => self.filter(self.screen, filter.into(), env),
                    None => return self.command(command, env),
                }
            }
            Event::Key(_) | Event::Paste(_) => {
                let mut text = self.list().typed().clone();
                if !edit_text(&mut text, event) {
                    return EventReply::Ignored;
                }
                self.filter(self.screen, text, env);
            }
            _ => return EventReply::Ignored,
        }
        EventReply::DONE
    }

    fn click(&mut self, at: Position, twice: bool, env: &Env) -> EventReply {
        let areas = self.areas(env.area());
        if areas.rows.contains(at) {
            self.end_typing(env);
            let height = usize::from(areas.rows.height);
            if self.list_mut().select_line(usize::from(at.y - areas.rows.y), height) && twice {
                return self.open(env);
            }
        } else if areas.head.contains(at)
            && let Some(column) = Grid::of(self, env, &areas).column_at(at.x - areas.head.x)
        {
            return EventReply::ask(Request::Arrange(self.screen, self.arrangement().sorted_by_next(column)));
        }
        EventReply::DONE
    }

    /// Runs after every input: scrolls the list, and renews its sums and its preview.
    pub fn settle_list(&mut self, env: &Env) {
        let height = self.height(env);
        self.list_mut().settle(height);
        self.renew_totals(env);
        self.renew_preview(env);
    }
}

/// Returns the row of an unreadable record, if the row of Today is about one.
fn broken_record(env: &Env, row: ListRow) -> Option<ListRow> {
    let record = &today::item(&env.data, row).filter(|item| item.kind == TodayKind::Record)?.record;
    env.data.portfolio.unreadable.iter().position(|one| one == record).map(ListRow::Unreadable)
}

/// Returns what a list needs to filter its rows.
fn looking(env: &Env) -> FilterContext<'_> {
    FilterContext { locale: &env.locale, as_of: env.data.as_of }
}

impl LayerOps for ListLayer {
    fn context(&self, _env: &Env) -> KeyContext {
        if self.is_typing { KeyContext::Filter } else { self.listing().context() }
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        match event {
            Event::Click { at, twice } => self.click(at, twice, env),
            Event::Wheel { at, by } => {
                if self.areas(env.area()).preview.contains(at) {
                    self.scroll_preview(by, env);
                } else {
                    self.list_mut().step(by);
                }
                EventReply::DONE
            }
            _ if self.is_typing => self.type_filter(event, env),
            Event::Command(command) => self.command(command, env),
            Event::Key(_) | Event::Paste(_) => EventReply::Ignored,
        }
    }

    fn refresh(&mut self, _env: &Env) {
        self.preview = ListPreview::default();
    }

    fn target(&self, env: &Env) -> Option<Target> {
        self.listing().target(&env.data, self.list().selected_row()?)
    }

    fn search_text(&self) -> Option<&TextInput> {
        Some(self.list().typed())
    }

    fn is_useful(&self, command: Command, _env: &Env) -> Option<bool> {
        Some(match command {
            Command::Filter
            | Command::Mark
            | Command::MarkRange
            | Command::MarkAll
            | Command::Arrange
            | Command::Group => !self.list().is_empty(),
            Command::NextMatch | Command::PreviousMatch => self.list().has_search(),
            Command::Complete => !self.completions.candidates.is_empty(),
            Command::Back => self.list().has_marks() || !self.list().typed().value().is_empty(),
            _ => return None,
        })
    }

    fn text_to_copy(&self, env: &Env) -> Vec<Vec<String>> {
        let (listing, ctx) = (self.listing(), env.render_context());
        let columns = listing.columns(&ctx);
        let shown = self.arrangement().columns(columns.len());
        let cells = |row| {
            let cells = listing.cells(&ctx, row, &vec![UNCUT; columns.len()]);
            let is_text = |n: usize| columns.get(n).is_some_and(|column| !column.drawn);
            let texts = shown.iter().filter(|(n, shown)| *shown && is_text(*n));
            texts.filter_map(|(n, _)| cells.get(*n)).map(plain_text).collect()
        };
        self.chosen_rows().map(cells).collect()
    }

    fn figures(&self, env: &Env) -> Vec<KeyFigure> {
        self.chosen_rows().filter_map(|row| self.listing().figure(&env.data, row)).collect()
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        self.draw_list(env, area, painter);
        None
    }
}
