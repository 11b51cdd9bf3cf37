//! The money of an agreement: promised, called, received, spent and refunded.

use std::fmt::Write as _;

use super::Role;
use super::agreement::AgreementFacts;
use super::agreements::PaymentCourse;
use super::exceptions;
use super::ledger::{Ledger, MonthlyBatch, StoryFact, after, end_of_month, months_after, workday};
use crate::model::Date;

const CONTRIBUTIONS: u8 = 2;
const CALLS: u8 = 6;
const PAYMENTS: u8 = 7;
const EXPENDITURE: u8 = 8;
const REFUNDS: u8 = 9;

/// A tranche of the partner's contribution.
struct PlannedTranche {
    amount: u64,
    /// The trigger as written in the record.
    when: String,
    /// Its due day, if the signature is known.
    due: Option<Date>,
}

/// Percentage of the contribution, and months after the signature.
const USUAL: [(u64, u32); 3] = [(50, 0), (30, 6), (20, 12)];

fn tranches(ledger: &Ledger, facts: &AgreementFacts<'_>) -> Vec<PlannedTranche> {
    let whole = facts.terms.thousands.0 * 1_000;
    let usual = |(share, months): (u64, u32)| PlannedTranche {
        amount: whole * share / 100,
        when: if months == 0 { "\"signature\"".into() } else { format!("\"signature + {months} months\"") },
        due: facts.signed.map(|signed| months_after(signed, months)),
    };
    let fixed = |ago: i64, amount: u64| {
        let due = ledger.workday_ago(ago);
        PlannedTranche { amount, when: due.to_string(), due: Some(due) }
    };
    let (first, rest) = (usual(USUAL[0]), whole - whole * USUAL[0].0 / 100);
    match facts.terms.pay {
        PaymentCourse::Well if exceptions::pays_last_tranche_on_call(facts.terms.startup) => {
            let mut all = USUAL.map(usual);
            all[2].when = "\"call\"".into();
            all[2].due = None;
            all.into()
        }
        PaymentCourse::Well | PaymentCourse::Whole => USUAL.map(usual).into(),
        PaymentCourse::Late => vec![first, fixed(54, rest)],
        PaymentCourse::Called => vec![first, fixed(12, rest)],
        PaymentCourse::Due => vec![first, fixed(7, rest)],
        PaymentCourse::Part => vec![first, fixed(19, rest)],
        PaymentCourse::LatePart => vec![first, fixed(73, rest)],
        PaymentCourse::Over => vec![first, fixed(64, rest)],
    }
}

/// Returns the contributions as TOML.
pub fn promised(fact: StoryFact, facts: &AgreementFacts<'_>, ledger: &Ledger) -> StoryFact {
    let (partner, home) = (facts.terms.partner, facts.home);
    let whole = facts.terms.thousands.0 * 1_000;
    let mut text = format!(
        "\n[[contributions]]\nid      = \"{partner}\"\nfrom    = \"{partner}\"\nto      = \"{home}\"\namount  = {whole}\narticle = \"5.1\"\n"
    );
    for (n, PlannedTranche { amount, when, .. }) in tranches(ledger, facts).iter().enumerate() {
        let _ = write!(text, "[[contributions.tranches]]\namount  = {amount}\nwhen    = {when}\n");
        if n > 0 && facts.terms.pay != PaymentCourse::Due {
            text.push_str("needs   = [\"call for funds\"]\n");
        }
        text.push_str("article = \"5.2\"\n");
    }
    let amount = facts.terms.thousands.1 * 1_000;
    let own = format!(
        "\n[[contributions]]\nid      = \"{home}\"\nfrom    = \"{home}\"\namount  = {amount}\narticle = \"5.4\"\n"
    );
    fact.put(&facts.record, (CONTRIBUTIONS, 0, 0), text).put(&facts.record, (CONTRIBUTIONS, 1, 0), own)
}

