//! Reading whole records, valid and invalid.

use std::fmt::Write;

use super::*;
use crate::model::{
    Convention, ConventionKind, Id, Location, Moment, Money, RecordKind, RecordRef, Span, Statistics, TermLength,
    Timing, Trigger,
};

fn try_read(kind: RecordKind, text: &str) -> Reading {
    let record = RecordRef::new(kind, Id::new("sample").expect("an id"));
    read(&record, "x.toml", text.as_bytes())
}

/// Formats problems as `line: text: kind`.
fn problems(text: &str, reading: &Reading) -> String {
    let mut out = String::new();
    for problem in &reading.problems {
        let Location::Text(spot) = &problem.place else { panic!("reading points into the text") };
        let line = text[..spot.bytes.start].matches('\n').count() + 1;
        writeln!(out, "{line}: {}: {:?}", &text[spot.bytes.clone()], problem.kind).expect("a string");
    }
    out
}

fn convention(reading: Reading) -> Convention {
    match reading.record {
        Some(Record::Convention(convention)) => convention,
        other => panic!("no convention: {other:?}"),
    }
}

#[test]
fn values_are_read_in_every_form_that_they_have() {
    let text = r#"
format = 1
title = "T"
kind = "amendment"
amends = "base"
term.months = 12
[committee]
every = "6 months"
from = "last"
[[contributions]]
id = "pau"
from = "pau"
amount = "17500.50"
tranches = [
    { amount = 1, when = "signature" },
    { amount = 2, when = 2021-03-01 },
    { amount = 3, when = "end + 1 month" },
    { amount = 4, when = { spent = 600_000, by = "dinum" }, needs = ["call"] },
]
[[obligations]]
id = "a"
what = "a"
due = 2021-03-01
[[obligations]]
id = "b"
what = "b"
standing = false
[[obligations]]
id = "c"
what = "c"
every = "1 year"
from = 2020-01-01
"#;
    let reading = try_read(RecordKind::Convention, text);
    assert_eq!(problems(text, &reading), "");
    let convention = convention(reading);
    let date = |text: &str| text.parse().expect("a date");
    assert!(matches!(&convention.kind, ConventionKind::Amendment { amends } if amends.as_str() == "base"));
    assert_eq!(convention.term.map(|term| term.length), Some(TermLength::For(Span::months(12))));
    assert_eq!(convention.contributions[0].amount.to_string(), "17500.50");
    let triggers: Vec<_> = convention.contributions[0].tranches.iter().map(|tranche| &tranche.when).collect();
    assert_eq!(triggers[0], &Trigger::At(Moment::Signature(None)));
    assert_eq!(triggers[1], &Trigger::At(Moment::On(date("2021-03-01"))));
    assert_eq!(triggers[2], &Trigger::At(Moment::End(Some(Span::months(1)))));
    assert!(matches!(triggers[3], Trigger::Spent { amount, .. } if *amount == Money::euros(600_000)));
    let timings: Vec<_> = convention.obligations.iter().map(|obligation| obligation.timing).collect();
    assert_eq!(timings[0], Timing::Once(Some(Moment::On(date("2021-03-01")))));
    assert_eq!(timings[1], Timing::Once(None));
    assert!(matches!(timings[2], Timing::Recurring(_)));

    let text = "name = \"S\"\nstatistics = \"https://x\"\nindicators = [{ name = \"i\", values = [{ on = 2020-01-01, value = \"2.5\" }] }]\n";
    let reading = try_read(RecordKind::Startup, text);
    assert_eq!(problems(text, &reading), "");
    let Some(Record::Startup(startup)) = reading.record else { panic!("no startup") };
    assert_eq!(startup.statistics, Some(Statistics::At("https://x".to_owned())));
    assert_eq!(startup.indicators[0].values[0].value.to_string(), "2.5");
}

