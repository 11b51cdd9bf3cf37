//! Opens the forms of verbs, and submits their edits.

use std::collections::HashSet;

use super::{Busy, Notice, State};
use crate::edit::{Edit, HandEditPolicy};
use crate::model::{KeyPath, Location, MessageArg, RecordKind, SavedView};
use crate::rules::TodayItem;
use crate::ui::Effect;
use crate::ui::form::{CANCELS_COMMITTEE, Draft, Form, FormKind, FormSubject, Selection, Verb};
use crate::ui::layer::Layer;
use crate::ui::list_screens::today;
use crate::ui::pages::PageSubject;
use crate::ui::saved_view::ViewSettings;
use crate::ui::screen::Screen;
use crate::ui::target::Target;

/// The maximum number of marked rows of a form: each of their records is read, changed and shown.
const MOST_AT_ONCE: usize = 1000;

/// What is being committed from a form.
pub(super) struct Submission {
    pub kind: FormKind,
    pub edit: Box<Edit>,
}

impl State {
    /// Opens the form of a verb for the marked rows or the selection, with its draft if there is one.
    pub(super) fn form(&mut self, verb: Verb) -> Vec<Effect> {
        let (marked, _) = self.lists.marked();
        if self.page().is_none() && marked > MOST_AT_ONCE {
            let args = [("count", MessageArg::count(marked)), ("most", MessageArg::count(MOST_AT_ONCE))];
            self.notice = Some(Notice::Info(self.env.locale.message("form-too-many", &args)));
            return Vec::new();
        }
        if matches!(verb, Verb::View | Verb::RemoveView) {
            let kind = FormKind::new(verb, FormSubject::View(self.current_view()));
            let draft = self.drafts.take(&kind);
            return self.open_form(kind, draft);
        }
        let mut seen = HashSet::new();
        let found: Vec<FormSubject> = match verb {
            Verb::Snooze => {
                let subject = |item: &TodayItem| FormSubject::TodayRow { record: item.record.clone(), item: item.id() };
                self.today_rows().map(subject).collect()
            }
            Verb::Set => self.edited().into_iter().filter_map(|target| self.subject(verb, &target)).collect(),
            _ => self.targets().into_iter().filter_map(|target| self.subject(verb, &target)).collect(),
        };
        let mut subjects: Vec<FormSubject> = found.into_iter().filter(|subject| seen.insert(subject.clone())).collect();
        if subjects.is_empty() || verb == Verb::NewStartup {
            subjects = vec![FormSubject::Nothing];
        } else if verb == Verb::NewConvention {
            // One convention, however many rows are marked.
            subjects.truncate(1);
        }
        let verb = if verb == Verb::Hold && self.is_decided(&subjects) { Verb::AmendDecision } else { verb };
        let kind = FormKind { verb, subjects };
        let draft = self.drafts.take(&kind);
        self.open_form(kind, draft)
    }

    /// Returns whether the review that is held has decided on the startup: its decision is corrected then, not taken
    /// again.
    fn is_decided(&self, subjects: &[FormSubject]) -> bool {
        let [FormSubject::Startup(id)] = subjects else { return false };
        let portfolio = &self.env.data.portfolio;
        let review = self.env.review.as_ref().and_then(|review| portfolio.reviews.get(review));
        let held = review.zip(portfolio.startups.get(id)).and_then(|(review, startup)| review.committee_of(startup));
        held.is_some_and(|held| held.decision.is_some())
    }

    /// Returns the current screen as a view without a name.
    fn current_view(&self) -> SavedView {
        let filter = self.lists.list().typed().value().to_owned();
        let arrangement = self.lists.arrangement().clone();
        ViewSettings { screen: self.lists.screen, filter, arrangement }.saved_as("")
    }

    /// Returns the records whose fields are edited: the marked rows, else the fact of the selected one.
    fn edited(&self) -> Vec<Target> {
        let list = self.lists.list();
        let row = list.selected_row().filter(|_| self.layers.is_empty() && !list.has_marks());
        let fact = row.and_then(|row| self.lists.listing().fact(&self.env.data, row));
        fact.map_or_else(|| self.targets(), |fact| vec![fact])
    }

    /// Opens a form with the content of a draft.
    pub(super) fn open_form(&mut self, kind: FormKind, draft: Option<Draft>) -> Vec<Effect> {
        let context = self.env.form_context();
        let opened = match &draft {
            Some(draft) => Form::resume(draft, kind, &context),
            None => Form::new(kind, &context),
        };
        match opened {
            Ok((form, effects)) => {
                self.layers.push(Layer::Form(Box::new(form)));
                effects
            }
            Err(why) => {
                // The draft stays until the records allow it again.
                if let Some(draft) = draft {
                    self.drafts.put(draft);
                }
                self.notice = Some(Notice::Info(why));
                Vec::new()
            }
        }
    }

