//! What is out of the ordinary in the story: the framework, the amendments, and everything that is wrong or missing.

use super::Role;
use super::agreement::{AgreementFacts, name_of};
use super::cast::{HOME, OTHER, PARTIES};
use super::ledger::{Crowd, Fact, Ledger, PAST, after, end_of_month, months_after};
use super::money::{self, euros};

/// Before everything else was written down.
const LONG_AGO: i64 = PAST as i64 + 30;

/// The incubator and the organisations.
pub fn portfolio(ledger: &mut Ledger) {
    let on = ledger.workday_ago(LONG_AGO);
    let mut fact = Fact::new(on, Role::Lead, "", "The portfolio".into()).put(
        "portfolio",
        (0, 0, 0),
        format!(
            "#:schema ./schema/portfolio.json\nname = \"Portefeuille des Trois Rivières\"\nhome = \"{HOME}\"\n\n\
             [habits]\npayment_days  = 30\nending_days   = 90\ndue_soon_days = 30\n"
        ),
    );
    for (id, name, also, kind) in PARTIES {
        let also = also.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let head = format!("#:schema ../schema/party.json\nname = \"{name}\"\nalso = [{also}]\nkind = \"{kind}\"\n");
        fact = fact.put(&format!("parties/{id}"), (0, 0, 0), head);
    }
    let account = format!("\n[[accounts]]\nid     = \"paierie\"\n{}", account("haute-orle"));
    ledger.write(fact.put("parties/haute-orle", (1, 0, 0), account));
}

/// A French account that is nobody's: bank and branch do not exist, the key fits.
fn account(party: &str) -> String {
    let holder = name_of(party);
    let (number, key, iban) = match party {
        "haute-orle" => ("00000000107", "85", "FR76 9999 9000 0100 0000 0010 785"),
        _ => ("00000000204", "85", "FR76 9999 9000 0100 0000 0020 485"),
    };
    format!(
        "holder = \"Paierie de {holder}\"\nbank   = \"99999\"\nbranch = \"00001\"\nnumber = \"{number}\"\nkey    = \"{key}\"\niban   = \"{iban}\"\n"
    )
}

/// The accounts that a convention prints: one with two digits of its IBAN changed round, beside the RIB that gives the
/// right one, and one that is not the account of the party's record.
pub fn accounts(told: &AgreementFacts<'_>) -> String {
    let printed = match told.deal.startup {
        "mille-couverts" => account("val-tisserand").replace("0000 0020 485", "0000 0002 485"),
        "marelle" => account("val-tisserand").replace("Val-Tisserand", "Haute-Orle"),
        "hirondelle" => account("val-tisserand"),
        "bon-fagot" if told.deal.partner == "haute-orle" => account("haute-orle"),
        _ => return String::new(),
    };
    format!("\n[accounts.refund]\nparty  = \"{}\"\n{printed}article = \"6.4\"\n", told.deal.partner)
}

/// Whether a startup has its page of figures; `None` where it is as it should be.
pub fn statistics(startup: &str) -> Option<bool> {
    (startup == "marelle").then_some(false)
}

/// Whose actions are agreed and never done.
pub fn forgets(startup: &str) -> bool {
    matches!(startup, "cabestan" | "papier-calque")
}

/// The committee of which startup was called off, so many days ago.
pub fn called_off(startup: &str) -> Option<i64> {
    (startup == "sablier").then_some(12)
}

/// The convention of which startup ended early, so many days ago.
pub fn terminated(startup: &str) -> Option<i64> {
    (startup == "pierre-a-pierre").then_some(61)
}

/// Where the convention ended and nobody has given back what was left.
pub fn keeps_the_rest(startup: &str) -> bool {
    matches!(startup, "pierre-a-pierre" | "haie-vive")
}

/// What of an agreement was left undone, so many days after it was due.
pub fn neglects(startup: &str, duty: &str, days: i64) -> bool {
    match (startup, duty) {
        ("colporteur", "management-report") | ("cabestan", "data-sets") | ("ecluse-verte", "accessibility") => true,
        ("papier-calque" | "marelle" | "cabestan", "roadmap") => days < 130,
        ("lavoir-commun" | "marelle" | "ombre-portee", "showcase") => true,
        ("bon-fagot" | "sablier", "user-panel") => days < 90,
        _ => days < 8,
    }
}

/// Of which clause nobody wrote down the article.
pub fn lacks_article(startup: &str, duty: &str) -> bool {
    startup == "lavoir-commun" && duty == "showcase"
}

/// A payment typed in twice, and taken back.
pub fn slip(ledger: &mut Ledger, told: &AgreementFacts<'_>) {
    if told.deal.startup != "hirondelle" {
        return;
    }
    let on = ledger.workday_ago(118);
    let twice = money::payment(told, 9, on, 33_000);
    let undo = Fact::new(on, Role::Administration, "undo", format!("Undo \"{}\"", twice.subject));
    ledger.write(twice);
    ledger.write(Fact { undoes: true, ..undo }.clear(&told.record, (7, 9, 0)));
}

