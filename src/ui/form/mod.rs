//! Forms that record a fact. The fields come from the declaration of the verb (`edit::verb`); a file in `verb` adds
//! targets, choices and remarks.
//!
//! A form is pure state. It asks for the texts of records, takes keys and returns the edit to commit. Its caller
//! commits the edit and reports the result.

mod bulk;
mod draft;
mod draw;
mod field_errors;
mod form_kind;
mod hit;
mod keys;
mod lookup;
mod messages;
mod preview;
mod rows;
mod selection;
mod shape;
mod values;
mod verb;

pub use draft::{Draft, Drafts};
pub use draw::FormStyle;
pub use hit::FormHit;

use std::collections::{BTreeMap, BTreeSet};

use super::field::{FieldInput, FormField};
use super::{Effect, Token};
use crate::edit::{self, ArgumentValues, BaseTexts, Edit, EditError};
use crate::model::RecordRef;
pub use form_kind::{FormContext, FormKind, FormOutcome, FormSubject, Verb};
use lookup::{FormTarget, RecordLookup, TargetKey};
pub(in crate::ui) use messages::edit_error;
use preview::FormPreview;
pub(in crate::ui) use selection::Selection;
use values::FieldNote;
pub use verb::CANCELS_COMMITTEE;

/// The field that picks what the form is about.
const TARGET: &str = "target";
/// The field for the reason, which goes into the body of the commit. It comes last and is optional.
const WHY: &str = "why";
/// The number of options that are visible at a time.
const OPTIONS: usize = 7;

/// A fact about the subject of the form, beside the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FormFact {
    /// Empty if it continues the line before.
    label: String,
    text: String,
    token: Token,
}

/// A form being filled in.
#[derive(Clone, Debug)]
pub struct Form {
    form_kind: FormKind,
    verb: Verb,
    /// What the verb applies to: one of these, or all of them if several things were selected.
    targets: Vec<FormTarget>,
    /// What was selected but the verb does not apply to, and why.
    left_out: Vec<(String, String)>,
    fields: Vec<FormField>,
    /// The values of the fields.
    values: ArgumentValues,
    /// What the fields were made for.
    shape: Option<shape::FormShape>,
    /// The note beside each field, in the order of the fields.
    notes: Vec<FieldNote>,
    focus: usize,
    /// The edit that the fields describe, once all of them are valid.
    edit: Option<Result<Edit, EditError>>,
    /// The targets that an edit of several leaves out, and why.
    refused: Vec<(usize, String)>,
    texts: BTreeMap<RecordRef, Result<String, String>>,
    /// The texts of the records when the user began to type: the edit is based on them.
    seen: BaseTexts,
    /// The records that have changed since, as the user has seen: their texts are read again.
    outdated: BTreeSet<RecordRef>,
    /// The records whose texts were asked for.
    asked: BTreeSet<RecordRef>,
    preview: FormPreview,
    /// Facts that help to decide, beside the fields.
    facts: Vec<FormFact>,
    /// The first visible line of the preview.
    scroll: usize,
    /// Why the last commit failed, and the remedy.
    failure: Option<(String, String)>,
    saving: bool,
    /// Whether it was opened from a draft.
    resumed: bool,
    /// Whether the user has tried to commit it.
    pressed: bool,
    /// The values of a draft for fields that do not exist yet.
    awaited: Vec<draft::DraftField>,
    /// The position of the field that had the focus in the draft.
    awaited_focus: Option<usize>,
}

impl Form {
    /// Opens a form for what was selected, with its defaults; also returns what it needs.
    ///
    /// # Errors
    /// If the verb applies to nothing; the error is a message for the status line.
    pub fn new(form_kind: FormKind, context: &FormContext<'_>) -> Result<(Self, Vec<Effect>), String> {
        let mut form = Self::opened(form_kind, context)?;
        let effects = form.check(context);
        Ok((form, effects))
    }

    fn opened(form_kind: FormKind, context: &FormContext<'_>) -> Result<Self, String> {
        let (verb, targets, left_out) = bulk::targets(&form_kind, context)?;
        Ok(Self {
            form_kind,
            verb,
            targets,
            left_out,
            fields: Vec::new(),
            values: ArgumentValues::default(),
            shape: None,
            notes: Vec::new(),
            focus: 0,
            edit: None,
            refused: Vec::new(),
            texts: BTreeMap::new(),
            seen: BaseTexts::new(),
            outdated: BTreeSet::new(),
            asked: BTreeSet::new(),
            preview: FormPreview::Waiting,
            facts: Vec::new(),
            scroll: 0,
            failure: None,
            saving: false,
            resumed: false,
            pressed: false,
            awaited: Vec::new(),
            awaited_focus: None,
        })
    }

