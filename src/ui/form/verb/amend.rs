//! The form of `amend`: proposes the number of the amendment.

use super::{FieldNote, Scope, text};
use crate::model::{ConventionKind, Id};
use crate::report::{sanitize, words};
use crate::ui::field::{FieldName, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct AmendForm;

impl super::VerbForm for AmendForm {
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
        let both = scope.values.whole("months").is_some() && scope.values.date("until").is_some();
        let words = both.then(|| FieldNote::Error(scope.word("form-error-one-term")));
        words.map(|note| ("until".into(), note)).into_iter().collect()
    }
}