/// Records calls, payments and expenditure since the signature.
pub fn record_facts(ledger: &mut Ledger, facts: &AgreementFacts<'_>, signed: Date) {
    let mut received = 0;
    for (n, tranche) in (1..).zip(tranches(ledger, facts)) {
        received += call_and_pay(ledger, facts, n, &tranche);
    }
    exceptions::duplicate_payment(ledger, facts);
    let spent = spend(ledger, facts, signed, received);
    refund(ledger, facts, received, spent);
}

/// Records the call of a tranche and its payments, and returns the amount paid.
fn call_and_pay(ledger: &mut Ledger, facts: &AgreementFacts<'_>, n: u32, tranche: &PlannedTranche) -> u64 {
    let Some(due) = tranche.due.filter(|due| *due < ledger.today) else { return 0 };
    if facts.ends.is_some_and(|ends| due > ends) {
        return 0;
    }
    let drawn = i64::try_from(ledger.random.below(9)).unwrap_or(0);
    let last = n > 1 && !matches!(facts.terms.pay, PaymentCourse::Well | PaymentCourse::Whole);
    let called = workday(after(due, if last { 2 } else { 1 + drawn / 2 }));
    if n > 1 && !(last && facts.terms.pay == PaymentCourse::Due) {
        call(ledger, facts, n, called, tranche.amount);
    }
    let (amount, on) = match facts.terms.pay {
        _ if !last => (tranche.amount, workday(after(due, 11 + drawn))),
        PaymentCourse::Part | PaymentCourse::LatePart => (tranche.amount * 2 / 5, workday(after(due, 13))),
        PaymentCourse::Over => (tranche.amount + 1_500, workday(after(due, 17))),
        _ => return 0,
    };
    if on >= ledger.today {
        return 0;
    }
    pay(ledger, facts, n, on, amount);
    amount
}

fn call(ledger: &mut Ledger, facts: &AgreementFacts<'_>, n: u32, on: Date, amount: u64) {
    let partner = facts.terms.partner;
    let text = format!(
        "\n[[calls]]\non           = {on}\namount       = {amount}\ncontribution = \"{partner}\"\ntranche      = {n}\nreference    = \"AF {}-{n}\"\n",
        on.format("%Y")
    );
    let subject = format!("{}: {} called from {partner}", facts.terms.startup, euros(amount));
    let body = format!("Contribution {partner} of {}, article 5.1, tranche {n}; on {on}.\n", facts.id);
    let fact = StoryFact::new(on, Role::Administration, "call", subject).body(body).batch(MonthlyBatch::Called);
    ledger.write(fact.put(&facts.record, (CALLS, n, 0), text));
}

pub fn payment(facts: &AgreementFacts<'_>, n: u32, on: Date, amount: u64) -> StoryFact {
    let partner = facts.terms.partner;
    let reference = format!("VIR {}-{n}", on.format("%y%m%d"));
    let text = format!(
        "\n[[payments]]\non           = {on}\namount       = {amount}\ncontribution = \"{partner}\"\nreference    = \"{reference}\"\n"
    );
    let subject = format!("{}: {} received from {partner}", facts.terms.startup, euros(amount));
    let body = format!("Contribution {partner} of {}, article 5.1; on {on}.\nReference: {reference}\n", facts.id);
    StoryFact::new(on, Role::Administration, "pay", subject).body(body).put(&facts.record, (PAYMENTS, n, 0), text)
}

fn pay(ledger: &mut Ledger, facts: &AgreementFacts<'_>, n: u32, on: Date, amount: u64) {
    ledger.write(payment(facts, n, on, amount).batch(MonthlyBatch::Paid));
}

const BOUGHT: [&str; 5] = ["Développement", "Conception et essais", "Hébergement", "Accompagnement", "Déploiement"];

