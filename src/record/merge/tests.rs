//! Merges of small texts: base, ours, theirs, expected result.

use super::*;
use crate::model::{Id, RecordKind};

const BASE: &str = r#"#:schema ../schema/convention.json
# Checked against the scan on 3 March.
title    = "Poubelles Battle : convention DINUM – Pau"
kind     = "partnership"
startups = [ "poubelles-battle" ]   # one only
parties  = ["dinum", "pau"]
# signed = YYYY-MM-DD

[[contributions]]
id      = "pau"
from    = "pau"
to      = "dinum"
amount  = 35000
article = "5.1"
[[contributions.tranches]]
amount  = 20000
when    = "signature"
[[contributions.tranches]]
amount  = 15000
when    = "end"

## What is owed

# Every month, they say.
[[obligations]]
id       = "statistics-page"
about    = "statistics-page"
debtor   = "dinum"
creditor = "pau"
what     = "Keep a public page of statistics"
article  = "2"
standing = true

[[obligations]]   # the report
id      = "management-report"
about   = "management-report"
debtor  = "dinum"
what    = "Send the management report"
article = "6"
due     = "end + 1 month"
# not yet

## Money

[[payments]]
on           = 2021-02-01
amount       = 5000
contribution = "pau"
# last line
"#;

fn record() -> RecordRef {
    RecordRef::new(RecordKind::Convention, Id::new("a").expect("an id"))
}

/// Returns the base with some pieces replaced.
fn edited(pieces: &[(&str, &str)]) -> String {
    pieces.iter().fold(BASE.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    })
}

fn merged(base: &str, ours: &str, theirs: &str) -> RecordMerge {
    merge(&record(), Some(base), ours, theirs, &[]).expect("a merge")
}

type Pieces<'a> = &'a [(&'a str, &'a str)];

/// Checks that two sets of changes merge without a question, in both directions.
#[track_caller]
fn both(ours: Pieces<'_>, theirs: Pieces<'_>, together: Pieces<'_>) {
    let (ours, theirs, together) = (edited(ours), edited(theirs), edited(together));
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let RecordMerge { text, questions } = merged(BASE, ours, theirs);
        assert_eq!(questions, []);
        assert!(text == together, "{}", diffy::create_patch(&together, &text));
    }
}

const LAST: &str = "contribution = \"pau\"\n# last line\n";

#[test]
fn two_added_payments_are_both_kept() {
    let paid = |on: &str, amount: &str| {
        format!("{LAST}\n[[payments]]\non           = {on}\namount       = {amount}\ncontribution = \"pau\"\n")
    };
    let (first, second) = (paid("2021-03-05", "7000"), paid("2021-03-04", "8000"));
    let rest = |text: &str| text.strip_prefix(LAST).expect("the rest").to_owned();
    both(&[(LAST, &first)], &[(LAST, &second)], &[(LAST, &format!("{LAST}{}{}", rest(&second), rest(&first)))]);
    // The same addition on both sides appears once.
    both(&[(LAST, &first)], &[(LAST, &first)], &[(LAST, &first)]);
    both(
        &[(LAST, &first), ("amount  = 35000", "amount  = 36000")],
        &[(LAST, &first)],
        &[(LAST, &first), ("amount  = 35000", "amount  = 36000")],
    );
}

#[test]
fn two_added_fulfilments_are_both_kept() {
    let standing = "article  = \"2\"\nstanding = true\n";
    let done =
        |on: &str| format!("[[obligations.fulfilled]]\non       = {on}\nevidence = \"https://example.org\" # seen\n");
    let (first, second) = (done("2021-03-04"), done("2021-04-04"));
    both(
        &[(standing, &format!("{standing}{second}"))],
        &[(standing, &format!("{standing}{first}"))],
        &[(standing, &format!("{standing}{first}{second}"))],
    );
    let due = "due     = \"end + 1 month\"\n# not yet\n";
    both(
        &[(standing, &format!("{standing}{second}"))],
        &[(due, &format!("{due}{first}"))],
        &[(standing, &format!("{standing}{second}")), (due, &format!("{due}{first}"))],
    );
}

