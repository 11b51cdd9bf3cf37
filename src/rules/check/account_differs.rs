//! An account printed in a convention that is none of those its party is known to have.

use super::shared::rib::same;
use super::shared::{in_convention, text};
use super::{Check, Context};
use crate::model::{Finding, Path, Severity};

pub const CHECK: Check =
    Check { name: "account-differs", severity: Severity::Warning, messages: &["finding-account-differs"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        for (name, printed) in [("payment", &convention.payment_account), ("refund", &convention.refund_account)] {
            let Some(printed) = printed else { continue };
            let party = printed.party.as_ref().and_then(|id| context.portfolio.parties.get(id));
            let Some(party) = party.filter(|party| !party.accounts.is_empty()) else { continue };
            if !party.accounts.iter().any(|known| same(known, &printed.account)) {
                let place = in_convention(&convention.id, Path::top().key("accounts").key(name));
                findings.push(CHECK.finding("finding-account-differs", place, vec![("party", text(&party.id))]));
            }
        }
    }
}
