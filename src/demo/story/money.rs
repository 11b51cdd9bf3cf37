//! The money of an agreement: what is promised, called, received, spent and given back.

use std::fmt::Write as _;

use super::Role;
use super::agreement::AgreementFacts;
use super::deals::Pay;
use super::ledger::{Crowd, Fact, Ledger, after, end_of_month, months_after, workday};
use super::oddities;
use crate::model::Date;

const CONTRIBUTIONS: u8 = 2;
const CALLS: u8 = 6;
const PAYMENTS: u8 = 7;
const EXPENDITURE: u8 = 8;
const REFUNDS: u8 = 9;

/// A part of what the partner promised.
struct Tranche {
    amount: u64,
    /// As the record says it.
    when: String,
    /// The day, where the signature is known.
    due: Option<Date>,
}

/// In hundredths of the whole, and how many months after the signature.
const USUAL: [(u64, u32); 3] = [(50, 0), (30, 6), (20, 12)];

fn tranches(ledger: &Ledger, told: &AgreementFacts<'_>) -> Vec<Tranche> {
    let whole = told.deal.thousands.0 * 1_000;
    let usual = |(share, months): (u64, u32)| Tranche {
        amount: whole * share / 100,
        when: if months == 0 { "\"signature\"".into() } else { format!("\"signature + {months} months\"") },
        due: told.signed.map(|signed| months_after(signed, months)),
    };
    let fixed = |ago: i64, amount: u64| {
        let due = ledger.workday_ago(ago);
        Tranche { amount, when: due.to_string(), due: Some(due) }
    };
    let (first, rest) = (usual(USUAL[0]), whole - whole * USUAL[0].0 / 100);
    match told.deal.pay {
        Pay::Well | Pay::Whole => USUAL.map(usual).into(),
        Pay::Late => vec![first, fixed(54, rest)],
        Pay::Called => vec![first, fixed(12, rest)],
        Pay::Due => vec![first, fixed(7, rest)],
        Pay::Part => vec![first, fixed(19, rest)],
        Pay::LatePart => vec![first, fixed(73, rest)],
        Pay::Over => vec![first, fixed(64, rest)],
    }
}

/// The contributions as the document states them.
pub fn promised(fact: Fact, told: &AgreementFacts<'_>, ledger: &Ledger) -> Fact {
    let (partner, home) = (told.deal.partner, told.home);
    let whole = told.deal.thousands.0 * 1_000;
    let mut text = format!(
        "\n[[contributions]]\nid      = \"{partner}\"\nfrom    = \"{partner}\"\nto      = \"{home}\"\namount  = {whole}\narticle = \"5.1\"\n"
    );
    for (n, Tranche { amount, when, .. }) in tranches(ledger, told).iter().enumerate() {
        let _ = write!(text, "[[contributions.tranches]]\namount  = {amount}\nwhen    = {when}\n");
        if n > 0 {
            text.push_str("needs   = [\"call for funds\"]\n");
        }
        text.push_str("article = \"5.2\"\n");
    }
    let amount = told.deal.thousands.1 * 1_000;
    let own = format!(
        "\n[[contributions]]\nid      = \"{home}\"\nfrom    = \"{home}\"\namount  = {amount}\narticle = \"5.4\"\n"
    );
    fact.put(&told.record, (CONTRIBUTIONS, 0, 0), text).put(&told.record, (CONTRIBUTIONS, 1, 0), own)
}

/// What moved since the signature.
pub fn tell(ledger: &mut Ledger, told: &AgreementFacts<'_>, signed: Date) {
    let mut received = 0;
    for (n, tranche) in (1..).zip(tranches(ledger, told)) {
        received += come_in(ledger, told, n, &tranche);
    }
    oddities::slip(ledger, told);
    let spent = spend(ledger, told, signed, received);
    give_back(ledger, told, received, spent);
}

/// Calls a tranche and takes what comes in; gives how much did.
fn come_in(ledger: &mut Ledger, told: &AgreementFacts<'_>, n: u32, tranche: &Tranche) -> u64 {
    let Some(due) = tranche.due.filter(|due| *due < ledger.today) else { return 0 };
    if told.ends.is_some_and(|ends| due > ends) {
        return 0;
    }
    let drawn = i64::try_from(ledger.random.below(9)).unwrap_or(0);
    let last = n > 1 && !matches!(told.deal.pay, Pay::Well | Pay::Whole);
    let called = workday(after(due, if last { 2 } else { 1 + drawn / 2 }));
    if n > 1 && !(last && told.deal.pay == Pay::Due) {
        call(ledger, told, n, called, tranche.amount);
    }
    let (amount, on) = match told.deal.pay {
        _ if !last => (tranche.amount, workday(after(due, 11 + drawn))),
        Pay::Part | Pay::LatePart => (tranche.amount * 2 / 5, workday(after(due, 13))),
        Pay::Over => (tranche.amount + 1_500, workday(after(due, 17))),
        _ => return 0,
    };
    if on >= ledger.today {
        return 0;
    }
    pay(ledger, told, n, on, amount);
    amount
}

fn call(ledger: &mut Ledger, told: &AgreementFacts<'_>, n: u32, on: Date, amount: u64) {
    let partner = told.deal.partner;
    let text = format!(
        "\n[[calls]]\non           = {on}\namount       = {amount}\ncontribution = \"{partner}\"\ntranche      = {n}\nreference    = \"AF {}-{n}\"\n",
        on.format("%Y")
    );
    let subject = format!("{}: {} called from {partner}", told.deal.startup, euros(amount));
    let body = format!("Contribution {partner} of {}, article 5.1, tranche {n}; on {on}.\n", told.id);
    let fact = Fact::new(on, Role::Administration, "call", subject).body(body).crowd(Crowd::Called);
    ledger.write(fact.put(&told.record, (CALLS, n, 0), text));
}

