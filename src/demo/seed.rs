//! The facts from which the records of a startup and its convention are generated.

use chrono::Days;

use super::names::{self, NOUNS, PARTIES, PartyName};
use super::random::SplitMix64;
use crate::model::Date;

/// Above this number of records, they are split into subfolders, which git writes and walks much faster.
pub const SUBFOLDER_SIZE: usize = 100;
/// The home party of the portfolio.
pub const HOME: &str = "pepiniere";
/// Age of the oldest startup in days, at [`last_day`].
const HISTORY_DAYS: u64 = 900;

/// Returns the day up to which facts are recorded: a suitable as-of date.
#[must_use]
pub fn last_day() -> Date {
    Date::from_ymd_opt(2026, 10, 1).unwrap_or_default()
}

/// The facts that a startup and its convention share.
pub struct StartupSeed {
    pub id: String,
    pub name: String,
    folder: Option<String>,
    pub partner: &'static PartyName,
    pub began: Date,
    /// The day of signature of its convention, if signed.
    pub signed: Option<Date>,
    seed: u64,
}

impl StartupSeed {
    pub fn new(number: usize, of: usize, seed: u64) -> Self {
        let seed = seed ^ (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut random = SplitMix64::new(seed);
        // Names are ordered like numbers, so each subfolder contains consecutive names.
        let noun = NOUNS[number * NOUNS.len() / of.max(1)];
        let digits = of.saturating_sub(1).to_string().len();
        let began = last_day() - Days::new(random.below(HISTORY_DAYS) + 30);
        let signed = (random.below(8) > 0).then(|| began + Days::new(random.below(25)));
        Self {
            id: format!("{}-{number:0digits$}", names::id(noun)),
            name: format!("{noun} {number:0digits$}"),
            folder: (of > SUBFOLDER_SIZE).then(|| format!("{:03}", number / SUBFOLDER_SIZE)),
            partner: random.one_of(PARTIES),
            began,
            signed,
            seed,
        }
    }

    pub fn convention_id(&self) -> String {
        format!("{}-{}-{HOME}", self.id, self.partner.id)
    }

    pub fn file(&self, kind: &str, id: &str) -> String {
        match &self.folder {
            Some(folder) => format!("{kind}/{folder}/{id}.toml"),
            None => format!("{kind}/{id}.toml"),
        }
    }

    /// Returns a generator for a record.
    pub fn random(&self, record: u64) -> SplitMix64 {
        SplitMix64::new(self.seed.rotate_left(17) ^ record)
    }
}
