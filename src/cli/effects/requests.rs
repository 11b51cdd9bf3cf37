//! Effects beside reading and saving records: papers, letters, imports, and the closing of a review.

use std::ops::ControlFlow;
use std::sync::atomic::Ordering;

use super::EffectHandler;
use crate::cli::errors::Failure;
use crate::cli::import::{self, Importer};
use crate::cli::papers::PaperMaker;
use crate::cli::remote_review;
use crate::edit::{Edit, HandEditPolicy};
use crate::model::{Id, ReviewOutcome};
use crate::papers::Audience;
use crate::rules::Occurrence;
use crate::store::Prompts;
use crate::ui::{CommitKind, FailureCause, Outcome, PlannedImport};

impl EffectHandler {
    /// Returns the letters that remind of what is late, as plain text.
    ///
    /// # Errors
    /// If a template of the folder is wrong.
    pub fn letters(&self, late: &[Occurrence]) -> Result<String, Failure> {
        self.papers().letters(late)
    }

    pub(super) fn plan_import(&self, path: &str, tell: &(dyn Fn(Outcome) + Sync)) -> Outcome {
        let (folder, portfolio) = (self.folders.shown(), &self.data.portfolio);
        let is_cancelled = || self.cancelled.load(Ordering::SeqCst);
        let progress = |count: usize, all: usize| {
            tell(Outcome::ImportProgress { count, all });
            if is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let importer = Importer { locale: &self.locale, folder, portfolio, today: self.today, progress: &progress };
        match importer.any(path) {
            _ if is_cancelled() => {
                let what = self.locale.text("import-cancelled");
                Outcome::Failed { what, remedy: String::new(), cause: FailureCause::Cancelled }
            }
            Ok((plan, edit)) => Outcome::ImportPlanned(Box::new(PlannedImport {
                is_complete: plan.is_complete(),
                plan: import::answer_of(plan, &self.locale),
                edit: edit.map(Box::new),
            })),
            Err(failure) => failure.outcome(),
        }
    }

    pub(super) fn close_review(
        &mut self,
        edit: &Edit,
        review: &Id,
        outcomes: &[(Id, ReviewOutcome)],
        report: &(dyn Fn(Outcome) + Sync),
    ) {
        let open = self.data.portfolio.reviews.get(review).cloned();
        let checked = open.map_or(Ok(None), |review| {
            remote_review::not_closed_elsewhere(&self.locale, (self.folders.shown(), Prompts::Never), &review, outcomes)
        });
        match checked {
            Ok(warning) => {
                let saved = self.folders.shown().save(edit, HandEditPolicy::Refuse);
                self.settle(saved, CommitKind::Committed, report);
                if let Some(warning) = warning {
                    report(Outcome::Message(warning));
                }
            }
            Err(failure) => report(failure.outcome()),
        }
    }

    pub(super) fn papers(&self) -> PaperMaker<'_> {
        PaperMaker {
            locale: &self.locale,
            folder: self.folders.shown(),
            portfolio: &self.data.portfolio,
            as_of: self.data.as_of,
            is_chosen_day: self.data.as_of != self.today,
            language: None,
            audience: Audience::Members,
        }
    }
}
