//! Waiting for another process, longer after each attempt, up to a limit.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How long an operation waits for another process: longer than a command that a person runs takes.
pub(super) const WAIT_LIMIT: Duration = Duration::from_secs(5);
/// The first wait.
const FIRST: Duration = Duration::from_millis(2);
/// The longest single wait.
const LAST: Duration = Duration::from_millis(64);
/// How often a wait checks for cancellation.
const POLL: Duration = Duration::from_millis(20);

/// The remaining time to wait.
pub(super) struct Backoff {
    left: Duration,
    next: Duration,
    longest: Duration,
}

impl Backoff {
    /// Waits for at most `left` in total.
    pub const fn of(left: Duration) -> Self {
        Self { left, next: FIRST, longest: LAST }
    }

    /// Lets a single wait grow to `longest`, if many processes compete.
    pub const fn growing_to(mut self, longest: Duration) -> Self {
        self.longest = longest;
        self
    }

    /// Waits once. Returns `false` if no time is left.
    pub fn wait(&mut self) -> bool {
        self.wait_unless(&AtomicBool::new(false))
    }

    /// Returns the same, but returns as soon as `cancelled` is set.
    pub fn wait_unless(&mut self, cancelled: &AtomicBool) -> bool {
        if self.left.is_zero() {
            return false;
        }
        // Processes that wait for the same thing should not all try again at once.
        let wait = (self.next / 2 + self.next * jitter() / 100).min(self.left);
        self.left -= wait;
        self.next = (self.next * 2).min(self.longest);
        let mut rest = wait;
        while !rest.is_zero() && !cancelled.load(Ordering::SeqCst) {
            let slice = rest.min(POLL);
            sleep(slice);
            rest -= slice;
        }
        true
    }
}

/// Returns a number up to 100 that differs between processes.
fn jitter() -> u32 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_micros());
    now.wrapping_add(std::process::id().wrapping_mul(31)) % 101
}
