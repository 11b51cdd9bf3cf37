//! The forms of the verbs. The fields, their defaults and the fact that they make come from the declaration of the
//! verb; a file here adds what a form offers beyond it: its targets, choices and remarks.

mod account;
mod action;
mod amend;
mod amend_decision;
mod call;
mod condition;
mod derived_id;
mod done;
mod finish;
mod hold;
mod indicator;
mod new_convention;
mod new_startup;
mod pay;
mod phase;
mod plan;
mod postpone;
mod refund;
mod remind;
mod resource;
mod send_papers;
mod set;
mod sign;
mod snooze;
mod spend;
mod task_rows;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::lookup::{FormTarget, RecordLookup, TargetKey};
use super::selection::Selection;
use super::values::FieldNote;
use super::{FormContext, FormFact, FormSubject, Verb};
use crate::edit::{
    Argument, ArgumentDefault, ArgumentKind, ArgumentValue, ArgumentValues, BaseTexts, Intention, VerbSubject,
};
use crate::locale::Language;
use crate::model::{Date, MessageArg, Money, RecordKind, RecordRef};
use crate::report::sanitize;
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};

/// The verb whose form moves or cancels a planned committee.
pub const CANCELS_COMMITTEE: Verb = Verb::Postpone;

/// What the form of a verb looks at.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub verb: Verb,
    pub lookup: RecordLookup<'a>,
    /// The target; the first one of several.
    pub target: &'a FormTarget,
    /// The current texts of records.
    pub texts: &'a BTreeMap<RecordRef, Result<String, String>>,
    /// The texts of records when the user began to fill in the form.
    pub seen: &'a BaseTexts,
    /// The values of the fields.
    pub values: &'a ArgumentValues,
}

impl<'a> Scope<'a> {
    pub const fn context(&self) -> &'a FormContext<'a> {
        self.lookup.context
    }

    /// Returns the text of a record that the form is made from, once it is read; see [`VerbForm::reads`].
    pub fn text(&self, record: &RecordRef) -> Option<&'a str> {
        let now = self.texts.get(record).and_then(|text| text.as_deref().ok());
        self.seen.get(record).map(AsRef::as_ref).or(now)
    }

    /// Returns a name and its value on one line.
    pub fn named(&self, name: &str, value: &str) -> String {
        named(self.context(), name, value)
    }

    /// Returns a word of the locale.
    pub fn word(&self, key: &str) -> String {
        self.context().locale.text(key)
    }

    /// Returns the fields for the arguments that the verb declares.
    pub fn declared_fields(&self) -> Vec<FormField> {
        let declaration = self.verb.declaration();
        let asked = declaration.arguments.iter().filter(|argument| !argument.is_command_only);
        let mut fields: Vec<FormField> = asked.map(|argument| self.field(argument)).collect();
        if let VerbSubject::NewRecord(_) = declaration.subject {
            fields.insert(1.min(fields.len()), FormField::new("id", InputKind::Id).required());
        }
        fields
    }

    fn field(&self, argument: &Argument) -> FormField {
        let none = || {
            let own = format!("form-{}-none", argument.name);
            let key = if self.context().locale.has(&own) { own.as_str() } else { "form-none" };
            (!argument.is_required).then(|| (String::new(), self.word(key)))
        };
        let choice = |options: Vec<(String, String)>| {
            InputKind::Choice(Arc::new(Options::new(none().into_iter().chain(options))))
        };
        let kind = match argument.kind {
            ArgumentKind::Text => InputKind::Text,
            ArgumentKind::Lines => InputKind::Lines,
            ArgumentKind::PastDay => InputKind::PastDay,
            ArgumentKind::Day => InputKind::Day,
            ArgumentKind::Amount => InputKind::Amount,
            ArgumentKind::AmountOrZero => InputKind::AmountOrZero,
            ArgumentKind::Decimal => InputKind::Decimal,
            ArgumentKind::Whole(..) => InputKind::Whole,
            ArgumentKind::Span => InputKind::Span,
            ArgumentKind::Id if argument.name == "id" => InputKind::Id,
            ArgumentKind::Id => choice(self.lookup.parties(&[])),
            ArgumentKind::Person => {
                let people = &self.context().portfolio.incubator.people;
                choice(
                    people.iter().map(|person| (person.id.to_string(), sanitize(&person.name).into_owned())).collect(),
                )
            }
            ArgumentKind::Word { names, prefix } => {
                let shown = |name: &str| (name.to_owned(), self.word(&format!("{prefix}-{name}")));
                choice(names().into_iter().map(shown).collect())
            }
            ArgumentKind::Flag => choice(vec![("yes".to_owned(), self.word("form-true"))]),
        };
        let field = FormField::new(argument.name, kind);
        if argument.is_required { field.required() } else { field }
    }

    /// Returns the defaults that the verb declares.
    pub fn declared_presets(&self) -> Vec<(FieldName, Preset)> {
        let arguments = self.verb.declaration().arguments.iter();
        let of_today = arguments.filter(|argument| argument.default == ArgumentDefault::Today);
        // All entries of a review are of its day, after midnight too.
        let today = self.context().review.map_or(self.context().today, |review| review.on);
        of_today.map(|argument| day(argument.name, today)).collect()
    }

    /// Returns the fact that the target and the fields make; `None` while something is missing.
    fn declared_intention(&self) -> Option<Intention> {
        self.intention_of(self.values.clone())
    }

    /// Returns the fact that the target and some values make; `None` while something is missing.
    fn intention_of(&self, mut values: ArgumentValues) -> Option<Intention> {
        // Several values of one argument are typed with semicolons between them.
        for argument in self.verb.declaration().arguments.iter().filter(|argument| argument.is_repeated) {
            if let Some(text) = values.text(argument.name) {
                let words = text.split(';').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty());
                values.set(argument.name, ArgumentValue::Words(words.collect()));
            }
        }
        // An option without a value is picked as "yes".
        let flags = self.verb.declaration().arguments.iter();
        for argument in flags.filter(|argument| matches!(argument.kind, ArgumentKind::Flag)) {
            if values.text(argument.name).is_some() {
                values.set(argument.name, ArgumentValue::Flag);
            }
        }
        self.target.key.add_to(&mut values);
        self.verb.intention(&values)
    }
}

