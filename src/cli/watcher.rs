//! The thread that watches the folder, and asks the worker to reload after a change.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::cli::errors;
use crate::cli::message::Message;
use crate::cli::worker::Job;
use crate::locale::Locale;
use crate::store::FolderWatch;
use crate::ui::{Effect, Outcome};

/// Starts it. Where the system refuses to watch, that is told, and the folder is read again when somebody asks.
///
/// # Errors
/// When the system has no thread for it.
pub fn start(watch: FolderWatch, jobs: Sender<Job>, tell: Sender<Message>, locale: Arc<Locale>) -> io::Result<()> {
    let look = move || drop(jobs.send(Job::Perform(Effect::Refresh)));
    let run = move || {
        if let Err(error) = watch.watch(&look) {
            let words = errors::watch(&locale, &error).line();
            drop(tell.send(Message::Outcome(Outcome::Message(words))));
        }
    };
    std::thread::Builder::new().name("watch".into()).spawn(run)?;
    Ok(())
}