    /// Opens the form that cancels the planned committee of the selection.
    pub(super) fn cancel_committee(&mut self) -> Vec<Effect> {
        let effects = self.form(CANCELS_COMMITTEE);
        let context = self.env.form_context();
        let form = match self.layers.last_mut() {
            Some(Layer::Form(form)) if form.form_kind().verb == CANCELS_COMMITTEE => form,
            _ => return effects,
        };
        let more = form.pick("cancel", "yes", &context);
        effects.into_iter().chain(more).collect()
    }

    /// Returns the verbs that have something to record about the selection; none while a box is open.
    pub(super) fn verbs_of(&self, target: Option<&Target>) -> Vec<Verb> {
        if self.top_box().is_some() {
            return Vec::new();
        }
        let occurrence = match target {
            Some(Target::Occurrence(occurrence)) => Some(occurrence.as_ref()),
            _ => None,
        };
        let context = self.env.form_context();
        let can = |verb: &Verb| {
            if *verb == Verb::Snooze {
                return self.today_rows().next().is_some();
            }
            let subject = target.and_then(|target| self.subject(*verb, target)).unwrap_or(FormSubject::Nothing);
            let occurrence = occurrence.filter(|_| matches!(subject, FormSubject::Occurrence { .. }));
            verb.can(&Selection { context: &context, subject: &subject, occurrence })
        };
        Verb::ALL.iter().copied().filter(can).collect()
    }

    /// Returns the marked rows of Today, or the selected one, without those that cannot be snoozed.
    fn today_rows(&self) -> impl Iterator<Item = &TodayItem> {
        let is_shown = self.layers.is_empty() && self.lists.screen == Screen::Today;
        let rows = is_shown.then(|| self.lists.chosen_rows()).into_iter().flatten();
        rows.filter_map(|row| today::item(&self.env.data, row)).filter(|item| item.kind.can_be_snoozed())
    }

    /// Returns what the form of a verb is about if a target is selected.
    fn subject(&self, verb: Verb, target: &Target) -> Option<FormSubject> {
        let value = || match target.place() {
            Location::Value(record, path) => Some(FormSubject::Value(record, path)),
            Location::Text(range) => range.record.map(|record| FormSubject::Value(record, KeyPath::top())),
        };
        if verb == Verb::Set {
            return value();
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
            // These verbs depend on the line and not only on its record.
            Target::Fact(_) if matches!(verb, Verb::Done | Verb::Indicator | Verb::Account) => value(),
            Target::Fact(_) | Target::Commit { .. } => target.place().record().and_then(|record| match record.kind {
                RecordKind::Startup => Some(FormSubject::Startup(record.id.clone())),
                RecordKind::Convention => Some(FormSubject::Convention(record.id.clone())),
                RecordKind::Party => Some(FormSubject::Party(record.id.clone())),
                RecordKind::Portfolio | RecordKind::Review => None,
            }),
        };
        // On the page of a startup, verbs of startups are about that one, whatever line the cursor is on.
        match self.subject_shown() {
            Some(PageSubject::Startup(id))
                if verb.is_of_startups()
                    && own.as_ref().and_then(|own| own.record_of(RecordKind::Startup)) != Some(&id) =>
            {
                Some(FormSubject::Startup(id))
            }
            _ => own,
        }
    }

    /// Has an edit committed.
    pub(super) fn submit(&mut self, kind: FormKind, edit: Box<Edit>, hand_edits: HandEditPolicy) -> Vec<Effect> {
        self.work.busy = Some(Busy::Saving);
        // If a form creates a party with its convention, the page of the convention opens.
        self.work.created = edit.changes.iter().rfind(|change| change.creates()).map(|change| change.record.clone());
        self.work.submission = Some(Submission { kind, edit: edit.clone() });
        vec![Effect::Save(edit, hand_edits)]
    }

    /// Has the edit of the open form committed, as it was decided in a question about it.
    pub(super) fn resubmit(&mut self, edit: Box<Edit>, hand_edits: HandEditPolicy) -> Vec<Effect> {
        let Some(form) = self.form_mut() else { return Vec::new() };
        form.wait();
        let kind = form.form_kind().clone();
        self.submit(kind, edit, hand_edits)
    }
}
