//! Invariants of reading, patching and merging for any input. The fuzz targets check them on generated input,
//! `tests/it/fuzz_corpus.rs` on the corpus and on random mutations of it.

use couveuse::model::{Id, KeyPath, Location, MergeAnswer, MergeQuestion, MergeSide, PathStep, RecordKind, RecordRef};
use couveuse::record::{self, Item, Op, RecordMerge};
use toml::{Table, Value};

fn record_of(kind: RecordKind) -> RecordRef {
    RecordRef::new(kind, Id::new("a").expect("an id"))
}

/// Reading never fails: every problem has a location in the text, and a comment doesn't change the result.
pub fn read(data: &[u8]) {
    for kind in RecordKind::ALL {
        let record = record_of(kind);
        let reading = record::read(&record, "a.toml", data);
        for problem in &reading.problems {
            let Location::Text(spot) = &problem.place else { panic!("no place in the text") };
            assert!(spot.bytes.start <= spot.bytes.end && spot.bytes.end <= data.len(), "{problem:?}");
            if let Ok(text) = std::str::from_utf8(data) {
                assert!(text.get(spot.bytes.clone()).is_some(), "{problem:?}");
            }
        }
        if reading.problems.is_empty() {
            let mut noted = data.to_vec();
            noted.extend_from_slice(b"\n# noted\n");
            let again = record::read(&record, "a.toml", &noted);
            assert_eq!(format!("{:?}", reading.record), format!("{:?}", again.record));
            assert!(again.problems.is_empty(), "{:?}", again.problems);
        }
    }
}

/// The first byte selects the operation, the second its target, the rest is the text. The result is valid TOML with the
/// intended value; an existing value is replaced in place.
pub fn patch(data: &[u8]) {
    let [what, which, text @ ..] = data else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let Some(before) = said(text) else {
        // The reading and the patching parser accept the same texts.
        let patched = record::patch(text, &[Op::Set(KeyPath::top().key("site"), Item::from("x"))]);
        assert!(patched.is_err() || said(&patched.unwrap_or_default()).is_some(), "{text}");
        return;
    };
    let (mut leaves, mut lists) = (Vec::new(), Vec::new());
    places(&Value::Table(before.clone()), &KeyPath::top(), &mut leaves, &mut lists);
    let which = usize::from(*which);
    let leaf = leaves.get(which % leaves.len().max(1));
    let list = lists.get(which % lists.len().max(1));
    let entry = Item::Table(vec![("on".to_owned(), Item::Whole(1)), ("text".to_owned(), Item::from("x"))]);
    let op = match (what % 5, leaf, list) {
        (0, Some(path), _) => Op::Set(path.clone(), Item::from("n \"#\n[x]")),
        (1, Some(path), _) => Op::Remove(path.clone()),
        (2, _, Some(path)) => Op::Insert(path.clone(), entry),
        (3, _, Some(path)) => Op::Remove(path.clone().index(0)),
        _ => Op::Set(KeyPath::top().key("site"), Item::from("x")),
    };
    let Ok(after) = record::patch(text, std::slice::from_ref(&op)) else { return };
    let Some(now) = said(&after) else { panic!("{op:?} made of\n{text}\nwhat is no TOML:\n{after}") };
    let mut meant = Value::Table(before);
    done(&mut meant, &op);
    let (now, meant) = (spoken(&Value::Table(now)), spoken(&meant));
    assert_eq!(now, meant, "{op:?} of\n{text}\nmade\n{after}");
    if let (0, Op::Set(path, _)) = (what % 5, &op) {
        let place = record::locate(text.trim_start_matches('\u{feff}'), path);
        let plain = text.trim_start_matches('\u{feff}');
        let after = after.trim_start_matches('\u{feff}');
        let (head, tail) = (&plain[..place.start], &plain[place.end..]);
        assert!(
            after.starts_with(head) && after.ends_with(tail),
            "{op:?} touched more of\n{text}\nthan its value:\n{after}"
        );
    }
}

