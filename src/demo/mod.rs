//! Fictional portfolios of any size, reproducible from a seed: for newcomers, pictures, tests and benches.
//!
//! All names are fictional. [`files`] generates records for measurements: each convention has two contributions,
//! twenty obligations and its payments, about 7 kB, like the largest real ones. [`story`] generates the demo.

mod convention;
mod names;
mod random;
mod startup;
pub mod story;

use chrono::Days;

use self::names::{NOUNS, PARTIES, PartyName};
use self::random::Random;
use crate::model::Date;

/// Above this number of records, they are split into subfolders, which git writes and walks much faster.
const SUBFOLDER_SIZE: usize = 100;
/// The home party of the portfolio.
const HOME: &str = "pepiniere";
/// Age of the oldest startup in days, at [`last_day`].
const HISTORY_DAYS: u64 = 900;

/// Returns the day up to which facts are recorded: a suitable as-of date.
#[must_use]
pub fn last_day() -> Date {
    Date::from_ymd_opt(2026, 10, 1).unwrap_or_default()
}

/// Returns the files of a portfolio of `records` startups with a convention each, as paths below its folder and
/// texts. They are generated lazily.
pub fn files(records: usize, seed: u64) -> impl Iterator<Item = (String, String)> {
    let portfolio = std::iter::once(("portfolio.toml".to_owned(), portfolio()));
    let parties = std::iter::once((HOME, "Pépinière des Trois Rivières", "agency"))
        .chain(PARTIES.iter().map(|PartyName { id, name, kind }| (*id, *name, *kind)))
        .map(|(id, name, kind)| (format!("parties/{id}.toml"), party(name, kind)));
    let pairs = (0..records).flat_map(move |number| {
        let one = StartupSeed::new(number, records, seed);
        let startup = (one.file("startups", &one.id), startup::text(&one));
        let convention = (one.file("conventions", &one.convention_id()), convention::text(&one));
        [startup, convention]
    });
    portfolio.chain(parties).chain(pairs)
}

/// The facts that a startup and its convention share.
struct StartupSeed {
    id: String,
    name: String,
    folder: Option<String>,
    partner: &'static PartyName,
    began: Date,
    /// The day of signature of its convention, if signed.
    signed: Option<Date>,
    seed: u64,
}

impl StartupSeed {
    fn new(number: usize, of: usize, seed: u64) -> Self {
        let seed = seed ^ (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut random = Random::new(seed);
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

    fn convention_id(&self) -> String {
        format!("{}-{}-{HOME}", self.id, self.partner.id)
    }

    fn file(&self, kind: &str, id: &str) -> String {
        match &self.folder {
            Some(folder) => format!("{kind}/{folder}/{id}.toml"),
            None => format!("{kind}/{id}.toml"),
        }
    }

    /// Returns a generator for a record.
    fn random(&self, record: u64) -> Random {
        Random::new(self.seed.rotate_left(17) ^ record)
    }
}

fn portfolio() -> String {
    format!("name = \"Portefeuille d’essai\"\nhome = \"{HOME}\"\n\n[habits]\npayment_days = 30\n")
}

fn party(name: &str, kind: &str) -> String {
    format!("name = \"{name}\"\nkind = \"{kind}\"\n")
}

#[cfg(test)]
mod tests;
