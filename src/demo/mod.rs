//! Fictional portfolios of any size, the same for the same seed: for newcomers, pictures, tests and benches.
//!
//! Nobody and nothing in them is real. A convention has two contributions, twenty obligations, and its money as it
//! moved: about 7 kB, as the largest real ones. Those are all alike, and for measuring; [`story`] is for reading.

mod convention;
mod names;
mod random;
mod startup;
pub mod story;

use chrono::Days;

use self::names::{NOUNS, PARTIES, Party};
use self::random::Random;
use crate::model::Date;

/// Folders larger than this are sorted into folders of their own, which git writes and walks much faster.
const CROWD: usize = 100;
/// The party that keeps the portfolio.
const HOME: &str = "pepiniere";
/// Days before which the portfolio was set up, from [`last_day`].
const PAST: u64 = 900;

/// The day up to which things have been written down: a good day to look at it.
#[must_use]
pub fn last_day() -> Date {
    Date::from_ymd_opt(2026, 10, 1).unwrap_or_default()
}

/// The files of a portfolio of so many startups with a convention each: their paths below its folder, and their
/// texts. They are made one by one as they are taken.
pub fn files(records: usize, seed: u64) -> impl Iterator<Item = (String, String)> {
    let portfolio = std::iter::once(("portfolio.toml".to_owned(), portfolio()));
    let parties = std::iter::once((HOME, "Pépinière des Trois Rivières", "agency"))
        .chain(PARTIES.iter().map(|Party { id, name, kind }| (*id, *name, *kind)))
        .map(|(id, name, kind)| (format!("parties/{id}.toml"), party(name, kind)));
    let pairs = (0..records).flat_map(move |number| {
        let one = One::new(number, records, seed);
        let startup = (one.file("startups", &one.id), startup::text(&one));
        let convention = (one.file("conventions", &one.convention_id()), convention::text(&one));
        [startup, convention]
    });
    portfolio.chain(parties).chain(pairs)
}

/// What a startup and its convention have in common.
struct One {
    id: String,
    name: String,
    folder: Option<String>,
    partner: &'static Party,
    /// The day that it began.
    began: Date,
    /// The day that its convention was signed; some never are.
    signed: Option<Date>,
    seed: u64,
}

impl One {
    fn new(number: usize, of: usize, seed: u64) -> Self {
        let seed = seed ^ (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut random = Random::new(seed);
        // Names rise with the numbers, so that each sorted folder holds neighbours.
        let noun = NOUNS[number * NOUNS.len() / of.max(1)];
        let digits = of.saturating_sub(1).to_string().len();
        let began = last_day() - Days::new(random.below(PAST) + 30);
        let signed = (random.below(8) > 0).then(|| began + Days::new(random.below(25)));
        Self {
            id: format!("{}-{number:0digits$}", names::id(noun)),
            name: format!("{noun} {number:0digits$}"),
            folder: (of > CROWD).then(|| format!("{:03}", number / CROWD)),
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

    /// Numbers of its own for each record.
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
