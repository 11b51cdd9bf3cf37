//! Reports a bank account whose check digits are wrong, so that any bank would reject it.
//!
//! The record keeps what the document prints. If the document prints both a RIB and an IBAN and one of them is valid,
//! the finding suggests the value of the other.

use super::shared::{entry, in_convention, in_party};
use super::{Check, CheckInput};
use crate::model::{Account, AccountError, Finding, KeyPath, Location, Severity};

pub const CHECK: Check = Check {
    name: "account-check-digits",
    severity: Severity::Warning,
    messages: &[
        "finding-account-check-digits-iban",
        "finding-account-check-digits-iban-by-rib",
        "finding-account-check-digits-iban-by-rib-whole",
        "finding-account-check-digits-iban-key",
        "finding-account-check-digits-not-the-rib",
        "finding-account-check-digits-rib-bank",
        "finding-account-check-digits-rib-key",
        "finding-account-check-digits-rib-part",
    ],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for party in context.portfolio.parties.values() {
        for (n, account) in party.accounts.iter().enumerate() {
            // The finding belongs to the convention: the party's record only repeats what the document prints.
            if is_printed(context, account) {
                continue;
            }
            let place = |key: &str| in_party(&party.id, entry("accounts", n).key(key));
            findings.extend(look(account, place));
        }
    }
    for convention in context.portfolio.conventions.values() {
        for (name, account) in [("payment", &convention.payment_account), ("refund", &convention.refund_account)] {
            let place = |key: &str| in_convention(&convention.id, KeyPath::top().key("accounts").key(name).key(key));
            findings.extend(account.as_ref().and_then(|account| look(&account.account, place)));
        }
    }
}

fn is_printed(context: &CheckInput<'_>, account: &Account) -> bool {
    let written = account.numbers();
    context.portfolio.conventions.values().any(|convention| {
        let printed = [&convention.payment_account, &convention.refund_account].into_iter().flatten();
        printed.map(|printed| printed.account.numbers()).any(|printed| printed == written)
    })
}

fn look(account: &Account, place: impl Fn(&str) -> Location) -> Option<Finding> {
    // `invalid_identifier` reports malformed IBANs.
    let fault = account.fault().filter(|fault| !matches!(fault, AccountError::IbanForm { .. }))?;
    let (message, args) = fault.message();
    Some(CHECK.finding(message, place(fault.key()), args))
}

#[cfg(test)]
mod tests {
    use crate::model::{Account, Convention, Party, PartyAccount};
    use crate::rules::check::shared::fixtures::{Records, account, party};
    use crate::testing::portfolios::convention;

    fn found(account: PartyAccount) -> Vec<String> {
        let of = Convention { refund_account: Some(account), ..convention("a", &[], "") };
        Records::default().convention(of).found("account-check-digits", "2020-12-01")
    }

    const AT: &str = "at convention/a accounts.refund";

    #[test]
    fn reports_the_refund_account_of_pau_with_the_iban_of_its_rib() {
        assert_eq!(
            found(account("3001", "87", Some("FR57 3000 1006 2206 4100 0000 087"))),
            [format!(
                "account-check-digits-iban-by-rib-whole {AT}.iban: iban=FR57 3000 1006 2206 4100 0000 087 \
                 bank=3001 whole=30001 key=87 implied=FR57 3000 1006 22C6 4100 0000 087"
            )]
        );
    }

    #[test]
    fn reports_a_printed_account_once_and_not_for_the_party() {
        let wrong = account("3001", "87", Some("FR57 3000 1006 2206 4100 0000 087"));
        let of = Convention { refund_account: Some(wrong.clone()), ..convention("a", &[], "") };
        let its = Party { accounts: vec![wrong.account], ..party("pau") };
        let alone = Records::default().party(its.clone());
        let places = |records: Records| {
            let found = records.found("account-check-digits", "2020-12-01");
            found
                .iter()
                .filter_map(|one| Some(one.split(" at ").nth(1)?.split(':').next()?.to_owned()))
                .collect::<Vec<_>>()
        };
        assert_eq!(places(alone), ["party/pau accounts[0].iban"]);
        assert_eq!(places(Records::default().party(its).convention(of)), ["convention/a accounts.refund.iban"]);
    }

    #[test]
    fn each_account_error_has_its_message() {
        let right = "FR57 3000 1006 22C6 4100 0000 087";
        let other = "FR85 3000 1001 85C6 0100 0000 048";
        for (bank, key, iban, expected) in [
            ("30001", "87", Some("FR58 3000 1"), format!("iban-by-rib {AT}.iban: iban=FR58 3000 1 implied={right}")),
            (
                "1",
                "87",
                Some("FR58 3000 1006 22C6 4100 0000 087"),
                format!("iban {AT}.iban: iban=FR58 3000 1006 22C6 4100 0000 087"),
            ),
            ("30001", "87", Some(other), format!("not-the-rib {AT}.iban: iban={other} implied={right}")),
            ("3001", "87", None, format!("rib-bank {AT}.bank: bank=3001 whole=30001 key=87")),
            ("30001", "78", None, format!("rib-key {AT}.key: key=78 expected=87")),
            ("300010", "87", None, format!("rib-part {AT}.bank: part=bank written=300010 length=5")),
        ] {
            assert_eq!(found(account(bank, key, iban)), [format!("account-check-digits-{expected}")]);
        }
    }

    #[test]
    fn accepts_valid_accounts_and_accounts_without_numbers() {
        assert!(found(account("30001", "87", Some("fr57 3000 1006 22c6 4100 0000 087"))).is_empty());
        assert!(found(account("30001", "87", None)).is_empty());
        assert!(found(PartyAccount { party: None, account: Account::default() }).is_empty());
        let foreign = Account { iban: Some("DE44 5001 0517 5407 3249 31".to_owned()), ..Account::default() };
        let of = Party { accounts: vec![foreign], ..party("pau") };
        assert!(Records::default().party(of).found("account-check-digits", "2020-12-01").is_empty());
    }
}
