//! A box to pick from by typing: the palette lists actions, the finder everything that can be opened.

mod actions;
mod draw;
mod row;

use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

pub use actions::{PaletteAction, actions};
use row::{FuzzyPart, PickerRow, row};

use super::{Event, EventReply, LayerOps, ListLayer, Request, edit_text};
use crate::ui::command::Command;
use crate::ui::data::SearchIndex;
use crate::ui::env::Env;
use crate::ui::finder_index::Destination;
use crate::ui::layout;
use crate::ui::pages::{OpenPage, PageSubject};
use crate::ui::target::Target;
use crate::ui::widget::list::ListRow;
use crate::ui::widget::paint::Painter;

use crate::model::{Id, KeyPath, RecordKind, RecordRef};
use crate::report::filter::{MatchScore, Query, RowText, TextIndex};
use crate::report::sanitize_lines;
use crate::ui::Token;
use crate::ui::finder_index::FinderIndex;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::screen::Screen;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

/// The maximum number of items shown; typing narrows them down.
const MOST: usize = 200;

/// What a picker lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickerKind {
    Palette,
    Finder,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickerItem {
    /// The number of an action.
    Action(usize),
    Screen(Screen),
    /// The number of an entry of the finder index.
    Destination(usize),
}

/// The palette or the finder.
pub struct PickerLayer {
    kind: PickerKind,
    text: TextInput,
    query: Query,
    /// The best matches, the best first.
    items: Vec<PickerItem>,
    /// How many match, shown or not.
    count: usize,
    /// The actions in the order in which they are offered while nothing is typed.
    actions: Vec<PaletteAction>,
    /// Where the picker was opened.
    below: KeyContext,
    preview: Vec<PageLine>,
    /// What the preview is of, and its width.
    preview_of: Option<(PickerItem, usize)>,
    /// The names of the actions, then those of the screens.
    own: TextIndex,
    selected: usize,
    offset: usize,
}

impl PickerLayer {
    #[must_use]
    pub fn new(env: &Env, kind: PickerKind, below: KeyContext, actions: Vec<PaletteAction>) -> Self {
        let ctx = env.render_context();
        let names = actions.iter().map(|action| {
            // Other words for it, in both languages.
            let synonyms = format!("synonyms-{}", action.command.name());
            let synonyms = env.locale.has(&synonyms).then(|| env.locale.text(&synonyms).into());
            RowText {
                names: vec![action.name.as_str().into(), action.command.name().into()],
                rest: [action.words.as_str().into()].into_iter().chain(synonyms).collect(),
            }
        });
        let screens = Screen::ALL.map(|screen| RowText {
            names: vec![ctx.text(&format!("screen-{}", screen.name())).into(), screen.name().into()],
            rest: Vec::new(),
        });
        let own = TextIndex::new(names.chain(screens));
        let mut picker = Self {
            kind,
            text: TextInput::default(),
            query: Query::default(),
            items: Vec::new(),
            count: 0,
            actions,
            below,
            preview: Vec::new(),
            preview_of: None,
            own,
            selected: 0,
            offset: 0,
        };
        if kind == PickerKind::Finder {
            env.data.make_searchable_at_once(SearchIndex::Finder, &env.locale);
        }
        picker.search(env.data.index.finder_index());
        picker
    }

    /// Returns whether it lists entries that are not built yet.
    pub fn is_waiting(&self, env: &Env) -> bool {
        self.kind == PickerKind::Finder && !env.data.is_searchable(SearchIndex::Finder)
    }

    #[must_use]
    fn selected(&self) -> Option<PickerItem> {
        self.items.get(self.selected).copied()
    }

