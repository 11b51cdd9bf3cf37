//! Obstacles to a commit, and the decisions of the user about them.

use couveuse::locale::Language;

use super::{SIZE, last_commit, status};
use crate::driver::Screen;
use crate::support::Repo;

const FILE: &str = "startups/histologe.toml";
/// A manual edit in a place that no edit of these tests changes.
const OWN: &str = "# seen on Monday\n";

/// Types a note into the form and commits it while the record has a manual edit.
fn note_beside_a_hand_edit() -> (Repo, Screen, String) {
    let repo = Repo::sample();
    let head = repo.head();
    repo.write("notes.txt", "staged before");
    repo.git(&["add", "notes.txt"]);
    repo.write(FILE, format!("{OWN}{}", repo.read(FILE)));
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("/histologe<Enter>");
    let text = screen.text();
    assert!(text.contains("± 1 record with uncommitted"), "{text}");
    assert!(text.contains("± uncommitted changes"), "{text}");
    screen.keys("anThe port opens<C-s>");
    let text = screen.text();
    assert!(text.contains("You have uncommitted changes") && text.contains("+ # seen on Monday"), "{text}");
    assert_eq!(repo.head(), head, "nothing was committed");
    (repo, screen, head)
}

#[test]
fn manual_edits_are_committed_with_the_edit() {
    let (repo, mut screen, head) = note_beside_a_hand_edit();
    screen.keys("b");
    assert!(status(&screen).contains("histologe: note"), "{}", screen.text());
    assert_eq!(repo.git(&["rev-list", "--count", &format!("{head}..HEAD")]).trim(), "1");
    let (_, file, lines) = last_commit(&repo);
    assert_eq!(file, FILE);
    assert!(lines.contains(&"+# seen on Monday".to_owned()) && lines.concat().contains("The port opens"), "{lines:?}");
    assert_eq!(repo.git(&["status", "--porcelain"]), "A  notes.txt\n");
    assert!(!screen.text().contains('±'), "{}", screen.text());
}

#[test]
fn manual_edits_stay_uncommitted_if_the_edit_is_committed_alone() {
    let (repo, mut screen, _) = note_beside_a_hand_edit();
    screen.keys("m");
    assert!(status(&screen).contains("histologe: note"), "{}", screen.text());
    let (_, file, lines) = last_commit(&repo);
    assert_eq!(file, FILE);
    assert!(!lines.contains(&"+# seen on Monday".to_owned()) && lines.concat().contains("The port opens"), "{lines:?}");
    assert_eq!(repo.git(&["status", "--porcelain"]), format!("A  notes.txt\n M {FILE}\n"));
    let rest = repo.git(&["diff", "--unified=0"]);
    assert!(rest.ends_with("+# seen on Monday\n") && !rest.contains("The port opens"), "{rest}");
    assert!(screen.text().contains("± 1 record with uncommitted"), "{}", screen.text());
}

#[test]
fn returning_to_the_form_writes_nothing_and_keeps_the_input() {
    let (repo, mut screen, head) = note_beside_a_hand_edit();
    let state = repo.state();
    screen.keys("<Esc>");
    let text = screen.text();
    assert!(text.contains("Note · Histologe") && text.contains("The port opens"), "{text}");
    assert_eq!((repo.head(), repo.state()), (head, state));
    // Somebody commits the lines elsewhere meanwhile.
    repo.git(&["commit", "--quiet", "--message", "Seen", "--", FILE]);
    screen.keys("<C-s>");
    assert!(status(&screen).contains("histologe: note"), "{}", screen.text());
    assert!(!last_commit(&repo).2.contains(&"+# seen on Monday".to_owned()));
}

/// Changes the mission of Histologe while a form with another mission is open, and commits the form.
fn mission_meanwhile() -> (Repo, Screen) {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("/histologe<Enter>emission<Tab>Mine");
    assert!(screen.text().contains("Mine"), "{}", screen.text());
    let mission = "mission = \"Theirs\"";
    let text: String = repo
        .read(FILE)
        .lines()
        .map(|line| {
            let line = if line.starts_with("mission") { mission } else { line };
            format!("{line}\n")
        })
        .collect();
    assert!(text.contains(mission), "{text}");
    repo.write(FILE, text);
    repo.git(&["commit", "--all", "--quiet", "--message", "Theirs"]);
    screen.keys("<C-s>");
    let text = screen.text();
    assert!(
        text.contains("This value has changed") && text.contains("\"Theirs\"") && text.contains("\"Mine\""),
        "{text}"
    );
    (repo, screen)
}

