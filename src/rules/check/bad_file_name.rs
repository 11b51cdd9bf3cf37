//! A file whose name is no id, so that no record can speak of it.

use super::shared::{problems, text};
use super::{Check, Context};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "bad-file-name", severity: Severity::Error, messages: &["finding-bad-file-name"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::BadFileName(name) => Some(("finding-bad-file-name", vec![("name", text(name))])),
        _ => None,
    });
}
