//! Resolves ids on the command line.

use std::collections::BTreeSet;

use super::Invocation;
use crate::cli::errors::{self, Failure};
use crate::model::{Id, MessageArg, RecordKind, RecordRef, nearest};
use crate::store::Folder;

/// Returns the record with an id, or with a kind (or folder) and an id.
pub(super) fn record(call: &Invocation, folder: &Folder, typed: &str) -> Result<RecordRef, Failure> {
    let named: Vec<RecordRef> = match (RecordRef::spelled(typed), Id::new(typed)) {
        (Some(spelled), _) => vec![spelled],
        (None, Ok(id)) => RecordKind::ALL.map(|kind| RecordRef::new(kind, id.clone())).to_vec(),
        (None, Err(_)) => Vec::new(),
    };
    let meant: Vec<&RecordRef> = named.iter().filter(|record| folder.has(record)).collect();
    match meant.as_slice() {
        [one] => Ok((*one).clone()),
        [] => Err(not_there(call, folder, typed)),
        several => {
            let known = several.iter().map(ToString::to_string).collect();
            let args = vec![("id", MessageArg::Text(typed.to_owned())), ("known", MessageArg::List(known))];
            Err(errors::usage(&call.locale, "error-many-ids", args))
        }
    }
}

fn not_there(call: &Invocation, folder: &Folder, typed: &str) -> Failure {
    let all: BTreeSet<RecordRef> = folder.records().chain([RecordRef::of_portfolio()]).collect();
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
