//! The next start restores the last session.

use std::path::Path;

use super::harness::Terminal;
use crate::support::Repo;

fn start(repo: &Repo, state: &Path, arguments: &[&str]) -> Terminal {
    let arguments: Vec<&str> = [&["--lang", "en"], arguments].concat();
    Terminal::start(&repo.root(), &arguments, &[("XDG_STATE_HOME", state.to_str().unwrap())])
}

/// Waits until the tab of a screen is selected.
fn until_on(terminal: &Terminal, name: &str) {
    terminal.until(name, |screen| {
        let top = screen.contents().lines().next().unwrap_or_default().to_owned();
        top.contains('▌') && top.split('▌').nth(1).is_some_and(|here| here.contains(name))
    });
}

#[test]
fn screen_filter_and_selection_are_restored_unless_fresh() {
    let (repo, state) = (Repo::sample(), tempfile::tempdir().unwrap());
    let mut terminal = start(&repo, state.path(), &[]);
    terminal.until_text("Histologe");
    terminal.press("3/report\r");
    terminal.until_text("/report");
    terminal.signal("-TERM");
    assert_eq!(terminal.end().exit_code(), 143);
    terminal.assert_given_back();

    let mut terminal = start(&repo, state.path(), &[]);
    until_on(&terminal, "3 Obl");
    terminal.until_text("/report");
    terminal.signal("-TERM");
    terminal.end();

    let mut terminal = start(&repo, state.path(), &["--fresh"]);
    until_on(&terminal, "Port");
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);

    let mut terminal = start(&repo, state.path(), &[]);
    until_on(&terminal, "Port");
    terminal.press("q");
    terminal.end();
}

#[test]
fn an_unreadable_or_unwritable_session_is_ignored() {
    let (repo, state) = (Repo::sample(), tempfile::tempdir().unwrap());
    let file = state.path().join("a file");
    std::fs::write(&file, "").unwrap();
    let mut terminal = start(&repo, &file, &[]);
    terminal.until_text("Histologe");
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}
