//! Runs another program in a session of its own, without a controlling terminal. See [`store::DETACHED`].

use std::ffi::OsString;
use std::process::ExitCode;

use crate::store;

/// The exit code of a shell that cannot start a program.
#[cfg(unix)]
const NOT_STARTED: u8 = 127;

/// Replaces this process by the program that the arguments name. Returns only if it cannot be started, or `None` if the
/// arguments name none.
#[cfg(unix)]
pub fn run(mut arguments: impl Iterator<Item = OsString>) -> Option<ExitCode> {
    use std::os::unix::process::CommandExt;
    let program = arguments.nth(1).filter(|first| first == store::DETACHED).and_then(|_| arguments.next())?;
    // Fails only for the leader of a process group, which has no session of its own then.
    let _ = rustix::process::setsid();
    let error = std::process::Command::new(&program).args(arguments).exec();
    super::output::error(&format!("{}: {error}", program.display()));
    Some(ExitCode::from(NOT_STARTED))
}

/// This system has no sessions.
#[cfg(not(unix))]
pub fn run(_: impl Iterator<Item = OsString>) -> Option<ExitCode> {
    None
}
