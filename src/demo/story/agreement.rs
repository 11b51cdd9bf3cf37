//! An agreement between a partner and the incubator: its text, its signature, and what was fulfilled.

use std::fmt::Write as _;

use super::Role;
use super::agreements::{AgreementTerms, SignatureDay};
use super::ledger::{Ledger, MonthlyBatch, StoryFact, after, months_after, workday};
use super::profiles::{PARTIES, PROFILES, StartupProfile};
use super::{exceptions, money, startup_history};
use crate::model::{Date, ObligationTopic};

const HEAD: u8 = 0;
/// Line of the signature within the head of the record.
const SIGNED: u32 = 5;
const SIGNATORIES: u8 = 1;
const RESOURCES: u8 = 3;
const COMMITTEE: u8 = 4;
const OBLIGATIONS: u8 = 5;
const ACCOUNTS: u8 = 10;
const CLAUSES: u8 = 12;

/// What all parts of an agreement are generated from.
pub struct AgreementFacts<'a> {
    pub terms: &'a AgreementTerms,
    pub home: &'static str,
    pub id: String,
    pub record: String,
    pub signed: Option<Date>,
    /// The day on which it ends, by its term or by termination.
    pub ends: Option<Date>,
}

/// The debtor of an obligation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Debtor {
    Partner,
    Home,
}

/// When an obligation is due.
#[derive(Clone, Copy)]
enum DueRule {
    Always,
    /// Months after the signature.
    Signature(u32),
    /// Months after the end.
    End(u32),
    Every(u32),
    /// No day is fixed by the document.
    Sometime,
}

/// A usual obligation.
struct Duty {
    id: &'static str,
    about: Option<ObligationTopic>,
    who: Debtor,
    what: &'static str,
    article: &'static str,
    when: DueRule,
}

const fn duty(id: &'static str, who: Debtor, what: &'static str, article: &'static str, when: DueRule) -> Duty {
    Duty { id, about: None, who, what, article, when }
}

const DUTIES: &[Duty] = &[
    duty(
        "means",
        Debtor::Partner,
        "Mettre à disposition un local et les accès nécessaires à l’équipe.",
        "2.1",
        DueRule::Always,
    ),
    duty(
        "contact",
        Debtor::Partner,
        "Désigner un interlocuteur qui décide et qui répond sous cinq jours.",
        "2.2",
        DueRule::Always,
    ),
    duty(
        "data-sets",
        Debtor::Partner,
        "Fournir les jeux de données promis, avec leur description.",
        "2.3",
        DueRule::Signature(3),
    ),
    duty(
        "user-panel",
        Debtor::Partner,
        "Réunir des usagers pour les entretiens et les essais.",
        "2.4",
        DueRule::Every(6),
    ),
    Duty {
        about: Some(ObligationTopic::StatisticsPage),
        ..duty("statistics-page", Debtor::Home, "Tenir une page publique de statistiques.", "3.1", DueRule::Always)
    },
    Duty {
        about: Some(ObligationTopic::SourceCode),
        ..duty("source-code", Debtor::Home, "Ouvrir le code source, documenté.", "3.2", DueRule::Always)
    },
    duty("roadmap", Debtor::Home, "Tenir à jour la feuille de route publique du produit.", "3.3", DueRule::Every(3)),
    duty(
        "privacy",
        Debtor::Home,
        "Faire relire les mentions sur les données personnelles.",
        "3.4",
        DueRule::Signature(2),
    ),
    duty(
        "accessibility",
        Debtor::Home,
        "Faire vérifier l’accessibilité et publier la déclaration.",
        "3.5",
        DueRule::Signature(6),
    ),
    Duty {
        about: Some(ObligationTopic::Publication),
        ..duty("publication", Debtor::Home, "Publier la convention.", "9", DueRule::Signature(1))
    },
    duty("showcase", Debtor::Home, "Présenter le produit aux autres services du partenaire.", "3.6", DueRule::Sometime),
    duty("handover", Debtor::Home, "Remettre une note de passation.", "8.1", DueRule::End(0)),
    Duty {
        about: Some(ObligationTopic::ManagementReport),
        ..duty(
            "management-report",
            Debtor::Home,
            "Remettre le compte rendu de gestion, en AE et en CP.",
            "6.2",
            DueRule::End(3),
        )
    },
    Duty {
        about: Some(ObligationTopic::Refund),
        ..duty("refund", Debtor::Home, "Rendre ce qui n’a pas été dépensé.", "6.3", DueRule::End(6))
    },
];

