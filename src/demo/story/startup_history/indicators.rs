//! Indicators with their headings, targets, and monthly values, each with a trend of its own.

use super::super::Role;
use super::super::ledger::{Ledger, MonthlyBatch, StoryFact, end_of_month, months_after};
use super::super::profiles::{StartupProfile, Trend};
use crate::model::{Date, Heading};

const SECTION: u8 = 6;
/// Maximum number of monthly values.
const MAX_VALUES: u32 = 24;
const CLOSING: u32 = 1_000;

/// Records the values of the indicators since construction began `days` ago.
pub fn record_facts(ledger: &mut Ledger, profile: &StartupProfile, record: &str, construction: i64) {
    let Some(kind) = main_indicator(profile.trend) else { return };
    let first = end_of_month(ledger.ago(construction - 45));
    let all = (0..).map(|n| end_of_month(months_after(first, n))).take_while(|day| *day < ledger.today).count();
    let skipped = u32::try_from(all).unwrap_or(0).saturating_sub(MAX_VALUES);
    let count = u32::try_from(all).unwrap_or(0) - skipped;
    let size = 40 + ledger.random.below(90);
    let days: Vec<Date> = (0..count).map(|n| end_of_month(months_after(first, n + skipped))).collect();
    let values: Vec<String> = (0..count).map(|n| value(ledger, profile.trend, n, count, size)).collect();
    let mut all = vec![(kind, values.clone())];
    all.extend(DERIVED.iter().filter(|_| is_count(profile.trend)).map(|&(kind, percent)| {
        let share = |value: &String| (value.parse::<u64>().unwrap_or(0) * percent / 100).to_string();
        (kind, values.iter().map(share).collect())
    }));
    for (at, (kind, values)) in (0..).zip(all) {
        let name = kind.name;
        for (n, (on, value)) in (0..).zip(days.iter().zip(&values)) {
            let mut fact = StoryFact::new(*on, Role::CoachA, "measure", format!("{}: {name} {value}", profile.id));
            if n == 0 {
                let goal = goal(&kind, values.iter().filter_map(|value| value.parse().ok()).max());
                let by = end_of_month(months_after(ledger.today, 5));
                let head = head(&kind, (*on, value), (by, &goal), at == 0);
                fact = fact.put(record, (SECTION, at, 0), head).put(record, (SECTION, at, CLOSING), "]\n");
            }
            let line = entry(*on, value);
            ledger.write(fact.batch(MonthlyBatch::Measured).put(record, (SECTION, at, n + 1), line));
        }
    }
}

/// Returns the keys of an indicator before its values.
fn head(kind: &IndicatorKind, baseline: (Date, &str), target: (Date, &str), is_main: bool) -> String {
    let IndicatorKind { name, unit, heading } = kind;
    let main = if is_main { "main     = true\n" } else { "" };
    let ((on, value), (by, goal)) = (baseline, target);
    format!(
        "\n[[indicators]]\nname     = \"{name}\"\nunit     = \"{unit}\"\nheading  = \"{heading}\"\n{main}\
         baseline = {{ on = {on}, value = {value} }}\ntargets  = [{{ by = {by}, value = {goal} }}]\nvalues   = [\n",
        heading = heading.name(),
    )
}

/// Returns the value to reach: a quarter above the highest one, in two digits; of a duration or a share, a fixed one.
fn goal(kind: &IndicatorKind, highest: Option<u64>) -> String {
    match (kind.unit, highest) {
        ("jours", _) => "10".to_owned(),
        ("%", _) | (_, None) => "95".to_owned(),
        (_, Some(highest)) => {
            let goal = highest * 5 / 4 + 1;
            let step = 10_u64.pow(goal.ilog10().saturating_sub(1));
            (goal.div_ceil(step) * step).to_string()
        }
    }
}

fn entry(on: Date, value: &str) -> String {
    format!("  {{ on = {on}, value = {value} }},\n")
}

/// What an indicator counts.
#[derive(Clone, Copy)]
struct IndicatorKind {
    name: &'static str,
    unit: &'static str,
    heading: Heading,
}

/// What follows from the number of users, as a share of it in percent.
const DERIVED: [(IndicatorKind, u64); 2] = [
    (kind("Démarches menées à bien dans le mois", "démarches", Heading::Useful), 60),
    (kind("Déplacements évités dans le mois", "déplacements", Heading::Impactful), 25),
];

const fn kind(name: &'static str, unit: &'static str, heading: Heading) -> IndicatorKind {
    IndicatorKind { name, unit, heading }
}

const fn main_indicator(trend: Trend) -> Option<IndicatorKind> {
    Some(match trend {
        Trend::Nothing => return None,
        Trend::Rising => kind("Usagers par mois", "usagers", Heading::Used),
        Trend::Seasonal => kind("Demandes reçues dans le mois", "demandes", Heading::Used),
        Trend::Level => kind("Communes qui l’emploient", "communes", Heading::Used),
        Trend::Falling => kind("Délai moyen de réponse", "jours", Heading::Efficient),
        Trend::Sudden => kind("Signalements du mois", "signalements", Heading::Used),
        Trend::Share => kind("Part des demandes menées à bien", "%", Heading::Usable),
    })
}

/// Returns whether the number of users is known, so that what one costs can be said.
const fn is_count(trend: Trend) -> bool {
    matches!(trend, Trend::Rising | Trend::Seasonal)
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
