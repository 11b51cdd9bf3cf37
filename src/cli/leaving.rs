//! Leaving the screen while edits are still being committed.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::cli::errors::{Code, Failure};
use crate::cli::message::{Message, ends};
use crate::cli::output;
use crate::cli::signals::Signal;
use crate::locale::Locale;
use crate::ui::Outcome;

/// How long a commit may take before the program says what it waits for.
const UNNOTICED: Duration = Duration::from_secs(1);

/// Waits for `saving` effects that write to end, after the terminal was given back. A signal, such as that of Ctrl-C,
/// sets `stops_commit`. Returns the exit code if it is not that of the screen.
///
/// # Errors
/// If the last of the edits was not committed.
pub fn wait(
    mut saving: usize,
    messages: &Receiver<Message>,
    stops_commit: &AtomicBool,
    locale: &Locale,
) -> Result<Option<Code>, Failure> {
    let mut result = Ok(None);
    let mut is_said = false;
    while saving > 0 {
        match messages.recv_timeout(UNNOTICED) {
            Err(RecvTimeoutError::Timeout) if is_said => {}
            Err(RecvTimeoutError::Timeout) => {
                output::notice(&(locale.text("leaving-saves") + "\n"));
                is_said = true;
            }
            Ok(Message::Signal(Signal::End(_))) => stops_commit.store(true, Ordering::SeqCst),
            Ok(Message::Outcome(Outcome::Failed { what, remedy, .. })) => {
                saving -= 1;
                result = Err(Failure { what, remedy, code: Code::Refused });
            }
            Ok(Message::WorkerGone) | Err(RecvTimeoutError::Disconnected) => return Ok(Some(Code::CouldNotRun)),
            Ok(Message::Outcome(outcome)) if ends(&outcome) => saving -= 1,
            Ok(_) => {}
        }
    }
    result
}
