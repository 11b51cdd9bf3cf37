//! Two offices share a folder: `S` on the screen of one of them.

use couveuse::locale::Language;

use super::{SIZE, last_commit};
use crate::driver::Screen;
use crate::support::Repo;
use crate::sync::{STARTUP, Two, edit};

fn screen(repo: &Repo) -> Screen {
    Screen::of_repo(repo, Language::English, SIZE)
}

#[test]
fn received_and_sent_commits_are_reported() {
    let two = Two::new();
    edit(&two.coach, STARTUP, "Poubelles Battle", "Poubelles Combat");
    two.coach.git(&["push", "--quiet"]);
    edit(&two.lead, "parties/pau.toml", "Pau Béarn Pyrénées", "Pau");
    let mut screen = screen(&two.lead);
    assert!(screen.text().contains("↑1"), "ahead by one: {}", screen.text());
    screen.keys("S");
    let text = screen.text();
    assert!(text.contains("1 commit received") && text.contains("2 commits sent"), "{text}");
    assert!(text.contains("1 record changed") && text.contains("startup/poubelles-battle"), "{text}");
    screen.keys("<Esc>");
    let text = screen.text();
    assert!(text.contains("Poubelles Combat") && !text.contains('↑'), "{text}");
    two.coach.git(&["pull", "--quiet"]);
    two.agree();
    screen.keys("S");
    assert!(screen.text().contains("already up to date"), "{}", screen.text());
}

/// Both rename the startup; the lead is asked.
fn asked() -> (Two, Screen) {
    let two = Two::new();
    edit(&two.coach, STARTUP, "Poubelles Battle", "Poubelles Là");
    two.coach.git(&["push", "--quiet"]);
    edit(&two.lead, STARTUP, "Poubelles Battle", "Poubelles Ici");
    let mut screen = screen(&two.lead);
    screen.keys("S");
    let text = screen.text();
    assert!(text.contains("Which value to keep?") && text.contains("\"Poubelles Battle\""), "{text}");
    assert!(text.contains("\"Poubelles Ici\"") && text.contains("Lead Office"), "{text}");
    assert!(text.contains("\"Poubelles Là\"") && text.contains("Coaching Office"), "{text}");
    (two, screen)
}

#[test]
fn a_conflict_is_asked_and_answered_with_a_key() {
    for (key, name) in [("o", "Poubelles Ici"), ("t", "Poubelles Là")] {
        let (two, mut screen) = asked();
        screen.keys("<Enter>");
        assert!(screen.text().contains("Which value to keep?"), "not yet answered: {}", screen.text());
        screen.keys(key).keys("<Enter>");
        assert!(screen.text().contains("merge commit created"), "{}", screen.text());
        assert!(two.lead.read(STARTUP).contains(name), "{}", two.lead.read(STARTUP));
        two.coach.git(&["pull", "--quiet"]);
        two.agree();
    }
}

#[test]
fn an_unanswered_conflict_changes_nothing() {
    let (two, mut screen) = asked();
    let (head, state) = (two.lead.head(), two.lead.state());
    screen.keys("t<Esc>");
    assert_eq!((two.lead.head(), two.lead.state()), (head, state));
    assert!(last_commit(&two.lead).2.iter().any(|line| line.contains("Poubelles Ici")));
    screen.keys("S");
    assert!(screen.text().contains("Which value to keep?"), "it is asked again: {}", screen.text());
}

#[test]
fn without_a_remote_the_remedy_is_shown() {
    let repo = Repo::new();
    let mut screen = screen(&repo);
    screen.keys("S");
    assert!(screen.text().contains("git remote add"), "{}", screen.text());
}
