//! Saves whose system calls fail or kill the process, one after the other, injected by strace.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::{Command, Output};

use crate::every_verb::{self, VERBS};
use crate::support::{Repo, has_program};

const STARTUP: &str = "poubelles-battle";

/// The calls that a save makes, and the errors that each may give.
const CALLS: &[(&str, &[&str])] = &[
    ("openat", &["error=EIO", "error=EACCES", "error=EMFILE", "signal=KILL"]),
    ("read", &["error=EIO", "error=EINTR", "signal=KILL"]),
    ("write", &["error=ENOSPC", "error=EINTR", "signal=KILL"]),
    ("rename", &["error=EIO", "error=ENOSPC", "signal=KILL"]),
    ("renameat2", &["error=EIO", "error=EINVAL", "signal=KILL"]),
    ("link", &["error=EIO", "error=EPERM", "signal=KILL"]),
    ("linkat", &["error=EIO", "error=EPERM", "signal=KILL"]),
    ("unlink", &["error=EIO", "signal=KILL"]),
    ("mkdir", &["error=ENOSPC", "signal=KILL"]),
    ("fsync", &["error=EIO", "signal=KILL"]),
    ("statx", &["error=EIO", "signal=KILL"]),
    ("flock", &["error=EINTR", "error=ENOLCK", "signal=KILL"]),
    // No thread to be had.
    ("clone3", &["error=EAGAIN", "signal=KILL"]),
];

/// Runs the program under strace, which injects a fault into the `nth` such call, or counts the calls.
fn trace(repo: &Repo, arguments: &[&str], call: &str, fault: Option<(&str, usize)>) -> (Output, usize) {
    trace_with(&["-f"], repo, arguments, call, fault)
}

/// Likewise, with options of strace: `-f` follows threads and children.
fn trace_with(
    options: &[&str],
    repo: &Repo,
    arguments: &[&str],
    call: &str,
    fault: Option<(&str, usize)>,
) -> (Output, usize) {
    let program = repo.couveuse(arguments);
    let log = repo.root().join(".git/strace.log");
    let mut strace = Command::new("strace");
    strace.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    strace.args(options).args(["-qq", "-o"]).arg(&log).args(["-e", &format!("trace={call}")]);
    if let Some((fault, nth)) = fault {
        strace.args(["-e", &format!("inject={call}:{fault}:when={nth}")]);
    }
    let output = strace.arg(program.get_program()).args(arguments).current_dir(repo.root()).output().unwrap();
    let calls = fs::read_to_string(&log).unwrap_or_default();
    let _ = fs::remove_file(&log);
    (output, calls.lines().filter(|line| line.contains(&format!("{call}("))).count())
}

/// Whatever happens, the save is complete or nothing has changed, and the next command leaves a sound repository.
fn check(template: &Repo, arguments: &[&str], call: &str, (fault, nth): (&str, usize)) {
    let repo = template.copied();
    repo.git(&["update-index", "-q", "--refresh"]);
    let before = repo.head();
    let (output, _) = trace(&repo, arguments, call, Some((fault, nth)));
    let what = format!("{arguments:?} with {fault} at {call} {nth}: {output:?}");
    let is_killed = output.status.code().is_none_or(|code| code > 100);
    // The next command cleans up after a kill.
    assert!(repo.couveuse(&["list"]).output().unwrap().status.success(), "{what}");
    let now = repo.head();
    if output.status.success() {
        assert_ne!(now, before, "{what}");
    } else if !is_killed {
        assert_eq!(now, before, "{what}");
    }
    repo.git(&["fsck", "--strict"]);
    assert_eq!(repo.git(&["status", "--porcelain"]), "", "{what}");
    assert_eq!(repo.folder().load(&|_| {}).problems, [], "{what}");
    assert!(repo.couveuse(&["note", "poubelles-battle", "Ensuite"]).status().unwrap().success(), "{what}");
    repo.assert_sound(&what);
}

#[test]
fn an_edit_whose_answer_cannot_be_written_is_reported_as_committed() {
    let repo = Repo::new();
    for arguments in [&["note", "poubelles-battle", "A"][..], &["note", "poubelles-battle", "B", "--json"], &["undo"]] {
        let before = repo.head();
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = repo.couveuse(arguments).args(["--lang", "en"]).stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && repo.head() != before, "{arguments:?}: {said}");
        assert!(said.contains(&format!("committed as {}", &repo.head()[..7])), "{arguments:?}: {said}");
    }
}

