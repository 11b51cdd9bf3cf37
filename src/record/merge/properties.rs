//! Property tests: for any edits of any record, the merge contains both sides or asks.

use proptest::prelude::*;

use super::canonical::canonical_unordered;
use super::*;
use crate::model::{Id, RecordKind};
use crate::record::{Item, Op};
use crate::testing::records::{RecordGenerator, collect, entry, is_toml, value, value_at_path};

fn record() -> RecordRef {
    RecordRef::new(RecordKind::Convention, Id::new("a").expect("an id"))
}

fn merged(base: &str, ours: &str, theirs: &str, answers: &[MergeAnswer]) -> RecordMerge {
    merge(&record(), Some(base), ours, theirs, answers).expect("a merge")
}

/// Returns a record and two edited versions.
fn sides(seed: u64) -> [String; 3] {
    let mut hand = RecordGenerator::new(seed, 0);
    let base = hand.convention();
    assert!(is_toml(&base), "{base}");
    let ours = RecordGenerator::new(seed ^ 1, 1000).edited(&base, 1 + hand.dice.roll(4));
    let theirs = RecordGenerator::new(seed ^ 2, 2000).edited(&base, 1 + hand.dice.roll(4));
    [base, ours, theirs]
}

fn canonical_text(text: &str) -> String {
    assert!(is_toml(text), "no TOML:\n{text}");
    canonical_unordered(&value(text))
}

/// Returns a question with its sides in canonical order.
fn mirrored(question: &MergeQuestion) -> (Option<String>, Option<String>, Option<String>) {
    (question.was.clone(), question.theirs.value.clone(), question.ours.value.clone())
}

fn answered(questions: &[MergeQuestion], side: MergeSide) -> Vec<MergeAnswer> {
    let answer = |question: &MergeQuestion| MergeAnswer { record: record(), path: question.path.clone(), side };
    questions.iter().map(answer).collect()
}

/// Returns the marks in the comments of a text.
fn marks(text: &str) -> BTreeSet<&str> {
    text.split("#<").skip(1).filter_map(|rest| rest.split('>').next()).collect()
}

/// Returns operations of one of two editors that touch different values.
fn own(base: &str, of: usize, hand: &mut RecordGenerator) -> Vec<Op> {
    let (mut leaves, mut lists) = (Vec::new(), Vec::new());
    collect(&value(base), &KeyPath::top(), &mut leaves, &mut lists);
    let entry_of = |path: &KeyPath| path.iter().rposition(|step| matches!(step, crate::model::PathStep::Index(_)));
    let given_up =
        |path: &KeyPath| path.iter().any(|step| matches!(step, crate::model::PathStep::Index(at) if at % 3 == 2));
    let mut touched = BTreeSet::new();
    let mut ops = Vec::new();
    for (n, (path, old)) in leaves.iter().enumerate() {
        let holder = entry_of(path).map(|at| path[..=at].to_vec());
        let telling = matches!(path.last(), Some(crate::model::PathStep::Key(key)) if key == "id" || key == "on");
        let free = holder.is_none_or(|holder| touched.insert(holder));
        if n % 2 == of && !given_up(path) && !telling && !old.is_array() && free && hand.dice.roll(3) == 0 {
            ops.push(Op::Set(path.clone(), Item::Text(format!("set by {of}"))));
        }
    }
    for _ in 0..hand.dice.roll(3) {
        let list = ["payments", "obligations"][hand.dice.roll(2)];
        ops.push(Op::Insert(KeyPath::top().key(list), entry(list, 2 * hand.dice.roll(400) + of)));
    }
    for list in lists.iter().rev().filter(|list| !given_up(list)) {
        let count = value_at_path(&value(base), list).and_then(toml::Value::as_array).map_or(0, Vec::len);
        for at in (0..count).rev().filter(|at| at % 3 == 2 && (at / 3) % 2 == of) {
            ops.push(Op::Remove(list.index(at)));
        }
    }
    ops
}

/// Sorts operations so that indices stay valid: sets, insertions, then removals from the end.
fn in_turn(mut ops: Vec<Op>) -> Vec<Op> {
    let rank = |op: &Op| match op {
        Op::Set(..) => 0,
        Op::Insert(..) => 1,
        Op::Remove(_) => 2,
    };
    ops.sort_by_key(rank);
    ops
}

