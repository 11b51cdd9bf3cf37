//! What the word of the filter that is being typed may become, and what of it is not understood.

use tui_input::Input as TextInput;

use super::State;
use crate::report::filter::{Candidate, candidates};

/// What is told while the filter is typed, made once per key.
#[derive(Default)]
pub(in crate::ui) struct Completions {
    /// What the word may become, the first being taken by the key.
    pub candidates: Vec<Candidate>,
    /// Why a word is not understood.
    pub problem: Option<String>,
}

impl Completions {
    /// The lines that it takes.
    pub const fn lines(&self) -> usize {
        self.candidates.len() + self.problem.is_some() as usize
    }
}

impl State {
    /// What is told of the filter that is being typed.
    pub(in crate::ui) const fn completions(&self) -> &Completions {
        &self.completions
    }

    /// Looks again at what the filter may become: after every key that changes it.
    pub(super) fn renew_completions(&mut self) {
        if !self.filtering || self.looks_at_page() {
            self.completions = Completions::default();
            return;
        }
        let list = self.list();
        let typed = list.typed();
        // As many as leave most of the list to be seen.
        let most = usize::from(self.size.1 / 4).clamp(1, 6);
        let candidates = candidates(typed.value(), byte(typed), list.table(), &self.locale, most);
        let problem = list.asked().problems().find(|(_, problem)| !problem.is_unfinished());
        let problem = problem.map(|(_, problem)| problem.words(&self.locale));
        self.completions = Completions { candidates, problem };
    }

    /// Puts what is offered first in the place of the word. Whether there was anything.
    pub(super) fn complete(&mut self) -> bool {
        let Some(taken) = self.completions.candidates.first().cloned() else { return false };
        let typed = self.list().typed().value();
        let (Some(before), Some(after)) = (typed.get(..taken.at.start), typed.get(taken.at.end..)) else {
            return false;
        };
        let after = if taken.word.ends_with(' ') { after.trim_start() } else { after };
        let cursor = before.chars().count() + taken.word.chars().count();
        let typed = TextInput::new(format!("{before}{}{after}", taken.word)).with_cursor(cursor);
        self.filter_list(self.screen, typed);
        self.renew_completions();
        true
    }

    /// Whether the cursor is behind all that is typed, where a step to the right leads nowhere.
    pub(super) fn is_at_end(&self) -> bool {
        let typed = self.list().typed();
        typed.cursor() >= typed.value().chars().count()
    }
}

/// Where the cursor stands, in bytes.
fn byte(typed: &TextInput) -> usize {
    let value = typed.value();
    value.char_indices().nth(typed.cursor()).map_or(value.len(), |(at, _)| at)
}
