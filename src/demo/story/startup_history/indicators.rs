//! Monthly indicator values, each with a trend of its own.

use super::super::Role;
use super::super::ledger::{Ledger, MonthlyBatch, StoryFact, end_of_month, months_after};
use super::super::profiles::{StartupProfile, Trend};
use crate::model::Date;

const SECTION: u8 = 6;
/// Maximum number of monthly values.
const MAX_VALUES: u32 = 24;
const CLOSING: u32 = 1_000;

/// Records the values of an indicator since construction began `days` ago.
pub fn record_facts(ledger: &mut Ledger, profile: &StartupProfile, record: &str, construction: i64) {
    let Some((name, unit)) = words(profile.trend) else { return };
    let first = end_of_month(ledger.ago(construction - 45));
    let all = (0..).map(|n| end_of_month(months_after(first, n))).take_while(|day| *day < ledger.today).count();
    let skipped = u32::try_from(all).unwrap_or(0).saturating_sub(MAX_VALUES);
    let count = u32::try_from(all).unwrap_or(0) - skipped;
    let size = 40 + ledger.random.below(90);
    for n in 0..count {
        let on = end_of_month(months_after(first, n + skipped));
        let value = value(ledger, profile.trend, n, count, size);
        let mut fact = StoryFact::new(on, Role::CoachA, "measure", format!("{}: {name} {value}", profile.id));
        if n == 0 {
            let head = format!("\n[[indicators]]\nname   = \"{name}\"\nunit   = \"{unit}\"\nvalues = [\n");
            fact = fact.put(record, (SECTION, 0, 0), head).put(record, (SECTION, 0, CLOSING), "]\n");
        }
        let line = entry(on, &value);
        ledger.write(fact.batch(MonthlyBatch::Measured).put(record, (SECTION, 0, n + 1), line));
    }
}

fn entry(on: Date, value: &str) -> String {
    format!("  {{ on = {on}, value = {value} }},\n")
}

const fn words(trend: Trend) -> Option<(&'static str, &'static str)> {
    Some(match trend {
        Trend::Nothing => return None,
        Trend::Rising => ("Usagers par mois", "usagers"),
        Trend::Seasonal => ("Demandes reçues dans le mois", "demandes"),
        Trend::Level => ("Communes qui l’emploient", "communes"),
        Trend::Falling => ("Délai moyen de réponse", "jours"),
        Trend::Sudden => ("Signalements du mois", "signalements"),
        Trend::Share => ("Part des demandes menées à bien", "%"),
    })
}

/// Formats a value as in the file: an integer, or a quoted decimal.
fn value(ledger: &mut Ledger, trend: Trend, n: u32, of: u32, size: u64) -> String {
    const YEAR: [u64; 12] = [10, 8, 11, 15, 24, 38, 46, 44, 27, 16, 12, 9];
    let (n, of) = (u64::from(n), u64::from(of.max(1)));
    let jitter = ledger.random.below(7);
    match trend {
        Trend::Nothing | Trend::Rising => (size * (n + 1) * (n + 2) / 6 + jitter * (n + 1)).to_string(),
        Trend::Seasonal => {
            (YEAR.get(usize::try_from(n % 12).unwrap_or(0)).unwrap_or(&10) * size / 8 + jitter).to_string()
        }
        Trend::Level => (size / 2 * (n + 1).min(of / 2) / (of / 2).max(1) + jitter / 3).to_string(),
        Trend::Falling => (60 - 46 * n / of + jitter / 2).to_string(),
        Trend::Sudden if n * 3 < of * 2 => (jitter / 2).to_string(),
        Trend::Sudden => (size * 12 + 90 * jitter).to_string(),
        Trend::Share => format!("\"{}.{}\"", (41 + 52 * n / of + jitter).min(99), jitter),
    }
}
