//! Building what filters and the finder search, when they are used for the first time.

use std::sync::{Arc, OnceLock};

use super::finder;
use crate::locale::Locale;
use crate::report::filter::{FactTable, TextIndex, ValueNames};
use crate::ui::data::{Data, SearchIndex};
use crate::ui::render_context::RenderContext;
use crate::ui::screen::Screen;
use crate::ui::widget::list::{RowSearch, RowSet};

/// With at most this many rows, an index is built while the key that needs it is handled.
const FEW_ROWS: usize = 1_000;

impl Data {
    /// Returns whether an index is built.
    #[must_use]
    pub fn is_searchable(&self, index: SearchIndex) -> bool {
        match index {
            SearchIndex::Rows(screen) => self.index.rows(screen).search().is_some(),
            SearchIndex::Finder => self.index.finder.get().is_some(),
        }
    }

    /// Builds an index, unless it is there. All copies of the data share it. Slow with many rows.
    pub fn make_searchable(&self, index: SearchIndex, locale: &Locale) {
        if self.is_searchable(index) {
            return;
        }
        let ctx = RenderContext::new(self, locale);
        match index {
            SearchIndex::Rows(screen) => {
                make_rows_searchable(self.index.rows(screen).row_set(), screen, &ctx, &self.index.names);
            }
            SearchIndex::Finder => {
                self.index.finder.get_or_init(|| finder::finder_index(&ctx));
            }
        }
    }

    /// Does the same if there are few rows.
    pub fn make_searchable_at_once(&self, index: SearchIndex, locale: &Locale) {
        let rows = match index {
            SearchIndex::Rows(screen) => self.index.rows(screen).len(),
            SearchIndex::Finder => finder::count(self),
        };
        if rows <= FEW_ROWS {
            self.make_searchable(index, locale);
        }
    }
}

/// Builds the texts and facts of the rows of a screen. The lists share the names.
pub(super) fn make_rows_searchable(
    row_set: &RowSet,
    screen: Screen,
    ctx: &RenderContext<'_>,
    names: &OnceLock<Arc<ValueNames>>,
) {
    row_set.make_searchable(|| {
        let (listing, rows) = (screen.listing(), row_set.rows());
        let new_names = || Arc::new(ValueNames::new(&ctx.data.portfolio, ctx.locale, ctx.data.me.as_ref()));
        let names = Arc::clone(names.get_or_init(new_names));
        RowSearch {
            texts: TextIndex::new(rows.iter().map(|row| listing.row_text(ctx, *row))),
            facts: FactTable::new(listing.filtered_list(), names, rows.iter().map(|row| listing.facts(ctx, *row))),
        }
    });
}

#[cfg(test)]
mod tests {
    use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;
    use crate::locale::Language;
    use crate::model::{Id, Portfolio, Startup};
    use crate::rules;
    use crate::ui::{Depth, Effect, Input, Outcome, Setup, State, Theme, draw};

    fn data(startups: usize, locale: &Locale) -> Arc<Data> {
        let mut portfolio = Portfolio::default();
        for n in 0..startups {
            let id = Id::new(&format!("startup-{n}")).expect("an id");
            portfolio.insert_startup(Arc::new(Startup::new(id, &format!("Startup {n}"))));
        }
        let as_of = "2020-12-01".parse().expect("a day");
        let answers = Arc::new(rules::answers(&portfolio, as_of));
        Arc::new(Data { portfolio: Arc::new(portfolio), as_of, answers, ..Data::default() }.indexed(locale))
    }

    /// The screen with Portfolio shown.
    fn state(data: &Arc<Data>) -> State {
        let theme = Theme::named("dark", Depth::True).expect("a theme");
        let mut state = State::new(Setup::new(Language::English, theme, data.as_of, (100, 30))).0;
        state.update(Input::Outcome(Outcome::Data(Arc::clone(data))));
        press(&mut state, "2");
        state
    }

    /// What is to be built after some keys.
    fn press(state: &mut State, keys: &str) -> Vec<SearchIndex> {
        let key = |c| Input::Terminal(Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
        let effects = keys.chars().flat_map(|c| state.update(key(c)));
        effects
            .filter_map(|effect| if let Effect::MakeSearchable(index) = effect { Some(index) } else { None })
            .collect()
    }

    fn text(state: &State) -> String {
        let mut terminal = Terminal::new(TestBackend::new(100, 30)).expect("a terminal");
        terminal.draw(|frame| draw(state, frame)).expect("a frame");
        terminal.backend().buffer().content().iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn a_long_list_is_searched_when_a_filter_is_typed_and_no_other() {
        let locale = Locale::new(Language::English);
        let data = data(FEW_ROWS + 1, &locale);
        let rows = SearchIndex::Rows(Screen::Portfolio);
        let mut state = state(&data);
        assert!(!data.is_searchable(rows) && !data.is_searchable(SearchIndex::Finder));
        assert_eq!(press(&mut state, "/"), [rows]);
        assert_eq!(press(&mut state, "startup-77"), [], "it is asked for once");
        assert!(!data.is_searchable(rows), "no key waits for it");
        assert!(text(&state).contains("Reading…") && state.target().is_none(), "no row is taken for a match");
        data.make_searchable(rows, &locale);
        state.update(Input::Outcome(Outcome::Searchable));
        assert!(text(&state).contains("Startup 77") && !text(&state).contains("Startup 78"));
        assert!(
            Screen::ALL
                .iter()
                .all(|screen| { data.is_searchable(SearchIndex::Rows(*screen)) == (*screen == Screen::Portfolio) })
        );
        assert!(!data.is_searchable(SearchIndex::Finder));
        let renewed = Data { answers: Arc::new(data.answers.as_ref().clone()), ..Data::clone(&data) }.indexed(&locale);
        assert!(renewed.is_searchable(rows), "a list that was searched remains searchable");
        assert!(!renewed.is_searchable(SearchIndex::Rows(Screen::Today)));
    }

    #[test]
    fn the_finder_of_many_records_is_built_when_it_is_opened() {
        let locale = Locale::new(Language::English);
        let data = data(FEW_ROWS + 1, &locale);
        let mut state = state(&data);
        assert_eq!(press(&mut state, "f"), [SearchIndex::Finder]);
        assert!(text(&state).contains("Reading…"));
        assert_eq!(press(&mut state, "startup-77"), []);
        data.make_searchable(SearchIndex::Finder, &locale);
        state.update(Input::Outcome(Outcome::Searchable));
        assert!(text(&state).contains("Startup 77") && !text(&state).contains("Reading…"));
    }

    #[test]
    fn few_rows_are_searched_at_once() {
        let data = data(FEW_ROWS, &Locale::new(Language::English));
        let mut state = state(&data);
        assert!(!data.is_searchable(SearchIndex::Rows(Screen::Portfolio)));
        assert_eq!(press(&mut state, "/startup-77"), []);
        assert!(text(&state).contains("Startup 77") && !text(&state).contains("Startup 78"));
    }
}
