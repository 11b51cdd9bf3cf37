//! What each verb writes, reports and refuses; several verbs in one edit.

use super::*;
use crate::edit::verb::TermSpec;
use crate::model::{Account, Expenditure, KeyPath, Phase, Span};

const PARTY: &str = "name = \"Pau\"\n";

pub(super) const FOLLOWED: &str = r#"name = "Histologe"

[[phases]]
phase = "investigation"
from  = 2019-02-01

[[phases]]
phase = "construction"  # at last
from  = 2019-09-01

[[committees]]
on    = 2021-12-10
state = "planned"

[[actions]]
what  = "Call the region"
owner = "Coach"
due   = 2021-11-01

[[actions]]
what = "Open the code"
done = 2020-01-01

[[indicators]]
name   = "Signals"
unit   = "signals"
values = [{ on = 2020-02-29, value = 130 }]

[[notes]]
on   = 2020-02-29
text = "It works."
"#;

pub(super) fn world() -> Portfolio {
    let mut portfolio = portfolio();
    let Record::Startup(startup) = read(RecordKind::Startup, "histologe", FOLLOWED) else { panic!("a startup") };
    portfolio.insert_startup(Arc::new(startup));
    for name in ["pau", "anct"] {
        let Record::Party(party) = read(RecordKind::Party, name, PARTY) else { panic!("a party") };
        portfolio.insert_party(Arc::new(party));
    }
    let Record::Convention(change) = read(RecordKind::Convention, "avenant", AMENDMENT) else { panic!("avenant") };
    portfolio.insert_convention(Arc::new(change));
    portfolio
}

/// The text of a record on disk.
fn text_of(record: &RecordRef) -> &'static str {
    match (record.kind, record.id.as_str()) {
        (RecordKind::Startup, "histologe") => FOLLOWED,
        (RecordKind::Convention, "histologe-pau-anct") => CONVENTION,
        (RecordKind::Convention, "avenant") => AMENDMENT,
        (RecordKind::Party, "pau" | "anct") => PARTY,
        _ => "",
    }
}

/// The commit message, and the added and removed lines without blank ones, with single spaces around `=`.
pub(in crate::edit) fn made(intention: &Intention) -> String {
    let edit = edit(&world(), intention).unwrap();
    let [change] = edit.changes.as_slice() else { panic!("one record") };
    let before = text_of(&change.record);
    let after = apply(before, change, edit.force).unwrap();
    let lines = changed(before, &after).into_iter().filter(|line| line.len() > 1);
    let lines: Vec<String> = lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    format!("{}\n{}", edit.message, lines.join("\n"))
}

pub(in crate::edit) fn error(intention: impl Into<Intention>) -> EditError {
    edit(&world(), &intention.into()).unwrap_err()
}

fn moves(phase: Phase, from: &str) -> verb::PhaseVerb {
    verb::PhaseVerb { startup: id("histologe"), phase, from: day(from) }
}

fn measure(indicator: &str, value: &str, unit: Option<&str>) -> verb::IndicatorVerb {
    verb::IndicatorVerb {
        startup: id("histologe"),
        indicator: indicator.to_owned(),
        unit: unit.map(str::to_owned),
        on: day("2021-06-30"),
        value: value.parse().unwrap(),
    }
}

fn call() -> verb::CallVerb {
    verb::CallVerb {
        convention: id("histologe-pau-anct"),
        contribution: "pau".to_owned(),
        tranche: Some(1),
        on: day("2021-03-04"),
        amount: Money::euros(17500),
        with: vec!["statement of expenditure".to_owned(), " ".to_owned()],
        reference: Some(" AF 1 ".to_owned()),
    }
}

fn spend() -> verb::SpendVerb {
    spent(|_| ())
}

/// The expenditure with a change.
fn spent(other: impl Fn(&mut Expenditure)) -> verb::SpendVerb {
    let mut line = Expenditure {
        what: Some("Coaching".to_owned()),
        by: Some(id("anct")),
        contribution: Some("anct".to_owned()),
        committed: Some(day("2021-01-04")),
        paid: Some(day("2021-02-04")),
        supplier: Some("Coopérative".to_owned()),
        nature: Some("coaching".to_owned()),
        order: Some("1400012345".to_owned()),
        request: Some("1900000001".to_owned()),
        startup: Some(id("histologe")),
        budget_year: Some(2020),
        ..Expenditure::new("1200.50".parse().unwrap())
    };
    other(&mut line);
    verb::SpendVerb { convention: id("histologe-pau-anct"), line }
}

