//! Committees: the row of a startup leads to its planned or last one, which is cancelled in two keys; and what
//! happens to a decision afterwards.

use couveuse::locale::Language;

use crate::driver::{Screen, day};
use crate::reviews::{opened, run};
use crate::support::Repo;

const TODAY: &str = "2026-11-22";
const SIZE: (u16, u16) = (120, 40);

fn screen(repo: &Repo) -> Screen {
    Screen::of_repo_on(repo, Language::English, SIZE, day(TODAY))
}

#[test]
fn a_row_leads_to_its_committee() {
    let repo = Repo::demo(TODAY);
    let mut screen = screen(&repo);
    screen.keys("5/hirondelle<Enter><Enter>");
    let selected = screen.text().lines().find(|line| line.starts_with('▌')).map(str::to_owned).unwrap_or_default();
    assert!(selected.contains("10 Dec 2026  planned"), "{selected}\n{}", screen.text());
    screen.keys("<Esc>edate<Tab><C-u>17/12/2026<C-s>");
    let patch = repo.git(&["diff", "--unified=0", "HEAD~", "HEAD"]);
    let lines: Vec<String> = patch.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for line in ["-on = 2026-12-10", "+on = 2026-12-17"] {
        assert!(lines.iter().any(|found| found == line), "{line}: {lines:?}\n{}", screen.text());
    }
}

#[test]
fn a_planned_committee_is_cancelled_in_two_keys() {
    let repo = Repo::demo(TODAY);
    let mut screen = screen(&repo);
    screen.keys("5/hirondelle<Enter>az<C-s>");
    let patch = repo.git(&["diff", "--unified=0", "HEAD~", "HEAD"]);
    assert!(patch.contains("cancelled"), "{patch}\n{}", screen.text());
}

#[test]
fn the_next_committee_says_who_takes_part() {
    let repo = Repo::demo(TODAY);
    let mut screen = screen(&repo);
    screen.keys("5/hirondelle<Enter>");
    assert!(screen.text().contains("Participants"), "{}", screen.text());
}

#[test]
fn holding_a_committee_names_the_one_that_is_still_planned() {
    let repo = Repo::sample();
    run(&repo, &["plan", "comobi", "--on", "2099-12-16"], 0);
    let held = ["hold", "comobi", "--on", "2020-11-20", "--decision", "continue"];
    let answer = run(&repo, &held, 0);
    assert!(answer.contains("couveuse postpone comobi --from 2099-12-16 --cancel"), "{answer}");
    run(&repo, &["undo"], 0);
    let answer = run(&repo, &[&held[..], &["--cancel-planned"]].concat(), 0);
    assert!(!answer.contains("postpone"), "{answer}");
}

#[test]
fn a_decision_is_amended_and_withdrawn_with_its_reason_on_screen() {
    let repo = Repo::sample();
    run(&repo, &["hold", "comobi", "--on", "20/11/2020", "--decision", "continue", "--envelope", "35000"], 0);
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    let form = screen.keys("/comobi<Enter>ah").text();
    assert!(form.contains("Amend decision · CoMobi") && form.contains("20/11/2020"), "{form}");
    assert!(form.contains("€35,000"), "the decision as it was: {form}");
    // Reason, decision, envelope.
    screen.keys("Typing error<Tab><Tab><C-u>30000<C-s>");
    assert_eq!(repo.git(&["log", "-1", "--format=%s"]), "comobi: decision of 20 November 2020 amended\n");
    let record = repo.read("startups/comobi.toml");
    assert!(
        record.contains("envelope") && record.contains("30000") && record.contains("why = \"Typing error\""),
        "{record}"
    );
    screen.keys("aqNot in order<C-s>");
    assert_eq!(repo.git(&["log", "-1", "--format=%s"]), "comobi: decision of 20 November 2020 withdrawn\n");
    assert!(repo.read("startups/comobi.toml").contains("why = \"Not in order\""), "{}", screen.text());
}

