//! A value of another type or form than its key takes.

use super::shared::{problems, text};
use super::{Check, Context};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "wrong-type", severity: Severity::Error, messages: &["finding-wrong-type"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::WrongType { expected, found } => {
            Some(("finding-wrong-type", vec![("expected", text(expected)), ("found", text(found))]))
        }
        _ => None,
    });
}
