//! Runs a program in a pseudo-terminal and parses its screen.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtyPair, PtySize, native_pty_system};

/// Longer than the slowest machine needs.
pub const PATIENCE: Duration = Duration::from_secs(30);
pub const SIZE: PtySize = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };

/// A pseudo-terminal with a running program.
pub struct Terminal {
    pub child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    pub pair: PtyPair,
    pub shown: Arc<(Mutex<vt100::Parser>, Condvar)>,
    /// All bytes written by the program.
    written: Arc<Mutex<Vec<u8>>>,
    pub before: String,
    /// The program's state directory, deleted on drop.
    _state: tempfile::TempDir,
}

impl Terminal {
    pub fn start(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_couveuse"));
        command.args(arguments);
        Self::run(command, folder, environment)
    }

    pub fn run(mut command: CommandBuilder, folder: &Path, environment: &[(&str, &str)]) -> Self {
        let state = tempfile::tempdir().unwrap();
        command.cwd(folder);
        command.env("XDG_STATE_HOME", state.path());
        command.env("XDG_CONFIG_HOME", state.path());
        for name in ["RUST_BACKTRACE", "NO_COLOR", "COLORTERM", "COLORFGBG", "LANG", "LC_MESSAGES"] {
            command.env_remove(name);
        }
        for name in ["VTE_VERSION", "TERM_PROGRAM", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "WT_SESSION"] {
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
        let written = Arc::new(Mutex::new(Vec::new()));
        let writing = Arc::clone(&written);
        std::thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                // Poisoned if the test has already failed.
                let Ok(mut parser) = showing.0.lock() else { return };
                writing.lock().unwrap().extend_from_slice(&bytes[..count]);
                parser.process(&bytes[..count]);
                showing.1.notify_all();
            }
        });
        Self { child, keys, pair, shown, written, before, _state: state }
    }

    /// Waits until a condition holds for the screen.
    pub fn until(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut parser = self.shown.0.lock().unwrap();
        while !wanted(parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited in vain for {what}; the screen:\n{}", parser.screen().contents());
            parser = self.shown.1.wait_timeout(parser, left).unwrap().0;
        }
    }

    /// Waits until the program has written certain bytes.
    pub fn until_written(&self, wanted: &str) {
        self.until(wanted, |_| self.has_written(wanted));
    }

    pub fn has_written(&self, wanted: &str) -> bool {
        self.written.lock().unwrap().windows(wanted.len()).any(|window| window == wanted.as_bytes())
    }

    pub fn until_text(&self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    pub fn until_on_screen(&self) {
        self.until("the first screen", |screen| {
            screen.alternate_screen() && screen.contents().contains("Poubelles Battle")
        });
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    pub fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([name, &process]).status().unwrap().success());
    }

    pub fn end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < deadline, "the program does not end");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits for a process state in `/proc`: `T` is stopped.
    pub fn until_stopped(&self) {
        let file = format!("/proc/{}/stat", self.child.process_id().unwrap());
        let deadline = Instant::now() + PATIENCE;
        while !std::fs::read_to_string(&file).unwrap().contains(") T ") {
            assert!(Instant::now() < deadline, "the program does not stop");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Asserts that the terminal is restored: its screen and its modes.
    pub fn assert_given_back(&self) {
        self.until("the terminal given back", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        });
        assert_eq!(modes(&*self.pair.master), self.before);
    }
}

pub fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// The terminal's modes: raw, echo.
pub fn modes(master: &(dyn MasterPty + Send)) -> String {
    let modes = master.get_termios().unwrap();
    format!("{:?} {:?} {:?}", modes.local_flags, modes.input_flags, modes.output_flags)
}
