//! Lists: sorting, grouping, columns, marks, filter completion, and sums.

use std::collections::BTreeSet;

use couveuse::locale::Language;
use couveuse::ui::{Arrangement, Effect};

use crate::driver::Screen;
use crate::support::Repo;

const WIDE: (u16, u16) = (170, 40);

fn portfolio() -> (Repo, Screen) {
    let repo = Repo::sample();
    let screen = Screen::of_repo(&repo, Language::English, WIDE);
    (repo, screen)
}

/// The names at the start of the rows, in order.
fn names(screen: &Screen, known: &[&str]) -> Vec<String> {
    let text = screen.text();
    let rows = text.lines().skip(2).filter_map(|line| {
        let begin = line.trim_start_matches(['▌', '*', '±', ' ']);
        known.iter().find(|name| begin.starts_with(**name)).map(|name| (*name).to_owned())
    });
    let mut names: Vec<String> = rows.collect();
    names.truncate(known.len());
    names
}

/// The line of sums.
fn foot(screen: &Screen) -> String {
    let text = screen.text();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len() - 2].trim().to_owned()
}

fn status(screen: &Screen) -> String {
    screen.text().lines().last().unwrap_or_default().to_owned()
}

const STARTUPS: [&str; 4] = ["Anti-gaspi", "CoMobi", "Histologe", "Poubelles Battle"];

#[test]
fn lists_sort_by_any_column_and_back() {
    let (_repo, mut screen) = portfolio();
    assert_eq!(names(&screen, &STARTUPS), STARTUPS);
    screen.keys("o<Enter>");
    assert!(screen.text().contains("✓ Startup ▲"), "{}", screen.text());
    screen.keys("<Enter><Esc>");
    assert!(screen.text().contains("Startup ▼"), "{}", screen.text());
    let mut reversed = STARTUPS;
    reversed.reverse();
    assert_eq!(names(&screen, &STARTUPS), reversed);
    screen.keys("or<Esc>");
    assert_eq!(names(&screen, &STARTUPS), STARTUPS, "r reverses the order");
    screen.keys("od<Esc>");
    assert!(!screen.text().contains('▲'), "d is as it comes");
}

#[test]
fn rows_are_sorted_in_both_directions() {
    let (_repo, mut screen) = portfolio();
    let by_committee = |reversed| Arrangement { sort: Some((5, reversed)), ..Arrangement::default() };
    let mut orders = Vec::new();
    for (keys, reversed) in [("ojjjjj<Enter>", false), ("<Enter>", true)] {
        screen.keys(keys);
        assert_eq!(screen.effects, [Effect::Arrange(couveuse::ui::Screen::Portfolio, by_committee(reversed))]);
        orders.push(names(&screen, &STARTUPS));
    }
    // The committee of Histologe has been late for longest.
    let ends: BTreeSet<_> =
        orders.iter().filter_map(|names| names.iter().position(|name| name == "Histologe")).collect();
    assert_eq!(ends, BTreeSet::from([0, STARTUPS.len() - 1]), "{}", screen.text());
}

#[test]
fn unknown_values_sort_last_in_both_directions() {
    let (repo, mut screen) = portfolio();
    let record = repo.read("startups/comobi.toml");
    let without_phases = record.split_once("[[phases]]").expect("phases").0.to_owned();
    repo.write("startups/comobi.toml", without_phases);
    screen.keys("gr");
    let by_phase = |reversed| Arrangement { sort: Some((1, reversed)), ..Arrangement::default() };
    for (keys, reversed) in [("oj<Enter>", false), ("<Enter>", true)] {
        screen.keys(keys);
        assert_eq!(screen.effects, [Effect::Arrange(couveuse::ui::Screen::Portfolio, by_phase(reversed))]);
        assert_eq!(names(&screen, &STARTUPS).last().map(String::as_str), Some("CoMobi"), "{}", screen.text());
    }
}

#[test]
fn columns_are_hidden_and_moved_without_a_reload() {
    let (_repo, mut screen) = portfolio();
    screen.keys("oj<Space>");
    assert!(screen.effects.is_empty());
    assert!(screen.text().contains("– Phase"), "{}", screen.text());
    screen.keys("<Esc>");
    let head =
        |screen: &Screen| screen.text().lines().find(|line| line.contains("Received / payable")).map(str::to_owned);
    assert!(!head(&screen).expect("a head").contains("Phase"));
    screen.keys("o<Home>JJJ<Esc>");
    let head = head(&screen).expect("a head");
    assert!(head.find("Received / payable") < head.find("Startup"), "{head}");
    // The name column can't be hidden.
    screen.keys("o<Home>jjj<Space>");
    assert!(screen.text().contains("this column cannot be hidden"), "{}", screen.text());
    screen.keys("j<Space>j<Space>j<Space><Esc>");
    assert!(STARTUPS.iter().all(|name| screen.text().contains(&format!("  {name}"))), "{}", screen.text());
}

