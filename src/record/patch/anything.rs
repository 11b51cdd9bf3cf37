//! Property tests: for any record and operation, the patched text has the intended value and nothing else changes.
//!
//! Unlike `properties.rs`, which works on the model, this covers every value and list of a record.

use proptest::prelude::*;
use toml::Value;

use super::super::locate;
use super::*;
use crate::testing::records::{RecordGenerator, is_toml, value, value_at_path};

/// Parses an item as written.
fn said(item: &Item) -> Value {
    let text = format!("x = {}", to_toml(item));
    toml::from_str::<toml::Table>(&text).expect("TOML").remove("x").expect("a value")
}

fn at<'v>(value: &'v mut Value, steps: &[PathStep]) -> Option<&'v mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        PathStep::Key(key) => value.get_mut(key.as_str()),
        PathStep::Index(at) => value.get_mut(*at),
    })
}

/// Applies an operation to a parsed value.
fn meant(value: &mut Value, op: &Op) {
    let (Op::Set(path, _) | Op::Insert(path, _) | Op::Remove(path)) = op;
    let (last, holder) = path.split_last().expect("a step");
    match (op, at(value, holder).expect("its place"), last) {
        (Op::Set(_, item), Value::Table(table), PathStep::Key(key)) => drop(table.insert(key.to_string(), said(item))),
        (Op::Insert(_, item), Value::Table(table), PathStep::Key(key)) => {
            let list = table.entry(key.as_str()).or_insert_with(|| Value::Array(Vec::new()));
            list.as_array_mut().expect("a list").push(said(item));
        }
        (Op::Remove(_), Value::Table(table), PathStep::Key(key)) => drop(table.remove(key.as_str())),
        (Op::Remove(_), Value::Array(list), PathStep::Index(at)) => drop(list.remove(*at)),
        (op, ..) => panic!("{op:?} has no meaning here"),
    }
}

/// Removes empty lists and tables, because removing the last entry removes its list.
fn full(value: &Value) -> Value {
    match value {
        Value::Table(table) => {
            let is_full = |value: &Value| {
                value.as_array().is_none_or(|list| !list.is_empty())
                    && value.as_table().is_none_or(|table| !table.is_empty())
            };
            let pairs = table.iter().map(|(key, value)| (key.clone(), full(value)));
            Value::Table(pairs.filter(|(_, value)| is_full(value)).collect())
        }
        Value::Array(list) => Value::Array(list.iter().map(full).collect()),
        value => value.clone(),
    }
}

/// Returns the lines that `from` lacks, with multiplicity.
fn missing<'t>(text: &'t str, from: &str) -> Vec<&'t str> {
    let mut there: Vec<&str> = from.lines().collect();
    let mut missing: Vec<&str> = text.lines().collect();
    missing.retain(|line| match there.iter().position(|other| other == line) {
        Some(at) => {
            there.swap_remove(at);
            false
        }
        None => true,
    });
    missing
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_operation_has_its_value_and_changes_only_its_lines(seed in any::<u64>()) {
        let mut hand = RecordGenerator::new(seed, 0);
        let before = hand.convention();
        let mut expected = value(&before);
        let op = hand.op(&expected);
        let after = patch(&before, std::slice::from_ref(&op)).expect("a patch");
        prop_assert!(is_toml(&after), "{:?}\n{}\n--->\n{}", op, before, after);
        meant(&mut expected, &op);
        prop_assert_eq!(full(&value(&after)), full(&expected), "{:?}\n{}\n--->\n{}", op, before, after);
        let mark = BYTE_ORDER_MARK;
        prop_assert_eq!(before.starts_with(mark), after.starts_with(mark));
        let (old, new) = (before.trim_start_matches(mark), after.trim_start_matches(mark));
        match &op {
            // Only the bytes of the value change; a new key adds one line.
            Op::Set(path, _) if value_at_path(&value(&before), path).is_some() => {
                let place = locate(old, path);
                prop_assert!(new.starts_with(&old[..place.start]) && new.ends_with(&old[place.end..]), "{:?}\n{}\n--->\n{}", op, before, after);
            }
            // An entry added to a bracketed list adds a comma to the last element.
            Op::Set(..) | Op::Insert(..) => {
                let gone = missing(old, new);
                prop_assert!(gone.len() <= 1, "{:?} took {:?}\n{}\n--->\n{}", op, gone, before, after);
            }
            // Nothing is added; the rest of the line of the value is kept.
            Op::Remove(path) => {
                let inside = &old[locate(old, path)];
                let held = inside.lines().count().max(1);
                let gone = missing(old, new).len();
                let comments = |text: &str| text.matches("#<").count();
                let is_entry = matches!(path.last(), Some(PathStep::Index(_)));
                // The line itself, and in brackets the previous one, which loses its comma.
                prop_assert!(missing(new, old).len() <= 2, "{:?}\n{}\n--->\n{}", op, before, after);
                prop_assert!(is_entry || gone <= held + 1, "{:?} took {}\n{}\n--->\n{}", op, gone, before, after);
                let kept = comments(old) - comments(inside);
                prop_assert!(is_entry || comments(new) >= kept, "{:?}\n{}\n--->\n{}", op, before, after);
            }
        }
    }

    #[test]
    fn inserting_and_removing_restores_the_bytes(seed in any::<u64>()) {
        let mut hand = RecordGenerator::new(seed, 0);
        let before = hand.convention();
        let name = ["calls", "refunds"][hand.dice.roll(2)];
        let list = KeyPath::top().key(name);
        let put = Op::Insert(list.clone(), crate::testing::records::entry(name, hand.dice.roll(900)));
        let after = patch(&before, &[put]).expect("a patch");
        let again = patch(&after, &[Op::Remove(list.index(0))]).expect("a patch");
        // An empty line at the end of the text may be removed as well.
        prop_assert_eq!(again.trim_end(), before.trim_end(), "{}", after);
    }
}
