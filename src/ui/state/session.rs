//! Restores the session at the start, and returns it at the end.

use super::State;
use crate::locale::Language;
use crate::ui::arrangement::Arrangements;
use crate::ui::screen::Screen;
use crate::ui::session::{ListSession, Session};

/// What the user chose on the screen, now or in an earlier run. It overrides the configuration.
#[derive(Clone, Debug, Default)]
pub(super) struct UserChoices {
    pub language: Option<Language>,
    pub theme: Option<String>,
    pub mouse: Option<bool>,
}

impl State {
    /// Returns what is to be restored at the next start.
    #[must_use]
    pub fn session(&self) -> Session {
        let lists = Screen::ALL.into_iter().map(|screen| (screen.name().to_owned(), self.list_session(screen)));
        Session {
            screen: Some(self.lists.screen.name().to_owned()),
            language: self.choices.language.map(|language| language.tag().to_owned()),
            theme: self.choices.theme.clone(),
            background: self.env.background.map(|background| background.name().to_owned()),
            mouse: self.choices.mouse,
            review: self.review_session(),
            lists: lists.filter(|(_, list)| *list != ListSession::default()).collect(),
        }
    }

    fn list_session(&self, screen: Screen) -> ListSession {
        let list = self.lists.list_of(screen);
        // A row that was never found again may be there the next time.
        let selected = self.lists.awaited(screen).cloned().or_else(|| {
            let row = list.selected_row()?;
            screen.listing().target(&self.env.data, row)?.name()
        });
        let arrangement = self.lists.arrangements.of(screen).clone();
        ListSession { filter: list.typed().value().to_owned(), selected, arrangement }
    }

    /// Restores a session. The rows to select are selected when they are there.
    pub(super) fn restore(&mut self, session: Session) {
        self.choices.language = session.language();
        self.choices.theme = session.theme;
        self.choices.mouse = session.mouse;
        self.review = session.review;
        let screen = Screen::ALL.into_iter().find(|screen| Some(screen.name()) == session.screen.as_deref());
        self.lists.screen = screen.unwrap_or(self.lists.screen);
        for screen in Screen::ALL {
            let Some(list) = session.lists.get(screen.name()) else { continue };
            self.lists.filter(screen, list.filter.as_str().into(), &self.env);
            self.lists.await_row(screen, list.selected.clone());
            self.lists.arrangements.set(screen, list.arrangement.clone());
        }
    }

    /// Returns the arrangement of each list, used to build the data.
    #[must_use]
    pub const fn arrangements(&self) -> &Arrangements {
        &self.lists.arrangements
    }
}