/// Returns the number of cases: a few by default, or `COUVEUSE_CASES`.
fn cases() -> u32 {
    option_env!("COUVEUSE_CASES").and_then(|cases| cases.parse().ok()).unwrap_or(64)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_unchanged_side_has_no_effect(seed in any::<u64>()) {
        let [base, ours, theirs] = sides(seed);
        prop_assert_eq!(&merged(&base, &ours, &base, &[]).text, &ours);
        prop_assert_eq!(&merged(&base, &base, &theirs, &[]).text, &theirs);
        prop_assert_eq!(&merged(&base, &ours, &ours, &[]).text, &ours);
    }

    #[test]
    fn the_result_does_not_depend_on_the_side(seed in any::<u64>()) {
        let [base, ours, theirs] = sides(seed);
        let (one, other) = (merged(&base, &ours, &theirs, &[]), merged(&base, &theirs, &ours, &[]));
        prop_assert!(one.questions.iter().all(|question| !question.path.is_empty()), "whole: {}\n{}\n{}", base, ours, theirs);
        let mut asked: Vec<_> = one.questions.iter().map(mirrored).collect();
        let mut mirror: Vec<_> = other.questions.iter().map(mirrored).map(|(was, a, b)| (was, b, a)).collect();
        asked.sort();
        mirror.sort();
        prop_assert_eq!(asked, mirror, "\n{}\n---\n{}\n---\n{}", base, ours, theirs);
        let settled = merged(&base, &ours, &theirs, &answered(&one.questions, MergeSide::Theirs));
        prop_assert_eq!(&settled.questions, &[]);
        prop_assert_eq!(canonical_text(&settled.text), canonical_text(&other.text), "\n{}\n---\n{}\n---\n{}", base, ours, theirs);
        let kept = merged(&base, &ours, &theirs, &answered(&one.questions, MergeSide::Ours));
        prop_assert_eq!(&kept.text, &one.text);
        prop_assert_eq!(&kept.questions, &[]);
    }

    #[test]
    fn comments_that_neither_side_removed_are_kept(seed in any::<u64>()) {
        let [base, ours, theirs] = sides(seed);
        let RecordMerge { text, questions } = merged(&base, &ours, &theirs, &[]);
        if questions.is_empty() {
            let (was, here, there, now) = (marks(&base), marks(&ours), marks(&theirs), marks(&text));
            for mark in here.union(&there) {
                let kept = !was.contains(mark) || (here.contains(mark) && there.contains(mark));
                prop_assert!(!kept || now.contains(mark), "{} is gone:\n{}\n---\n{}\n---\n{}\n--->\n{}", mark, base, ours, theirs, text);
            }
        }
        let crlf = |text: &str| text.contains('\n') && !text.replace("\r\n", "").contains('\n');
        prop_assert!(!(crlf(&ours) && crlf(&theirs)) || crlf(&text), "{}", text);
    }

    #[test]
    fn independent_edits_merge_as_if_applied_in_turn(seed in any::<u64>()) {
        let mut hand = RecordGenerator::new(seed, 0);
        let base = hand.convention();
        let (here, there) = (own(&base, 0, &mut hand), own(&base, 1, &mut hand));
        let made = |ops: &[Op]| patch::patch(&base, ops).expect("a patch");
        let (ours, theirs) = (made(&in_turn(here.clone())), made(&in_turn(there.clone())));
        let mut all = here;
        all.extend(there);
        all.sort_by_key(|op| if let Op::Remove(path) = op { Some(path.clone()) } else { None });
        let (gone, rest): (Vec<Op>, Vec<Op>) = all.into_iter().partition(|op| matches!(op, Op::Remove(_)));
        let all: Vec<Op> = in_turn(rest).into_iter().chain(gone.into_iter().rev()).collect();
        let RecordMerge { text, questions } = merged(&base, &ours, &theirs, &[]);
        prop_assert_eq!(&questions, &[], "\n{}\n---\n{}\n---\n{}", base, ours, theirs);
        prop_assert_eq!(canonical_text(&text), canonical_text(&made(&all)), "\n{}\n---\n{}\n---\n{}", base, ours, theirs);
    }

    #[test]
    fn an_edit_is_undone_below_a_later_one(seed in any::<u64>()) {
        let mut hand = RecordGenerator::new(seed, 0);
        let base = hand.convention();
        let (first, second) = (in_turn(own(&base, 0, &mut hand)), in_turn(own(&base, 1, &mut hand)));
        let sets = |ops: Vec<Op>| ops.into_iter().filter(|op| !matches!(op, Op::Remove(_))).collect::<Vec<_>>();
        let (first, second) = (sets(first), sets(second));
        let after = patch::patch(&base, &first).expect("a patch");
        let later = patch::patch(&after, &second).expect("a patch");
        let RecordMerge { text, questions } = merged(&after, &later, &base, &[]);
        prop_assert_eq!(&questions, &[], "\n{}\n---\n{}", base, later);
        let meant = patch::patch(&base, &second).expect("a patch");
        prop_assert_eq!(canonical_text(&text), canonical_text(&meant), "\n{}\n---\n{}", base, later);
        prop_assert_eq!(marks(&text), marks(&meant));
        // What both sides append may be before or after the last comment.
        if !first.iter().any(|op| matches!(op, Op::Insert(..))) {
            prop_assert_eq!(text, meant);
        }
    }

    #[test]
    fn the_notation_of_a_side_does_not_matter(seed in any::<u64>()) {
        let [base, ours, theirs] = sides(seed);
        let [base, ours, theirs] = [base, ours, theirs].map(|text| text.replace("\r\n", "\n"));
        let rewritten = toml::to_string(&value(&theirs)).expect("TOML");
        let (one, other) = (merged(&base, &ours, &theirs, &[]), merged(&base, &ours, &rewritten, &[]));
        prop_assert!(is_toml(&other.text), "{}", other.text);
        prop_assert_eq!(one.questions.is_empty(), other.questions.is_empty(), "\n{}\n---\n{}\n---\n{}", base, ours, rewritten);
        if one.questions.is_empty() {
            prop_assert_eq!(canonical_text(&one.text), canonical_text(&other.text), "\n{}\n---\n{}\n---\n{}", base, ours, rewritten);
        }
        let mirror = merged(&base, &rewritten, &ours, &[]);
        if mirror.questions.is_empty() {
            prop_assert_eq!(canonical_text(&mirror.text), canonical_text(&other.text), "\n{}\n---\n{}\n---\n{}", base, ours, rewritten);
        }
    }
}
