//! `explain`: why a figure, a date, a state or a count has its value.

use super::{CommandOutput, Invocation, resolve_id};
use crate::cli::args::history::Explain;
use crate::cli::diagnostics;
use crate::cli::errors::{self, Failure};
use crate::model::{KeyPath, MessageArg, RecordRef, nearest};
use crate::parallel::AllCores;
use crate::report::explain::{Explainer, Explanation, FiguresCache};
use crate::report::{json, text};
use crate::rules;
use crate::store::Folder;

pub(super) fn explain(call: &Invocation, typed: &Explain) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let record = resolve_id::record(call, &folder, &typed.record)?;
    let answers = rules::answers_with(&portfolio, call.as_of, &AllCores);
    let today = rules::today(&portfolio, &answers, call.as_of);
    let explainer = Explainer {
        portfolio: &portfolio,
        answers: &answers,
        today: &today,
        as_of: call.as_of,
        locale: &call.locale,
        cache: FiguresCache::default(),
    };
    let Some(what) = typed.what.as_deref() else {
        let topics = explainer.topics(&record);
        let all: Vec<Explanation> = topics.iter().filter_map(|what| explainer.explain(&record, what)).collect();
        if call.json {
            return call.answer_json(&portfolio, json::topics(&record, &all, call.as_of));
        }
        return Ok(call.answer_text(&text::topics(&record, &all, call.as_of, &call.locale, call.width())));
    };
    let found = explainer.explain(&record, what).and_then(|found| with_value(&folder, &record, found));
    let explanation = found.ok_or_else(|| unknown(call, &explainer, &record, what))?;
    let entries: Vec<(RecordRef, KeyPath)> =
        explanation.lines.iter().map(|line| (line.record.clone(), line.path.clone())).collect();
    let places = diagnostics::places(&folder, &entries);
    if call.json {
        return call.answer_json(&portfolio, json::explanation(&record, &explanation, &places, call.as_of));
    }
    Ok(call.answer_text(&text::explanation(&record, &explanation, &places, call.as_of, &call.locale, call.width())))
}

/// Adds the value of a key of the record as it is written; `None` if the record has no such key.
fn with_value(folder: &Folder, record: &RecordRef, found: Explanation) -> Option<Explanation> {
    if !found.value.is_empty() {
        return Some(found);
    }
    let value = diagnostics::written(folder, record, &found.lines.first()?.path)?;
    Some(Explanation { value, ..found })
}

fn unknown(call: &Invocation, explainer: &Explainer<'_>, record: &RecordRef, what: &str) -> Failure {
    let topics = explainer.topics(record);
    let args = vec![("what", MessageArg::Text(what.to_owned())), ("record", MessageArg::Text(record.to_string()))];
    match nearest(&what.replace('-', "_"), topics.iter().map(String::as_str)) {
        Some(nearest) => {
            let near = ("nearest", MessageArg::Text(nearest.to_owned()));
            errors::usage(&call.locale, "error-not-explained-near", [args, vec![near]].concat())
        }
        None => errors::usage(&call.locale, "error-not-explained", args),
    }
}
