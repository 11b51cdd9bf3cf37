//! Drafts: what was typed into a form, as text. A draft outlives the form, the program and a crash, and fills in the
//! same form when it is opened again, even if the records have changed.

use serde::{Deserialize, Serialize};

use super::lookup::{RecordLookup, TargetKey};
use super::{Form, FormContext, FormKind, FormSubject, TARGET, Verb};
use crate::model::{Id, SavedView};
use crate::ui::Effect;
use crate::ui::field::{FieldInput, FormField};
use crate::ui::session::{path, record};

/// The contents of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The name of the verb.
    verb: String,
    /// The names of the subjects.
    subjects: Vec<String>,
    /// The position of the focused field.
    #[serde(default)]
    focus: usize,
    #[serde(default)]
    fields: Vec<DraftField>,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct DraftField {
    name: String,
    #[serde(flatten)]
    entered: FieldInput,
}

/// All drafts, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drafts {
    #[serde(default)]
    pub drafts: Vec<Draft>,
}

impl Draft {
    /// Returns what the form is opened for; `None` if the draft is of another version of the program.
    #[must_use]
    pub fn form_kind(&self) -> Option<FormKind> {
        let verb = Verb::named(&self.verb)?;
        let subjects: Option<Vec<FormSubject>> = self.subjects.iter().map(|name| FormSubject::named(name)).collect();
        Some(FormKind { verb, subjects: subjects.filter(|subjects| !subjects.is_empty())? })
    }

    /// Returns whether it is a draft of a kind of form.
    #[must_use]
    pub fn is_for(&self, form_kind: &FormKind) -> bool {
        self.form_kind().as_ref() == Some(form_kind)
    }

    /// Returns what it records and about what, in words.
    #[must_use]
    pub fn words(&self, context: &FormContext<'_>) -> Option<String> {
        let form_kind = self.form_kind()?;
        let title = context.locale.text(&format!("form-title-{}", form_kind.verb.name()));
        let mut names: Vec<String> = Vec::new();
        for subject in &form_kind.subjects {
            let name = RecordLookup { context }.subject_name(subject);
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        Some(if names.is_empty() { title } else { format!("{title} · {}", names.join(", ")) })
    }
}

impl Form {
    /// Returns the draft of the form; `None` if nothing was entered.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        let kept = |name: &str, entered| DraftField { name: name.to_owned(), entered };
        let touched = self.fields.iter().filter(|field| field.touched).filter_map(|field| match &*field.name {
            TARGET => Some(kept(TARGET, FieldInput::Picked(self.target()?.key.name()))),
            name => Some(kept(name, self.entered(field))),
        });
        let fields: Vec<DraftField> = touched.chain(self.awaited.iter().cloned()).collect();
        let form_kind = &self.form_kind;
        (!fields.is_empty()).then(|| Draft {
            verb: form_kind.verb.name().to_owned(),
            subjects: form_kind.subjects.iter().map(FormSubject::name).collect(),
            focus: self.awaited_focus.unwrap_or(self.focus),
            fields,
        })
    }

    /// Returns the input of a field. A day is kept as the date it was understood as, so that `hier` stays that day.
    fn entered(&self, field: &FormField) -> FieldInput {
        match self.values.date(&field.name) {
            Some(day) => FieldInput::Typed(super::verb::typable(day)),
            None => field.entered(),
        }
    }

    /// Opens a form with the values of a draft; the rest is up to date.
    ///
    /// # Errors
    /// As [`Form::new`].
    pub fn resume(
        draft: &Draft,
        form_kind: FormKind,
        context: &FormContext<'_>,
    ) -> Result<(Self, Vec<Effect>), String> {
        let mut form = Self::opened(form_kind, context)?;
        form.awaited.clone_from(&draft.fields);
        form.resumed = true;
        form.awaited_focus = Some(draft.focus);
        let effects = form.check(context);
        Ok((form, effects))
    }

