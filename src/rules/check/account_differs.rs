//! Reports an account printed in a convention that the record of its party doesn't list.

use super::shared::{in_convention, text};
use super::{Check, CheckInput};
use crate::model::{Finding, KeyPath, Severity};

pub const CHECK: Check =
    Check { name: "account-differs", severity: Severity::Warning, messages: &["finding-account-differs"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        for (name, printed) in [("payment", &convention.payment_account), ("refund", &convention.refund_account)] {
            let Some(printed) = printed else { continue };
            let party = printed.party.as_ref().and_then(|id| context.portfolio.parties.get(id));
            let Some(party) = party.filter(|party| !party.accounts.is_empty()) else { continue };
            if !party.accounts.iter().any(|known| known.is_same_as(&printed.account)) {
                let place = in_convention(&convention.id, KeyPath::top().key("accounts").key(name));
                let args = vec![("name", text(&party.name)), ("party", text(&party.id))];
                findings.push(CHECK.finding("finding-account-differs", place, args));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Convention, Party};
    use crate::rules::check::shared::fixtures::{Records, account, party};
    use crate::testing::portfolios::convention;

    #[test]
    fn reports_an_account_that_its_party_does_not_have() {
        let known = Party { accounts: vec![account("30001", "87", None).account], ..party("pau") };
        let records = |accounts: Party| {
            Records::default().party(accounts).convention(Convention {
                payment_account: Some(account("30001", "87", Some("FR57 3000 1006 22C6 4100 0000 087"))),
                refund_account: Some(account("10071", "87", None)),
                ..convention("a", &[], "")
            })
        };
        let expected = "account-differs at convention/a accounts.refund: name=pau party=pau";
        assert_eq!(records(known).found("account-differs", "2020-12-01"), [expected]);
        assert!(records(party("pau")).found("account-differs", "2020-12-01").is_empty(), "none is known");
    }
}
