//! The life of a startup: its phases, committees, actions, figures and notes, each on its day.

use std::fmt::Write as _;

use super::Role;
use super::cast::{HOME, Life};
use super::ledger::{Crowd, Fact, Ledger, after, months_after, workday};
use super::oddities;
use crate::model::{Committee, CommitteeState, Date, Decision, Impact, Phase};

mod figures;

const PHASES: u8 = 1;
const COMMITTEES: u8 = 2;
const ACTIONS: u8 = 3;
const NOTES: u8 = 5;

/// Committees come about so often.
const RHYTHM: i64 = 182;

const ACTIONS_AGREED: [&str; 8] = [
    "Rappeler les trois communes qui n’ont pas répondu",
    "Publier le chiffre d’impact sur la page de statistiques",
    "Préparer la note de passation avec le service du numérique",
    "Trouver dix usagers pour les essais du mois",
    "Relancer le partenaire sur son versement",
    "Faire relire les mentions sur les données personnelles",
    "Demander un hébergement définitif",
    "Écrire ce qui ne marche pas, et pourquoi",
];

const REMARKS: [&str; 8] = [
    "Deux agents du partenaire viennent désormais aux démonstrations.",
    "Le service a été cité au conseil : on nous demande déjà la carte.",
    "La moitié des usagers arrivent par un courrier, non par un moteur de recherche.",
    "Le développeur part à la fin du mois ; sa relève est trouvée.",
    "L’équipe a renoncé au compte usager : personne ne s’en servait.",
    "Une autre collectivité demande à essayer.",
    "L’audit d’accessibilité a trouvé onze défauts, dont deux qui bloquent.",
    "Les données du partenaire arrivent avec trois semaines de retard.",
];

/// Writes it down.
pub fn tell(ledger: &mut Ledger, life: &Life) {
    let record = format!("startups/{}", life.id);
    born(ledger, life, &record);
    for (n, (phase, days)) in life.phases.iter().enumerate().skip(1) {
        let from = ledger.workday_ago(*days);
        let subject = format!("{}: phase {} from {from}", life.id, phase.name());
        let fact = Fact::new(from, coach(life), "phase", subject);
        ledger.write(fact.put(&record, (PHASES, number(n), 0), phase_entry(*phase, from)));
    }
    if let Some((_, days)) = life.phases.iter().find(|(phase, _)| *phase == Phase::Construction) {
        addresses(ledger, life, &record, *days);
        figures::tell(ledger, life, &record, *days);
    }
    let held = committees(ledger, life, &record);
    meetings_ahead(ledger, life, &record, held);
    notes(ledger, life, &record);
}

/// Which of the coaches follows it.
pub fn coach(life: &Life) -> Role {
    if life.incubator == HOME && life.id.len().is_multiple_of(2) { Role::CoachA } else { Role::CoachB }
}

fn born(ledger: &mut Ledger, life: &Life, record: &str) {
    let (phase, days) = life.phases.first().copied().unwrap_or((Phase::Investigation, 60));
    let from = ledger.workday_ago(days);
    let mut head = String::from("#:schema ../schema/startup.json\n");
    let _ = writeln!(head, "name      = \"{}\"", life.name);
    if let Some(also) = life.also {
        let _ = writeln!(head, "also      = [\"{also}\"]");
    }
    let _ = writeln!(head, "mission   = \"{}\"", life.mission);
    let _ = writeln!(head, "incubator = \"{}\"", life.incubator);
    let _ = writeln!(head, "sponsors  = [\"{}\"]", life.sponsor);
    let subject = format!("{}: new startup", life.id);
    let fact = Fact::new(from, Role::Lead, "new-startup", subject).body(format!(
        "{}\n{}\nPhase {} from {from}.\n",
        life.name,
        life.mission,
        phase.name()
    ));
    ledger.write(fact.put(record, (0, 0, 0), head).put(record, (PHASES, 0, 0), phase_entry(phase, from)));
}

fn phase_entry(phase: Phase, from: Date) -> String {
    format!("\n[[phases]]\nphase = \"{}\"\nfrom  = {from}\n", phase.name())
}

