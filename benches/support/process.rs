//! Measures processes with GNU `time`, which reports CPU time and peak memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// What a process used.
#[derive(Clone, Copy)]
pub struct Usage {
    /// In user mode: that of the kernel depends on the state of its caches.
    pub cpu: Duration,
    /// The largest resident set, in MB.
    pub megabytes: f64,
}

/// Whether a program is installed.
pub fn is_installed(program: &str) -> bool {
    let run = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    run.is_ok_and(|status| status.success())
}

/// The arguments of `time` that write the usage of `command` to a file; the file.
pub fn timed(folder: &Path, command: &[&str]) -> (Vec<String>, PathBuf) {
    let report = folder.join("usage.txt");
    let mut all: Vec<String> = ["-q", "-f", "%U %M", "-o"].map(str::to_owned).to_vec();
    all.push(report.display().to_string());
    all.extend(command.iter().map(|word| (*word).to_owned()));
    (all, report)
}

/// Reads what [`timed`] made `time` write.
pub fn usage(report: &Path) -> Usage {
    let text = fs::read_to_string(report).unwrap();
    let numbers: Vec<f64> = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
    Usage { cpu: Duration::from_secs_f64(numbers[0]), megabytes: numbers[1] / 1_024.0 }
}

/// Runs a command in a folder to its end, without its output.
pub fn run(folder: &Path, command: &[&str]) -> Usage {
    let (arguments, report) = timed(folder, command);
    let mut time = Command::new("time");
    time.current_dir(folder).args(arguments).env("LANG", "C").stdout(Stdio::null()).stderr(Stdio::null());
    time.status().unwrap();
    usage(&report)
}

/// Runs commands in turn for some rounds and prints and returns the least usage of each: what else the machine does
/// only adds to it.
pub fn interleave(what: &str, rounds: usize, folder: &Path, commands: &[(&str, Vec<&str>)]) -> Vec<Usage> {
    let mut least = vec![Usage { cpu: Duration::MAX, megabytes: f64::MAX }; commands.len()];
    for _ in 0..rounds {
        for (least, (_, command)) in least.iter_mut().zip(commands) {
            let one = run(folder, command);
            *least = Usage { cpu: least.cpu.min(one.cpu), megabytes: least.megabytes.min(one.megabytes) };
        }
    }
    for ((name, _), one) in commands.iter().zip(&least) {
        let cpu = one.cpu.as_secs_f64() * 1e3;
        println!("{what:<28} {name:<34} {cpu:>10.0} ms CPU {:>8.1} MB", one.megabytes);
    }
    least
}

/// Prints memory with its goal.
pub fn memory(what: &str, one: Usage, goal: f64) {
    let verdict = if one.megabytes <= goal { "reached" } else { "MISSED" };
    println!("{what:<28} {:<34} {:>10.1}    goal {goal}: {verdict}\n", "MB", one.megabytes);
}
