//! The screen in a pseudo-terminal: CPU time from its start until it is idle, keys while records are read, bytes for
//! each key, and memory.
//!
//! `cargo bench --bench screen`. Needs GNU `time`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench that cannot run should stop")]

mod support;

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use support::process::{self, Usage};

/// The screen is idle once it has printed nothing for this long.
const IDLE: Duration = Duration::from_secs(2);

const KEYS: usize = 20;

fn main() {
    if !process::is_installed("time") {
        println!("screen: skipped without GNU time");
        return;
    }
    for (startups, rounds, goal_mb) in [(100, 5, 12.0), (1_000, 5, 30.0), (10_000, 3, 160.0)] {
        let folder = support::portfolio(startups);
        let root = folder.path();
        let what = format!("screen at {startups}");
        let list = vec![env!("CARGO_BIN_EXE_couveuse"), "list", "--json"];
        let list = process::interleave(&what, rounds, root, &[("list --json", list)])[0];
        let runs: Vec<Run> = (0..rounds).map(|_| run(root)).collect();
        let cpu = runs.iter().map(|run| run.usage.cpu).min().unwrap();
        let worst = runs.iter().map(|run| run.worst_while_loading).min().unwrap();
        let bytes = runs.iter().map(|run| run.bytes).min().unwrap();
        let megabytes = runs.iter().map(|run| run.usage.megabytes).fold(f64::MAX, f64::min);
        support::ratio(&format!("{what}, until idle"), cpu, list.cpu, 1.2);
        support::ratio(&format!("{what}, worst key"), worst, Duration::from_millis(16), 1.0);
        println!("{what:<28} {:<34} {bytes:>10}    goal 500", "bytes for a key j");
        process::memory(&what, Usage { megabytes, ..list }, goal_mb);
    }
}

/// What a run of the screen used.
struct Run {
    usage: Usage,
    /// The longest time between a key and its first output until everything was read.
    worst_while_loading: Duration,
    /// Median of the bytes printed for a key `j`.
    bytes: usize,
}

fn run(root: &Path) -> Run {
    let (arguments, report) = process::timed(root, &[env!("CARGO_BIN_EXE_couveuse"), "--fresh", "--no-watch"]);
    let pair = native_pty_system().openpty(PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = CommandBuilder::new("time");
    command.args(arguments);
    command.cwd(root);
    command.env("TERM", "xterm-256color");
    let output = read(pair.master.try_clone_reader().unwrap());
    let mut keys = pair.master.take_writer().unwrap();
    let mut child = pair.slave.spawn_command(command).unwrap();
    output.recv().unwrap();
    let mut worst = Duration::ZERO;
    let mut press = |key: &str| {
        let pressed = Instant::now();
        keys.write_all(key.as_bytes()).unwrap();
        pressed
    };
    // Keys that arrive while records are read; on the last list, Portfolio, each moves the selection.
    press("2");
    for _ in 0..KEYS {
        let pressed = press("j");
        if output.recv_timeout(IDLE).is_ok() {
            worst = worst.max(pressed.elapsed());
        }
        drain(&output, Duration::from_millis(20));
    }
    drain(&output, IDLE);
    let mut bytes: Vec<usize> = (0..KEYS)
        .map(|_| {
            press("j");
            drain(&output, Duration::from_millis(200))
        })
        .collect();
    bytes.sort_unstable();
    press("q");
    child.wait().unwrap();
    Run { usage: process::usage(&report), worst_while_loading: worst, bytes: bytes[KEYS / 2] }
}

/// Reads the output on a thread; passes on the size of each piece.
fn read(mut output: Box<dyn Read + Send>) -> Receiver<usize> {
    let (send, receive) = channel();
    std::thread::spawn(move || {
        let mut bytes = [0; 1 << 16];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            if send.send(count).is_err() {
                return;
            }
        }
    });
    receive
}

/// Waits until nothing was printed for some time; returns the bytes printed.
fn drain(output: &Receiver<usize>, silence: Duration) -> usize {
    std::iter::from_fn(|| output.recv_timeout(silence).ok()).sum()
}
