//! The binary in a pseudo-terminal: start, end, suspend, resume, and restoring the terminal.
#![cfg(unix)]

mod background;
mod doctor;
mod drafts;
mod harness;
mod import;
mod links;
mod manners;
mod review;
mod session;
mod sync;
mod watching;

use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize};

use self::harness::{PATIENCE, SIZE, Terminal, cells, modes};
use crate::support::{ReadOnly, Repo, interrupt};

#[test]
fn starting_and_quitting_restores_the_terminal() {
    let repo = Repo::new();
    let mut terminal = Terminal::start(&repo.root(), &[], &[]);
    terminal.until_on_screen();
    assert_ne!(modes(&*terminal.pair.master), terminal.before, "raw mode");
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn a_configuration_is_honoured() {
    let repo = Repo::new();
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("couveuse")).unwrap();
    let file = home.path().join("couveuse/config.toml");
    std::fs::write(&file, "language = \"fr\"\n[keys]\nback-or-quit = \"Z\"\nhelp = \"g h\"\nfrob = 1\n").unwrap();
    let configured = [("XDG_CONFIG_HOME", home.path().to_str().unwrap())];
    let mut terminal = Terminal::start(&repo.root(), &[], &configured);
    terminal.until_text("La configuration contient une erreur");
    terminal.press("gh");
    terminal.until_text("Touches");
    terminal.press("ZZ");
    assert_eq!(terminal.end().exit_code(), 0);
    let mut terminal = Terminal::start(&repo.root(), &["--lang", "en"], &configured);
    terminal.until_text("The configuration has an error");
    terminal.press("Z");
    assert_eq!(terminal.end().exit_code(), 0, "what the command line asks for goes before");
}

#[test]
fn a_termination_signal_restores_the_terminal() {
    let repo = Repo::new();
    for (name, code) in [("-TERM", 143), ("-HUP", 129), ("-INT", 130)] {
        let mut terminal = Terminal::start(&repo.root(), &[], &[]);
        terminal.until_on_screen();
        terminal.signal(name);
        assert_eq!(terminal.end().exit_code(), code, "{name}");
        terminal.assert_given_back();
    }
}

