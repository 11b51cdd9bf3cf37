//! The first run: what the keys of its box do, and what comes after.

use super::{Notice, State};
use crate::model::MessageArg;
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::keymap::keys_name;
use crate::ui::overlay::welcome::WelcomeOutcome;

impl State {
    /// What a key in the box came to.
    pub(super) fn welcomed(answer: WelcomeOutcome) -> Vec<Effect> {
        match answer {
            WelcomeOutcome::Stay => Vec::new(),
            WelcomeOutcome::Leave => vec![Effect::Quit],
            WelcomeOutcome::SetUp(name, home) => vec![Effect::SetUp { name, home }],
        }
    }

    /// The folder is a portfolio now: the first startup comes next.
    pub(super) fn begun(&mut self) {
        self.overlay = None;
        self.notice = Some(Notice::Done(self.with_key("welcome-done", Command::AddStartup)));
    }

    /// A text that names the first keys of a command.
    pub(in crate::ui) fn with_key(&self, text: &str, command: Command) -> String {
        let context = self.screen.listing().context();
        let keys = self.keymap.keys_of(context, command);
        let keys = keys.first().map(|keys| keys_name(&self.locale, keys)).unwrap_or_default();
        self.locale.message(text, &[("keys", MessageArg::Text(keys))])
    }
}