pub fn record_facts(ledger: &mut Ledger, terms: &AgreementTerms) {
    let Some(profile) = PROFILES.iter().find(|profile| profile.id == terms.startup) else { return };
    let facts = facts(ledger, terms, profile);
    drafted(ledger, &facts, profile);
    if let SignatureDay::Undated(decided) = terms.signed {
        let (on, not_before) = (ledger.workday_ago(decided / 2), ledger.workday_ago(decided));
        let fact = StoryFact::new(on, Role::Lead, "sign", format!("{}: signed, without a date", facts.id));
        let text = format!("signed   = \"undated\"\nnot_before = {not_before}\n");
        ledger.write(fact.put(&facts.record, (HEAD, SIGNED, 0), text));
    }
    if let Some(signed) = facts.signed {
        let fact = StoryFact::new(signed, Role::Lead, "sign", format!("{}: signed on {signed}", facts.id));
        ledger.write(fact.put(&facts.record, (HEAD, SIGNED, 0), format!("signed   = {signed}\n")));
        for (n, duty) in (0..).zip(DUTIES) {
            done(ledger, &facts, profile, n, duty, signed);
        }
        money::record_facts(ledger, &facts, signed);
    }
}

fn facts<'a>(ledger: &Ledger, terms: &'a AgreementTerms, profile: &StartupProfile) -> AgreementFacts<'a> {
    let number = terms.number.map(|number| format!("-{number}")).unwrap_or_default();
    let id = format!("{}-{}-{}{number}", terms.startup, terms.partner, profile.incubator);
    let signed = match terms.signed {
        SignatureDay::Ago(days) => Some(ledger.workday_ago(days)),
        SignatureDay::Never(_) | SignatureDay::Undated(_) => None,
    };
    let ends = match (signed, terms.months) {
        _ if exceptions::terminated(terms.startup).is_some() => {
            exceptions::terminated(terms.startup).map(|ago| ledger.ago(ago))
        }
        (Some(signed), Some(months)) => Some(months_after(signed, months)),
        _ => None,
    };
    AgreementFacts { terms, home: profile.incubator, record: format!("conventions/{id}"), id, signed, ends }
}

/// Records the text of the convention, some weeks before its signature.
fn drafted(ledger: &mut Ledger, facts: &AgreementFacts<'_>, profile: &StartupProfile) {
    let terms = facts.terms;
    let decided = match terms.signed {
        SignatureDay::Ago(days) => ledger.workday_ago(days + 12),
        SignatureDay::Never(days) | SignatureDay::Undated(days) => ledger.workday_ago(days),
    };
    let subject = format!("{}: new convention", facts.id);
    let mut fact = StoryFact::new(decided, Role::Administration, "new-convention", subject);
    fact = fact.put(&facts.record, (HEAD, 0, 0), head(facts, profile, decided));
    if let Some(months) = terms.months {
        let estimated = if exceptions::has_estimated_term(terms.startup) { ", estimated = true" } else { "" };
        let text = format!("term     = {{ months = {months}{estimated}, article = \"7.1\" }}\n");
        fact = fact.put(&facts.record, (HEAD, SIGNED + 1, 0), text);
    }
    fact = fact.put(&facts.record, (SIGNATORIES, 0, 0), signatories(facts));
    fact = money::promised(fact, facts, ledger);
    fact = fact.put(&facts.record, (RESOURCES, 0, 0), resource(facts)).put(
        &facts.record,
        (COMMITTEE, 0, 0),
        committee(facts),
    );
    for (n, duty) in (0..).zip(DUTIES) {
        fact = fact.put(&facts.record, (OBLIGATIONS, n, 0), obligation(facts, duty));
    }
    fact = fact.put(&facts.record, (ACCOUNTS, 0, 0), exceptions::accounts(facts));
    ledger.write(fact.put(&facts.record, (CLAUSES, 0, 0), clauses(facts)));
}

pub fn name_of(party: &str) -> &'static str {
    PARTIES.iter().find(|one| one.id == party).map_or("", |one| one.name)
}

fn head(facts: &AgreementFacts<'_>, profile: &StartupProfile, decided: Date) -> String {
    let terms = facts.terms;
    let also = terms.also.map(|also| format!(", \"{also}\"")).unwrap_or_default();
    let (name, partner, home) = (profile.name, name_of(terms.partner), name_of(facts.home));
    format!(
        "#:schema ../schema/convention.json\ntitle    = \"{name} : convention {partner} – {home}\"\n\
         kind     = \"partnership\"\nstartups = [\"{}\"{also}]\nparties  = [\"{}\", \"{}\"]\ndecided  = {decided}\n",
        terms.startup, terms.partner, facts.home
    )
}

fn signatories(facts: &AgreementFacts<'_>) -> String {
    let entry = |party: &str, name: &str| format!("\n[[signatories]]\nparty = \"{party}\"\nname  = \"{name}\"\n");
    entry(facts.terms.partner, "La présidence") + &entry(facts.home, "La direction")
}

fn resource(facts: &AgreementFacts<'_>) -> String {
    format!(
        "\n[[resources]]\nfrom    = \"{}\"\nwhat    = \"Une personne du service qui connaît le terrain\"\n\
         share   = \"half time\"\nlasts   = \"12 months\"\narticle = \"5.3\"\n",
        facts.terms.partner
    )
}

