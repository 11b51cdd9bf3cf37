//! The forms of `view`, which saves the list as it is shown, and of `remove-view`.

use std::sync::Arc;

use super::{FieldNote, Scope, set_kind, text};
use crate::edit::{ArgumentValue, Intention};
use crate::model::{MessageArg, SavedView};
use crate::report::filter::{self, ValueNames};
use crate::report::sanitize;
use crate::ui::field::{FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;
use crate::ui::saved_view::{self, UnknownWord};

pub(super) struct ViewForm;

pub(super) struct RemoveViewForm;

impl super::VerbForm for ViewForm {
    fn can(&self, _: &Selection<'_>) -> bool {
        true
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        vec![target(lookup, subject)]
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(super::FieldName, FieldNote)> {
        let Some(Intention::View(verb)) = scope.declared_intention() else { return Vec::new() };
        let names = Arc::new(ValueNames::new(scope.context().portfolio, scope.context().locale, None));
        let (typed, list) = (verb.0.filter.as_deref().unwrap_or_default(), saved_view::filtered_list(&verb.0));
        let as_of = scope.context().as_of;
        let problem = list.and_then(|list| filter::problem_with(typed, list, names, scope.context().locale, as_of));
        let unknown = saved_view::unknown_word(&verb.0).map(|unknown| {
            let UnknownWord { argument, word, known } = unknown;
            let known = MessageArg::List(known.into_iter().map(str::to_owned).collect());
            let args = [("word", MessageArg::Text(sanitize(&word).into_owned())), ("known", known)];
            (argument.into(), FieldNote::Error(scope.context().locale.message("view-unknown-word", &args)))
        });
        let problem = problem.map(|words| ("filter".into(), FieldNote::Error(words)));
        problem.into_iter().chain(unknown).collect()
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let mut values = scope.values.clone();
        if let Some(typed) = values.text("filter") {
            let names = ValueNames::new(scope.context().portfolio, scope.context().locale, None);
            values.set("filter", ArgumentValue::Text(filter::in_english(&typed, &names)));
        }
        Some(vec![scope.intention_of(values)?])
    }
}

impl super::VerbForm for RemoveViewForm {
    fn can(&self, selection: &Selection<'_>) -> bool {
        !selection.context.portfolio.incubator.views.is_empty()
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        vec![target(lookup, subject)]
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let mut fields = scope.declared_fields();
        let names = scope.context().portfolio.incubator.views.iter().map(|view| &view.name);
        let names = Options::new(names.map(|name| (name.clone(), sanitize(name).into_owned())));
        set_kind(&mut fields, "name", InputKind::Choice(Arc::new(names)));
        fields
    }
}

/// Returns the view of the subject, whose settings are the defaults of the fields.
fn target(lookup: &RecordLookup<'_>, subject: &FormSubject) -> FormTarget {
    let empty = SavedView::default();
    let view = if let FormSubject::View(view) = subject { view } else { &empty };
    let several = |words: &[String]| Preset::Text(words.join("; "));
    let some = |text: &Option<String>| text_of(text.as_deref().unwrap_or_default());
    FormTarget {
        presets: vec![
            ("name", text_of(&view.name)),
            ("screen", text_of(&view.screen)),
            ("filter", some(&view.filter)),
            ("sort", several(&view.sort)),
            ("group", some(&view.group)),
            ("column", several(&view.columns)),
        ],
        key: TargetKey::New,
        ..super::new_startup::new(lookup)
    }
}

fn text_of(value: &str) -> Preset {
    text("", value).1
}