    /// Moves the selection by `by` rows, stopping at the ends.
    fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.items.len().saturating_sub(1));
    }

    /// Returns the items that a window of `height` rows shows.
    fn window(&self, height: usize) -> std::ops::Range<usize> {
        let most = self.items.len().saturating_sub(height);
        let start = self.offset.min(self.selected).max((self.selected + 1).saturating_sub(height)).min(most);
        start..(start + height).min(self.items.len())
    }

    /// Searches for what is typed, and selects the best match.
    fn search(&mut self, finder: &FinderIndex) {
        self.query = Query::new(self.text.value());
        self.preview_of = None;
        self.preview.clear();
        let mut ranked = self.ranked(finder);
        self.count = ranked.len();
        if ranked.len() > MOST {
            ranked.select_nth_unstable(MOST);
            ranked.truncate(MOST);
        }
        ranked.sort_unstable();
        self.items = ranked.into_iter().map(|(_, _, _, item)| self.item(item, finder)).collect();
        self.selected = 0;
        self.offset = 0;
    }

    /// Returns the matches with what they are sorted by: whether the action would do nothing now, the score, the kind,
    /// the position.
    fn ranked(&self, finder: &FinderIndex) -> Vec<(bool, std::cmp::Reverse<MatchScore>, u8, usize)> {
        let screens = match self.kind {
            PickerKind::Palette => 0,
            PickerKind::Finder => Screen::COUNT,
        };
        let of_own = self.own.scores(&self.query);
        let offered = of_own.into_iter().take(self.actions.len() + screens).enumerate();
        // The finder lists the screens themselves, so it leaves out their commands.
        let is_screen = |n: usize| {
            let command = self.actions.get(n).map(|action| action.command);
            screens > 0 && Screen::ALL.iter().any(|screen| Some(screen.command()) == command)
        };
        let offered = offered.filter(|(n, _)| !is_screen(*n));
        let mut ranked: Vec<_> = offered
            .filter_map(|(n, score)| {
                let (rank, idle) = self.actions.get(n).map_or((3, false), |action| (4, !action.is_useful));
                Some((idle, std::cmp::Reverse(score?), rank, n))
            })
            .collect();
        if self.kind == PickerKind::Finder {
            let begin = self.actions.len() + Screen::COUNT;
            ranked.extend(finder.scores(&self.query).filter_map(|(n, score)| {
                let found = finder.entries.get(n)?;
                Some((false, std::cmp::Reverse(score), found.rank(), begin + n))
            }));
        }
        // With nothing typed, screens and records come first.
        if self.query.is_empty() && self.kind == PickerKind::Finder {
            ranked.retain(|(_, _, rank, _)| *rank < 4);
            for (_, _, rank, _) in &mut ranked {
                *rank = if *rank == 3 { 0 } else { *rank + 1 };
            }
        }
        ranked
    }

    fn item(&self, n: usize, finder: &FinderIndex) -> PickerItem {
        let (actions, screens) = (self.actions.len(), Screen::COUNT);
        match Screen::ALL.get(n.wrapping_sub(actions)) {
            _ if n < actions => PickerItem::Action(n),
            Some(screen) => PickerItem::Screen(*screen),
            None => PickerItem::Destination((n - actions - screens).min(finder.entries.len().saturating_sub(1))),
        }
    }
}

impl PickerLayer {
    /// Runs the selected action, or goes to the selected record or screen.
    fn pick(&self, env: &Env) -> EventReply {
        let request = match self.selected() {
            None => return EventReply::DONE,
            Some(PickerItem::Action(n)) => self.actions.get(n).map(|action| action.request(env)),
            Some(PickerItem::Screen(screen)) => Some(Request::Run(screen.command())),
            Some(PickerItem::Destination(n)) => {
                env.data.index.finder_index().entries.get(n).and_then(|found| go_to(env, found))
            }
        };
        EventReply::Handled([Request::Close].into_iter().chain(request).collect())
    }

    fn preview(&self, item: PickerItem, width: usize, env: &Env, lists: &ListLayer) -> Vec<PageLine> {
        let ctx = env.render_context();
        let page = |subject| OpenPage::new(&ctx, subject, width).page.lines().to_vec();
        let of_row = |screen: Screen, row| screen.listing().preview(&ctx, row, width);
        match item {
            PickerItem::Destination(n) => match env.data.index.finder_index().entries.get(n) {
                Some(Destination::Startup(n)) => of_row(Screen::Portfolio, ListRow::Startup(*n)),
                Some(Destination::Obligation(n)) => of_row(Screen::Obligations, ListRow::Occurrence(*n)),
                Some(Destination::Convention(id)) => page(PageSubject::Convention(id.clone())),
                Some(Destination::Party(id)) => page(PageSubject::Party(id.clone())),
                Some(Destination::Person(id)) => page(PageSubject::Person(id.clone())),
                Some(Destination::Note(id, n)) => note(&ctx, id, *n, width),
                None => Vec::new(),
            },
            PickerItem::Screen(screen) => match lists.list_of(screen).selected_row() {
                Some(row) => of_row(screen, row),
                None => Vec::new(),
            },
            PickerItem::Action(_) => Vec::new(),
        }
    }

