//! A bank account whose check digits fail: no bank would pay on it.
//!
//! What is printed stays as it is in the record; where a RIB and an IBAN stand side by side and one of them holds,
//! the finding says what it gives for the other.

use iban::Iban;

use super::shared::rib::{Rib, compact};
use super::shared::{entry, in_convention, in_party, text};
use super::{Check, Context};
use crate::model::{Account, Arg, Args, Finding, Path, Place, Severity};

pub const CHECK: Check = Check {
    name: "account-check-digits",
    severity: Severity::Warning,
    messages: &[
        "finding-account-check-digits-iban",
        "finding-account-check-digits-iban-by-rib",
        "finding-account-check-digits-iban-by-rib-whole",
        "finding-account-check-digits-not-the-rib",
        "finding-account-check-digits-rib-bank",
        "finding-account-check-digits-rib-key",
        "finding-account-check-digits-rib-part",
    ],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for party in context.portfolio.parties.values() {
        for (n, account) in party.accounts.iter().enumerate() {
            let place = |key: &str| in_party(&party.id, entry("accounts", n).key(key));
            findings.extend(look(account, place));
        }
    }
    for convention in context.portfolio.conventions.values() {
        for (name, account) in [("payment", &convention.payment_account), ("refund", &convention.refund_account)] {
            let place = |key: &str| in_convention(&convention.id, Path::top().key("accounts").key(name).key(key));
            findings.extend(account.as_ref().and_then(|account| look(&account.account, place)));
        }
    }
}

/// What is wrong with an account, in one finding: the first of IBAN, RIB, and the two beside each other.
fn look(account: &Account, place: impl Fn(&str) -> Place) -> Option<Finding> {
    let printed = account.iban.as_deref();
    let iban = printed.map(compact);
    let rib = Rib::of(account);
    let found = |message, key: &str, args| Some(CHECK.finding(message, place(key), args));
    if let Some((printed, iban)) = printed.zip(iban.as_deref()).filter(|(_, iban)| iban.parse::<Iban>().is_err()) {
        let (message, args) = wrong_iban(printed, iban, rib.as_ref());
        return found(message, "iban", args);
    }
    let rib = rib?;
    if let Some((part, written, length)) = rib.misshapen() {
        if let Some(whole) = rib.made_whole(iban.as_deref()) {
            let args = vec![("bank", text(&rib.bank)), ("whole", text(whole.bank)), ("key", text(&rib.key))];
            return found("finding-account-check-digits-rib-bank", "bank", args);
        }
        let length = Arg::Count(i64::try_from(length).unwrap_or_default());
        let args = vec![("part", text(part)), ("written", text(written)), ("length", length)];
        return found("finding-account-check-digits-rib-part", part, args);
    }
    if !rib.fits() {
        let args = vec![("key", text(&rib.key)), ("expected", text(rib.expected_key()))];
        return found("finding-account-check-digits-rib-key", "key", args);
    }
    let (printed, iban) = printed.zip(iban)?;
    let implied = rib.iban();
    // A RIB also names accounts of Monaco, with check digits of their own: the country is not compared.
    if compact(&implied).get(4..) == iban.get(4..) {
        return None;
    }
    let args = vec![("iban", text(printed.trim())), ("implied", text(implied))];
    found("finding-account-check-digits-not-the-rib", "iban", args)
}

/// The message for an IBAN that fails, with what the RIB beside it gives where that one holds.
fn wrong_iban(printed: &str, iban: &str, rib: Option<&Rib>) -> (&'static str, Args) {
    let mut args = vec![("iban", text(printed.trim()))];
    let Some(rib) = rib else { return ("finding-account-check-digits-iban", args) };
    if rib.fits() {
        args.push(("implied", text(rib.iban())));
        return ("finding-account-check-digits-iban-by-rib", args);
    }
    let Some(whole) = rib.made_whole(Some(iban)) else { return ("finding-account-check-digits-iban", args) };
    args.push(("bank", text(&rib.bank)));
    args.push(("whole", text(&whole.bank)));
    args.push(("key", text(&whole.key)));
    args.push(("implied", text(whole.iban())));
    ("finding-account-check-digits-iban-by-rib-whole", args)
}
