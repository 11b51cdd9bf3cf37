//! Exceptions in the story: the framework, amendments, and everything wrong or missing.

use std::fmt::Write as _;

use super::Role;
use super::agreement::{AgreementFacts, name_of};
use super::ledger::{HISTORY_DAYS, Ledger, MonthlyBatch, StoryFact, after, end_of_month, months_after};
use super::money::{self, euros};
use super::profiles::{HOME, OTHER, PARTIES, StoryParty};

/// Precedes every other fact, in days before today.
const BEFORE_HISTORY: i64 = HISTORY_DAYS as i64 + 30;

/// Records the portfolio and the parties.
pub fn portfolio(ledger: &mut Ledger, language: Option<&str>) {
    let on = ledger.workday_ago(BEFORE_HISTORY);
    let language = language.map(|tag| format!("language = \"{tag}\"\n")).unwrap_or_default();
    let mut text = format!(
        "#:schema ./schema/portfolio.json\nname = \"Portefeuille des Trois Rivières\"\nhome = \"{HOME}\"\n{language}\n\
         [habits]\npayment_days  = 30\nending_days   = 90\ndue_soon_days = 30\n"
    );
    for role in Role::ALL {
        let (id, name, email) = (role.id(), role.name(), role.email());
        let _ = write!(text, "\n[[people]]\nid     = \"{id}\"\nname   = \"{name}\"\nemails = [\"{email}\"]\n");
    }
    let mut fact = StoryFact::new(on, Role::Lead, "", "The portfolio".into()).put("portfolio", (0, 0, 0), text);
    for StoryParty { id, name, also, kind, article } in PARTIES {
        let article = article.map(|article| format!("article = \"{article}\"\n")).unwrap_or_default();
        let head = format!(
            "#:schema ../schema/party.json\nname = \"{name}\"\n{article}also = [\"{also}\"]\nkind = \"{kind}\"\n"
        );
        fact = fact.put(&format!("parties/{id}"), (0, 0, 0), head);
    }
    let account = format!("\n[[accounts]]\nid     = \"paierie\"\n{}", account("haute-orle"));
    ledger.write(fact.put("parties/haute-orle", (1, 0, 0), account));
}

/// Returns a fictional French account: bank and branch do not exist, but the RIB key is valid.
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

/// Returns the accounts printed in a convention: one whose IBAN has two transposed digits although its RIB is right,
/// and one that differs from the account in the party's record.
pub fn accounts(facts: &AgreementFacts<'_>) -> String {
    let printed = match facts.terms.startup {
        "mille-couverts" => account("val-tisserand").replace("0000 0020 485", "0000 0002 485"),
        "marelle" => account("val-tisserand").replace("Val-Tisserand", "Haute-Orle"),
        "hirondelle" => account("val-tisserand"),
        "bon-fagot" if facts.terms.partner == "haute-orle" => account("haute-orle"),
        _ => return String::new(),
    };
    format!("\n[accounts.refund]\nparty  = \"{}\"\n{printed}article = \"6.4\"\n", facts.terms.partner)
}

/// Returns whether a startup has a statistics page, if that is an exception.
pub fn statistics(startup: &str) -> Option<bool> {
    (startup == "marelle").then_some(false)
}

/// Returns the startup whose actions are never completed.
pub fn never_completes_actions(startup: &str) -> bool {
    matches!(startup, "cabestan" | "papier-calque")
}

/// Startups with a cancelled committee, and its day before today.
pub fn cancelled_committee(startup: &str) -> Option<i64> {
    (startup == "sablier").then_some(12)
}

/// Startups whose committee deferred its decision: the days before today, and until the day on which it decides.
pub fn deferred_committee(startup: &str) -> Option<(i64, i64)> {
    (startup == "lavoir-commun").then_some((26, 40))
}

/// Startups whose convention only estimates its term.
pub fn has_estimated_term(startup: &str) -> bool {
    startup == "mille-couverts"
}

