//! Resolves ids on the command line.

use std::collections::BTreeSet;

use super::Invocation;
use crate::cli::errors::{self, Failure};
use crate::model::{MessageArg, RecordRef, nearest};
use crate::store::Folder;

/// Returns the record with an id, or with a kind (or folder) and an id.
pub(super) fn record(call: &Invocation, folder: &Folder, typed: &str) -> Result<RecordRef, Failure> {
    let all: BTreeSet<RecordRef> = folder.records().chain([RecordRef::of_portfolio()]).collect();
    let spelled = RecordRef::spelled(typed);
    let matches = |record: &&RecordRef| match &spelled {
        Some(spelled) => *record == spelled,
        None => record.id.as_str() == typed,
    };
    let meant: Vec<&RecordRef> = all.iter().filter(matches).collect();
    match meant.as_slice() {
        [one] => Ok((*one).clone()),
        [] => Err(not_there(call, &all, typed)),
        several => {
            let known = several.iter().map(ToString::to_string).collect();
            let args = vec![("id", MessageArg::Text(typed.to_owned())), ("known", MessageArg::List(known))];
            Err(errors::usage(&call.locale, "error-many-ids", args))
        }
    }
}

fn not_there(call: &Invocation, all: &BTreeSet<RecordRef>, typed: &str) -> Failure {
    let id = ("id", MessageArg::Text(typed.to_owned()));
    let word = typed.rsplit('/').next().unwrap_or(typed);
    match nearest(word, all.iter().map(|record| record.id.as_str())) {
        Some(nearest) => {
            let nearest = ("nearest", MessageArg::Text(nearest.to_owned()));
            errors::usage(&call.locale, "error-no-id-near", vec![id, nearest])
        }
        None => errors::usage(&call.locale, "error-no-id", vec![id]),
    }
}