/// The framework, the amendments, and what was typed in by hand and badly.
pub fn tell(ledger: &mut Ledger) {
    framework(ledger);
    longer(ledger, "hirondelle-val-tisserand-pepiniere", Some(101), 36);
    longer(ledger, "belle-lisiere-ventelune-pepiniere", None, 30);
    more_money(ledger);
    ended_early(ledger);
    by_hand(ledger);
}

const FRAMEWORK: &str = "cadre-pepiniere-atelier";

fn framework(ledger: &mut Ledger) {
    let record = format!("conventions/{FRAMEWORK}");
    let (decided, signed) = (ledger.workday_ago(618), ledger.workday_ago(600));
    let head = format!(
        "#:schema ../schema/convention.json\ntitle    = \"Convention-cadre Pépinière des Trois Rivières – Atelier des Grands Vents\"\n\
         kind     = \"framework\"\nparties  = [\"{HOME}\", \"{OTHER}\"]\ndecided  = {decided}\n"
    );
    let text = format!(
        "\n[[contributions]]\nid      = \"{HOME}\"\nfrom    = \"{HOME}\"\nto      = \"{OTHER}\"\namount  = 300000\narticle = \"4\"\n\
         [[contributions.tranches]]\namount  = 150000\nwhen    = \"signature\"\narticle = \"4\"\n\
         [[contributions.tranches]]\namount  = 75000\nwhen    = {{ spent = 120000, by = \"{OTHER}\" }}\n\
         needs   = [\"call for funds\", \"statement of expenditure\"]\narticle = \"4\"\n\
         [[contributions.tranches]]\namount  = 75000\nwhen    = {{ spent = 200000, by = \"{OTHER}\" }}\n\
         needs   = [\"call for funds\", \"statement of expenditure\"]\narticle = \"4\"\n\
         \n[committee]\nevery     = \"6 months\"\norganiser = \"{OTHER}\"\narticle   = \"2\"\n\
         \n[[obligations]]\nid       = \"statement-of-expenditure\"\nabout    = \"statement-of-expenditure\"\ndebtor   = \"{OTHER}\"\n\
         creditor = \"{HOME}\"\nwhat     = \"Établir à la clôture l’état récapitulatif des dépenses acceptées.\"\narticle  = \"4\"\ndue      = \"end\"\n\
         \n[[obligations]]\nid       = \"experts\"\ndebtor   = \"{OTHER}\"\ncreditor = \"{HOME}\"\n\
         what     = \"Ouvrir aux équipes, au besoin, ses experts : droit, sécurité, données.\"\narticle  = \"3\"\nstanding = true\n"
    );
    let subject = format!("{FRAMEWORK}: new convention");
    let fact = Fact::new(decided, Role::Administration, "new-convention", subject);
    let term = "term     = { months = 36, article = \"5\" }\n";
    ledger.write(fact.put(&record, (0, 0, 0), head).put(&record, (0, 6, 0), term).put(&record, (2, 0, 0), text));
    let fact = Fact::new(signed, Role::Lead, "sign", format!("{FRAMEWORK}: signed on {signed}"));
    ledger.write(fact.put(&record, (0, 5, 0), format!("signed   = {signed}\n")));
    framework_money(ledger, &record);
}

/// Paid at the signature; the second part was called last week, without the statement that must come with it.
fn framework_money(ledger: &mut Ledger, record: &str) {
    let paid = ledger.workday_ago(572);
    let subject = format!("{FRAMEWORK}: {} received from {HOME}", euros(150_000));
    let text = format!(
        "\n[[payments]]\non           = {paid}\namount       = 150000\ncontribution = \"{HOME}\"\ntranche      = 1\n"
    );
    let fact = Fact::new(paid, Role::Administration, "pay", subject).crowd(Crowd::Paid);
    ledger.write(fact.put(record, (7, 0, 0), text));
    let first = end_of_month(ledger.ago(520));
    for n in 0..8 {
        // Two months apart, the last three weeks ago: with it the first threshold is passed.
        let paid = if n == 7 { ledger.workday_ago(21) } else { end_of_month(months_after(first, n * 2)) };
        let committed = after(paid, -45);
        let text = format!(
            "\n[[expenditure]]\namount    = 16500\nwhat      = \"Marchés de développement, lot {}\"\nby        = \"{OTHER}\"\ncommitted = {committed}\npaid      = {paid}\n",
            n + 1
        );
        let subject = format!("{FRAMEWORK}: {} spent", euros(16_500));
        let fact = Fact::new(paid, Role::Administration, "spend", subject).crowd(Crowd::Spent);
        ledger.write(fact.put(record, (8, n, 0), text));
    }
    let called = ledger.workday_ago(8);
    let text = format!(
        "\n[[calls]]\non           = {called}\namount       = 75000\ncontribution = \"{HOME}\"\ntranche      = 2\n"
    );
    let subject = format!("{FRAMEWORK}: {} called from {HOME}", euros(75_000));
    let fact = Fact::new(called, Role::Administration, "call", subject);
    ledger.write(fact.put(record, (6, 0, 0), text));
}

