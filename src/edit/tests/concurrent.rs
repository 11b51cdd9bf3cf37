//! Edits of records that change between reading and saving: a table of cases for each verb.

use super::verbs::FOLLOWED;
use super::*;
use crate::model::{Account, Expenditure, KeyPath, Phase};

/// Returns the outcome of an edit, in a few words.
fn outcome(seen: &str, now: &str, intention: &Intention, force: bool) -> String {
    let record = match intention {
        Intention::Done(_)
        | Intention::Pay(_)
        | Intention::Call(_)
        | Intention::Spend(_)
        | Intention::Sign(_)
        | Intention::Resource(_) => RecordRef::new(RecordKind::Convention, id("histologe-pau-anct")),
        Intention::Account(_) => RecordRef::new(RecordKind::Party, id("pau")),
        Intention::Set(set) => set.record.clone(),
        _ => RecordRef::new(RecordKind::Startup, id("histologe")),
    };
    let change = RecordEdit { record, intentions: vec![intention.clone()], import: None, base: Some(seen.into()) };
    match apply(now, &change, force) {
        Ok(after) if after == now => "nothing to change".to_owned(),
        Ok(after) => {
            let lines = changed(now, &after).into_iter().filter(|line| line.len() > 1 && !line.starts_with("+id"));
            lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("; ")
        }
        Err(EditError::Stale(changed)) => {
            let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
            let [was, now, intended] = [&changed.was, &changed.now, &changed.intended].map(or_none);
            format!("{}: {was} > {now}, intended {intended}", changed.path)
        }
        Err(EditError::Gone { what, intended, .. }) => format!("gone: {what}, intended {intended}"),
        Err(error) => format!("refused: {error}"),
    }
}

/// Checks cases: a concurrent change (a text and its replacement), the outcome of the edit, and its outcome with
/// `force`.
fn check(seen: &str, intention: impl Into<Intention>, cases: &[(&str, &str, &str, &str)]) {
    let intention = intention.into();
    for (old, new, expected, insisting) in cases {
        assert!(seen.contains(old), "{old}");
        let now = seen.replacen(old, new, 1);
        assert_eq!(outcome(seen, &now, &intention, false), *expected, "{intention:?} after {new}");
        assert_eq!(outcome(seen, &now, &intention, true), *insisting, "{intention:?} after {new}, insisting");
    }
}

const TITLE: &str = "title = \"T\"  # as printed\n";

#[test]
fn a_signature() {
    let set = "+signed = 2020-05-20";
    check(
        CONVENTION,
        sign(),
        &[
            ("as printed", "as copied", set, set),
            (
                TITLE,
                &format!("{TITLE}signed = 2020-05-20\n"),
                "refused: signed already on 2020-05-20",
                "refused: signed already on 2020-05-20",
            ),
            (
                TITLE,
                &format!("{TITLE}signed = 2020-09-15\n"),
                "signed: none > 2020-09-15, intended 2020-05-20",
                "-signed = 2020-09-15; +signed = 2020-05-20",
            ),
        ],
    );
    let signed = format!("signed = 2020-09-15\n{CONVENTION}");
    assert_eq!(outcome(&signed, &signed, &sign(), false), "refused: signed already on 2020-09-15", "it was seen so");
}

#[test]
fn an_obligation_met() {
    let page = "standing = true\n";
    let mine = "+[[obligations.fulfilled]]; +on = 2021-03-04; +evidence = \"seen\"";
    let met =
        |on: &str, evidence: &str| format!("{page}[[obligations.fulfilled]]\non = {on}\nevidence = \"{evidence}\"\n");
    check(
        CONVENTION,
        done("statistics-page", Some("seen"), None),
        &[
            ("[[obligations]]", "[[obligations]]\nid = \"first\"\nwhat = \"W\"\n\n[[obligations]]", mine, mine),
            (
                page,
                &met("2021-03-04", "seen"),
                "refused: done already on 2021-03-04",
                "refused: done already on 2021-03-04",
            ),
            (
                page,
                &met("2021-03-04", "by mail"),
                "obligations[1].fulfilled[0]: none > { evidence = \"by mail\", on = 2021-03-04 }, intended { evidence = \"seen\", on = 2021-03-04 }",
                "-evidence = \"by mail\"; +evidence = \"seen\"",
            ),
            (
                page,
                &met("2021-03-01", "by mail"),
                "obligations[1].fulfilled[0]: none > { evidence = \"by mail\", on = 2021-03-01 }, intended { evidence = \"seen\", on = 2021-03-04 }",
                mine,
            ),
            (
                "id = \"statistics-page\"",
                "id = \"page\"",
                "gone: statistics-page, intended { on = 2021-03-04, evidence = \"seen\" }",
                "refused: no statistics-page",
            ),
        ],
    );
    // A fulfilment of another due date does not conflict.
    let due = "+";
    let quarter = done("report", None, Some("2021-03-01"));
    let now = CONVENTION.replace("{ on = 2020-06-01 }", "{ on = 2020-06-01 }, { on = 2020-12-02, due = 2020-12-01 }");
    assert!(outcome(CONVENTION, &now, &quarter, false).contains(due), "added");
}

