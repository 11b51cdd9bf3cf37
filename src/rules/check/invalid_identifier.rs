//! Reports a SIREN, SIRET, BIC or IBAN of the wrong length, with wrong characters, country or check digits.

use super::shared::{entry, in_convention, in_party};
use super::{Check, CheckInput};
use crate::model::{
    Account, AccountError, Finding, IdentifierError, KeyPath, Location, Severity, check_bic, check_siren, check_siret,
};

pub const CHECK: Check =
    Check { name: "invalid-identifier", severity: Severity::Warning, messages: IdentifierError::MESSAGES, run };

fn run(check: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let mut report = |place: Location, kind: &str, written: &str, error: &IdentifierError| {
        let (message, args) = error.message(kind, written);
        findings.push(check.finding(message, place, args));
    };
    for party in context.portfolio.parties.values() {
        let numbers = [("siren", "SIREN", &party.siren), ("siret", "SIRET", &party.siret)];
        for (key, kind, number) in numbers {
            let Some(number) = number else { continue };
            let checked = if key == "siren" { check_siren(number) } else { check_siret(number) };
            if let Err(error) = checked {
                report(in_party(&party.id, KeyPath::top().key(key)), kind, number, &error);
            }
        }
        for (n, account) in party.accounts.iter().enumerate() {
            for (key, kind, written, error) in faults(account) {
                report(in_party(&party.id, entry("accounts", n).key(key)), kind, written, &error);
            }
        }
    }
    for convention in context.portfolio.conventions.values() {
        for (name, account) in [("payment", &convention.payment_account), ("refund", &convention.refund_account)] {
            let path = |key: &str| KeyPath::top().key("accounts").key(name).key(key);
            for (key, kind, written, error) in account.iter().flat_map(|account| faults(&account.account)) {
                report(in_convention(&convention.id, path(key)), kind, written, &error);
            }
        }
    }
}

/// Returns the key, the kind, the text and the error of each invalid identifier of an account.
fn faults(account: &Account) -> Vec<(&'static str, &'static str, &str, IdentifierError)> {
    let mut faults = Vec::new();
    if let (Some(iban), Some(AccountError::IbanForm { error, .. })) = (&account.iban, account.fault()) {
        faults.push(("iban", "IBAN", iban.as_str(), error));
    }
    if let Some((bic, error)) = account.bic.as_deref().and_then(|bic| Some((bic, check_bic(bic).err()?))) {
        faults.push(("bic", "BIC", bic, error));
    }
    faults
}

#[cfg(test)]
mod tests {
    use crate::model::{Account, Party};
    use crate::rules::check::shared::fixtures::{Records, party};

    #[test]
    fn each_wrong_identifier_is_reported_at_its_key() {
        let account = Account {
            iban: Some("FR76 3000 6000 0112 3456 7890 18".to_owned()),
            bic: Some("FOO".to_owned()),
            ..Account::default()
        };
        let of = Party {
            siren: Some("130026033".to_owned()),
            siret: Some("13002603200016".to_owned()),
            accounts: vec![account],
            ..party("x")
        };
        assert_eq!(
            Records::default().party(of).found("invalid-identifier", "2020-12-01"),
            [
                "invalid-identifier-check-digits at party/x siren: kind=SIREN written=130026033",
                "invalid-identifier-length at party/x accounts[0].iban: kind=IBAN \
                 written=FR76 3000 6000 0112 3456 7890 18 found=26 expected=27",
                "invalid-identifier-length at party/x accounts[0].bic: kind=BIC written=FOO found=3 expected=8 / 11",
            ]
        );
    }
}