#[test]
fn grouping_survives_a_reload() {
    let (repo, mut screen) = portfolio();
    screen.keys("3bb");
    let text = screen.text();
    assert!(text.contains("Pau Béarn Pyrénées ") && text.contains("ANCT "), "by who owes: {text}");
    repo.write("startups/comobi.toml", repo.read("startups/comobi.toml").replace("CoMobi", "CoMobi 2"));
    screen.keys("gr");
    assert!(screen.text().contains("Pau Béarn Pyrénées "), "{}", screen.text());
    screen.keys("b");
    assert_ne!(screen.text(), text, "and again by another");
}

#[test]
fn marks_follow_their_rows_and_sums_follow_the_marks() {
    let (repo, mut screen) = portfolio();
    assert!(foot(&screen).starts_with("4 startups"), "{}", foot(&screen));
    screen.keys("<Space>j<Space>");
    assert!(foot(&screen).starts_with("* 2 marked  ·  2 startups"), "{}", foot(&screen));
    assert_eq!(screen.state.targets().len(), 2);
    screen.keys("/comobi<Enter>");
    assert!(foot(&screen).starts_with("* 2 marked (2 hidden by the filter)"), "{}", foot(&screen));
    screen.keys("<Esc>");
    assert!(!foot(&screen).contains("marked"), "Esc takes the marks first: {}", foot(&screen));
    assert!(status(&screen).contains("/comobi"), "and the filter next: {}", status(&screen));
    screen.keys("<Esc><Home>vjj");
    assert!(foot(&screen).starts_with("* 3 marked"), "{}", foot(&screen));
    screen.keys("v");
    repo.write("startups/aaa.toml", repo.read("startups/comobi.toml").replace("CoMobi", "AAA"));
    screen.keys("gr");
    let text = screen.text();
    let marked: Vec<_> = text.lines().filter(|line| line.chars().nth(1) == Some('*')).collect();
    assert_eq!(marked.len(), 3, "{text}");
    assert!(marked[0].contains("Anti-gaspi") && !text.contains("* AAA"), "{text}");
    screen.keys("<Esc><C-a>");
    assert_eq!(screen.state.targets().len(), 6, "all that is shown: {}", screen.text());
}

#[test]
fn sums_follow_the_filter() {
    let (_repo, mut screen) = portfolio();
    let all = foot(&screen);
    screen.keys("/party:oise<Enter>");
    assert!(foot(&screen).starts_with("1 startup  ·  received €0 of €20,000 payable"), "{}", foot(&screen));
    screen.keys("<Esc>");
    assert_eq!(foot(&screen), all);
    screen.keys("3/late<Enter>");
    assert!(foot(&screen).starts_with("✗ 3 late") && !foot(&screen).contains("undetermined"), "{}", foot(&screen));
}

#[test]
fn the_filter_offers_completions() {
    let (_repo, mut screen) = portfolio();
    screen.keys("3/ow");
    assert!(screen.text().contains("▌ owes:  debtor"), "{}", screen.text());
    screen.keys("<Tab>p");
    assert!(screen.text().contains("▌ pau    Pau"), "{}", screen.text());
    screen.keys("<Right>la<Tab><Enter>");
    assert!(status(&screen).starts_with("  /owes:pau late"), "{}", status(&screen));
    assert!(foot(&screen).starts_with("✗ 1 late"), "{}", foot(&screen));
}

#[test]
fn unknown_filter_words_are_marked_and_the_others_apply() {
    let (_repo, mut screen) = portfolio();
    screen.keys("3/late ows:pau");
    assert!(screen.text().contains("✗ unknown filter keyword “ows”; did you mean owes:?"), "{}", screen.text());
    assert!(foot(&screen).starts_with("✗ 3 late"), "{}", foot(&screen));
    screen.keys("<Enter>");
    assert!(status(&screen).contains("/late ows:pau  ✗ unknown filter keyword"), "{}", status(&screen));
    screen.keys("/<C-u>phase:");
    assert!(!screen.text().contains("✗ phase"), "what is only begun is no mistake: {}", screen.text());
}

#[test]
fn help_in_the_filter_starts_with_its_keywords() {
    let (_repo, mut screen) = portfolio();
    screen.keys("/ow<F1>");
    let text = screen.text();
    assert!(text.contains("Filter keywords") && text.contains("owes:"), "{text}");
    screen.keys("<Esc>/x");
    assert!(status(&screen).starts_with(" /owx"), "and typing goes on where it was: {}", status(&screen));
}

#[test]
fn forms_accept_at_most_a_thousand_marked_rows() {
    let (repo, mut screen) = portfolio();
    for n in 0..1000 {
        repo.write(&format!("startups/s{n}.toml"), format!("name = \"S{n}\"\n"));
    }
    screen.keys("gr<C-a>m");
    assert!(screen.text().contains("at most 1,000 at once"), "{}", status(&screen));
}
