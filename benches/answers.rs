//! CPU time and memory of whole commands, as ratios to `list --json` in the same folder, and to `hledger balance` on
//! the same payments if hledger is installed.
//!
//! `cargo bench --bench answers`. Needs GNU `time`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench that cannot run should stop")]

mod support;

use std::fmt::Write as _;
use std::path::Path;

use couveuse::store::Folder;
use support::process;

fn main() {
    if !process::is_installed("time") {
        println!("answers: skipped without GNU time");
        return;
    }
    for (startups, rounds, list_mb) in [(100, 7, 20.0), (1_000, 5, 25.0), (10_000, 3, 150.0)] {
        let folder = support::portfolio(startups);
        let root = folder.path();
        let id = Folder::open(root).unwrap().load_first(1).startups.into_keys().next().unwrap();
        let couveuse = env!("CARGO_BIN_EXE_couveuse");
        let mut commands = vec![
            ("list", vec![couveuse, "list", "--json"]),
            ("show ID", vec![couveuse, "show", id.as_str(), "--json"]),
            ("explain ID received", vec![couveuse, "explain", id.as_str(), "received", "--json"]),
            ("funding", vec![couveuse, "funding", "--json"]),
            ("due", vec![couveuse, "due", "--json"]),
            ("check", vec![couveuse, "check", "--json"]),
            ("today", vec![couveuse, "today", "--json"]),
        ];
        let ours = commands.len();
        let journal = root.join("payments.journal").display().to_string();
        if process::is_installed("hledger") {
            std::fs::write(&journal, payments(root)).unwrap();
            commands.push(("hledger balance", vec!["hledger", "-f", &journal, "balance"]));
        }
        let what = format!("answers at {startups}");
        let used = process::interleave(&what, rounds, root, &commands);
        for n in 1..=2 {
            support::ratio(&format!("{} beside list", commands[n].0), used[n].cpu, used[0].cpu, 0.25);
            process::memory(commands[n].0, used[n], 25.0);
        }
        process::memory("list", used[0], list_mb);
        process::memory("due", used[4], 150.0);
        for (one, (name, _)) in used[..ours].iter().zip(&commands).filter(|_| used.len() > ours) {
            support::ratio(&format!("{name} beside hledger"), one.cpu, used[ours].cpu, 0.5);
        }
    }
}

/// The payments of all conventions as a journal.
fn payments(root: &Path) -> String {
    let portfolio = Folder::open(root).unwrap().load(&|_| {});
    let mut journal = String::new();
    for convention in portfolio.conventions.values() {
        for one in &convention.payments {
            let _ = write!(
                journal,
                "{} {}\n    assets:{}  {} EUR\n    income:{}\n\n",
                one.on, convention.id, convention.id, one.amount, one.contribution
            );
        }
    }
    journal
}
