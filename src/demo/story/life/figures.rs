//! The figures that a startup follows, month after month, each with a shape of its own.

use super::super::Role;
use super::super::cast::{Life, Shape};
use super::super::ledger::{Crowd, Fact, Ledger, end_of_month, months_after};
use crate::model::Date;

const SECTION: u8 = 4;
/// More months than this are not followed.
const MOST: u32 = 24;
/// After the last value.
const CLOSING: u32 = 1_000;

/// The values of an indicator since its construction began so many days ago.
pub fn tell(ledger: &mut Ledger, life: &Life, record: &str, construction: i64) {
    let Some((name, unit)) = words(life.shape) else { return };
    let first = end_of_month(ledger.ago(construction - 45));
    let all = (0..).map(|n| end_of_month(months_after(first, n))).take_while(|day| *day < ledger.today).count();
    let skipped = u32::try_from(all).unwrap_or(0).saturating_sub(MOST);
    let count = u32::try_from(all).unwrap_or(0) - skipped;
    let size = 40 + ledger.random.below(90);
    for n in 0..count {
        let on = end_of_month(months_after(first, n + skipped));
        let value = value(ledger, life.shape, n, count, size);
        let mut fact = Fact::new(on, Role::CoachA, "measure", format!("{}: {name} {value}", life.id));
        if n == 0 {
            let head = format!("\n[[indicators]]\nname   = \"{name}\"\nunit   = \"{unit}\"\nvalues = [\n");
            fact = fact.put(record, (SECTION, 0, 0), head).put(record, (SECTION, 0, CLOSING), "]\n");
        }
        let line = entry(on, &value);
        ledger.write(fact.crowd(Crowd::Measured).put(record, (SECTION, 0, n + 1), line));
    }
}

fn entry(on: Date, value: &str) -> String {
    format!("  {{ on = {on}, value = {value} }},\n")
}

const fn words(shape: Shape) -> Option<(&'static str, &'static str)> {
    Some(match shape {
        Shape::Nothing => return None,
        Shape::Rising => ("Usagers par mois", "usagers"),
        Shape::Seasonal => ("Demandes reçues dans le mois", "demandes"),
        Shape::Level => ("Communes qui l’emploient", "communes"),
        Shape::Falling => ("Délai moyen de réponse", "jours"),
        Shape::Sudden => ("Signalements du mois", "signalements"),
        Shape::Share => ("Part des demandes menées à bien", "%"),
    })
}

/// As it stands in the file: a whole number, or a decimal in quotes.
fn value(ledger: &mut Ledger, shape: Shape, n: u32, of: u32, size: u64) -> String {
    const YEAR: [u64; 12] = [10, 8, 11, 15, 24, 38, 46, 44, 27, 16, 12, 9];
    let (n, of) = (u64::from(n), u64::from(of.max(1)));
    let jitter = ledger.random.below(7);
    match shape {
        Shape::Nothing | Shape::Rising => (size * (n + 1) * (n + 2) / 6 + jitter * (n + 1)).to_string(),
        Shape::Seasonal => {
            (YEAR.get(usize::try_from(n % 12).unwrap_or(0)).unwrap_or(&10) * size / 8 + jitter).to_string()
        }
        Shape::Level => (size / 2 * (n + 1).min(of / 2) / (of / 2).max(1) + jitter / 3).to_string(),
        Shape::Falling => (60 - 46 * n / of + jitter / 2).to_string(),
        Shape::Sudden if n * 3 < of * 2 => (jitter / 2).to_string(),
        Shape::Sudden => (size * 12 + 90 * jitter).to_string(),
        Shape::Share => format!("\"{}.{}\"", (41 + 52 * n / of + jitter).min(99), jitter),
    }
}
