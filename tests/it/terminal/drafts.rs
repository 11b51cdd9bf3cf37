//! Drafts survive the end of the program, also by a kill.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::harness::{PATIENCE, Terminal};
use crate::support::Repo;

fn start(repo: &Repo, state: &Path, arguments: &[&str]) -> Terminal {
    let arguments: Vec<&str> = [&["--lang", "en"], arguments].concat();
    let terminal = Terminal::start(&repo.root(), &arguments, &[("XDG_STATE_HOME", state.to_str().unwrap())]);
    terminal.until_text("Histologe");
    terminal
}

/// The drafts files of all processes.
fn kept(state: &Path) -> String {
    let files = fs::read_dir(state.join("couveuse")).into_iter().flatten().flatten().map(|entry| entry.path());
    files.filter(|file| file.extension().is_some_and(|end| end == "toml")).flat_map(fs::read_to_string).collect()
}

fn until_kept(state: &Path, wanted: impl Fn(&str) -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !wanted(&kept(state)) {
        assert!(Instant::now() < deadline, "not kept:\n{}", kept(state));
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Filters the list to a startup, opens the note form, and types.
fn type_note(terminal: &mut Terminal, startup: &str, text: &str) {
    terminal.press(&format!("/{startup}\r"));
    terminal.until_text(&format!("/{startup}"));
    terminal.press("an");
    terminal.until_text("Note · ");
    terminal.press(text);
    terminal.until_text(text);
}

#[test]
fn a_draft_survives_a_kill_and_is_offered_even_with_fresh() {
    let (repo, state) = (Repo::sample(), tempfile::tempdir().unwrap());
    let mut terminal = start(&repo, state.path(), &[]);
    type_note(&mut terminal, "histologe", "Half a sentence");
    until_kept(state.path(), |kept| kept.contains("Half a sentence"));
    terminal.signal("-KILL");
    terminal.end();
    // The record changes meanwhile.
    repo.write("startups/histologe.toml", format!("{}# later\n", repo.read("startups/histologe.toml")));

    let mut terminal = start(&repo, state.path(), &["--fresh"]);
    terminal.until_text("kept: Note · Histologe");
    terminal.press("gd");
    terminal.until_text("Half a sentence");
    terminal.press(", and the other half");
    until_kept(state.path(), |kept| kept.contains("Half a sentence, and the other half"));
    terminal.signal("-TERM");
    terminal.end();
}

#[test]
fn committed_and_discarded_drafts_are_not_offered() {
    let (repo, state) = (Repo::sample(), tempfile::tempdir().unwrap());
    let mut terminal = start(&repo, state.path(), &[]);
    type_note(&mut terminal, "histologe", "Written down");
    until_kept(state.path(), |kept| kept.contains("Written down"));
    terminal.press("\u{13}");
    terminal.until_text("histologe: note");
    until_kept(state.path(), |kept| !kept.contains("Written down"));
    terminal.press("an");
    terminal.until_text("Note · ");
    terminal.press("Dropped");
    until_kept(state.path(), |kept| kept.contains("Dropped"));
    terminal.press("\u{e}");
    until_kept(state.path(), |kept| !kept.contains("Dropped"));
    terminal.signal("-KILL");
    terminal.end();
    let mut terminal = start(&repo, state.path(), &[]);
    terminal.press("gd");
    terminal.until_text("No drafts");
    terminal.press("q");
    terminal.press("q");
    terminal.press("q");
    terminal.end();
}

#[test]
fn two_processes_keep_their_own_drafts_and_a_broken_file_is_moved_aside() {
    let (repo, state) = (Repo::sample(), tempfile::tempdir().unwrap());
    let mut one = start(&repo, state.path(), &["--fresh"]);
    let mut other = start(&repo, state.path(), &["--fresh"]);
    type_note(&mut one, "histologe", "From the one");
    type_note(&mut other, "comobi", "From the other");
    until_kept(state.path(), |kept| kept.contains("From the one") && kept.contains("From the other"));
    for terminal in [&mut one, &mut other] {
        terminal.signal("-KILL");
        terminal.end();
    }
    let mut third = start(&repo, state.path(), &["--fresh"]);
    third.until_text("2 drafts were kept");
    third.signal("-KILL");
    third.end();
    let files = fs::read_dir(state.path().join("couveuse")).unwrap().flatten().map(|entry| entry.path());
    let drafts: Vec<_> = files.filter(|file| file.to_string_lossy().ends_with("-drafts-0.toml")).collect();
    fs::write(&drafts[0], "[[[").unwrap();
    let mut fourth = start(&repo, state.path(), &["--fresh"]);
    fourth.until_text("Unreadable drafts file, moved aside");
    fourth.press("q");
    fourth.end();
}