impl TargetKey {
    /// Sets the arguments that the target determines.
    fn add_to(&self, values: &mut ArgumentValues) {
        let mut set = |name: &'static str, text: String| values.set(name, ArgumentValue::Text(text));
        match self {
            Self::Startup(id) => set("startup", id.to_string()),
            Self::Convention(id) => set("convention", id.to_string()),
            Self::Party { id, .. } => set("party", id.to_string()),
            Self::Action { startup, what } => {
                set("startup", startup.to_string());
                set("action", what.clone());
            }
            Self::Condition { startup, condition } => {
                set("startup", startup.to_string());
                set("condition", condition.clone());
            }
            Self::Papers { startup, committee } => {
                set("startup", startup.to_string());
                values.set("committee", ArgumentValue::Date(*committee));
            }
            Self::TodayRow { record, item } => {
                set("record", record.to_string());
                set("item", item.clone());
            }
            Self::Contribution { convention, contribution, tranche } => {
                set("convention", convention.to_string());
                set("contribution", contribution.clone());
                if let Some(number) = tranche.and_then(|number| u32::try_from(number).ok()) {
                    values.set("tranche", ArgumentValue::Whole(number));
                }
            }
            Self::Obligation { convention, obligation, .. } => {
                set("convention", convention.to_string());
                set("obligation", obligation.clone());
            }
            Self::Reminder { convention, item, to } => {
                set("convention", convention.to_string());
                set("item", item.clone());
                set("to", to.to_string());
            }
            Self::New | Self::Value(..) => {}
        }
    }
}

/// Replaces how a field is filled in.
fn set_kind(fields: &mut [FormField], name: &str, kind: InputKind) {
    if let Some(field) = fields.iter_mut().find(|field| field.name == name) {
        let own = FormField::new(field.name.clone(), kind);
        *field = if field.is_required { own.required() } else { own };
    }
}

/// The form of a verb. The defaults are those of a verb that is applied to a startup.
pub(super) trait VerbForm: Sync {
    /// Returns what the verb is applied to, as `form-count-<noun>` and `form-target-<noun>` call it.
    fn noun(&self) -> &'static str {
        "startup"
    }

    /// Returns whether the verb can be applied to the selection. Called on every key, so that it looks at the selection
    /// only.
    fn can(&self, selection: &Selection<'_>) -> bool {
        !selection.startups().is_empty()
    }

    /// Returns what the verb can be applied to, the most urgent first.
    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        lookup.startup_targets(subject, |_| String::new())
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        scope.declared_fields()
    }

    /// Facts that help to decide, shown beside the fields.
    fn facts(&self, _scope: &Scope<'_>) -> Vec<FormFact> {
        Vec::new()
    }

    /// Returns what the fields depend on besides the target; they are made anew when it changes.
    fn shape(&self, _values: &ArgumentValues) -> String {
        String::new()
    }

    /// Returns the record whose text the fields are made from, if they are.
    fn reads(&self, _target: &FormTarget) -> Option<RecordRef> {
        None
    }

    /// Returns the defaults beyond those that the verb declares.
    fn presets(&self, _scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        Vec::new()
    }

    /// Returns the field that has the focus when the form opens, if it is not the first.
    fn opens_on(&self, _scope: &Scope<'_>) -> Option<FieldName> {
        None
    }

    /// Remarks about fields beyond the values that they were understood as.
    fn remarks(&self, _scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        Vec::new()
    }

    /// Returns the facts that the form records; `None` while something is missing.
    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        Some(vec![scope.declared_intention()?])
    }
}

