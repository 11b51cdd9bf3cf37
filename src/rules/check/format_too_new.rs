//! A record written for a newer program than this one.

use super::shared::problems;
use super::{Check, Context};
use crate::model::{Arg, Finding, ProblemKind, Severity};

pub const CHECK: Check =
    Check { name: "format-too-new", severity: Severity::Error, messages: &["finding-format-too-new"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::FormatTooNew { found, known } => {
            Some(("finding-format-too-new", vec![("found", Arg::Count(*found)), ("known", Arg::Count(*known))]))
        }
        _ => None,
    });
}
