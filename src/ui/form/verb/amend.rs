//! An amendment to a convention: a record of its own.

use super::{Note, Scope, text};
use crate::edit::Intention;
use crate::edit::verb::{self, TermSpec};
use crate::model::{Id, Kind as ConventionKind};
use crate::report::{sanitize, words};
use crate::ui::field::{Field, Kind, Name, Preset};
use crate::ui::form::Subject;
use crate::ui::form::finder::{Aim, Finder, Target};
use crate::ui::form::selection::Selection;

pub(super) struct Amend;

impl super::Form for Amend {
    fn noun(&self) -> &'static str {
        "convention"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        !selection.conventions().is_empty()
    }

    fn targets(&self, finder: &Finder<'_>, subject: &Subject) -> Vec<Target> {
        let conventions = finder.conventions(subject).into_iter();
        let whole = conventions.filter_map(|convention| match &convention.kind {
            ConventionKind::Amendment { amends } => finder.convention(amends),
            _ => Some(convention),
        });
        whole.map(|convention| finder.convention_target(convention)).collect()
    }

    fn fields(&self, _scope: &Scope<'_>) -> Vec<Field> {
        vec![
            Field::new("title", Kind::Text).required(),
            Field::new("id", Kind::Id).required(),
            Field::new("decided", Kind::HistoryCache),
            Field::new("on", Kind::HistoryCache),
            Field::new("months", Kind::Whole),
            Field::new("term-until", Kind::Day),
            Field::new("article", Kind::Text),
        ]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(Name, Preset)> {
        let Aim::Convention(amends) = &scope.target.aim else { return Vec::new() };
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

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(Name, Note)> {
        let both = scope.values.whole("months").is_some() && scope.values.date("term-until").is_some();
        let words = both.then(|| Note::Wrong(scope.word("form-error-one-term")));
        words.map(|note| ("term-until".into(), note)).into_iter().collect()
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let Aim::Convention(amends) = scope.target.aim.clone() else { return None };
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
