//! A remark on a startup.

use super::{Scope, day};
use crate::edit::Intention;
use crate::edit::verb;
use crate::ui::field::{Field, Kind, Name, Preset};
use crate::ui::form::finder::Aim;

pub(super) struct Note;

impl super::Form for Note {
    fn fields(&self, _scope: &Scope<'_>) -> Vec<Field> {
        vec![
            Field::new("text", Kind::Text).required(),
            Field::new("on", Kind::HistoryCache).required(),
            Field::new("source", Kind::Text),
        ]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(Name, Preset)> {
        vec![day("on", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let Aim::Startup(startup) = scope.target.aim.clone() else { return None };
        let (on, text) = (scope.values.date("on")?, scope.values.typed("text")?);
        Some(vec![verb::NoteVerb { startup, on, text, source: scope.values.typed("source") }.into()])
    }
}
