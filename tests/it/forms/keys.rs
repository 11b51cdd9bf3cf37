//! Keys → changed lines of TOML and a commit.

use couveuse::edit::{self, Edit, LineKind};
use couveuse::locale::Language;
use couveuse::model::{KeyPath, RecordKind, RecordRef};
use couveuse::ui::form::{Form, FormKind, FormOutcome, FormSubject, Verb};
use couveuse::ui::{Command, Effect};

use super::fixture::{CONVENTION, World, date, halte, id};

fn english() -> World {
    World::new(Language::English)
}

fn submitted(outcome: FormOutcome) -> Edit {
    match outcome {
        FormOutcome::Submit(edit) => *edit,
        other => panic!("not submitted: {other:?}"),
    }
}

/// The added and removed lines, as `+ line` and `- line`.
fn lines(world: &World, edit: &Edit) -> Vec<String> {
    let text = world.text(&edit.changes[0].record);
    let after = edit::apply(text, &edit.changes[0], edit.force).expect("it fits the text");
    let changed = edit::diff_lines(text, &after);
    let sign = |sign| match sign {
        LineKind::Added => Some("+"),
        LineKind::Removed => Some("-"),
        LineKind::Context => None,
    };
    let shown = changed.iter().filter_map(|line| Some(format!("{} {}", sign(line.kind)?, line.text)));
    // The snapshots of the forms show the ids of entries.
    shown.filter(|line| line.trim() != "+" && !line.starts_with("+ id ")).collect()
}

