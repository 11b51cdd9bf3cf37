//! `merge-driver`: merges a record for git.

use std::path::Path;

use super::{CommandOutput, Invocation};
use crate::cli::errors::{self, Code, Failure};
use crate::cli::output;
use crate::model::{MergeQuestion, MessageArg};
use crate::store::{self, MergeOutcome};

/// Merges the files that git names, and reports conflicts.
pub(super) fn drive(call: &Invocation, files: [&Path; 3], path: &str) -> Result<CommandOutput, Failure> {
    call.no_json("merge-driver")?;
    let outcome = store::merge_file(files, path).map_err(|error| errors::save(&call.locale, &error))?;
    let settled = match &outcome {
        MergeOutcome::ByMeaning(questions) => {
            for question in questions {
                output::error(&conflict(call, path, question));
            }
            questions.is_empty()
        }
        MergeOutcome::ByGit(settled) => *settled,
    };
    Ok(CommandOutput::new(String::new(), if settled { Code::Fine } else { Code::Refused }))
}

/// Describes a conflict on one line.
fn conflict(call: &Invocation, path: &str, question: &MergeQuestion) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| call.locale.text("changed-nothing"));
    let mut args = vec![
        ("file", MessageArg::Text(path.to_owned())),
        ("ours", MessageArg::Text(value(&question.ours.value))),
        ("theirs", MessageArg::Text(value(&question.theirs.value))),
    ];
    if question.path.is_empty() {
        return call.locale.message("merge-open-record", &args[..1]);
    }
    args.push(("field", MessageArg::Text(question.path.to_string())));
    call.locale.message("merge-open", &args)
}