/// Where it is on the web: typed into the file by hand a few weeks after its construction began.
fn addresses(ledger: &mut Ledger, life: &Life, record: &str, construction: i64) {
    let on = ledger.workday_ago((construction - 30).max(3));
    let statistics = match oddities::statistics(life.id) {
        Some(false) => "statistics = false          # promise, pas encore ouverte".to_owned(),
        _ => format!("statistics = \"https://{}.example.org/stats\"", life.id),
    };
    let text = format!(
        "site       = \"https://{id}.example.org\"\n{statistics}\nrepository = \"https://code.example.org/{id}\"\n",
        id = life.id
    );
    let subject = format!("{}: where it is on the web", life.name);
    let fact = Fact { verb: None, ..Fact::new(on, coach(life), "", subject) };
    ledger.write(fact.put(record, (0, 1, 0), text));
}

/// The committees held, the oldest first; gives how many.
fn committees(ledger: &mut Ledger, life: &Life, record: &str) -> u32 {
    let Some((last, decision)) = life.last else { return 0 };
    let begun = life.phases.get(1).map_or(0, |(_, days)| *days);
    let mut days: Vec<i64> = std::iter::successors(Some(last), |day| Some(day + RHYTHM))
        .take_while(|day| *day == last || *day < begun - 60)
        .collect();
    days.reverse();
    for (n, ago) in days.iter().enumerate() {
        let latest = *ago == last;
        let decision = if latest { decision } else { Some(decided_then(life, *ago)) };
        meeting(ledger, life, record, number(n), *ago, decision);
    }
    number(days.len())
}

/// What a committee of that day must have decided, from what came after it.
fn decided_then(life: &Life, ago: i64) -> Decision {
    let next = life.phases.iter().find(|(_, from)| *from < ago && *from > ago - RHYTHM);
    match next {
        Some((Phase::Acceleration, _)) => Decision::Accelerate,
        Some((Phase::Consolidation, _)) => Decision::Consolidate,
        Some((Phase::Operated | Phase::Transferred, _)) => Decision::Transfer,
        _ => Decision::Continue,
    }
}

fn meeting(ledger: &mut Ledger, life: &Life, record: &str, n: u32, ago: i64, decision: Option<Decision>) {
    let on = ledger.workday_ago(ago);
    let envelope = 5_000 * (3 + ledger.random.below(7));
    let held = Committee {
        decision,
        until: decision.and_then(|decision| funded_until(decision, on)),
        impact: (n > 0).then(|| impact(ledger, n)),
        ..Committee::new(on, CommitteeState::Held)
    };
    if ago < 130 {
        let planned = workday(after(on, -21));
        let subject = format!("{}: committee planned on {on}", life.id);
        let fact = Fact::new(planned, coach(life), "plan", subject);
        let fact = fact.put(record, (COMMITTEES, n, 0), format!("\n[[committees]]\non       = {on}\n"));
        ledger.write(fact.put(record, (COMMITTEES, n, 1), "state    = \"planned\"\n"));
    }
    let mut words = String::from("state    = \"held\"\n");
    let mut body = String::new();
    if let Some(decision) = decision {
        let _ = writeln!(words, "decision = \"{}\"", decision.name());
    }
    if let Some(until) = held.until {
        let _ = write!(words, "envelope = {envelope}\nuntil    = {until}\n");
        let _ = write!(body, "Envelope: €{},{:03}\nFunded until {until}\n", envelope / 1_000, envelope % 1_000);
    }
    if decision == Some(Decision::Provisional) {
        words.push_str("conditions = [\"Dix usagers réguliers à la fin du mois\", \"Un hébergement à son nom\"]\n");
    }
    if let Some(impact) = held.impact {
        words.push_str(&impact_line(&impact));
    }
    let decided = decision.map(|decision| format!(", {}", decision.name())).unwrap_or_default();
    let subject = format!("{}: committee held on {on}{decided}", life.id);
    let fact = Fact::new(on, Role::Lead, "hold", subject).body(body);
    let fact = fact.put(record, (COMMITTEES, n, 0), format!("\n[[committees]]\non       = {on}\n"));
    ledger.write(fact.put(record, (COMMITTEES, n, 1), words));
    agreed(ledger, life, record, n, on);
}

const fn is_end(decision: Decision) -> bool {
    matches!(decision, Decision::Stop | Decision::Transfer)
}

fn funded_until(decision: Decision, on: Date) -> Option<Date> {
    match decision {
        _ if is_end(decision) => None,
        Decision::Provisional => Some(months_after(on, 2)),
        _ => Some(months_after(on, 6)),
    }
}

/// Better from one committee to the next, and no better than four.
fn impact(ledger: &mut Ledger, n: u32) -> Impact {
    let mut score = |from: u32| {
        let drawn = u32::try_from(ledger.random.below(2)).unwrap_or(0);
        u8::try_from((from + n.min(3) + drawn).min(4)).ok()
    };
    Impact { usable: score(1), used: score(0), useful: score(1), impactful: score(0), efficient: score(0) }
}