/// The input is three texts, separated by bytes that don't occur in text. An unchanged side has no effect, merging TOML
/// gives TOML, and no question remains once all are answered.
pub fn merge(data: &[u8]) {
    let texts: Vec<&str> = data.split(|byte| *byte == 0xff).filter_map(|text| std::str::from_utf8(text).ok()).collect();
    let [base, ours, theirs] = texts.as_slice() else { return };
    let record = record_of(RecordKind::Convention);
    let merged =
        |ours: &str, theirs: &str, answers: &[MergeAnswer]| record::merge(&record, Some(base), ours, theirs, answers);
    let plain = |text: &str| RecordMerge { text: text.to_owned(), questions: Vec::new() };
    assert_eq!(merged(ours, base, &[]), Ok(plain(ours)));
    assert_eq!(merged(base, theirs, &[]), Ok(plain(theirs)));
    for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
        let Ok(RecordMerge { text, questions }) = merged(ours, theirs, &[]) else { continue };
        if said(ours).is_some() && said(theirs).is_some() {
            assert!(said(&text).is_some(), "of\n{base}\n---\n{ours}\n---\n{theirs}\ncame what is no TOML:\n{text}");
        }
        for side in [MergeSide::Ours, MergeSide::Theirs] {
            let mut answers = answered(&record, &questions, side);
            let mut settled = merged(ours, theirs, &answers);
            if let Ok(RecordMerge { questions: whole, .. }) = &settled {
                // If the answers can't be applied one by one, a last question is about the record as a whole.
                assert!(whole.iter().all(|question| question.path.is_empty()), "{whole:?}");
                answers.extend(answered(&record, whole, side));
                settled = merged(ours, theirs, &answers);
            }
            let Ok(settled) = settled else { panic!("{settled:?}") };
            assert!(settled.questions.is_empty(), "{:?}\n{base}\n---\n{ours}\n---\n{theirs}", settled.questions);
            if side == MergeSide::Ours {
                assert_eq!(settled.text, text);
            }
        }
    }
}

fn answered(record: &RecordRef, questions: &[MergeQuestion], side: MergeSide) -> Vec<MergeAnswer> {
    let answer = |question: &MergeQuestion| MergeAnswer { record: record.clone(), path: question.path.clone(), side };
    questions.iter().map(answer).collect()
}

/// Parses a text, if it is valid TOML that a record may contain.
fn said(text: &str) -> Option<Table> {
    let deep = record::patch(text, &[]).is_err();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.parse().ok().filter(|_| !deep)
}

/// Normalises a value for comparison. NaN isn't equal to itself, so it is replaced. Empty tables and lists are removed,
/// because removing the last entry or dotted key removes its list or table.
fn spoken(value: &Value) -> String {
    match value {
        Value::Table(table) => {
            let said = table.iter().map(|(key, value)| (key, spoken(value)));
            let said = said.filter(|(_, value)| value != "[]" && value != "{}");
            let mut pairs: Vec<String> = said.map(|(key, value)| format!("{key:?}: {value}")).collect();
            pairs.sort();
            format!("{{{}}}", pairs.join(", "))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(spoken).collect::<Vec<_>>().join(", ")),
        value => format!("{value:?}"),
    }
}

/// Returns the scalars below a value, and the lists that contain only entries.
fn places(value: &Value, path: &KeyPath, leaves: &mut Vec<KeyPath>, lists: &mut Vec<KeyPath>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                places(value, &path.clone().key(key), leaves, lists);
            }
        }
        Value::Array(entries) if !entries.is_empty() && entries.iter().all(Value::is_table) => {
            lists.push(path.clone());
            for (at, value) in entries.iter().enumerate() {
                places(value, &path.clone().index(at), leaves, lists);
            }
        }
        _ => leaves.push(path.clone()),
    }
}

/// An operation on the parsed text.
fn done(value: &mut Value, op: &Op) {
    match op {
        Op::Set(path, item) => {
            let Some((PathStep::Key(key), holder)) = path.split_last() else { return };
            if let Some(Value::Table(table)) = at(value, holder) {
                table.insert(key.to_string(), of(item));
            }
        }
        Op::Insert(path, item) => {
            if let Some(Value::Array(entries)) = at(value, path) {
                entries.push(of(item));
            }
        }
        Op::Remove(path) => match path.split_last() {
            Some((PathStep::Key(key), holder)) => {
                if let Some(Value::Table(table)) = at(value, holder) {
                    table.remove(key.as_str());
                }
            }
            Some((PathStep::Index(n), holder)) => {
                if let Some(Value::Array(entries)) = at(value, holder) {
                    entries.remove(*n);
                }
            }
            None => {}
        },
    }
}

fn at<'v>(value: &'v mut Value, steps: &[PathStep]) -> Option<&'v mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        PathStep::Key(key) => value.get_mut(key.as_str()),
        PathStep::Index(n) => value.get_mut(*n),
    })
}

fn of(item: &Item) -> Value {
    match item {
        Item::Whole(whole) => Value::Integer(*whole),
        Item::Table(pairs) => Value::Table(pairs.iter().map(|(key, item)| (key.clone(), of(item))).collect()),
        Item::Text(text) => Value::String(text.clone()),
        item => panic!("{item:?} is not among what is done"),
    }
}
