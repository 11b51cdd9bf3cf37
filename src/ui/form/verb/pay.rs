//! The form of `pay`: contributions with a payee, the late ones first.

use super::plain;
use crate::model::{Contribution, Convention, Date, MessageArg, Money};
use crate::rules::{TrancheState, TrancheSummary};
use crate::ui::field::Preset;
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct PayForm;

impl super::VerbForm for PayForm {
    fn noun(&self) -> &'static str {
        "contribution"
    }

    /// A contribution that is named may be paid again after all of it was received.
    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.has_contribution(|is_named, tranches| {
            is_named || tranches.is_empty() || tranches.iter().any(|tranche| tranche.paid < tranche.amount)
        })
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = Vec::new();
        each_contribution(lookup, subject, |convention, contribution, tranches, number| {
            found.extend(target(lookup, convention, contribution, tranches, number));
        });
        found.sort_by_key(|(urgency, _)| *urgency);
        found.into_iter().map(|(_, target)| target).collect()
    }
}

/// The tranche that the selection names, if any; `None` if it does not name the contribution either.
pub(super) type Named = Option<Option<usize>>;

/// Calls a function for each contribution with a payee that a subject refers to, with its tranches.
pub(super) fn each_contribution(
    lookup: &RecordLookup<'_>,
    subject: &FormSubject,
    mut take: impl FnMut(&Convention, &Contribution, &[&TrancheSummary], Named),
) {
    let named = lookup.named_contribution(subject, lookup.selected(subject).as_ref());
    for convention in lookup.conventions(subject) {
        let (Some(standing), Some(terms)) = (lookup.standing(&convention.id), lookup.terms(&convention.id)) else {
            continue;
        };
        for contribution in terms.contributions.iter().filter(|contribution| contribution.to.is_some()) {
            let is_meant = named.as_ref().is_none_or(|(id, _)| *id == contribution.id);
            let is_for_it = match (subject, &contribution.startup) {
                (FormSubject::Startup(id), Some(only)) => id == only,
                _ => true,
            };
            if is_meant && is_for_it {
                let own = standing.tranches.iter().filter(|tranche| tranche.contribution == contribution.id);
                take(convention, contribution, &own.collect::<Vec<_>>(), named.as_ref().map(|(_, number)| *number));
            }
        }
    }
}

/// Returns a contribution as a target, with its sort key; `None` if it is paid in full and not named.
fn target(
    lookup: &RecordLookup<'_>,
    convention: &Convention,
    contribution: &Contribution,
    tranches: &[&TrancheSummary],
    named: Named,
) -> Option<((bool, Option<Date>), FormTarget)> {
    let earliest = tranches.iter().find(|tranche| tranche.paid < tranche.amount);
    let meant = named.flatten().and_then(|number| tranches.iter().find(|tranche| tranche.number == number));
    let tranche = meant.or(earliest).or_else(|| tranches.last());
    if earliest.is_none() && !tranches.is_empty() && named.is_none() {
        return None;
    }
    let rest: Money = tranches.iter().map(|tranche| (tranche.amount - tranche.paid).at_least_zero()).sum();
    let outstanding = tranche.map(|tranche| (tranche.amount - tranche.paid).at_least_zero());
    let amount = match outstanding {
        Some(amount) if !amount.is_zero() => amount,
        _ => tranche.map_or(contribution.amount, |tranche| tranche.amount),
    };
    let late = tranches.iter().any(|tranche| tranche.state == TrancheState::Late);
    let due = tranche.and_then(|tranche| tranche.due);
    let short = |money: Money| MessageArg::Text(lookup.context.locale.money_short(money));
    let sums = [("rest", short(rest)), ("amount", short(contribution.amount))];
    let mut detail = Vec::new();
    detail.extend(lookup.article(tranche.and_then(|t| t.article.as_deref()).or(contribution.article.as_deref())));
    detail.extend(due.map(|due| lookup.dated("form-detail-due", due)));
    detail.push(lookup.context.locale.message("form-detail-rest", &sums));
    let tranche = meant
        .filter(|meant| earliest.is_some_and(|earliest| earliest.number != meant.number))
        .map(|meant| meant.number);
    let mut target = labelled(lookup, convention, contribution, tranche, amount, &detail);
    if outstanding.is_some_and(Money::is_zero) {
        // It is paid: the user types the amount of a further payment.
        target.presets.clear();
    }
    // Unknown days sort last.
    Some(((!late, Some(due.unwrap_or(Date::MAX))), target))
}

/// Returns a contribution as a target, with an amount of it.
pub(super) fn labelled(
    lookup: &RecordLookup<'_>,
    convention: &Convention,
    contribution: &Contribution,
    tranche: Option<usize>,
    amount: Money,
    detail: &[String],
) -> FormTarget {
    let between = lookup.between(Some(&contribution.from), contribution.to.as_ref()).unwrap_or_default();
    FormTarget {
        key: TargetKey::Contribution {
            convention: convention.id.clone(),
            contribution: contribution.id.clone(),
            tranche,
        },
        label: format!("{between} · {}", lookup.context.locale.money_short(amount)),
        detail: detail.join(" · "),
        owner: lookup.startup_names(&convention.startups, &convention.id),
        presets: vec![("amount", Preset::Text(plain(amount, lookup.context)))],
    }
}
