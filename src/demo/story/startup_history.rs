//! The profile of a startup: phases, committees, actions, indicators and notes, each with its day.

use std::fmt::Write as _;

use super::Role;
use super::exceptions;
use super::ledger::{Ledger, MonthlyBatch, StoryFact, after, months_after, workday};
use super::profiles::{HOME, StartupProfile};
use crate::model::{Committee, CommitteeState, Date, Decision, Impact, Phase, entry_id};

mod indicators;

const PHASES: u8 = 1;
const COACHES: u8 = 2;
const COMMITTEES: u8 = 3;
const CONDITIONS: u8 = 4;
const ACTIONS: u8 = 5;
const NOTES: u8 = 7;

/// Days between two committees.
const COMMITTEE_INTERVAL: i64 = 182;

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

/// Records the whole profile of a startup.
pub fn record_facts(ledger: &mut Ledger, profile: &StartupProfile) {
    let record = format!("startups/{}", profile.id);
    creation(ledger, profile, &record);
    for (n, (phase, days)) in profile.phases.iter().enumerate().skip(1) {
        let from = ledger.workday_ago(*days);
        let subject = format!("{}: phase {} from {from}", profile.id, phase.name());
        let fact = StoryFact::new(from, coach(profile), "phase", subject);
        ledger.write(fact.put(&record, (PHASES, number(n), 0), phase_entry(*phase, from)));
    }
    if let Some((_, days)) = profile.phases.iter().find(|(phase, _)| *phase == Phase::Construction) {
        addresses(ledger, profile, &record, *days);
        indicators::record_facts(ledger, profile, &record, *days);
    }
    let held = committees(ledger, profile, &record);
    planned_committees(ledger, profile, &record, held);
    notes(ledger, profile, &record);
}

pub fn coach(profile: &StartupProfile) -> Role {
    if matches!(profile.id, "cabestan" | "hirondelle") {
        // So that the owner of the demo coaches somebody.
        return Role::Lead;
    }
    if profile.incubator == HOME && profile.id.len().is_multiple_of(2) { Role::CoachA } else { Role::CoachB }
}

fn creation(ledger: &mut Ledger, profile: &StartupProfile, record: &str) {
    let (phase, days) = profile.phases.first().copied().unwrap_or((Phase::Investigation, 60));
    let from = ledger.workday_ago(days);
    let mut head = String::from("#:schema ../schema/startup.json\n");
    let _ = writeln!(head, "name      = \"{}\"", profile.name);
    if let Some(also) = profile.also {
        let _ = writeln!(head, "also      = [\"{also}\"]");
    }
    let _ = writeln!(head, "mission   = \"{}\"", profile.mission);
    let _ = writeln!(head, "incubator = \"{}\"", profile.incubator);
    let _ = writeln!(head, "sponsors  = [\"{}\"]", profile.sponsor);
    let subject = format!("{}: new startup", profile.id);
    let fact = StoryFact::new(from, Role::Lead, "new-startup", subject).body(format!(
        "{}\n{}\nPhase {} from {from}.\n",
        profile.name,
        profile.mission,
        phase.name()
    ));
    let coach = format!("\n[[coaches]]\nperson = \"{}\"\nfrom   = {from}\n", coach(profile).id());
    let fact = fact.put(record, (0, 0, 0), head).put(record, (PHASES, 0, 0), phase_entry(phase, from));
    ledger.write(fact.put(record, (COACHES, 0, 0), coach));
}

fn phase_entry(phase: Phase, from: Date) -> String {
    format!("\n[[phases]]\nphase = \"{}\"\nfrom  = {from}\n", phase.name())
}

/// Records web addresses, as a manual edit a few weeks after construction began.
fn addresses(ledger: &mut Ledger, profile: &StartupProfile, record: &str, construction: i64) {
    let on = ledger.workday_ago((construction - 30).max(3));
    let statistics = match exceptions::statistics(profile.id) {
        Some(false) => "statistics = false          # promise, pas encore ouverte".to_owned(),
        _ => format!("statistics = \"https://{}.example.org/stats\"", profile.id),
    };
    let text = format!(
        "site       = \"https://{id}.example.org\"\n{statistics}\nrepository = \"https://code.example.org/{id}\"\n",
        id = profile.id
    );
    let subject = format!("{}: where it is on the web", profile.name);
    let fact = StoryFact { verb: None, ..StoryFact::new(on, coach(profile), "", subject) };
    ledger.write(fact.put(record, (0, 1, 0), text));
}