/// The calls of each kind that a command makes.
fn counts(template: &Repo, arguments: &[&str]) -> Vec<(&'static str, &'static [&'static str], usize)> {
    let count = |(call, faults): &(&'static str, &'static [&'static str])| {
        let (output, count) = trace(&template.copied(), arguments, call, None);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        (*call, *faults, count)
    };
    CALLS.iter().map(count).collect()
}

#[test]
fn faults_at_some_system_calls_leave_the_old_or_the_new_state() {
    if !has_program("strace") {
        return;
    }
    let template = every_verb::repo();
    for (n, arguments) in VERBS.iter().enumerate() {
        let all = counts(&template, arguments);
        // A few verbs meet every fault, the others two each: together, each kind of call fails early and late.
        for (at, (call, faults, count)) in all.into_iter().enumerate().filter(|(_, (_, _, count))| *count > 0) {
            match n {
                0 | 1 => {
                    for (k, fault) in faults.iter().enumerate() {
                        (1 + k..=count).step_by(83).for_each(|nth| check(&template, arguments, call, (fault, nth)));
                    }
                }
                _ if (at + n) % 6 == 0 => {
                    let fault = faults[n % faults.len()];
                    check(&template, arguments, call, (fault, 1 + 7 * n % count));
                }
                _ => {}
            }
        }
    }
}

/// Kills a command that creates the folder `new`, at calls that are `stride` apart. The same command then succeeds.
fn kill_beginning(arguments: &[&str], calls: &[&str], stride: usize) {
    let make = || {
        let repo = Repo::empty();
        repo.git(&["init", "--quiet"]);
        repo.git(&["config", "user.name", "Lead Office"]);
        repo.git(&["config", "user.email", "coach@example.org"]);
        repo
    };
    for call in calls {
        let (output, count) = trace_with(&[], &make(), arguments, call, None);
        assert!(output.status.success(), "{output:?}");
        for nth in (1..=count).step_by(stride) {
            let repo = make();
            trace_with(&[], &repo, arguments, call, Some(("signal=KILL", nth)));
            let what = format!("{arguments:?} killed at {call} {nth}");
            let new = repo.root().join("new");
            // A demo appears whole or not at all; an `init` goes on, unless it had committed.
            let is_whole = new.join("portfolio.toml").exists()
                && (arguments[0] == "demo" || repo.try_git(&["-C", "new", "cat-file", "-e", "HEAD"]).status.success());
            let again = repo.couveuse(arguments).output().unwrap();
            assert!(is_whole || again.status.success(), "{what}: {again:?}");
            assert_eq!(repo.git(&["-C", "new", "status", "--porcelain"]), "", "{what}");
            assert!(repo.couveuse(&["list", "--folder", "new"]).output().unwrap().status.success(), "{what}");
            let names = fs::read_dir(repo.root()).unwrap().map(|entry| entry.unwrap().file_name());
            let left: Vec<_> = names.filter(|name| name != "new" && name != ".git").collect();
            assert!(is_whole || left.is_empty(), "{what}: {left:?}");
        }
    }
}

#[test]
fn a_killed_init_or_demo_resumes() {
    if !has_program("strace") {
        return;
    }
    kill_beginning(&["init", "new", "--name", "Ours"], &["mkdir", "openat", "write", "clone3"], 23);
    kill_beginning(&["demo", "new", "--no-open"], &["mkdir", "rename"], 61);
}

#[test]
#[ignore = "slow: thousands of runs"]
fn faults_at_every_system_call_leave_the_old_or_the_new_state() {
    let template = every_verb::repo();
    for arguments in VERBS {
        for (call, faults, count) in counts(&template, arguments) {
            for fault in faults {
                (1..=count).for_each(|nth| check(&template, arguments, call, (fault, nth)));
            }
        }
    }
}

#[test]
fn records_from_before_1970_are_read_and_edited() {
    let repo = Repo::sample();
    let before = std::time::UNIX_EPOCH - std::time::Duration::from_secs(400 * 86_400);
    for file in ["startups/poubelles-battle.toml", "conventions/poubelles-battle-pau-dinum.toml"] {
        fs::File::options().write(true).open(repo.root().join(file)).unwrap().set_modified(before).unwrap();
    }
    for arguments in [&["list"][..], &["note", STARTUP, "Une remarque"], &["undo"]] {
        let output = repo.couveuse(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }
    repo.assert_sound("after an edit");
}
