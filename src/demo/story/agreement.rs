//! An agreement between a partner and an incubator: what it says, the day it was signed, what was done of it.

use std::fmt::Write as _;

use super::Role;
use super::cast::{LIVES, Life, PARTIES};
use super::deals::{Deal, Signed};
use super::ledger::{Crowd, Fact, Ledger, after, months_after, workday};
use super::{life, money, oddities};
use crate::model::{Date, ObligationTopic};

const HEAD: u8 = 0;
/// The line of the head that holds the signature.
const SIGNED: u32 = 5;
const SIGNATORIES: u8 = 1;
const RESOURCES: u8 = 3;
const COMMITTEE: u8 = 4;
const OBLIGATIONS: u8 = 5;
const ACCOUNTS: u8 = 10;
const CLAUSES: u8 = 12;

/// What everything of an agreement is told from.
pub struct AgreementFacts<'a> {
    /// The agreement.
    pub deal: &'a Deal,
    /// The incubator.
    pub home: &'static str,
    /// Its id.
    pub id: String,
    /// Its record.
    pub record: String,
    /// The day that it was signed.
    pub signed: Option<Date>,
    /// The day that it ends or ended, by its term or early.
    pub ends: Option<Date>,
}

/// Who undertakes something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Partner,
    Home,
}

/// When something is to be done.
#[derive(Clone, Copy)]
enum When {
    Always,
    /// So many months after the signature.
    Signature(u32),
    /// So many months after the end.
    End(u32),
    Every(u32),
    /// The document fixes no day.
    Sometime,
}

/// A customary undertaking.
struct Duty {
    id: &'static str,
    about: Option<ObligationTopic>,
    who: Who,
    what: &'static str,
    article: &'static str,
    when: When,
}

const fn duty(id: &'static str, who: Who, what: &'static str, article: &'static str, when: When) -> Duty {
    Duty { id, about: None, who, what, article, when }
}

const DUTIES: &[Duty] = &[
    duty(
        "means",
        Who::Partner,
        "Mettre à disposition un local et les accès nécessaires à l’équipe.",
        "2.1",
        When::Always,
    ),
    duty(
        "contact",
        Who::Partner,
        "Désigner un interlocuteur qui décide et qui répond sous cinq jours.",
        "2.2",
        When::Always,
    ),
    duty(
        "data-sets",
        Who::Partner,
        "Fournir les jeux de données promis, avec leur description.",
        "2.3",
        When::Signature(3),
    ),
    duty("user-panel", Who::Partner, "Réunir des usagers pour les entretiens et les essais.", "2.4", When::Every(6)),
    Duty {
        about: Some(ObligationTopic::StatisticsPage),
        ..duty("statistics-page", Who::Home, "Tenir une page publique de statistiques.", "3.1", When::Always)
    },
    Duty {
        about: Some(ObligationTopic::SourceCode),
        ..duty("source-code", Who::Home, "Ouvrir le code source, documenté.", "3.2", When::Always)
    },
    duty("roadmap", Who::Home, "Tenir à jour la feuille de route publique du produit.", "3.3", When::Every(3)),
    duty("privacy", Who::Home, "Faire relire les mentions sur les données personnelles.", "3.4", When::Signature(2)),
    duty(
        "accessibility",
        Who::Home,
        "Faire vérifier l’accessibilité et publier la déclaration.",
        "3.5",
        When::Signature(6),
    ),
    Duty {
        about: Some(ObligationTopic::Publication),
        ..duty("publication", Who::Home, "Publier la convention.", "9", When::Signature(1))
    },
    duty("showcase", Who::Home, "Présenter le produit aux autres services du partenaire.", "3.6", When::Sometime),
    duty("handover", Who::Home, "Remettre une note de passation.", "8.1", When::End(0)),
    Duty {
        about: Some(ObligationTopic::ManagementReport),
        ..duty(
            "management-report",
            Who::Home,
            "Remettre le compte rendu de gestion, en AE et en CP.",
            "6.2",
            When::End(3),
        )
    },
    Duty {
        about: Some(ObligationTopic::Refund),
        ..duty("refund", Who::Home, "Rendre ce qui n’a pas été dépensé.", "6.3", When::End(6))
    },
];

