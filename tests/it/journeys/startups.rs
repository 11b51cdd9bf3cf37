//! Facts about a startup: phase, indicators, notes, actions, committees.

use couveuse::locale::Language;

use super::{Journey, SIZE, last_commit};
use crate::driver::Screen;
use crate::support::Repo;

#[test]
fn a_startup_moves_to_the_phase_that_customarily_follows() {
    Journey {
        open: "jjm",
        shows: &["Phase · Histologe", "‹ consolidation ›", "Tuesday 1 December 2020"],
        fill: "<C-s>",
        files: "startups/histologe.toml",
        lines: &["+[[phases]]", "+phase = \"consolidation\"", "+from = 2020-12-01"],
        then: &["consol"],
    }
    .go();
}

#[test]
fn an_indicator_is_found_by_typing_and_gets_a_new_value() {
    Journey {
        open: "jai",
        shows: &["Indicator value · CoMobi", "Trajets réalisés"],
        fill: "realis<Tab>150<C-s>",
        files: "startups/comobi.toml",
        lines: &["+values = [{ on = 2020-02-29, value = 130 }, { on = 2020-12-01, value = 150 }]"],
        then: &["CoMobi"],
    }
    .go();
}

#[test]
fn a_new_indicator_asks_for_its_unit() {
    Journey {
        open: "jai",
        shows: &["Indicator"],
        fill: "Visites<Tab>12,5<Tab>visites<C-s>",
        files: "startups/comobi.toml",
        lines: &["+[[indicators]]", "+name = \"Visites\"", "+unit = \"visites\""],
        then: &["CoMobi"],
    }
    .go();
}

#[test]
fn a_note_is_one_line_of_today() {
    Journey {
        open: "jjan",
        shows: &["Note · Histologe", "Required"],
        fill: "The land register is asked for access<C-s>",
        files: "startups/histologe.toml",
        lines: &["+[[notes]]", "+on = 2020-12-01", "+text = \"The land register is asked for access\""],
        then: &["Histologe"],
    }
    .go();
}

#[test]
fn the_lines_of_a_note_stay_and_are_found() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjan").keys("The town hall hesitates<C-j><C-j>It answers in March").keys("<C-s>");
    let (subject, _, lines) = last_commit(&repo);
    assert_eq!(subject, "histologe: note: The town hall hesitates…");
    assert!(
        lines.iter().any(|line| line.ends_with("\"The town hall hesitates\\n\\nIt answers in March\"")),
        "{lines:?}"
    );
    let body = repo.git(&["log", "-1", "--format=%b"]);
    assert!(body.starts_with("The town hall hesitates\n"), "{body}");
    screen.keys("/answers in March<Enter>");
    assert!(screen.text().contains("Histologe") && !screen.text().contains("CoMobi"), "{}", screen.text());
    screen.keys("<Esc>f").keys("it answers in march<Enter>");
    let page = screen.text();
    let at =
        |words: &str| page.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {page}"));
    assert_eq!(at("It answers in March"), at("The town hall hesitates") + 2, "{page}");
    screen.keys("e").keys("text: the<Tab>");
    assert!(screen.text().contains("It answers in March"), "{}", screen.text());
    screen.keys("<Tab>");
    assert!(screen.text().contains("The town hall hesitates /  / It answers in March"), "{}", screen.text());
    screen.keys("<Up><End> or April<C-s>");
    let (_, _, lines) = last_commit(&repo);
    let changed = "\"The town hall hesitates\\n\\nIt answers in March or April\"";
    assert!(lines.iter().any(|line| line.starts_with('+') && line.ends_with(changed)), "{lines:?}");
}

#[test]
fn several_actions_are_one_commit_and_found_by_their_words() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    let before = repo.git(&["rev-list", "--count", "HEAD"]);
    screen.keys("jjaa").keys("<C-s>");
    assert!(screen.text().contains("cannot be empty") || screen.text().contains("Required"), "{}", screen.text());
    screen
        .keys("Ask Pau for the copy<Enter>Coach<Enter>+7<Enter>")
        .keys("Count the reports<Enter><Enter><Enter><Enter>");
    let (subject, _, lines) = last_commit(&repo);
    assert_eq!(subject, "histologe: 2 actions agreed", "{}", screen.text());
    let count = |words: &str| lines.iter().filter(|line| line.contains(words)).count();
    assert_eq!(
        [count("[[actions]]"), count("owner"), count("due"), count("Count the reports")],
        [2, 1, 1, 1],
        "{lines:?}"
    );
    let after: usize = repo.git(&["rev-list", "--count", "HEAD"]).trim().parse().unwrap();
    assert_eq!(after, before.trim().parse::<usize>().unwrap() + 1);
    screen.keys("/count the reports<Enter>");
    assert!(screen.text().contains("Histologe") && !screen.text().contains("CoMobi"), "{}", screen.text());
    screen.keys("<Esc>u<Enter>");
    assert!(!repo.read("startups/histologe.toml").contains("Count the reports"), "one undo: {}", screen.text());
}

#[test]
fn a_committee_is_planned_for_its_due_day() {
    Journey {
        open: "jjjap",
        shows: &["Committee planned · Poubelles Battle", "01/12/2020"],
        fill: "15/12<C-s>",
        files: "startups/poubelles-battle.toml",
        lines: &["+[[committees]]", "+on = 2020-12-15", "+state = \"planned\""],
        then: &["committee planned on 15 December 2020"],
    }
    .go();
}

#[test]
fn an_action_is_added_and_marked_as_done_on_its_line() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjaaAsk Pau for the dated copy<Tab>Coach<Tab>+7<C-s>");
    let (_, file, lines) = last_commit(&repo);
    assert_eq!(file, "startups/histologe.toml");
    let has = |words: &str| lines.iter().any(|line| line.contains(words));
    assert!(has("[[actions]]") && has("Ask Pau") && has("Coach") && has("2020-12-08"), "{lines:?}");
    screen.keys("<Enter>/Ask Pau<Enter>x");
    assert!(screen.text().contains("Action done · Histologe"), "{}", screen.text());
    screen.keys("<C-s>");
    let (_, _, lines) = last_commit(&repo);
    assert!(matches!(lines.as_slice(), [one] if one.starts_with("+done") && one.ends_with("2020-12-01")), "{lines:?}");
}

#[test]
fn the_add_menu_shows_the_keys_of_applicable_verbs() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jja");
    let menu = screen.text();
    for words in ["add action", "add note", "add call for funds", "plan committee", "new startup"] {
        assert!(menu.contains(words), "{words}: {menu}");
    }
    screen.keys("<Esc>/nothing of that name<Enter>a");
    let menu = screen.text();
    assert!(menu.contains("startup") && !menu.contains("add note") && !menu.contains("n note"), "{menu}");
}
