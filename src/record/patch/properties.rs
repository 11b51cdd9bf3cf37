//! Property tests: a patch changes the intended value of any record, and no other text.

use proptest::prelude::*;
use proptest::sample::select;

use super::super::{Record, read};
use super::*;
use crate::model::{Date, FastAward, Id, Money, Note, RecordKind, RecordRef, Startup};

/// Generates `key = value` lines with varying spaces, with or without a comment (`#?`).
fn line(key: &'static str, value: &'static str) -> impl Strategy<Value = String> {
    let spaces = || select(vec!["", " ", "   ", "\t"]);
    let ends = select(vec!["", "  ", " #?", "  #? = \"[[notes]]\" { , "]);
    (select(vec!["", "", "  "]), spaces(), spaces(), ends)
        .prop_map(move |(indent, before, after, end)| format!("{indent}{key}{before}={after}{value}{end}\n"))
}

/// Generates text between two lines.
fn between() -> impl Strategy<Value = String> {
    select(vec!["", "", "", "\n", "#?\n", "\n#? [[notes]]\n\n", "  #?\n\n", "#? \"\"\"\n"]).prop_map(str::to_owned)
}

/// Generates one of several notations, followed by arbitrary trivia.
fn one_of(texts: Vec<&'static str>) -> impl Strategy<Value = String> {
    (select(texts), between()).prop_map(|(text, between)| format!("{text}{between}"))
}

/// Generates a string value of one line or several.
fn value() -> impl Strategy<Value = &'static str> {
    select(vec!["\"A\"", "'A'", "\"\"\"\nA\n# site = 1\n[x]\"\"\"", "'''A'''"])
}

/// Generates a startup record with notes and a prize in any TOML notation.
fn record() -> impl Strategy<Value = String> {
    let top = (
        between(),
        value().prop_flat_map(|value| line("name", value)),
        between(),
        prop_oneof![Just(String::new()), value().prop_flat_map(|value| line("mission", value))],
        one_of(vec!["", "#? site = \"…\"\n", "#site=''\n", "also = [\n  'x', #?\n  'y' #?\n]\n", "also = ['x',]\n"]),
    );
    let entries = "[[notes]]\ntext = 'a' #?\n[[notes]]\non = 2020-01-01\ntext   = 'b'\n\n#? about what follows\n";
    let notes_and_prize = (
        one_of(vec![
            "",
            "notes = [{ text = 'a' }, { on = 2020-01-01, text = 'b' }]#?\n",
            "notes = [\n  { text = 'a' }, #?\n  { on = 2020-01-01, text = 'b' } #?\n]\n",
            "notes = [\n#? none\n]\n",
            "notes = []\n",
        ]),
        one_of(vec!["", "fast = { promotion = 17 } #?\n", "fast.promotion = 17 #?\n", "fast = {}\n"]),
        one_of(vec!["", "[[phases]]\nphase = 'construction'\nfrom = 2020-01-01\n", "\n[[actions]] #?\nwhat = 'x'\n\n"]),
        one_of(vec!["", "[fast]\n#?\n promotion = 17 #?\n\n#?\n"]),
        one_of(vec!["", entries]),
        one_of(vec!["", "\n[[indicators]]\nname = 'i'\n[[indicators.values]]\non = 2020-01-01\nvalue = 1\n#?\n"]),
    );
    (top, notes_and_prize, any::<[bool; 3]>()).prop_map(|(top, rest, [crlf, mark, cut])| {
        let has = |text: &str, key: &str| text.contains(key);
        let mut text = [top.0, top.1, top.2, top.3, top.4].concat();
        let notes = if has(&rest.0, "notes =") { String::new() } else { rest.4 };
        let prize = if has(&rest.1, "fast") { String::new() } else { rest.3 };
        text.push_str(&[rest.0, rest.1, rest.2, prize, notes, rest.5].concat());
        let mut parts = text.split("#?");
        let mut numbered = parts.next().unwrap_or_default().to_owned();
        for (n, part) in parts.enumerate() {
            numbered.push_str(&format!("#<{n}>{part}"));
        }
        if cut {
            numbered.truncate(numbered.trim_end().len());
        }
        let ends = if crlf { numbered.replace('\n', "\r\n") } else { numbered };
        format!("{}{ends}", if mark { BYTE_ORDER_MARK } else { "" })
    })
}

