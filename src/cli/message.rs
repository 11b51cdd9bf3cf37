//! What the threads of the screen send to its event loop.

use std::io;

use crossterm::event::Event;

use crate::cli::editor::EditorTarget;
use crate::cli::signals::Signal;
use crate::model::RecordRef;
use crate::ui::Outcome;

/// An event for the screen.
pub enum Message {
    /// Keys, pastes and sizes.
    Events(Vec<Event>),
    /// Reading the terminal failed.
    Deaf(io::Error),
    /// A signal.
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
