//! `explain`: why a figure, a date, a state or a count has its value.

use super::{CommandOutput, Invocation, resolve_id};
use crate::cli::args::history::Explain;
use crate::cli::diagnostics;
use crate::cli::errors::{self, Failure};
use crate::model::{KeyPath, MessageArg, Portfolio, RecordRef, nearest};
use crate::parallel::AllCores;
use crate::report::explain::{Explainer, Explanation, FiguresCache, TODAY};
use crate::report::{json, text};
use crate::rules;
use crate::store::Folder;

pub(super) fn explain(call: &Invocation, typed: &Explain) -> Result<CommandOutput, Failure> {
    let mut folder = call.folder()?;
    let record = resolve_id::record(call, &folder, &typed.record)?;
    let mut portfolio = folder.load_related(&record);
    let Some(what) = typed.what.as_deref() else {
        let all: Vec<Explanation> = with_explainer(call, &portfolio, |explainer| {
            explainer.topics(&record).iter().filter_map(|what| explainer.explain(&record, what)).collect()
        });
        if call.json {
            return call.answer_json(&portfolio, json::topics(&record, &all, call.as_of));
        }
        return Ok(call.answer_text(&text::topics(&record, &all, call.as_of, &call.locale, call.width())));
    };
    let explained = |portfolio: &Portfolio| with_explainer(call, portfolio, |one| one.explain(&record, what));
    let mut found = explained(&portfolio);
    if found.as_ref().is_some_and(|found| found.what == TODAY) {
        // A row has its place among those of all records.
        portfolio = folder.load(&|_| {});
        found = explained(&portfolio);
    }
    let found = found.and_then(|found| with_value(&folder, &record, found));
    let explanation = found.ok_or_else(|| unknown(call, &portfolio, &record, what))?;
    let entries: Vec<(RecordRef, KeyPath)> =
        explanation.lines.iter().map(|line| (line.record.clone(), line.path.clone())).collect();
    let places = diagnostics::places(&folder, &entries);
    if call.json {
        return call.answer_json(&portfolio, json::explanation(&record, &explanation, &places, call.as_of));
    }
    Ok(call.answer_text(&text::explanation(&record, &explanation, &places, call.as_of, &call.locale, call.width())))
}

/// Calls `ask` with what explains these records.
fn with_explainer<T>(call: &Invocation, portfolio: &Portfolio, ask: impl FnOnce(&Explainer<'_>) -> T) -> T {
    let answers = rules::answers_with(portfolio, call.as_of, &AllCores);
    let today = rules::today(portfolio, &answers, call.as_of);
    ask(&Explainer {
        portfolio,
        answers: &answers,
        today: &today,
        as_of: call.as_of,
        locale: &call.locale,
        cache: FiguresCache::default(),
    })
}

/// Adds the value of a key of the record as it is written; `None` if the record has no such key.
fn with_value(folder: &Folder, record: &RecordRef, found: Explanation) -> Option<Explanation> {
    if !found.value.is_empty() {
        return Some(found);
    }
    let value = diagnostics::written(folder, record, &found.lines.first()?.path)?;
    Some(Explanation { value, ..found })
}

fn unknown(call: &Invocation, portfolio: &Portfolio, record: &RecordRef, what: &str) -> Failure {
    let topics = with_explainer(call, portfolio, |explainer| explainer.topics(record));
    let args = vec![("what", MessageArg::Text(what.to_owned())), ("record", MessageArg::Text(record.to_string()))];
    match nearest(&what.replace('-', "_"), topics.iter().map(String::as_str)) {
        Some(nearest) => {
            let near = ("nearest", MessageArg::Text(nearest.to_owned()));
            errors::usage(&call.locale, "error-not-explained-near", [args, vec![near]].concat())
        }
        None => errors::usage(&call.locale, "error-not-explained", args),
    }
}
