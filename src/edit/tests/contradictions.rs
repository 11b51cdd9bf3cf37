//! What is refused, and what is recorded with a warning.

use super::*;

#[test]
fn contradictions_with_the_records_are_refused() {
    let portfolio = portfolio();
    let no_entry = |name: &str, known: &[&str]| {
        EditError::NoEntry(name.to_owned(), known.iter().map(|&known| known.to_owned()).collect())
    };
    for (intention, error) in [
        (done("unknown", None, None), no_entry("unknown", &["report", "statistics-page"])),
        (done("committee", None, None), EditError::IsCommittee),
        (done("payment-pau", None, None), EditError::IsPayment("pau".to_owned())),
        (done("payment-pau-1", None, None), EditError::IsPayment("pau".to_owned())),
        (pay("ademe", "1", None), no_entry("ademe", &["pau", "anct"])),
        (pay("pau", "0", None), EditError::NothingPaid),
        (pay("pau", "-1", None), EditError::NothingPaid),
        (pay("pau", "1", Some(2)), EditError::NoTranche(2, 1)),
        (pay("pau", "1", Some(0)), EditError::NoTranche(0, 1)),
        (pay("anct", "1", None), EditError::NoPayee("anct".to_owned())),
        (hold("2021-07-01", None), EditError::EndsBeforeItBegins),
        (
            Intention::Sign(verb::SignVerb { convention: id("none"), on: Some(day("2020-01-01")), not_before: None }),
            EditError::NoRecord(RecordRef::new(RecordKind::Convention, id("none"))),
        ),
    ] {
        assert_eq!(edit(&portfolio, &intention), Err(error), "{intention:?}");
    }
}

#[test]
fn a_repealed_obligation_cannot_be_marked_as_done() {
    let with = |amendments: &[(&str, &str)]| {
        let mut portfolio = portfolio();
        for (name, lines) in amendments {
            let head = "title = 'A'\nkind = 'amendment'\namends = 'histologe-pau-anct'\nstartups = []\nparties = []";
            let text = format!("{head}\n{lines}");
            let Record::Convention(change) = read(RecordKind::Convention, name, &text) else { panic!("{name}") };
            portfolio.insert_convention(Arc::new(change));
        }
        portfolio
    };
    let result = |amendments: &[(&str, &str)]| edit(&with(amendments), &done("report", None, None));
    let refused = |by: &str| Err(EditError::Repealed("report".to_owned(), id(by)));
    let [out, again] = ["repeals = ['report']", "[[obligations]]\nid = 'report'\nwhat = 'Report'"];
    let [out_2020, again_2020] = [out, again].map(|lines| format!("signed = 2020-01-01\n{lines}"));
    let [out_2021, again_2021] = [out, again].map(|lines| format!("signed = 2021-01-01\n{lines}"));

    assert_eq!(result(&[("one", &out_2020)]), refused("one"));
    assert_eq!(result(&[("one", &again_2020), ("two", &out_2021)]), refused("two"));
    let anew = result(&[("one", &out_2020), ("two", &again_2021)]).unwrap();
    assert_eq!(anew.changes[0].record.id, id("two"));
    assert!(result(&[("one", out)]).is_ok(), "it has no effect without a signature");
    assert!(result(&[("one", &format!("signed = 2022-01-01\n{out}"))]).is_ok(), "nor before the day of it");
    let known = edit(&with(&[("one", &out_2020)]), &done("unknown", None, None));
    assert_eq!(known, Err(EditError::NoEntry("unknown".to_owned(), vec!["statistics-page".to_owned()])));
}

#[test]
fn facts_in_the_future_are_refused() {
    let portfolio = portfolio();
    let today = day("2020-05-19");
    for intention in [sign(), pay("pau", "1", None), done("report", None, None), hold("2020-06-20", None)] {
        let error = EditError::InTheFuture(intention.on().unwrap());
        assert_eq!(crate::edit::edit(&portfolio, std::slice::from_ref(&intention), today), Err(error), "{intention:?}");
        assert!(
            crate::edit::edit(&portfolio, std::slice::from_ref(&intention), intention.on().unwrap()).is_ok(),
            "{intention:?}"
        );
    }
}

