//! A party brings something in kind.

use std::sync::Arc;

use super::Scope;
use crate::edit::Intention;
use crate::edit::verb::ResourceVerb;
use crate::ui::field::{FormField, InputKind, Options};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

/// How much of somebody, as the format suggests to write it.
const SHARES: [&str; 2] = ["full time", "part time"];

pub(super) struct Resource;

impl super::Form for Resource {
    fn noun(&self) -> &'static str {
        "convention"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        !selection.conventions().is_empty()
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        lookup.convention_targets(subject)
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let own = match &scope.target.key {
            TargetKey::Convention(id) => scope.lookup.convention(id).map(|one| one.parties.clone()).unwrap_or_default(),
            _ => Vec::new(),
        };
        let none = (String::new(), scope.word("form-none"));
        let share = |share: &str| (share.to_owned(), scope.context().locale.suggested("share", share));
        let mut shares = Options::new(std::iter::once(none).chain(SHARES.map(share)));
        shares.is_open = true;
        vec![
            FormField::new("from", InputKind::Choice(Arc::new(Options::new(scope.lookup.parties(&own))))).required(),
            FormField::new("what", InputKind::Text).required(),
            FormField::new("share", InputKind::Choice(Arc::new(shares))),
            FormField::new("lasts", InputKind::Span),
            FormField::new("article", InputKind::Text),
        ]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Convention(convention) = scope.target.key.clone() else { return None };
        let values = scope.values;
        let (from, what) = (values.id("from")?, values.typed("what")?);
        let (share, lasts, article) = (values.typed("share"), values.span("lasts"), values.typed("article"));
        Some(vec![ResourceVerb { convention, from, what, share, lasts, article }.into()])
    }
}