#[test]
fn a_concurrent_change_shows_both_values_and_ones_own_can_be_kept() {
    let (repo, mut screen) = mission_meanwhile();
    screen.keys("m");
    assert!(repo.read(FILE).contains("\"Mine\""), "{}", screen.text());
    assert_eq!(repo.git(&["log", "-2", "--format=%s"]).lines().last(), Some("Theirs"));
    assert!(last_commit(&repo).2.iter().any(|line| line.starts_with('-') && line.contains("Theirs")));
}

#[test]
fn a_concurrent_change_can_be_kept_and_ones_own_value_discarded() {
    let (repo, mut screen) = mission_meanwhile();
    let head = repo.head();
    screen.keys("d");
    assert!(screen.text().contains("edit discarded"), "{}", screen.text());
    assert!(repo.head() == head && repo.read(FILE).contains("\"Theirs\""));
    screen.keys("gd");
    assert!(screen.text().contains("No drafts"), "{}", screen.text());
}

#[test]
fn returning_to_the_form_starts_from_the_other_value() {
    let (repo, mut screen) = mission_meanwhile();
    screen.keys("<Esc>");
    let text = screen.text();
    assert!(text.contains("Mine") && text.contains("Theirs"), "the lines that would change: {text}");
    screen.keys("<C-s>");
    assert!(repo.read(FILE).contains("\"Mine\""), "{}", screen.text());
}

#[cfg(unix)]
#[test]
fn a_refusing_hook_shows_its_output_and_the_draft_is_kept() {
    let repo = Repo::sample();
    repo.hook("pre-commit", "printf 'Every note needs a source.\\n\\n\\033[31m  1. say whence\\033[0m\\n' >&2; exit 1");
    let (head, state) = (repo.head(), repo.state());
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("/histologe<Enter>anThe port opens<C-s>");
    let text = screen.text();
    assert!(text.contains("Commit refused") && text.contains("Every note needs a source."), "{text}");
    assert!(text.contains("1. say whence") && !text.contains('\u{1b}'), "{text}");
    assert_eq!((repo.head(), repo.state()), (head, state), "everything is as it was");
    screen.keys("<Esc>");
    assert!(screen.text().contains("The port opens"), "{}", screen.text());
    repo.hook("pre-commit", "exit 0");
    screen.keys("<C-s>");
    assert!(status(&screen).contains("histologe: note"), "{}", screen.text());
}

#[cfg(unix)]
#[test]
fn a_hook_that_refuses_an_undo_is_reported_too() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("/histologe<Enter>anThe port opens<C-s>");
    repo.hook("commit-msg", "echo 'Not on a Friday.' >&2; exit 1");
    let (head, state) = (repo.head(), repo.state());
    screen.keys("u");
    assert!(screen.text().contains("Not on a Friday."), "{}", screen.text());
    assert_eq!((repo.head(), repo.state()), (head, state));
    screen.keys("<Esc>");
    assert!(!screen.text().contains("Not on a Friday."), "{}", screen.text());
}

#[test]
fn planning_a_second_committee_shows_a_warning() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjap<C-u>15/12<C-s>").keys("ap<C-u>17/12");
    let text = screen.text();
    assert!(text.contains("Thursday 17 December 2020 · a committee is already"), "{text}");
    assert!(text.contains("planned on 15 Dec 2020; e on its row moves it"), "{text}");
    screen.keys("<C-u>15/12");
    assert!(!screen.text().contains("moves it"), "{}", screen.text());
}

#[test]
fn a_payment_form_has_no_default_amount_if_the_tranche_is_paid() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("4/incubateur<Enter>p<C-s>");
    let head = repo.head();
    screen.keys("p");
    let text = screen.text();
    let amount = text.lines().find(|line| line.contains("› Amount")).unwrap_or_default();
    assert!(amount.split_once("Amount").is_some_and(|(_, rest)| rest.trim().starts_with("· Required")), "{text}");
    screen.keys("<C-s>");
    assert_eq!(repo.head(), head, "nothing is committed that nobody typed");
}
