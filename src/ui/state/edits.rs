//! Facts being written down: forms, their drafts, and how a commit went.

use std::collections::HashSet;

use super::{Busy, Notice, State};
use crate::edit::{DiffLine, Edit, HandEditPolicy};
use crate::model::{KeyPath, Location, MessageArg, RecordKind, RecordRef};
use crate::ui::form::{Draft, Form, FormContext, FormHit, FormKind, FormOutcome, FormSubject, Selection, Verb};
use crate::ui::overlay::hand_edit::HandEdit;
use crate::ui::overlay::{Overlay, TextBox, Topic};
use crate::ui::pages;
use crate::ui::target::Target;
use crate::ui::{Effect, SavedCommit};

/// Of how many marked rows one form is made at most: each of their records is read, changed and shown.
const MOST_AT_ONCE: usize = 1000;

/// What is being committed from a form.
pub(super) struct Submission {
    /// What the form was for.
    pub form_kind: FormKind,
    /// The edit that it came to.
    pub edit: Box<Edit>,
}

impl State {
    /// What forms look at.
    pub(super) fn form_context(&self) -> FormContext<'_> {
        FormContext::of(&self.data, &self.locale, self.today)
    }

    /// Opens the form of a verb for what is marked or selected; the draft that was left there, if one was.
    pub(super) fn form(&mut self, verb: Verb) -> Vec<Effect> {
        let (marked, _) = self.marked();
        if self.opened.is_none() && marked > MOST_AT_ONCE {
            let args = [("count", MessageArg::count(marked)), ("most", MessageArg::count(MOST_AT_ONCE))];
            self.notice = Some(Notice::Info(self.locale.message("form-too-many", &args)));
            return Vec::new();
        }
        let mut seen = HashSet::new();
        let meant = self.targets().into_iter().filter_map(|target| self.subject(verb, &target));
        let mut subjects: Vec<FormSubject> = meant.filter(|subject| seen.insert(subject.clone())).collect();
        if subjects.is_empty() || verb == Verb::NewStartup {
            subjects = vec![FormSubject::Nothing];
        } else if verb == Verb::NewConvention {
            // One for what is selected, however much is marked.
            subjects.truncate(1);
        }
        let form_kind = FormKind { verb, subjects };
        let draft = self.drafts.iter().position(|draft| draft.is_for(&form_kind));
        let draft = draft.map(|at| self.drafts.remove(at));
        self.open_form(form_kind, draft)
    }

    /// Opens a form, with what was kept of it where something was.
    pub(super) fn open_form(&mut self, form_kind: FormKind, draft: Option<Draft>) -> Vec<Effect> {
        let context = self.form_context();
        let opened = match &draft {
            Some(draft) => Form::resume(draft, form_kind, &context),
            None => Form::new(form_kind, &context),
        };
        match opened {
            Ok((form, effects)) => {
                self.overlay = Some(Overlay::Form(Box::new(form)));
                effects
            }
            Err(why) => {
                // What was typed waits for the records to allow it again.
                self.drafts.extend(draft);
                self.notice = Some(Notice::Info(why));
                Vec::new()
            }
        }
    }

    /// The verbs that there is something to say with, of what is selected. Empty while a box is open.
    pub(super) fn verbs(&self, target: Option<&Target>) -> Vec<Verb> {
        if self.overlay.is_some() {
            return Vec::new();
        }
        let occurrence = match target {
            Some(Target::Occurrence(occurrence)) => Some(occurrence.as_ref()),
            _ => None,
        };
        let context = self.form_context();
        let can = |verb: &Verb| {
            let subject = target.and_then(|target| self.subject(*verb, target)).unwrap_or(FormSubject::Nothing);
            let occurrence = occurrence.filter(|_| matches!(subject, FormSubject::Occurrence { .. }));
            verb.can(&Selection { context: &context, subject: &subject, occurrence })
        };
        Verb::ALL.iter().copied().filter(can).collect()
    }

    /// What a verb would be said of.
    fn subject(&self, verb: Verb, target: &Target) -> Option<FormSubject> {
        let at_its_place = || match target.place() {
            Location::Value(record, path) => Some(FormSubject::Value(record, path)),
            Location::Text(spot) => spot.record.map(|record| FormSubject::Value(record, KeyPath::top())),
        };
        if verb == Verb::Set {
            return at_its_place();
        }
        let own = match target {
            Target::Startup(id) => Some(FormSubject::Startup(id.clone())),
            Target::Convention(id) => Some(FormSubject::Convention(id.clone())),
            Target::Contribution { convention, contribution, tranche, .. } => {
                let (convention, contribution) = (convention.clone(), contribution.clone());
                Some(FormSubject::Contribution { convention, contribution, tranche: *tranche })
            }
            Target::Party(id) => Some(FormSubject::Party(id.clone())),
            Target::Occurrence(occurrence) => Some(FormSubject::occurrence(occurrence)),
            // Where the line matters, and not its record alone.
            Target::Fact(_) if matches!(verb, Verb::Done | Verb::Indicator | Verb::Account) => at_its_place(),
            Target::Fact(_) | Target::Commit { .. } => target.place().record().and_then(|record| match record.kind {
                RecordKind::Startup => Some(FormSubject::Startup(record.id.clone())),
                RecordKind::Convention => Some(FormSubject::Convention(record.id.clone())),
                RecordKind::Party => Some(FormSubject::Party(record.id.clone())),
                RecordKind::Portfolio => None,
            }),
        };
        // On the page of a startup what is the startup's is of that one, whatever line the cursor is on.
        match (&self.opened, &own) {
            (Some(opened), own) if verb.is_of_startups() => match &opened.subject {
                pages::PageSubject::Startup(id)
                    if own.as_ref().and_then(|own| own.record_of(RecordKind::Startup)) != Some(id) =>
                {
                    Some(FormSubject::Startup(id.clone()))
                }
                _ => own.clone(),
            },
            _ => own,
        }
    }

    pub(super) fn form_click(&mut self, hit: FormHit) -> Vec<Effect> {
        let context = FormContext::of(&self.data, &self.locale, self.today);
        let Some(Overlay::Form(form)) = &mut self.overlay else { return Vec::new() };
        let outcome = form.click(hit, &context);
        self.form_outcome(outcome)
    }

    pub(super) fn form_outcome(&mut self, outcome: FormOutcome) -> Vec<Effect> {
        match outcome {
            FormOutcome::Stay => Vec::new(),
            FormOutcome::Ask(effects) => effects,
            FormOutcome::Keep => {
                if let Some(Overlay::Form(form)) = self.overlay.take() {
                    self.drafts.extend(form.draft());
                }
                Vec::new()
            }
            FormOutcome::Submit(edit) => {
                let Some(Overlay::Form(form)) = &self.overlay else { return Vec::new() };
                let form_kind = form.form_kind().clone();
                self.submit(form_kind, edit, HandEditPolicy::Refuse)
            }
        }
    }

    /// A record's text came for the form that asked for it.
    pub(super) fn text_arrived(&mut self, record: &RecordRef, text: Result<String, String>) -> Vec<Effect> {
        let context = FormContext::of(&self.data, &self.locale, self.today);
        match (&mut self.overlay, &mut self.beneath) {
            (Some(Overlay::Form(form)), _) | (_, Some(form)) => form.text_arrived(record, text, &context),
            _ => Vec::new(),
        }
    }

    /// The records changed under an open form: what was typed stays.
    pub(super) fn renew_form(&mut self) -> Vec<Effect> {
        let (form, over) = match (self.overlay.take(), self.beneath.take()) {
            (Some(Overlay::Form(form)), _) => (form, None),
            (over, Some(form)) => (form, over),
            // Any other box stays open over the new data.
            (other, None) => {
                self.overlay = other;
                return Vec::new();
            }
        };
        match Form::reopen(&form, &self.form_context()) {
            Ok((renewed, effects)) => {
                let renewed = Box::new(renewed);
                match over {
                    None => self.overlay = Some(Overlay::Form(renewed)),
                    over => (self.overlay, self.beneath) = (over, Some(renewed)),
                }
                effects
            }
            Err(why) => {
                self.drafts.extend(form.draft());
                self.notice = Some(Notice::Info(why));
                Vec::new()
            }
        }
    }

    /// A commit was made: the form that it came from has done its work.
    pub(super) fn saved(&mut self, done: SavedCommit) {
        if self.busy.take() == Some(Busy::Saving) {
            self.overlay = self.overlay.take().filter(|overlay| !matches!(overlay, Overlay::Form(_)));
        }
        if let Some(Submission { form_kind, .. }) = self.submitted.take() {
            self.drafts.retain(|draft| !draft.is_for(&form_kind));
            if form_kind.subjects.len() > 1 {
                // What was marked for it is done: the next key is about what is selected again.
                self.list_mut().unmark();
            }
        }
        self.list_mut().saved();
        self.notice = Some(Notice::Committed(done));
    }

    /// What an editor left in a record's file.
    pub(super) fn edited(&mut self, record: RecordRef, lines: Result<Vec<DiffLine>, String>) {
        if self.take_lines(&record, &lines) {
            return;
        }
        let is_told = |overlay: &Overlay| matches!(overlay, Overlay::Text(TextBox { topic: Topic::HandEdit(_), .. }));
        self.overlay = self.overlay.take().filter(|overlay| !is_told(overlay));
        if !matches!(&lines, Ok(lines) if lines.is_empty()) {
            self.read(Topic::HandEdit(HandEdit { record, lines }));
        }
    }

    /// Whether Enter takes something: what was written by hand and is not broken, questions that are all answered.
    pub(in crate::ui) fn can_accept(&self) -> bool {
        let Some(Overlay::Text(reading)) = &self.overlay else { return true };
        match &reading.topic {
            Topic::HandEdit(edit) => edit.lines.is_ok(),
            Topic::Questions(asking) => asking.answers().is_some(),
            _ => true,
        }
    }

    /// Enter in the box of what was written by hand: it is committed, where it can be.
    pub(super) fn commit_by_hand(&mut self) -> Option<Vec<Effect>> {
        let Some(Overlay::Text(TextBox { topic: Topic::HandEdit(edit), .. })) = &self.overlay else { return None };
        if edit.lines.is_err() {
            return Some(Vec::new());
        }
        let record = edit.record.clone();
        self.overlay = None;
        self.busy = Some(Busy::Saving);
        Some(vec![Effect::CommitHandEdit(record)])
    }

    /// A record that a form made is there now: its page opens.
    pub(super) fn open_made(&mut self) {
        let Some(record) = &self.made else { return };
        let subject = match record.kind {
            RecordKind::Startup => pages::PageSubject::Startup(record.id.clone()),
            RecordKind::Convention => pages::PageSubject::Convention(record.id.clone()),
            RecordKind::Party => pages::PageSubject::Party(record.id.clone()),
            RecordKind::Portfolio => return,
        };
        if subject.exists(&self.render_context()) {
            self.made = None;
            self.open(subject, None);
        }
    }
}
