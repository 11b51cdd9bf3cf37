//! The state of the screen, and how it answers.

use std::sync::Arc;

use crossterm::event::{Event, KeyCode, KeyModifiers};
use ratatui::Frame;
use ratatui::widgets::Paragraph;

use super::{Data, Effect, Input, Outcome, Setup};

/// Everything that the screen knows.
pub struct State {
    setup: Setup,
    data: Option<Arc<Data>>,
}

impl State {
    /// The first state, and what it asks for.
    #[must_use]
    pub fn new(setup: Setup) -> (Self, Vec<Effect>) {
        (Self { setup, data: None }, vec![Effect::Reload])
    }

    /// Takes one input and says what is to be done. Does nothing itself.
    pub fn update(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Terminal(Event::Key(key)) => match key.code {
                KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => vec![Effect::Quit],
                KeyCode::Char('q') => vec![Effect::Quit],
                KeyCode::Char('u') => vec![Effect::Undo],
                _ => Vec::new(),
            },
            Input::Outcome(Outcome::Data(data)) => {
                self.data = Some(data);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}

/// Draws the state.
pub fn draw(state: &State, frame: &mut Frame<'_>) {
    let names: Vec<String> = match &state.data {
        Some(data) => data.portfolio.startups.values().map(|startup| startup.name.clone()).collect(),
        None => vec![state.setup.folder.clone()],
    };
    frame.render_widget(Paragraph::new(names.join("\n")), frame.area());
}