#[test]
fn a_record_broken_during_the_review_is_reported_and_blocks_closing_until_fixed() {
    let repo = Repo::sample();
    opened(&repo);
    for startup in ["comobi", "anti-gaspi"] {
        run(&repo, &["hold", startup, "--decision", "continue", "--review", "2020-11-20"], 0);
    }
    let whole = repo.read("startups/histologe.toml");
    repo.write("startups/histologe.toml", "name = \"Histologe\n<<<<<<< ours\n");
    let mut screen = Screen::of_repo_on(&repo, Language::English, (80, 24), day("2020-11-20"));
    screen.keys("R");
    for _ in 0..3 {
        if screen.text().contains("histologe") {
            break;
        }
        screen.keys("<Tab>");
    }
    let sheet = screen.text();
    assert!(sheet.contains("histologe") && sheet.contains("✗"), "{sheet}");
    screen.keys("ccont<C-s>");
    assert_eq!(repo.read("startups/histologe.toml"), "name = \"Histologe\n<<<<<<< ours\n", "nothing is lost");
    let refused =
        run(&repo, &["hold", "histologe", "--decision", "continue", "--review", "2020-11-20", "--lang", "en"], 1);
    assert!(refused.contains("histologe"), "{refused}");
    let refused = run(&repo, &["review", "close", "--lang", "en"], 1);
    assert!(refused.contains("no outcome yet: histologe"), "{refused}");
    repo.write("startups/histologe.toml", whole);
    run(&repo, &["hold", "histologe", "--decision", "continue", "--review", "2020-11-20"], 0);
    run(&repo, &["review", "close"], 0);
}

#[test]
fn conditions_and_actions_belong_to_a_committee_planned_by_hand() {
    let repo = Repo::sample();
    let planned = "\n[[committees]]\non = 2020-11-20\nstate = \"planned\"\n";
    repo.write("startups/comobi.toml", format!("{}{planned}", repo.read("startups/comobi.toml")));
    repo.commit_all("Plan a committee");
    let held = ["hold", "comobi", "--on", "20/11/2020", "--decision", "continue", "--condition", "Ten users"];
    run(&repo, &[&held[..], &["--due", "15/12/2020"]].concat(), 0);
    let minutes = run(&repo, &["report", "minutes", "comobi", "--on", "20/11/2020", "--lang", "en"], 0);
    assert!(minutes.contains("| Ten users |"), "{minutes}");
    let sheet = run(&repo, &["report", "sheet", "comobi", "--lang", "en"], 0);
    assert!(!sheet.contains("No conditions"), "{sheet}");
}

#[test]
fn a_party_that_should_have_been_there_is_named_in_the_answer() {
    let repo = Repo::demo("2026-11-22");
    let hold = ["hold", "hirondelle", "--on", "2026-11-22", "--decision", "continue", "--lang", "en", "--present"];
    let answer = run(&repo, &[&hold[..], &["lead"]].concat(), 0);
    assert!(answer.contains("nobody from Val-Tisserand, required by the convention"), "{answer}");
    let cabestan = run(&repo, &["hold", "cabestan", "--on", "2026-11-22", "--decision", "continue", "--lang", "en"], 0);
    assert!(cabestan.contains("funds run out on"), "warnings know the conventions: {cabestan}");
    run(&repo, &["undo"], 0);
    run(&repo, &["undo"], 0);
    let answer = run(&repo, &[&hold[..], &["lead", "--represented", "M. Roy/val-tisserand=lead"]].concat(), 0);
    assert!(!answer.contains("nobody from"), "{answer}");
}

#[test]
fn a_review_that_was_opened_ahead_is_prepared_on_screen() {
    let repo = Repo::sample();
    run(&repo, &["review", "open", "20/11/2020", "--startup", "comobi", "--startup", "histologe"], 0);
    let mut screen = Screen::of_repo_on(&repo, Language::English, (120, 40), day("2020-11-13"));
    screen.keys("R");
    let text = screen.text();
    assert!(text.contains("Committee of 20 Nov 2020") && text.contains("2 startups"), "{text}");
    screen.keys("J");
    let record = repo.read("reviews/2020-11-20.toml");
    assert!(screen.text().contains("1  Histologe"), "{}\n{record}", screen.text());
}