fn impact_line(impact: &Impact) -> String {
    let score = |score: Option<u8>| score.unwrap_or(0);
    format!(
        "impact   = {{ usable = {}, used = {}, useful = {}, impactful = {}, efficient = {} }}\n",
        score(impact.usable),
        score(impact.used),
        score(impact.useful),
        score(impact.impactful),
        score(impact.efficient)
    )
}

/// What was agreed at a committee: done since, or still to do, or late.
fn agreed(ledger: &mut Ledger, life: &Life, record: &str, committee: u32, on: Date) {
    let days = (ledger.today - on).num_days();
    if days > 420 {
        return;
    }
    for nth in 0..2 {
        let number = committee * 2 + nth;
        let drawn = ledger.random.below(ACTIONS_AGREED.len() as u64 / 2) * 2 + u64::from(nth);
        let what = ACTIONS_AGREED.get(usize::try_from(drawn).unwrap_or(0)).copied().unwrap_or_default();
        let owner = if nth == 0 { coach(life).name() } else { "Équipe" };
        let due = after(on, 30 + 25 * i64::from(nth));
        let text = format!("\n[[actions]]\nwhat  = \"{what}\"\nowner = \"{owner}\"\ndue   = {due}\n");
        let subject = format!("{}: agreed: {what}", life.id);
        let fact = Fact::new(on, Role::Lead, "action", subject).crowd(Crowd::Agreed);
        ledger.write(fact.put(record, (ACTIONS, number, 0), text));
        if days > 70 && !oddities::forgets(life.id) {
            let done = workday(after(due, i64::try_from(ledger.random.below(18)).unwrap_or(0) - 12));
            let subject = format!("{}: done: {what}", life.id);
            let fact = Fact::new(done, coach(life), "finish", subject).crowd(Crowd::Finished);
            ledger.write(fact.put(record, (ACTIONS, number, 1), format!("done  = {done}\n")));
        }
    }
}

/// The committee that is planned next, and one that was called off.
fn meetings_ahead(ledger: &mut Ledger, life: &Life, record: &str, held: u32) {
    if let Some(ago) = oddities::called_off(life.id) {
        let on = ledger.workday_ago(ago);
        let slot = (COMMITTEES, held, 0);
        let entry = |state: &str| format!("\n[[committees]]\non       = {on}\nstate    = \"{state}\"\n");
        let plan =
            Fact::new(workday(after(on, -30)), coach(life), "plan", format!("{}: committee planned on {on}", life.id));
        ledger.write(plan.put(record, slot, entry("planned")));
        let off =
            Fact::new(workday(after(on, -2)), coach(life), "", format!("{}: committee of {on} called off", life.name));
        let comment = "comment  = \"Deux parties absentes : reporté\"\n";
        ledger.write(Fact { verb: None, ..off }.put(record, slot, entry("cancelled") + comment));
    }
    if let Some(ahead) = life.planned {
        let on = workday(after(ledger.today, ahead));
        let planned = ledger.workday_ago(3 + ahead % 5);
        let subject = format!("{}: committee planned on {on}", life.id);
        let fact = Fact::new(planned, coach(life), "plan", subject);
        let entry = format!("\n[[committees]]\non       = {on}\nstate    = \"planned\"\n");
        ledger.write(fact.put(record, (COMMITTEES, held + 1, 0), entry));
    }
}

fn notes(ledger: &mut Ledger, life: &Life, record: &str) {
    let begun = life.phases.first().map_or(60, |(_, days)| *days);
    let first = ledger.random.below(REMARKS.len() as u64);
    for nth in 0..2 {
        let ago = 12 + (begun.min(600) * (2 - nth)) / 4 + i64::try_from(ledger.random.below(20)).unwrap_or(0);
        let on = ledger.workday_ago(ago);
        let remark = usize::try_from(first).unwrap_or(0) + usize::try_from(nth).unwrap_or(0) * 3;
        let text = REMARKS.get(remark % REMARKS.len()).copied().unwrap_or_default();
        let entry = format!("\n[[notes]]\non   = {on}\ntext = \"{text}\"\n");
        let fact = Fact::new(on, coach(life), "note", format!("{}: note: {text}", life.id))
            .body(format!("{text}\nOn {on}.\n"));
        ledger.write(fact.crowd(Crowd::Noted).put(record, (NOTES, u32::try_from(nth).unwrap_or(0), 0), entry));
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
