//! Each verb, on handwritten records.

mod concurrent;
mod contradictions;
mod declarations;
mod fields;
mod properties;
mod records;
pub(in crate::edit) mod verbs;

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::model::{Decision, Id, Money, RecordKind, RecordRef};
use crate::record::Record;

const CONVENTION: &str = r#"title = "T"  # as printed
kind = "partnership"
startups = ["histologe"]
parties = ["pau", "anct"]

[[contributions]]
id = "pau"
from = "pau"
to = "anct"
amount = 17500
article = "5.1"
[[contributions.tranches]]
amount = 17500
when = "signature"

[[contributions]]
id = "anct"
from = "anct"
amount = 35000

[[obligations]]
id = "report"
debtor = "anct"
what = "Report on progress"
every = "3 months"
fulfilled = [ { on = 2020-06-01 } ] # by mail

[[obligations]]
id = "statistics-page"
about = "statistics-page"
debtor = "pau"
what = "Publish the figures"
article = "2"
standing = true

[committee]
every = "6 months"
"#;

const AMENDMENT: &str = r#"title = "A"
kind = "amendment"
amends = "histologe-pau-anct"
startups = []
parties = ["pau", "anct"]
signed = 2020-11-01
[[obligations]]
id = "report"
debtor = "anct"
what = "Report on progress, twice a year"
every = "6 months"
"#;

const STARTUP: &str = r#"name = "Histologe"
[[committees]]
on = 2020-06-02
state = "planned"   # at ten
[[committees]]
on = 2020-01-15
state = "held"
[[committees]]
on = 2019-07-01
state = "held"
decision = "continue"
"#;

pub(in crate::edit) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub(in crate::edit) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn read(kind: RecordKind, name: &str, text: &str) -> Record {
    let reading = record::read(&RecordRef::new(kind, id(name)), name, text.as_bytes());
    assert_eq!(reading.problems, [], "{name}");
    reading.record.unwrap()
}

fn portfolio() -> Portfolio {
    let mut portfolio = Portfolio::default();
    let Record::Convention(convention) = read(RecordKind::Convention, "histologe-pau-anct", CONVENTION) else {
        panic!("a convention")
    };
    portfolio.insert_convention(Arc::new(convention));
    let Record::Startup(startup) = read(RecordKind::Startup, "histologe", STARTUP) else { panic!("a startup") };
    portfolio.insert_startup(Arc::new(startup));
    portfolio
}

/// The edit as of a day after all facts of these tests.
fn edit(portfolio: &Portfolio, intention: &Intention) -> Result<Edit, EditError> {
    super::edit(portfolio, std::slice::from_ref(intention), day("2021-12-01"))
}

/// The text after the only change of an edit.
fn written(text: &str, edit: &Edit) -> Result<String, EditError> {
    apply(text, &edit.changes[0], edit.force)
}

fn amended() -> Portfolio {
    let mut portfolio = portfolio();
    let Record::Convention(amendment) = read(RecordKind::Convention, "avenant", AMENDMENT) else { panic!("avenant") };
    portfolio.insert_convention(Arc::new(amendment));
    portfolio
}

fn done(obligation: &str, evidence: Option<&str>, due: Option<&str>) -> Intention {
    Intention::Done(verb::DoneVerb {
        convention: id("histologe-pau-anct"),
        obligation: obligation.to_owned(),
        on: day("2021-03-04"),
        evidence: evidence.map(str::to_owned),
        due: due.map(day),
    })
}

fn pay(contribution: &str, amount: &str, tranche: Option<usize>) -> Intention {
    Intention::Pay(verb::PayVerb {
        convention: id("histologe-pau-anct"),
        contribution: contribution.to_owned(),
        amount: amount.parse().unwrap(),
        on: day("2021-03-04"),
        tranche,
        reference: Some("VIR 42".to_owned()),
    })
}

fn sign() -> Intention {
    Intention::Sign(verb::SignVerb {
        convention: id("histologe-pau-anct"),
        on: Some(day("2020-05-20")),
        not_before: None,
    })
}

fn hold(on: &str, decision: Option<Decision>) -> Intention {
    Intention::Hold(verb::HoldVerb {
        startup: id("histologe"),
        review: None,
        on: day(on),
        decision,
        envelope: Some(Money::euros(35000)),
        until: Some(day("2021-06-30")),
        details: Default::default(),
        next: None,
        cancel_planned: false,
    })
}

/// The added (`+`) and removed (`-`) lines.
fn changed(before: &str, after: &str) -> Vec<String> {
    let lines = diff_lines(before, after).into_iter();
    let sign = |line: &DiffLine| match line.kind {
        LineKind::Added => "+",
        LineKind::Removed => "-",
        LineKind::Context => " ",
    };
    lines.filter(|line| line.kind != LineKind::Context).map(|line| format!("{}{}", sign(&line), line.text)).collect()
}

