//! To which contribution a line of spending is charged, where it does not say.

use super::terms::Provision;
use crate::model::{Contribution, Expenditure, Money};

/// Gives every contribution its part of a line of spending, and returns what could be charged to none.
///
/// A line that names its contribution is charged to it. Any other is charged to the contributions paid to whoever
/// spent it, else to all that are paid to somebody, else to those that the spender puts in itself, in proportion to
/// what each promised: money that a contributor spends itself is not drawn on by lines that do not name it while there
/// is other.
pub(super) fn charge(
    contributions: &[Provision<'_, Contribution>],
    line: &Expenditure,
    mut give: impl FnMut(usize, Money),
) -> Money {
    if let Some(id) = &line.contribution {
        if let Some(index) = contributions.iter().position(|one| one.item.id == *id) {
            give(index, line.amount);
            return Money::ZERO;
        }
        return line.amount;
    }
    let chosen = |one: &Contribution, choice: usize| match choice {
        0 => one.to.is_some() && (line.by.is_none() || one.to == line.by),
        1 => one.to.is_some(),
        _ => line.by.is_none() || line.by.as_ref() == Some(&one.from),
    };
    let choice = (0..3).find(|choice| contributions.iter().any(|one| chosen(one.item, *choice)));
    let Some(choice) = choice else { return line.amount };
    share_out(contributions, line.amount, |one| chosen(one, choice), give);
    Money::ZERO
}

/// In proportion to what each promised, to the cent; the last takes what rounding left.
fn share_out(
    contributions: &[Provision<'_, Contribution>],
    amount: Money,
    chosen: impl Fn(&Contribution) -> bool,
    mut give: impl FnMut(usize, Money),
) {
    let whole: Money = contributions.iter().map(|one| one.item).filter(|one| chosen(one)).map(|one| one.amount).sum();
    let mut rest = amount;
    let mut indexes = contributions.iter().enumerate().filter(|(_, one)| chosen(one.item)).peekable();
    while let Some((index, one)) = indexes.next() {
        if indexes.peek().is_none() {
            give(index, rest);
            return;
        }
        let part = portion(amount, one.item.amount, whole);
        rest -= part;
        give(index, part);
    }
}

fn portion(amount: Money, of: Money, whole: Money) -> Money {
    let exact = (amount.decimal() * of.decimal()).checked_div(whole.decimal()).unwrap_or_default();
    Money::new(exact.round_dp(2)).unwrap_or_default()
}