#[test]
fn money() {
    let paid = "+[[payments]]; +on = 2021-03-04; +amount = 100; +contribution = \"pau\"; +reference = \"VIR 42\"";
    let end = "every = \"6 months\"\n";
    let same =
        format!("{end}\n[[payments]]\non = 2021-03-04\namount = 100\ncontribution = \"pau\"\nreference = \"VIR 42\"\n");
    check(
        CONVENTION,
        pay("pau", "100", None),
        &[
            ("as printed", "as copied", paid, paid),
            (
                end,
                &same,
                "refused: the same payment is recorded on 2021-03-04 already",
                "refused: the same payment is recorded on 2021-03-04 already",
            ),
            ("id = \"pau\"", "id = \"ville\"", "gone: pau, intended 100", paid),
        ],
    );
    let line = Expenditure {
        what: Some("Coaching".to_owned()),
        contribution: Some("pau".to_owned()),
        paid: Some(day("2021-03-04")),
        ..Expenditure::new(Money::euros(10))
    };
    let spent = "+[[expenditure]]; +amount = 10; +what = \"Coaching\"; +contribution = \"pau\"; +paid = 2021-03-04";
    let spend = verb::SpendVerb { convention: id("histologe-pau-anct"), line };
    check(CONVENTION, spend, &[("id = \"pau\"", "id = \"ville\"", "gone: pau, intended 10", spent)]);
}

#[test]
fn a_committee() {
    let planned = "on = 2020-06-02\nstate = \"planned\"   # at ten\n";
    let mine = "-state = \"planned\" # at ten; +state = \"held\" # at ten; +decision = \"continue\"; +envelope = 35000; +until = 2021-06-30";
    let new = "+[[committees]]; +on = 2020-06-02; +state = \"held\"; +decision = \"continue\"; +envelope = 35000; +until = 2021-06-30";
    let earlier = "[[committees]]\non = 2018-01-01\nstate = \"held\"\n";
    let held = "on = 2020-06-02\nstate = \"held\"\ndecision = ";
    let all = "envelope = 35000\nuntil = 2021-06-30\n";
    check(
        STARTUP,
        hold("2020-06-02", Some(Decision::Continue)),
        &[
            ("[[committees]]", &format!("{earlier}[[committees]]"), mine, mine),
            (
                planned,
                &format!("{held}\"continue\"\n{all}"),
                "refused: held already on 2020-06-02",
                "refused: held already on 2020-06-02",
            ),
            (
                planned,
                &format!("{held}\"stop\"\n"),
                "committees[0].decision: none > \"stop\", intended \"continue\"",
                "-decision = \"stop\"; +decision = \"continue\"; +envelope = 35000; +until = 2021-06-30",
            ),
            (
                planned,
                "on = 2020-06-02\nstate = \"cancelled\"\n",
                "committees[0].state: \"planned\" > \"cancelled\", intended \"held\"",
                "-state = \"cancelled\"; +state = \"held\"; +decision = \"continue\"; +envelope = 35000; +until = 2021-06-30",
            ),
            (
                &format!("[[committees]]\n{planned}"),
                "",
                "gone: 2020-06-02, intended { state = \"held\", decision = \"continue\", envelope = 35000, until = 2021-06-30 }",
                new,
            ),
        ],
    );
    // An entry with an id is found even if its day has changed.
    let named = STARTUP.replacen("on = ", "id = \"m\"\non = ", 1);
    check(
        &named,
        hold("2020-06-02", None),
        &[(
            "on = 2020-06-02",
            "on = 2020-06-09",
            "committees[0].on: 2020-06-02 > 2020-06-09, intended 2020-06-02",
            "-on = 2020-06-09; -state = \"planned\" # at ten; +on = 2020-06-02; +state = \"held\" # at ten; +envelope = 35000; +until = 2021-06-30",
        )],
    );
    // There was no day, and somebody else sets one first.
    check(
        STARTUP,
        hold("2021-01-15", Some(Decision::Continue)),
        &[(
            "name = \"Histologe\"\n",
            "name = \"Histologe\"\n[[committees]]\non = 2021-01-15\nstate = \"held\"\ndecision = \"stop\"\n",
            "committees[0].decision: none > \"stop\", intended \"continue\"",
            "-decision = \"stop\"; +decision = \"continue\"; +envelope = 35000; +until = 2021-06-30",
        )],
    );
}