fn committee(facts: &AgreementFacts<'_>) -> String {
    format!(
        "\n[committee]\nevery     = \"6 months\"\norganiser = \"{home}\"\nwith      = [\"{}\", \"{home}\"]\narticle   = \"4\"\n",
        facts.terms.partner,
        home = facts.home
    )
}

fn obligation(facts: &AgreementFacts<'_>, duty: &Duty) -> String {
    let (debtor, creditor) = match duty.who {
        Debtor::Partner => (facts.terms.partner, facts.home),
        Debtor::Home => (facts.home, facts.terms.partner),
    };
    let mut text = format!("\n[[obligations]]\nid       = \"{}\"\n", duty.id);
    if let Some(about) = duty.about {
        let _ = writeln!(text, "about    = \"{}\"", about.name());
    }
    let _ = write!(text, "debtor   = \"{debtor}\"\ncreditor = \"{creditor}\"\nwhat     = \"{}\"\n", duty.what);
    if !exceptions::lacks_article(facts.terms.startup, duty.id) {
        let _ = writeln!(text, "article  = \"{}\"", duty.article);
    }
    let months = |count: u32| format!("{count} month{}", if count == 1 { "" } else { "s" });
    let _ = match duty.when {
        DueRule::Always => writeln!(text, "standing = true"),
        DueRule::Signature(count) => writeln!(text, "due      = \"signature + {}\"", months(count)),
        DueRule::End(0) => writeln!(text, "due      = \"end\""),
        DueRule::End(count) => writeln!(text, "due      = \"end + {}\"", months(count)),
        DueRule::Every(count) => writeln!(text, "every    = \"{}\"", months(count)),
        DueRule::Sometime => Ok(()),
    };
    text
}

fn clauses(facts: &AgreementFacts<'_>) -> String {
    format!(
        "\n[budget]\nprogramme  = \"Essais et prototypes\"\naccountant = \"Agence comptable des Trois Rivières\"\narticle    = \"6.1\"\n\
         \n[publication]\nby      = [\"{}\"]\nat      = [\"donnees.example.org\"]\narticle = \"9\"\n\
         \n[clauses.termination]\nwhat    = \"Par l’une des parties, par courrier, deux mois à l’avance.\"\narticle = \"10\"\n\
         \n[clauses.amendment]\nwhat    = \"Par avenant signé des deux parties.\"\narticle = \"11\"\n",
        facts.home
    )
}

/// Records most fulfilments of an obligation, a few days before or after they were due.
fn done(ledger: &mut Ledger, facts: &AgreementFacts<'_>, profile: &StartupProfile, n: u32, duty: &Duty, signed: Date) {
    let dues: Vec<Date> = match (duty.when, facts.ends) {
        (DueRule::Signature(months), _) => vec![months_after(signed, months)],
        (DueRule::End(months), Some(ends)) if duty.about != Some(ObligationTopic::Refund) => {
            vec![months_after(ends, months)]
        }
        (DueRule::Every(months), ends) => {
            let last = ends.unwrap_or(ledger.today).min(ledger.today);
            (1..).map(|times| months_after(signed, times * months)).take_while(|due| *due <= last).collect()
        }
        (DueRule::Sometime, _) => vec![months_after(signed, 2)],
        _ => return,
    };
    for (m, due) in (1..).zip(dues) {
        if exceptions::is_unmet(profile.id, duty.id, (ledger.today - due).num_days()) {
            continue;
        }
        let on = workday(after(due, i64::try_from(ledger.random.below(14)).unwrap_or(0) - 11)).max(signed);
        let role = if duty.id == "publication" || duty.about.is_some() {
            Role::Administration
        } else {
            startup_history::coach(profile)
        };
        let evidence = format!("https://example.org/{}/{}-{m}", profile.id, duty.id);
        let subject = format!("{}: {}", profile.id, words(duty));
        let body = format!(
            "{}\nObligation {} of {}, article {}.\nDone on {on}.\nEvidence: {evidence}\n",
            duty.what, duty.id, facts.id, duty.article
        );
        let text = format!("[[obligations.fulfilled]]\non       = {on}\nevidence = \"{evidence}\"\n");
        let fact = StoryFact::new(on, role, "done", subject).body(body).batch(MonthlyBatch::Fulfilled);
        ledger.write(fact.put(&facts.record, (OBLIGATIONS, n, m), text));
    }
}

fn words(duty: &Duty) -> String {
    match duty.about {
        Some(ObligationTopic::ManagementReport) => "management report sent".to_owned(),
        Some(ObligationTopic::Publication) => "convention published".to_owned(),
        _ => format!("{} done", duty.id.replace('-', " ")),
    }
}
