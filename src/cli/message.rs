//! What the threads of the screen send to its event loop.

use std::io;

use crossterm::event::Event;

use crate::cli::editor::EditorTarget;
use crate::cli::signals::Signal;
use crate::model::RecordRef;
use crate::ui::{Effect, Outcome};

/// An event for the screen.
pub enum Message {
    /// Keys, pastes and sizes.
    Events(Vec<Event>),
    /// Reading the terminal failed.
    Deaf(io::Error),
    Signal(Signal),
    /// The outcome of an effect.
    Outcome(Outcome),
    /// A text to copy.
    ToCopy(String),
    /// Open this editor at this position.
    Edit(String, EditorTarget, Option<RecordRef>),
    /// The worker panicked.
    WorkerGone,
}

/// Returns whether the program waits for the effect before it exits.
#[must_use]
pub const fn writes(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Save(..)
            | Effect::CloseReview { .. }
            | Effect::Undo(_)
            | Effect::Redo
            | Effect::CommitHandEdit(_)
            | Effect::Restore(..)
            | Effect::SetUp { .. }
            | Effect::Sync(_)
            | Effect::WritePaper(_)
    )
}

/// Returns whether the outcome ends an effect that [`writes`].
#[must_use]
pub const fn ends(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Saved(_)
            | Outcome::Restored(_)
            | Outcome::PortfolioCreated
            | Outcome::Failed { .. }
            | Outcome::Synced(_)
            | Outcome::Questions(_)
            | Outcome::PaperWritten(_)
            | Outcome::PaperExists(_)
    )
}
