//! An amendment to a convention: a record of its own.

use super::{FieldNote, Scope, text};
use crate::edit::Intention;
use crate::edit::verb::{self, TermSpec};
use crate::model::{ConventionKind, Id};
use crate::report::{sanitize, words};
use crate::ui::field::{FieldName, FormField, InputKind, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct Amend;

impl super::Form for Amend {
    fn noun(&self) -> &'static str {
        "convention"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        !selection.conventions().is_empty()
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let conventions = lookup.conventions(subject).into_iter();
        let whole = conventions.filter_map(|convention| match &convention.kind {
            ConventionKind::Amendment { amends } => lookup.convention(amends),
            _ => Some(convention),
        });
        whole.map(|convention| lookup.convention_target(convention)).collect()
    }

    fn fields(&self, _scope: &Scope<'_>) -> Vec<FormField> {
        vec![
            FormField::new("title", InputKind::Text).required(),
            FormField::new("id", InputKind::Id).required(),
            FormField::new("decided", InputKind::PastDay),
            FormField::new("on", InputKind::PastDay),
            FormField::new("months", InputKind::Whole),
            FormField::new("term-until", InputKind::Day),
            FormField::new("article", InputKind::Text),
        ]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let TargetKey::Convention(amends) = &scope.target.key else { return Vec::new() };
        let portfolio = scope.context().portfolio;
        let number = portfolio.amendments_of(amends).count() + 1;
        let ids = (number..).filter_map(|n| Id::new(&format!("{amends}-{n}")).ok());
        let free = ids.into_iter().find(|id| !portfolio.conventions.contains_key(id));
        let title = words::amendment_title(portfolio, amends, scope.context().locale);
        vec![
            text("title", sanitize(&title).into_owned()),
            text("id", free.map(|id| id.to_string()).unwrap_or_default()),
        ]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        let both = scope.values.whole("months").is_some() && scope.values.date("term-until").is_some();
        let words = both.then(|| FieldNote::Error(scope.word("form-error-one-term")));
        words.map(|note| ("term-until".into(), note)).into_iter().collect()
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Convention(amends) = scope.target.key.clone() else { return None };
        let values = scope.values;
        let amend = verb::AmendVerb {
            id: values.id("id")?,
            amends,
            title: values.typed("title")?,
            decided: values.date("decided"),
            signed: values.date("on"),
            term: values.whole("months").map(TermSpec::Months).or(values.date("term-until").map(TermSpec::Until)),
            article: values.typed("article"),
        };
        Some(vec![amend.into()])
    }
}