/// The form of a verb that needs nothing beyond its declaration.
enum DeclaredForm {
    Startup,
    Convention,
    New,
    /// Of a review; the lists have none to apply it to.
    Review,
}

impl VerbForm for DeclaredForm {
    fn noun(&self) -> &'static str {
        match self {
            Self::Startup | Self::New | Self::Review => "startup",
            Self::Convention => "convention",
        }
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        match self {
            Self::Startup => !selection.startups().is_empty(),
            Self::Convention => !selection.conventions().is_empty(),
            Self::New => true,
            Self::Review => false,
        }
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        match self {
            Self::Startup => lookup.startup_targets(subject, |_| String::new()),
            Self::Convention => lookup.convention_targets(subject),
            Self::New => vec![new_startup::new(lookup)],
            Self::Review => Vec::new(),
        }
    }
}

impl Verb {
    pub(super) const fn form(self) -> &'static dyn VerbForm {
        match self {
            Self::Done => &done::DoneForm,
            Self::Pay => &pay::PayForm,
            Self::Sign => &sign::SignForm,
            Self::Hold => &hold::HoldForm,
            Self::Phase => &phase::PhaseForm,
            Self::Indicator => &indicator::IndicatorForm,
            Self::Action => &action::ActionForm,
            Self::Finish => &finish::FinishForm,
            Self::Condition => &condition::ConditionForm,
            Self::SendPapers => &send_papers::SendPapersForm,
            Self::Snooze => &snooze::SnoozeForm,
            Self::Call => &call::CallForm,
            Self::Spend => &spend::SpendForm,
            Self::Plan => &plan::PlanForm,
            Self::AmendDecision | Self::Withdraw => &amend_decision::AmendDecisionForm,
            Self::Postpone => &postpone::PostponeForm,
            Self::Resource => &resource::ResourceForm,
            Self::Amend => &amend::AmendForm,
            Self::Refund => &refund::RefundForm,
            Self::Remind => &remind::RemindForm,
            Self::Account => &account::AccountForm,
            Self::NewStartup => &new_startup::NewStartupForm,
            Self::NewConvention => &new_convention::NewConventionForm,
            Self::NewParty => &derived_id::DerivedIdForm::Party,
            Self::Person => &derived_id::DerivedIdForm::Person,
            Self::View => &view::ViewForm,
            Self::RemoveView => &view::RemoveViewForm,
            Self::Set => &set::SetForm,
            other => match other.declaration().subject.record_kind() {
                _ if matches!(other.declaration().subject, VerbSubject::NewRecord(_) | VerbSubject::Portfolio) => {
                    &DeclaredForm::New
                }
                Some(RecordKind::Convention) => &DeclaredForm::Convention,
                Some(RecordKind::Review) => &DeclaredForm::Review,
                _ => &DeclaredForm::Startup,
            },
        }
    }

    /// Returns whether it can be applied to the selection.
    pub(in crate::ui) fn can(self, selection: &Selection<'_>) -> bool {
        self.form().can(selection)
    }
}

/// Returns a name and its value on one line.
fn named(context: &FormContext<'_>, name: &str, value: &str) -> String {
    let text = |text: &str| MessageArg::Text(text.to_owned());
    context.locale.message("form-named", &[("name", text(name)), ("value", text(value))])
}

/// Returns a default text.
fn text(name: impl Into<FieldName>, text: impl Into<String>) -> (FieldName, Preset) {
    (name.into(), Preset::Text(text.into()))
}

/// Returns a default day.
fn day(name: impl Into<FieldName>, day: Date) -> (FieldName, Preset) {
    text(name, typable(day))
}

/// Returns a day as people type it in both languages.
pub(super) fn typable(day: Date) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// Returns an amount as people type it.
fn plain(amount: Money, context: &FormContext<'_>) -> String {
    let text = amount.to_string();
    let text = text.strip_suffix(".00").unwrap_or(&text);
    match context.locale.language {
        Language::French => text.replace('.', ","),
        Language::English => text.to_owned(),
    }
}