#[test]
fn suspending_and_resuming_continues_in_place() {
    let repo = Repo::new();
    let mut terminal = Terminal::start(&repo.root(), &[], &[]);
    for how in ["\u{1a}", "signal"] {
        terminal.until_on_screen();
        match how {
            "signal" => terminal.signal("-TSTP"),
            keys => terminal.press(keys),
        }
        terminal.until_stopped();
        terminal.assert_given_back();
        terminal.signal("-CONT");
    }
    terminal.until_on_screen();
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn a_read_only_folder_with_an_interrupted_save_shows_its_last_commit() {
    let repo = Repo::new();
    interrupt(&repo, |_| {});
    repo.write("startups/poubelles-battle.toml", repo.read("startups/poubelles-battle.toml").replace("Battle", "Half"));
    let Some(read_only) = ReadOnly::of(&repo) else { return };
    let mut command = CommandBuilder::new(read_only.wrapper.first().unwrap_or(&env!("CARGO_BIN_EXE_couveuse")));
    if let Some((_, wrapped)) = read_only.wrapper.split_first() {
        command.args(wrapped);
        command.arg(env!("CARGO_BIN_EXE_couveuse"));
    }
    let mut terminal = Terminal::run(command, &repo.root(), &[]);
    terminal.until_text("Poubelles Battle");
    terminal.until_text("a save was interrupted");
    assert!(!terminal.shown.0.lock().unwrap().screen().contents().contains("Poubelles Half"));
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn a_resize_redraws_the_screen() {
    let repo = Repo::new();
    let mut terminal = Terminal::start(&repo.root(), &[], &[]);
    terminal.until_on_screen();
    let last_row = |screen: &vt100::Screen| {
        let (rows, columns) = screen.size();
        screen.rows(0, columns.get()).nth(usize::from(rows.get()) - 1).unwrap_or_default()
    };
    terminal.until("the status line", |screen| !last_row(screen).trim().is_empty());
    let larger = PtySize { rows: 40, cols: 120, ..SIZE };
    terminal.shown.0.lock().unwrap().screen_mut().set_size(cells(larger.rows), cells(larger.cols));
    terminal.pair.master.resize(larger).unwrap();
    terminal.until("the larger screen", |screen| !last_row(screen).trim().is_empty());
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn an_editor_gets_the_terminal_and_its_changes_are_read() {
    let repo = Repo::new();
    // An editor that reads a line from the terminal and writes it to the record.
    let editor =
        r#"sh -c 'test -t 0 && printf "%s" "editing" && read name && sed -i "s/Poubelles Battle/$name/" "$0"'"#;
    let mut terminal = Terminal::start(&repo.root(), &[], &[("VISUAL", editor)]);
    terminal.until_on_screen();
    terminal.press("E");
    terminal.until("the editor", |screen| !screen.alternate_screen() && screen.contents().contains("editing"));
    assert_eq!(modes(&*terminal.pair.master), terminal.before);
    terminal.press("Corbeilles\n");
    terminal
        .until("the record as edited", |screen| screen.alternate_screen() && screen.contents().contains("Corbeilles"));
    terminal.until_text("Manual edit");
    terminal.press("\u{1b}");
    terminal.until("the list", |screen| !screen.contents().contains("Manual edit"));
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn the_editor_of_git_is_used_and_its_exit_code_shown() {
    let repo = Repo::new();
    repo.git(&["config", "core.editor", "sh -c 'exit 3'"]);
    let mut terminal = Terminal::start(&repo.root(), &[], &[("VISUAL", "true")]);
    terminal.until_on_screen();
    terminal.press("E");
    terminal.until_text("exited with code 3");
    terminal.until_text("press any key");
    // The key that closes the message does nothing else: `q` would end the program.
    terminal.press("q");
    terminal.until("the message closed", |screen| !screen.contents().contains("press any key"));
    terminal.press("E");
    terminal.until_text("press any key");
    terminal.press(" q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn a_large_folder_shows_its_first_rows_before_the_rest() {
    let repo = Repo::empty();
    for (file, text) in couveuse::demo::files(400, 1) {
        repo.write(&file, text);
    }
    let mut terminal = Terminal::start(&repo.root(), &[], &[]);
    terminal.until("Today", |screen| screen.contents().contains("Due"));
    terminal.press("2");
    terminal.until_text("Abeille 000");
    terminal.press("G");
    // The last row changes until everything is loaded, so the key is pressed in every frame.
    let last = "Zéphyr 399";
    let shows = |terminal: &Terminal| terminal.shown.0.lock().unwrap().screen().contents().contains(last);
    let deadline = Instant::now() + PATIENCE;
    while !shows(&terminal) {
        assert!(Instant::now() < deadline, "the last row is never shown");
        terminal.press("G");
        std::thread::sleep(Duration::from_millis(5));
    }
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn without_a_terminal_the_error_names_text_commands() {
    let repo = Repo::new();
    let output = repo.couveuse(&["--lang", "en"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("couveuse list"), "{said}");
}

#[test]
fn a_panic_restores_the_terminal_and_shows_its_message() {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "--nocapture", "terminal::panics_while_it_has_the_terminal"]);
    let mut terminal = Terminal::run(command, Path::new("/"), &[]);
    assert_ne!(terminal.end().exit_code(), 0);
    terminal.until_text("the sky has fallen");
    terminal.assert_given_back();
}

/// Run in a terminal by the test above.
#[test]
#[ignore = "run in a terminal by the test above"]
fn panics_while_it_has_the_terminal() {
    let mut guard = couveuse::cli::terminal::TerminalGuard::take(true).unwrap();
    let render = |frame: &mut ratatui::Frame<'_>| {
        frame.render_widget("all is well", frame.area());
        Vec::new()
    };
    guard.draw(render).unwrap();
    panic!("the sky has fallen");
}