#[test]
fn all_errors_of_a_file_are_reported_at_once() {
    let text = r#"titel = "T"
kind = "partnersip"
signed = "2020-01-01"
decided = 2020-01-01T10:00:00
startups = ["a", "b!", 3]
parties = "pau"
payment_days = -1
repeals = [1]
[[contributions]]
id = "x"
from = "a"
amount = 5.5
[[contributions]]
id = "y"
from = "a"
amount = "5,50"
[[contributions]]
id = "z"
from = "a"
amount = 99999999999999999999
[[contributions]]
id = "ok"
from = "a"
amount = 5
tranches = [{ amount = 5, when = { spent = 1.0, by = "a b" } }, { amount = 5, when = "start" }, { amount = 5, when = "end" }]
[[obligations]]
id = "a"
[[obligations]]
id = "a"
what = "a"
about = "statistic-page"
every = "6 moons"
[[obligations.fulfilled]]
evidence = true
[[obligations]]
id = "a"
what = "b"
standing = "yes"
[[payments]]
on = 2020-02-30
[[calls]]
on = 2020-02-20
amount = 1
contribution = "ok"
tranche = 0
[committee]
every = 6
"#;
    let reading = try_read(RecordKind::Convention, text);
    insta::assert_snapshot!(problems(text, &reading), @r#"
    1: : MissingKey("title")
    1: titel: UnknownKey { key: "titel", nearest: Some("title") }
    2: "partnersip": UnknownValue { value: "partnersip", allowed: ["partnership", "framework", "amendment"], nearest: Some("partnership") }
    3: "2020-01-01": WrongType { expected: "signature", found: "\"2020-01-01\"" }
    4: 2020-01-01T10:00:00: WrongType { expected: "date", found: "2020-01-01T10:00:00" }
    5: "b!": WrongType { expected: "id", found: "\"b!\"" }
    5: 3: WrongType { expected: "id", found: "3" }
    6: "pau": WrongType { expected: "list", found: "\"pau\"" }
    7: -1: WrongType { expected: "count", found: "-1" }
    8: 1: WrongType { expected: "text", found: "1" }
    12: 5.5: FloatAmount("5.5")
    16: "5,50": WrongType { expected: "amount", found: "\"5,50\"" }
    20: 99999999999999999999: WrongType { expected: "amount", found: "99999999999999999999" }
    25: 1.0: FloatAmount("1.0")
    25: "a b": WrongType { expected: "id", found: "\"a b\"" }
    25: "start": WrongType { expected: "trigger", found: "\"start\"" }
    26: [[obligations]]: MissingKey("what")
    31: "statistic-page": UnknownValue { value: "statistic-page", allowed: ["management-report", "statement-of-expenditure", "refund", "source-code", "statistics-page", "publication"], nearest: Some("statistics-page") }
    32: "6 moons": WrongType { expected: "span", found: "\"6 moons\"" }
    33: [[obligations.fulfilled]]: MissingKey("on")
    34: true: WrongType { expected: "text", found: "true" }
    36: "a": DuplicateEntry("a")
    38: "yes": WrongType { expected: "yes-no", found: "\"yes\"" }
    40: 2020-02-30: Syntax("invalid date, expected day between 01 and 29")
    45: 0: WrongType { expected: "number", found: "0" }
    47: 6: WrongType { expected: "span", found: "6" }
    "#);
}

#[test]
fn valid_parts_of_an_invalid_record_are_read() {
    let text = "titel = 1\nkind = \"partnersip\"\nstartups = [\"a\", \"b!\"]\nsigned = 2020-13-01\n\
                [[payments]]\non = 2020-01-01\namount = 5.5\ncontribution = \"a\"\n\
                [[payments]]\non = 2020-01-01\namount = 5\ncontribution = \"a\"\nreference = 3\n";
    let convention = convention(try_read(RecordKind::Convention, text));
    assert_eq!((convention.title.as_str(), &convention.kind), ("sample", &ConventionKind::Partnership));
    assert_eq!((convention.startups.len(), convention.signed), (1, None));
    assert_eq!(convention.payments.len(), 1);
    assert_eq!((convention.payments[0].amount, &convention.payments[0].reference), (Money::euros(5), &None));

    let Some(Record::Startup(startup)) = try_read(RecordKind::Startup, "also = [\"x\"]\n").record else { panic!() };
    assert_eq!((startup.name.as_str(), startup.also.len()), ("sample", 1));
}

#[test]
fn keys_that_exclude_each_other_are_named() {
    let text = "title = \"T\"\nkind = \"framework\"\namends = \"x\"\nterm = { months = 1, until = 2020-01-01 }\n\
                [[obligations]]\nid = \"a\"\nwhat = \"a\"\ndue = \"end\"\nevery = \"1 day\"\n\
                [[obligations]]\nid = \"b\"\nwhat = \"b\"\nstanding = true\nfrom = \"last\"\n";
    let reading = try_read(RecordKind::Convention, text);
    insta::assert_snapshot!(problems(text, &reading), @r#"
    3: "x": ConflictingKeys(["kind", "amends"])
    4: 2020-01-01: ConflictingKeys(["months", "until"])
    9: "1 day": ConflictingKeys(["due", "every"])
    14: "last": ConflictingKeys(["standing", "from"])
    "#);
    let convention = convention(reading);
    assert_eq!((&convention.kind, &convention.term), (&ConventionKind::Framework, &None));
    assert_eq!(convention.obligations[0].timing, Timing::Once(None));
    assert_eq!(convention.obligations[1].timing, Timing::Standing);

    let text = "title = \"T\"\nkind = \"partnership\"\nterm = { article = \"7\" }\n";
    insta::assert_snapshot!(problems(text, &try_read(RecordKind::Convention, text)), @r#"3: { article = "7" }: MissingKey("months")"#);
    // An amendment without `amends` has no effect that could be computed.
    let text = "title = \"T\"\nkind = \"amendment\"\n";
    let reading = try_read(RecordKind::Convention, text);
    insta::assert_snapshot!(problems(text, &reading), @r#"2: "amendment": MissingKey("amends")"#);
    assert!(reading.record.is_none());
}

#[test]
fn a_newer_format_is_not_checked() {
    let text = "format = 2\ntitle = 1\nwhatever = 2\n";
    let reading = try_read(RecordKind::Convention, text);
    assert_eq!(problems(text, &reading), "1: 2: FormatTooNew { found: 2, known: 1 }\n");
    assert!(reading.record.is_none());
    let text = "format = 0\nname = \"x\"\n";
    insta::assert_snapshot!(problems(text, &try_read(RecordKind::Party, text)), @r#"1: 0: WrongType { expected: "format", found: "0" }"#);
    let text = "name = \"x\"\ncurrency = \"USD\"\n";
    insta::assert_snapshot!(problems(text, &try_read(RecordKind::Portfolio, text)), @r#"2: "USD": UnknownValue { value: "USD", allowed: ["EUR"], nearest: None }"#);
}

#[test]
fn a_syntax_error_keeps_the_rest() {
    let text = "title = \"A\"\nkind = \"partnership\"\nsigned = 2020-13-01\nreference = \"A\nparties = [\"a\"]\nx y = 1\n\
                [[payments]\non = 2020-01-01\n[[contributions]]\nid = \"a\"\nfrom = \"b\"\namount = 12 000\n";
    let reading = try_read(RecordKind::Convention, text);
    insta::assert_snapshot!(problems(text, &reading), @r#"
    3: 2020-13-01: Syntax("invalid date, expected month between 01 and 12")
    4: ": Syntax("invalid basic string, expected `\"`")
    6: : Syntax("key with no value, expected `=`")
    7: [: Syntax("unclosed array table, expected `]`")
    "#);
    let convention = convention(reading);
    assert_eq!((convention.title.as_str(), convention.parties.len()), ("A", 1));
    let text = "name = \"A\"\nname = \"B\"\n[accounts]\n";
    insta::assert_snapshot!(problems(text, &try_read(RecordKind::Party, text)), @r#"
    2: name: Syntax("duplicate key")
    3: [accounts]: WrongType { expected: "list", found: "[accounts]" }
    "#);
}

#[test]
fn a_schema_accepts_what_its_type_reads() {
    // All expected types are declared, and the lenient reader knows every type of the schemas.
    for kind in RecordKind::ALL {
        let schema = schema(kind);
        for (name, schema) in schema["$defs"].as_object().into_iter().flatten() {
            let value = toml::de::DeValue::Boolean(true);
            let single = lenient::check_scalar(name, &value);
            let table = schema["type"] == "object" || ["Trigger", "OneOrMany"].contains(&name.as_str());
            assert_eq!(single.is_none(), table, "{name}");
            if let Some(Err(crate::model::ProblemKind::WrongType { expected, .. })) = single {
                assert!(EXPECTED.contains(&expected.as_str()), "{expected}");
            }
        }
    }
}

#[test]
fn percentages_become_amounts_to_the_cent() {
    let amounts = |contribution: &str, tranches: &str| {
        let text = format!(
            "title = \"T\"\nkind = \"partnership\"\n[[contributions]]\nid = \"c\"\nfrom = \"pau\"\nto = \"anct\"\n\
             {contribution}\n{tranches}"
        );
        let convention = convention(try_read(RecordKind::Convention, &text));
        let one = &convention.contributions[0];
        let parts: Vec<String> = one.tranches.iter().map(|tranche| tranche.amount.to_string()).collect();
        (one.amount.to_string(), parts.join(" "))
    };
    let of = |percents: &[&str]| -> String {
        percents.iter().map(|one| format!("[[contributions.tranches]]\npercent = {one}\nwhen = 2020-07-01\n")).collect()
    };
    let said = |amount: &str, parts: &str| (amount.to_owned(), parts.to_owned());
    // 33 % of 100.01 is 33.0033; the last of three that are 100 % together bears the rest.
    let whole = "amount = \"100.01\"";
    assert_eq!(amounts(whole, &of(&["33", "33", "34"])), said("100.01", "33.00 33.00 34.01"));
    assert_eq!(amounts(whole, &of(&["33", "33"])), said("100.01", "33.00 33.00"));
    // 12.5 % of 100,000, with a ceiling above and below it.
    let share =
        |ceiling: &str| format!("percent = \"12.5\"\ntotal = {{ amount = 100000, tax = \"excluded\"{ceiling} }}");
    assert_eq!(amounts(&share(""), &of(&["30", "70"])), said("12500.00", "3750.00 8750.00"));
    assert_eq!(amounts(&share(", ceiling = 20000"), "").0, "12500.00");
    assert_eq!(amounts(&share(", ceiling = 10000"), "").0, "10000.00");
}
