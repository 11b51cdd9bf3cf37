//! A convention or an amendment was signed.

use super::{Scope, day};
use crate::edit::Intention;
use crate::edit::verb;
use crate::model::Convention;
use crate::ui::field::{Field, Kind, Name, Preset};
use crate::ui::form::Subject;
use crate::ui::form::finder::{Aim, Finder, Target};
use crate::ui::form::selection::Selection;

pub(super) struct Sign;

impl super::Form for Sign {
    fn noun(&self) -> &'static str {
        "convention"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.conventions().into_iter().any(|convention| {
            let mut amendments = selection.context.portfolio.amendments_of(&convention.id);
            convention.signed.is_none() || amendments.any(|amendment| amendment.signed.is_none())
        })
    }

    fn targets(&self, finder: &Finder<'_>, subject: &Subject) -> Vec<Target> {
        let mut found = Vec::new();
        for convention in finder.conventions(subject) {
            let amendments = finder.context.portfolio.amendments_of(&convention.id).map(AsRef::as_ref);
            let unsigned = |one: &&Convention| one.signed.is_none();
            for one in std::iter::once(convention).chain(amendments).filter(unsigned) {
                let owner = finder.startup_names(&convention.startups, &convention.id);
                found.push(Target { owner, ..finder.convention_target(one) });
            }
        }
        found
    }

    fn fields(&self, _scope: &Scope<'_>) -> Vec<Field> {
        vec![Field::new("on", Kind::HistoryCache).required()]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(Name, Preset)> {
        vec![day("on", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let Aim::Convention(convention) = scope.target.aim.clone() else { return None };
        Some(vec![verb::SignVerb { convention, on: scope.values.date("on")? }.into()])
    }
}
