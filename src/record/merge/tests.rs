//! Base, ours, theirs: and what they become.

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

/// The base with pieces replaced.
fn edited(pieces: &[(&str, &str)]) -> String {
    pieces.iter().fold(BASE.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    })
}

fn merged(base: &str, ours: &str, theirs: &str) -> Merged {
    merge(&record(), Some(base), ours, theirs, &[]).expect("a merge")
}

type Pieces<'a> = &'a [(&'a str, &'a str)];

/// Two sets of changes become both, whichever side made which, and nothing is asked.
#[track_caller]
fn both(ours: Pieces<'_>, theirs: Pieces<'_>, together: Pieces<'_>) {
    let (ours, theirs, together) = (edited(ours), edited(theirs), edited(together));
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let Merged { text, questions } = merged(BASE, ours, theirs);
        assert_eq!(questions, []);
        assert!(text == together, "{}", diffy::create_patch(&together, &text));
    }
}

const LAST: &str = "contribution = \"pau\"\n# last line\n";

#[test]
fn two_payments_are_both_there() {
    let paid = |on: &str, amount: &str| {
        format!("{LAST}\n[[payments]]\non           = {on}\namount       = {amount}\ncontribution = \"pau\"\n")
    };
    let (first, second) = (paid("2021-03-05", "7000"), paid("2021-03-04", "8000"));
    let rest = |text: &str| text.strip_prefix(LAST).expect("the rest").to_owned();
    both(&[(LAST, &first)], &[(LAST, &second)], &[(LAST, &format!("{LAST}{}{}", rest(&second), rest(&first)))]);
    // The same one is one.
    both(&[(LAST, &first)], &[(LAST, &first)], &[(LAST, &first)]);
    both(
        &[(LAST, &first), ("amount  = 35000", "amount  = 36000")],
        &[(LAST, &first)],
        &[(LAST, &first), ("amount  = 35000", "amount  = 36000")],
    );
}

#[test]
fn two_fulfilments_are_both_there() {
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