fn provide() -> verb::ResourceVerb {
    verb::ResourceVerb {
        convention: id("histologe-pau-anct"),
        from: id("pau"),
        what: "A developer".to_owned(),
        share: Some("full time".to_owned()),
        lasts: Some(Span::months(6)),
        article: Some("5.1".to_owned()),
    }
}

fn amend() -> verb::AmendVerb {
    verb::AmendVerb {
        id: id("avenant-2"),
        amends: id("histologe-pau-anct"),
        title: "Second amendment".to_owned(),
        decided: None,
        signed: Some(day("2021-03-04")),
        term: Some(TermSpec::Months(18)),
        article: Some("1".to_owned()),
    }
}

fn account(iban: &str) -> verb::AccountVerb {
    let account = Account { id: Some("main".to_owned()), iban: Some(iban.to_owned()), ..Account::default() };
    verb::AccountVerb { party: id("pau"), account }
}

fn set(path: KeyPath, value: Option<Value>) -> verb::SetVerb {
    verb::SetVerb { record: RecordRef::new(RecordKind::Startup, id("histologe")), path, value }
}

#[test]
fn records_the_facts_of_a_startup() {
    let note = verb::NoteVerb {
        startup: id("histologe"),
        on: day("2021-02-22"),
        text: "A town\nopens it".to_owned(),
        source: Some("mail".to_owned()),
    };
    let agree = verb::ActionVerb {
        owner: Some("Coach".to_owned()),
        due: Some(day("2022-01-31")),
        ..verb::ActionVerb::new(id("histologe"), "Open the code".to_owned())
    };
    let finish =
        verb::FinishVerb { startup: id("histologe"), action: "Call the region".to_owned(), on: day("2021-10-20") };
    let plan = verb::PlanVerb { startup: id("histologe"), on: day("2022-01-10"), request: Default::default() };
    let all: [Intention; 7] = [
        moves(Phase::Consolidation, "2022-01-01").into(),
        measure("Signals", "250", None).into(),
        measure("Delay", "2.50", Some("days")).into(),
        note.into(),
        agree.into(),
        finish.into(),
        plan.into(),
    ];
    insta::assert_snapshot!(all.each_ref().map(made).join("\n\n"));
}

#[test]
fn records_the_facts_of_a_convention_and_a_party() {
    let sound = "FR85 3000 1001 85C6 0100 0000 048";
    let all: [Intention; 4] = [call().into(), spend().into(), provide().into(), account(sound).into()];
    insta::assert_snapshot!(all.each_ref().map(made).join("\n\n"));
}

#[test]
fn creates_records() {
    let startup = verb::NewStartupVerb {
        id: id("cantine"),
        name: "Ma cantine".to_owned(),
        mission: Some("Eat well".to_owned()),
        incubator: Some(id("anct")),
        sponsors: vec![id("pau")],
        phase: Phase::Investigation,
        from: day("2021-09-01"),
    };
    let party = verb::NewPartyVerb { id: id("oise"), name: "Oise".to_owned(), kind: Some("département".to_owned()) };
    let all: [Intention; 4] = [startup.into(), convention().into(), amend().into(), party.into()];
    insta::assert_snapshot!(all.each_ref().map(made).join("\n\n"));
    for intention in all {
        let edit = edit(&world(), &intention).unwrap();
        assert!(edit.changes[0].creates() && intention.creates().as_ref() == edit.records().next());
        let there = written("name = \"Somebody else's\"\n", &edit);
        assert_eq!(there, Err(EditError::Exists(edit.changes[0].record.clone())), "on disk by now");
    }
}

