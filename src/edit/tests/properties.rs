//! Property tests: for any typed text and any notation of a record, each verb changes the intended value and no other
//! text, and keeps all comments.

use proptest::sample::select;

use super::verbs::{FOLLOWED, world};
use super::*;
use crate::model::{
    Action, Committee, CommitteeState, Convention, Expenditure, Fulfilment, Indicator, KeyPath, Note, Payment, Phase,
    PhaseStart, Resource, Startup,
};

proptest! {
    /// The record loads with any typed text, and nothing typed becomes a line of its own.
    #[test]
    fn any_typed_text_stays_one_value(text in "\\PC{1,60}|[\\n\\r\"'#=\\[\\]\\\\{}a]{1,12}") {
        prop_assume!(!text.trim().is_empty());
        let note = verb::NoteVerb { startup: id("histologe"), on: day("2021-01-01"), text: text.clone(), source: Some(text) };
        if let Ok(edit) = edit(&world(), &note.into()) {
            let after = written(FOLLOWED, &edit).unwrap();
            prop_assert_eq!(changed(FOLLOWED, &after).len(), 6, "{}", after);
            prop_assert!(edit.message.to_string().lines().filter(|line| line.starts_with("Couveuse-")).count() == 2);
            prop_assert!(edit.message.subject.chars().count() < 80);
        }
    }
}

/// Generates one of several notations of the same value, and what may follow it. `#?` is a comment.
fn one_of(texts: Vec<&'static str>) -> impl Strategy<Value = String> {
    let between = select(vec!["", "", "\n", "#?\n", "\n#? [[notes]]\n\n", "#? \"\"\" { ,\n"]);
    (select(texts), between).prop_map(|(text, between)| format!("{text}{between}"))
}

/// Generates a record with numbered comments, and the line endings, byte order mark and final newline of any system.
/// Tables follow all other parts.
fn record(parts: Vec<Vec<&'static str>>) -> impl Strategy<Value = String> {
    (parts.into_iter().map(one_of).collect::<Vec<_>>(), any::<[bool; 3]>()).prop_map(
        |(mut parts, [crlf, mark, cut])| {
            parts.sort_by_key(|part| part.trim_start_matches(['#', '?', '\n']).starts_with('['));
            let whole = parts.concat();
            let mut pieces = whole.split("#?");
            let mut text = pieces.next().unwrap_or_default().to_owned();
            for (n, piece) in pieces.enumerate() {
                text.push_str(&format!("#<{n}>{piece}"));
            }
            if cut {
                text.truncate(text.trim_end().len());
            }
            let ends = if crlf { text.replace('\n', "\r\n") } else { text };
            format!("{}{ends}", if mark { "\u{feff}" } else { "" })
        },
    )
}

fn startups() -> impl Strategy<Value = String> {
    record(vec![
        vec!["name = 'N' #?\n", "name=\"\"\"\nN\n# site = 1\n[x]\"\"\"\n"],
        vec![
            "committees = [{ on = 2020-06-02, state = 'planned' }] #?\n",
            "committees = [\n  { id = 'm', on = 2020-06-02, state = \"planned\" }, #?\n]\n",
            "[[committees]] #?\non    = 2020-06-02\nstate =   'planned' #?\n\n",
            "[[committees]]\nstate = 'planned'\non = 2020-06-02\nimpact.used = 1\n",
        ],
        vec![
            "actions = [{ what = 'Call', due = 2021-01-01 }, { what = 'Old', done = 2020-01-01 }]\n",
            "[[actions]]\nwhat = 'Call' #?\ndue = 2021-01-01\n[[actions]]\nwhat = 'Old'\ndone = 2020-01-01\n",
        ],
        vec![
            "phases = [{ phase = 'investigation', from = 2019-01-01 }, { phase = 'operated', from = 2022-01-01 }]\n",
            "phases = [\n  { phase = 'investigation', from = 2019-01-01 },\n  #?\n  { phase = 'operated', from = 2022-01-01 } #?\n]\n",
            "#?\n[[phases]]\nphase = 'investigation'\nfrom = 2019-01-01\n#? last\n[[phases]]\nphase = 'operated'\nfrom = 2022-01-01\n",
        ],
        vec![
            "indicators = [{ name = 'I', values = [{ on = 2020-01-01, value = 1 }] }] #?\n",
            "[[indicators]]\nname = 'I'\nvalues = [\n  { on = 2020-01-01, value = 1 } #?\n]\n",
            "[[indicators]]\nname = 'I'\n[[indicators.values]]\non = 2020-01-01\nvalue = 1\n",
        ],
        vec!["", "notes = []\n", "notes = [\n#?\n]\n", "[[notes]]\ntext = '''a\n[[notes]]''' #?\n"],
    ])
}

