//! What stands in the way of a commit and is somebody's to decide: the form waits beneath the box that asks.

use super::edits::Submission;
use super::{Busy, Notice, State};
use crate::edit::{Edit, HandEditPolicy};
use crate::model::{MessageArg, RecordRef};
use crate::ui::command::Command;
use crate::ui::form::{Form, FormKind};
use crate::ui::keymap::KeyContext;
use crate::ui::overlay::hand_edit_conflict::{self, HandEditConflict};
use crate::ui::overlay::outdated::{Outdated, OutdatedCause};
use crate::ui::overlay::refused::Refused;
use crate::ui::overlay::{Overlay, TextBox, Topic};
use crate::ui::{Effect, FailureCause};

impl State {
    /// Something could not be done. A form that was being committed stays with what was typed, under the box that says
    /// what is in the way, where that is more than words.
    pub(super) fn failed(&mut self, what: String, remedy: String, cause: FailureCause) -> Vec<Effect> {
        self.made = None;
        if self.end_of_sync() && cause == FailureCause::Cancelled {
            self.told(what);
            return Vec::new();
        }
        let submitted = self.submitted.take();
        let saved = self.busy.take() == Some(Busy::Saving);
        match (self.overlay.take(), submitted) {
            (Some(Overlay::Form(form)), Some(submitted)) if saved => {
                self.form_failed(form, submitted, what, remedy, cause)
            }
            (overlay, _) => {
                self.overlay = overlay;
                if let FailureCause::Refused(said) = cause {
                    self.read(Topic::Refused(Refused { said, remedy, has_form: false }));
                    return Vec::new();
                }
                if let Some(Overlay::Welcome(welcome)) = &mut self.overlay {
                    welcome.busy = false;
                }
                let left = if cause == FailureCause::NotPushed { "unsent-title" } else { "failed-title" };
                self.notice = Some(Notice::Failed(what, remedy, left));
                Vec::new()
            }
        }
    }

    fn form_failed(
        &mut self,
        mut form: Box<Form>,
        Submission { edit, .. }: Submission,
        what: String,
        remedy: String,
        cause: FailureCause,
    ) -> Vec<Effect> {
        let (said, way_on) = match cause {
            FailureCause::Other | FailureCause::NotPushed | FailureCause::Cancelled => (what, remedy.clone()),
            // The box says it, at length and with the keys.
            _ => {
                let commit =
                    [("commit", MessageArg::Text(self.render_context().key_in(KeyContext::Form, Command::Commit)))];
                (self.locale.text("form-not-committed"), self.locale.message("form-not-committed-help", &commit))
            }
        };
        form.failed(said, way_on);
        let topic = match cause {
            FailureCause::Other | FailureCause::NotPushed | FailureCause::Cancelled => {
                self.overlay = Some(Overlay::Form(form));
                return Vec::new();
            }
            FailureCause::HandEdits(records) => {
                let records = records.into_iter().take(hand_edit_conflict::MOST).map(|record| (record, None));
                Topic::HandEditConflict(HandEditConflict { edit, records: records.collect() })
            }
            FailureCause::Stale(changed) => Topic::Outdated(Outdated { edit, cause: OutdatedCause::Stale(changed) }),
            FailureCause::Gone { record, what, meant } => {
                Topic::Outdated(Outdated { edit, cause: OutdatedCause::Gone { record, what, meant } })
            }
            FailureCause::Refused(said) => Topic::Refused(Refused { said, remedy, has_form: true }),
        };
        let wanted = match &topic {
            Topic::Outdated(_) => form.look_anew(),
            Topic::HandEditConflict(one) => {
                one.records.iter().map(|(record, _)| Effect::ReadHandEdit(record.clone())).collect()
            }
            _ => Vec::new(),
        };
        self.beneath = Some(form);
        self.read(topic);
        wanted
    }

    /// What was decided in the box that asks.
    pub(super) fn decide(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Text(TextBox { topic, .. })) = &self.overlay else { return Vec::new() };
        let (edit, hand_edits) = match (topic, command) {
            (Topic::HandEditConflict(one), Command::CommitBoth) => (one.edit.clone(), HandEditPolicy::Commit),
            (Topic::HandEditConflict(one), Command::CommitMine) => (one.edit.clone(), HandEditPolicy::Leave),
            (Topic::Outdated(one), Command::KeepMine) => {
                (Box::new(Edit { insists: true, ..(*one.edit).clone() }), HandEditPolicy::Refuse)
            }
            (Topic::Outdated(_), Command::DropMine) => {
                (self.overlay, self.beneath) = (None, None);
                self.told(self.locale.text("outdated-dropped"));
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        let Some(mut form) = self.beneath.take() else { return Vec::new() };
        form.wait();
        let form_kind = form.form_kind().clone();
        self.overlay = Some(Overlay::Form(form));
        self.submit(form_kind, edit, hand_edits)
    }

    /// Has an edit committed.
    pub(super) fn submit(&mut self, form_kind: FormKind, edit: Box<Edit>, hand_edits: HandEditPolicy) -> Vec<Effect> {
        self.busy = Some(Busy::Saving);
        // Of a party made with its convention, the convention.
        self.made = edit.changes.iter().rfind(|change| change.creates()).map(|change| change.record.clone());
        self.submitted = Some(Submission { form_kind, edit: edit.clone() });
        vec![Effect::Save(edit, hand_edits)]
    }

    /// Back from a box to the form beneath it, where one is.
    pub(super) fn close_box(&mut self) -> bool {
        let was_open = self.overlay.take().is_some();
        self.overlay = self.beneath.take().map(Overlay::Form);
        was_open
    }

    /// The lines of a record came for the box that asks about them; whether it is open.
    pub(super) fn take_lines(
        &mut self,
        record: &RecordRef,
        lines: &Result<Vec<crate::edit::DiffLine>, String>,
    ) -> bool {
        let Some(Overlay::Text(TextBox { topic: Topic::HandEditConflict(one), .. })) = &mut self.overlay else {
            return false;
        };
        let is_asked = one.take(record, lines);
        self.renew_pages();
        is_asked
    }
}
