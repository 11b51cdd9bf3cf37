//! A key that the format does not know: most often a slip, and the fact under it is not read.

use super::shared::{problems, text};
use super::{Check, Context};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check = Check {
    name: "unknown-key",
    severity: Severity::Error,
    messages: &["finding-unknown-key", "finding-unknown-key-near"],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::UnknownKey { key, nearest: Some(nearest) } => {
            Some(("finding-unknown-key-near", vec![("key", text(key)), ("nearest", text(nearest))]))
        }
        ProblemKind::UnknownKey { key, nearest: None } => Some(("finding-unknown-key", vec![("key", text(key))])),
        _ => None,
    });
}
