//! Somebody agreed to do something, and did it.

use super::{Scope, day};
use crate::edit::Intention;
use crate::edit::verb::{self, ActionVerb};
use crate::model::{Date, RecordKind, Startup, StartupAction, Step};
use crate::ui::field::{Field, Kind, Name, Preset};
use crate::ui::form::Subject;
use crate::ui::form::finder::{Aim, Finder, Target};
use crate::ui::form::selection::Selection;

pub(super) struct Action;

impl super::Form for Action {
    fn fields(&self, _scope: &Scope<'_>) -> Vec<Field> {
        vec![Field::new("what", Kind::Text).required(), Field::new("owner", Kind::Text), Field::new("due", Kind::Day)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let Aim::Startup(startup) = scope.target.aim.clone() else { return None };
        let values = scope.values;
        let (what, owner, due) = (values.typed("what")?, values.typed("owner"), values.date("due"));
        Some(vec![ActionVerb { startup, what, owner, due }.into()])
    }
}

pub(super) struct Finish;

impl super::Form for Finish {
    fn noun(&self) -> &'static str {
        "action"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.startups().into_iter().any(|startup| selected(startup, selection.subject).is_some())
    }

    fn targets(&self, finder: &Finder<'_>, subject: &Subject) -> Vec<Target> {
        let Some(startup) = subject.record_of(RecordKind::Startup).and_then(|id| finder.startup(id)) else {
            return Vec::new();
        };
        selected(startup, subject).map(|action| target(finder, startup, action)).into_iter().collect()
    }

    fn fields(&self, _scope: &Scope<'_>) -> Vec<Field> {
        vec![Field::new("on", Kind::HistoryCache).required()]
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(Name, Preset)> {
        vec![day("on", scope.context().today)]
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let Aim::Action { startup, what } = scope.target.aim.clone() else { return None };
        Some(vec![verb::FinishVerb { startup, action: what, on: scope.values.date("on")? }.into()])
    }
}

/// What is still to be done for a startup, each with the day that it is due.
pub(super) fn open(finder: &Finder<'_>, subject: &Subject) -> Vec<(Option<Date>, Target)> {
    let startup = subject.record_of(RecordKind::Startup).and_then(|id| finder.startup(id));
    let of = |startup| move |action: &StartupAction| (action.due, target(finder, startup, action));
    let open = startup.map(|startup| startup.actions.iter().filter(|action| action.done.is_none()).map(of(startup)));
    open.into_iter().flatten().collect()
}

/// Whether something is still to be done for a startup.
pub(super) fn has_open(startup: &Startup) -> bool {
    startup.actions.iter().any(|action| action.done.is_none())
}

fn target(finder: &Finder<'_>, startup: &Startup, action: &StartupAction) -> Target {
    let owner = action.owner.clone();
    let due = action.due.map(|due| finder.dated("form-detail-due", due));
    Target {
        aim: Aim::Action { startup: startup.id.clone(), what: action.what.clone() },
        label: action.what.clone(),
        detail: owner.into_iter().chain(due).collect::<Vec<_>>().join(" · "),
        owner: startup.name.clone(),
        presets: Vec::new(),
    }
}

/// The action whose line is selected, where it is still to be done.
fn selected<'a>(startup: &'a Startup, subject: &Subject) -> Option<&'a StartupAction> {
    let Subject::Value(_, path) = subject else { return None };
    let [Step::Key(list), Step::Index(at), ..] = path.0.as_slice() else { return None };
    let action = startup.actions.get(*at).filter(|_| list == "actions")?;
    action.done.is_none().then_some(action)
}