/// Writes it down.
pub fn tell(ledger: &mut Ledger, deal: &Deal) {
    let Some(life) = LIVES.iter().find(|life| life.id == deal.startup) else { return };
    let told = told(ledger, deal, life);
    drafted(ledger, &told, life);
    if let Some(signed) = told.signed {
        let fact = Fact::new(signed, Role::Lead, "sign", format!("{}: signed on {signed}", told.id));
        ledger.write(fact.put(&told.record, (HEAD, SIGNED, 0), format!("signed   = {signed}\n")));
        for (n, duty) in (0..).zip(DUTIES) {
            done(ledger, &told, life, n, duty, signed);
        }
        money::tell(ledger, &told, signed);
    }
}

fn told<'a>(ledger: &Ledger, deal: &'a Deal, life: &Life) -> AgreementFacts<'a> {
    let number = deal.number.map(|number| format!("-{number}")).unwrap_or_default();
    let id = format!("{}-{}-{}{number}", deal.startup, deal.partner, life.incubator);
    let signed = match deal.signed {
        Signed::Ago(days) => Some(ledger.workday_ago(days)),
        Signed::Never(_) => None,
    };
    let ends = match (signed, deal.months) {
        _ if oddities::terminated(deal.startup).is_some() => {
            oddities::terminated(deal.startup).map(|ago| ledger.ago(ago))
        }
        (Some(signed), Some(months)) => Some(months_after(signed, months)),
        _ => None,
    };
    AgreementFacts { deal, home: life.incubator, record: format!("conventions/{id}"), id, signed, ends }
}

/// The document as it was typed in, some weeks before it was signed.
fn drafted(ledger: &mut Ledger, told: &AgreementFacts<'_>, life: &Life) {
    let deal = told.deal;
    let decided = match deal.signed {
        Signed::Ago(days) => ledger.workday_ago(days + 12),
        Signed::Never(days) => ledger.workday_ago(days),
    };
    let subject = format!("{}: new convention", told.id);
    let mut fact = Fact::new(decided, Role::Administration, "new-convention", subject);
    fact = fact.put(&told.record, (HEAD, 0, 0), head(told, life, decided));
    if let Some(months) = deal.months {
        let text = format!("term     = {{ months = {months}, article = \"7.1\" }}\n");
        fact = fact.put(&told.record, (HEAD, SIGNED + 1, 0), text);
    }
    fact = fact.put(&told.record, (SIGNATORIES, 0, 0), signatories(told));
    fact = money::promised(fact, told, ledger);
    fact =
        fact.put(&told.record, (RESOURCES, 0, 0), resource(told)).put(&told.record, (COMMITTEE, 0, 0), committee(told));
    for (n, duty) in (0..).zip(DUTIES) {
        fact = fact.put(&told.record, (OBLIGATIONS, n, 0), obligation(told, duty));
    }
    fact = fact.put(&told.record, (ACCOUNTS, 0, 0), oddities::accounts(told));
    ledger.write(fact.put(&told.record, (CLAUSES, 0, 0), clauses(told)));
}

/// The usual name of a party.
pub fn name_of(party: &str) -> &'static str {
    PARTIES.iter().find(|(id, ..)| *id == party).map_or("", |(_, name, ..)| name)
}

fn head(told: &AgreementFacts<'_>, life: &Life, decided: Date) -> String {
    let deal = told.deal;
    let also = deal.also.map(|also| format!(", \"{also}\"")).unwrap_or_default();
    let (name, partner, home) = (life.name, name_of(deal.partner), name_of(told.home));
    format!(
        "#:schema ../schema/convention.json\ntitle    = \"{name} : convention {partner} – {home}\"\n\
         kind     = \"partnership\"\nstartups = [\"{}\"{also}]\nparties  = [\"{}\", \"{}\"]\ndecided  = {decided}\n",
        deal.startup, deal.partner, told.home
    )
}

fn signatories(told: &AgreementFacts<'_>) -> String {
    let entry = |party: &str, name: &str| format!("\n[[signatories]]\nparty = \"{party}\"\nname  = \"{name}\"\n");
    entry(told.deal.partner, "La présidence") + &entry(told.home, "La direction")
}

fn resource(told: &AgreementFacts<'_>) -> String {
    format!(
        "\n[[resources]]\nfrom    = \"{}\"\nwhat    = \"Une personne du service qui connaît le terrain\"\n\
         share   = \"half time\"\nlasts   = \"12 months\"\narticle = \"5.3\"\n",
        told.deal.partner
    )
}