fn startup(text: &str) -> Startup {
    let reading = read(&RecordRef::new(RecordKind::Startup, Id::new("a").expect("an id")), "a.toml", text.as_bytes());
    assert!(reading.problems.is_empty(), "{:?}\n{text}", reading.problems);
    let Some(Record::Startup(startup)) = reading.record else { panic!("no startup") };
    startup
}

/// An operation, its effect on the model, and the number of old lines that it may change.
type StartupChange = (Op, fn(&mut Startup), usize);

fn day() -> Date {
    Date::from_ymd_opt(2021, 3, 4).expect("a date")
}

fn changes(startup: &Startup) -> Vec<StartupChange> {
    let text = |text: &str| Item::Text(text.to_owned());
    let top = KeyPath::top;
    let note = vec![("on".to_owned(), Item::Date(day())), ("text".to_owned(), text("new \"\u{1b}\n"))];
    let lines = startup.name.lines().count() + 2;
    let mut changes: Vec<StartupChange> = vec![
        (Op::Set(top().key("name"), text("B")), |startup| startup.name = "B".to_owned(), lines),
        (Op::Set(top().key("site"), text("x")), |startup| startup.site = Some("x".to_owned()), 1),
        (Op::Insert(top().key("also"), text("z")), |startup| startup.also.push("z".to_owned()), 1),
        (
            Op::Set(top().key("fast").key("amount"), Item::Money(Money::euros(5))),
            |startup| {
                startup.fast.get_or_insert(FastAward { promotion: None, amount: None }).amount = Some(Money::euros(5))
            },
            1,
        ),
        (
            Op::Insert(top().key("notes"), Item::Table(note)),
            |startup| {
                startup.notes.push(Note { on: Some(day()), ..Note::new("new \"\u{1b}\n") });
            },
            1,
        ),
    ];
    if startup.mission.is_some() {
        changes.push((Op::Remove(top().key("mission")), |startup| startup.mission = None, 5));
    }
    for n in 0..startup.notes.len() {
        let note = top().key("notes").index(n);
        let gone: fn(&mut Startup) = if n == 0 { |s| drop(s.notes.remove(0)) } else { |s| drop(s.notes.remove(1)) };
        changes.push((Op::Remove(note.clone()), gone, 5));
        let said: fn(&mut Startup) = if n == 0 {
            |s| s.notes[0].source = Some("s".to_owned())
        } else {
            |s| s.notes[1].source = Some("s".to_owned())
        };
        changes.push((Op::Set(note.key("source"), text("s")), said, 1));
    }
    changes
}

/// Returns how many lines of `before` are missing from `after`, if they are contiguous.
fn touched(before: &str, after: &str) -> usize {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let ends = old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(old, new)| old == new).count();
    old.len() - same - ends
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_patch_changes_only_the_intended_value(before in record()) {
        let startup_before = startup(&before);
        for (op, meant, most) in changes(&startup_before) {
            let after = patch(&before, std::slice::from_ref(&op)).expect("a patch");
            let mut expected = startup_before.clone();
            meant(&mut expected);
            prop_assert_eq!(&startup(&after), &expected, "{:?}\n{}\n{}", op, before, after);
            let touched = touched(&before, &after);
            prop_assert!(touched <= most, "{:?} touched {} lines\n{}\n{}", op, touched, before, after);
            prop_assert_eq!(before.contains("\r\n"), after.contains("\r\n"), "{:?}", op);
            if !matches!(op, Op::Remove(_)) {
                for n in 0..before.matches("#<").count() {
                    prop_assert!(after.contains(&format!("#<{n}>")), "{:?} lost a comment\n{}", op, after);
                }
            }
        }
    }
}
