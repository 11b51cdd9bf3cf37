//! Several things marked: one form, one commit, one undo.

use couveuse::locale::Language;

use super::{SIZE, last_commit, status};
use crate::driver::Screen;
use crate::support::Repo;

#[test]
fn several_obligations_are_done_in_one_commit_and_undone_in_one() {
    let repo = Repo::sample();
    let (before, clean) = (repo.head(), repo.state());
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("3/publi<Enter> j jx");
    assert!(screen.text().contains("Obligation fulfilled · "), "{}", screen.text());
    screen.keys("<C-s>");
    assert_eq!(repo.git(&["rev-list", "--count", &format!("{before}..HEAD")]).trim(), "1", "{}", screen.text());
    let (subject, _, lines) = last_commit(&repo);
    assert!(lines.iter().filter(|line| line.contains("2020-12-01")).count() >= 2, "{lines:?}");
    assert!(status(&screen).contains(&subject), "{}", status(&screen));
    screen.keys("u");
    assert_eq!(repo.git(&["diff", &before, "HEAD"]), "");
    assert_eq!(repo.state(), clean);
}

#[test]
fn a_note_for_all_startups_is_one_commit_and_differing_values_are_kept() {
    let repo = Repo::sample();
    let before = repo.head();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("<C-a>an");
    assert!(screen.text().contains("Note · 4 startups"), "{}", screen.text());
    screen.keys("<Esc>");
    assert!(screen.text().contains(" marked"), "{}", screen.text());
    screen.keys("an");
    screen.keys("The review of December<C-s>");
    assert_eq!(repo.git(&["rev-list", "--count", &format!("{before}..HEAD")]).trim(), "1", "{}", screen.text());
    let (_, files, _) = last_commit(&repo);
    assert_eq!(files.lines().count(), 4, "{files}");
    assert!(!screen.text().contains(" marked"), "what was marked for it is done: {}", screen.text());
    screen.keys("<C-a>m");
    assert!(screen.text().contains("varies: construction, "), "each has its own next phase: {}", screen.text());
}

#[test]
fn targets_that_a_verb_does_not_apply_to_are_skipped_with_the_reason() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("<C-a>s");
    let text = screen.text();
    assert!(text.contains("Signature · ") && text.contains("skipped: "), "{text}");
}

#[test]
fn several_payments_are_recorded_at_once_with_their_own_amounts() {
    let repo = Repo::sample();
    let before = repo.head();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("3/pay<Enter><C-a>p");
    let text = screen.text();
    assert!(text.contains("Payment received · ") && text.contains("varies: 35000, 800000"), "{text}");
    screen.keys("<Tab>30/11<C-s>");
    assert_eq!(repo.git(&["rev-list", "--count", &format!("{before}..HEAD")]).trim(), "1", "{}", screen.text());
    let (_, _, lines) = last_commit(&repo);
    let of = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
    assert!(of("+amount") >= 3 && of("+amount") == of("+on"), "{lines:?}");
    screen.keys("u");
    assert_eq!(repo.git(&["diff", &before, "HEAD"]), "");
}
