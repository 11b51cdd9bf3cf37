//! Money was spent: a line of expenditure and the days of its stages.

use std::sync::Arc;

use super::Scope;
use crate::edit::Intention;
use crate::edit::verb;
use crate::model::Expenditure;
use crate::report::sanitize;
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct Spend;

impl super::Form for Spend {
    fn noun(&self) -> &'static str {
        "convention"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        !selection.conventions().is_empty()
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = lookup.convention_targets(subject);
        if let Some((contribution, _)) = lookup.named_contribution(subject, lookup.selected(subject).as_ref()) {
            found.iter_mut().for_each(|one| one.presets = vec![("contribution", Preset::Text(contribution.clone()))]);
        }
        found
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let mut fields = vec![
            FormField::new("what", InputKind::Text).required(),
            FormField::new("amount", InputKind::Amount).required(),
            FormField::new("paid", InputKind::PastDay),
            FormField::new("done", InputKind::PastDay),
            FormField::new("committed", InputKind::PastDay),
        ];
        let TargetKey::Convention(id) = &scope.target.key else { return fields };
        let Some(terms) = scope.lookup.terms(id) else { return fields };
        let name = |party| sanitize(&scope.lookup.party_name(party)).into_owned();
        let none = (String::new(), scope.word("form-by-payee"));
        let parties = terms.parties.iter().map(|party| (party.to_string(), name(party)));
        fields.push(FormField::new(
            "by",
            InputKind::Choice(Arc::new(Options::new(std::iter::once(none).chain(parties)))),
        ));
        let none = (String::new(), scope.word("form-contribution-none"));
        let contributions = terms.contributions.iter().map(|one| {
            let amount = scope.context().locale.money_short(one.amount);
            (one.id.clone(), format!("{} · {amount}", name(&one.from)))
        });
        let options = Options::new(std::iter::once(none).chain(contributions));
        fields.push(FormField::new("contribution", InputKind::Choice(Arc::new(options))));
        fields.push(FormField::new("reference", InputKind::Text));
        fields
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        vec![super::day("paid", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Convention(convention) = scope.target.key.clone() else { return None };
        let values = scope.values;
        let spend = verb::SpendVerb {
            convention,
            line: Expenditure {
                what: Some(values.typed("what")?),
                by: values.id("by"),
                contribution: values.typed("contribution"),
                committed: values.date("committed"),
                done: values.date("done"),
                paid: values.date("paid"),
                reference: values.typed("reference"),
                ..Expenditure::new(values.amount("amount")?)
            },
        };
        Some(vec![spend.into()])
    }
}
