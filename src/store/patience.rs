//! Waiting for another process, a little longer each time, and not for ever.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// So long another process is waited for: longer than any command that a person waits for.
pub(super) const LONGEST: Duration = Duration::from_secs(5);
/// The first wait.
const FIRST: Duration = Duration::from_millis(2);
/// The longest single wait.
const LAST: Duration = Duration::from_millis(64);
/// How often a wait looks whether somebody wants it ended.
const GLANCE: Duration = Duration::from_millis(20);

/// What is left of it.
pub(super) struct Patience {
    left: Duration,
    next: Duration,
    longest: Duration,
}

impl Patience {
    /// Which lasts so long.
    pub const fn of(left: Duration) -> Self {
        Self { left, next: FIRST, longest: LAST }
    }

    /// For what many wait for at once: single waits grow up to so long.
    pub const fn growing_to(mut self, longest: Duration) -> Self {
        self.longest = longest;
        self
    }

    /// Waits, unless it has come to its end. Tells whether it waited.
    pub fn wait(&mut self) -> bool {
        self.wait_unless(&AtomicBool::new(false))
    }

    /// The same, but the wait ends as soon as it is cancelled.
    pub fn wait_unless(&mut self, cancelled: &AtomicBool) -> bool {
        if self.left.is_zero() {
            return false;
        }
        // Those who wait for the same thing must not all come back at the same moment.
        let wait = (self.next / 2 + self.next * by_chance() / 100).min(self.left);
        self.left -= wait;
        self.next = (self.next * 2).min(self.longest);
        let mut rest = wait;
        while !rest.is_zero() && !cancelled.load(Ordering::SeqCst) {
            let slice = rest.min(GLANCE);
            sleep(slice);
            rest -= slice;
        }
        true
    }
}

/// A number up to 100 that other processes are not likely to have.
fn by_chance() -> u32 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_micros());
    now.wrapping_add(std::process::id().wrapping_mul(31)) % 101
}
