//! The box of the first run: a folder with nothing in it becomes a portfolio by two names.

use crossterm::event::KeyEvent;
use tui_input::{Input, InputRequest};

use crate::ui::command::Command;
use crate::ui::typing;

/// Two names being typed.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// The incubator's, and that of the party that keeps the portfolio.
    pub names: [Input; 2],
    /// Which of them has the keys.
    pub at: usize,
    /// Whether the folder is being set up.
    pub busy: bool,
    /// Whether the suggested name stands there as if selected: the first character typed replaces it.
    fresh: bool,
}

/// What a key came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WelcomeOutcome {
    /// On with typing.
    Stay,
    /// Out of the program.
    Leave,
    /// Set it up with these names; the second may be empty.
    SetUp(String, String),
}

impl Welcome {
    /// With the name that the folder suggests.
    #[must_use]
    pub fn new(suggested: String) -> Self {
        Self { names: [Input::new(suggested), Input::default()], at: 0, busy: false, fresh: true }
    }

    /// Takes a key, and what the keymap says that it asks for.
    pub fn key(&mut self, asked: Option<Command>, key: &KeyEvent) -> WelcomeOutcome {
        if let Some(command) = asked {
            return self.command(command);
        }
        if let Some(request) = typing::request(key).filter(|_| !self.busy) {
            self.type_in(request);
        }
        WelcomeOutcome::Stay
    }

    /// Does what a command asks for.
    pub fn command(&mut self, command: Command) -> WelcomeOutcome {
        match command {
            Command::Quit | Command::Cancel => return WelcomeOutcome::Leave,
            // What is under way is not asked for twice.
            _ if self.busy => {}
            Command::Commit => return self.set_up(),
            Command::Accept if self.at == 1 => return self.set_up(),
            Command::Accept | Command::NextField | Command::PreviousField => self.at = 1 - self.at,
            _ => {}
        }
        WelcomeOutcome::Stay
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        if self.busy {
            return;
        }
        for c in text.trim().chars() {
            self.type_in(InputRequest::InsertChar(if c.is_control() { ' ' } else { c }));
        }
    }

    fn type_in(&mut self, request: InputRequest) {
        let Some(name) = self.names.get_mut(self.at) else { return };
        if self.at == 0 && std::mem::take(&mut self.fresh) && matches!(request, InputRequest::InsertChar(_)) {
            name.reset();
        }
        name.handle(request);
    }

    fn set_up(&mut self) -> WelcomeOutcome {
        let [name, home] = self.names.each_ref().map(|name| name.value().trim().to_owned());
        if name.is_empty() {
            self.at = 0;
            return WelcomeOutcome::Stay;
        }
        self.busy = true;
        WelcomeOutcome::SetUp(name, home)
    }
}
