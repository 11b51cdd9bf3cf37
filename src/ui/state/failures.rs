//! Failed effects: a message, or a question over the form if the user has to decide.

use super::edits::Submission;
use super::{Busy, Notice, State};
use crate::model::MessageArg;
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::layer::{HandEditConflict, Layer, MOST_CONFLICTS, Outdated, OutdatedCause, Refused, Topic};
use crate::ui::{Effect, FailureCause};

impl State {
    /// Something could not be done. A form that was being committed stays as it is.
    pub(super) fn failed(&mut self, what: String, remedy: String, cause: FailureCause) -> Vec<Effect> {
        self.work.created = None;
        let was_running = self.end_import() | self.end_sync();
        if was_running && cause == FailureCause::Cancelled {
            self.inform(what);
            return Vec::new();
        }
        let submission = self.work.submission.take();
        let was_saving = self.work.busy.take() == Some(Busy::Saving);
        if let (true, Some(submission), Some(Layer::Form(_))) = (was_saving, submission, self.layers.last()) {
            return self.form_failed(submission, what, remedy, cause);
        }
        if let FailureCause::Refused(said) = cause {
            self.read(Topic::Refused(Refused { said, remedy, has_form: false }));
            return Vec::new();
        }
        if let Some(Layer::Welcome(welcome)) = self.layers.last_mut() {
            welcome.busy = false;
        }
        if let Some(papers) = self.paper_box() {
            papers.failed();
        }
        let title = if cause == FailureCause::NotPushed { "unsent-title" } else { "failed-title" };
        self.notice = Some(Notice::Failed(what, remedy, title));
        Vec::new()
    }

    /// The edit of the open form could not be committed: the form says why, or a question about it opens.
    fn form_failed(
        &mut self,
        Submission { edit, .. }: Submission,
        what: String,
        remedy: String,
        cause: FailureCause,
    ) -> Vec<Effect> {
        let topic = match cause {
            FailureCause::Other | FailureCause::NotPushed | FailureCause::Cancelled => {
                if let Some(form) = self.form_mut() {
                    form.failed(what, remedy);
                }
                return Vec::new();
            }
            FailureCause::HandEdits(records) => {
                let records = records.into_iter().take(MOST_CONFLICTS).map(|record| (record, None));
                Topic::HandEditConflict(HandEditConflict { edit, records: records.collect() })
            }
            FailureCause::Stale(stale) => Topic::Outdated(Outdated { edit, cause: OutdatedCause::Stale(stale) }),
            FailureCause::Gone { record, what, intended } => {
                Topic::Outdated(Outdated { edit, cause: OutdatedCause::Gone { record, what, intended } })
            }
            FailureCause::Refused(said) => Topic::Refused(Refused { said, remedy, has_form: true }),
        };
        // The box says it at length; the form names the key to commit again.
        let keys = self.env.render_context().key_in(KeyContext::Form, Command::Commit);
        let words = self.env.locale.text("form-not-committed");
        let help = self.env.locale.message("form-not-committed-help", &[("commit", MessageArg::Text(keys))]);
        let mut effects = Vec::new();
        if let Some(form) = self.form_mut() {
            form.failed(words, help);
            if matches!(topic, Topic::Outdated(_)) {
                effects.extend(form.refresh_fields());
            }
        }
        if let Topic::HandEditConflict(conflict) = &topic {
            effects.extend(conflict.records.iter().map(|(record, _)| Effect::ReadHandEdit(record.clone())));
        }
        self.read(topic);
        effects
    }
}