/// An amendment that changes the term; not yet signed where `signed` is none.
fn longer(ledger: &mut Ledger, amends: &str, signed: Option<i64>, months: u32) {
    let id = format!("{amends}-avenant-1");
    let record = format!("conventions/{id}");
    let decided = ledger.workday_ago(signed.map_or(33, |days| days + 20));
    let head = format!(
        "#:schema ../schema/convention.json\ntitle    = \"Avenant n° 1 : durée portée à {months} mois\"\nkind     = \"amendment\"\n\
         amends   = \"{amends}\"\ndecided  = {decided}\n"
    );
    let term = format!("term     = {{ months = {months}, article = \"1\" }}\n");
    let fact = Fact::new(decided, Role::Lead, "amend", format!("{amends}: amendment {id}"));
    ledger.write(fact.put(&record, (0, 0, 0), head).put(&record, (0, 6, 0), term));
    if let Some(signed) = signed.map(|days| ledger.workday_ago(days)) {
        let fact = Fact::new(signed, Role::Lead, "sign", format!("{id}: signed on {signed}"));
        ledger.write(fact.put(&record, (0, 5, 0), format!("signed   = {signed}\n")));
    }
}

/// An amendment that brings a contribution of its own.
fn more_money(ledger: &mut Ledger) {
    let amends = "pied-a-terre-ventelune-atelier";
    let id = format!("{amends}-avenant-1");
    let record = format!("conventions/{id}");
    let (decided, signed, paid) = (ledger.workday_ago(58), ledger.workday_ago(44), ledger.workday_ago(19));
    let head = format!(
        "#:schema ../schema/convention.json\ntitle    = \"Avenant n° 1 : participation complémentaire de Ventelune\"\n\
         kind     = \"amendment\"\namends   = \"{amends}\"\ndecided  = {decided}\n"
    );
    let contribution = format!(
        "\n[[contributions]]\nid      = \"ventelune-2\"\nfrom    = \"ventelune\"\nto      = \"{OTHER}\"\namount  = 12000\narticle = \"2\"\n\
         [[contributions.tranches]]\namount  = 12000\nwhen    = \"signature\"\narticle = \"2\"\n"
    );
    let fact = Fact::new(decided, Role::Lead, "amend", format!("{amends}: amendment {id}"));
    ledger.write(fact.put(&record, (0, 0, 0), head).put(&record, (2, 0, 0), contribution));
    let fact = Fact::new(signed, Role::Lead, "sign", format!("{id}: signed on {signed}"));
    ledger.write(fact.put(&record, (0, 5, 0), format!("signed   = {signed}\n")));
    let text = format!("\n[[payments]]\non           = {paid}\namount       = 12000\ncontribution = \"ventelune-2\"\n");
    let fact = Fact::new(
        paid,
        Role::Administration,
        "pay",
        format!("pied-a-terre: {} received from ventelune", euros(12_000)),
    );
    ledger.write(fact.put(&record, (7, 0, 0), text));
}

fn ended_early(ledger: &mut Ledger) {
    let Some(on) = terminated("pierre-a-pierre").map(|days| ledger.ago(days)) else { return };
    let record = format!("conventions/pierre-a-pierre-bois-levant-{HOME}");
    let text = format!("terminated = {{ on = {on}, reason = \"Le comité a mis fin au produit\" }}\n");
    let fact = Fact::new(ledger.workday_ago(60), Role::Lead, "", "Pierre à pierre: convention ended early".into());
    ledger.write(Fact { verb: None, ..fact }.put(&record, (0, 7, 0), text));
}

/// Typed into the files last week: a key that is none, and a quote that was never closed.
fn by_hand(ledger: &mut Ledger) {
    let fact =
        Fact::new(ledger.workday_ago(10), Role::CoachB, "", "Moulin à mots: a first idea of what it may become".into());
    let text = "repositry  = \"https://code.example.org/moulin-a-mots\"\n";
    ledger.write(Fact { verb: None, ..fact }.put("startups/moulin-a-mots", (0, 1, 0), text));
    let from = ledger.workday_ago(6);
    let text = format!(
        "#:schema ../schema/startup.json\nname      = \"Vent debout\"\nmission   = \"Aider une association à trouver une salle et des bras\n\
         incubator = \"{HOME}\"\nsponsors  = [\"brumeval\"]\n\n[[phases]]\nphase = \"investigation\"\nfrom  = {from}\n"
    );
    let fact = Fact::new(from, Role::CoachB, "", "Vent debout: a new startup".into());
    ledger.write(Fact { verb: None, ..fact }.put("startups/vent-debout", (0, 0, 0), text));
}
