//! `account`: keeps the parts of the replaced account that are not given.

use crate::edit::{ArgumentValue, ArgumentValues};
use crate::model::{Account, Portfolio};

/// The parts of a RIB, which belong together.
const RIB: [&str; 4] = ["bank", "branch", "number", "key"];

/// Completes the account with the parts of the one that it replaces.
pub(super) fn complete(portfolio: &Portfolio, values: &mut ArgumentValues) {
    let party = values.id("party").and_then(|id| portfolio.parties.get(&id));
    let id = values.text("id");
    let mut known = party.into_iter().flat_map(|party| &party.accounts);
    let Some(before) = known.find(|account| id.is_some() && account.id == id) else { return };
    let is_rib_given = RIB.iter().any(|part| values.text(part).is_some());
    let mut before = before.clone();
    let mut account = Account::default();
    for (name, part) in Account::PARTS {
        *part(&mut account) = values.text(name).or_else(|| part(&mut before).clone());
    }
    // A new IBAN contradicts the RIB of the account replaced, unless the RIB is given too.
    let is_rib_stale = !is_rib_given && account.fault().is_some();
    for (name, part) in Account::PARTS {
        if let Some(text) = part(&mut account).take().filter(|_| !(is_rib_stale && RIB.contains(&name))) {
            values.set(name, ArgumentValue::Text(text));
        }
    }
}