    fn areas(&self, area: Rect) -> layout::PickerAreas {
        layout::picker(area, self.kind == PickerKind::Finder)
    }
}

/// Returns the whole text of a note.
fn note(ctx: &RenderContext<'_>, startup: &Id, n: usize, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    if let Some(note) = ctx.startup(startup).and_then(|startup| startup.notes.get(n)) {
        builder.line(vec![piece(Token::Title, ctx.startup_name(startup))]);
        builder.line(note.on.map(|on| piece(Token::Muted, ctx.locale.date_long(on))).into_iter().collect());
        builder.blank();
        builder.text(None, Token::Text, 0, &sanitize_lines(&note.text));
    }
    builder.into_lines()
}

/// Goes to the page or the row of something found.
fn go_to(env: &Env, found: &Destination) -> Option<Request> {
    let page = |subject| Some(Request::OpenPage(subject, None));
    match found {
        Destination::Startup(n) => page(PageSubject::Startup(env.data.answers.startups.get(*n)?.startup.clone())),
        Destination::Convention(id) => page(PageSubject::Convention(id.clone())),
        Destination::Party(id) => page(PageSubject::Party(id.clone())),
        Destination::Person(id) => page(PageSubject::Person(id.clone())),
        Destination::Note(id, n) => {
            let record = RecordRef::new(RecordKind::Startup, id.clone());
            let line = Target::value(record, KeyPath::top().key("notes").index(*n));
            Some(Request::OpenPage(PageSubject::Startup(id.clone()), Some(line)))
        }
        Destination::Obligation(n) => {
            let occurrence = env.data.answers.occurrences.get(*n)?;
            Some(Request::ShowRow(Screen::Obligations, Target::Occurrence(Box::new(occurrence.clone()))))
        }
    }
}

impl LayerOps for PickerLayer {
    fn context(&self, _env: &Env) -> KeyContext {
        KeyContext::Picker
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let rows = self.areas(env.area()).rows;
        let page = isize::try_from(rows.height).unwrap_or(1).max(2) - 1;
        match event {
            Event::Command(Command::Down) => self.step(1),
            Event::Command(Command::Up) => self.step(-1),
            Event::Command(Command::PageDown) => self.step(page),
            Event::Command(Command::PageUp) => self.step(-page),
            Event::Command(Command::Accept) => return self.pick(env),
            Event::Command(Command::Cancel) => return EventReply::ask(Request::Close),
            Event::Wheel { by, .. } => self.step(by.signum()),
            Event::Click { at, twice } if rows.contains(at) => {
                let item = self.window(usize::from(rows.height)).start + usize::from(at.y - rows.y);
                self.step(item.cast_signed() - self.selected.cast_signed());
                return if twice { self.pick(env) } else { EventReply::DONE };
            }
            Event::Click { .. } => {}
            _ if edit_text(&mut self.text, event) => self.search(env.data.index.finder_index()),
            _ => return EventReply::Ignored,
        }
        EventReply::DONE
    }

    /// The numbers of entries change with the data.
    fn refresh(&mut self, env: &Env) {
        if self.kind == PickerKind::Finder {
            env.data.make_searchable_at_once(SearchIndex::Finder, &env.locale);
        }
        self.search(env.data.index.finder_index());
    }

    fn settle(&mut self, env: &Env, lists: &ListLayer) {
        let areas = self.areas(env.area());
        self.offset = self.window(usize::from(areas.rows.height)).start;
        let width = usize::from(areas.preview.width);
        let wanted = self.selected().filter(|_| width > 0).map(|item| (item, width));
        if self.preview_of != wanted {
            self.preview = wanted.map_or_else(Vec::new, |(item, width)| self.preview(item, width, env, lists));
            self.preview_of = wanted;
        }
    }

    fn outer(&self, env: &Env) -> Rect {
        self.areas(env.area()).outer
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        Some(self.draw_box(env, area, painter))
    }
}