fn convention() -> verb::NewConventionVerb {
    let promise = |from: &str, to: Option<&str>, amount| verb::PledgedContribution {
        from: id(from),
        to: to.map(id),
        amount: Money::euros(amount),
    };
    verb::NewConventionVerb {
        id: id("cantine-pau-anct"),
        title: "Ma cantine : Pau – ANCT".to_owned(),
        startups: vec![id("histologe")],
        parties: vec![id("pau"), id("anct")],
        contributions: vec![
            promise("pau", Some("anct"), 20000),
            promise("anct", None, 35000),
            promise("pau", None, 500),
        ],
        decided: Some(day("2021-09-01")),
        signed: None,
        term: Some(TermSpec::Until(day("2022-12-31"))),
        is_english: false,
    }
}

#[test]
fn sets_and_removes_fields_in_place() {
    let top = KeyPath::top;
    let all: [Intention; 5] = [
        set(top().key("site"), Some("https://example.org".into())).into(),
        set(top().key("phases").index(1).key("from"), Some(day("2019-10-01").into())).into(),
        set(top().key("actions").index(0).key("owner"), None).into(),
        set(top().key("sponsors"), Some(Value::List(vec!["pau".into()]))).into(),
        verb::SetVerb {
            record: RecordRef::new(RecordKind::Convention, id("histologe-pau-anct")),
            path: top().key("obligations").index(1).key("article"),
            value: Some("2.1".into()),
        }
        .into(),
    ];
    insta::assert_snapshot!(all.each_ref().map(made).join("\n\n"));
}

#[test]
fn contradictions_with_a_startup_are_refused() {
    let on = day("2021-06-30");
    let held = |on: &str| verb::PlanVerb { startup: id("histologe"), on: day(on), request: Default::default() };
    let note = |text: &str| verb::NoteVerb {
        startup: id("histologe"),
        on: day("2020-02-29"),
        text: text.to_owned(),
        source: None,
    };
    let finish = |what: &str| verb::FinishVerb { startup: id("histologe"), action: what.to_owned(), on };
    let agree = |what: &str| verb::ActionVerb::new(id("histologe"), what.to_owned());
    let began = day("2019-09-01");
    assert_eq!(error(moves(Phase::Construction, "2022-01-01")), EditError::AlreadyInPhase(Phase::Construction, began));
    let later = EditError::AlreadyInPhase(Phase::Construction, began);
    assert_eq!(error(moves(Phase::Construction, "2019-08-31")), later, "a phase is entered once");
    assert_eq!(error(measure("Signals", "1", Some("files"))), EditError::OtherUnit("signals".to_owned()));
    assert_eq!(error(measure(" ", "1", None)), EditError::Missing("indicator"));
    let again = verb::IndicatorVerb { on: day("2020-02-29"), ..measure("Signals", "1", None) };
    assert_eq!(error(again), EditError::AlreadyMeasured(day("2020-02-29")));
    let tomorrow = verb::IndicatorVerb { on: day("2021-12-02"), ..measure("Signals", "1", None) };
    assert_eq!(error(tomorrow), EditError::InTheFuture(day("2021-12-02")));
    assert_eq!(error(note("It works.")), EditError::AlreadyThere("It works.".to_owned()));
    assert_eq!(error(note("\n")), EditError::Missing("text"));
    assert_eq!(error(agree("Call the region")), EditError::AlreadyThere("Call the region".to_owned()));
    assert_eq!(error(finish("Open the code")), EditError::AlreadyFinished(day("2020-01-01")));
    let open = vec!["Call the region".to_owned()];
    assert_eq!(error(finish("Call")), EditError::NoEntry("Call".to_owned(), open));
    assert_eq!(error(held("2021-12-10")), EditError::AlreadyPlanned(day("2021-12-10")));
    assert_eq!(error(held("2021-11-30")), EditError::InThePast(day("2021-11-30")));
    let nobody = verb::PlanVerb { startup: id("none"), on, request: Default::default() };
    assert_eq!(error(nobody), EditError::NoRecord(RecordRef::new(RecordKind::Startup, id("none"))));
}