/// Records the committees held, oldest first, and returns how many.
fn committees(ledger: &mut Ledger, profile: &StartupProfile, record: &str) -> u32 {
    let Some((last, decision)) = profile.last else { return 0 };
    let begun = profile.phases.get(1).map_or(0, |(_, days)| *days);
    let mut days: Vec<i64> = std::iter::successors(Some(last), |day| Some(day + COMMITTEE_INTERVAL))
        .take_while(|day| *day == last || *day < begun - 60)
        .collect();
    days.reverse();
    for (n, ago) in days.iter().enumerate() {
        let latest = *ago == last;
        let decision = if latest { decision } else { Some(decision_of(profile, *ago)) };
        meeting(ledger, profile, record, number(n), *ago, decision);
    }
    number(days.len())
}

/// Derives the decision of a committee from the phases that follow it.
fn decision_of(profile: &StartupProfile, ago: i64) -> Decision {
    let next = profile.phases.iter().find(|(_, from)| *from < ago && *from > ago - COMMITTEE_INTERVAL);
    match next {
        Some((Phase::Acceleration, _)) => Decision::Accelerate,
        Some((Phase::Consolidation, _)) => Decision::Consolidate,
        Some((Phase::Operated | Phase::Transferred, _)) => Decision::Transfer,
        _ => match profile.phases.iter().rfind(|(_, from)| *from >= ago) {
            Some((Phase::Consolidation, _)) => Decision::Maintain,
            _ => Decision::Continue,
        },
    }
}

