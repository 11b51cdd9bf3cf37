//! A remark on a startup.

use super::{Scope, day};
use crate::edit::Intention;
use crate::edit::verb;
use crate::ui::field::{FieldName, FormField, InputKind, Preset};
use crate::ui::form::lookup::TargetKey;

pub(super) struct Note;

impl super::Form for Note {
    fn fields(&self, _scope: &Scope<'_>) -> Vec<FormField> {
        vec![
            FormField::new("text", InputKind::Text).required(),
            FormField::new("on", InputKind::PastDay).required(),
            FormField::new("source", InputKind::Text),
        ]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        vec![day("on", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Startup(startup) = scope.target.key.clone() else { return None };
        let (on, text) = (scope.values.date("on")?, scope.values.typed("text")?);
        Some(vec![verb::NoteVerb { startup, on, text, source: scope.values.typed("source") }.into()])
    }
}
