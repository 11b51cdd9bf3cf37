//! The watcher thread: asks the worker to reload after a change to the folder.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::cli::errors;
use crate::cli::message::Message;
use crate::cli::worker::Job;
use crate::locale::Locale;
use crate::store::FolderWatch;
use crate::ui::{Effect, Outcome};

/// Starts the watcher. If the system cannot watch, the screen says so, and reloads on request only.
///
/// # Errors
/// If the system has no more threads.
pub fn start(watch: FolderWatch, jobs: Sender<Job>, sender: Sender<Message>, locale: Arc<Locale>) -> io::Result<()> {
    let look = move || drop(jobs.send(Job::Perform(Effect::Refresh)));
    let run = move || {
        if let Err(error) = watch.watch(&look) {
            let words = errors::watch(&locale, &error).line();
            drop(sender.send(Message::Outcome(Outcome::Message(words))));
        }
    };
    std::thread::Builder::new().name("watch".into()).spawn(run)?;
    Ok(())
}
