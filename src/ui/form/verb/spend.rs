//! The form of `spend`: the parties and the contributions of the convention.

use std::sync::Arc;

use super::{Scope, set_kind};
use crate::model::Id;
use crate::report::sanitize;
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct SpendForm;

impl super::VerbForm for SpendForm {
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
        let mut fields = scope.declared_fields();
        let TargetKey::Convention(id) = &scope.target.key else { return fields };
        let Some(terms) = scope.lookup.terms(id) else { return fields };
        let name = |party| sanitize(&scope.lookup.party_name(party)).into_owned();
        let none = (String::new(), scope.word("form-by-payee"));
        let parties = terms.parties.iter().map(|party| (party.to_string(), name(party)));
        set_kind(&mut fields, "by", InputKind::Choice(Arc::new(Options::new(std::iter::once(none).chain(parties)))));
        let none = (String::new(), scope.word("form-contribution-none"));
        let contributions = terms.contributions.iter().map(|one| {
            let amount = scope.context().locale.money_short(one.amount);
            (one.id.clone(), format!("{} · {amount}", name(&one.from)))
        });
        let options = Options::new(std::iter::once(none).chain(contributions));
        set_kind(&mut fields, "contribution", InputKind::Choice(Arc::new(options)));
        let none = (String::new(), scope.word("form-startup-none"));
        let all = scope.context().portfolio.startups.keys();
        let startups: Vec<&Id> =
            if terms.startups.is_empty() { all.collect() } else { terms.startups.iter().collect() };
        let startups =
            startups.into_iter().map(|id| (id.to_string(), sanitize(&scope.lookup.startup_name(id)).into_owned()));
        set_kind(
            &mut fields,
            "startup",
            InputKind::Choice(Arc::new(Options::new(std::iter::once(none).chain(startups)))),
        );
        fields
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        vec![super::day("paid", scope.context().today)]
    }
}
