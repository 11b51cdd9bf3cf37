//! Signals of the operating system: terminate, stop, continue.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A request by signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Terminate, with the number of the signal.
    End(i32),
    /// Stop until continued.
    Stop,
    /// Continue after a stop: other programs may have used the terminal.
    Continue,
}

/// Calls `handle` for each signal, on its own thread. While `lent` is set, an editor owns the terminal: an interrupt is
/// for the editor, a stop for both, and continuing needs nothing.
///
/// # Errors
/// If the signals cannot be caught.
#[cfg(unix)]
pub fn listen(lent: Arc<AtomicBool>, handle: impl Fn(Signal) + Send + 'static) -> std::io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let lent = lent.load(Ordering::SeqCst);
            match signal {
                SIGINT | SIGQUIT | SIGCONT if lent => {}
                SIGTSTP if lent => stop(),
                SIGTSTP => handle(Signal::Stop),
                SIGCONT => handle(Signal::Continue),
                other => handle(Signal::End(other)),
            }
        }
    })?;
    Ok(())
}

/// This system has no signals.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn listen(_lent: Arc<AtomicBool>, _tell: impl Fn(Signal) + Send + 'static) -> std::io::Result<()> {
    Ok(())
}

/// Sets `cancelled` when a signal asks the program to terminate, and `signal` to its number. While `idle` is set, the
/// signal terminates the program at once.
///
/// # Errors
/// If the signals cannot be caught.
#[cfg(unix)]
pub fn stop_at(
    cancelled: &Arc<AtomicBool>,
    signal: &Arc<std::sync::atomic::AtomicUsize>,
    idle: &Arc<AtomicBool>,
) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::flag;

    for number in [SIGINT, SIGTERM, SIGHUP] {
        flag::register_conditional_shutdown(number, 128 + number, Arc::clone(idle))?;
        flag::register_usize(number, Arc::clone(signal), usize::try_from(number).unwrap_or_default())?;
        flag::register(number, Arc::clone(cancelled))?;
    }
    Ok(())
}

/// This system has no signals.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn stop_at(
    _cancelled: &Arc<AtomicBool>,
    _signal: &Arc<std::sync::atomic::AtomicUsize>,
    _idle: &Arc<AtomicBool>,
) -> std::io::Result<()> {
    Ok(())
}

/// Stops this program as `Ctrl-Z` does in a shell. Returns when it continues.
pub fn stop() {
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}
