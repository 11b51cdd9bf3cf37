//! Merging by meaning, for every key that a schema allows: nothing is lost, and a conflict is a question.

use couveuse::model::{Id, KeyPath, MergeAnswer, MergeSide, PathStep, RecordKind, RecordRef};
use couveuse::record::{self, RecordMerge};
use toml::Value;

use crate::fact_words::{at, example, leaves};

/// Keys that can be part of the identity of an entry. Two sides that change one may get a question.
const IDENTIFYING: [&str; 13] =
    ["id", "on", "by", "due", "name", "party", "person", "phase", "from", "what", "item", "where", "startup"];

fn record(kind: RecordKind) -> RecordRef {
    RecordRef::new(kind, Id::new("x").unwrap())
}

/// Merges and returns the merged value, too.
fn merged(kind: RecordKind, sides: [&Value; 3], answers: &[MergeAnswer]) -> (RecordMerge, Value) {
    let [base, ours, theirs] = sides.map(|side| toml::to_string(side).unwrap());
    let merge = record::merge(&record(kind), Some(&base), &ours, &theirs, answers).unwrap();
    let value = toml::from_str(&merge.text).unwrap();
    (merge, value)
}

/// Returns another value of the same type, a different one for each `n`; `None` for a boolean with `n` above 0.
fn other(value: &Value, n: u32) -> Option<Value> {
    Some(match value {
        Value::Integer(_) => Value::Integer(4711 + i64::from(n)),
        Value::Boolean(_) if n > 0 => return None,
        Value::Boolean(yes) => Value::Boolean(!yes),
        Value::Datetime(_) => Value::Datetime(format!("2022-12-{:02}", 20 + n).parse().unwrap()),
        _ => Value::String(format!("zyx-{n}")),
    })
}

/// Returns the top-level keys that some paths begin with, since merging all others as well is slow.
fn part_of(whole: &Value, paths: &[&KeyPath]) -> Value {
    let keeps = |key: &str| paths.iter().any(|path| matches!(path.first(), Some(PathStep::Key(first)) if first == key));
    let kept = whole.as_table().unwrap().iter().filter(|(key, _)| keeps(key));
    Value::Table(kept.map(|(key, value)| (key.clone(), value.clone())).collect())
}

fn changed(whole: &Value, path: &KeyPath, n: u32) -> Option<Value> {
    let mut changed = whole.clone();
    let leaf = at(&mut changed, path);
    *leaf = other(leaf, n)?;
    Some(changed)
}

/// Returns the value without the key at the end of a path; `None` if the path ends in a list.
fn without(whole: &Value, path: &KeyPath) -> Option<Value> {
    let (Some(PathStep::Key(key)), parents) = (path.last(), &path[..path.len() - 1]) else { return None };
    let mut without = whole.clone();
    at(&mut without, &KeyPath::from(parents)).as_table_mut()?.remove(key.as_str());
    Some(without)
}

fn identifies(path: &KeyPath) -> bool {
    matches!(path.last(), Some(PathStep::Key(key)) if IDENTIFYING.contains(&key.as_str()))
}

/// Every kind of record with all its keys, and the paths of its scalars.
fn examples() -> impl Iterator<Item = (RecordKind, Value, Vec<KeyPath>)> {
    RecordKind::ALL.into_iter().map(|kind| {
        let schema = record::schema(kind);
        let whole = example(schema, schema, "");
        let mut paths = Vec::new();
        leaves(&whole, &KeyPath::top(), &mut paths);
        assert!(paths.len() >= 15, "{kind:?}: {}", paths.len());
        (kind, whole, paths)
    })
}

/// Returns the paths of all lists of tables.
fn lists(value: &Value, path: &KeyPath, all: &mut Vec<KeyPath>) {
    match value {
        Value::Table(table) => table.iter().for_each(|(key, value)| lists(value, &path.key(key), all)),
        Value::Array(entries) if entries.iter().all(Value::is_table) => {
            all.push(path.clone());
            entries.iter().enumerate().for_each(|(n, value)| lists(value, &path.index(n), all));
        }
        _ => {}
    }
}

#[test]
fn changes_of_two_keys_are_both_kept() {
    for (kind, whole, paths) in examples() {
        for (n, first) in paths.iter().enumerate() {
            for second in [1, 2, paths.len() / 2].map(|step| &paths[(n + step) % paths.len()]) {
                let whole = part_of(&whole, &[first, second]);
                let (Some(ours), Some(theirs)) = (changed(&whole, first, 0), changed(&whole, second, 0)) else {
                    continue;
                };
                let both = changed(&ours, second, 0).unwrap();
                let (RecordMerge { questions, .. }, value) = merged(kind, [&whole, &ours, &theirs], &[]);
                let asks = questions.iter().map(|question| question.path.to_string()).collect::<Vec<_>>();
                if identifies(first) || identifies(second) {
                    assert!(value == both || !asks.is_empty(), "{kind:?} {first} {second}: {value}");
                } else {
                    assert_eq!((value, asks), (both, vec![]), "{kind:?} {first} {second}");
                }
            }
        }
    }
}

