//! The form of `call`: contributions with something left to call, and the papers that their tranches need.

use std::sync::Arc;

use super::pay::{each_contribution, labelled};
use super::{FieldNote, Scope, set_kind};
use crate::model::{Contribution, Convention, Date, MessageArg};
use crate::rules::{self, TrancheState, TrancheSummary};
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct CallForm;

impl super::VerbForm for CallForm {
    fn noun(&self) -> &'static str {
        "contribution"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.has_contribution(|is_named, tranches| {
            is_named || tranches.is_empty() || tranches.iter().any(|tranche| is_to_be_called(tranche))
        })
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = Vec::new();
        each_contribution(lookup, subject, |convention, contribution, tranches, named| {
            let meant = named.flatten().and_then(|number| tranches.iter().find(|one| one.number == number));
            let next = meant.or_else(|| tranches.iter().find(|tranche| is_to_be_called(tranche)));
            let next = next.or_else(|| tranches.last().filter(|_| named.is_some()));
            if next.is_some() || tranches.is_empty() {
                found.push(target(lookup, convention, contribution, next.copied()));
            }
        });
        found.sort_by_key(|(urgency, _)| *urgency);
        found.into_iter().map(|(_, target)| target).collect()
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let mut fields = scope.declared_fields();
        let papers = papers(scope);
        if papers.is_empty() {
            fields.retain(|field| field.name != "with");
        } else {
            let shown = |paper: String| {
                let shown = scope.context().locale.suggested("paper", &paper);
                (paper, shown)
            };
            let options = Options::new(papers.into_iter().map(shown));
            set_kind(&mut fields, "with", InputKind::Many(Arc::new(options)));
        }
        fields
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        vec![("with".into(), Preset::Ticked(papers(scope)))]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        let Some(amount) = scope.values.amount("amount").filter(|_| is_paid(scope)) else { return Vec::new() };
        let short = scope.context().locale.money_short(amount);
        vec![("amount".into(), FieldNote::Warning(format!("{short} · {}", scope.word("form-paid-already"))))]
    }
}

/// Returns whether the tranche is paid already. A further call may be right, but is surprising.
fn is_paid(scope: &Scope<'_>) -> bool {
    let TargetKey::Contribution { convention, contribution, tranche } = &scope.target.key else { return false };
    let Some(standing) = scope.lookup.standing(convention) else { return false };
    let mut own = standing.tranches.iter().filter(|one| one.contribution == *contribution);
    let meant = own.find(|one| tranche.is_none_or(|number| one.number == number));
    meant.is_some_and(|tranche| tranche.paid >= tranche.amount)
}

fn is_to_be_called(tranche: &TrancheSummary) -> bool {
    tranche.called.max(tranche.paid) < tranche.amount
}

fn target(
    lookup: &RecordLookup<'_>,
    convention: &Convention,
    contribution: &Contribution,
    tranche: Option<&TrancheSummary>,
) -> ((bool, Option<Date>), FormTarget) {
    let whole = tranche.map_or(contribution.amount, |tranche| tranche.amount);
    let rest = tranche.map(|tranche| (whole - tranche.called.max(tranche.paid)).at_least_zero());
    // A tranche that is called in full is called again as far as it is unpaid.
    let open = tranche.map(|tranche| (whole - tranche.paid).at_least_zero());
    let amount = [rest, open].into_iter().flatten().find(|amount| !amount.is_zero()).unwrap_or(whole);
    let due = tranche.and_then(|tranche| tranche.due);
    let is_due = tranche.is_some_and(|one| matches!(one.state, TrancheState::Due | TrancheState::Late));
    let mut detail = Vec::new();
    detail.extend(lookup.article(tranche.and_then(|t| t.article.as_deref()).or(contribution.article.as_deref())));
    detail.extend(due.map(|due| lookup.dated("form-detail-due", due)));
    if let Some(called) = tranche.map(|tranche| tranche.called).filter(|called| !called.is_zero()) {
        let called = [("amount", MessageArg::Text(lookup.context.locale.money_short(called)))];
        detail.push(lookup.context.locale.message("form-detail-called", &called));
    }
    if let Some(gate) = tranche.and_then(|tranche| tranche.gate.as_ref()) {
        let short = |money| MessageArg::Text(lookup.context.locale.money_short(money));
        let sums = [("spent", short(gate.spent)), ("threshold", short(gate.threshold))];
        detail.push(lookup.context.locale.message("form-detail-gate", &sums));
    }
    let is_one_of_several = contribution.tranches.len() > 1;
    let number = tranche.filter(|_| is_one_of_several).map(|tranche| tranche.number);
    let target = labelled(lookup, convention, contribution, number, amount, &detail);
    ((!is_due, Some(due.unwrap_or(Date::MAX))), target)
}

/// Returns the papers that the tranche needs besides the call itself.
fn papers(scope: &Scope<'_>) -> Vec<String> {
    let TargetKey::Contribution { convention, contribution, tranche } = &scope.target.key else { return Vec::new() };
    let Some(terms) = scope.lookup.terms(convention) else { return Vec::new() };
    let found = terms.contributions.iter().find(|one| one.id == *contribution);
    let tranche = found.and_then(|found| found.tranches.get(tranche.map_or(0, |number| number.saturating_sub(1))));
    let needs = tranche.map(|tranche| tranche.needs.clone()).unwrap_or_default();
    needs.into_iter().filter(|paper| !rules::is_call_for_funds(paper)).collect()
}