/// Startups whose last tranche is due when it is called.
pub fn pays_last_tranche_on_call(startup: &str) -> bool {
    startup == "ombre-portee"
}

/// Startups whose convention was terminated, and the day before today.
pub fn terminated(startup: &str) -> Option<i64> {
    (startup == "pierre-a-pierre").then_some(61)
}

/// Returns the startup whose convention ended with money left that was not refunded.
pub fn withholds_refund(startup: &str) -> bool {
    matches!(startup, "pierre-a-pierre" | "haie-vive")
}

/// Obligations of an agreement that were not met.
pub fn is_unmet(startup: &str, duty: &str, days: i64) -> bool {
    match (startup, duty) {
        ("colporteur", "management-report") | ("cabestan", "data-sets") | ("ecluse-verte", "accessibility") => true,
        ("papier-calque" | "marelle" | "cabestan", "roadmap") => days < 130,
        ("lavoir-commun" | "marelle" | "ombre-portee", "showcase") => true,
        ("bon-fagot" | "sablier", "user-panel") => days < 90,
        _ => days < 8,
    }
}

/// Clauses recorded without their article.
pub fn lacks_article(startup: &str, duty: &str) -> bool {
    startup == "lavoir-commun" && duty == "showcase"
}

/// Records a payment twice, and the undo of the second one.
pub fn duplicate_payment(ledger: &mut Ledger, facts: &AgreementFacts<'_>) {
    if facts.terms.startup != "hirondelle" {
        return;
    }
    let on = ledger.workday_ago(118);
    let twice = money::payment(facts, 9, on, 33_000);
    let undo = StoryFact::new(on, Role::Administration, "undo", format!("Undo \"{}\"", twice.subject));
    ledger.write(twice);
    ledger.write(StoryFact { undoes: true, ..undo }.clear(&facts.record, (7, 9, 0)));
}

/// Records the framework, the amendments, and faulty manual edits.
pub fn record_facts(ledger: &mut Ledger) {
    framework(ledger);
    term_amendment(ledger, "hirondelle-val-tisserand-pepiniere", Some(101), 36);
    term_amendment(ledger, "belle-lisiere-ventelune-pepiniere", None, 30);
    contribution_amendment(ledger);
    ended_early(ledger);
    faulty_manual_edits(ledger);
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
    let fact = StoryFact::new(decided, Role::Administration, "new-convention", subject);
    let term = "term     = { months = 36, article = \"5\" }\n";
    ledger.write(fact.put(&record, (0, 0, 0), head).put(&record, (0, 6, 0), term).put(&record, (2, 0, 0), text));
    let fact = StoryFact::new(signed, Role::Lead, "sign", format!("{FRAMEWORK}: signed on {signed}"));
    ledger.write(fact.put(&record, (0, 5, 0), format!("signed   = {signed}\n")));
    framework_money(ledger, &record);
}

/// The framework: the first tranche is paid; the second was called last week without the required statement.
fn framework_money(ledger: &mut Ledger, record: &str) {
    let paid = ledger.workday_ago(572);
    let subject = format!("{FRAMEWORK}: {} received from {HOME}", euros(150_000));
    let text = format!(
        "\n[[payments]]\non           = {paid}\namount       = 150000\ncontribution = \"{HOME}\"\ntranche      = 1\n"
    );
    let fact = StoryFact::new(paid, Role::Administration, "pay", subject).batch(MonthlyBatch::Paid);
    ledger.write(fact.put(record, (7, 0, 0), text));
    let first = end_of_month(ledger.ago(520));
    for n in 0..8 {
        // Two months apart; the last one, three weeks ago, crosses the first threshold.
        let paid = if n == 7 { ledger.workday_ago(21) } else { end_of_month(months_after(first, n * 2)) };
        let committed = after(paid, -45);
        let text = format!(
            "\n[[expenditure]]\namount    = 16500\nwhat      = \"Marchés de développement, lot {}\"\nby        = \"{OTHER}\"\ncommitted = {committed}\npaid      = {paid}\n",
            n + 1
        );
        let subject = format!("{FRAMEWORK}: {} spent", euros(16_500));
        let fact = StoryFact::new(paid, Role::Administration, "spend", subject).batch(MonthlyBatch::Spent);
        ledger.write(fact.put(record, (8, n, 0), text));
    }
    let called = ledger.workday_ago(8);
    let text = format!(
        "\n[[calls]]\non           = {called}\namount       = 75000\ncontribution = \"{HOME}\"\ntranche      = 2\n"
    );
    let subject = format!("{FRAMEWORK}: {} called from {HOME}", euros(75_000));
    let fact = StoryFact::new(called, Role::Administration, "call", subject);
    ledger.write(fact.put(record, (6, 0, 0), text));
}