#[test]
fn contradictions_with_a_convention_are_refused() {
    let none = EditError::NoRecord(RecordRef::new(RecordKind::Party, id("oise")));
    let early = day("2020-10-31");
    for (intention, refusal) in [
        (verb::CallVerb { contribution: "anct".into(), ..call() }.into(), EditError::NoPayee("anct".to_owned())),
        (verb::CallVerb { tranche: Some(2), ..call() }.into(), EditError::NoTranche(2, 1)),
        (verb::CallVerb { amount: Money::ZERO, ..call() }.into(), EditError::NothingPaid),
        (spent(|line| (line.committed, line.paid) = (None, None)).into(), EditError::NoDay),
        (
            spent(|line| line.committed = Some(day("2021-03-04"))).into(),
            EditError::OutOfOrder(Chronology::Committed, day("2021-03-04")),
        ),
        (
            spent(|line| line.done = Some(day("2021-03-04"))).into(),
            EditError::OutOfOrder(Chronology::ServiceDone, day("2021-03-04")),
        ),
        (spent(|line| line.by = Some(id("oise"))).into(), none.clone()),
        (
            spent(|line| line.contribution = Some("oise".into())).into(),
            EditError::NoEntry("oise".to_owned(), vec!["pau".to_owned(), "anct".to_owned()]),
        ),
        (verb::ResourceVerb { from: id("oise"), ..provide() }.into(), none.clone()),
        (verb::ResourceVerb { what: String::new(), ..provide() }.into(), EditError::Missing("what")),
        (verb::AmendVerb { amends: id("avenant"), ..amend() }.into(), EditError::IsAmendment(id("histologe-pau-anct"))),
        (verb::AmendVerb { term: None, ..amend() }.into(), EditError::Missing("term")),
        (
            verb::AmendVerb { id: id("avenant"), ..amend() }.into(),
            EditError::Exists(RecordRef::new(RecordKind::Convention, id("avenant"))),
        ),
        (
            verb::AmendVerb { decided: Some(day("2021-03-05")), ..amend() }.into(),
            EditError::OutOfOrder(Chronology::Decided, day("2021-03-05")),
        ),
        (verb::NewConventionVerb { parties: vec![id("oise")], ..convention() }.into(), none.clone()),
        (verb::NewConventionVerb { parties: Vec::new(), ..convention() }.into(), EditError::Missing("parties")),
        (verb::NewConventionVerb { startups: Vec::new(), ..convention() }.into(), EditError::Missing("startups")),
        (
            verb::NewConventionVerb { signed: Some(early), decided: Some(day("2021-01-01")), ..convention() }.into(),
            EditError::OutOfOrder(Chronology::Decided, day("2021-01-01")),
        ),
        (verb::AccountVerb { party: id("oise"), ..account("x") }.into(), none),
        (
            set(KeyPath::top().key("siet"), Some("x".into())).into(),
            EditError::NoField(KeyPath::top().key("siet"), Vec::new()),
        ),
        (
            set(KeyPath::top().key("incubator"), Some("oise".into())).into(),
            EditError::NoRecord(RecordRef::new(RecordKind::Party, id("oise"))),
        ),
    ] {
        let intention: Intention = intention;
        match (error(intention.clone()), refusal) {
            (EditError::NoField(path, known), EditError::NoField(intended, _)) => {
                assert!(path == intended && known.contains(&"site".to_owned()), "{known:?}");
            }
            (error, refusal) => assert_eq!(error, refusal, "{intention:?}"),
        }
    }
}

#[test]
fn an_account_with_wrong_check_digits_is_refused_with_the_reason() {
    let wrong = "FR57 3000 1006 2206 4100 0000 087";
    let words = "the check digits of the IBAN FR57 3000 1006 2206 4100 0000 087 fail";
    assert_eq!(error(account(wrong)).to_string(), words);
    let refund = verb::SetVerb {
        record: RecordRef::new(RecordKind::Convention, id("histologe-pau-anct")),
        path: KeyPath::top().key("accounts").key("refund").key("iban"),
        value: Some(wrong.into()),
    };
    assert_eq!(error(refund).to_string(), words);
    let mut key = account("");
    key.account = Account { bank: Some("30001".into()), branch: Some("00622".into()), ..key.account };
    key.account = Account { number: Some("C6410000000".into()), key: Some("86".into()), ..key.account };
    assert_eq!(error(key).to_string(), "the key is 87, not 86");
    assert_eq!(error(account(" ")), EditError::Missing("iban"));
}