fn committee(told: &AgreementFacts<'_>) -> String {
    format!(
        "\n[committee]\nevery     = \"6 months\"\norganiser = \"{home}\"\nwith      = [\"{}\", \"{home}\"]\narticle   = \"4\"\n",
        told.deal.partner,
        home = told.home
    )
}

fn obligation(told: &AgreementFacts<'_>, duty: &Duty) -> String {
    let (debtor, creditor) = match duty.who {
        Who::Partner => (told.deal.partner, told.home),
        Who::Home => (told.home, told.deal.partner),
    };
    let mut text = format!("\n[[obligations]]\nid       = \"{}\"\n", duty.id);
    if let Some(about) = duty.about {
        let _ = writeln!(text, "about    = \"{}\"", about.name());
    }
    let _ = write!(text, "debtor   = \"{debtor}\"\ncreditor = \"{creditor}\"\nwhat     = \"{}\"\n", duty.what);
    if !oddities::lacks_article(told.deal.startup, duty.id) {
        let _ = writeln!(text, "article  = \"{}\"", duty.article);
    }
    let months = |count: u32| format!("{count} month{}", if count == 1 { "" } else { "s" });
    let _ = match duty.when {
        When::Always => writeln!(text, "standing = true"),
        When::Signature(count) => writeln!(text, "due      = \"signature + {}\"", months(count)),
        When::End(0) => writeln!(text, "due      = \"end\""),
        When::End(count) => writeln!(text, "due      = \"end + {}\"", months(count)),
        When::Every(count) => writeln!(text, "every    = \"{}\"", months(count)),
        When::Sometime => Ok(()),
    };
    text
}

fn clauses(told: &AgreementFacts<'_>) -> String {
    format!(
        "\n[budget]\nprogramme  = \"Essais et prototypes\"\naccountant = \"Agence comptable des Trois Rivières\"\narticle    = \"6.1\"\n\
         \n[publication]\nby      = [\"{}\"]\nat      = [\"donnees.example.org\"]\narticle = \"9\"\n\
         \n[clauses.termination]\nwhat    = \"Par l’une des parties, par courrier, deux mois à l’avance.\"\narticle = \"10\"\n\
         \n[clauses.amendment]\nwhat    = \"Par avenant signé des deux parties.\"\narticle = \"11\"\n",
        told.home
    )
}

/// The times that an undertaking was met: most of them, a few days before or after they were due.
fn done(ledger: &mut Ledger, told: &AgreementFacts<'_>, life: &Life, n: u32, duty: &Duty, signed: Date) {
    let dues: Vec<Date> = match (duty.when, told.ends) {
        (When::Signature(months), _) => vec![months_after(signed, months)],
        (When::End(months), Some(ends)) if duty.about != Some(ObligationTopic::Refund) => {
            vec![months_after(ends, months)]
        }
        (When::Every(months), ends) => {
            let last = ends.unwrap_or(ledger.today).min(ledger.today);
            (1..).map(|times| months_after(signed, times * months)).take_while(|due| *due <= last).collect()
        }
        (When::Sometime, _) => vec![months_after(signed, 2)],
        _ => return,
    };
    for (m, due) in (1..).zip(dues) {
        if oddities::neglects(life.id, duty.id, (ledger.today - due).num_days()) {
            continue;
        }
        let on = workday(after(due, i64::try_from(ledger.random.below(14)).unwrap_or(0) - 11)).max(signed);
        let role =
            if duty.id == "publication" || duty.about.is_some() { Role::Administration } else { life::coach(life) };
        let evidence = format!("https://example.org/{}/{}-{m}", life.id, duty.id);
        let subject = format!("{}: {}", life.id, words(duty));
        let body = format!(
            "{}\nObligation {} of {}, article {}.\nDone on {on}.\nEvidence: {evidence}\n",
            duty.what, duty.id, told.id, duty.article
        );
        let text = format!("[[obligations.fulfilled]]\non       = {on}\nevidence = \"{evidence}\"\n");
        let fact = Fact::new(on, role, "done", subject).body(body).crowd(Crowd::Fulfilled);
        ledger.write(fact.put(&told.record, (OBLIGATIONS, n, m), text));
    }
}

fn words(duty: &Duty) -> String {
    match duty.about {
        Some(ObligationTopic::ManagementReport) => "management report sent".to_owned(),
        Some(ObligationTopic::Publication) => "convention published".to_owned(),
        _ => format!("{} done", duty.id.replace('-', " ")),
    }
}
