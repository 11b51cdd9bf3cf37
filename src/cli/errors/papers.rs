//! Words and exit codes for papers that cannot be built, rendered or written.

use std::path::Path;

use super::{Failure, file, reason, refused, text, usage};
use crate::export::ExportError;
use crate::locale::Locale;
use crate::model::MessageArgs;
use crate::papers::{PaperError, RenderError};

/// Returns the failure shown if a paper cannot be built.
#[must_use]
pub fn paper(locale: &Locale, error: &PaperError) -> Failure {
    match error {
        PaperError::NoConvention(id) => usage(locale, "error-paper-no-convention", vec![text("id", id)]),
        PaperError::NoStartup(id) => usage(locale, "error-paper-no-startup", vec![text("id", id)]),
        PaperError::NoReview(id) => usage(locale, "error-paper-no-review", vec![text("id", id)]),
        PaperError::NoCommittee(id) => usage(locale, "error-paper-no-committee", vec![text("id", id)]),
        PaperError::NoParty(id) => usage(locale, "error-paper-no-party", vec![text("id", id)]),
        PaperError::IsAmendment(id) => usage(locale, "error-paper-amendment", vec![text("id", id)]),
        PaperError::NoContribution(id) => usage(locale, "error-paper-no-contribution", vec![text("id", id)]),
        PaperError::NoTranche(number) => usage(locale, "error-paper-no-tranche", vec![text("number", number)]),
        PaperError::NothingToCall => refused(locale, "error-paper-nothing-to-call", MessageArgs::new()),
    }
}

/// A paper cannot be rendered; nothing was written.
#[must_use]
pub fn render(locale: &Locale, error: &RenderError) -> Failure {
    match error {
        RenderError::Template { template, line, why } => {
            let args = vec![text("template", template), text("line", line), text("why", why)];
            refused(locale, "error-paper-template", args)
        }
        RenderError::TooLarge => refused(locale, "error-paper-too-large", MessageArgs::new()),
    }
}

/// A file of the portfolio cannot be created; nothing was written.
#[must_use]
pub fn export(locale: &Locale, error: &ExportError) -> Failure {
    match error {
        ExportError::Page(error) => render(locale, error),
        other => refused(locale, "error-export", vec![text("why", other)]),
    }
}

/// Returns the failure shown if a file cannot be read.
#[must_use]
pub fn unreadable(locale: &Locale, path: &Path, error: &std::io::Error) -> Failure {
    usage(locale, "error-unreadable-file", vec![file(path), reason(error)])
}

/// Returns the failure shown if a file cannot be written.
#[must_use]
pub fn unwritable(locale: &Locale, path: &Path, error: &std::io::Error) -> Failure {
    usage(locale, "error-unwritable", vec![file(path), reason(error)])
}