    /// Keeps the values of an earlier form, and its focus, for fields that do not exist yet.
    pub(super) fn await_rest(&mut self, earlier: &Self) {
        let is_there = |name: &str| self.field(name).is_some_and(|field| field.touched);
        let rest =
            earlier.fields.iter().filter(|field| field.touched && field.name != TARGET && !is_there(&field.name));
        let rest = rest.map(|field| DraftField { name: field.name.to_string(), entered: earlier.entered(field) });
        let rest = rest.chain(earlier.awaited.iter().cloned()).collect();
        self.awaited = rest;
        self.awaited_focus = Some(earlier.awaited_focus.unwrap_or(earlier.focus));
    }

    /// Enters the first value of the draft whose field exists. Fields depend on each other and on the text of the
    /// record. Returns whether there was one.
    pub(super) fn take_awaited(&mut self) -> bool {
        let awaited = std::mem::take(&mut self.awaited);
        let taken = awaited.iter().position(|kept| self.put(kept));
        self.awaited = awaited;
        taken.map(|at| self.awaited.remove(at)).is_some()
    }

    fn put(&mut self, kept: &DraftField) -> bool {
        let key = |name: &str| self.targets.iter().position(|target| target.key.name() == name);
        let target = match &kept.entered {
            FieldInput::Picked(name) if kept.name == TARGET => key(name),
            _ => None,
        };
        // Drafts of older versions have other names for some fields.
        let arguments = self.verb_now().declaration().arguments;
        let is_renamed = |name: &str| {
            arguments.iter().any(|argument| argument.name == name && argument.aliases.contains(&kept.name.as_str()))
        };
        let has_own = self.fields.iter().any(|field| *field.name == *kept.name);
        let is_meant = |field: &&mut FormField| *field.name == *kept.name || (!has_own && is_renamed(&field.name));
        let Some(field) = self.fields.iter_mut().find(is_meant) else { return false };
        match target {
            Some(at) => field.choose(at),
            None if kept.name == TARGET => return false,
            None => return field.enter(&kept.entered),
        }
        true
    }
}

impl FormSubject {
    /// Returns a name that finds it again in another run.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Nothing => "nothing".to_owned(),
            Self::Startup(id) => format!("startup/{id}"),
            Self::Convention(id) => format!("convention/{id}"),
            Self::Party(id) => format!("party/{id}"),
            Self::Contribution { convention, contribution, tranche } => {
                format!("contribution/{convention}/{}/{contribution}", shown(tranche.as_ref()))
            }
            Self::Occurrence { convention, obligation, startups, due } => {
                let startups: Vec<&str> = startups.iter().map(Id::as_str).collect();
                format!("occurrence/{convention}/{}/{}/{obligation}", shown(due.as_ref()), startups.join(","))
            }
            Self::Value(record, path) => format!("value/{record}/{path}"),
            Self::View(view) => {
                let SavedView { name, screen, filter, sort, group, columns } = view;
                let some = |text: &Option<String>| text.clone().unwrap_or_default();
                let parts =
                    [name.clone(), screen.clone(), some(filter), sort.join(" "), some(group), columns.join(" ")];
                format!("view/{}", parts.join("\n"))
            }
            Self::TodayRow { record, item } => format!("today/{record}/{item}"),
        }
    }

    /// Returns the subject with a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        if name == "nothing" {
            return Some(Self::Nothing);
        }
        let (kind, rest) = name.split_once('/')?;
        let id = |text: &str| Id::new(text).ok();
        match kind {
            "startup" => id(rest).map(Self::Startup),
            "convention" => id(rest).map(Self::Convention),
            "party" => id(rest).map(Self::Party),
            "contribution" => {
                let mut parts = rest.splitn(3, '/');
                let (convention, tranche) = (id(parts.next()?)?, parts.next()?.parse().ok());
                Some(Self::Contribution { convention, contribution: parts.next()?.to_owned(), tranche })
            }
            "occurrence" => {
                let mut parts = rest.splitn(4, '/');
                let (convention, due) = (id(parts.next()?)?, parts.next()?.parse().ok());
                let startups: Option<Vec<Id>> =
                    parts.next()?.split(',').filter(|startup| !startup.is_empty()).map(id).collect();
                Some(Self::Occurrence { convention, obligation: parts.next()?.to_owned(), startups: startups?, due })
            }
            "value" => {
                let mut parts = rest.splitn(3, '/');
                Some(Self::Value(record(parts.next()?, parts.next()?)?, path(parts.next()?)?))
            }
            "view" => {
                let mut parts = rest.splitn(6, '\n');
                let mut next = || parts.next();
                let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
                let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
                Some(Self::View(SavedView {
                    name: next()?.to_owned(),
                    screen: next()?.to_owned(),
                    filter: some(next()?),
                    sort: words(next()?),
                    group: some(next()?),
                    columns: words(next()?),
                }))
            }
            "today" => {
                let mut parts = rest.splitn(3, '/');
                let record = record(parts.next()?, parts.next()?)?;
                Some(Self::TodayRow { record, item: parts.next()?.to_owned() })
            }
            _ => None,
        }
    }
}

