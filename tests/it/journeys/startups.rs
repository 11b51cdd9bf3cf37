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
