//! Comparison of versions: tables and a property.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::model::{Id, RecordKind};
use crate::testing::records::{RecordGenerator, is_toml};

fn compared(before: Option<&str>, after: Option<&str>) -> RecordComparison {
    let record = RecordRef::new(RecordKind::Convention, Id::new("x").expect("an id"));
    let version =
        |text: Option<&str>| text.map_or_else(RecordVersion::absent, |text| RecordVersion::read(text.as_bytes()));
    compare(&record, &version(before), &version(after))
}

/// The paths of the changes with a sign: new, gone, or changed.
fn paths(comparison: &RecordComparison) -> Vec<String> {
    let sign = |change: &ValueChange| match (&change.was, &change.is) {
        (None, _) => '+',
        (_, None) => '-',
        _ => '~',
    };
    comparison.changes.iter().map(|change| format!("{}{}", sign(change), change.path)).collect()
}

/// The scalars below a value by their keys, each counted.
fn count(value: &FieldValue, path: &str, sign: i64, counts: &mut BTreeMap<String, i64>) {
    match value {
        FieldValue::Table(FieldTable(pairs)) => {
            pairs.iter().for_each(|(key, below)| count(below, &format!("{path}.{key}"), sign, counts));
        }
        FieldValue::List(entries) => entries.iter().for_each(|entry| count(entry, path, sign, counts)),
        leaf => *counts.entry(format!("{path} {leaf:?}")).or_default() += sign,
    }
}

/// What the changes add, less what they take away.
fn balance(comparison: &RecordComparison) -> BTreeMap<String, i64> {
    let mut counts = BTreeMap::new();
    for change in &comparison.changes {
        let path: String = names(&change.path).iter().map(|name| format!(".{name}")).collect();
        change.is.iter().for_each(|is| count(is, &path, 1, &mut counts));
        change.was.iter().for_each(|was| count(was, &path, -1, &mut counts));
    }
    counts.retain(|_, count| *count != 0);
    counts
}

fn difference(before: &str, after: &str) -> BTreeMap<String, i64> {
    let mut counts = BTreeMap::new();
    for (text, sign) in [(before, -1), (after, 1)] {
        count(&FieldValue::Table(fields(&RecordVersion::read(text.as_bytes()).table)), "", sign, &mut counts);
    }
    counts.retain(|_, count| *count != 0);
    counts
}

#[test]
fn values_and_entries_are_compared_one_by_one() {
    let before = "title = \"T\"\nparties = [\"a\"]\n[term]\nmonths = 12\n[[payments]]\non = 2021-03-04\namount = 5\n";
    for (after, expected) in [
        (before.replace("[\"a\"]", "['a'] # the same"), vec![]),
        (before.replace("12", "18"), vec!["~term.months"]),
        (before.replace("[\"a\"]", "[\"a\", \"b\"]"), vec!["~parties"]),
        (before.replace("title", "signed = 2020-10-02\ntitle"), vec!["+signed"]),
        (before.replace("amount = 5", "amount = 6"), vec!["~payments[0].amount"]),
        (format!("{before}[[payments]]\non = 2021-05-04\namount = 7\n"), vec!["+payments[1]"]),
        (before.split("[[").next().unwrap_or_default().to_owned(), vec!["-payments[0]"]),
        (before.replace("[term]\nmonths = 12\n", ""), vec!["-term"]),
    ] {
        assert_eq!(paths(&compared(Some(before), Some(&after))), expected, "{after}");
    }
}

#[test]
fn lists_below_a_new_entry_are_changes_of_their_own() {
    let contribution = "[[contributions]]\nid = \"pau\"\nshares = { a = 1 }\n[[contributions.tranches]]\namount = 3\n";
    let comparison = compared(Some(""), Some(contribution));
    assert_eq!(paths(&comparison), ["+contributions[0]", "+contributions[0].tranches[0]"]);
    let within: Vec<&str> = comparison.changes[1].within.iter().map(|entry| entry.list.as_str()).collect();
    assert_eq!(within, ["contributions"]);
    assert_eq!(comparison.entry("contributions", "pau").map(|entry| entry.index), Some(0));
    assert_eq!(paths(&compared(None, Some(contribution))), ["+", "+contributions[0]", "+contributions[0].tranches[0]"]);
    assert_eq!(paths(&compared(Some(contribution), None)), ["-"]);
}

#[test]
fn broken_texts_are_compared_as_far_as_they_can_be_read() {
    let before = "title = \"T\"\ndecided = 2020-09-11\n";
    let broken = compared(Some(before), Some("title = \"T\ndecided = 2020-09-12\n"));
    assert_eq!(
        (broken.after, paths(&broken)),
        (VersionState::Partial, vec!["~decided".to_owned(), "-title".to_owned()])
    );
    let binary = compare(&broken.record, &RecordVersion::read(before.as_bytes()), &RecordVersion::read(&[0xff]));
    assert_eq!((binary.after, binary.changes.len()), (VersionState::Unreadable, 0));
    let marked = "title = \"T\"\n<<<<<<< a\ndecided = 2020-09-11\n=======\ndecided = 2020-09-12\n>>>>>>> b\n";
    assert_eq!(paths(&compared(Some(before), Some(marked))), ["-decided"]);
}

#[test]
fn likeness_is_the_common_share_of_the_values() {
    let version = |text: &str| RecordVersion::read(text.as_bytes());
    let one = version("name = \"A\"\nalso = [\"B\", \"C\"]\nsite = \"x\"\n");
    assert_eq!(likeness(&one, &one), 1000);
    assert_eq!(likeness(&one, &version("name = \"A2\"\nalso = [\"B\", \"C\"]\nsite = \"x\"\n")), 750);
    assert_eq!(likeness(&one, &version("mission = \"M\"\n")), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Every value that differs is in a change, and no change is without a difference.
    #[test]
    fn changes_are_exactly_the_difference(seed in any::<u64>(), edits in 0_usize..6) {
        let mut generator = RecordGenerator::new(seed, 0);
        let before = generator.convention();
        let after = generator.edited(&before, edits);
        prop_assume!(is_toml(&before) && is_toml(&after));
        let comparison = compared(Some(&before), Some(&after));
        prop_assert_eq!(balance(&comparison), difference(&before, &after));
        for change in &comparison.changes {
            prop_assert_ne!(&change.was, &change.is);
        }
        prop_assert_eq!(balance(&compared(None, Some(&after))), difference("", &after));
        prop_assert_eq!(balance(&compared(Some(&before), None)), difference(&before, ""));
    }

    /// Nothing that was typed makes a comparison fail.
    #[test]
    fn any_bytes_can_be_compared(before in proptest::collection::vec(any::<u8>(), 0..200), after in "[\\[\\]a-c=\"'{},.#\n 0-9]{0,120}") {
        let record = RecordRef::of_portfolio();
        let _ = compare(&record, &RecordVersion::read(&before), &RecordVersion::read(after.as_bytes()));
    }
}
