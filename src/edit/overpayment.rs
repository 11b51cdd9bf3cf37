//! Payments beyond what was promised.

use std::collections::BTreeMap;

use super::edit_context::EditContext;
use crate::model::{Id, Money};

/// Returns the amount by which new payments, given by convention and contribution, and those received before exceed the
/// contributions; `None` if they don't.
pub(super) fn overpayment<'a>(
    context: &EditContext<'_>,
    payments: impl Iterator<Item = (&'a Id, &'a str, Money)>,
) -> Option<Money> {
    let mut coming: BTreeMap<(&Id, &str), Money> = BTreeMap::new();
    for (convention, contribution, amount) in payments {
        *coming.entry((convention, contribution)).or_default() += amount;
    }
    let beyond = coming.into_iter().filter_map(|((convention, contribution), amount)| {
        let convention = context.convention(convention).ok()?;
        let contribution = context.contribution(convention, contribution).ok()?;
        let of_it = convention.payments.iter().filter(|payment| payment.contribution == contribution.id);
        let received = of_it.map(|payment| payment.amount).sum::<Money>() + amount;
        Some((received - contribution.amount).at_least_zero())
    });
    Some(beyond.sum::<Money>()).filter(|beyond| !beyond.is_zero())
}
