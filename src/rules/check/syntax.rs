//! A file that is not TOML.

use super::shared::{problems, text};
use super::{Check, Context};
use crate::model::{Finding, ProblemKind, Severity};

pub const CHECK: Check = Check { name: "syntax", severity: Severity::Error, messages: &["finding-syntax"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    problems(&CHECK, context, findings, |kind| match kind {
        // The parser's words may go on with an excerpt of their own.
        ProblemKind::Syntax(words) => {
            Some(("finding-syntax", vec![("words", text(words.lines().next().unwrap_or_default()))]))
        }
        _ => None,
    });
}