fn meeting(ledger: &mut Ledger, profile: &StartupProfile, record: &str, n: u32, ago: i64, decision: Option<Decision>) {
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
        let subject = format!("{}: committee planned on {on}", profile.id);
        let fact = StoryFact::new(planned, coach(profile), "plan", subject);
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
    if let Some(impact) = held.impact {
        words.push_str(&impact_line(&impact));
    }
    let decided = decision.map(|decision| format!(", {}", decision.name())).unwrap_or_default();
    let subject = format!("{}: committee held on {on}{decided}", profile.id);
    let fact = StoryFact::new(on, Role::Lead, "hold", subject).body(body);
    let mut fact = fact.put(record, (COMMITTEES, n, 0), format!("\n[[committees]]\non       = {on}\n"));
    if decision == Some(Decision::Provisional) {
        for (nth, what) in (0..).zip(["Dix usagers réguliers à la fin du mois", "Un hébergement à son nom"]) {
            let (id, due) = (entry_id(on, &[what]), after(on, 30 + 14 * i64::from(nth)));
            let text = format!(
                "\n[[conditions]]\nid    = \"{id}\"\nwhat  = \"{what}\"\nowner = \"{}\"\ndue   = {due}\n",
                coach(profile).id()
            );
            fact = fact.put(record, (CONDITIONS, 2 * n + nth, 0), text);
        }
    }
    ledger.write(fact.put(record, (COMMITTEES, n, 1), words));
    actions(ledger, profile, record, n, on);
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

/// Impact scores, which rise from one committee to the next up to four.
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

/// Records the actions of a committee: done, open or late.
fn actions(ledger: &mut Ledger, profile: &StartupProfile, record: &str, committee: u32, on: Date) {
    let days = (ledger.today - on).num_days();
    if days > 420 {
        return;
    }
    for nth in 0..2 {
        let number = committee * 2 + nth;
        let drawn = ledger.random.below(ACTIONS_AGREED.len() as u64 / 2) * 2 + u64::from(nth);
        let what = ACTIONS_AGREED.get(usize::try_from(drawn).unwrap_or(0)).copied().unwrap_or_default();
        let owner = if nth == 0 { coach(profile).id() } else { "Équipe" };
        let due = after(on, 30 + 25 * i64::from(nth));
        let text = format!("\n[[actions]]\nwhat  = \"{what}\"\nowner = \"{owner}\"\ndue   = {due}\n");
        let subject = format!("{}: actions: {what}", profile.id);
        let fact = StoryFact::new(on, Role::Lead, "action", subject).batch(MonthlyBatch::Agreed);
        ledger.write(fact.put(record, (ACTIONS, number, 0), text));
        if days > 70 && !exceptions::never_completes_actions(profile.id) {
            let done = workday(after(due, i64::try_from(ledger.random.below(18)).unwrap_or(0) - 12));
            let subject = format!("{}: done: {what}", profile.id);
            let fact = StoryFact::new(done, coach(profile), "finish", subject).batch(MonthlyBatch::Finished);
            ledger.write(fact.put(record, (ACTIONS, number, 1), format!("done  = {done}\n")));
        }
    }
}

/// Records the next planned committee, one that deferred its decision, and a cancelled one.
fn planned_committees(ledger: &mut Ledger, profile: &StartupProfile, record: &str, held: u32) {
    if let Some(ago) = exceptions::cancelled_committee(profile.id) {
        let on = ledger.workday_ago(ago);
        let slot = (COMMITTEES, held, 0);
        let entry = |state: &str| format!("\n[[committees]]\non       = {on}\nstate    = \"{state}\"\n");
        let plan = StoryFact::new(
            workday(after(on, -30)),
            coach(profile),
            "plan",
            format!("{}: committee planned on {on}", profile.id),
        );
        ledger.write(plan.put(record, slot, entry("planned")));
        let off = StoryFact::new(
            workday(after(on, -2)),
            coach(profile),
            "",
            format!("{}: committee of {on} called off", profile.name),
        );
        let comment = "comment  = \"Deux parties absentes : reporté\"\n";
        ledger.write(StoryFact { verb: None, ..off }.put(record, slot, entry("cancelled") + comment));
    }
    if let Some((ago, ahead)) = exceptions::deferred_committee(profile.id) {
        let (on, until) = (ledger.workday_ago(ago), workday(after(ledger.today, ahead)));
        let subject = format!("{}: committee held on {on}, {}", profile.id, Decision::Defer.name());
        let entry = format!(
            "\n[[committees]]\non       = {on}\nstate    = \"held\"\ndecision = \"{}\"\ndeferred_until = {until}\n\
             comment  = \"Les chiffres d’usage du trimestre manquent\"\n",
            Decision::Defer.name()
        );
        ledger.write(StoryFact::new(on, Role::Lead, "hold", subject).put(record, (COMMITTEES, held, 0), entry));
    }
    if let Some(ahead) = profile.planned {
        let on = workday(after(ledger.today, ahead));
        let planned = ledger.workday_ago(3 + ahead % 5);
        let subject = format!("{}: committee planned on {on}", profile.id);
        let fact = StoryFact::new(planned, coach(profile), "plan", subject);
        let entry = format!("\n[[committees]]\non       = {on}\nstate    = \"planned\"\n");
        ledger.write(fact.put(record, (COMMITTEES, held + 1, 0), entry));
    }
}

fn notes(ledger: &mut Ledger, profile: &StartupProfile, record: &str) {
    let begun = profile.phases.first().map_or(60, |(_, days)| *days);
    let first = ledger.random.below(REMARKS.len() as u64);
    for nth in 0..2 {
        let ago = 12 + (begun.min(600) * (2 - nth)) / 4 + i64::try_from(ledger.random.below(20)).unwrap_or(0);
        let on = ledger.workday_ago(ago);
        let remark = usize::try_from(first).unwrap_or(0) + usize::try_from(nth).unwrap_or(0) * 3;
        let text = REMARKS.get(remark % REMARKS.len()).copied().unwrap_or_default();
        let entry = format!("\n[[notes]]\non   = {on}\ntext = \"{text}\"\n");
        let fact = StoryFact::new(on, coach(profile), "note", format!("{}: note: {text}", profile.id))
            .body(format!("{text}\nOn {on}.\n"));
        ledger.write(fact.batch(MonthlyBatch::Noted).put(record, (NOTES, u32::try_from(nth).unwrap_or(0), 0), entry));
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
