//! What outlives the program: taken up at the start, handed on at the end.

use super::State;
use crate::locale::Language;
use crate::ui::arrangement::Arrangements;
use crate::ui::screen::Screen;
use crate::ui::session::{ListSession, Session};
use crate::ui::target::Target;

/// What was chosen while the program ran, or in a run before: it goes before the configuration.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct UserChoices {
    pub language: Option<Language>,
    pub theme: Option<String>,
    pub mouse: Option<bool>,
}

impl State {
    /// What is to be there again at the next start.
    #[must_use]
    pub fn session(&self) -> Session {
        let lists = Screen::ALL.into_iter().map(|screen| (screen.name().to_owned(), self.list_session(screen)));
        Session {
            screen: Some(self.screen.name().to_owned()),
            language: self.chosen.language.map(|language| language.tag().to_owned()),
            theme: self.chosen.theme.clone(),
            background: self.background.map(|background| background.name().to_owned()),
            mouse: self.chosen.mouse,
            lists: lists.filter(|(_, list)| *list != ListSession::default()).collect(),
        }
    }

    fn list_session(&self, screen: Screen) -> ListSession {
        let list = &self.lists[screen.index()];
        // A selection that was never found again may be there the next time.
        let selected = self.awaited[screen.index()].clone().or_else(|| {
            let row = list.selected_row()?;
            screen.listing().target(&self.data, row)?.name()
        });
        let arrangement = self.arrangements.of(screen).clone();
        ListSession { filter: list.typed().value().to_owned(), selected, arrangement }
    }

    /// Takes up what was remembered. What is selected waits for the rows.
    pub(super) fn restore(&mut self, session: Session) {
        self.chosen.language = session.language();
        self.chosen.theme = session.theme;
        self.chosen.mouse = session.mouse;
        let screen = Screen::ALL.into_iter().find(|screen| Some(screen.name()) == session.screen.as_deref());
        self.screen = screen.unwrap_or(self.screen);
        for screen in Screen::ALL {
            let Some(list) = session.lists.get(screen.name()) else { continue };
            self.filter_list(screen, list.filter.as_str().into());
            self.awaited[screen.index()].clone_from(&list.selected);
            self.arrangements.set(screen, list.arrangement.clone());
        }
    }

    /// How each list is arranged, for who makes the data.
    #[must_use]
    pub const fn arrangements(&self) -> &Arrangements {
        &self.arrangements
    }

    /// What is to be selected of a list whose rows have come: what was remembered, until somebody has moved.
    /// Forgotten where all is read and it is not among them.
    pub(super) fn await_selection(&mut self, screen: Screen) {
        let Some(name) = self.awaited[screen.index()].take() else { return };
        let target = Target::named(&name, &self.data);
        let found = target.is_some_and(|target| self.lists[screen.index()].select(target.identity()));
        if !found && (self.data.loading.is_some() || self.lists[screen.index()].is_empty()) {
            self.awaited[screen.index()] = Some(name);
        }
    }
}
