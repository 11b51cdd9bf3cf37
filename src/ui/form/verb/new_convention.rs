//! A new convention: a record of its own, from a template that holds the customary obligations.

use std::sync::Arc;

use super::new_startup::new;
use super::{Note, Scope, text};
use crate::edit::Intention;
use crate::edit::verb::{AddConvention, Length, Promise};
use crate::locale::slug;
use crate::model::{Arg, Id, RecordKind};
use crate::report::safe;
use crate::ui::field::{Field, Kind, Name, Options, Preset};
use crate::ui::form::Subject;
use crate::ui::form::asked::Asked;
use crate::ui::form::finder::{Finder, Target};

pub(super) struct NewConvention;

impl super::Form for NewConvention {
    fn noun(&self) -> &'static str {
        "convention"
    }

    fn can(&self, _asked: &Asked<'_>) -> bool {
        true
    }

    /// For the startups that are selected, with the parties known to stand behind them.
    fn targets(&self, finder: &Finder<'_>, subject: &Subject) -> Vec<Target> {
        let startups = finder.startups(subject);
        let home = finder.context.portfolio.incubator.home.iter();
        let behind = startups.iter().flat_map(|startup| startup.incubator.iter().chain(&startup.sponsors));
        let named = subject.record_of(RecordKind::Party).into_iter();
        let mut parties: Vec<String> = named.chain(behind).chain(home).map(ToString::to_string).collect();
        let mut seen = std::collections::BTreeSet::new();
        parties.retain(|party| seen.insert(party.clone()));
        let startups = startups.iter().map(|startup| startup.id.to_string()).collect();
        let presets = vec![("startups", Preset::Ticked(startups)), ("parties", Preset::Ticked(parties))];
        vec![Target { presets, ..new(finder) }]
    }

    fn shaped_by(&self) -> &'static [&'static str] {
        &["parties"]
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<Field> {
        let portfolio = scope.context().portfolio;
        let startups = portfolio.startups.values().map(|one| (one.id.to_string(), safe(&one.name).into_owned()));
        let parties = scope.values.ids("parties");
        let name = |party: &Id| safe(&scope.finder.party_name(party)).into_owned();
        let mut fields = vec![
            Field::new("startups", Kind::Many(Arc::new(Options::new(startups)))),
            Field::new("parties", Kind::Many(Arc::new(Options::new(scope.finder.parties(&[]))))).required(),
            Field::new("title", Kind::Text).required(),
            Field::new("id", Kind::Id).required(),
        ];
        if !parties.is_empty() {
            let none = (String::new(), scope.word("form-payee-none"));
            let payees = Options::new(std::iter::once(none).chain(parties.iter().map(|id| (id.to_string(), name(id)))));
            fields.push(Field::new("payee", Kind::Choice(Arc::new(payees))));
        }
        for party in &parties {
            let label = [("party", Arg::Text(name(party)))];
            let label = scope.context().locale.message("form-amount-of", &label);
            fields.push(Field::new(amount_of(party), Kind::Amount).called(label));
        }
        fields.extend([
            Field::new("decided", Kind::Past),
            Field::new("on", Kind::Past),
            Field::new("months", Kind::Whole),
        ]);
        fields
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(Name, Preset)> {
        let finder = &scope.finder;
        let startups = scope.values.ids("startups");
        let parties = scope.values.ids("parties");
        let names = |all: Vec<String>| safe(&all.join(", ")).into_owned();
        let facts = [
            ("startups", Arg::Text(names(startups.iter().map(|id| finder.startup_name(id)).collect()))),
            (
                "parties",
                Arg::Text(
                    safe(&parties.iter().map(|id| finder.party_name(id)).collect::<Vec<_>>().join(" – ")).into_owned(),
                ),
            ),
        ];
        let is_named = !startups.is_empty() && !parties.is_empty();
        let title =
            if is_named { scope.context().locale.message("form-convention-title", &facts) } else { String::new() };
        let id: Vec<String> = startups.iter().take(1).chain(parties.iter()).map(ToString::to_string).collect();
        let id = if is_named { id.join("-") } else { slug(&scope.values.typed("title").unwrap_or_default()) };
        let home = scope.context().portfolio.incubator.home.as_ref().filter(|home| parties.contains(home));
        vec![text("title", title), text("id", id), text("payee", home.map(ToString::to_string).unwrap_or_default())]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(Name, Note)> {
        let taken = scope.values.id("id").filter(|id| scope.context().portfolio.conventions.contains_key(id));
        taken.map(|_| ("id".into(), Note::Wrong(scope.word("form-error-taken")))).into_iter().collect()
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let values = scope.values;
        let (parties, payee) = (values.ids("parties"), values.id("payee"));
        let promise = |from: &Id| {
            let to = payee.clone().filter(|payee| payee != from);
            Some(Promise { from: from.clone(), to, amount: values.amount(&amount_of(from))? })
        };
        let add = AddConvention {
            id: values.id("id")?,
            title: values.typed("title")?,
            startups: values.ids("startups"),
            contributions: parties.iter().filter_map(promise).collect(),
            parties,
            decided: values.date("decided"),
            signed: values.date("on"),
            term: values.whole("months").map(Length::Months),
        };
        Some(vec![add.into()])
    }
}

fn amount_of(party: &Id) -> String {
    format!("amount:{party}")
}
