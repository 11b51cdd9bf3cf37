//! `couveuse doctor` in a terminal: its size, and the background that it reports.

use portable_pty::{CommandBuilder, PtySize};

use super::harness::{SIZE, Terminal};
use crate::support::Repo;

const QUESTION: &str = "\u{1b}]11;?\u{1b}\\";

fn start(repo: &Repo) -> Terminal {
    Terminal::start(&repo.root(), &["doctor", "--lang", "en"], &[])
}

#[test]
fn the_terminal_is_asked_for_its_background() {
    let repo = Repo::new();
    for (answer, said) in [("\u{1b}]11;rgb:fdfd/f6f6/e3e3\u{1b}\\", "background    light"), ("", "dark is assumed")] {
        let mut terminal = start(&repo);
        terminal.until_written(QUESTION);
        terminal.press(answer);
        assert_eq!(terminal.end().exit_code(), 1, "there is no remote");
        terminal.until_text(said);
        terminal.assert_given_back();
    }
}

#[test]
fn the_size_of_the_terminal_is_reported() {
    let repo = Repo::new();
    let mut terminal = start(&repo);
    terminal.end();
    terminal.until_text("size          80 × 24");
    // Resized by a shell in the terminal, so that the program starts in the small one.
    let mut command = CommandBuilder::new("sh");
    let script = format!("read wait; {} doctor --lang en", env!("CARGO_BIN_EXE_couveuse"));
    command.args(["-c", &script]);
    let mut terminal = Terminal::run(command, &repo.root(), &[("COLORFGBG", "15;0")]);
    terminal.pair.master.resize(PtySize { rows: 4, cols: 60, ..SIZE }).unwrap();
    terminal.press("\n");
    terminal.end();
    terminal.until_written("60 × 4: too small");
}
