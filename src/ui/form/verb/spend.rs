//! Money was spent: a line of expenditure and the days of its stages.

use std::sync::Arc;

use super::Scope;
use crate::edit::Intention;
use crate::edit::verb;
use crate::model::Expenditure;
use crate::report::sanitize;
use crate::ui::field::{Field, Kind, Name, Options, Preset};
use crate::ui::form::Subject;
use crate::ui::form::finder::{Aim, Finder, Target};
use crate::ui::form::selection::Selection;

pub(super) struct Spend;

impl super::Form for Spend {
    fn noun(&self) -> &'static str {
        "convention"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        !selection.conventions().is_empty()
    }

    fn targets(&self, finder: &Finder<'_>, subject: &Subject) -> Vec<Target> {
        let mut found = finder.convention_targets(subject);
        if let Some((contribution, _)) = finder.named_contribution(subject, finder.selected(subject).as_ref()) {
            found.iter_mut().for_each(|one| one.presets = vec![("contribution", Preset::Text(contribution.clone()))]);
        }
        found
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<Field> {
        let mut fields = vec![
            Field::new("what", Kind::Text).required(),
            Field::new("amount", Kind::Amount).required(),
            Field::new("paid", Kind::HistoryCache),
            Field::new("done", Kind::HistoryCache),
            Field::new("committed", Kind::HistoryCache),
        ];
        let Aim::Convention(id) = &scope.target.aim else { return fields };
        let Some(terms) = scope.finder.terms(id) else { return fields };
        let name = |party| sanitize(&scope.finder.party_name(party)).into_owned();
        let none = (String::new(), scope.word("form-by-payee"));
        let parties = terms.parties.iter().map(|party| (party.to_string(), name(party)));
        fields.push(Field::new("by", Kind::Choice(Arc::new(Options::new(std::iter::once(none).chain(parties))))));
        let none = (String::new(), scope.word("form-contribution-none"));
        let contributions = terms.contributions.iter().map(|one| {
            let amount = scope.context().locale.money_short(one.amount);
            (one.id.clone(), format!("{} · {amount}", name(&one.from)))
        });
        let options = Options::new(std::iter::once(none).chain(contributions));
        fields.push(Field::new("contribution", Kind::Choice(Arc::new(options))));
        fields.push(Field::new("reference", Kind::Text));
        fields
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(Name, Preset)> {
        vec![super::day("paid", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let Aim::Convention(convention) = scope.target.aim.clone() else { return None };
        let values = scope.values;
        let spend = verb::SpendVerb {
            convention,
            line: Expenditure {
                id: None,
                what: Some(values.typed("what")?),
                amount: values.amount("amount")?,
                by: values.id("by"),
                contribution: values.typed("contribution"),
                committed: values.date("committed"),
                done: values.date("done"),
                paid: values.date("paid"),
                reference: values.typed("reference"),
            },
        };
        Some(vec![spend.into()])
    }
}
