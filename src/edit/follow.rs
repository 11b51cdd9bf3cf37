//! Where an entry stands by now that was seen at some place: lists grow, and entries move.

use toml::{Table, Value};

use super::fields;
use crate::model::{Path, Step};

/// The way to what a path led to in a record as it was seen, in the record as it is now; `None` where that is gone.
pub(super) fn follow(seen: &Table, now: &Table, path: &Path) -> Option<Path> {
    let (mut was, mut is) = (Some(Value::Table(seen.clone())), Some(Value::Table(now.clone())));
    let mut found = Path::top();
    for step in &path.0 {
        let step = match (step, was.as_ref().and_then(Value::as_array)) {
            (Step::Index(at), Some(list)) => {
                let by_now = is.as_ref().and_then(Value::as_array)?;
                Step::Index(position(list, by_now, *at)?)
            }
            (step, _) => step.clone(),
        };
        was = was.as_ref().and_then(|value| below(value, path.0.get(found.0.len())?)).cloned();
        is = is.as_ref().and_then(|value| below(value, &step)).cloned();
        found.0.push(step);
    }
    Some(found)
}

/// What a step leads to.
fn below<'a>(value: &'a Value, step: &Step) -> Option<&'a Value> {
    match step {
        Step::Key(key) => value.get(key.as_str()),
        Step::Index(at) => value.get(*at),
    }
}

/// The value at a path.
pub(super) fn at<'a>(table: &'a Table, path: &Path) -> Option<&'a Value> {
    let (first, rest) = path.0.split_first()?;
    let Step::Key(key) = first else { return None };
    rest.iter().try_fold(table.get(key)?, below)
}

/// Where an entry of a list stands by now: found by its id, else by all that it says, else by what people call it,
/// else where it stood if nothing else in the list is another.
fn position(list: &[Value], now: &[Value], at: usize) -> Option<usize> {
    let entry = list.get(at)?;
    if let Some(id) = entry.get("id") {
        return now.iter().position(|other| other.get("id") == Some(id));
    }
    let same = now.iter().enumerate().filter(|(_, other)| *other == entry).map(|(n, _)| n);
    if let Some(nearest) = same.min_by_key(|n| n.abs_diff(at)) {
        return Some(nearest);
    }
    let named = |list: &[Value]| -> Vec<usize> {
        let name = fields::name(entry);
        let is_it = |(_, other): &(usize, &Value)| name.is_some() && fields::name(other) == name;
        list.iter().enumerate().filter(is_it).map(|(n, _)| n).collect()
    };
    if let ([_], [one]) = (named(list).as_slice(), named(now).as_slice()) {
        return Some(*one);
    }
    let others_stayed = list.len() == now.len() && (0..list.len()).all(|n| n == at || list.get(n) == now.get(n));
    others_stayed.then_some(at)
}
