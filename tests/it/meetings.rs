//! The row of a startup in Committees leads to its planned or last committee, which is cancelled in two keys.

use couveuse::locale::Language;

use crate::driver::{Screen, day};
use crate::reviews::run;
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