#[test]
fn two_fields_of_one_record_and_of_one_entry_are_both_set() {
    let (title, signed) = ("Poubelles Battle : convention", "# signed = YYYY-MM-DD\n");
    both(
        &[(title, "Poubelles : convention")],
        &[(signed, "# signed = YYYY-MM-DD\nsigned   = 2021-01-04\n")],
        &[(title, "Poubelles : convention"), (signed, "# signed = YYYY-MM-DD\nsigned   = 2021-01-04\n")],
    );
    both(
        &[("amount       = 5000", "amount       = 5500   # corrected")],
        &[("contribution = \"pau\"\n# last line", "contribution = \"pau\"\nreference    = \"V-1\"\n# last line, now")],
        &[
            ("amount       = 5000", "amount       = 5500   # corrected"),
            ("contribution = \"pau\"\n# last line", "contribution = \"pau\"\nreference    = \"V-1\"\n# last line, now"),
        ],
    );
    both(
        &[("amount  = 20000", "amount  = 21000")],
        &[("amount  = 15000\n", "amount  = 14000\nneeds   = [\"call for funds\"]\n")],
        &[
            ("amount  = 20000", "amount  = 21000"),
            ("amount  = 15000\n", "amount  = 14000\nneeds   = [\"call for funds\"]\n"),
        ],
    );
}

const MOVABLE: &str = "# Every month, they say.\n[[obligations]]\nid       = \"statistics-page\"\nabout    = \"statistics-page\"\ndebtor   = \"dinum\"\ncreditor = \"pau\"\nwhat     = \"Keep a public page of statistics\"\narticle  = \"2\"\nstanding = true\n\n";

#[test]
fn an_entry_edited_on_one_side_and_moved_on_the_other_is_both() {
    let edited_entry = MOVABLE.replace("article  = \"2\"", "article  = \"2.1\" # as amended");
    both(
        &[("article  = \"2\"", "article  = \"2.1\" # as amended")],
        &[(MOVABLE, ""), ("## Money\n", &format!("{}\n## Money\n", MOVABLE.trim_end()))],
        &[(MOVABLE, ""), ("## Money\n", &format!("{}\n## Money\n", edited_entry.trim_end()))],
    );
}

#[test]
fn comments_of_both_sides_stay() {
    both(
        &[
            ("# Every month, they say.\n", "# Every month, they say.\n# So it was in 2020.\n"),
            ("35000\n", "35000   # all of it\n"),
        ],
        &[
            ("# Every month, they say.\n", "# As the annex has it.\n# Every month, they say.\n"),
            ("[[obligations]]   # the report", "[[obligations]]   # the last report"),
        ],
        &[
            ("# Every month, they say.\n", "# As the annex has it.\n# Every month, they say.\n# So it was in 2020.\n"),
            ("35000\n", "35000   # all of it\n"),
            ("[[obligations]]   # the report", "[[obligations]]   # the last report"),
        ],
    );
    both(
        &[("35000\n", "35000   # all of it\n")],
        &[("35000\n", "35000   # in one go\n")],
        &[("35000\n", "35000   # all of it # in one go\n")],
    );
    // Both sides changed one comment: both versions are kept.
    both(
        &[("# last line", "# last line of Pau")],
        &[("# last line", "# last line of DINUM")],
        &[("# last line", "# last line of DINUM\n# last line of Pau")],
    );
    // A comment that one side added survives the removal of its entry by the other.
    let payment = "[[payments]]\non           = 2021-02-01\namount       = 5000\ncontribution = \"pau\"\n# last line\n";
    let kept = merged(
        BASE,
        &edited(&[("amount       = 5000", "amount       = 5000 # on which account?")]),
        &edited(&[(payment, "")]),
    );
    assert_eq!(kept.questions, []);
    assert!(kept.text.contains("# on which account?") && !kept.text.contains("[[payments]]"), "{}", kept.text);
}

#[test]
fn lists_contain_the_additions_of_both_sides() {
    let list = "[ \"poubelles-battle\" ]";
    both(
        &[(list, "[ \"poubelles-battle\", \"b\" ]")],
        &[(list, "[ \"poubelles-battle\", \"a\" ]")],
        &[(list, "[ \"poubelles-battle\", \"a\", \"b\" ]")],
    );
    both(&[(list, "[ \"a\", \"poubelles-battle\" ]")], &[(list, "[]")], &[(list, "[ \"a\" ]")]);
    let impact = |text: &str| text.replace("# signed = YYYY-MM-DD\n", "");
    let term = |inside: &str| impact(BASE).replace("parties  =", &format!("accounts = {{ {inside} }}\nparties  ="));
    let (base, ours, theirs) = (term("a = 1, b = 2"), term("a = 3, b = 2"), term("a = 1, b = 4, c = 5"));
    assert_eq!(merged(&base, &ours, &theirs).text, term("a = 3, b = 4, c = 5"));
}