fn conventions() -> impl Strategy<Value = String> {
    record(vec![
        vec![
            "title = 'T'\nkind = 'partnership'\nparties = ['pau', 'anct'] #?\n",
            "kind='partnership'\ntitle=\"T\" #?\nparties = [\n 'pau', #?\n 'anct']\n",
        ],
        vec!["", "#? signed = YYYY-MM-DD: not on the copy\n"],
        vec![
            "contributions = [{ id = 'pau', from = 'pau', to = 'anct', amount = 500 }] #?\n",
            "[[contributions]]\nid = 'pau'\nfrom = 'pau'\nto = 'anct'\namount = '500.00' #?\n[[contributions.tranches]]\namount = 500\nwhen = 'signature'\n",
        ],
        vec![
            "obligations = [{ id = 'page', what = 'W', standing = true, fulfilled = [{ on = 2020-01-01 }] }]\n",
            "[[obligations]]\nid = 'page' #?\nwhat = 'W'\nstanding = true\n[[obligations.fulfilled]]\non = 2020-01-01 #?\n",
            "[[obligations]]\nid = 'page'\nwhat = '''\nW'''\nstanding = true\nfulfilled = [ #?\n  { on = 2020-01-01 }, #?\n]\n",
        ],
        vec!["", "payments = []\n", "[[payments]]\non = 2020-01-01 #?\namount   = 1\ncontribution = 'pau'\n"],
        vec!["", "[accounts.refund] #?\niban = 'FR76'\n", "accounts.refund.iban = 'FR76' #?\n"],
    ])
}

/// Returns how many lines of `before` are missing from `after`.
fn touched(before: &str, after: &str) -> usize {
    diff_lines(before, after).iter().filter(|line| line.kind == LineKind::Removed).count()
}

/// A fact, its effect on the model, and the number of old lines that it may change.
type Case<T> = (Intention, fn(&mut T), usize);

/// Checks that each intention has the intended effect on the model, changes at most the given number of lines, and
/// keeps every comment. `named` copies the generated ids into the expected model.
fn check<T: Clone + std::fmt::Debug + PartialEq>(
    before: &str,
    read: impl Fn(&str) -> T,
    named: impl Fn(&mut T, &T),
    cases: Vec<Case<T>>,
) -> Result<(), TestCaseError> {
    let kind = if before.contains("title") { RecordKind::Convention } else { RecordKind::Startup };
    for (intention, intended, most) in cases {
        let change = RecordEdit {
            record: RecordRef::new(kind, id("a")),
            intentions: vec![intention],
            import: None,
            base: Some(before.into()),
        };
        let after = apply(before, &change, false).expect("an edit");
        let (mut expected, made) = (read(before), read(&after));
        intended(&mut expected);
        named(&mut expected, &made);
        prop_assert_eq!(&made, &expected, "{:?}\n{}\n{}", change.intentions, before, after);
        prop_assert!(touched(before, &after) <= most, "{:?}\n{}\n{}", change.intentions, before, after);
        for n in 0..before.matches("#<").count() {
            prop_assert!(after.contains(&format!("#<{n}>")), "lost a comment: {:?}\n{}", change.intentions, after);
        }
        let is_crlf = before.contains("\r\n");
        prop_assert!(!is_crlf || !after.replace("\r\n", "").contains('\n'), "line ends: {:?}", change.intentions);
        // Reverted as by undo.
        let back = record::merge(&change.record, Some(&after), &after, before, &[]).expect("a merge").text;
        prop_assert_eq!(&back, before, "taken back: {:?}", change.intentions);
    }
    Ok(())
}

fn startup_cases() -> Vec<Case<Startup>> {
    let of = || id("a");
    let decided = verb::HoldVerb {
        startup: of(),
        review: None,
        on: day("2020-06-02"),
        decision: Some(Decision::Stop),
        envelope: None,
        until: None,
        details: Default::default(),
        next: None,
        cancel_planned: false,
    };
    let held = verb::HoldVerb { on: day("2020-05-01"), ..decided.clone() };
    let moves = verb::PhaseVerb { startup: of(), phase: Phase::Construction, from: day("2020-01-01") };
    vec![
        (
            verb::NoteVerb { startup: of(), on: day("2021-01-01"), text: "B \"'".into(), source: None }.into(),
            |one| one.notes.push(Note { on: Some(day("2021-01-01")), ..Note::new("B \"'") }),
            2,
        ),
        (verb::ActionVerb::new(of(), "Write".into()).into(), |one| one.actions.push(Action::new("Write")), 2),
        (
            verb::FinishVerb { startup: of(), action: "Call".into(), on: day("2021-01-02") }.into(),
            |one| one.actions[0].done = Some(day("2021-01-02")),
            2,
        ),
        (
            verb::PlanVerb { startup: of(), on: day("2022-01-10"), request: Default::default() }.into(),
            |one| one.committees.push(meeting("2022-01-10", CommitteeState::Planned)),
            2,
        ),
        (
            decided.into(),
            |one| {
                one.committees[0].state = CommitteeState::Held;
                one.committees[0].decision = Some(Decision::Stop);
            },
            2,
        ),
        (
            held.into(),
            |one| {
                let meeting = meeting("2020-05-01", CommitteeState::Held);
                one.committees.push(Committee { decision: Some(Decision::Stop), ..meeting });
            },
            2,
        ),
        (moves.clone().into(), |one| one.phases.insert(1, start(Phase::Construction, "2020-01-01")), 2),
        (
            verb::PhaseVerb { from: day("2023-01-01"), ..moves }.into(),
            |one| one.phases.push(start(Phase::Construction, "2023-01-01")),
            2,
        ),
        (
            verb::SetVerb {
                record: RecordRef::new(RecordKind::Startup, of()),
                path: KeyPath::entry("committees", 0).key("comment"),
                value: Some("x".into()),
            }
            .into(),
            |one| one.committees[0].comment = Some("x".into()),
            2,
        ),
    ]
}

