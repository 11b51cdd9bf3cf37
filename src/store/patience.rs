//! Waiting for another process, a little longer each time, and not for ever.

use std::thread::sleep;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// So long another process is waited for: longer than any command that a person waits for.
pub(super) const LONGEST: Duration = Duration::from_secs(5);
/// The first wait.
const FIRST: Duration = Duration::from_millis(2);
/// The longest single wait.
const LAST: Duration = Duration::from_millis(64);

/// What is left of it.
pub(super) struct Patience {
    left: Duration,
    next: Duration,
}

impl Patience {
    /// Which lasts so long.
    pub const fn of(left: Duration) -> Self {
        Self { left, next: FIRST }
    }

    /// Waits, unless it has come to its end. Tells whether it waited.
    pub fn wait(&mut self) -> bool {
        if self.left.is_zero() {
            return false;
        }
        // Those who wait for the same thing must not all come back at the same moment.
        let wait = (self.next / 2 + self.next * by_chance() / 100).min(self.left);
        sleep(wait);
        self.left -= wait;
        self.next = (self.next * 2).min(LAST);
        true
    }
}

/// A number up to 100 that other processes are not likely to have.
fn by_chance() -> u32 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_micros());
    now.wrapping_add(std::process::id().wrapping_mul(31)) % 101
}