#[test]
fn two_values_of_any_key_are_a_question() {
    for (kind, whole, paths) in examples() {
        for path in paths {
            let whole = part_of(&whole, &[&path]);
            let (Some(ours), Some(theirs)) = (changed(&whole, &path, 0), changed(&whole, &path, 1)) else { continue };
            let (RecordMerge { questions, .. }, value) = merged(kind, [&whole, &ours, &theirs], &[]);
            if identifies(&path) {
                let one = |side: &Value| at(&mut side.clone(), &path).to_string();
                let kept = [one(&ours), one(&theirs)].iter().all(|new| value.to_string().contains(new));
                assert!(!questions.is_empty() || kept, "{kind:?} {path}: {value}");
                continue;
            }
            assert_eq!(questions.len(), 1, "{kind:?} {path}: {questions:?}");
            assert_eq!(value, ours, "{kind:?} {path}");
            let answer = MergeAnswer { record: record(kind), path: questions[0].path.clone(), side: MergeSide::Theirs };
            let (RecordMerge { questions, .. }, value) = merged(kind, [&whole, &ours, &theirs], &[answer]);
            assert_eq!((value, questions), (theirs, vec![]), "{kind:?} {path}");
        }
    }
}

#[test]
fn a_key_removed_on_one_side_and_changed_on_the_other_is_a_question() {
    for (kind, whole, paths) in examples() {
        for path in paths {
            let whole = part_of(&whole, &[&path]);
            let (Some(without), Some(changed)) = (without(&whole, &path), changed(&whole, &path, 0)) else { continue };
            for (ours, theirs) in [(&without, &changed), (&changed, &without)] {
                let (RecordMerge { questions, .. }, value) = merged(kind, [&whole, ours, theirs], &[]);
                assert!(!questions.is_empty() || identifies(&path), "{kind:?} {path}: {value}");
            }
        }
    }
}

/// Returns an entry whose scalars are all different.
fn another(entry: &Value, n: u32) -> Value {
    let mut paths = Vec::new();
    leaves(entry, &KeyPath::top(), &mut paths);
    let mut entry = entry.clone();
    for path in paths {
        let leaf = at(&mut entry, &path);
        *leaf = other(leaf, n).unwrap_or_else(|| leaf.clone());
    }
    entry
}

#[test]
fn entries_added_on_both_sides_are_both_kept_and_equal_ones_once() {
    for (kind, whole, _) in examples() {
        let mut all = Vec::new();
        lists(&whole, &KeyPath::top(), &mut all);
        for list in all {
            let whole = part_of(&whole, &[&list]);
            let entry = at(&mut whole.clone(), &list.index(0)).clone();
            let with = |more: &[Value]| {
                let mut with = whole.clone();
                at(&mut with, &list).as_array_mut().unwrap().extend_from_slice(more);
                with
            };
            let (one, two) = (another(&entry, 0), another(&entry, 1));
            let sides = [&with(std::slice::from_ref(&one)), &with(std::slice::from_ref(&two))];
            let (RecordMerge { questions, .. }, mut value) = merged(kind, [&whole, sides[0], sides[1]], &[]);
            assert_eq!(questions, [], "{kind:?} {list}");
            let entries = at(&mut value, &list).as_array().unwrap();
            assert!(
                entries.len() == 3 && [&entry, &one, &two].iter().all(|one| entries.contains(one)),
                "{kind:?} {list}"
            );
            let (RecordMerge { questions, .. }, value) = merged(kind, [&whole, sides[0], sides[0]], &[]);
            assert_eq!((questions, &value), (vec![], sides[0]), "{kind:?} {list}");
        }
    }
}

#[test]
fn an_entry_removed_on_one_side_and_changed_on_the_other_is_a_question() {
    for (kind, whole, paths) in examples() {
        let mut all = Vec::new();
        lists(&whole, &KeyPath::top(), &mut all);
        for list in all {
            let whole = part_of(&whole, &[&list]);
            let mut removed = whole.clone();
            at(&mut removed, &list).as_array_mut().unwrap().clear();
            let entry = list.index(0);
            for path in paths.iter().filter(|path| path.starts_with(&entry) && !identifies(path)) {
                let changed = changed(&whole, path, 0).unwrap();
                for (ours, theirs) in [(&removed, &changed), (&changed, &removed)] {
                    let (RecordMerge { questions, .. }, value) = merged(kind, [&whole, ours, theirs], &[]);
                    assert_eq!(questions.len(), 1, "{kind:?} {path}: {value}");
                }
            }
        }
    }
}