/// Records monthly expenditure up to a percentage of the money, and returns how much of the partner's money it used.
fn spend(ledger: &mut Ledger, facts: &AgreementFacts<'_>, signed: Date, received: u64) -> u64 {
    let last = facts.ends.unwrap_or(ledger.today).min(after(ledger.today, -12));
    let days: Vec<Date> =
        (2..).map(|months| end_of_month(months_after(signed, months))).take_while(|day| *day <= last).collect();
    let (partner, home) = (facts.terms.partner, facts.home);
    let months = days.len() as u64;
    if months == 0 || facts.terms.spent == 0 {
        return 0;
    }
    let shares =
        [(partner, received * facts.terms.spent / 100), (home, facts.terms.thousands.1 * 10 * facts.terms.spent)];
    for (n, paid) in days.iter().enumerate() {
        let done = workday(after(*paid, -14));
        let committed = workday(after(*paid, -40));
        let what = BOUGHT.get((n + facts.id.len()) % BOUGHT.len()).copied().unwrap_or_default();
        for (nth, (charged, whole)) in (0..).zip(shares) {
            // The last line absorbs the remainder of the division.
            let part = whole / months + if n + 1 == days.len() { whole % months } else { 0 };
            let text = format!(
                "\n[[expenditure]]\namount       = {part}\nwhat         = \"{what}\"\nby           = \"{home}\"\n\
                 contribution = \"{charged}\"\ncommitted    = {committed}\ndone         = {done}\npaid         = {paid}\n\
                 reference    = \"BC {}-{nth}\"\n",
                paid.format("%y%m")
            );
            let line = u32::try_from(n).unwrap_or(0) * 2 + nth;
            let subject = format!("{}: {} spent on {what}", facts.terms.startup, euros(part));
            let fact = StoryFact::new(*paid, Role::Administration, "spend", subject).batch(MonthlyBatch::Spent);
            ledger.write(fact.put(&facts.record, (EXPENDITURE, line, 0), text));
        }
    }
    open_order(ledger, facts, shares[1].1 / months);
    shares[0].1
}

/// Records an order of this month that has not been invoiced.
fn open_order(ledger: &mut Ledger, facts: &AgreementFacts<'_>, amount: u64) {
    if facts.ends.is_some_and(|ends| ends < ledger.today) {
        return;
    }
    let committed = ledger.workday_ago(9);
    let home = facts.home;
    let text = format!(
        "\n[[expenditure]]\namount       = {amount}\nwhat         = \"Bon de commande du trimestre\"\nby           = \"{home}\"\n\
         contribution = \"{home}\"\ncommitted    = {committed}\n"
    );
    let subject = format!("{}: {} committed", facts.terms.startup, euros(amount));
    let fact = StoryFact::new(committed, Role::Administration, "spend", subject).batch(MonthlyBatch::Spent);
    ledger.write(fact.put(&facts.record, (EXPENDITURE, 1_000, 0), text));
}

/// Records the refund of unspent money two months after the end, if that day has passed.
fn refund(ledger: &mut Ledger, facts: &AgreementFacts<'_>, received: u64, spent: u64) {
    let Some(ends) = facts.ends else { return };
    let on = workday(after(ends, 66));
    if received <= spent || exceptions::withholds_refund(facts.terms.startup) {
        return;
    }
    let (amount, partner) = (received - spent, facts.terms.partner);
    let text = format!(
        "\n[[refunds]]\non           = {on}\namount       = {amount}\ncontribution = \"{partner}\"\nreference    = \"RST {}\"\n",
        on.format("%y%m%d")
    );
    let subject = format!("{}: {} given back to {partner}", facts.terms.startup, euros(amount));
    let fact = StoryFact { verb: None, ..StoryFact::new(on, Role::Administration, "", subject) };
    ledger.write(fact.put(&facts.record, (REFUNDS, 0, 0), text));
}

/// `€17,500`
pub fn euros(amount: u64) -> String {
    if amount < 1_000 { format!("€{amount}") } else { format!("€{},{:03}", amount / 1_000, amount % 1_000) }
}
