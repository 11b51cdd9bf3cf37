//! One file for each verb: what its form asks, what stands there to begin with, and what the answers mean.

mod account;
mod action;
mod amend;
mod call;
mod done;
mod hold;
mod indicator;
mod new_convention;
mod new_startup;
mod note;
mod pay;
mod phase;
mod plan;
mod resource;
mod set;
mod sign;
mod spend;

use std::collections::BTreeMap;

use super::lookup::{FormTarget, RecordLookup};
use super::selection::Selection;
use super::values::{FieldNote, FieldValues};
use super::{FormContext, FormSubject, Verb};
use crate::edit::{BaseTexts, Intention};
use crate::locale::Language;
use crate::model::{Date, MessageArg, Money, RecordRef};
use crate::ui::field::{FieldName, FormField, Preset};

/// What a form asks about, as far as it is known.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// Looks things up.
    pub lookup: RecordLookup<'a>,
    /// What it is about; the first where it is about several.
    pub target: &'a FormTarget,
    /// The texts of records as they are.
    pub texts: &'a BTreeMap<RecordRef, Result<String, String>>,
    /// The texts of records as they were when the user began to say something.
    pub seen: &'a BaseTexts,
    /// What the fields say.
    pub values: &'a FieldValues,
}

impl<'a> Scope<'a> {
    /// What forms look at.
    pub const fn context(&self) -> &'a FormContext<'a> {
        self.lookup.context
    }

    /// The text of a record that the form is made from, once it came; see [`Form::reads`].
    pub fn text(&self, record: &RecordRef) -> Option<&'a str> {
        let now = self.texts.get(record).and_then(|text| text.as_deref().ok());
        self.seen.get(record).map(AsRef::as_ref).or(now)
    }

    /// A name and what stands beside it, in one line.
    pub fn named(&self, name: &str, value: &str) -> String {
        named(self.context(), name, value)
    }

    /// A word of the locale.
    pub fn word(&self, key: &str) -> String {
        self.context().locale.text(key)
    }
}

/// The form of a verb; of one that is said of a startup, unless it says otherwise.
pub(super) trait Form: Sync {
    /// What it is said of, as `form-count-<noun>` and `form-target-<noun>` call it.
    fn noun(&self) -> &'static str {
        "startup"
    }

    /// Whether there is something to say of what is selected. Asked at every key: looks at that alone.
    fn can(&self, selection: &Selection<'_>) -> bool {
        !selection.startups().is_empty()
    }

    /// What it can be said of, the most urgent first.
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        lookup.startup_targets(subject, |_| String::new())
    }

    /// What it asks.
    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField>;

    /// What its fields hang on besides what it is about: where that changes, they are made anew.
    fn shape(&self, _values: &FieldValues) -> String {
        String::new()
    }

    /// The record whose text the fields are made from, where they are.
    fn reads(&self, _target: &FormTarget) -> Option<RecordRef> {
        None
    }

    /// What stands in fields that the user left alone, besides what the target says.
    fn presets(&self, _scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        Vec::new()
    }

    /// What is to be said of fields besides what was understood.
    fn remarks(&self, _scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        Vec::new()
    }

    /// What the answers mean; `None` while something is missing.
    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>>;
}

impl Verb {
    /// Its form.
    pub(super) const fn form(self) -> &'static dyn Form {
        match self {
            Self::Done => &done::Done,
            Self::Pay => &pay::Pay,
            Self::Sign => &sign::Sign,
            Self::Hold => &hold::Hold,
            Self::Phase => &phase::Phase,
            Self::Indicator => &indicator::Indicator,
            Self::Note => &note::Note,
            Self::Action => &action::ActionForm,
            Self::Finish => &action::Finish,
            Self::Call => &call::Call,
            Self::Spend => &spend::Spend,
            Self::Plan => &plan::Plan,
            Self::Resource => &resource::Resource,
            Self::Amend => &amend::Amend,
            Self::Account => &account::Account,
            Self::NewStartup => &new_startup::NewStartup,
            Self::NewConvention => &new_convention::NewConvention,
            Self::Set => &set::Set,
        }
    }

    /// Whether there is something to say of what is selected.
    pub(in crate::ui) fn can(self, selection: &Selection<'_>) -> bool {
        self.form().can(selection)
    }
}

/// A name and what stands beside it, in one line.
fn named(context: &FormContext<'_>, name: &str, value: &str) -> String {
    let text = |text: &str| MessageArg::Text(text.to_owned());
    context.locale.message("form-named", &[("name", text(name)), ("value", text(value))])
}

/// A text to stand in a field.
fn text(name: impl Into<FieldName>, text: impl Into<String>) -> (FieldName, Preset) {
    (name.into(), Preset::Text(text.into()))
}

/// A day to stand in a field.
fn day(name: impl Into<FieldName>, day: Date) -> (FieldName, Preset) {
    text(name, typable(day))
}

/// A day as both languages read it, whatever they show.
fn typable(day: Date) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// An amount as people would have typed it.
fn plain(amount: Money, context: &FormContext<'_>) -> String {
    let text = amount.to_string();
    let text = text.strip_suffix(".00").unwrap_or(&text);
    match context.locale.language {
        Language::French => text.replace('.', ","),
        Language::English => text.to_owned(),
    }
}
