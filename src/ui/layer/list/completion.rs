//! What the word of the filter under the cursor can be completed to, and which word is not understood.

use tui_input::Input as TextInput;

use super::ListLayer;
use crate::report::filter::{Candidate, candidates};
use crate::ui::env::Env;

/// What is shown above the filter while it is typed, made once per key.
#[derive(Default)]
pub(super) struct Completions {
    /// What the word can be completed to; the key takes the first.
    pub candidates: Vec<Candidate>,
    /// Why a word is not understood.
    pub problem: Option<String>,
}

impl Completions {
    /// Returns the number of lines that they take.
    pub const fn lines(&self) -> usize {
        self.candidates.len() + self.problem.is_some() as usize
    }
}

impl ListLayer {
    /// Finds the completions again; called after every key that changes the filter.
    pub(super) fn complete_again(&mut self, env: &Env) {
        if !self.is_typing {
            self.completions = Completions::default();
            return;
        }
        let list = self.list();
        let text = list.typed();
        // As many as leave most of the list visible.
        let most = usize::from(env.size.1 / 4).clamp(1, 6);
        let candidates = |facts| candidates(text.value(), cursor_byte(text), facts, &env.locale, most);
        let candidates = list.facts().map(candidates).unwrap_or_default();
        let problem = list.asked().problems().find(|(_, problem)| !problem.is_unfinished());
        let problem = problem.map(|(_, problem)| problem.words(&env.locale));
        self.completions = Completions { candidates, problem };
    }

    /// Completes the word under the cursor; returns whether there was a completion.
    pub(super) fn complete(&mut self, env: &Env) -> bool {
        let Some(taken) = self.completions.candidates.first().cloned() else { return false };
        let text = self.list().typed().value();
        let (Some(before), Some(after)) = (text.get(..taken.at.start), text.get(taken.at.end..)) else {
            return false;
        };
        let after = if taken.word.ends_with(' ') { after.trim_start() } else { after };
        let cursor = before.chars().count() + taken.word.chars().count();
        let text = TextInput::new(format!("{before}{}{after}", taken.word)).with_cursor(cursor);
        self.filter(self.screen, text, env);
        true
    }

    /// Returns whether the cursor is at the end of the filter.
    pub(super) fn is_at_end(&self) -> bool {
        let text = self.list().typed();
        text.cursor() >= text.value().chars().count()
    }
}

/// Returns the position of the cursor in bytes.
fn cursor_byte(text: &TextInput) -> usize {
    let value = text.value();
    value.char_indices().nth(text.cursor()).map_or(value.len(), |(at, _)| at)
}
