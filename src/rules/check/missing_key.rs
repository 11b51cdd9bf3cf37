//! A key that a record or an entry cannot do without.

use super::shared::{problems, text};
use super::{Check, Context};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "missing-key", severity: Severity::Error, messages: &["finding-missing-key"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::MissingKey(key) => Some(("finding-missing-key", vec![("key", text(key))])),
        _ => None,
    });
}
