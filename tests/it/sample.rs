//! The sample states what the five documents state.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use couveuse::model::{
    Account, Contribution, Convention, ConventionKind, Date, Id, Money, Phase, Portfolio, TermLength,
};
use couveuse::rules::{self, ClockState, ConventionStatus, Figures, OccurrenceState, TrancheState, Unknown};
use couveuse::store::Folder;

/// The sample of this repository, which is only read.
fn sample() -> Arc<Portfolio> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolio");
    Folder::open(&root).expect("the sample").load(&|_| ())
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

/// The as-of date of the expected values.
fn as_of() -> Date {
    date("2020-12-01")
}

fn euros<'a>(amounts: impl Iterator<Item = (&'a Id, &'a Figures)>) -> BTreeMap<&'a str, Money> {
    amounts.map(|(id, figures)| (id.as_str(), figures.committed)).collect()
}

fn table<const N: usize>(rows: [(&'static str, i64); N]) -> BTreeMap<&'static str, Money> {
    rows.map(|(id, whole)| (id, Money::euros(whole))).into()
}

fn convention<'a>(portfolio: &'a Portfolio, name: &str) -> &'a Convention {
    portfolio.conventions.get(name).expect("a convention")
}

#[test]
fn every_record_is_read_without_a_problem() {
    let portfolio = sample();
    assert_eq!(portfolio.problems, []);
    assert_eq!(portfolio.unreadable, []);
    assert_eq!(portfolio.incubator.home, Some(id("anct")));
    let ids = |ids: Vec<&Id>| ids.into_iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    assert_eq!(ids(portfolio.startups.keys().collect()), "anti-gaspi comobi histologe poubelles-battle");
    assert_eq!(
        ids(portfolio.conventions.keys().collect()),
        "anti-gaspi-oise-anct comobi-ademe-anct histologe-pau-anct incubateur-anct-dinum poubelles-battle-pau-dinum"
    );
    assert_eq!(ids(portfolio.parties.keys().collect()), "ademe anct dgaln dhup dinum dsaf mtes oise pau");
}

#[test]
fn promised_amounts_add_up() {
    let funding = rules::answers(&sample(), as_of()).funding;
    assert_eq!(funding.total.committed, Money::euros(262_500));
    assert_eq!(
        euros(funding.startups.iter().map(|one| (&one.startup, &one.figures))),
        table([("histologe", 52_500), ("poubelles-battle", 70_000), ("anti-gaspi", 20_000), ("comobi", 120_000)])
    );
    let mut parties = euros(funding.parties.iter().map(|one| (&one.party, &one.figures)));
    parties.retain(|_, amount| !amount.is_zero());
    assert_eq!(
        parties,
        table([("anct", 105_000), ("pau", 52_500), ("ademe", 50_000), ("dinum", 35_000), ("oise", 20_000)])
    );
}

#[test]
fn each_convention_has_the_contributions_of_its_document() {
    let portfolio = sample();
    let of = |name: &str| {
        let row = |c: &Contribution| {
            let to = c.to.as_ref().map_or("–".to_owned(), ToString::to_string);
            format!("{} → {to} {} ({})", c.from, c.amount, c.article.as_deref().unwrap_or("–"))
        };
        convention(&portfolio, name).contributions.iter().map(row).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(of("histologe-pau-anct"), "pau → anct 17500.00 (5.1), anct → – 35000.00 (5.1)");
    assert_eq!(of("poubelles-battle-pau-dinum"), "pau → dinum 35000.00 (5.1), dinum → – 35000.00 (5.1)");
    assert_eq!(of("anti-gaspi-oise-anct"), "oise → anct 20000.00 (5.1)");
    assert_eq!(of("comobi-ademe-anct"), "ademe → anct 50000.00 (5.1), anct → – 70000.00 (5.1)");
    assert_eq!(of("incubateur-anct-dinum"), "anct → dinum 1600000.00 (4)");
}

#[test]
fn the_framework_is_separate_with_its_three_tranches() {
    let portfolio = sample();
    let answers = rules::answers(&portfolio, as_of());
    assert_eq!(
        euros(answers.funding.frameworks.iter().map(|(id, figures)| (id, figures))),
        table([("incubateur-anct-dinum", 1_600_000)])
    );
    let standing = rules::convention_summary(&portfolio, &id("incubateur-anct-dinum"), as_of()).expect("a standing");
    assert_eq!(standing.figures.due, Money::euros(800_000));
    assert_eq!(standing.signed, Some(date("2020-05-11")));
    assert_eq!((standing.ends, standing.ends_estimated), (Some(date("2021-05-11")), true));
    assert_eq!(standing.status, ConventionStatus::InForce);
    let tranches: Vec<_> = standing
        .tranches
        .iter()
        .map(|t| (t.amount, t.due, t.state, t.gate.as_ref().map(|gate| (gate.spent, gate.threshold)), t.missing.len()))
        .collect();
    let nothing = Money::ZERO;
    assert_eq!(
        tranches,
        [
            (Money::euros(800_000), Some(date("2020-05-11")), TrancheState::Due, None, 0),
            (Money::euros(400_000), None, TrancheState::Waiting, Some((nothing, Money::euros(600_000))), 2),
            (Money::euros(400_000), None, TrancheState::Waiting, Some((nothing, Money::euros(1_000_000))), 2),
        ]
    );
}

#[test]
fn committees_follow_the_clauses_of_conventions_and_of_the_framework() {
    let answers = rules::answers(&sample(), as_of());
    let clocks = |framework: bool| -> BTreeMap<_, _> {
        let rows = answers.committees.iter().filter(|clock| {
            let convention = clock.convention.as_ref().map(Id::as_str);
            convention.is_some_and(|name| (name == "incubateur-anct-dinum") == framework)
        });
        rows.map(|c| (c.startup.as_str(), (c.state, c.next_due, c.days_late, c.unknown))).collect()
    };
    let own = clocks(false);
    let late = (ClockState::Late, Some(date("2020-08-20")), 103, None);
    assert_eq!(own.get("poubelles-battle"), Some(&late));
    for undated in ["histologe", "anti-gaspi", "comobi"] {
        let unknown = (ClockState::Undetermined, None, 0, Some(Unknown::Signature));
        assert_eq!(own.get(undated), Some(&unknown), "{undated}");
    }
    // The framework, signed on 11 May 2020, binds the startups of its incubator.
    let framework = clocks(true);
    for bound in ["anti-gaspi", "comobi"] {
        assert_eq!(framework.get(bound), Some(&(ClockState::Late, Some(date("2020-11-11")), 20, None)), "{bound}");
    }
    assert_eq!(framework.get("poubelles-battle"), None);
}

#[test]
fn facts_that_depend_on_a_missing_signature_are_undetermined() {
    let portfolio = sample();
    let answers = rules::answers(&portfolio, as_of());
    for name in ["histologe-pau-anct", "anti-gaspi-oise-anct", "comobi-ademe-anct"] {
        assert_eq!(convention(&portfolio, name).signed, None);
        let standing = rules::convention_summary(&portfolio, &id(name), as_of()).expect("a standing");
        assert_eq!((standing.status, standing.ends), (ConventionStatus::Undated, None), "{name}");
        assert_eq!(standing.figures.due, Money::ZERO, "{name}");
        let dated: Vec<_> = answers
            .occurrences
            .iter()
            .filter(|o| {
                o.convention.as_ref() == Some(&id(name)) && (o.due.is_some() || o.state == OccurrenceState::Late)
            })
            .map(|o| &o.obligation)
            .collect();
        assert!(dated.is_empty(), "{name}: {dated:?}");
    }
    let histologe = convention(&portfolio, "histologe-pau-anct");
    assert_eq!(histologe.decided, Some(date("2020-09-11")));
}

#[test]
fn the_payment_of_pau_is_due_and_not_late_without_records() {
    let portfolio = sample();
    let standing =
        rules::convention_summary(&portfolio, &id("poubelles-battle-pau-dinum"), as_of()).expect("a standing");
    assert_eq!(standing.status, ConventionStatus::NoTerm);
    let [tranche] = standing.tranches.as_slice() else { panic!("one tranche: {:?}", standing.tranches) };
    assert_eq!((tranche.due, tranche.late_after), (Some(date("2020-02-20")), None));
    assert_eq!(tranche.state, TrancheState::Due);
}

#[test]
fn every_obligation_of_every_party_has_its_article() {
    let portfolio = sample();
    let mut counts = Vec::new();
    for convention in portfolio.conventions.values() {
        let mut by_debtor: BTreeMap<&str, usize> = BTreeMap::new();
        for obligation in &convention.obligations {
            assert!(obligation.article.is_some(), "{}/{}", convention.id, obligation.id);
            assert!(!obligation.what.is_empty(), "{}/{}", convention.id, obligation.id);
            *by_debtor.entry(obligation.debtor().map_or("–", Id::as_str)).or_default() += 1;
        }
        counts.push(format!("{} {by_debtor:?}", convention.id));
    }
    insta::assert_snapshot!(counts.join("\n"), @r#"
    anti-gaspi-oise-anct {"anct": 15, "oise": 13}
    comobi-ademe-anct {"ademe": 5, "anct": 16, "–": 7}
    histologe-pau-anct {"anct": 16, "pau": 14}
    incubateur-anct-dinum {"anct": 20, "dinum": 28, "dsaf": 1, "–": 1}
    poubelles-battle-pau-dinum {"dinum": 16, "pau": 4}
    "#);
}

#[test]
fn terms_committees_and_kinds_are_those_of_the_documents() {
    let portfolio = sample();
    let rows: Vec<String> = portfolio
        .conventions
        .values()
        .map(|c| {
            let term = c.term.as_ref().map_or("no term".to_owned(), |term| match &term.length {
                TermLength::For(span) => span.to_string(),
                TermLength::Until(day) => day.to_string(),
                TermLength::Covers(_) => "in words".to_owned(),
            });
            let committee = c.committee.as_ref().expect("a committee");
            let name = |id: &Option<Id>| id.as_ref().map_or("–".to_owned(), ToString::to_string);
            let with: Vec<_> = committee.with.iter().map(Id::as_str).collect();
            let (organiser, chair) = (name(&committee.organiser), name(&committee.chair));
            format!(
                "{}: {}, {term}, {} by {organiser} under {chair} with {with:?}",
                c.id,
                c.kind.name(),
                committee.every
            )
        })
        .collect();
    insta::assert_snapshot!(rows.join("\n"), @r#"
    anti-gaspi-oise-anct: partnership, no term, 6 months by oise under – with []
    comobi-ademe-anct: partnership, 12 months, 6 months by – under – with ["ademe", "anct"]
    histologe-pau-anct: partnership, no term, 6 months by pau under – with []
    incubateur-anct-dinum: framework, 12 months, 6 months by anct under anct with ["dinum"]
    poubelles-battle-pau-dinum: partnership, in words, 6 months by pau under pau with ["dinum"]
    "#);
    assert_eq!(convention(&portfolio, "incubateur-anct-dinum").kind, ConventionKind::Framework);
    assert_eq!(convention(&portfolio, "comobi-ademe-anct").reference.as_deref(), Some("2066C0023"));
}

#[test]
fn the_refund_account_of_pau_is_as_printed_and_the_other_accounts_agree_with_their_parties() {
    let portfolio = sample();
    for name in ["histologe-pau-anct", "poubelles-battle-pau-dinum"] {
        let printed = &convention(&portfolio, name).refund_account.as_ref().expect("an account").account;
        assert_eq!(printed.iban.as_deref(), Some("FR57 3000 1006 2206 4100 0000 087"));
        let rib = [&printed.bank, &printed.branch, &printed.number, &printed.key].map(|part| part.as_deref());
        assert_eq!(rib, [Some("3001"), Some("00622"), Some("C6410000000"), Some("87")]);
    }
    let essence = |a: &Account| {
        [&a.holder, &a.domiciliation, &a.bank, &a.branch, &a.number, &a.key, &a.iban, &a.bic].map(Clone::clone)
    };
    for convention in portfolio.conventions.values() {
        for printed in [&convention.payment_account, &convention.refund_account] {
            let printed = printed.as_ref().expect("both accounts are printed");
            let party = portfolio.parties.get(printed.party.as_ref().expect("a party")).expect("its record");
            assert_eq!(party.accounts.iter().map(essence).collect::<Vec<_>>(), [essence(&printed.account)]);
        }
    }
}

#[test]
fn startups_match_the_public_record() {
    let portfolio = sample();
    let sponsors = |name: &str| {
        let startup = portfolio.startups.get(name).expect("a startup");
        startup.sponsors.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(sponsors("histologe"), ["dgaln", "dhup"]);
    assert_eq!(sponsors("poubelles-battle"), ["dinum"]);
    assert_eq!(sponsors("anti-gaspi"), ["oise"]);
    assert_eq!(sponsors("comobi"), ["anct"]);
    let phase = |name: &str, day: &str| {
        portfolio.startups.get(name).and_then(|startup| startup.phase_on(date(day))).map(|start| start.phase)
    };
    assert_eq!(phase("histologe", "2020-12-01"), Some(Phase::Acceleration));
    assert_eq!(phase("anti-gaspi", "2020-12-01"), Some(Phase::Investigation));
    assert_eq!(phase("comobi", "2020-12-01"), Some(Phase::Construction));
    assert_eq!(phase("poubelles-battle", "2020-12-01"), Some(Phase::Construction));
    assert_eq!(phase("poubelles-battle", "2021-09-01"), Some(Phase::Stopped));
    assert_eq!(phase("comobi", "2018-11-25"), None);
}