#[test]
fn a_phase() {
    let last = "from  = 2019-09-01\n";
    let mine = "+[[phases]]; +phase = \"acceleration\"; +from = 2021-01-01";
    let meanwhile = |phase: &str, from: &str| format!("{last}\n[[phases]]\nphase = \"{phase}\"\nfrom  = {from}\n");
    let stopped = meanwhile("stopped", "2021-02-01");
    check(
        FOLLOWED,
        verb::PhaseVerb { startup: id("histologe"), phase: Phase::Acceleration, from: day("2021-01-01") },
        &[
            ("# at last", "# by then", mine, mine),
            (
                last,
                &meanwhile("acceleration", "2021-01-01"),
                "refused: in this phase since 2021-01-01",
                "refused: in this phase since 2021-01-01",
            ),
            (
                last,
                &stopped,
                "phases[2]: { from = 2019-09-01, phase = \"construction\" } > { from = 2021-02-01, phase = \"stopped\" }, intended { from = 2021-01-01, phase = \"acceleration\" }",
                "+phase = \"acceleration\"; +from = 2021-01-01; +[[phases]]",
            ),
        ],
    );
    // Inserted at its place, not at the end.
    let early = verb::PhaseVerb { startup: id("histologe"), phase: Phase::Acceleration, from: day("2019-06-01") };
    let after = written(FOLLOWED, &edit(&super::verbs::world(), &early.into()).unwrap()).unwrap();
    let Record::Startup(read) = read(RecordKind::Startup, "histologe", &after) else { panic!("read") };
    let phases: Vec<Phase> = read.phases.iter().map(|start| start.phase).collect();
    assert_eq!(phases, [Phase::Investigation, Phase::Acceleration, Phase::Construction], "{after}");
}

#[test]
fn a_value_an_action_and_an_account() {
    let measure = verb::IndicatorVerb {
        startup: id("histologe"),
        indicator: "Signals".to_owned(),
        unit: None,
        on: day("2021-06-30"),
        value: "250".parse().unwrap(),
    };
    let values = "{ on = 2020-02-29, value = 130 }";
    let with = |value: &str| format!("{values}, {{ on = 2021-06-30, value = {value} }}");
    let line = |value: &str| format!("values = [{}]", with(value));
    check(
        FOLLOWED,
        measure,
        &[
            (
                values,
                &with("250"),
                "refused: recorded already on 2021-06-30",
                "refused: recorded already on 2021-06-30",
            ),
            (
                values,
                &with("260"),
                "indicators[0].values[1].value: none > 260, intended 250",
                &format!("-{}; +{}", line("260"), line("250")),
            ),
        ],
    );
    let finish =
        verb::FinishVerb { startup: id("histologe"), action: "Call the region".to_owned(), on: day("2021-10-20") };
    let due = "due   = 2021-11-01\n";
    check(
        FOLLOWED,
        finish,
        &[
            ("[[actions]]", "[[actions]]\nwhat = \"First\"\n\n[[actions]]", "+done = 2021-10-20", "+done = 2021-10-20"),
            ("\"Call the region\"", "\"Ring the region\"", "+done = 2021-10-20", "+done = 2021-10-20"),
            (
                due,
                &format!("{due}done = 2021-10-20\n"),
                "refused: done already on 2021-10-20",
                "refused: done already on 2021-10-20",
            ),
            (
                due,
                &format!("{due}done = 2021-10-19\n"),
                "actions[0].done: none > 2021-10-19, intended 2021-10-20",
                "-done = 2021-10-19; +done = 2021-10-20",
            ),
            (
                "[[actions]]\nwhat  = \"Call the region\"\nowner = \"Coach\"\ndue   = 2021-11-01\n",
                "",
                "gone: Call the region, intended 2021-10-20",
                "gone: Call the region, intended 2021-10-20",
            ),
        ],
    );
    let party = "name = \"Pau\"\n\n[[accounts]]\nid = \"main\"\niban = \"FR76 1\"\n";
    let account = Account { id: Some("main".to_owned()), iban: Some("FR85 2".to_owned()), ..Account::default() };
    check(
        party,
        verb::AccountVerb { party: id("pau"), account },
        &[
            ("Pau", "Ville de Pau", "-iban = \"FR76 1\"; +iban = \"FR85 2\"", "-iban = \"FR76 1\"; +iban = \"FR85 2\""),
            ("FR76 1", "FR85 2", "nothing to change", "nothing to change"),
            (
                "FR76 1",
                "FR90 3",
                "accounts[0]: { iban = \"FR76 1\", id = \"main\" } > { iban = \"FR90 3\", id = \"main\" }, intended { iban = \"FR85 2\", id = \"main\" }",
                "-iban = \"FR90 3\"; +iban = \"FR85 2\"",
            ),
        ],
    );
}

