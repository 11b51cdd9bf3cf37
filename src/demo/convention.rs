//! A fictional convention: contributions, obligations, calls, payments and expenditure.

use std::fmt::Write as _;

use chrono::Days;

use super::names;
use super::random::SplitMix64;
use super::seed::{HOME, StartupSeed, last_day};
use crate::model::Date;

const OBLIGATIONS: usize = 20;

/// Returns the text of its record.
pub fn text(seed: &StartupSeed) -> String {
    let mut random = seed.random(2);
    let mut text = String::with_capacity(8_192);
    head(&mut text, seed);
    let partner = 5_000 * (2 + random.below(10));
    let home = 5_000 * (3 + random.below(12));
    contribution(&mut text, seed.partner.id, seed.partner.id, partner);
    contribution(&mut text, "home", HOME, home);
    let _ = write!(
        text,
        "\n[[resources]]\nfrom = \"{}\"\nwhat = \"Une personne du service qui connaît le terrain\"\n\
         share = \"half time\"\nlasts = \"12 months\"\narticle = \"5.3\"\n\
         \n[committee]\nevery = \"6 months\"\norganiser = \"{HOME}\"\nwith = [\"{}\", \"{HOME}\"]\narticle = \"4\"\n",
        seed.partner.id, seed.partner.id
    );
    for number in 0..OBLIGATIONS {
        obligation(&mut text, seed, number, &mut random);
    }
    if let Some(signed) = seed.signed {
        money(&mut text, seed.partner.id, signed, partner, &mut random);
    }
    let _ = write!(
        text,
        "\n[budget]\nprogramme = \"Essais et prototypes\"\naccountant = \"Agence comptable des Trois Rivières\"\n\
         detail = \"Crédits ouverts chaque année, dans la limite des versements reçus\"\narticle = \"6\"\n\
         \n[publication]\nby = [\"{HOME}\"]\nat = [\"donnees.example\"]\narticle = \"9\"\n\
         \n[clauses.termination]\nwhat = \"Par l’une des parties, par courrier, deux mois à l’avance\"\narticle = \"10\"\n\
         \n[clauses.amendment]\nwhat = \"Par avenant signé des deux parties\"\narticle = \"11\"\n"
    );
    text
}

fn head(text: &mut String, seed: &StartupSeed) {
    let _ = write!(
        text,
        "title = \"{} : convention entre {} et la Pépinière des Trois Rivières\"\nkind = \"partnership\"\n\
         startups = [\"{}\"]\nparties = [\"{}\", \"{HOME}\"]\ndecided = {}\n",
        seed.name, seed.partner.name, seed.id, seed.partner.id, seed.began
    );
    if let Some(signed) = seed.signed {
        let _ = writeln!(text, "signed = {signed}");
    }
    text.push_str("term = { months = 24, article = \"7.1\" }\n");
    for (party, name, title) in [
        (seed.partner.id, "Coach Desroches", "Vice-présidente chargée du numérique"),
        (HOME, "Dominique Lafaurie", "Directeur de la Pépinière"),
    ] {
        let _ = write!(text, "\n[[signatories]]\nparty = \"{party}\"\nname = \"{name}\"\ntitle = \"{title}\"\n");
    }
}

fn contribution(text: &mut String, id: &str, from: &str, amount: u64) {
    let first = amount / 2;
    let _ = write!(
        text,
        "\n[[contributions]]\nid = \"{id}\"\nfrom = \"{from}\"\n{}amount = {amount}\narticle = \"5.1\"\n",
        if from == HOME { String::new() } else { format!("to = \"{HOME}\"\n") }
    );
    for (amount, when, needs) in
        [(first, "signature", ""), (amount - first, "signature + 6 months", "needs = [\"call for funds\"]\n")]
    {
        let _ = write!(
            text,
            "[[contributions.tranches]]\namount = {amount}\nwhen = \"{when}\"\n{needs}article = \"5.2\"\n"
        );
    }
}

fn obligation(text: &mut String, seed: &StartupSeed, number: usize, random: &mut SplitMix64) {
    let (theirs, what) = names::UNDERTAKINGS[number % names::UNDERTAKINGS.len()];
    let (debtor, creditor) = if theirs { (seed.partner.id, HOME) } else { (HOME, seed.partner.id) };
    let (about, timing) = match number {
        0 => ("about = \"statistics-page\"\n", "standing = true"),
        1 => ("about = \"source-code\"\n", "standing = true"),
        2 => ("about = \"management-report\"\n", "due = \"end + 3 months\""),
        3 => ("about = \"publication\"\n", "due = \"signature + 1 month\""),
        4..8 => ("", "every = \"3 months\""),
        8..12 => ("", "due = \"signature + 6 months\""),
        12..16 => ("", "due = \"end\""),
        _ => ("", "standing = true"),
    };
    let _ = write!(
        text,
        "\n[[obligations]]\nid = \"o{number:02}\"\n{about}debtor = \"{debtor}\"\ncreditor = \"{creditor}\"\n\
         what = \"{what}\"\narticle = \"{}.{}\"\n{timing}\n",
        2 + number / 10,
        1 + number % 10
    );
    let (Some(signed), true) = (seed.signed, matches!(number, 3..12) && random.below(3) > 0) else { return };
    let times = if number < 8 { 1 + random.below(3) } else { 1 };
    for time in 1..=times {
        let on = signed + Days::new(20 + 85 * time + random.below(12));
        if on > last_day() {
            break;
        }
        let _ = write!(
            text,
            "[[obligations.fulfilled]]\non = {on}\nevidence = \"https://pieces.example/{}/{number:02}-{time}\"\n",
            seed.id
        );
    }
}

/// Appends the partner's payments and the expenditure.
fn money(text: &mut String, contribution: &str, signed: Date, amount: u64, random: &mut SplitMix64) {
    let mut left = amount;
    for number in 1..=4 {
        let on = signed + Days::new(30 + 70 * number + random.below(40));
        let paid = (amount / 4).min(left);
        if on > last_day() || random.below(5) == 0 {
            break;
        }
        left -= paid;
        let _ = write!(
            text,
            "\n[[calls]]\non = {}\namount = {paid}\ncontribution = \"{contribution}\"\nwith = [\"call for funds\"]\n\
             \n[[payments]]\non = {on}\namount = {paid}\ncontribution = \"{contribution}\"\nreference = \"VIR {number:04}\"\n",
            on - Days::new(25),
        );
    }
    for number in 1..=3 {
        let committed = signed + Days::new(45 * number);
        let done = committed + Days::new(30);
        let paid = done + Days::new(20 + random.below(20));
        if paid > last_day() {
            break;
        }
        let spent = (amount - left) / 4;
        let _ = write!(
            text,
            "\n[[expenditure]]\namount = {spent}\nwhat = \"Bon de commande {number}\"\nby = \"{HOME}\"\n\
             committed = {committed}\ndone = {done}\npaid = {paid}\nreference = \"BC {number:04}\"\n"
        );
    }
}
