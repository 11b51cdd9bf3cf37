//! The form of `resource`: the parties of the convention, and the usual shares.

use std::sync::Arc;

use super::{Scope, set_kind};
use crate::ui::field::{FormField, InputKind, Options};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

/// The shares that the format suggests.
const SHARES: [&str; 2] = ["full time", "part time"];

pub(super) struct ResourceForm;

impl super::VerbForm for ResourceForm {
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
        let mut fields = scope.declared_fields();
        let parties = Options::new(scope.lookup.parties(&own));
        set_kind(&mut fields, "from", InputKind::Choice(Arc::new(parties)));
        set_kind(&mut fields, "share", InputKind::Choice(Arc::new(shares)));
        fields
    }
}