    /// Opens a form again from new data: what was typed stays, the rest is up to date.
    ///
    /// # Errors
    /// As [`Form::new`].
    pub fn reopen(draft: &Self, context: &FormContext<'_>) -> Result<(Self, Vec<Effect>), String> {
        let (mut form, _) = Self::new(draft.form_kind.clone(), context)?;
        // Some fields exist only once others are filled in or a text was read.
        if form.form_kind.verb == Verb::Set {
            form.texts.clone_from(&draft.texts);
        }
        let target = draft.target().and_then(|old| form.targets.iter().position(|target| target.key == old.key));
        for _ in 0..2 {
            for field in &mut form.fields {
                let Some(old) = draft.field(&field.name).filter(|old| old.touched) else { continue };
                if field.name != TARGET {
                    field.take_over(old);
                } else if let Some(at) = target {
                    field.choose(at);
                }
            }
            // What opening asked for is dropped: the form may be about another record now.
            form.asked.clear();
            form.check(context);
        }
        form.await_rest(draft);
        form.texts.clear();
        form.seen.clone_from(&draft.seen);
        form.outdated.clone_from(&draft.outdated);
        form.failure.clone_from(&draft.failure);
        form.saving = draft.saving;
        form.resumed = draft.is_touched();
        form.asked.clear();
        let effects = form.check(context);
        Ok((form, effects))
    }