#[test]
fn an_account_replaces_the_one_with_the_same_id() {
    let (old, new) = ("FR76 1007 1590 0000 0010 2014 889", "FR85 3000 1001 85C6 0100 0000 048");
    let before = format!("{PARTY}\n[[accounts]]\nid = \"main\"\nholder = \"Pau\"\niban = \"{old}\"  # as printed\n");
    let edit = edit(&world(), &account(new).into()).unwrap();
    let lines = changed(&before, &written(&before, &edit).unwrap());
    assert_eq!(
        lines,
        ["-holder = \"Pau\"", &format!("-iban = \"{old}\"  # as printed"), &format!("+iban = \"{new}\"  # as printed")]
    );
}

#[test]
fn facts_of_one_record_follow_each_other_in_one_edit() {
    let both: [Intention; 3] = [
        moves(Phase::Acceleration, "2021-01-01").into(),
        measure("Signals", "250", None).into(),
        measure("Signals", "300", None).into(),
    ];
    let edit = crate::edit::edit(&world(), &both[..2], day("2021-12-01")).unwrap();
    assert_eq!((edit.changes.len(), edit.on()), (1, None));
    let after = written(FOLLOWED, &edit).unwrap();
    assert!(after.contains("phase = \"acceleration\"") && after.contains("value = 250"), "{after}");
    // Facts of one edit may contradict each other without contradicting the records: only the text shows it.
    let twice = crate::edit::edit(&world(), &both, day("2021-12-01")).unwrap();
    assert_eq!(written(FOLLOWED, &twice), Err(EditError::AlreadyMeasured(day("2021-06-30"))));
}

#[test]
fn facts_of_several_records_are_one_commit_that_lists_them() {
    let page = done("statistics-page", Some("seen"), None);
    let several = [page.clone(), done("report", None, None)];
    let edit = crate::edit::edit(&world(), &several, day("2021-12-01")).unwrap();
    insta::assert_snapshot!(edit.message, @r"
    2 obligations done in 2 records

    - histologe: statistics page published
      Publish the figures
      Obligation statistics-page of histologe-pau-anct, article 2.
      Owed by pau.
      Done on 4 March 2021.
      Evidence: seen
    - histologe: report done
      Report on progress, twice a year
      Obligation report of histologe-pau-anct.
      Owed by anct.
      Done on 4 March 2021.

    Couveuse-Edit: done
    Couveuse-Record: conventions/histologe-pau-anct
    Couveuse-Record: conventions/avenant
    ");
    let mixed = [page, pay("pau", "17500", None), pay("pau", "1", None)];
    let edit = crate::edit::edit(&world(), &mixed, day("2021-12-01")).unwrap();
    assert_eq!(edit.message.subject, "histologe-pau-anct: 3 changes");
    assert_eq!(edit.message.trailers[0], (VERB, "several".to_owned()));
    assert_eq!(edit.more_than_promised, Some(Money::euros(1)), "both payments together");
    let wrong = [mixed[0].clone(), sign(), moves(Phase::Construction, "2022-01-01").into()];
    let refused = crate::edit::edit(&world(), &wrong, day("2021-12-01")).unwrap_err();
    assert_eq!(refused.of_one().1, Some(2), "{refused:?}");
    assert_eq!(crate::edit::edit(&world(), &[], day("2021-12-01")), Err(EditError::Nothing));
}

#[test]
fn a_record_may_refer_to_records_created_by_the_same_edit() {
    let party = verb::NewPartyVerb { id: id("oise"), name: "Oise".to_owned(), kind: None };
    let of = verb::NewConventionVerb { parties: vec![id("oise"), id("anct")], ..convention() };
    let both: [Intention; 2] = [party.into(), of.into()];
    let edit = crate::edit::edit(&world(), &both, day("2021-12-01")).unwrap();
    assert!(edit.changes.iter().all(RecordEdit::creates));
    let back: Vec<Intention> = both.iter().rev().cloned().collect();
    let refused = crate::edit::edit(&world(), &back, day("2021-12-01")).unwrap_err();
    assert_eq!(refused.of_one().1, Some(0), "{refused:?}");
}
