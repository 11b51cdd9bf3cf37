//! A box to pick from by typing: the palette, of actions, and the finder, of everything that one can go to.

mod actions;
mod row;

use tui_input::Input;

pub use actions::{PaletteAction, actions};
pub use row::{FuzzyPart, PickerRow, row};

use crate::report::filter::{Query, RowText, Score, TextIndex};
use crate::ui::finder_index::FinderIndex;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::screen::Screen;
use crate::ui::widget::page::PageLine;

/// So many are offered at most: who needs more types a letter.
const MOST: usize = 200;

/// What a picker offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickerKind {
    /// Actions.
    Palette,
    /// Everything.
    Finder,
}

/// One thing to pick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickerItem {
    /// An action, by its number.
    Action(usize),
    /// A screen.
    Screen(Screen),
    /// Something of the records, by its number among what can be found.
    Destination(usize),
}

/// The box.
pub struct Picker {
    /// Of what.
    pub kind: PickerKind,
    /// What is typed.
    pub typed: Input,
    /// What is looked for.
    pub query: Query,
    /// What is offered, the best first.
    pub items: Vec<PickerItem>,
    /// How many were found, offered or not.
    pub found: usize,
    /// The actions, in the order in which they are offered when nothing is typed.
    pub actions: Vec<PaletteAction>,
    /// Where they were asked for.
    pub beneath: KeyContext,
    /// The preview of what is selected.
    pub preview: Vec<PageLine>,
    /// Of what it is, and how wide.
    pub preview_of: Option<(PickerItem, usize)>,
    /// The names of the actions, then those of the screens.
    own: TextIndex,
    selected: usize,
    offset: usize,
}

impl Picker {
    /// Opens a box over a context, with nothing typed yet.
    #[must_use]
    pub fn new(ctx: &RenderContext<'_>, kind: PickerKind, beneath: KeyContext, actions: Vec<PaletteAction>) -> Self {
        let names = actions.iter().map(|action| RowText {
            names: vec![action.name.as_str().into(), action.command.name().into()],
            rest: vec![action.words.as_str().into()],
        });
        let screens = Screen::ALL.map(|screen| RowText {
            names: vec![ctx.text(&format!("screen-{}", screen.name())).into(), screen.name().into()],
            rest: Vec::new(),
        });
        let own = TextIndex::new(names.chain(screens));
        Self {
            kind,
            typed: Input::default(),
            query: Query::default(),
            items: Vec::new(),
            found: 0,
            actions,
            beneath,
            preview: Vec::new(),
            preview_of: None,
            own,
            selected: 0,
            offset: 0,
        }
    }

    /// What is selected.
    #[must_use]
    pub fn selected(&self) -> Option<PickerItem> {
        self.items.get(self.selected).copied()
    }

    /// Its place among what is offered.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.selected
    }

    /// Selects what stands that many rows further, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.items.len().saturating_sub(1));
    }

    /// The items that a window of that many rows shows.
    #[must_use]
    pub fn window(&self, height: usize) -> std::ops::Range<usize> {
        let most = self.items.len().saturating_sub(height);
        let start = self.offset.min(self.selected).max((self.selected + 1).saturating_sub(height)).min(most);
        start..(start + height).min(self.items.len())
    }

    /// Keeps the scrolling that a window of that many rows has now.
    pub fn settle(&mut self, height: usize) {
        self.offset = self.window(height).start;
    }

    /// Looks for what is typed; the best is selected.
    pub fn look(&mut self, finder_index: &FinderIndex) {
        self.query = Query::new(self.typed.value());
        self.preview_of = None;
        self.preview.clear();
        let mut ranked = self.ranked(finder_index);
        self.found = ranked.len();
        if ranked.len() > MOST {
            ranked.select_nth_unstable(MOST);
            ranked.truncate(MOST);
        }
        ranked.sort_unstable();
        self.items = ranked.into_iter().map(|(_, _, _, item)| self.item(item, finder_index)).collect();
        self.selected = 0;
        self.offset = 0;
    }

    /// All that is found, to be put in order: what cannot be done now last, then by how well it is found, by what it
    /// is, and by its place.
    fn ranked(&self, finder_index: &FinderIndex) -> Vec<(bool, std::cmp::Reverse<Score>, u8, usize)> {
        let screens = match self.kind {
            PickerKind::Palette => 0,
            PickerKind::Finder => Screen::COUNT,
        };
        let of_own = self.own.scores(&self.query);
        let offered = of_own.into_iter().take(self.actions.len() + screens).enumerate();
        // Where screens are offered themselves, their commands would say it twice.
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
            ranked.extend(finder_index.scores(&self.query).filter_map(|(n, score)| {
                let found = finder_index.entries.get(n)?;
                Some((false, std::cmp::Reverse(score), found.rank(), begin + n))
            }));
        }
        // With nothing typed, where one can go comes first.
        if self.query.is_empty() && self.kind == PickerKind::Finder {
            ranked.retain(|(_, _, rank, _)| *rank < 4);
            for (_, _, rank, _) in &mut ranked {
                *rank = if *rank == 3 { 0 } else { *rank + 1 };
            }
        }
        ranked
    }

    fn item(&self, n: usize, finder_index: &FinderIndex) -> PickerItem {
        let (actions, screens) = (self.actions.len(), Screen::COUNT);
        match Screen::ALL.get(n.wrapping_sub(actions)) {
            _ if n < actions => PickerItem::Action(n),
            Some(screen) => PickerItem::Screen(*screen),
            None => PickerItem::Destination((n - actions - screens).min(finder_index.entries.len().saturating_sub(1))),
        }
    }
}
