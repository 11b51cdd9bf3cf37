//! One id for two records, or for two entries of one list: nobody can tell which is meant.

use super::shared::{problems, text};
use super::{Check, Context};
use crate::model::{Arg, Finding, ProblemKind, Severity};

pub const CHECK: Check = Check {
    name: "duplicate-id",
    severity: Severity::Error,
    messages: &["finding-duplicate-id", "finding-duplicate-id-entry"],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        ProblemKind::DuplicateId(files) => Some(("finding-duplicate-id", vec![("files", Arg::List(files.clone()))])),
        ProblemKind::DuplicateEntry(id) => Some(("finding-duplicate-id-entry", vec![("id", text(id))])),
        _ => None,
    });
}