    /// Picks an option of a field as if the user had.
    pub fn pick(&mut self, name: &str, option: &str, context: &FormContext<'_>) -> Vec<Effect> {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
            field.enter(&FieldInput::Picked(option.to_owned()));
        }
        self.check(context)
    }

    /// Returns what it was opened for.
    #[must_use]
    pub const fn form_kind(&self) -> &FormKind {
        &self.form_kind
    }

    /// Returns whether the user has entered anything.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        !self.awaited.is_empty() || self.fields.iter().any(|field| field.touched)
    }

    /// Takes the text of a record; the error is in words.
    pub fn text_arrived(
        &mut self,
        record: &RecordRef,
        text: Result<String, String>,
        context: &FormContext<'_>,
    ) -> Vec<Effect> {
        if let Ok(text) = &text {
            self.see(record, text);
        }
        self.texts.insert(record.clone(), text);
        if self.verb == Verb::Set {
            // The fields are made from the text.
            self.shape = None;
        }
        self.check(context)
    }

    /// The user has seen how the records changed: from now on the edit is based on their new texts.
    pub fn refresh_fields(&mut self) -> Vec<Effect> {
        self.outdated = self.seen.keys().cloned().collect();
        self.outdated.iter().cloned().map(Effect::ReadText).collect()
    }

    /// Bases the edit on the text of a record, unless something was typed already. Selected values are looked up at
    /// their new position.
    fn see(&mut self, record: &RecordRef, text: &str) {
        let is_touched = self.is_touched() && !self.outdated.remove(record);
        match self.seen.get(record) {
            Some(_) if is_touched => return,
            Some(seen) => {
                let aims = self.targets.iter_mut().map(|target| &mut target.key);
                let subjects = self.form_kind.subjects.iter_mut();
                let paths = aims.filter_map(|key| match key {
                    TargetKey::Value(of, path) if of == record => Some(path),
                    _ => None,
                });
                let paths = paths.chain(subjects.filter_map(|subject| match subject {
                    FormSubject::Value(of, path) if of == record => Some(path),
                    _ => None,
                }));
                for path in paths {
                    match edit::relocate(seen, text, path) {
                        Some(by_now) => *path = by_now,
                        // The value is gone: the old text stays, so that the commit reports it.
                        None if !path.is_empty() => return,
                        None => {}
                    }
                }
            }
            None => {}
        }
        self.seen.insert(record.clone(), text.into());
    }

    /// The commit has failed: the form stays as it is and says why.
    pub fn failed(&mut self, what: String, remedy: String) {
        self.saving = false;
        self.failure = Some((what, remedy));
    }

    /// The edit is being committed.
    pub(in crate::ui) fn wait(&mut self) {
        self.saving = true;
        self.failure = None;
    }

    fn target(&self) -> Option<&FormTarget> {
        match self.field(TARGET) {
            Some(field) => self.targets.get(field.key().parse::<usize>().ok()?),
            None => self.targets.first(),
        }
    }

    /// Returns the verb that settles a target.
    fn verb_of(&self, target: &FormTarget) -> Verb {
        match target.key {
            TargetKey::Action { .. } if self.verb == Verb::Done => Verb::Finish,
            TargetKey::Condition { .. } if self.verb == Verb::Done => Verb::Condition,
            TargetKey::Papers { .. } if self.verb == Verb::Done => Verb::SendPapers,
            _ => self.verb,
        }
    }

    /// Returns the verb that settles the picked target.
    fn verb_now(&self) -> Verb {
        self.target().map_or(self.verb, |target| self.verb_of(target))
    }

    /// Returns the owner of all targets, if they have the same.
    fn owner_of_all(&self) -> &str {
        let mut owners = self.targets.iter().map(|target| target.owner.as_str());
        let first = owners.next().unwrap_or_default();
        if owners.all(|owner| owner == first) { first } else { "" }
    }

    /// Returns whether it is about several things at once.
    const fn is_bulk(&self) -> bool {
        self.form_kind.subjects.len() > 1
    }

    fn field(&self, name: &str) -> Option<&FormField> {
        self.fields.iter().find(|field| field.name == name)
    }

    fn checked(&mut self, context: &FormContext<'_>) -> FormOutcome {
        let effects = self.check(context);
        if effects.is_empty() { FormOutcome::Stay } else { FormOutcome::Ask(effects) }
    }

    /// Reads the fields again: defaults, notes, the edit and its preview. The effects read texts that are needed.
    fn check(&mut self, context: &FormContext<'_>) -> Vec<Effect> {
        let lookup = RecordLookup { context };
        let mut filled = self.build_fields(&lookup);
        while self.take_awaited() {
            filled = self.build_fields(&lookup);
        }
        if let Some(focus) = self.awaited_focus.take_if(|focus| *focus < self.fields.len()) {
            self.focus = focus;
        }
        let (values, notes) = values::read(&self.fields, context, self.pressed);
        self.notes = notes;
        self.remark(&lookup, &values);
        self.values = values;
        let right = !self.notes.iter().any(FieldNote::blocks_commit);
        self.edit = if right { self.intend(&lookup, &filled) } else { None };
        match &self.edit {
            Some(Err(error)) => field_errors::mark_error(&self.fields, &mut self.notes, error, context),
            Some(Ok(edit)) => field_errors::mark_warning(&self.fields, &mut self.notes, edit, context),
            None => {}
        }
        self.preview = FormPreview::of(self.edit.as_ref(), &self.texts);
        let read = self.target().and_then(|target| self.verb_of(target).form().reads(target));
        if let (FormPreview::Waiting, Some(read)) = (&self.preview, read) {
            match self.texts.get(&read) {
                None => self.preview = FormPreview::Reading,
                Some(Err(why)) => self.preview = FormPreview::NoText(why.clone()),
                Some(Ok(_)) => {}
            }
        }
        self.wanted().into_iter().map(Effect::ReadText).collect()
    }

    /// Returns the records whose texts are needed and were not asked for yet.
    fn wanted(&mut self) -> Vec<RecordRef> {
        let read = self.targets.iter().filter_map(|target| self.verb_of(target).form().reads(target));
        let changed = self.edit.iter().flatten().flat_map(|edit| &edit.changes);
        let changed = changed.filter(|change| !change.creates()).map(|change| change.record.clone());
        let mut wanted: Vec<RecordRef> = read.chain(changed.take(preview::MOST)).collect();
        wanted.retain(|record| !self.texts.contains_key(record) && self.asked.insert(record.clone()));
        wanted
    }

    /// Returns the edit that the fields of each target describe.
    fn intend(
        &mut self,
        lookup: &RecordLookup<'_>,
        filled: &[(usize, Vec<FormField>)],
    ) -> Option<Result<Edit, EditError>> {
        let (portfolio, today) = (lookup.context.portfolio, lookup.context.today);
        let why = self.field(WHY).map(|field| field.text().to_owned());
        let mut intentions = Vec::new();
        let mut first_error = None;
        self.refused.clear();
        for (at, fields) in filled {
            let target = self.targets.get(*at)?;
            let (values, _) = values::read(fields, lookup.context, self.pressed);
            let meant = self.verb_of(target).form().intentions(&self.scope(lookup, target, &values));
            if !self.is_bulk() {
                return Some(
                    edit::edit_based_on(portfolio, &meant?, today, &self.seen).map(|edit| edit.because(why.as_deref())),
                );
            }
            // Targets that the edit does not apply to are left out.
            let Some(meant) = meant else { continue };
            match edit::edit_based_on(portfolio, &meant, today, &self.seen) {
                Ok(_) => intentions.extend(meant),
                Err(error) => {
                    self.refused.push((*at, messages::edit_error(&error, lookup.context.locale)));
                    first_error.get_or_insert(error);
                }
            }
        }
        match first_error {
            Some(error) if intentions.is_empty() => Some(Err(error)),
            _ if intentions.is_empty() => None,
            _ => Some(
                edit::edit_based_on(portfolio, &intentions, today, &self.seen).map(|edit| edit.because(why.as_deref())),
            ),
        }
    }

    fn remark(&mut self, lookup: &RecordLookup<'_>, values: &ArgumentValues) {
        let Some(target) = self.target() else { return };
        let remarks = self.verb_of(target).form().remarks(&self.scope(lookup, target, values));
        for (name, note) in remarks {
            field_errors::set_note(&self.fields, &mut self.notes, &name, note);
        }
    }

    fn scope<'a>(
        &'a self,
        lookup: &RecordLookup<'a>,
        target: &'a FormTarget,
        values: &'a ArgumentValues,
    ) -> verb::Scope<'a> {
        verb::Scope {
            verb: self.verb_of(target),
            lookup: *lookup,
            target,
            texts: &self.texts,
            seen: &self.seen,
            values,
        }
    }
}