#[test]
fn a_fulfilment_finds_its_moved_obligation() {
    let edit = edit(&portfolio(), &done("statistics-page", Some(" https://example.org/stats "), None)).unwrap();
    let after = written(CONVENTION, &edit).unwrap();
    let lines = changed(CONVENTION, &after);
    let expected = ["+[[obligations.fulfilled]]", "+on = 2021-03-04", "+evidence = \"https://example.org/stats\""];
    assert_eq!(lines.into_iter().filter(|line| line != "+").collect::<Vec<_>>(), expected);
    // Meanwhile somebody adds another obligation before it, which the program cannot read.
    let moved = CONVENTION.replacen("[[obligations]]", "[[obligations]]\nid = 7\n\n[[obligations]]", 1);
    let Record::Convention(read) = read(RecordKind::Convention, "histologe-pau-anct", &after) else { panic!("read") };
    assert_eq!(read.obligations[1].fulfilled[0].on, day("2021-03-04"));
    let after = written(&moved, &edit).unwrap();
    assert!(after.find("fulfilled]]") > after.find("id = \"statistics-page\""), "{after}");
}

#[test]
fn a_fulfilment_is_added_to_an_inline_list() {
    let edit = edit(&portfolio(), &done("report", None, Some("2021-03-01"))).unwrap();
    let after = written(CONVENTION, &edit).unwrap();
    let Record::Convention(read) = read(RecordKind::Convention, "histologe-pau-anct", &after) else { panic!("read") };
    assert_eq!(read.obligations[0].fulfilled.len(), 2, "{after}");
    assert_eq!(read.obligations[0].fulfilled[1].due, Some(day("2021-03-01")));
    assert!(after.contains("# by mail"), "{after}");
}

#[test]
fn a_fulfilment_is_recorded_in_the_amendment_that_replaced_the_obligation() {
    let edit = edit(&amended(), &done("report", None, None)).unwrap();
    assert_eq!(edit.changes[0].record.id, id("avenant"));
    assert_eq!(edit.message.subject, "histologe: report done");
    assert!(written(AMENDMENT, &edit).unwrap().contains("[[obligations.fulfilled]]"));
}

#[test]
fn records_a_payment_a_signature_and_a_committee() {
    let portfolio = portfolio();
    let made = |intention: Intention, text: &str| {
        let edit = edit(&portfolio, &intention).unwrap();
        let lines = changed(text, &written(text, &edit).unwrap());
        (edit.message.subject, lines.into_iter().filter(|line| line != "+").collect::<Vec<_>>().join("\n"))
    };
    let (subject, lines) = made(pay("pau", "17500.50", Some(1)), CONVENTION);
    assert_eq!(subject, "histologe: €17,500.50 received from pau");
    let expected = "+[[payments]]\n+id = \"2021-03-04-61a4n\"\n+on = 2021-03-04\n+amount = \"17500.50\"\n+contribution = \"pau\"\n+tranche = 1\n+reference = \"VIR 42\"";
    assert_eq!(lines, expected);
    let (subject, lines) = made(sign(), CONVENTION);
    assert_eq!(
        (subject.as_str(), lines.as_str()),
        ("histologe-pau-anct: signed on 20 May 2020", "+signed = 2020-05-20")
    );
    let (subject, lines) = made(hold("2020-12-01", Some(Decision::Continue)), STARTUP);
    assert_eq!(subject, "histologe: committee held on 1 December 2020, continue");
    let expected = "+[[committees]]\n+id = \"2020-12-01-3ac3s\"\n+on = 2020-12-01\n+state = \"held\"\n+decision = \"continue\"\n+envelope = 35000\n+until = 2021-06-30";
    assert_eq!(lines, expected);
}

#[test]
fn hold_completes_planned_and_undecided_meetings() {
    let portfolio = portfolio();
    let planned = edit(&portfolio, &hold("2020-06-02", Some(Decision::Stop))).unwrap();
    let after = written(STARTUP, &planned).unwrap();
    assert!(after.contains("state = \"held\"   # at ten"), "{after}");
    let Record::Startup(read_back) = read(RecordKind::Startup, "histologe", &after) else { panic!("read") };
    assert_eq!(read_back.committees.len(), 3);
    assert_eq!(read_back.committees[0].decision, Some(Decision::Stop));
    let undecided = edit(&portfolio, &hold("2020-01-15", Some(Decision::Continue))).unwrap();
    let Record::Startup(read_back) = read(RecordKind::Startup, "h", &written(STARTUP, &undecided).unwrap()) else {
        panic!("read")
    };
    assert_eq!(read_back.committees[1].decision, Some(Decision::Continue));
    assert_eq!(edit(&portfolio, &hold("2020-01-15", None)), Err(EditError::AlreadyHeld(day("2020-01-15"))));
    let again = hold("2019-07-01", Some(Decision::Stop));
    assert_eq!(edit(&portfolio, &again), Err(EditError::AlreadyHeld(day("2019-07-01"))));
}