/// An amendment that changes the term; unsigned if `signed` is `None`.
fn term_amendment(ledger: &mut Ledger, amends: &str, signed: Option<i64>, months: u32) {
    let id = format!("{amends}-avenant-1");
    let record = format!("conventions/{id}");
    let decided = ledger.workday_ago(signed.map_or(33, |days| days + 20));
    let head = format!(
        "#:schema ../schema/convention.json\ntitle    = \"Avenant n° 1 : durée portée à {months} mois\"\nkind     = \"amendment\"\n\
         amends   = \"{amends}\"\ndecided  = {decided}\n"
    );
    let term = format!("term     = {{ months = {months}, article = \"1\" }}\n");
    let fact = StoryFact::new(decided, Role::Lead, "amend", format!("{amends}: amendment {id}"));
    ledger.write(fact.put(&record, (0, 0, 0), head).put(&record, (0, 6, 0), term));
    if let Some(signed) = signed.map(|days| ledger.workday_ago(days)) {
        let fact = StoryFact::new(signed, Role::Lead, "sign", format!("{id}: signed on {signed}"));
        ledger.write(fact.put(&record, (0, 5, 0), format!("signed   = {signed}\n")));
    }
}

/// An amendment with a contribution of its own.
fn contribution_amendment(ledger: &mut Ledger) {
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
    let fact = StoryFact::new(decided, Role::Lead, "amend", format!("{amends}: amendment {id}"));
    ledger.write(fact.put(&record, (0, 0, 0), head).put(&record, (2, 0, 0), contribution));
    let fact = StoryFact::new(signed, Role::Lead, "sign", format!("{id}: signed on {signed}"));
    ledger.write(fact.put(&record, (0, 5, 0), format!("signed   = {signed}\n")));
    let text = format!("\n[[payments]]\non           = {paid}\namount       = 12000\ncontribution = \"ventelune-2\"\n");
    let fact = StoryFact::new(
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
    let fact = StoryFact::new(ledger.workday_ago(60), Role::Lead, "", "Pierre à pierre: convention ended early".into());
    ledger.write(StoryFact { verb: None, ..fact }.put(&record, (0, 7, 0), text));
}

/// Faulty manual edits of last week: an unknown key, and an unclosed quote.
fn faulty_manual_edits(ledger: &mut Ledger) {
    let fact = StoryFact::new(
        ledger.workday_ago(10),
        Role::CoachB,
        "",
        "Moulin à mots: a first idea of what it may become".into(),
    );
    let text = "repositry  = \"https://code.example.org/moulin-a-mots\"\n";
    ledger.write(StoryFact { verb: None, ..fact }.put("startups/moulin-a-mots", (0, 1, 0), text));
    let from = ledger.workday_ago(6);
    let text = format!(
        "#:schema ../schema/startup.json\nname      = \"Vent debout\"\nmission   = \"Aider une association à trouver une salle et des bras\n\
         incubator = \"{HOME}\"\nsponsors  = [\"brumeval\"]\n\n[[phases]]\nphase = \"investigation\"\nfrom  = {from}\n"
    );
    let fact = StoryFact::new(from, Role::CoachB, "", "Vent debout: a new startup".into());
    ledger.write(StoryFact { verb: None, ..fact }.put("startups/vent-debout", (0, 0, 0), text));
}
