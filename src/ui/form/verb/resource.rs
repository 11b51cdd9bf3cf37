//! A party brings something in kind.

use std::sync::Arc;

use super::Scope;
use crate::edit::Intention;
use crate::edit::verb::ResourceVerb;
use crate::ui::field::{Field, Kind, Options};
use crate::ui::form::Subject;
use crate::ui::form::finder::{Aim, Finder, Target};
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

    fn targets(&self, finder: &Finder<'_>, subject: &Subject) -> Vec<Target> {
        finder.convention_targets(subject)
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<Field> {
        let own = match &scope.target.aim {
            Aim::Convention(id) => scope.finder.convention(id).map(|one| one.parties.clone()).unwrap_or_default(),
            _ => Vec::new(),
        };
        let none = (String::new(), scope.word("form-none"));
        let share = |share: &str| (share.to_owned(), scope.context().locale.suggested("share", share));
        let mut shares = Options::new(std::iter::once(none).chain(SHARES.map(share)));
        shares.is_open = true;
        vec![
            Field::new("from", Kind::Choice(Arc::new(Options::new(scope.finder.parties(&own))))).required(),
            Field::new("what", Kind::Text).required(),
            Field::new("share", Kind::Choice(Arc::new(shares))),
            Field::new("lasts", Kind::Span),
            Field::new("article", Kind::Text),
        ]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let Aim::Convention(convention) = scope.target.aim.clone() else { return None };
        let values = scope.values;
        let (from, what) = (values.id("from")?, values.typed("what")?);
        let (share, lasts, article) = (values.typed("share"), values.span("lasts"), values.typed("article"));
        Some(vec![ResourceVerb { convention, from, what, share, lasts, article }.into()])
    }
}
