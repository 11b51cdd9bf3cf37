//! Fictional portfolios of any size, reproducible from a seed: for newcomers, pictures, tests and benches.
//!
//! All names are fictional. [`files`] generates records for measurements: each convention has two contributions,
//! twenty obligations and its payments, about 7 kB, like the largest real ones. [`story`] generates the demo.

mod convention;
mod names;
mod random;
mod seed;
mod startup;
pub mod story;

use self::names::{PARTIES, PartyName};
pub use self::seed::last_day;
use self::seed::{HOME, StartupSeed};

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

fn portfolio() -> String {
    format!("name = \"Portefeuille d’essai\"\nhome = \"{HOME}\"\n\n[habits]\npayment_days = 30\n")
}

fn party(name: &str, kind: &str) -> String {
    format!("name = \"{name}\"\nkind = \"{kind}\"\n")
}

#[cfg(test)]
mod tests;
