//! A fictional startup: phases, committees and an indicator.

use std::fmt::Write as _;

use chrono::Days;

use super::names;
use super::seed::{HOME, StartupSeed, last_day};

const PHASES: [&str; 4] = ["investigation", "construction", "acceleration", "consolidation"];
const DECISIONS: [&str; 5] = ["continue", "continue", "provisional", "accelerate", "consolidate"];

/// Returns the text of its record.
pub fn text(seed: &StartupSeed) -> String {
    let mut random = seed.random(1);
    let mut text = String::with_capacity(1_500);
    let mission = random.one_of(names::MISSIONS);
    let statistics = random.below(3) > 0;
    let _ = write!(
        text,
        "name = \"{}\"\nmission = \"{mission}\"\nincubator = \"{HOME}\"\nsponsors = [\"{}\", \"{HOME}\"]\n\
         site = \"https://{id}.example\"\nstatistics = {statistics}\nrepository = \"https://code.example/{id}\"\n",
        seed.name,
        seed.partner.id,
        id = seed.id,
    );
    let mut day = seed.began;
    for phase in PHASES.iter().take(1 + usize::try_from(random.below(4)).unwrap_or(0)) {
        if day > last_day() {
            break;
        }
        let _ = write!(text, "\n[[phases]]\nphase = \"{phase}\"\nfrom = {day}\n");
        day = day + Days::new(120 + random.below(200));
    }
    // Committees are held about every six months; the last one is sometimes missing.
    let mut day = seed.began + Days::new(150 + random.below(60));
    while day + Days::new(random.below(260)) < last_day() {
        let decision = random.one_of(&DECISIONS);
        let until = day + Days::new(183);
        let envelope = 10_000 + 5_000 * random.below(9);
        let _ = write!(
            text,
            "\n[[committees]]\non = {day}\nstate = \"held\"\ndecision = \"{decision}\"\nenvelope = {envelope}\nuntil = {until}\n"
        );
        day = day + Days::new(170 + random.below(40));
    }
    let _ = write!(text, "\n[[indicators]]\nname = \"Usagers par mois\"\nunit = \"usagers\"\nvalues = [\n");
    for month in 1..=3 {
        let _ = writeln!(
            text,
            "  {{ on = {}, value = {} }},",
            last_day() - Days::new(90 - 30 * month),
            random.below(9_000)
        );
    }
    text.push_str("]\n");
    text
}
