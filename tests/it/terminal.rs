//! The real binary in a real pseudo-terminal: it starts, ends, stops and goes on, and the terminal is as it was.
#![cfg(unix)]

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtyPair, PtySize, native_pty_system};

use crate::support::Repo;

/// No machine is so slow. Nothing waits so long unless something is broken.
const PATIENCE: Duration = Duration::from_secs(30);
const SIZE: PtySize = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };

/// A terminal with a program in it.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    pair: PtyPair,
    shown: Arc<(Mutex<vt100::Parser>, Condvar)>,
    before: String,
    /// What the program remembers, gone with the terminal.
    _state: tempfile::TempDir,
}

impl Terminal {
    fn start(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_couveuse"));
        command.args(arguments);
        Self::run(command, folder, environment)
    }

    fn run(mut command: CommandBuilder, folder: &Path, environment: &[(&str, &str)]) -> Self {
        let state = tempfile::tempdir().unwrap();
        command.cwd(folder);
        command.env("XDG_STATE_HOME", state.path());
        command.env("XDG_CONFIG_HOME", state.path());
        for name in ["RUST_BACKTRACE", "NO_COLOR", "COLORTERM", "COLORFGBG", "LANG", "LC_MESSAGES"] {
            command.env_remove(name);
        }
        for (name, value) in [("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8"), ("GIT_CONFIG_GLOBAL", "/dev/null")] {
            command.env(name, value);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let pair = native_pty_system().openpty(SIZE).unwrap();
        let before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let keys = pair.master.take_writer().unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let shown = Arc::new((Mutex::new(vt100::Parser::new(cells(SIZE.rows), cells(SIZE.cols), 0)), Condvar::new()));
        let showing = Arc::clone(&shown);
        std::thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                // Poisoned where the test has failed already.
                let Ok(mut parser) = showing.0.lock() else { return };
                parser.process(&bytes[..count]);
                showing.1.notify_all();
            }
        });
        Self { child, keys, pair, shown, before, _state: state }
    }

    /// Waits until the screen is as wanted.
    fn until(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut parser = self.shown.0.lock().unwrap();
        while !wanted(parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited in vain for {what}; the screen:\n{}", parser.screen().contents());
            parser = self.shown.1.wait_timeout(parser, left).unwrap().0;
        }
    }

    fn until_text(&self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    fn until_on_screen(&self) {
        self.until("the first screen", |screen| {
            screen.alternate_screen() && screen.contents().contains("Poubelles Battle")
        });
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([name, &process]).status().unwrap().success());
    }

    fn end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < deadline, "the program does not end");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits until the program stands in a state of `/proc`: `T` is stopped.
    fn until_stopped(&self) {
        let file = format!("/proc/{}/stat", self.child.process_id().unwrap());
        let deadline = Instant::now() + PATIENCE;
        while !std::fs::read_to_string(&file).unwrap().contains(") T ") {
            assert!(Instant::now() < deadline, "the program does not stop");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Asserts that nothing is left of the screen: neither on the terminal nor in its modes.
    fn assert_given_back(&self) {
        self.until("the terminal given back", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
        assert_eq!(modes(&*self.pair.master), self.before);
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// The terminal's modes, raw or not, echoing or not.
fn modes(master: &(dyn MasterPty + Send)) -> String {
    let modes = master.get_termios().unwrap();
    format!("{:?} {:?} {:?}", modes.local_flags, modes.input_flags, modes.output_flags)
}

#[test]
fn it_starts_on_its_first_screen_and_leaves_the_terminal_as_it_was() {
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
    terminal.until_text("La configuration a un défaut");
    terminal.press("gh");
    terminal.until_text("Touches");
    terminal.press("ZZ");
    assert_eq!(terminal.end().exit_code(), 0);
    let mut terminal = Terminal::start(&repo.root(), &["--lang", "en"], &configured);
    terminal.until_text("One thing in the configuration is wrong");
    terminal.press("Z");
    assert_eq!(terminal.end().exit_code(), 0, "what the command line asks for goes before");
}

#[test]
fn a_signal_to_end_leaves_the_terminal_as_it_was() {
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
fn it_stops_like_any_program_and_goes_on_where_it_was() {
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
fn a_new_size_is_drawn_anew() {
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
fn an_editor_has_the_terminal_to_itself_and_what_it_wrote_is_read() {
    let repo = Repo::new();
    // An editor that reads a line from the terminal and writes it into the record.
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
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn a_large_folder_shows_its_first_rows_and_then_all_of_them() {
    let repo = Repo::empty();
    for (file, text) in couveuse::demo::files(400, 1) {
        repo.write(&file, text);
    }
    let mut terminal = Terminal::start(&repo.root(), &[], &[]);
    terminal.until_text("Abeille 000");
    terminal.press("G");
    // Until all is read the last row is another one: the key is pressed again with every frame.
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
fn without_a_terminal_it_says_what_does_it_in_text() {
    let repo = Repo::new();
    let output = repo.couveuse(&["--lang", "en"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("couveuse list"), "{said}");
}

#[test]
fn a_panic_leaves_the_terminal_as_it_was_and_can_be_read() {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "--nocapture", "terminal::panics_while_it_has_the_terminal"]);
    let mut terminal = Terminal::run(command, Path::new("/"), &[]);
    assert_ne!(terminal.end().exit_code(), 0);
    terminal.until_text("the sky has fallen");
    terminal.assert_given_back();
}

/// Not a test: what the test above runs in a terminal.
#[test]
#[ignore = "run in a terminal by the test above"]
fn panics_while_it_has_the_terminal() {
    let mut lease = couveuse::cli::terminal::Lease::take(true).unwrap();
    lease.draw(|frame| frame.render_widget("all is well", frame.area())).unwrap();
    panic!("the sky has fallen");
}
