//! The terminal reports its background: at once, late, in pieces, or never. The report is never taken for keys.

use super::harness::Terminal;
use crate::support::Repo;

const QUESTION: &str = "\u{1b}]11;?\u{1b}\\";
const LIGHT: &str = "\u{1b}]11;rgb:fdfd/f6f6/e3e3\u{1b}\\";
const DARK: &str = "\u{1b}]11;rgb:1c1c/1c1c/1c1c\u{1b}\\";

fn start(repo: &Repo, arguments: &[&str], environment: &[(&str, &str)]) -> Terminal {
    Terminal::start(&repo.root(), arguments, environment)
}

/// Waits until the background of the screen is light or dark.
fn until_ground(terminal: &Terminal, light: bool) {
    let is_light = |colour: vt100::Color| match colour {
        vt100::Color::Idx(index) => (231..=231).contains(&index) || index >= 250,
        _ => false,
    };
    terminal.until("the ground", |screen| {
        screen.alternate_screen()
            && screen.contents().contains("Poubelles Battle")
            && screen
                .cell(2, 70)
                .is_some_and(|cell| cell.bgcolor() != vt100::Color::Default && is_light(cell.bgcolor()) == light)
    });
}

fn leave(mut terminal: Terminal) {
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn the_theme_follows_the_background_of_the_terminal() {
    let repo = Repo::new();
    for (answer, light) in [(LIGHT, true), (DARK, false), ("\u{1b}]11;rgb:ff/ff/ff\u{7}", true)] {
        let mut terminal = start(&repo, &[], &[]);
        terminal.until_written(QUESTION);
        terminal.press(answer);
        until_ground(&terminal, light);
        leave(terminal);
    }
}

#[test]
fn a_late_or_fragmented_report_is_used_and_types_nothing() {
    let repo = Repo::new();
    let mut terminal = start(&repo, &[], &[]);
    terminal.until_on_screen();
    until_ground(&terminal, false);
    let (first, rest) = LIGHT.split_at(9);
    let (second, third) = rest.split_at(7);
    for piece in [first, second, third] {
        terminal.press(piece);
        // A key between two pieces would become part of the report, so only whole reports are tested.
        std::thread::sleep(std::time::Duration::from_millis(30));
    }
    until_ground(&terminal, true);
    // No part of the report changed the screen, opened a box, or began a filter.
    terminal
        .until("the list and no box", |screen| !screen.contents().contains('╭') && !screen.contents().contains("/1"));
    leave(terminal);
}

#[test]
fn without_a_report_the_theme_is_dark_without_delay() {
    let repo = Repo::new();
    let terminal = start(&repo, &[], &[]);
    until_ground(&terminal, false);
    leave(terminal);
}

#[test]
fn the_background_is_restored_at_the_next_start() {
    let repo = Repo::new();
    let state = tempfile::tempdir().unwrap();
    let environment = [("XDG_STATE_HOME", state.path().to_str().unwrap())];
    let mut terminal = start(&repo, &[], &environment);
    terminal.until_written(QUESTION);
    terminal.press(LIGHT);
    until_ground(&terminal, true);
    leave(terminal);
    let terminal = start(&repo, &[], &environment);
    until_ground(&terminal, true);
    leave(terminal);
}

#[test]
fn the_background_is_not_requested_if_the_theme_is_set() {
    let repo = Repo::new();
    for (environment, light) in [(("COLORFGBG", "0;15"), true), (("COLORFGBG", "15;0"), false)] {
        let terminal = start(&repo, &[], &[environment]);
        until_ground(&terminal, light);
        assert!(!terminal.has_written(QUESTION), "{environment:?}");
        leave(terminal);
    }
    let mut terminal = start(&repo, &[], &[("TERM", "dumb")]);
    terminal.until("the selected row by its sign", |screen| screen.contents().contains("> ✗  3 Mar 2020"));
    assert!(!terminal.has_written(QUESTION));
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
}
