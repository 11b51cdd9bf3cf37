//! Bad input never stops the program: it becomes a finding, and every other record works.

use couveuse::model::{Id, KeyPath, Location, Problem, ProblemKind, RecordKind, RecordRef, Unreadable};
use couveuse::record::{self, Reading, Record};

fn read(kind: RecordKind, bytes: &[u8]) -> Reading {
    record::read(&RecordRef::new(kind, Id::new("sample").expect("an id")), "x/sample.toml", bytes)
}

/// The byte range of a problem.
fn bytes(problem: &Problem) -> std::ops::Range<usize> {
    match &problem.place {
        Location::Text(spot) => spot.bytes.clone(),
        Location::Value(..) => panic!("reading points into the text"),
    }
}

#[track_caller]
fn refused(kind: RecordKind, text: &[u8], at: usize, why: Unreadable) {
    let reading = read(kind, text);
    assert!(reading.record.is_none());
    let [problem] = reading.problems.as_slice() else { panic!("one problem: {:?}", reading.problems) };
    assert_eq!(problem.kind, ProblemKind::Unreadable(why));
    assert_eq!(bytes(problem).start, at);
}

#[test]
fn invalid_utf8_is_reported_with_its_byte() {
    refused(RecordKind::Party, b"name = \"Pau \xe9\"\n", 12, Unreadable::NotUtf8);
    refused(RecordKind::Party, b"\xff\xfen\0a\0", 0, Unreadable::NotUtf8);
    refused(RecordKind::Party, b"name = \"\xc3", 8, Unreadable::NotUtf8);
}

#[test]
fn an_empty_file_is_reported() {
    for text in ["", "\n \r\n\t", "\u{feff}", "\u{feff}\r\n"] {
        refused(RecordKind::Startup, text.as_bytes(), 0, Unreadable::Empty);
    }
    // All keys of portfolio.toml are optional: the defaults apply.
    let reading = read(RecordKind::Portfolio, b"");
    assert!(matches!(reading.record, Some(Record::Portfolio(_))));
    assert_eq!(reading.problems[0].kind, ProblemKind::Unreadable(Unreadable::Empty));
}

#[test]
fn a_file_of_fifty_megabytes_is_not_parsed() {
    let large = vec![b'#'; 50 * 1024 * 1024];
    refused(RecordKind::Convention, &large, 0, Unreadable::TooLarge(50 * 1024 * 1024));
}

#[test]
fn a_file_nested_a_thousand_deep_is_not_parsed() {
    for text in [
        format!("name = {}{}", "[".repeat(1000), "]".repeat(1000)),
        format!("name = {}1{}", "{ a = ".repeat(1000), " }".repeat(1000)),
        format!("[{}a]\n", "a.".repeat(1000)),
        format!("[[{}a]]\n", "a.".repeat(100_000)),
        format!("{}a = 1\n", "a.".repeat(1000)),
        "[".repeat(1_000_000),
    ] {
        let reading = read(RecordKind::Party, text.as_bytes());
        assert!(reading.record.is_none());
        assert_eq!(reading.problems[0].kind, ProblemKind::Unreadable(Unreadable::TooDeep));
        // Functions that work on texts don't fail either.
        let _ = record::locate(&text, &KeyPath::top().key("name"));
        assert!(record::patch(&text, &[]).is_err());
    }
}

#[test]
fn crlf_and_byte_order_marks_are_accepted() {
    let text = "\u{feff}#:schema ../schema/party.json\r\nname = \"Pau\"\r\n\r\n[[accounts]]\r\nkey = \"09\"\r\nkex = \"é\"\r\n";
    let reading = read(RecordKind::Party, text.as_bytes());
    let Some(Record::Party(party)) = &reading.record else { panic!("a party") };
    assert_eq!((party.name.as_str(), party.accounts[0].key.as_deref()), ("Pau", Some("09")));
    let [problem] = reading.problems.as_slice() else { panic!("one problem: {:?}", reading.problems) };
    assert_eq!(&text[bytes(problem)], "kex");
}

#[test]
fn control_characters_are_accepted_only_as_toml_allows() {
    let reading = read(RecordKind::Party, b"name = \"a\\u001b[2Jb\\u0007\"\n");
    let Some(Record::Party(party)) = &reading.record else { panic!("a party") };
    assert_eq!(party.name, "a\u{1b}[2Jb\u{7}");
    assert!(reading.problems.is_empty());

    let reading = read(RecordKind::Party, b"name = \"a\x1b[2Jb\"\nkind = \"x\"\n");
    assert!(matches!(reading.problems[0].kind, ProblemKind::Syntax(_)), "{:?}", reading.problems);
    let reading = read(RecordKind::Party, b"\0\0\0\0");
    assert!(matches!(reading.problems[0].kind, ProblemKind::Syntax(_)), "{:?}", reading.problems);
}

#[test]
fn no_input_stops_the_reading() {
    let sample = include_str!("../../portfolio/conventions/incubateur-anct-dinum.toml");
    // Truncated anywhere, and without any one line, as while somebody is typing.
    for (at, _) in sample.char_indices().step_by(211) {
        read(RecordKind::Convention, &sample.as_bytes()[..at]);
        let _ = record::locate(&sample[..at], &KeyPath::entry("contributions", 0).key("amount"));
    }
    for n in (0..sample.lines().count()).step_by(3) {
        let without: Vec<&str> = sample.lines().enumerate().filter(|(m, _)| *m != n).map(|(_, line)| line).collect();
        let reading = read(RecordKind::Convention, without.join("\n").as_bytes());
        assert!(reading.record.is_some() || sample.lines().nth(n).is_some_and(|line| line.starts_with("kind")));
    }
}

#[test]
fn thousands_of_findings_in_one_record_are_reported_at_once() {
    let time = |keys: usize| {
        let text: String = (0..keys).map(|n| format!("x{n} = 1\n")).collect();
        let read = || {
            let begun = std::time::Instant::now();
            let reading = read(RecordKind::Party, format!("name = \"P\"\n{text}").as_bytes());
            assert_eq!(reading.problems.len(), keys);
            begun.elapsed()
        };
        read().min(read())
    };
    // Thirty-two times as many: far less than the square of that.
    let (few, many) = (time(1_000), time(32_000));
    assert!(many < few * 200, "{few:?} for 1,000, {many:?} for 32,000");
}