fn figure_cases() -> Vec<Case<Startup>> {
    let measure = |name: &str, on: &str| verb::IndicatorVerb {
        startup: id("a"),
        indicator: name.to_owned(),
        unit: None,
        on: day(on),
        value: 2.into(),
    };
    vec![
        (
            measure("I", "2021-01-01").into(),
            |one| {
                one.indicators[0].values.push(crate::model::IndicatorValue { on: day("2021-01-01"), value: 2.into() })
            },
            2,
        ),
        (
            measure("New", "2021-01-01").into(),
            |one| {
                let values = vec![crate::model::IndicatorValue { on: day("2021-01-01"), value: 2.into() }];
                one.indicators.push(Indicator { values, ..Indicator::new("New") });
            },
            2,
        ),
    ]
}

fn meeting(on: &str, state: CommitteeState) -> Committee {
    Committee::new(day(on), state)
}

fn start(phase: Phase, from: &str) -> PhaseStart {
    PhaseStart { phase, from: day(from), comment: None }
}

fn payment() -> Payment {
    Payment::new(day("2021-01-01"), Money::euros(2), "pau")
}

fn line() -> Expenditure {
    Expenditure {
        what: Some("Coaching".into()),
        contribution: Some("pau".into()),
        paid: Some(day("2021-01-01")),
        ..Expenditure::new(Money::euros(3))
    }
}

fn convention_cases() -> Vec<Case<Convention>> {
    let of = || id("a");
    let money = verb::PayVerb {
        convention: of(),
        contribution: "pau".into(),
        amount: Money::euros(2),
        on: day("2021-01-01"),
        tranche: None,
        reference: None,
    };
    vec![
        (
            verb::DoneVerb {
                convention: of(),
                obligation: "page".into(),
                on: day("2021-01-01"),
                evidence: None,
                due: None,
            }
            .into(),
            |one| {
                let done = Fulfilment { on: day("2021-01-01"), evidence: None, due: None };
                let fulfilled = &mut one.obligations[0].fulfilled;
                *fulfilled = fulfilled.iter().cloned().chain([done]).collect();
            },
            2,
        ),
        (
            money.into(),
            |one| {
                one.payments.push(payment());
            },
            2,
        ),
        (
            verb::SpendVerb { convention: of(), line: line() }.into(),
            |one| {
                one.expenditure.push(line());
            },
            2,
        ),
        (
            verb::SignVerb { convention: of(), on: Some(day("2020-05-20")), not_before: None }.into(),
            |one| one.signed = Some(day("2020-05-20")),
            1,
        ),
        (
            verb::ResourceVerb {
                convention: of(),
                from: id("pau"),
                what: "A context".into(),
                share: None,
                lasts: None,
                article: None,
            }
            .into(),
            |one| {
                one.resources.push(Resource::new(id("pau"), "A context"));
            },
            2,
        ),
        (
            verb::SetVerb {
                record: RecordRef::new(RecordKind::Convention, of()),
                path: KeyPath::entry("contributions", 0).key("amount"),
                value: Some(Value::Money(Money::euros(600))),
            }
            .into(),
            |one| one.contributions[0].amount = Money::euros(600),
            2,
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_verb_changes_only_the_intended_values_of_a_startup(before in startups()) {
        let read = |text: &str| match read(RecordKind::Startup, "a", text) {
            Record::Startup(startup) => startup,
            other => panic!("{other:?}"),
        };
        let named = |expected: &mut Startup, made: &Startup| {
            for (one, other) in expected.notes.iter_mut().zip(&made.notes) {
                one.id = one.id.take().or(other.id.clone());
            }
            for (one, other) in expected.committees.iter_mut().zip(&made.committees) {
                one.id = one.id.take().or(other.id.clone());
            }
        };
        check(&before, read, named, startup_cases().into_iter().chain(figure_cases()).collect())?;
    }

    #[test]
    fn a_verb_changes_only_the_intended_values_of_a_convention(before in conventions()) {
        let read = |text: &str| match read(RecordKind::Convention, "a", text) {
            Record::Convention(convention) => convention,
            other => panic!("{other:?}"),
        };
        let named = |expected: &mut Convention, made: &Convention| {
            for (one, other) in expected.payments.iter_mut().zip(&made.payments) {
                one.id = one.id.take().or(other.id.clone());
            }
            for (one, other) in expected.expenditure.iter_mut().zip(&made.expenditure) {
                one.id = one.id.take().or(other.id.clone());
            }
        };
        check(&before, read, named, convention_cases())?;
    }
}