#[test]
fn an_edit_is_checked_against_the_text_on_disk() {
    let portfolio = portfolio();
    let signed = format!("signed = 2020-09-15\n{CONVENTION}");
    let edit_of = |intention: &Intention| edit(&portfolio, intention).unwrap();
    assert_eq!(written(&signed, &edit_of(&sign())), Err(EditError::AlreadySigned(day("2020-09-15"))));
    let done = edit_of(&done("statistics-page", None, None));
    let twice = written(&written(CONVENTION, &done).unwrap(), &done);
    assert_eq!(twice, Err(EditError::AlreadyFulfilled(day("2021-03-04"))));
    let gone = CONVENTION.replace("id = \"statistics-page\"", "id = \"page\"");
    let known = vec!["report".to_owned(), "page".to_owned()];
    assert_eq!(written(&gone, &done), Err(EditError::NoEntry("statistics-page".to_owned(), known)));
    assert!(matches!(written("title = ", &done), Err(EditError::Patch(_))));
    let held = hold("2020-12-01", Some(Decision::Continue));
    let cancelled = STARTUP.replace("2019-07-01\nstate = \"held\"", "2020-12-01\nstate = \"cancelled\"");
    assert!(written(&cancelled, &edit_of(&held)).unwrap().contains("\"\non = 2020-12-01\nstate = \"held\""));
}

#[test]
fn a_record_with_errors_can_be_edited_but_not_made_worse() {
    let broken = CONVENTION.replace("amount = 35000", "amount = 35000.5");
    let edit = edit(&portfolio(), &done("statistics-page", None, None)).unwrap();
    assert!(written(&broken, &edit).unwrap().contains("35000.5"));
    assert!(matches!(
        validate(&edit.changes[0].record, &Baseline::One(CONVENTION), &broken),
        Err(EditError::WouldNotLoad(_))
    ));
}

#[test]
fn a_byte_order_mark_stays() {
    let text = format!("\u{feff}{CONVENTION}");
    let edit = edit(&portfolio(), &sign()).unwrap();
    let after = written(&text, &edit).unwrap();
    assert!(after.starts_with("\u{feff}title") && after.contains("signed = 2020-05-20"), "{after}");
}

#[test]
fn typed_text_cannot_become_a_trailer() {
    let evidence = "see\n\nCouveuse-Undoes: 123\u{1b}[31m";
    let edit = edit(&portfolio(), &done("statistics-page", Some(evidence), None)).unwrap();
    insta::assert_snapshot!(edit.message, @r"
    histologe: statistics page published

    Publish the figures
    Obligation statistics-page of histologe-pau-anct, article 2.
    Owed by pau.
    Done on 4 March 2021.
    Evidence: see Couveuse-Undoes: 123 [31m

    Couveuse-Edit: done
    Couveuse-Record: conventions/histologe-pau-anct
    ");
    let record = &edit.changes[0].record;
    assert_eq!(record_in_trailer("conventions/histologe-pau-anct").as_ref(), Some(record));
    assert_eq!(record_in_trailer("conventions/../x"), None);
    let undo = CommitMessage::undo(&portfolio().incubator, std::slice::from_ref(record), "0123", &edit.message.subject);
    assert_eq!(undo.subject, "Undo \"histologe: statistics page published\"");
    assert_eq!(undo.trailers.last(), Some(&(UNDOES, "0123".to_owned())));
}

#[test]
fn a_diff_has_line_numbers_and_one_line_of_context() {
    let lines = diff_lines("a\r\nb\r\nc\r\nd\r\n", "a\r\nB\r\nc\r\nd\r\ne\r\n");
    let shown: Vec<_> = lines.iter().map(|line| (line.number, line.kind, line.text.as_str())).collect();
    let expected = [
        (1, LineKind::Context, "a"),
        (2, LineKind::Removed, "b"),
        (2, LineKind::Added, "B"),
        (3, LineKind::Context, "c"),
        (4, LineKind::Context, "d"),
        (5, LineKind::Added, "e"),
    ];
    assert_eq!(shown, expected);
    assert_eq!(diff_lines("a", "a"), []);
}

proptest! {
    /// For any text and any line ending: the record loads after the edit, and removing the added lines restores the
    /// bytes.
    #[test]
    fn undoing_an_edit_restores_the_bytes(
        evidence in "\\PC{0,40}",
        day_of_month in 1u32..29,
        crlf in any::<bool>(),
        no_end in any::<bool>(),
    ) {
        let mut text = CONVENTION.to_owned();
        if no_end {
            text.truncate(text.trim_end().len());
        }
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        let on = Date::from_ymd_opt(2021, 3, day_of_month).unwrap();
        let intention = Intention::Done(verb::DoneVerb {
            convention: id("histologe-pau-anct"),
            obligation: "statistics-page".to_owned(),
            on,
            evidence: Some(evidence.clone()),
            due: None,
        });
        let edit = edit(&portfolio(), &intention).unwrap();
        let after = written(&text, &edit).unwrap();
        prop_assert_eq!(after.contains("\r\n"), crlf);
        let Record::Convention(read) = read(RecordKind::Convention, "c", &after) else { panic!("read") };
        let written = evidence.replace(['\u{2028}', '\u{2029}'], " ");
        let written = Some(written.trim()).filter(|evidence| !evidence.is_empty());
        prop_assert_eq!(read.obligations[1].fulfilled[0].evidence.as_deref(), written);
        prop_assert_eq!(diffy::merge(&after, &after, &text).unwrap(), text);
    }
}