#[test]
fn dates_that_check_reports_as_errors_are_refused() {
    let portfolio_of = |change: &str, amendment: &str| {
        let mut portfolio = portfolio();
        for (name, text) in [("histologe-pau-anct", CONVENTION), ("avenant", AMENDMENT)] {
            let change = if name == "avenant" { amendment } else { change };
            let text = text.replacen("signed = 2020-11-01\n", "", 1);
            let text = text.replacen("parties =", &format!("{change}\nparties ="), 1);
            let Record::Convention(convention) = read(RecordKind::Convention, name, &text) else { panic!("{name}") };
            portfolio.insert_convention(Arc::new(convention));
        }
        portfolio
    };
    let signed_on = |convention: &str, on: &str| {
        Intention::Sign(verb::SignVerb { convention: id(convention), on: Some(day(on)), not_before: None })
    };
    let base = "histologe-pau-anct";
    // In the text, a report was fulfilled on 2020-06-01.
    for (change, amendment, convention, on, order, than) in [
        ("decided = 2020-05-11", "", base, "2020-05-10", Chronology::Decided, "2020-05-11"),
        ("", "signed = 2020-04-30", base, "2020-05-01", Chronology::Amendment, "2020-04-30"),
        ("signed = 2020-05-01", "", "avenant", "2020-04-30", Chronology::Amended, "2020-05-01"),
        ("term = { until = 2020-03-01 }", "", base, "2020-03-02", Chronology::Ended, "2020-03-01"),
        ("terminated = { on = 2020-03-01 }", "", base, "2020-03-02", Chronology::Terminated, "2020-03-01"),
        ("", "", base, "2020-06-02", Chronology::Fulfilled, "2020-06-01"),
    ] {
        let portfolio = portfolio_of(change, amendment);
        let refused = edit(&portfolio, &signed_on(convention, on));
        assert_eq!(refused, Err(EditError::OutOfOrder(order, day(than))), "{order:?}");
        let accepted = edit(&portfolio, &signed_on(convention, than));
        assert!(accepted.is_ok(), "{order:?}: the same day is in order");
    }
    let signed = portfolio_of("signed = 2021-03-05", "");
    let early = edit(&signed, &done("statistics-page", None, None));
    assert_eq!(early, Err(EditError::OutOfOrder(Chronology::Signed, day("2021-03-05"))));
    assert!(edit(&signed, &pay("pau", "1", None)).is_ok(), "money may come before the signature");
}

#[test]
fn an_end_before_the_signature_is_refused() {
    let amend = |until: &str| {
        Intention::from(verb::AmendVerb {
            id: id("avenant-2"),
            amends: id("histologe-pau-anct"),
            title: "Avenant n° 2".to_owned(),
            decided: None,
            signed: Some(day("2020-12-01")),
            term: Some(verb::TermSpec::Until(day(until))),
            article: None,
        })
    };
    let portfolio = portfolio();
    assert_eq!(
        edit(&portfolio, &amend("2020-11-30")),
        Err(EditError::OutOfOrder(Chronology::Ended, day("2020-11-30"))),
    );
    assert!(edit(&portfolio, &amend("2020-12-01")).is_ok(), "the same day is in order");
}

#[test]
fn duplicate_payments_are_refused_and_excess_ones_reported() {
    let paid = |reference: &str| {
        format!(
            "{CONVENTION}\n[[payments]]\non = 2021-03-04\namount = \"17500.00\"\ncontribution = \"pau\"\n{reference}"
        )
    };
    let with = |text: &str| {
        let mut portfolio = portfolio();
        let Record::Convention(convention) = read(RecordKind::Convention, "histologe-pau-anct", text) else {
            panic!("a convention")
        };
        portfolio.insert_convention(Arc::new(convention));
        portfolio
    };
    let again = pay("pau", "17500", None);
    assert_eq!(edit(&portfolio(), &again).unwrap().more_than_promised, None);
    let other = edit(&with(&paid("")), &again).unwrap();
    assert_eq!(other.more_than_promised, Some(Money::euros(17500)), "it has a reference, the first had none");
    let same = paid("reference = \"VIR 42\"\n");
    assert_eq!(edit(&with(&same), &again), Err(EditError::AlreadyPaid(day("2021-03-04"))));
    assert_eq!(written(&same, &other), Err(EditError::AlreadyPaid(day("2021-03-04"))), "on disk by now");
    let numbered = edit(&with(&same), &pay("pau", "17500", Some(1))).unwrap();
    assert!(written(&same, &numbered).is_ok(), "of a tranche that is named: another");
}

#[test]
fn a_due_date_is_accepted_for_recurring_obligations_only() {
    let standing = edit(&portfolio(), &done("statistics-page", None, Some("2021-01-01")));
    assert_eq!(standing, Err(EditError::NotRecurring("statistics-page".to_owned())));
}

#[test]
fn texts_are_put_on_one_line_and_blank_ones_dropped() {
    let made = |typed: &str| edit(&portfolio(), &done("statistics-page", Some(typed), None)).unwrap();
    for typed in ["", " ", "\n\u{1b}"] {
        let edit = made(typed);
        assert!(!edit.message.body.contains("Evidence"), "{}", edit.message.body);
        assert!(!written(CONVENTION, &edit).unwrap().contains("evidence"));
    }
    let after = written(CONVENTION, &made(" by mail\r\nof \u{9b}2J 4 March\u{7f} ")).unwrap();
    assert!(after.contains("evidence = \"by mail  of  2J 4 March\""), "{after}");
}

#[test]
fn a_record_that_cannot_be_read_is_not_called_missing() {
    let mut world = super::verbs::world();
    let record = RecordRef::new(RecordKind::Startup, id("none"));
    let plan = verb::PlanVerb { startup: id("none"), on: day("2021-12-10"), request: Default::default() }.into();
    assert_eq!(edit(&world, &plan).unwrap_err(), EditError::NoRecord(record.clone()));
    world.unreadable.push(record.clone());
    assert_eq!(edit(&world, &plan).unwrap_err(), EditError::UnreadableRecord(record));
}