#[test]
fn additions_ignore_other_changes_and_refuse_duplicates() {
    let note =
        || verb::NoteVerb { startup: id("histologe"), on: day("2021-01-01"), text: "Moved.".into(), source: None };
    let agree = || verb::ActionVerb::new(id("histologe"), "Write".into());
    let plan = || verb::PlanVerb { startup: id("histologe"), on: day("2022-01-10"), request: Default::default() };
    for intention in [Intention::from(note()), agree().into(), plan().into()] {
        let other = FOLLOWED.replace("Histologe", "Histologe (Pau)");
        assert!(outcome(FOLLOWED, &other, &intention, false).starts_with('+'), "{intention:?}");
        let there = apply(
            FOLLOWED,
            &RecordEdit {
                record: RecordRef::new(RecordKind::Startup, id("histologe")),
                intentions: vec![intention.clone()],
                import: None,
                base: None,
            },
            false,
        )
        .unwrap();
        for force in [false, true] {
            assert!(outcome(FOLLOWED, &there, &intention, force).starts_with("refused: "), "{intention:?}");
        }
    }
}

const PAID: &str = r#"title = "T"
kind = "partnership"
parties = ["pau", "anct"]

[[payments]]
on = 2021-01-04
amount = 100
contribution = "pau"

[[payments]]
on = 2021-02-04
amount = 200  # in two parts
contribution = "pau"
"#;

#[test]
fn a_field() {
    let second = KeyPath::entry("payments", 1);
    let set = |path: KeyPath, value: Option<Value>| verb::SetVerb {
        record: RecordRef::new(RecordKind::Convention, id("c")),
        path,
        value,
    };
    let another = "[[payments]]\non = 2020-12-04\namount = 50\ncontribution = \"pau\"\n\n[[payments]]";
    let mine = "-amount = 200 # in two parts; +amount = 250 # in two parts";
    let gone = "gone: payments[1].amount, intended 250";
    check(
        PAID,
        set(second.key("amount"), Some(250_i64.into())),
        &[
            ("[[payments]]", another, mine, mine),
            ("2021-02-04", "2021-02-05", mine, mine),
            ("amount = 200", "amount = 250", "nothing to change", "nothing to change"),
            (
                "amount = 200",
                "amount = 220",
                "payments[1].amount: 200 > 220, intended 250",
                "-amount = 220 # in two parts; +amount = 250 # in two parts",
            ),
            ("[[payments]]\non = 2021-02-04\namount = 200  # in two parts\ncontribution = \"pau\"\n", "", gone, gone),
        ],
    );
    check(
        &PAID.replace("title", "reference = \"R\"\ntitle"),
        set(KeyPath::top().key("reference"), None),
        &[("reference = \"R\"\n", "", "nothing to change", "nothing to change")],
    );
    check(
        PAID,
        set(KeyPath::top().key("decided"), Some(day("2020-01-01").into())),
        &[(
            "title = \"T\"\n",
            "title = \"T\"\ndecided = 2020-01-02\n",
            "decided: none > 2020-01-02, intended 2020-01-01",
            "-decided = 2020-01-02; +decided = 2020-01-01",
        )],
    );
}

#[test]
fn concurrent_changes_are_reported_when_saving_not_before() {
    let record = RecordRef::new(RecordKind::Convention, id("histologe-pau-anct"));
    let mut portfolio = portfolio();
    let signed = format!("signed = 2020-09-15\n{CONVENTION}");
    let Record::Convention(convention) = read(RecordKind::Convention, "histologe-pau-anct", &signed) else { panic!() };
    portfolio.insert_convention(Arc::new(convention));
    let today = day("2021-12-01");
    let made =
        |seen: &str| edit_based_on(&portfolio, &[sign()], today, &BaseTexts::from([(record.clone(), seen.into())]));
    assert!(matches!(written(&signed, &made(CONVENTION).unwrap()), Err(EditError::Stale(_))));
    assert_eq!(made(&signed), Err(EditError::AlreadySigned(day("2020-09-15"))));
}

#[test]
fn facts_of_one_edit_are_not_concurrent_changes() {
    let both: Vec<Intention> =
        vec![done("report", None, None), done("statistics-page", None, None), pay("pau", "1", None)];
    let record = RecordRef::new(RecordKind::Convention, id("histologe-pau-anct"));
    let change = RecordEdit { record, intentions: both, import: None, base: Some(CONVENTION.into()) };
    assert!(apply(CONVENTION, &change, false).is_ok());
}
