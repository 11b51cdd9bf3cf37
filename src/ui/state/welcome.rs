//! The first run: what the keys of its box do, and what comes after.

use crossterm::event::KeyEvent;

use super::{Notice, State};
use crate::model::Arg;
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::help::keys_name;
use crate::ui::overlay::welcome::Answer;

impl State {
    /// A key for the box; `None` where it is not open.
    pub(super) fn welcome_key(&mut self, key: &KeyEvent) -> Option<Vec<Effect>> {
        let Some(Overlay::Welcome(welcome)) = &mut self.overlay else { return None };
        Some(match welcome.key(key) {
            Answer::Stay => Vec::new(),
            Answer::Leave => vec![Effect::Quit],
            Answer::SetUp(name, home) => vec![Effect::SetUp { name, home }],
        })
    }

    /// The folder is a portfolio now: the first startup comes next.
    pub(super) fn begun(&mut self) {
        self.overlay = None;
        self.notice = Some(Notice::Told(self.with_key("welcome-done", Command::AddStartup)));
    }

    /// A text that names the first keys of a command.
    pub(in crate::ui) fn with_key(&self, text: &str, command: Command) -> String {
        let context = self.screen.listing().context();
        let keys = self.keymap.keys_of(context, command);
        let keys = keys.first().map(|keys| keys_name(&self.locale, keys)).unwrap_or_default();
        self.locale.message(text, &[("keys", Arg::Text(keys))])
    }
}
