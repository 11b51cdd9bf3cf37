//! The form of `new convention`: startups, parties and an amount for each, and a new party if one is missing.

use std::sync::Arc;

use super::new_startup::new;
use super::{FieldNote, Scope, text};
use crate::edit::verb::{NewConventionVerb, NewPartyVerb, PledgedContribution, TermSpec};
use crate::edit::{self, ArgumentValues, Intention};
use crate::locale::{Language, slug};
use crate::model::{Id, MessageArg, RecordKind};
use crate::report::sanitize;
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup};
use crate::ui::form::selection::Selection;

/// The field for the name of a party without a record.
const NEW: &str = "new-party";

pub(super) struct NewConventionForm;

impl super::VerbForm for NewConventionForm {
    fn noun(&self) -> &'static str {
        "convention"
    }

    fn can(&self, _: &Selection<'_>) -> bool {
        true
    }

    /// Returns the selected startups, with their incubators and sponsors.
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let startups = lookup.startups(subject);
        let home = lookup.context.portfolio.incubator.home.iter();
        let behind = startups.iter().flat_map(|startup| startup.incubator.iter().chain(&startup.sponsors));
        let named = subject.record_of(RecordKind::Party).into_iter();
        let mut parties: Vec<String> = named.chain(behind).chain(home).map(ToString::to_string).collect();
        let mut seen = std::collections::BTreeSet::new();
        parties.retain(|party| seen.insert(party.clone()));
        let startups = startups.iter().map(|startup| startup.id.to_string()).collect();
        let presets = vec![("startup", Preset::Ticked(startups)), ("party", Preset::Ticked(parties))];
        vec![FormTarget { presets, ..new(lookup) }]
    }

    fn shape(&self, values: &ArgumentValues) -> String {
        let new = if values.text(NEW).is_some() { NEW } else { "" };
        format!("{} {new}", values.words("party").join(" "))
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let portfolio = scope.context().portfolio;
        let startups = portfolio.startups.values().map(|one| (one.id.to_string(), sanitize(&one.name).into_owned()));
        let parties = scope.values.ids("party");
        let name = |party: &Id| sanitize(&scope.lookup.party_name(party)).into_owned();
        let new = scope.values.text(NEW).is_some();
        let mut fields = vec![
            FormField::new("startup", InputKind::Many(Arc::new(Options::new(startups)))),
            FormField::new("party", InputKind::Many(Arc::new(Options::new(scope.lookup.parties(&[]))))),
            FormField::new(NEW, InputKind::Text),
            FormField::new("title", InputKind::Text).required(),
            FormField::new("id", InputKind::Id).required(),
        ];
        if !parties.is_empty() {
            let none = (String::new(), scope.word("form-payee-none"));
            let payees = Options::new(std::iter::once(none).chain(parties.iter().map(|id| (id.to_string(), name(id)))));
            fields.push(FormField::new("payee", InputKind::Choice(Arc::new(payees))));
        }
        for party in &parties {
            let label = [("party", MessageArg::Text(name(party)))];
            let label = scope.context().locale.message("form-amount-of", &label);
            fields.push(FormField::new(amount_of(party), InputKind::Amount).called(label));
        }
        fields.extend(new.then(|| FormField::new("amount-new", InputKind::Amount)));
        fields.extend([
            FormField::new("decided", InputKind::PastDay),
            FormField::new("signed", InputKind::PastDay),
            FormField::new("months", InputKind::Whole),
        ]);
        fields
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let lookup = &scope.lookup;
        let startups = scope.values.ids("startup");
        let parties = scope.values.ids("party");
        let new = scope.values.text(NEW);
        let signing = parties.iter().map(|id| lookup.party_name(id)).chain(new.clone()).collect::<Vec<_>>();
        let funded: Vec<String> = startups.iter().map(|id| lookup.startup_name(id)).collect();
        let facts = [
            ("startups", MessageArg::Text(sanitize(&funded.join(", ")).into_owned())),
            ("parties", MessageArg::Text(sanitize(&signing.join(" – ")).into_owned())),
        ];
        let is_named = !startups.is_empty() && !signing.is_empty();
        let title =
            if is_named { scope.context().locale.message("form-convention-title", &facts) } else { String::new() };
        let new = new.map(|name| slug(&name));
        let id: Vec<String> =
            startups.iter().take(1).chain(parties.iter()).map(ToString::to_string).chain(new).collect();
        let id = if is_named { id.join("-") } else { slug(&scope.values.text("title").unwrap_or_default()) };
        let home = scope.context().portfolio.incubator.home.as_ref().filter(|home| parties.contains(home));
        vec![text("title", title), text("id", id), text("payee", home.map(ToString::to_string).unwrap_or_default())]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        let (portfolio, values) = (scope.context().portfolio, scope.values);
        let wrong = |name: &'static str, words: &str| (FieldName::from(name), FieldNote::Error(scope.word(words)));
        let mut remarks = Vec::new();
        if values.id("id").is_some_and(|id| portfolio.conventions.contains_key(&id)) {
            remarks.push(wrong("id", "form-error-taken"));
        }
        if new_party(values).is_some_and(|(id, _)| portfolio.parties.contains_key(&id)) {
            remarks.push(wrong(NEW, "form-error-taken"));
        }
        if values.words("party").is_empty() && new_party(values).is_none() {
            remarks.push(("party".into(), FieldNote::Required(scope.word("form-wanted"))));
        }
        remarks
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let values = scope.values;
        let (mut parties, payee) = (values.ids("party"), values.id("payee"));
        let promise = |from: &Id, amount| {
            let to = payee.clone().filter(|payee| payee != from);
            Some(PledgedContribution { from: from.clone(), to, amount: amount? })
        };
        let mut contributions: Vec<PledgedContribution> =
            parties.iter().filter_map(|from| promise(from, values.amount(&amount_of(from)))).collect();
        let mut intentions = Vec::new();
        if let Some((id, name)) = new_party(values) {
            contributions.extend(promise(&id, values.amount("amount-new")));
            parties.push(id.clone());
            intentions.push(NewPartyVerb { id, name, kind: None }.into());
        }
        let add = NewConventionVerb {
            id: values.id("id")?,
            title: values.text("title")?,
            startups: values.ids("startup"),
            contributions,
            parties,
            decided: values.date("decided"),
            signed: values.date("signed"),
            term: values.whole("months").map(TermSpec::Months),
            is_english: edit::commit_language(scope.context().portfolio) == Language::English,
        };
        intentions.push(add.into());
        Some(intentions)
    }
}

/// Returns the id and the name of the party to be created with it.
fn new_party(values: &ArgumentValues) -> Option<(Id, String)> {
    let name = values.text(NEW)?;
    Some((Id::new(&slug(&name)).ok()?, name))
}

fn amount_of(party: &Id) -> String {
    format!("amount:{party}")
}