/// Checks that exactly one question with these values is asked, in both directions, and the result of each answer.
#[track_caller]
fn asks(path: &str, ours: Pieces<'_>, theirs: Pieces<'_>, values: [Option<&str>; 3]) {
    let (here, there) = (edited(ours), edited(theirs));
    let RecordMerge { text, questions } = merged(BASE, &here, &there);
    let [question] = questions.as_slice() else { panic!("{questions:?}") };
    assert_eq!(question.path.to_string(), path);
    assert_eq!([question.was.as_deref(), question.ours.value.as_deref(), question.theirs.value.as_deref()], values);
    assert!(text == here, "ours stands:\n{}", diffy::create_patch(&here, &text));
    let answer = |side| [MergeAnswer { record: record(), path: question.path.clone(), side }];
    for (side, stands) in [(MergeSide::Ours, &here), (MergeSide::Theirs, &there)] {
        let settled = merge(&record(), Some(BASE), &here, &there, &answer(side)).expect("a merge");
        assert_eq!(settled.questions, []);
        assert!(settled.text == *stands, "{side:?} stands:\n{}", diffy::create_patch(stands, &settled.text));
    }
}

#[test]
fn two_values_of_one_key_are_a_question() {
    asks(
        "contributions[0].amount",
        &[("amount  = 35000", "amount  = 36000")],
        &[("amount  = 35000", "amount  = 37000")],
        [Some("35000"), Some("36000"), Some("37000")],
    );
    let signed = "# signed = YYYY-MM-DD\n";
    asks(
        "signed",
        &[(signed, &format!("{signed}signed   = 2021-01-04\n"))],
        &[(signed, &format!("{signed}signed   = 2021-01-05\n"))],
        [None, Some("2021-01-04"), Some("2021-01-05")],
    );
    asks(
        "startups",
        &[("[ \"poubelles-battle\" ]", "[ \"a\" ]")],
        &[("[ \"poubelles-battle\" ]", "[ \"b\" ]")],
        [Some("[ \"poubelles-battle\" ]"), Some("[ \"a\" ]"), Some("[ \"b\" ]")],
    );
    // Exclusive keys count as one value.
    asks(
        "obligations[0].due",
        &[("standing = true", "due      = \"end\"")],
        &[("standing = true", "every    = \"1 month\"")],
        [Some("standing = true"), Some("due      = \"end\""), Some("every    = \"1 month\"")],
    );
}

#[test]
fn a_removal_and_a_change_are_a_question() {
    let payment =
        "\n[[payments]]\non           = 2021-02-01\namount       = 5000\ncontribution = \"pau\"\n# last line\n";
    let was = payment.trim();
    let changed = payment.replace("5000", "5500");
    let amount = ("amount       = 5000", "amount       = 5500");
    asks("payments[0]", &[amount], &[(payment, "")], [Some(was), Some(changed.trim()), None]);
    // Ours lacks the entry: its index is after the last one.
    asks("payments[0]", &[(payment, "")], &[amount], [Some(was), None, Some(changed.trim())]);
    asks(
        "contributions[0].article",
        &[("article = \"5.1\"\n", "")],
        &[("\"5.1\"", "\"5.2\"")],
        [Some("\"5.1\""), None, Some("\"5.2\"")],
    );
    asks(
        "obligations[1]",
        &[(MOVABLE, "")],
        &[("Keep a public page", "Keep a page")],
        [
            Some(MOVABLE.lines().skip(1).collect::<Vec<_>>().join("\n").trim()),
            None,
            Some(MOVABLE.replace("public page", "page").lines().skip(1).collect::<Vec<_>>().join("\n").trim()),
        ],
    );
}

#[test]
fn entries_match_by_id_or_by_content() {
    let payment = |id: &str, amount: &str| {
        format!(
            "\n[[payments]]\nid           = \"{id}\"\non           = 2021-03-05\namount       = {amount}\ncontribution = \"pau\"\n"
        )
    };
    let (a, b) = (payment("2021-03-05-aa", "1"), payment("2021-03-05-bb", "1"));
    // Equal except for the id: two entries.
    both(&[(LAST, &format!("{LAST}{b}"))], &[(LAST, &format!("{LAST}{a}"))], &[(LAST, &format!("{LAST}{a}{b}"))]);
    // One of them handwritten without an id: one entry.
    let by_hand = a.replace("id           = \"2021-03-05-aa\"\n", "");
    let RecordMerge { text, questions } =
        merged(BASE, &edited(&[(LAST, &format!("{LAST}{a}"))]), &edited(&[(LAST, &format!("{LAST}{by_hand}"))]));
    assert_eq!((text.matches("2021-03-05\n").count(), questions), (1, vec![]), "{text}");
    // Same id, different amounts: a question about the amount.
    let other = a.replace("amount       = 1", "amount       = 2");
    asks(
        "payments[1].amount",
        &[(LAST, &format!("{LAST}{a}"))],
        &[(LAST, &format!("{LAST}{other}"))],
        [None, Some("1"), Some("2")],
    );
}

