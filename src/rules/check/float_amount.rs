//! An amount written as a float: `17500.5` is no exact number of cents to a computer.

use super::shared::{problems, text};
use super::{Check, Context};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "float-amount", severity: Severity::Error, messages: &["finding-float-amount"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::FloatAmount(written) => Some(("finding-float-amount", vec![("written", text(written))])),
        _ => None,
    });
}
