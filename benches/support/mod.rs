//! Shared by the benches: portfolios, and interleaved measurements whose ratios are compared.
//!
//! Absolute times depend on the machine and its load. Interleaved measurements meet the same conditions, so each round
//! measures every candidate once, and the medians of the rounds are compared.
#![allow(dead_code, reason = "each bench takes what it needs")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that cannot run should stop"
)]

pub mod process;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use couveuse::demo;
use tempfile::TempDir;

/// A candidate: its name, and a function that returns the measured time of one run.
pub type Contender<'a> = (&'a str, Box<dyn FnMut() -> Duration + 'a>);

/// Measures all candidates in turn for some rounds after a warm-up, and prints and returns the medians.
pub fn interleave(what: &str, rounds: usize, contenders: &mut [Contender<'_>]) -> Vec<Duration> {
    let mut times: Vec<Vec<Duration>> = vec![Vec::with_capacity(rounds); contenders.len()];
    for round in 0..=rounds {
        for (times, (_, run)) in times.iter_mut().zip(contenders.iter_mut()) {
            let time = run();
            if round > 0 {
                times.push(time);
            }
        }
    }
    let medians: Vec<Duration> = times.into_iter().map(median).collect();
    for ((name, _), median) in contenders.iter().zip(&medians) {
        println!("{what:<28} {name:<34} {:>10.3} ms", median.as_secs_f64() * 1e3);
    }
    medians
}

/// Prints a ratio with its goal.
pub fn ratio(what: &str, ours: Duration, theirs: Duration, goal: f64) {
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    let verdict = if ratio <= goal { "reached" } else { "MISSED" };
    println!("{what:<28} {:<34} {ratio:>10.3}    goal {goal}: {verdict}\n", "ratio");
}

/// Returns the run time of a function. Its result is dropped outside of the measurement.
pub fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let given = run();
    let time = start.elapsed();
    drop(std::hint::black_box(given));
    time
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Creates a fictional portfolio in a temporary folder, with a startup for each convention.
pub fn portfolio(records: usize) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (file, text) in demo::files(records, 1) {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// Creates a fictional portfolio in a committed repository.
pub fn repository(records: usize) -> TempDir {
    let folder = portfolio(records);
    git(folder.path(), &["init", "--quiet", "--initial-branch=main"]);
    for (name, value) in [
        ("user.name", "Lead Office"),
        ("user.email", "coach@example.org"),
        ("commit.gpgsign", "false"),
        ("gc.auto", "0"),
        ("maintenance.auto", "false"),
    ] {
        git(folder.path(), &["config", name, value]);
    }
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "--message", "A portfolio"]);
    // Refresh the index, as in any repository in use.
    await_next_second();
    git(folder.path(), &["status"]);
    folder
}

/// Waits for the next second: both git and we reread all files modified in the second in which the index was written,
/// which doesn't happen in normal use.
pub fn await_next_second() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    std::thread::sleep(Duration::from_secs(1) - Duration::from_nanos(now.subsec_nanos().into()));
}

/// Runs git, and panics if it fails.
pub fn git(folder: &Path, arguments: &[&str]) {
    let status = Command::new("git")
        .current_dir(folder)
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success(), "git {arguments:?}");
}
