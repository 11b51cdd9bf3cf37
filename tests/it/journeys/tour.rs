//! The tour of the demo, from its first step to its last, with the keys that it shows.

use std::sync::Arc;

use couveuse::cli::effects::EffectHandler;
use couveuse::locale::{Language, Locale};
use couveuse::ui::{Depth, Setup, Theme};

use super::SIZE;
use crate::driver::{Screen, day};
use crate::support::Repo;

const TODAY: &str = "2026-11-22";

/// The screen of a demo with the tour.
fn touring(repo: &Repo, language: Language, size: (u16, u16)) -> Screen {
    let theme = Theme::named("dark", Depth::True).unwrap();
    let handler = EffectHandler::new(repo.folder(), Arc::new(Locale::new(language)), day(TODAY), day(TODAY));
    Screen::of_repo_with(Setup { tour: true, ..Setup::new(language, theme, day(TODAY), size) }, handler)
}

fn last_line(screen: &Screen) -> String {
    screen.text().lines().last().unwrap_or_default().trim().to_owned()
}

#[test]
fn each_step_of_the_tour_is_done_by_its_keys_and_leaves_a_commit() {
    let repo = Repo::demo(TODAY);
    let start = repo.head();
    let mut screen = touring(&repo, Language::English, SIZE);
    let steps = [
        ("Mark a late obligation as done  3 x Ctrl-s", "3/late feuille<Enter>x<C-s>"),
        ("Record a payment: select a tranche that is late  4 p Ctrl-s", "4/late<Enter>p<C-s>"),
        ("Record a signature: Double-Fond waits for one  2 s Ctrl-s", "2/double<Enter>s20/11<C-s>"),
        ("Record a committee with its decision  5 c Ctrl-s", "5c<Tab>accel<Tab><Tab>35k<C-s>"),
        ("Add an action to the selected startup  a a Ctrl-s", "2/cabestan<Enter>aaAsk<Tab>Coach A<Tab>+7<C-s>"),
        ("Undo the last edit: each edit is one commit  u", "u"),
        ("Save this list as a view, shared through git  V s Ctrl-s", "VsMine<C-s>"),
    ];
    for (n, (words, keys)) in steps.into_iter().enumerate() {
        let shown = last_line(&screen);
        assert!(shown.starts_with(&format!("Tour {}/7", n + 1)) && shown.contains(words), "{words}: {}", screen.text());
        // Looking around is not a step.
        screen.keys("7<Enter><Esc>1");
        assert_eq!(last_line(&screen), shown);
        screen.keys(keys);
        let commits = repo.git(&["rev-list", "--count", &format!("{start}..HEAD")]);
        assert_eq!(commits.trim(), (n + 1).to_string(), "{words}: {}", screen.text());
        screen.keys("<Esc><Esc>");
    }
    assert!(!screen.text().contains("Tour "), "{}", screen.text());
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
}

#[test]
fn the_tour_is_skipped_ended_and_hidden_if_there_is_no_room() {
    let repo = Repo::demo(TODAY);
    let mut screen = touring(&repo, Language::French, (80, 24));
    assert!(last_line(&screen).starts_with("Visite 1/7"), "{}", screen.text());
    screen.keys("gn");
    assert!(last_line(&screen).starts_with("Visite 2/7"), "{}", screen.text());
    screen.keys("gq");
    assert!(screen.text().contains("Visite terminée") && !screen.text().contains("/7 "), "{}", screen.text());
    let mut screen = touring(&repo, Language::French, (40, 10));
    assert!(!screen.text().contains("Visite"), "{}", screen.text());
    // On the command line, the same fact ends the step, once the screen has read it.
    let mut screen = {
        screen.keys("q");
        touring(&repo, Language::English, SIZE)
    };
    let plan = ["note", "cabestan", "Nothing to do with the tour", "--source", "A test"];
    assert!(repo.couveuse(&plan).output().unwrap().status.success());
    screen.keys("gr");
    assert!(last_line(&screen).starts_with("Tour 1/7"), "{}", screen.text());
}