/// Name of the case, verb, selection, keys, and the resulting lines.
type Case<'a> = (&'a str, Verb, FormSubject, &'a str, &'a [&'a str]);

fn check(world: &World, cases: Vec<Case<'_>>) {
    for (what, verb, subject, keys, expected) in cases {
        let mut form = world.open(verb, subject).unwrap_or_else(|why| panic!("{what}: {why}"));
        match world.press(&mut form, keys) {
            FormOutcome::Submit(edit) => assert_eq!(lines(world, &edit), expected, "{what}"),
            other => panic!("{what}: not submitted: {other:?}"),
        }
    }
}

#[test]
fn an_obligation_done() {
    let world = english();
    check(
        &world,
        vec![
            (
                "a standing obligation, as it stands",
                Verb::Done,
                world.occurrence("statistics-page", 0),
                "<C-s>",
                &["+ [[obligations.fulfilled]]", "+ on = 2020-12-01"],
            ),
            (
                "with a day and its evidence",
                Verb::Done,
                world.occurrence("statistics-page", 0),
                "hier<Enter>https://halte.example/stats<Enter>",
                &["+ [[obligations.fulfilled]]", "+ on = 2020-11-30", "+ evidence = \"https://halte.example/stats\""],
            ),
            (
                "the earliest overdue occurrence needs no due date",
                Verb::Done,
                world.occurrence("report", 0),
                "<C-s>",
                &["+ [[obligations.fulfilled]]", "+ on = 2020-12-01"],
            ),
            (
                "a later one says which it is",
                Verb::Done,
                world.occurrence("report", 1),
                "<C-s>",
                &["+ [[obligations.fulfilled]]", "+ on = 2020-12-01", "+ due = 2020-08-20"],
            ),
        ],
    );
}

#[test]
fn a_payment() {
    let world = english();
    check(
        &world,
        vec![
            (
                "done on a tranche is its payment, of what is outstanding",
                Verb::Done,
                world.occurrence("payment-ville-1", 0),
                "<Enter>4/3<Enter>VIR-1<Enter>",
                &[
                    "+ [[payments]]",
                    "+ on = 2020-03-04",
                    "+ amount = 5500",
                    "+ contribution = \"ville\"",
                    "+ reference = \"VIR-1\"",
                ],
            ),
            (
                "a tranche before its turn is named",
                Verb::Pay,
                world.occurrence("payment-ville-2", 0),
                "<C-s>",
                &[
                    "+ [[payments]]",
                    "+ on = 2020-12-01",
                    "+ amount = 20000",
                    "+ contribution = \"ville\"",
                    "+ tranche = 2",
                ],
            ),
            (
                "of a startup's contributions the late one comes first",
                Verb::Pay,
                halte(),
                "<Enter>17500,50<C-s>",
                &["+ [[payments]]", "+ on = 2020-12-01", "+ amount = \"17500.50\"", "+ contribution = \"ville\""],
            ),
            (
                "another is found by typing, and brings its own amount",
                Verb::Pay,
                halte(),
                "reg<C-s>",
                &["+ [[payments]]", "+ on = 2020-12-01", "+ amount = 5000", "+ contribution = \"region\""],
            ),
            (
                "a signature",
                Verb::Sign,
                FormSubject::Convention(id("halte-region")),
                "10/11<Enter>",
                &["+ signed = 2020-11-10"],
            ),
        ],
    );
}

#[test]
fn a_signature_and_a_committee() {
    let world = english();
    check(
        &world,
        vec![
            (
                "of a signed convention, its amendment's",
                Verb::Sign,
                FormSubject::Convention(id("halte-ville-agence")),
                "1/12<C-s>",
                &["+ signed = 2020-12-01"],
            ),
            (
                "a committee with what it decided; the end follows the decision",
                Verb::Hold,
                halte(),
                "30/8<Tab>cont<Tab><Tab>35000<C-s>",
                &[
                    "+ [[committees]]",
                    "+ on = 2020-08-30",
                    "+ state = \"held\"",
                    "+ decision = \"continue\"",
                    "+ envelope = 35000",
                    "+ until = 2021-02-28",
                    "+ [[actions]]",
                    "+ committee = \"2020-08-30-3ac3s\"",
                    "+ what = \"Inform procurement\"",
                    "+ due = 2020-08-30",
                ],
            ),
            (
                "provisionally: a month",
                Verb::Hold,
                halte(),
                "<Tab>prov<C-s>",
                &[
                    "+ [[committees]]",
                    "+ on = 2020-12-01",
                    "+ state = \"held\"",
                    "+ decision = \"provisional\"",
                    "+ until = 2021-01-01",
                    "+ [[committees]]",
                    "+ on = 2020-12-31",
                    "+ state = \"planned\"",
                    "+ [[actions]]",
                    "+ committee = \"2020-12-01-3ac3s\"",
                    "+ what = \"Inform procurement\"",
                    "+ due = 2020-12-01",
                ],
            ),
            (
                "the one planned for the day becomes held",
                Verb::Hold,
                halte(),
                "-1<Tab>def<Tab><Tab><Tab><Tab>No figures<C-s>",
                &[
                    "+ state = \"held\"",
                    "+ decision = \"defer\"",
                    "+ deferred_until = 2020-12-30",
                    "+ comment = \"No figures\"",
                    "+ [[committees]]",
                    "+ on = 2020-12-30",
                ],
            ),
            (
                "done on a committee holds it",
                Verb::Done,
                world.occurrence("committee", 0),
                "<C-s>",
                &["+ [[committees]]", "+ on = 2020-12-01", "+ state = \"held\""],
            ),
        ],
    );
}

#[test]
fn an_invalid_field_prevents_the_commit_and_gets_the_focus() {
    let world = english();
    for (what, verb, subject, keys) in [
        ("no day", Verb::Sign, FormSubject::Convention(id("halte-region")), "<C-u><C-s>"),
        ("never month first", Verb::Sign, FormSubject::Convention(id("halte-region")), "12/31/2020<C-s>"),
        ("no such day", Verb::Sign, FormSubject::Convention(id("halte-region")), "30/2<C-s>"),
        ("no amount", Verb::Pay, world.occurrence("payment-ville-1", 0), "<C-u><C-s>"),
        ("nothing paid", Verb::Pay, world.occurrence("payment-ville-1", 0), "0<C-s>"),
        ("an amount that means two things", Verb::Pay, world.occurrence("payment-ville-1", 0), "17,500<C-s>"),
        ("ends before it begins", Verb::Hold, halte(), "<Tab><Tab><Tab><Tab>1/11/2020<C-s>"),
        ("held already", Verb::Hold, halte(), "2/6<C-s>"),
        ("a day to come", Verb::Hold, halte(), "demain<C-s>"),
        ("before the decision to sign", Verb::Sign, FormSubject::Convention(id("halte-region")), "4/10<C-s>"),
        ("the same payment", Verb::Pay, world.occurrence("payment-ville-1", 0), "4500<Tab>12/3<C-s>"),
    ] {
        let mut form = world.open(verb, subject).expect(what);
        assert_eq!(world.press(&mut form, keys), FormOutcome::Stay, "{what}");
        // The invalid field has the focus: once it is corrected, the form commits.
        let mend = if verb == Verb::Pay { "12" } else { "1/12/2020" };
        submitted(world.press(&mut form, &format!("<C-e><C-u>{mend}<C-s>")));
    }
}

#[test]
fn a_search_without_match_picks_nothing() {
    let world = english();
    let mut form = world.open(Verb::Phase, halte()).expect("a form");
    assert_eq!(world.press(&mut form, "zzz<C-s>"), FormOutcome::Stay);
    submitted(world.press(&mut form, "<C-u><C-s>"));
    // The same in an optional field.
    let mut form = world.open(Verb::Hold, halte()).expect("a form");
    assert_eq!(world.press(&mut form, "<Tab>zzz<C-s>"), FormOutcome::Stay);
}

#[test]
fn spans_are_typed_in_words_in_fields_of_records_too() {
    let world = World::new(Language::French);
    let record = RecordRef::new(RecordKind::Convention, id("halte-ville-agence"));
    let at = world.text(&record).split("[[obligations]]").skip(1).position(|one| one.contains("every =")).expect("one");
    let every = KeyPath::entry("obligations", at).key("every");
    let mut form = world.open(Verb::Set, FormSubject::Value(record, every)).expect("a form");
    assert_eq!(form.draft(), None, "what stands there is understood as it is");
    let edit = submitted(world.press(&mut form, "<C-u>2 ans<C-s>"));
    assert!(lines(&world, &edit).contains(&"+ every = \"2 years\"".to_owned()), "{:?}", lines(&world, &edit));
}

#[test]
fn the_day_of_a_fact_is_the_latest_past_one() {
    let world = english();
    for (keys, day) in
        [("mardi", "2020-12-01"), ("lundi", "2020-11-30"), ("2/12", "2019-12-02"), ("1/12", "2020-12-01")]
    {
        let mut form = world.open(Verb::Hold, halte()).expect("a form");
        let edit = submitted(world.press(&mut form, &format!("{keys}<C-s>")));
        assert_eq!(edit.on(), Some(date(day)), "{keys}");
    }
    // The last day that a committee funds is in the future.
    let mut form = world.open(Verb::Hold, halte()).expect("a form");
    let edit = submitted(world.press(&mut form, "<Tab><Tab><Tab><Tab>lundi<C-s>"));
    assert!(lines(&world, &edit).contains(&"+ until = 2020-12-07".to_owned()));
}

#[test]
fn a_due_date_is_named_if_an_amendment_made_the_obligation_recurring() {
    let once = CONVENTION.replace("every = \"3 months\"", "due = 2020-06-01");
    let amendment = "title = \"Avenant\"\nkind = \"amendment\"\namends = \"halte-ville-agence\"\nparties = []\n\
        signed = 2020-02-21\n\n[[obligations]]\nid = \"report\"\nwhat = \"Report\"\nevery = \"3 months\"\n";
    let changed = [("halte-ville-agence", once.as_str()), ("halte-ville-agence-1", amendment)];
    let world = World::with(Language::English, &changed);
    let mut form = world.open(Verb::Done, world.occurrence("report", 1)).expect("a form");
    let edit = submitted(world.press(&mut form, "<C-s>"));
    assert_eq!(edit.changes[0].record.id, id("halte-ville-agence-1"));
    assert_eq!(lines(&world, &edit).last().map(String::as_str), Some("+ due = 2020-08-20"));
}

#[test]
fn the_focus_returns_to_the_invalid_field() {
    let world = english();
    let mut form = world.open(Verb::Pay, world.occurrence("payment-ville-1", 0)).expect("a form");
    assert_eq!(world.press(&mut form, "x<Tab>1/11<Tab>VIR-2<Enter>"), FormOutcome::Stay);
    let edit = submitted(world.press(&mut form, "<C-u>750<C-s>"));
    assert_eq!(lines(&world, &edit)[1..3], ["+ on = 2020-11-01", "+ amount = 750"]);
}

#[test]
fn a_form_with_nothing_to_record_is_refused_with_the_reason() {
    let world = english();
    let sentier = || FormSubject::Startup(id("sentier"));
    for (verb, subject, message) in [
        (Verb::Done, sentier(), "No open obligations for Sentier"),
        (Verb::Pay, sentier(), "Nothing left to receive for Sentier"),
        (Verb::Sign, sentier(), "Nothing left to sign for Sentier"),
        (Verb::Hold, FormSubject::Convention(id("no-such")), "No committee to record for no-such"),
    ] {
        assert_eq!(world.open(verb, subject).err().as_deref(), Some(message));
    }
    let once = "due = 2020-06-01\n[[obligations.fulfilled]]\non = 2020-05-30";
    let done = CONVENTION.replace("every = \"3 months\"", once);
    let met = World::with(Language::English, &[("halte-ville-agence", &done)]);
    let report = FormSubject::Occurrence {
        convention: id("halte-ville-agence"),
        obligation: "report".to_owned(),
        startups: vec![id("halte")],
        due: Some(date("2020-06-01")),
    };
    assert_eq!(met.open(Verb::Done, report).err().as_deref(), Some("Already done on 30 May 2020"));
    let french = World::new(Language::French);
    assert_eq!(french.open(Verb::Sign, sentier()).err().as_deref(), Some("Plus rien à signer pour Sentier"));
}

#[test]
fn a_draft_is_kept_and_resumed() {
    let world = english();
    let mut form = world.open(Verb::Pay, halte()).expect("a form");
    assert!(!form.is_touched());
    assert_eq!(world.press(&mut form, "reg<Tab><Tab><Tab>VIR-9<Esc>"), FormOutcome::Keep);
    assert!(form.is_touched());

    let (mut again, effects) = Form::reopen(&form, &world.context()).expect("it opens again");
    assert!(matches!(effects.as_slice(), [Effect::ReadText(_)]), "the text is read anew: {effects:?}");
    world.perform(&mut again, effects);
    let edit = submitted(world.press(&mut again, "<C-s>"));
    assert_eq!(
        lines(&world, &edit)[2..],
        ["+ amount = 5000", "+ contribution = \"region\"", "+ reference = \"VIR-9\""]
    );

    let (mut anew, effects) = Form::reopen(&form, &world.context()).expect("it opens again");
    world.perform(&mut anew, effects);
    world.press(&mut anew, "<C-n>");
    assert!(!anew.is_touched());
    let edit = submitted(world.press(&mut anew, "<C-s>"));
    assert_eq!(lines(&world, &edit)[2..], ["+ amount = 5500", "+ contribution = \"ville\""]);
}

#[test]
fn a_draft_finds_its_contribution_after_others_were_removed() {
    let world = english();
    let mut form = world.open(Verb::Pay, halte()).expect("a form");
    world.press(&mut form, "reg<Tab>1200<Esc>");
    let paid = format!(
        "{}\n[[payments]]\non = 2020-11-30\namount = 25500\ncontribution = \"ville\"\n",
        super::fixture::CONVENTION
    );
    let later = World::with(Language::English, &[("halte-ville-agence", &paid)]);
    let (mut form, effects) = Form::reopen(&form, &later.context()).expect("it opens again");
    later.perform(&mut form, effects);
    let edit = submitted(later.press(&mut form, "<C-s>"));
    assert_eq!(lines(&later, &edit)[2..], ["+ amount = 1200", "+ contribution = \"region\""]);
}

#[test]
fn a_failed_commit_keeps_the_input() {
    let world = english();
    let mut form = world.open(Verb::Sign, FormSubject::Convention(id("halte-region"))).expect("a form");
    let first = submitted(world.press(&mut form, "10/11<Enter>"));
    assert_eq!(world.press(&mut form, "<Enter>"), FormOutcome::Stay, "committing: not twice");
    form.failed("Nobody is known to git here.".to_owned(), "Set user.name and user.email.".to_owned());
    let second = submitted(world.press(&mut form, "<Enter>"));
    assert_eq!(first, second);
}

#[test]
fn a_text_is_asked_for_once_and_for_each_record() {
    let world = english();
    let form_kind = FormKind::new(Verb::Sign, halte());
    let (mut form, effects) = Form::new(form_kind, &world.context()).expect("a form");
    assert_eq!(effects, [], "the day is not known yet");
    world.press(&mut form, "<Tab>1/1");
    let outcome = world.press(&mut form, "2");
    assert!(
        matches!(&outcome, FormOutcome::Ask(effects) if matches!(effects.as_slice(), [Effect::ReadText(record)] if record.id == id("halte-region"))),
        "{outcome:?}"
    );
    assert_eq!(world.press(&mut form, "<Backspace>2"), FormOutcome::Stay, "it was asked for");
    assert_eq!(world.press(&mut form, "<S-Tab>"), FormOutcome::Stay);
    let outcome = form.command(Command::NextOption, &world.context());
    assert!(
        matches!(&outcome, FormOutcome::Ask(effects) if matches!(effects.as_slice(), [Effect::ReadText(record)] if record.id == id("halte-ville-agence-1"))),
        "{outcome:?}"
    );
}

#[test]
fn a_paste_is_typed() {
    let world = english();
    let mut form = world.open(Verb::Done, world.occurrence("statistics-page", 0)).expect("a form");
    world.press(&mut form, "<Tab>");
    form.paste("https://halte.example\n\u{1b}[31m", &world.context());
    let edit = submitted(world.press(&mut form, "<C-s>"));
    assert_eq!(lines(&world, &edit)[2], "+ evidence = \"https://halte.example [31m\"");
}

#[test]
fn a_wrong_iban_is_fixed_in_its_convention() {
    let wrong = format!(
        "{CONVENTION}\n[accounts.refund]\nparty = \"ville\"\nbank = \"30001\"\nbranch = \"00622\"\nnumber = \"C6410000000\"\n\
         key = \"87\"\niban = \"FR57 3000 1006 2206 4100 0000 088\"\n"
    );
    let world = World::with(Language::English, &[("halte-ville-agence", &wrong)]);
    let line = KeyPath::top().key("accounts").key("refund").key("iban");
    let subject = FormSubject::Value(RecordRef::new(RecordKind::Convention, id("halte-ville-agence")), line);
    let mut form = world.open(Verb::Account, subject).expect("a form");
    let edit = submitted(world.press(&mut form, "<C-s>"));
    assert_eq!(
        lines(&world, &edit),
        ["- iban = \"FR57 3000 1006 2206 4100 0000 088\"", "+ iban = \"FR57 3000 1006 22C6 4100 0000 087\""]
    );
}