impl TargetKey {
    /// Returns a name that distinguishes it from the other targets of a form.
    fn name(&self) -> String {
        let subject = match self {
            Self::New => FormSubject::Nothing,
            Self::Obligation { convention, obligation, due, .. } => {
                let (convention, obligation) = (convention.clone(), obligation.clone());
                FormSubject::Occurrence { convention, obligation, startups: Vec::new(), due: *due }
            }
            Self::Contribution { convention, contribution, tranche } => {
                let (convention, contribution) = (convention.clone(), contribution.clone());
                FormSubject::Contribution { convention, contribution, tranche: *tranche }
            }
            Self::Convention(id) => FormSubject::Convention(id.clone()),
            Self::Startup(id) => FormSubject::Startup(id.clone()),
            Self::Action { startup, what } => return format!("action/{startup}/{what}"),
            Self::Condition { startup, condition } => return format!("condition/{startup}/{condition}"),
            Self::Papers { startup, committee } => return format!("papers/{startup}/{committee}"),
            Self::Reminder { convention, item, to } => return format!("reminder/{convention}/{to}/{item}"),
            Self::TodayRow { record, item } => FormSubject::TodayRow { record: record.clone(), item: item.clone() },
            Self::Party { id, account } => return format!("party/{id}/{}", shown(account.as_ref())),
            Self::Value(record, path) => FormSubject::Value(record.clone(), path.clone()),
        };
        subject.name()
    }
}

fn shown(value: Option<&impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{KeyPath, RecordKind, RecordRef};

    #[test]
    fn a_subject_is_found_again_by_its_name() {
        let id = |text: &str| Id::new(text).unwrap();
        let record = RecordRef::new(RecordKind::Party, id("pau"));
        for subject in [
            FormSubject::Nothing,
            FormSubject::Startup(id("comobi")),
            FormSubject::Convention(id("comobi-ademe-anct")),
            FormSubject::Party(id("pau")),
            FormSubject::Contribution { convention: id("a"), contribution: "x/2".to_owned(), tranche: Some(2) },
            FormSubject::Contribution { convention: id("a"), contribution: "x".to_owned(), tranche: None },
            FormSubject::Occurrence {
                convention: id("a"),
                obligation: "report/2".to_owned(),
                startups: vec![id("b"), id("c")],
                due: "2020-12-01".parse().ok(),
            },
            FormSubject::Occurrence {
                convention: id("a"),
                obligation: "x".to_owned(),
                startups: Vec::new(),
                due: None,
            },
            FormSubject::TodayRow { record: record.clone(), item: "contributions.pau[1]@2020-12-01=5.00".to_owned() },
            FormSubject::Value(record, KeyPath::entry("accounts", 1).key("iban")),
            FormSubject::View(SavedView {
                name: "Late / Pau".to_owned(),
                screen: "obligations".to_owned(),
                filter: Some("late owes:pau".to_owned()),
                sort: vec!["due".to_owned(), "-amount".to_owned()],
                ..SavedView::default()
            }),
        ] {
            assert_eq!(FormSubject::named(&subject.name()), Some(subject.clone()), "{subject:?}");
        }
        for nothing in ["", "startup", "startup/É", "value/planet/x/y", "occurrence/a/-", "?/x"] {
            assert_eq!(FormSubject::named(nothing), None, "{nothing}");
        }
    }
}
