//! The time spent on each startup. It counts only what the clock of the program has passed to the screen.

use std::collections::BTreeMap;

use crate::model::{DateTime, Id};
use crate::ui::session::ReviewSession;

#[derive(Clone, Debug, Default)]
pub(super) struct Timer {
    /// The seconds spent on each startup before it was shown this time.
    spent: BTreeMap<String, i64>,
    /// The startup that is shown, and since when.
    running: Option<(Id, DateTime)>,
    now: Option<DateTime>,
}

impl Timer {
    pub fn resumed(session: &ReviewSession) -> Self {
        Self { spent: session.spent.clone(), ..Self::default() }
    }

    /// Takes the time and the startup that is shown.
    pub fn see(&mut self, startup: Option<&Id>, now: Option<DateTime>) {
        let Some(now) = now else { return };
        if self.running.as_ref().map(|(id, _)| id) != startup {
            if let Some((id, since)) = self.running.take() {
                *self.spent.entry(id.to_string()).or_default() += seconds(since, now);
            }
            self.running = startup.map(|id| (id.clone(), now));
        }
        self.now = Some(now);
    }

    /// Returns the whole minutes spent on a startup; `None` without a clock.
    pub fn minutes(&self, startup: &Id) -> Option<i64> {
        let now = self.now?;
        let before = self.spent.get(startup.as_str()).copied().unwrap_or(0);
        let running = self.running.as_ref().filter(|(id, _)| id == startup);
        Some((before + running.map_or(0, |(_, since)| seconds(*since, now))) / 60)
    }

    /// Returns the seconds spent on each startup.
    pub fn spent(&self) -> BTreeMap<String, i64> {
        let mut spent = self.spent.clone();
        if let (Some((id, since)), Some(now)) = (&self.running, self.now) {
            *spent.entry(id.to_string()).or_default() += seconds(*since, now);
        }
        spent
    }
}

/// Returns the seconds between two times; none if the clock was set back.
fn seconds(since: DateTime, now: DateTime) -> i64 {
    (now - since).num_seconds().max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_counted_for_the_startup_that_is_looked_at() {
        let at = |time: &str| Some(DateTime::parse_from_str(time, "%Y-%m-%d %H:%M").unwrap());
        let id = |text: &str| Id::new(text).unwrap();
        let mut timer = Timer::default();
        assert_eq!(timer.minutes(&id("a")), None, "nobody knows the time");
        timer.see(Some(&id("a")), at("2026-11-20 23:50"));
        timer.see(Some(&id("a")), at("2026-11-21 00:05"));
        assert_eq!(timer.minutes(&id("a")), Some(15), "past midnight");
        timer.see(Some(&id("b")), at("2026-11-21 00:06"));
        timer.see(None, at("2026-11-21 00:10"));
        timer.see(Some(&id("a")), at("2026-11-21 00:30"));
        timer.see(Some(&id("a")), at("2026-11-21 00:31"));
        assert_eq!((timer.minutes(&id("a")), timer.minutes(&id("b"))), (Some(17), Some(4)));
        timer.see(Some(&id("a")), at("2026-11-20 12:00"));
        assert_eq!(timer.minutes(&id("a")), Some(16), "a clock that was set back takes nothing away");
    }
}
