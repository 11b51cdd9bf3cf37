//! A word that is none of those a key allows.

use super::shared::{problems, text};
use super::{Check, Context};
use crate::model::{Arg, Finding, ProblemKind, Severity};

pub const CHECK: Check = Check {
    name: "unknown-value",
    severity: Severity::Error,
    messages: &["finding-unknown-value", "finding-unknown-value-near"],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| {
        let ProblemKind::UnknownValue { value, allowed, nearest } = kind else { return None };
        let mut args = vec![("value", text(value)), ("allowed", Arg::List(allowed.clone()))];
        Some(match nearest {
            Some(nearest) => {
                args.push(("nearest", text(nearest)));
                ("finding-unknown-value-near", args)
            }
            None => ("finding-unknown-value", args),
        })
    });
}