/// A payment that came in on a day.
pub fn payment(told: &AgreementFacts<'_>, n: u32, on: Date, amount: u64) -> Fact {
    let partner = told.deal.partner;
    let reference = format!("VIR {}-{n}", on.format("%y%m%d"));
    let text = format!(
        "\n[[payments]]\non           = {on}\namount       = {amount}\ncontribution = \"{partner}\"\nreference    = \"{reference}\"\n"
    );
    let subject = format!("{}: {} received from {partner}", told.deal.startup, euros(amount));
    let body = format!("Contribution {partner} of {}, article 5.1; on {on}.\nReference: {reference}\n", told.id);
    Fact::new(on, Role::Administration, "pay", subject).body(body).put(&told.record, (PAYMENTS, n, 0), text)
}

fn pay(ledger: &mut Ledger, told: &AgreementFacts<'_>, n: u32, on: Date, amount: u64) {
    ledger.write(payment(told, n, on, amount).crowd(Crowd::Paid));
}

const BOUGHT: [&str; 5] = ["Développement", "Conception et essais", "Hébergement", "Accompagnement", "Déploiement"];

/// A line a month; in all so many hundredths of what there is to spend. Gives what was spent of the partner's money.
fn spend(ledger: &mut Ledger, told: &AgreementFacts<'_>, signed: Date, received: u64) -> u64 {
    let last = told.ends.unwrap_or(ledger.today).min(after(ledger.today, -12));
    let days: Vec<Date> =
        (2..).map(|months| end_of_month(months_after(signed, months))).take_while(|day| *day <= last).collect();
    let (partner, home) = (told.deal.partner, told.home);
    let months = days.len() as u64;
    if months == 0 || told.deal.spent == 0 {
        return 0;
    }
    let shares = [(partner, received * told.deal.spent / 100), (home, told.deal.thousands.1 * 10 * told.deal.spent)];
    for (n, paid) in days.iter().enumerate() {
        let done = workday(after(*paid, -14));
        let committed = workday(after(*paid, -40));
        let what = BOUGHT.get((n + told.id.len()) % BOUGHT.len()).copied().unwrap_or_default();
        for (nth, (charged, whole)) in (0..).zip(shares) {
            // The last line takes what dividing left.
            let part = whole / months + if n + 1 == days.len() { whole % months } else { 0 };
            let text = format!(
                "\n[[expenditure]]\namount       = {part}\nwhat         = \"{what}\"\nby           = \"{home}\"\n\
                 contribution = \"{charged}\"\ncommitted    = {committed}\ndone         = {done}\npaid         = {paid}\n\
                 reference    = \"BC {}-{nth}\"\n",
                paid.format("%y%m")
            );
            let line = u32::try_from(n).unwrap_or(0) * 2 + nth;
            let subject = format!("{}: {} spent on {what}", told.deal.startup, euros(part));
            let fact = Fact::new(*paid, Role::Administration, "spend", subject).crowd(Crowd::Spent);
            ledger.write(fact.put(&told.record, (EXPENDITURE, line, 0), text));
        }
    }
    engaged(ledger, told, shares[1].1 / months);
    shares[0].1
}

/// An order placed this month that nobody has invoiced yet.
fn engaged(ledger: &mut Ledger, told: &AgreementFacts<'_>, amount: u64) {
    if told.ends.is_some_and(|ends| ends < ledger.today) {
        return;
    }
    let committed = ledger.workday_ago(9);
    let home = told.home;
    let text = format!(
        "\n[[expenditure]]\namount       = {amount}\nwhat         = \"Bon de commande du trimestre\"\nby           = \"{home}\"\n\
         contribution = \"{home}\"\ncommitted    = {committed}\n"
    );
    let subject = format!("{}: {} committed", told.deal.startup, euros(amount));
    let fact = Fact::new(committed, Role::Administration, "spend", subject).crowd(Crowd::Spent);
    ledger.write(fact.put(&told.record, (EXPENDITURE, 1_000, 0), text));
}

/// What was not spent goes back two months after the end, where the story has come so far.
fn give_back(ledger: &mut Ledger, told: &AgreementFacts<'_>, received: u64, spent: u64) {
    let Some(ends) = told.ends else { return };
    let on = workday(after(ends, 66));
    if received <= spent || oddities::keeps_the_rest(told.deal.startup) {
        return;
    }
    let (amount, partner) = (received - spent, told.deal.partner);
    let text = format!(
        "\n[[refunds]]\non           = {on}\namount       = {amount}\ncontribution = \"{partner}\"\nreference    = \"RST {}\"\n",
        on.format("%y%m%d")
    );
    let subject = format!("{}: {} given back to {partner}", told.deal.startup, euros(amount));
    let fact = Fact { verb: None, ..Fact::new(on, Role::Administration, "", subject) };
    ledger.write(fact.put(&told.record, (REFUNDS, 0, 0), text));
}

/// `€17,500`
pub fn euros(amount: u64) -> String {
    if amount < 1_000 { format!("€{amount}") } else { format!("€{},{:03}", amount / 1_000, amount % 1_000) }
}