#[test]
fn sides_merge_across_notations() {
    let base = "name = \"A\"\n[[notes]]\ntext = \"a\" # one\n";
    let theirs = "name = \"A\" # theirs\nnotes = [{ text = \"a\" }, { text = \"b\" }]\n";
    let ours = "name = \"B\"\n[[notes]]\ntext = \"a\" # one\n\n[[notes]]\ntext = \"c\"\n";
    let RecordMerge { text, questions } = merged(base, ours, theirs);
    assert_eq!(questions, []);
    let table: toml::Table = toml::from_str(&text).expect("TOML");
    assert_eq!(table["notes"].as_array().map(Vec::len), Some(3), "{text}");
    assert!(text.contains("\"B\"") && text.contains("# theirs"), "{text}");
    // An inline table, below a header, and as dotted keys.
    for theirs in ["fast.promotion = 1\nfast.amount = 2\n", "[fast]\npromotion = 1\namount = 2\n"] {
        let RecordMerge { text, questions } =
            merged("fast = { promotion = 1 }\n", "fast = { promotion = 3 }\n", theirs);
        assert_eq!(questions, []);
        assert_eq!(
            toml::from_str::<toml::Table>(&text),
            toml::from_str("fast = { promotion = 3, amount = 2 }"),
            "{text}"
        );
    }
}

#[test]
fn line_endings_and_byte_order_marks_are_kept() {
    let (ours, theirs) = (edited(&[("amount  = 35000", "amount  = 1")]), edited(&[("# last line\n", "# last line")]));
    let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let together = edited(&[("amount  = 35000", "amount  = 1"), ("# last line\n", "# last line")]);
    assert_eq!(merged(&crlf(BASE), &crlf(&ours), &crlf(&theirs)).text, crlf(&together));
    // One side's editor changed all line endings: the merge keeps that.
    assert_eq!(merged(BASE, &crlf(&ours), &theirs).text, crlf(&together));
    assert_eq!(merged(BASE, &ours, &crlf(&theirs)).text, crlf(&together));
}

#[test]
fn a_record_created_on_both_sides_is_merged_without_a_base() {
    let (ours, theirs) =
        ("name = \"A\"\nsite = \"x\"\n# ours\n", "name = \"B\"\nmission = \"m\"\n\n[[notes]]\ntext = \"t\"\n");
    let RecordMerge { text, questions } = merge(&record(), None, ours, theirs, &[]).expect("a merge");
    assert_eq!(questions.len(), 1);
    assert_eq!(questions[0].path.to_string(), "name");
    for words in ["name = \"A\"", "site = \"x\"", "# ours", "mission = \"m\"", "[[notes]]"] {
        assert!(text.contains(words), "{text}");
    }
    assert_eq!(merge(&record(), None, ours, ours, &[]).expect("a merge").text, ours);
}

#[test]
fn invalid_toml_is_merged_by_lines_or_asked_as_a_whole() {
    let broken = edited(&[("title    = \"Poubelles", "title    = Poubelles")]);
    let theirs = edited(&[("amount       = 5000", "amount       = 5500")]);
    let both = broken.replace("amount       = 5000", "amount       = 5500");
    assert_eq!(merged(BASE, &broken, &theirs), RecordMerge { text: both, questions: vec![] });
    let other = edited(&[("title    = \"Poubelles", "title    = \"Bins")]);
    let RecordMerge { text, questions } = merged(BASE, &broken, &other);
    assert_eq!((text, questions.len()), (broken.clone(), 1));
    assert_eq!((&questions[0].path, questions[0].theirs.value.as_ref()), (&KeyPath::top(), Some(&other)));
    let answer = MergeAnswer { record: record(), path: KeyPath::top(), side: MergeSide::Theirs };
    assert_eq!(merge(&record(), Some(BASE), &broken, &other, &[answer]).expect("a merge").text, other);
    // Both sides fixed it.
    let fixed = merged(&broken, BASE, &theirs);
    assert_eq!((fixed.text, fixed.questions), (theirs, vec![]));
}

#[test]
fn a_text_that_is_too_large_is_refused() {
    let large = "#".repeat(usize::try_from(LARGEST).expect("a size") + 1);
    assert!(matches!(merge(&record(), None, "", &large, &[]), Err(MergeError::TooLarge(_))));
}

#[test]
fn times_merge_across_notations() {
    let base = "kind = \"committee\"\nagenda = [{ startup = \"a\" }]\n";
    let ours = "kind = \"committee\"\n[[agenda]]\nstartup = \"a\"\nno = 1\n";
    let theirs =
        "kind = \"committee\"\nstart = 14:00:00\nclosed = 2026-11-20T17:05:00\nagenda = [{ startup = \"a\" }]\n";
    for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
        let RecordMerge { text, questions } = merged(base, ours, theirs);
        assert_eq!(questions, []);
        for words in ["start = 14:00:00", "closed = 2026-11-20T17:05:00", "no = 1"] {
            assert_eq!(text.matches(words).count(), 1, "{text}");
        }
    }
}

/// Returns the questions of a merge as their paths, after checking that each text is in the result.
#[track_caller]
fn questions_keeping(base: &str, ours: &str, theirs: &str, kept: &[&str]) -> Vec<String> {
    let RecordMerge { text, questions } = merged(base, ours, theirs);
    for words in kept {
        assert_eq!(text.matches(words).count(), 1, "{words}:\n{text}");
    }
    questions.iter().map(|question| question.path.to_string()).collect()
}

#[test]
fn stays_in_one_incubator_are_distinguished_by_their_first_day() {
    let stay = |from: &str, rest: &str| format!("[[incubators]]\nid = \"anct\"\nfrom = {from}\n{rest}\n");
    let (first, second) = (stay("2019-09-01", "until = 2020-03-31\n"), stay("2022-01-01", ""));
    let base = format!("name = \"A\"\n{first}{second}");
    let ended = stay("2022-01-01", "until = 2024-06-30\n");
    let (ours, theirs) = (format!("name = \"A\"\n{second}"), format!("name = \"A\"\n{first}{ended}"));
    let kept = ["from = 2022-01-01", "until = 2024-06-30"];
    assert_eq!(questions_keeping(&base, &ours, &theirs, &kept), [""; 0]);
    assert!(!merged(&base, &ours, &theirs).text.contains("2019"));
    // Other incubators added on both sides are both kept, though only their ids differ.
    let added = |id: &str| format!("{base}[[incubators]]\nid = \"{id}\"\n");
    let kept = ["id = \"beta\"", "id = \"dinum\""];
    assert_eq!(questions_keeping(&base, &added("beta"), &added("dinum"), &kept), [""; 0]);
}

#[test]
fn fulfilments_of_one_day_are_distinguished_by_their_due_days() {
    let done = |due: &str| {
        let base = "[[obligations]]\nid = \"report\"\nwhat = \"Report\"\nevery = \"1 month\"\n";
        format!("{base}{due}")
    };
    let met = |due: &str| done(&format!("[[obligations.fulfilled]]\non = 2021-05-04\ndue = {due}\n"));
    let kept = ["due = 2021-03-31", "due = 2021-04-30"];
    assert_eq!(questions_keeping(&done(""), &met("2021-03-31"), &met("2021-04-30"), &kept), [""; 0]);
    assert_eq!(questions_keeping(&done(""), &met("2021-03-31"), &met("2021-03-31"), &kept[..1]), [""; 0]);
}

#[test]
fn a_condition_met_on_one_side_and_not_met_on_the_other_is_a_question() {
    let condition = |rest: &str| format!("name = \"A\"\n[[conditions]]\nid = \"x\"\nwhat = \"Ten users\"\n{rest}");
    let (met, not_met) = (condition("met = 2026-12-10\n"), condition("not_met = 2026-12-15\n"));
    assert_eq!(questions_keeping(&condition(""), &met, &not_met, &["met = 2026-12-10"]), ["conditions[0].met"]);
    let held = |rest: &str| format!("name = \"A\"\n[[committees]]\nid = \"x\"\non = 2026-11-20\n{rest}");
    let until = held("decision = \"continue\"\nuntil = 2026-12-31\n");
    let deferred = held("decision = \"defer\"\ndeferred_until = 2027-01-15\n");
    let asked = questions_keeping(&held(""), &until, &deferred, &["until = 2026-12-31"]);
    assert_eq!(asked, ["committees[0].until", "committees[0].decision"]);
}
